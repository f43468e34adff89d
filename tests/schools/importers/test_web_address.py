"""Web addresses as schools report them."""

import pytest

from schools.importers.directory import web_address


@pytest.mark.parametrize(
    ("reported", "address"),
    [
        pytest.param("www.aamu.edu/", "https://www.aamu.edu/", id="without a scheme"),
        pytest.param("http://a.edu", "http://a.edu", id="plain http stays"),
        pytest.param("", "", id="blank"),
        pytest.param("-2", "", id="not applicable"),
        pytest.param("https://someone@example.com/", "", id="mail address"),
        pytest.param("www.a.edu/b#location=West Palm Beach, FL", "https://www.a.edu/b", id="fragment"),
        pytest.param("www.a.org/nursing/ OR radiology", "https://www.a.org/nursing/", id="remark"),
        pytest.param("javascript://a.edu", "", id="another scheme"),
        pytest.param("nowhere", "", id="no host"),
    ],
)
def test_address(reported: str, address: str) -> None:
    assert web_address(reported) == address
