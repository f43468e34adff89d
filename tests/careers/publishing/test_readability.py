"""Reading grades."""

import pytest

from careers.publishing.readability import grade, sentences, syllables

COUNTS = {
    1: "cat make whale planned makes clothes strength through fixed eyes school year",
    2: "table wanted boxes people basement careful safely being every quiet doctor patient bridges nurses",
    3: "radio medium area hospital video family animal computer electric banana audience",
    4: "material information vegetable education experience television",
    5: "university electricity refrigerator communication",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, n) for n, words in COUNTS.items() for word in words.split()]
)
def test_syllables_are_those_of_speech(word: str, count: int) -> None:
    assert syllables(word) == count


def test_formula_is_flesch_and_kincaids() -> None:
    text = "The cat sat on the mat. It was a good mat."  # 11 words, 2 sentences, 11 syllables

    assert grade(text) == pytest.approx(max(0, 0.39 * 5.5 + 11.8 * 1 - 15.59))


def test_long_words_and_sentences_read_harder() -> None:
    plain = "Read the notes from each visit. Pick the code that fits."
    official = "Utilize documentation to facilitate appropriate reimbursement methodologies."

    assert grade(plain) < 5
    assert grade(official) > 15


def test_abbreviations_and_lines_end_sentences_as_they_should() -> None:
    assert sentences("Dr. Ames works in the U.S. today. She codes.") == [
        "Dr Ames works in the US today.",
        "She codes.",
    ]
    assert len(sentences("Clinics\nHospitals\nInsurers")) == 3


def test_empty_text_has_no_grade() -> None:
    assert grade("") == 0
    assert grade("12 – 34") == 0
