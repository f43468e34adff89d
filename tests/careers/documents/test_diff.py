"""What readers and editors are told has changed."""

from careers.documents.diff import Piece, changed_fields, compare, compare_editions, compare_words
from tests.careers.editing import short


def test_words_that_changed_are_told_from_those_that_stayed() -> None:
    pieces = compare_words("Keep the old lamps lit.", "Keep the lamps always lit.")

    assert pieces == [
        Piece("same", "Keep the "),
        Piece("removed", "old "),
        Piece("same", "lamps "),
        Piece("added", "always "),
        Piece("same", "lit."),
    ]


def test_pieces_join_to_both_texts_again() -> None:
    old, new = "A  quiet night,\nno wind.", "A windy night, no moon."

    pieces = compare_words(old, new)

    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new


def test_only_chapters_and_fields_that_differ_are_named() -> None:
    old = short().model_dump(mode="json")
    new = short(overview="By the river.", in_short="Light.").model_dump(mode="json")

    chapters = compare(old, new)

    assert [(c.title, [f.label for f in c.fields]) for c in chapters] == [
        ("The work", ["Overview"]),
        ("Careers like this, sources and codes", ["In short"]),
    ]


def test_duty_that_was_put_in_between_leaves_its_neighbors_alone() -> None:
    duties = [{"verb": "Trim", "rest": "wicks."}, {"verb": "Fill", "rest": "lamps."}]
    old = short(duties=duties).model_dump(mode="json")
    new = short(duties=[duties[0], {"verb": "Row", "rest": "out."}, duties[1]]).model_dump(mode="json")

    (chapter,) = compare(old, new)

    lines = [(line.is_changed, line.pieces[0].text) for line in chapter.fields[0].lines]
    assert lines == [(False, "Trim wicks."), (True, "Row out."), (False, "Fill lamps.")]


def test_changed_record_is_shown_as_words() -> None:
    route = {"kind": "college", "title": "Certificate", "months_min": 6}
    old = short(routes=[route]).model_dump(mode="json")
    new = short(routes=[{**route, "months_min": 9}]).model_dump(mode="json")

    (chapter,) = compare(old, new)

    pieces = chapter.fields[0].lines[0].pieces
    assert [piece.text.strip() for piece in pieces if piece.kind != "same"] == ["6", "9"]


def test_field_that_an_older_document_lacks_is_the_same_as_an_empty_one() -> None:
    old = short().model_dump(mode="json")
    del old["in_short"]

    assert changed_fields(old, short().model_dump(mode="json")) == []


def test_editions_that_changed_are_named() -> None:
    old = {"releases": {"pay": {"source": "oews-national", "title": "Wages", "edition": "May 2024"}}}
    new = {
        "releases": {
            "wages": {"source": "oews-national", "title": "Wages", "edition": "May 2025"},
            "ep": {"source": "ep-occupations", "title": "Projections", "edition": "2024–34"},
        }
    }

    changes = [(change.title, change.old, change.new) for change in compare_editions(old, new)]

    assert changes == [("Projections", "", "2024–34"), ("Wages", "May 2024", "May 2025")]
    assert compare_editions(None, None) == []
