"""What public templates rely on."""

import pytest
from django.template import engines
from jinja2 import UndefinedError

from careerportal.jinja import SOFT_HYPHEN, asset, soft_hyphens


def render(source: str, **values: object) -> str:
    return engines["jinja2"].from_string(source).render(values)


def test_text_is_escaped() -> None:
    assert render("{{ text }}", text="<b>") == "&lt;b&gt;"


def test_text_in_a_translated_sentence_is_escaped() -> None:
    assert render('{{ _("Say %(word)s", word=text) }}', text="<b>") == "Say &lt;b&gt;"


def test_misspelt_name_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("{{ tittle }}")


def test_only_long_words_may_break() -> None:
    assert soft_hyphens("Otolaryngologists and nurses") == f"Otolaryng{SOFT_HYPHEN}ologists and nurses"


def test_shipped_picture_is_a_static_file_and_another_an_upload() -> None:
    assert asset("icon.svg") == "/static/icon.svg"
    assert asset("pictures/uploaded.png") == "/media/pictures/uploaded.png"
