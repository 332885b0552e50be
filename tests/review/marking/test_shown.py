"""Masked names have other lengths: spans follow, and no part of a name can be pointed at."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.export import Redaction
from rashomon.review.marking import Shown, segments

NAMES = {
    "Amina Farah": "victim A7",
    "Farah": "victim A7",
    "Omar": "x",
    "the elder of Bano": "a source who asked for protection",
}
REDACTION = Redaction(NAMES)
texts = st.lists(
    st.sampled_from(
        [*NAMES, "Amina", "Amina\n\nFarah", "AMINA  FARAH", "said", "was shot.", "30", "of Bano", "Omari", "\n\n", "é𝄞"]
    )
).map(" ".join)
places = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120)).map(sorted).map(tuple), max_size=8)


def shown(text):
    return Shown(text, REDACTION.found(text))


def within(text, spans):
    return [(start, end) for start, end in spans if start < end <= len(text)]


@given(texts)
def test_what_is_shown_is_what_is_told_elsewhere(text):
    assert shown(text).text == REDACTION.text(text)


@given(texts, places)
def test_no_part_of_a_name_is_shown_or_pointed_at(text, spans):
    seen = shown(text)
    names = list(REDACTION.found(text))
    for span in within(text, spans):
        words = seen.text[slice(*seen.span(span))]
        touched = [stands for (start, end), stands in names if start < span[1] and span[0] < end]
        assert all(stands in words for stands in touched)
        outside = [text[place] for place in range(*span) if not any(start <= place < end for (start, end), _ in names)]
        for stands in touched:
            words = words.replace(stands, "", 1)
        assert words == "".join(outside)


@given(texts, places)
def test_segments_of_a_masked_text_have_names_whole_or_not_at_all(text, spans):
    seen = shown(text)
    cut = segments((0, len(seen.text)), [(seen.span(span), span) for span in within(text, spans)])
    assert "".join(seen.text[each.start : each.end] for each in cut) == REDACTION.text(text)


@given(texts, st.lists(st.integers(0, 120), max_size=8))
def test_paragraphs_stay_in_order_and_apart(text, cuts):
    ends = sorted({0, *(cut for cut in cuts if cut < len(text)), len(text)})
    seen = shown(text)
    apart = seen.apart(list(pairwise(ends)))
    assert "".join(seen.text[slice(*span)] for span in apart) == seen.text


def test_a_span_without_a_name_in_it_has_the_same_words():
    text = "Amina Farah was shot, Omar said."
    assert shown(text).span((16, 20)) == (14, 18)
    assert shown(text).text[14:18] == text[16:20] == "shot"


def test_nothing_is_masked_where_a_name_stands_for_itself():
    seen = Shown("Omar said", Redaction({"Omar": "Omar"}).found("Omar said"))
    assert not seen.masked
    assert seen.span((0, 4)) == (0, 4)
