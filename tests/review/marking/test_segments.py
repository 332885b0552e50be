"""A text is cut at every start and end, and nothing of it is lost, doubled or told of what does not cover it."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.review.marking import segments

TEXT = "Two gunmen shot the judge, Walid told Reuters."
spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).filter(lambda span: span[0] < span[1])
marks = st.lists(st.tuples(spans, st.sampled_from("abcdef")), max_size=12)


@given(st.text(max_size=40), marks, st.lists(st.integers(0, 50)))
def test_end_to_end_the_segments_are_the_text(text, marks, cuts):
    cut = list(segments((0, len(text)), marks, cuts))
    assert "".join(text[each.start : each.end] for each in cut) == text
    assert all(each.start < each.end for each in cut)


@given(marks)
def test_a_segment_has_exactly_the_marks_that_cover_all_of_it(marks):
    for each in segments((0, 50), marks):
        covering = {mark for (start, end), mark in marks if start <= each.start and each.end <= end}
        touching = {mark for (start, end), mark in marks if start < each.end and each.start < end}
        assert set(each.marks) == covering == touching


def test_nested_and_crossing_marks_are_told_apart():
    said, shot, judge = (0, 26), (11, 46), (16, 25)
    cut = segments((0, 46), [(said, "said"), (shot, "shot"), (judge, "judge")])
    assert [(TEXT[each.start : each.end], each.marks) for each in cut] == [
        ("Two gunmen ", ("said",)),
        ("shot ", ("said", "shot")),
        ("the judge", ("said", "shot", "judge")),
        (",", ("said", "shot")),
        (" Walid told Reuters.", ("shot",)),
    ]


def test_of_marks_that_begin_together_the_longest_is_outermost():
    (first, _) = segments((0, 9), [((0, 4), "inner"), ((0, 9), "outer")])
    assert first.marks == ("outer", "inner")


def test_of_ten_thousand_crossing_marks_each_is_in_its_three_segments():
    marks = [((place * 20, place * 20 + 30), place) for place in range(10_000)]
    assert sum(len(each.marks) for each in segments((0, 200_010), marks)) == 3 * 10_000 - 2
