import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from rashomon.reading.pipeline import COMPONENTS
from rashomon.reading.reader import Reader
from rashomon.reading.statements import find_statements


def test_statements_are_numbered_in_text_order(annotate: Callable[..., Doc]) -> None:
    doc = annotate('Police said two men died. "We saw it," a farmer said. According to the mayor, nobody fled.')
    assert [s.id for s in doc._.statements] == ["s1", "s2", "s3"]
    starts = [s.content[0][0] for s in doc._.statements]
    assert starts == sorted(starts)


def test_text_is_the_reports_own_in_capitals(annotate: Callable[..., Doc]) -> None:
    doc = annotate("THE GUERRILLAS SAID THAT THEY HAD DESTROYED TWO BRIDGES IN THE NORTH OF THE COUNTRY.")
    assert [s.source.text for s in doc._.statements] == ["THE GUERRILLAS"]


@pytest.mark.parametrize(
    "text", ["", "Said", "“", "\"'\"'\"'", "said " * 300, "🙂 said 🙂: “🙂”", "A: B", "[X] y", "according to"]
)
def test_odd_texts_are_read(annotate: Callable[..., Doc], text: str) -> None:
    assert isinstance(annotate(text)._.statements, list)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from("He said that \" “ ” ' : , . the rebels killed denied according to [ ] \n\n".split(" ")),
        max_size=30,
    )
)
def test_any_text_gives_spans_inside_it(annotate: Callable[..., Doc], words: list[str]) -> None:
    text = " ".join(words)
    for s in annotate(text)._.statements:
        spans = [*s.content, *([s.cue] if s.cue else []), *([s.source.span] if s.source.span else [])]
        assert all(0 <= a < b <= len(text) for a, b in spans)
        assert s.source.span is None or text[slice(*s.source.span)] == s.source.text


def test_a_doc_without_report_or_other_components_is_read(reader: Reader) -> None:
    with reader.nlp.select_pipes(disable=[*COMPONENTS, "rashomon_layout"]):
        doc = find_statements(reader.nlp('Police said that rebels had fled. "We saw them," a farmer said.'))
    assert [s.source.text for s in doc._.statements] == ["Police", "a farmer"]


def test_hundreds_of_quotations_in_one_paragraph_do_not_take_forever(annotate: Callable[..., Doc]) -> None:
    doc = annotate('"We saw it," a farmer said. ' * 300)
    started = time.perf_counter()
    find_statements(doc)
    assert time.perf_counter() - started < 2
