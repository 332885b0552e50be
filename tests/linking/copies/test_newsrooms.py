import pytest

from rashomon.linking.copies.newsrooms import agency, newsroom, publisher


@pytest.mark.parametrize("name", ["AP", "Associated Press", "the Associated Press", "THE ASSOCIATED PRESS"])
def test_an_agency_has_one_name(name):
    assert agency(name) == "AP"


@pytest.mark.parametrize("name", ["reporters", "a statement", "The Eastern Herald", "agencies", ""])
def test_what_is_no_agency_is_none(name):
    assert agency(name) is None


def test_a_known_publisher_is_a_newsroom():
    assert newsroom("the Guardian") == "The Guardian"
    assert newsroom("a news conference") is None


def test_an_unknown_publisher_keeps_its_name():
    assert publisher("The Eastern Herald") == "The Eastern Herald"
