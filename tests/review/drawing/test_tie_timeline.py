from datetime import date

import pytest

from rashomon.review.drawing import Bond, tie_timeline
from rashomon.review.drawing.tie_timeline import FEW, first_day, last_day
from tests.review.drawing.parsed import of_class, parsed, words

DAY = date(2006, 1, 15)


def bond(
    tie="member of the militia", status="current", since=None, until=None, said=DAY, by="Reuters", href="/actors/A2"
):
    return Bond(tie, status, since, until, said, by, href)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2001", date(2001, 1, 1), date(2001, 12, 31)),
        ("2001-11", date(2001, 11, 1), date(2001, 11, 30)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2001-11-13", date(2001, 11, 13), date(2001, 11, 13)),
        (None, None, None),
    ],
)
def test_days_are_as_precise_as_the_report(told, first, last):
    assert (first_day(told), last_day(told)) == (first, last)


def test_reports_of_one_tie_are_one_row_with_a_tick_for_each_day():
    root = parsed(tie_timeline([bond(), bond(said=date(2007, 1, 1)), bond("ally of B")]))
    first, second = of_class(root, "tie")
    assert len(of_class(first, "said")) == 2
    assert len(of_class(second, "said")) == 1


def test_an_open_end_is_dashed():
    root = parsed(tie_timeline([bond(since="2001")]))
    assert all(line.get("stroke-dasharray") for line in of_class(root, "open"))
    assert len(of_class(root, "end")) == 1


def test_who_says_so_and_how_it_is_held_are_told():
    root = parsed(tie_timeline([bond(status="denied", by="his brother")]))
    assert "member of the militia (denied)" in words(root)
    assert "his brother, 2006-01-15: denied" in words(root)


def test_a_tie_without_any_day_is_counted():
    root = parsed(tie_timeline([bond(), bond("ally of B", said=None)]))
    assert len(of_class(root, "tie")) == 1
    assert "1 without any day." in words(root)


def test_the_earliest_tie_comes_first_whoever_was_told_of_first():
    root = parsed(tie_timeline([bond("late", said=date(2020, 1, 1)), bond("early", since="1999")]))
    assert [next(each.iter("text")).text for each in of_class(root, "tie")] == ["early", "late"]


def test_more_rows_than_one_sees_at_once_are_folded():
    ties = [bond(f"ally of {n:02}", said=date(2000 + n, 1, 1)) for n in range(FEW + 3)]
    root = parsed(tie_timeline(ties))
    (folded,) = root.iter("details")
    assert len(of_class(folded, "tie")) == 3
    assert "3 later ties" in words(folded)
    assert not list(parsed(tie_timeline(ties[:FEW])).iter("details"))


def test_two_ways_of_telling_on_one_day_are_two_marks_beside_one_another():
    root = parsed(tie_timeline([bond(), bond(status="denied")]))
    places = [each.get("transform") for each in of_class(of_class(root, "tie")[0], "said")]
    assert len(set(places)) == 2


def test_with_no_day_at_all_there_is_no_drawing():
    assert not list(parsed(tie_timeline([bond(said=None)])).iter("svg"))


def test_names_are_escaped_and_lead_to_the_other():
    root = parsed(tie_timeline([bond("ally of <b>")]))
    assert next(root.iter("a")).get("href") == "/actors/A2"
    assert "ally of <b>" in words(root)
