"""The addresses of schools and programs for search engines."""

from django.urls import reverse

from schools.models import CipCode, School


def school_addresses() -> list[str]:
    """The finder, every open school, every program, and the register. Two queries."""
    schools = School.objects.listed().order_by("slug").values_list("slug", flat=True)
    programs = CipCode.objects.programs().order_by("code").values_list("code", flat=True)
    return [
        *(reverse(f"schools:{name}") for name in ("school-list", "program-list", "placement-list")),
        *(reverse("schools:school-detail", args=[slug]) for slug in schools),
        *(reverse("schools:program-detail", args=[code]) for code in programs),
    ]
