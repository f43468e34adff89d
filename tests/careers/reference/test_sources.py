"""Every source has one name in code."""

from careers.reference import sources


def test_every_source_has_a_constant_of_its_key() -> None:
    names = vars(sources).items()

    constants = {value for name, value in names if name == str(value).upper().replace("-", "_")}

    assert constants == set(sources.SOURCES)
