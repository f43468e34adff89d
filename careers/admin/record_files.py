"""The columns of imported and exported tables of records. A row is identified by its key or name."""

from typing import Any, ClassVar

from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.results import RowResult
from import_export.widgets import ForeignKeyWidget

from careers.editorial.models import Certification, Course, Organization, SchoolSubject
from careers.editorial.people import name_of
from careers.models import AuditEntry


class RecordResource(ModelResource):  # type: ignore[misc]  # import-export has no types
    """Imports all rows or none. Each row that changes something is in the audit log."""

    def after_import(self, dataset: Any, result: Any, **options: Any) -> None:
        super().after_import(dataset, result, **options)
        by = options.get("user")
        changed = {RowResult.IMPORT_TYPE_NEW: "imported", RowResult.IMPORT_TYPE_UPDATE: "changed by import"}
        AuditEntry.objects.bulk_create(
            AuditEntry(
                who=name_of(by) if by else "import",
                action=changed[row.import_type],
                subject_type=self._meta.model._meta.model_name,
                subject_key=str(row.object_id),
                title=str(row.object_repr)[:250],
            )
            for row in result.rows
            if row.import_type in changed
        )

    class Meta:
        use_transactions = True
        skip_unchanged = True
        report_skipped = True
        clean_model_instances = True


class OrganizationResource(RecordResource):
    class Meta(RecordResource.Meta):
        model = Organization
        import_id_fields: ClassVar = ("key",)
        fields = ("key", "name", "abbreviation", "postal_address", "phone", "web")
        import_order = export_order = fields


class CertificationResource(RecordResource):
    """``issuer`` is the key of an organization."""

    issuer = Field(
        attribute="issuer", column_name="issuer", widget=ForeignKeyWidget(Organization, field="key")
    )

    class Meta(RecordResource.Meta):
        model = Certification
        import_id_fields: ClassVar = ("key",)
        fields = (
            "key",
            "abbreviation",
            "name",
            "issuer",
            "shows",
            "asks_exam",
            "asks_program",
            "asks_experience",
            "exam_fee",
            "exam_fee_member",
            "fee_on",
            "renewal_months",
            "renewal_fee",
            "renewal_asks",
            "web",
        )
        import_order = export_order = fields


class CourseResource(RecordResource):
    class Meta(RecordResource.Meta):
        model = Course
        import_id_fields: ClassVar = ("name",)
        fields = ("name",)


class SubjectResource(RecordResource):
    class Meta(RecordResource.Meta):
        model = SchoolSubject
        import_id_fields: ClassVar = ("name",)
        fields = ("name",)
