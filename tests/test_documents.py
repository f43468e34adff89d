"""What the documents name exists: commands, files, modules, classes, settings, addresses, links.

Read are texts between backticks and indented blocks of code. A document that is about the past, such as the
changelog's older parts or a decision that was superseded, puts such names in plain words.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from django.utils.module_loading import import_string

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("careerportal", "careers", "schools", "tests")
DECISIONS = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
DOCUMENTS = [
    *sorted(ROOT.glob("*.md")),
    *(path for folder in (*PACKAGES, "docs") for path in sorted((ROOT / folder).rglob("*.md"))),
]
#: What `make` writes, and what an operator does; not in the repository.
MADE = {".env", ".data", ".venv"}
#: Words in capitals that are no names of the code: a command of SQL, a variable of make.
OTHER_CAPITALS = {"COPY", "ARGS"}
#: Answered before the addresses are looked up.
HEALTH = {"/healthz", "/readyz"}
HEADINGS = ["Context", "Choice", "Rejected, and why", "What would change our mind"]

every_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=[str(path.relative_to(ROOT)) for path in DOCUMENTS]
)


def spans(document: Path) -> Iterator[str]:
    """What stands between backticks."""
    yield from re.findall(r"`([^`\n]+)`", document.read_text(encoding="utf-8"))


def code(document: Path) -> str:
    """What a reader would copy: spans and indented blocks."""
    lines = document.read_text(encoding="utf-8").splitlines()
    return "\n".join([*spans(document), *(line for line in lines if line.startswith("    "))])


@cache
def defined(pattern: str) -> set[str]:
    """The names that a line of the packages begins to define, by a pattern with one group."""
    expression = re.compile(pattern, re.MULTILINE)
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    return {name for path in files for name in expression.findall(path.read_text(encoding="utf-8"))}


def routes(patterns: Iterable[URLPattern | URLResolver], prefix: str = "/") -> Iterator[str]:
    """Every address of the site, with its variable parts as Django writes them."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, route)
        else:
            yield route


@every_document
def test_every_make_target_exists(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    named = set(re.findall(r"(?:^|\s)make ([a-z]+)", code(document)))

    assert named - targets == set()


@every_document
def test_every_command_exists(document: Path) -> None:
    named = set(re.findall(r"manage\.py ([a-z_]+)", document.read_text(encoding="utf-8")))

    assert named - {*get_commands(), "help"} == set()


@every_document
def test_every_file_and_folder_exists(document: Path) -> None:
    named = {
        span
        for span in spans(document)
        if re.fullmatch(r"\.?\w[\w.-]*(/[\w.-]+)*/|\.?\w[\w.-]*(/[\w.-]+)+", span)
    }
    named |= {
        span
        for span in spans(document)
        if re.fullmatch(r"\.?[\w-]+\.(py|md|toml|html|css|lock|example)", span)
    }

    missing = {path for path in named if path.split("/")[0] not in MADE and not is_there(document, path)}

    assert missing - {"n/a"} == set()


def is_there(document: Path, path: str) -> bool:
    """Whether a path leads somewhere, from the root or from the document's own folder."""
    return (ROOT / path).exists() or (document.parent / path).exists()


@every_document
def test_every_module_and_what_is_in_it_exists(document: Path) -> None:
    dotted = re.compile(rf"({'|'.join(PACKAGES)})(\.\w+)+")
    named = {span for span in spans(document) if dotted.fullmatch(span)}

    for name in named:
        import_string(name)


@every_document
def test_every_class_exists(document: Path) -> None:
    named = {span for span in spans(document) if re.fullmatch(r"[A-Z][a-z]+([A-Z][a-z]+)*", span)}

    assert named - defined(r"^\s*class (\w+)") - {"None"} == set()


@every_document
def test_every_setting_and_constant_exists(document: Path) -> None:
    named = {
        name
        for span in spans(document)
        if (name := span.split("=")[0]) and re.fullmatch(r"[A-Z][A-Z0-9_]{2,}[A-Z0-9]", name)
    }
    environment = set(re.findall(r"^#?([A-Z][A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    constants = defined(r"^([A-Z][A-Z0-9_]+)\b.*=")

    unknown = named - environment - constants - OTHER_CAPITALS

    assert {name for name in unknown if not hasattr(settings, name)} == set()


@every_document
def test_every_address_is_one_of_the_site(document: Path) -> None:
    every_route = list(routes(get_resolver().url_patterns))
    named = {span.split("?")[0] for span in spans(document) if re.fullmatch(r"/[\w<>./?=&-]*", span)}

    lost = [
        address
        for address in named - HEALTH
        if not is_answered(address) and not any(route.startswith(address) for route in every_route)
    ]

    assert lost == []


def is_answered(address: str) -> bool:
    try:
        resolve(re.sub(r"<\w+>", "1", address))
    except Resolver404:
        return False
    return True


@every_document
def test_every_link_leads_to_a_file(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_decision_is_in_the_index() -> None:
    index = (ROOT / "docs" / "adr" / "README.md").read_text(encoding="utf-8")

    listed = re.findall(r"^- \[(\d{4})\]\((\1-[a-z0-9-]+\.md)\) (.+)$", index, re.MULTILINE)

    titles = [path.read_text(encoding="utf-8").splitlines()[0] for path in DECISIONS]
    assert [(path.name[:4], path.name) for path in DECISIONS] == [entry[:2] for entry in listed]
    assert titles == [f"# {int(number)}. {title}" for number, _name, title in listed]


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_every_decision_says_the_same_things(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")

    assert re.search(r"^(Accepted|Superseded by \[.+\]\(.+\)), \d{4}-\d\d-\d\d\.$", text, re.MULTILINE)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == HEADINGS


def test_every_room_is_in_its_layer() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract.get("containers") == ["careers"])
    table = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

    rows = re.findall(r"^\| ?(\d*) \| `careers/(\w+)/` \|", table, re.MULTILINE)

    listed: list[set[str]] = []
    for number, room in rows:
        if number:
            listed.append(set())
        listed[-1].add(room)
    assert listed == [set(layer.split(" | ")) for layer in reversed(layers)]
