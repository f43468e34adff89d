from django.db import migrations, models

# The guard of versions, which names the renamed column.
GUARD = """
CREATE OR REPLACE FUNCTION careers_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'A version is never deleted.' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (OLD.subject_type, OLD.subject_key, OLD.number, OLD.document, OLD.sheet, OLD.note, OLD.by, OLD.created_at,
        OLD.is_proposal)
       IS DISTINCT FROM
       (NEW.subject_type, NEW.subject_key, NEW.number, NEW.document, NEW.sheet, NEW.note, NEW.by, NEW.created_at,
        NEW.is_proposal)
       OR (OLD.publish_at <= now() AND OLD.publish_at IS DISTINCT FROM NEW.publish_at)
       OR (OLD.withdraw_at <= now() AND OLD.withdraw_at IS DISTINCT FROM NEW.withdraw_at)
       OR (OLD.{0} IS NOT NULL AND OLD.{0} IS DISTINCT FROM NEW.{0})
    THEN
        RAISE EXCEPTION 'A version never changes.' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("careers", "0005_manifest_releases")]

    operations = [
        migrations.RenameField("version", "declined_at", "answered_at"),
        migrations.AlterField(
            "version",
            "answered_at",
            models.DateTimeField(
                blank=True, help_text="When an editor took the proposal in or refused it.", null=True
            ),
        ),
        migrations.RunSQL(GUARD.format("answered_at"), GUARD.format("declined_at")),
    ]
