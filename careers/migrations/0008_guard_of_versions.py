from django.db import migrations

# Everything but the dates is compared; by whole rows, since PL/pgSQL doesn't find a column called "by".
GUARD = """
CREATE OR REPLACE FUNCTION careers_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    movable text[] := ARRAY['publish_at', 'withdraw_at', 'answered_at'];
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A version is never deleted.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (to_jsonb(OLD) - movable) IS DISTINCT FROM (to_jsonb(NEW) - movable - ARRAY['title', 'slug', 'summary', 'onet']
            || jsonb_build_object('title', OLD.title, 'slug', OLD.slug, 'summary', OLD.summary, 'onet', OLD.onet))
       OR (OLD.publish_at <= now() AND OLD.publish_at IS DISTINCT FROM NEW.publish_at)
       OR (OLD.withdraw_at <= now() AND OLD.withdraw_at IS DISTINCT FROM NEW.withdraw_at)
       OR (OLD.answered_at IS NOT NULL AND OLD.answered_at IS DISTINCT FROM NEW.answered_at)
    THEN
        RAISE EXCEPTION 'A version never changes.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("careers", "0007_search")]

    operations = [migrations.RunSQL(GUARD, migrations.RunSQL.noop)]
