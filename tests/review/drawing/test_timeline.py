from datetime import date
from itertools import pairwise

import pytest

from rashomon.review.drawing import Bin, Stretch, timeline
from rashomon.review.drawing.axis import LETTER, axis, ticks
from tests.review.drawing.parsed import of_class, parsed, words

DAY = date(2006, 1, 14)


def stretch(earliest, latest, label="clash", href="/incidents/I1"):
    return Stretch(earliest, latest, label, href)


def test_an_end_that_nobody_states_is_dashed_and_fades():
    root = parsed(timeline((), [stretch(DAY, None)]))
    pieces = of_class(root, "open")
    assert all(piece.get("stroke-dasharray") for piece in pieces)
    assert [piece.get("class").split()[1] for piece in pieces] == ["faint0", "faint1", "faint2"]
    assert not of_class(root, "known")


def test_it_fades_towards_the_side_that_is_open():
    pieces = of_class(parsed(timeline((), [stretch(None, DAY)])), "open")
    assert [piece.get("class").split()[1] for piece in pieces] == ["faint2", "faint1", "faint0"]


def test_stated_ends_are_closed_and_a_day_is_a_dot():
    root = parsed(timeline((), [stretch(DAY, date(2006, 6, 1)), stretch(DAY, DAY)]))
    assert not of_class(root, "open")
    assert len(of_class(root, "end")) == 2
    assert len(of_class(root, "short")) == 1


def test_few_incidents_are_named_and_each_is_a_link():
    root = parsed(timeline((), [stretch(DAY, DAY, "killing, Kandahar", "/incidents/I7")]))
    (link,) = list(root.iter("a"))
    assert link.get("href") == "/incidents/I7"
    assert link.get("aria-label") == "killing, Kandahar, 2006-01-14"
    assert "killing, Kandahar" in [text.text for text in root.iter("text")]


def test_bars_in_one_row_do_not_touch():
    days = [date(2006, 1 + n % 12, 1 + n % 28) for n in range(55)]
    root = parsed(timeline((), [stretch(day, None) for day in days]))
    rows = {}
    for bar in of_class(root, "bar"):
        lines = [line for line in bar if line.get("class").startswith("open")]
        xs = [float(line.get(name)) for line in lines for name in ("x1", "x2")]
        rows.setdefault(lines[0].get("y1"), []).append((min(xs), max(xs)))
    assert len(rows) > 1
    for spans in rows.values():
        spans.sort()
        assert all(end < start for (_, end), (start, _) in pairwise(spans))


def test_many_incidents_are_counted():
    bins = [Bin(date(2006, n, 1), date(2006, n, 28), n * 10, "", f"?since=2006-{n:02}-01") for n in range(1, 13)]
    root = parsed(timeline(bins, [stretch(DAY, DAY)] * 61))
    counted = of_class(root, "count")
    heights = [float(rect.get("height")) for rect in counted]
    assert heights == sorted(heights)
    assert heights[11] == pytest.approx(12 * heights[0], rel=0.05)
    assert next(root.iter("a")).get("aria-label") == "2006-01-01 to 2006-01-28: 10 incidents"


def test_the_day_looked_at_is_marked():
    root = parsed(timeline((), [stretch(DAY, date(2006, 3, 1))], as_of=date(2006, 2, 1)))
    assert "as of 2006-02-01" in words(of_class(root, "as-of")[0])


def test_what_has_no_date_is_counted_not_drawn():
    root = parsed(timeline((), [stretch(None, None), stretch(DAY, DAY)], undated=3))
    assert "4 incidents without a date." in words(root)
    assert len(of_class(root, "stretch")) == 1


def test_with_no_dates_there_is_no_timeline():
    root = parsed(timeline((), [stretch(None, None)]))
    assert not list(root.iter("svg"))


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (date(1990, 3, 1), date(2021, 8, 20), "1995"),
        (date(2006, 1, 1), date(2006, 12, 31), "2006-04"),
        (date(2006, 1, 14), date(2006, 1, 16), "2006-01-13"),
        (date(1, 1, 1), date(9999, 12, 31), "500"),
        (DAY, DAY, "2006-01-14"),
    ],
)
def test_ticks_are_where_a_person_would_put_them(first, last, label):
    along = axis([first, last], 38, 678)
    marked = ticks(along)
    assert label in [each for _, each in marked]
    assert all(along.first <= day <= along.last for day, _ in marked)
    assert len(marked) <= 21


def test_labels_of_the_axis_never_overlap():
    for last in (date(2006, 1, 16), date(2006, 2, 20), date(2007, 5, 1), date(2031, 1, 1)):
        texts = [t for t in parsed(timeline((), [stretch(DAY, last)])).iter("text") if t.get("class") == "tick"]
        spans = [(float(t.get("x")), LETTER * len(t.text) / 2) for t in texts]
        assert len(spans) > 1
        assert all(x + half <= y - other for (x, half), (y, other) in pairwise(spans))


def test_labels_are_escaped():
    root = parsed(timeline((), [stretch(DAY, DAY, "<script>alert(1)</script>")]))
    assert "<script>alert(1)</script>" in [text.text for text in root.iter("text")]
