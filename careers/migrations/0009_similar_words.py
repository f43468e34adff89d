from django.db import migrations

FUNCTION = """
CREATE FUNCTION careers_similar_words(asked text[], most integer)
RETURNS TABLE (word text, candidate text, subjects integer)
LANGUAGE sql STABLE SET pg_trgm.similarity_threshold = '0.2' AS $$
    SELECT a.word, c.word, c.subjects FROM unnest(asked) AS a (word) CROSS JOIN LATERAL (
        SELECT w.word, w.subjects FROM careers_searchword w WHERE w.word % a.word
        ORDER BY similarity(w.word, a.word) DESC, w.word LIMIT most
    ) c
$$
"""


class Migration(migrations.Migration):
    dependencies = [("careers", "0008_guard_of_versions")]

    # A function, because the threshold of the % operator is a setting, and only a function sets it for itself.
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION careers_similar_words(text[], integer)"),
    ]
