"""What an address of the finder asks for."""

import pytest
from django.http import QueryDict

from careers.web.query_params import NoSuchChoice, ParameterError
from schools.finder import FinderQuery


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("state=&near=&q=", "", id="empty fields of a form"),
        pytest.param("q=nurse&state=oh", "q=nurse&state=OH", id="state in small letters"),
        pytest.param("near=columbus-oh&miles=50", "near=columbus-oh", id="the usual distance"),
        pytest.param("miles=25", "", id="a distance from nowhere"),
        pytest.param("level=bachelor&level=associate", "level=associate&level=bachelor", id="one order"),
        pytest.param("online=1&cost=5000&page=2", "online=1&cost=5000&page=2", id="all kinds"),
        pytest.param("page=&q=+a++b+", "q=a+b", id="spaces"),
    ],
)
def test_each_state_has_one_address(query: str, kept: str) -> None:
    assert FinderQuery.of(QueryDict(query)).query_string == kept


@pytest.mark.parametrize("query", ["q=a%00b", "near=%ff", f"program={'1' * 101}"])
def test_what_is_too_long_or_no_text_is_refused(query: str) -> None:
    with pytest.raises(ParameterError):
        FinderQuery.of(QueryDict(query))


@pytest.mark.parametrize(
    "query", ["state=XX", "cost=7", "miles=3", "sort=best", "level=x", "control=0", "online=2", "page=0"]
)
def test_choice_that_does_not_exist_is_not_found(query: str) -> None:
    with pytest.raises(NoSuchChoice):
        FinderQuery.of(QueryDict(query))


def test_another_filter_begins_at_the_first_page() -> None:
    query = FinderQuery.of(QueryDict("state=OH&page=3"))

    assert query.but(level=("associate",)).query_string == "state=OH&level=associate"
