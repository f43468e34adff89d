"""Which pages may be kept, and which query parameters each of them knows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

# Added to links by mail programs, search engines and social networks; no page of ours reads them.
TRACKING = re.compile(r"(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|_ga|_gl)")
MAX_QUERY_LENGTH = 300

SLUG = r"[-\w]+"


@dataclass(frozen=True)
class Rule:
    """Addresses (a pattern of the whole path) whose pages vary in these query parameters and nothing else.

    Those in ``repeated`` may stand there several times, and their order matters.
    """

    path: str
    parameters: frozenset[str] = frozenset()
    repeated: frozenset[str] = frozenset()
    pattern: re.Pattern[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", re.compile(self.path))


# Pages that hold a visitor's form with a token, or anything of one reader's own, must not be here.
RULES: Sequence[Rule] = (
    Rule(r"/"),
    Rule(
        r"/careers/",
        frozenset(
            {"q", "cluster", "interest", "education", "degree", "pay", "growth", "openings", "bright", "zone"}
            | {"sort", "page", "told"}
        ),
    ),
    Rule(r"/careers/compare/", frozenset({"c", "q", "swap"}), repeated=frozenset({"c"})),
    Rule(r"/list/", frozenset({"c", "title", "note"}), repeated=frozenset({"c"})),
    Rule(
        rf"/(skills|knowledge|abilities|work-styles|technology|industries|subjects|titles)/({SLUG}/)?",
        frozenset({"page"}),
    ),
    Rule(r"/recent/", frozenset({"page"})),
    Rule(r"/popular/"),
    Rule(rf"/careers/{SLUG}/", frozenset({"area"})),
    Rule(rf"/careers/{SLUG}/handout\.pdf"),
    Rule(rf"/careers/{SLUG}/embed/", frozenset({"theme"})),
    Rule(rf"/careers/{SLUG}/versions/(\d+/)?"),
    Rule(rf"/clusters/({SLUG}/)?"),
    Rule(rf"/guides/({SLUG}/)?"),
    Rule(r"/areas/", frozenset({"next"})),
    Rule(
        r"/schools/",
        frozenset(
            {"q", "program", "career", "state", "near", "miles", "level", "control", "size", "online", "cost"}
            | {"sort", "page"}
        ),
    ),
    Rule(rf"/schools/(?!compare/){SLUG}/"),
    Rule(r"/programs/", frozenset({"q", "family"})),
    Rule(r"/programs/\d\d\.\d{4}/"),
    # The results are left out: the answers are the reader's own, and no copy of them is to be kept.
    Rule(r"/interests/((questions|all|method)/)?"),
    Rule(r"/interests/(?!questions|all|method|results)[a-z]+/", frozenset({"page"})),
    Rule(r"/(sources|about|accessibility|privacy|embed)/"),
    Rule(r"/api/(v1/(openapi\.json|filters/|clusters/|releases/|downloads/)?)?"),
    Rule(
        r"/api/v1/careers/",
        frozenset(
            {"q", "cluster", "interest", "education", "degree", "pay", "growth", "openings", "bright", "zone"}
            | {"sort", "limit", "cursor"}
        ),
        repeated=frozenset({"cluster", "education", "pay", "growth", "openings", "interest", "zone"}),
    ),
    Rule(r"/api/v1/careers/compare/", frozenset({"c"}), repeated=frozenset({"c"})),
    Rule(rf"/api/v1/careers/(?!compare/){SLUG}/(versions/(\d+/)?)?"),
    Rule(rf"/api/v1/careers/{SLUG}/figures/", frozenset({"area", "source", "measure"})),
    Rule(r"/api/v1/(occupations|guides)/", frozenset({"limit", "cursor"})),
    Rule(r"/api/v1/areas/", frozenset({"state", "limit", "cursor"})),
    Rule(rf"/api/v1/guides/{SLUG}/"),
    Rule(r"/api/v1/schools/(\d+/programs|placements)/"),
    Rule(r"/(robots\.txt|sitemap\.xml|opensearch\.xml|feeds/careers\.(atom|json))"),
)


class PageKey(NamedTuple):
    """What a kept page is found by. `query` is in one order, without what the page does not know."""

    is_secure: bool
    host: str
    path: str
    query: str


@dataclass(frozen=True)
class KeyMaker:
    """Makes the key of a request, or None where the request must go to Django.

    `proxy_header` is Django's SECURE_PROXY_SSL_HEADER. A parameter that the rule does not know goes to Django
    too: dropping it could change the page, and keeping it would let anybody fill the memory.
    """

    rules: Sequence[Rule] = RULES
    proxy_header: tuple[str, str] | None = None

    def key(self, environ: dict[str, Any]) -> PageKey | None:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return None
        path = environ.get("PATH_INFO", "")
        rule = next((rule for rule in self.rules if rule.pattern.fullmatch(path)), None)
        query = None if rule is None else _canonical_query(environ.get("QUERY_STRING", ""), rule)
        if query is None:
            return None
        host = environ.get("HTTP_HOST") or environ.get("SERVER_NAME", "")
        return PageKey(self._is_secure(environ), host.lower(), path, query)

    def _is_secure(self, environ: dict[str, Any]) -> bool:
        if self.proxy_header is not None and self.proxy_header[0] in environ:
            first = environ[self.proxy_header[0]].split(",")[0].strip()
            return bool(first == self.proxy_header[1])
        return bool(environ.get("wsgi.url_scheme") == "https")


def _canonical_query(query: str, rule: Rule) -> str | None:
    if not query:
        return ""
    if len(query) > MAX_QUERY_LENGTH:
        return None
    pairs = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not TRACKING.fullmatch(name)
    ]
    names = [name for name, _value in pairs]
    single = [name for name in names if name not in rule.repeated]
    if not rule.parameters.issuperset(names) or len(set(single)) != len(single):
        return None
    return urlencode(sorted(pairs, key=lambda pair: pair[0]))
