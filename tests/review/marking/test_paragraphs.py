"""A report's text as its page draws it: all of it, escaped, with what covers it."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from rashomon.record import RegionKind
from rashomon.review.marking import Mark, drawn, paragraphs, seen

BODY = RegionKind.body
spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted).map(tuple)
layers = st.sampled_from(["statements", "evidence", "incidents", "figures", "times", "places", "actors", "at", None])
marks = st.lists(
    st.tuples(spans, st.builds(Mark, st.sampled_from(["s1", "i1", "a1"]), layers, st.integers(0, 9))), max_size=9
)
texts = st.text(st.sampled_from("ab <>&\"'\n\r\t\x00\x07\u202e\x9f𝄞é"), max_size=60)


def regions_of(text, cuts):
    ends = sorted({cut for cut in cuts if cut <= len(text)})
    return [(BODY, span) for span in zip(ends[::2], ends[1::2], strict=False)]


@given(texts, marks, st.lists(st.integers(0, 60), max_size=8))
def test_everything_but_white_space_between_paragraphs_is_drawn_once(text, marks, cuts):
    regions = regions_of(text, cuts)
    found = list(paragraphs(text, regions, marks))
    drawn_text = {place for each in found for segment in each.segments for place in range(segment.start, segment.end)}
    assert all(text[place].isspace() for place in range(len(text)) if place not in drawn_text)
    assert sum(segment.end - segment.start for each in found for segment in each.segments) == len(drawn_text)
    assert [span for _, span in regions] == [(p.start, p.end) for p in found if (BODY, (p.start, p.end)) in regions]


@given(texts, marks)
def test_what_is_drawn_reads_as_the_text_and_is_nothing_but_text(text, marks):
    for each in paragraphs(text, [(BODY, (0, len(text)))] if text else [], marks):
        html = drawn(each, text, set())
        assert unescape(re.sub(r"</?(?:span|a)(?: [a-z-]+=\"[^\"<>]*\")*>", "", html)) == seen(text)
        assert len(seen(text)) == len(text)


def test_a_report_that_is_html_stays_text():
    text = "<script>alert(1)</script><img src=x onerror=y>"
    (each,) = paragraphs(text, [], [((3, 9), Mark("s1", "statements", 0))])
    html = drawn(each, text, set())
    assert "<script" not in html
    assert "<img" not in html


def test_what_would_not_be_seen_or_would_turn_the_line_has_a_sign():
    assert seen("a\x00b\x1bc\x7fd\u202ee\x85f\r\n\tg") == "a␀b␛c␡d�e�f \n\tg"


def test_each_mark_is_an_anchor_once():
    text = "shot and shot"
    before: set[str] = set()
    marks = [((0, 4), Mark("i1", "incidents")), ((9, 13), Mark("i1", "incidents")), ((0, 8), Mark("s0-8", "at"))]
    html = "".join(drawn(each, text, before) for each in paragraphs(text, [(BODY, (0, 5)), (BODY, (5, 13))], marks))
    assert html.count('id="m-i1"') == 1
    assert html.count('id="s0-8"') == 1


def test_the_inner_of_two_statements_has_the_colour():
    marks = [((0, 12), Mark("s1", "statements", 0)), ((4, 8), Mark("s2", "statements", 1))]
    (each,) = paragraphs("he said that", [], marks)
    assert re.findall(r"tint\d", drawn(each, "he said that", set())) == ["tint0", "tint1", "tint0"]


def test_a_paragraph_knows_whose_statements_it_has():
    marks = [((0, 9), Mark("s1", "statements", 0)), ((2, 4), Mark("i1", "incidents"))]
    first, second = paragraphs("one\n\nfour", [(RegionKind.title, (0, 3)), (BODY, (5, 9))], marks)
    assert (first.kind, first.said, second.kind, second.said) == (RegionKind.title, ("s1",), BODY, ("s1",))
