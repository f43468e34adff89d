"""What stands below and beside a list of chosen careers."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from django.urls import reverse

from careers.compare import MAX_COMPARED
from careers.public.careers import PublicCareer


def credits_of(careers: Iterable[PublicCareer]) -> list[str]:
    """The credit lines of the figures in the list, each once."""
    lines = (
        career.sheet.releases[part.release].credit_line
        for career in careers
        for part in (career.sheet.pay, career.sheet.outlook, career.sheet.entry)
        if part and part.release in career.sheet.releases
    )
    return list(dict.fromkeys(lines))


def comparison_address(slugs: Sequence[str]) -> str:
    """The comparison of ``slugs``, which may be none yet."""
    query = urlencode([("c", slug) for slug in slugs])
    return f"{reverse('careers:career-compare')}{'?' if query else ''}{query}"


def compare_address(slugs: Sequence[str]) -> str:
    """The comparison of the first few; empty where there is nothing to compare."""
    return comparison_address(slugs[:MAX_COMPARED]) if len(slugs) > 1 else ""
