"""A career that a filter finds reads on its page as the filter said."""

import pytest

from careers.listing.bands import growth_bands
from careers.page.outlook import growth_words
from tests.careers.making import make_outlook


@pytest.mark.parametrize("everyone", [2.9, 3.0, 3.1, 4.0], ids=str)
def test_page_begins_with_the_words_of_the_filter(everyone: float) -> None:
    growths = [tenths / 10 for tenths in range(1, 120)]
    bands = growth_bands(everyone)
    labels = {growth: next(band.label for band in bands if band.holds(growth)) for growth in growths}

    different = {
        growth: label
        for growth, label in labels.items()
        if not growth_words(make_outlook(change_percent=growth, all_change_percent=everyone)).startswith(
            label
        )
    }

    assert different == {}
