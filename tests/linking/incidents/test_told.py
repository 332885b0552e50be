import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.incidents.spelling import name_words, skeleton
from rashomon.linking.incidents.told import is_aggregate, names_said, sorts, turn


@pytest.mark.parametrize(
    "text",
    [
        "Forty people were killed this month, bringing the toll for the year to 900.",
        "A series of raids killed eleven.",
        "Nine have died in the past two weeks.",
        "More than 60 were killed since January.",
        "Two people died in three separate attacks.",
    ],
)
def test_several_told_as_one_are_an_aggregate(text):
    assert is_aggregate(text)


@pytest.mark.parametrize(
    "text", ["The raid killed eleven.", "Nine people died when a bus hit a mine.", "The toll rose to 12."]
)
def test_one_thing_is_not(text):
    assert not is_aggregate(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The third raid of the day killed two.", 3),
        ("It was the 2nd such attack that night.", 2),
        ("The third raid in three days killed two.", None),
        ("It was the first attack on the town.", None),
    ],
)
def test_which_of_a_day_is_told(text, number):
    assert turn(text) == number


def test_hours_are_read_from_the_clock():
    assert sorts("The raid began at 3:15 p.m.", "hours") == ("afternoon",)


def test_capitals_name_nothing():
    assert names_said("TROOPS ATTACKED ZORMATAK.") == ()


@pytest.mark.parametrize(("a", "b"), [("Sararogha", "Srarogha"), ("Shabwa", "Shabwah"), ("Machar Khel", "Macharkhel")])
def test_spellings_of_one_place_share_a_word(a, b):
    assert set(name_words(a)) & set(name_words(b))


def test_places_do_not_share_what_many_are_called():
    assert not set(name_words("Garm Khel")) & set(name_words("Bala Khel"))


@given(st.text())
def test_any_word_has_a_skeleton(word):
    assert skeleton(word) == skeleton(word.upper()) or not word.isascii()
