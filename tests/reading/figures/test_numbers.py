import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.figures.numbers import numbers_in


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("one", 1, 1),
        ("13,000", 13_000, 13_000),
        ("1.5 million", 1_500_000, 1_500_000),
        ("twenty - three", 23, 23),
        ("two hundred and fifty", 250, 250),
        ("one thousand two hundred", 1200, 1200),
        ("half a dozen", 6, 6),
        ("two dozen", 24, 24),
        ("at least 22", 22, None),
        ("as many as 30", None, 30),
        ("up to a dozen", None, 12),
        ("no fewer than 12", 12, None),
        ("more than a dozen", 13, None),
        ("fewer than 200", None, 199),
        ("between 400 and 600", 400, 600),
        ("5 to 15", 5, 15),
        ("4 - 7", 4, 7),
        ("11 -12", 11, 12),
        ("three or four", 3, 4),
        ("at least four and as many as 17", 4, 17),
        ("40 or more", 40, None),
        ("some 30", 30, 30),
        ("another three", 3, 3),
        ("several", 3, None),
        ("numerous", 4, None),
        ("60 to more than 120", 60, None),
        ("several hundred", 300, None),
        ("dozens", 24, 99),
        ("tens of thousands", 20_000, 99_999),
        ("no one", 0, 0),
    ],
)
def test_a_number_is_the_range_its_words_leave_open(words: str, low: int | None, high: int | None) -> None:
    listed = words.split()
    (number,) = numbers_in(listed)
    assert (number.low, number.high, number.start, number.end) == (low, high, 0, len(listed))


def test_a_change_is_read_as_what_holds_now() -> None:
    (number,) = numbers_in("from 9,000 to 7,500".split())
    assert (number.low, number.high, number.rule) == (7500, 7500, "change")


def test_two_numbers_side_by_side_are_not_one() -> None:
    assert [(n.low, n.high) for n in numbers_in("one and two".split())] == [(1, 1), (2, 2)]


@given(
    st.lists(
        st.sampled_from("a few at least 3 - 12 to hundred and as many no of dozen -4 1,000 x half more than".split()),
        max_size=12,
    )
)
def test_any_words_give_ordered_ranges_inside_the_text(words: list[str]) -> None:
    end = 0
    for number in numbers_in(words):
        assert end <= number.start <= number.core < number.end <= len(words)
        assert number.low is None or number.high is None or number.low <= number.high
        end = number.end


def test_asking_how_many_states_no_number() -> None:
    assert list(numbers_in("they disagree on how many people it killed".split())) == []


def test_a_range_of_estimates_is_no_change() -> None:
    (number,) = numbers_in("estimates ranged from 5 to 15".split())
    assert (number.low, number.high, number.rule) == (5, 15, "range")
