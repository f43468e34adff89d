"""What an editor may save is what a document takes, to the letter."""

import pytest
from django.core.exceptions import ValidationError
from pydantic import TypeAdapter
from pydantic import ValidationError as DocumentError

from careers.documents.base import PartialDate
from careers.editorial.models import CareerSource

DATES = ["2025", "2025-04", "2025-04-30"]
NO_DATES = ["2025-13", "2025-04-32", "25-04", "April 2025", "2025-4"]


@pytest.mark.parametrize("date", DATES)
def test_year_month_or_day_is_a_date_everywhere(date: str) -> None:
    CareerSource._meta.get_field("published_on").run_validators(date)

    assert TypeAdapter(PartialDate).validate_python(date) == date


@pytest.mark.parametrize("date", NO_DATES)
def test_what_is_no_date_is_refused_everywhere(date: str) -> None:
    with pytest.raises(ValidationError):
        CareerSource._meta.get_field("published_on").run_validators(date)
    with pytest.raises(DocumentError):
        TypeAdapter(PartialDate).validate_python(date)
