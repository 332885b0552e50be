import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.statements.quotations import quotations


def quoted(*paragraphs: str) -> list[str]:
    text, spans, at = "\n\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return [text[slice(*q.span)] for q in quotations(text, spans)]


@pytest.mark.parametrize("opening, closing", ['""', "“”", "«»", ("``", "''"), ("''", "''"), "‘’", ("„", "”")])
def test_every_style_of_marks_is_paired(opening: str, closing: str) -> None:
    quotation = f"{opening}They came at dawn.{closing}"
    assert quoted(f"The farmer said: {quotation} Then he left.") == [quotation]


def test_a_quotation_opened_in_one_style_may_close_in_another() -> None:
    assert quoted('“They came at dawn," he said.') == ['“They came at dawn,"']


def test_nested_single_marks_belong_to_the_outer_quotation() -> None:
    text = "\"He shouted 'run for it' and we ran,\" she said."
    assert quoted(text) == ["\"He shouted 'run for it' and we ran,\""]


def test_apostrophes_and_plural_possessives_are_no_quotations() -> None:
    assert quoted("The rebels' camp wasn't the villagers' doing, the army's 'Butterfly' unit of '98 said.") == []


def test_a_quotation_that_runs_on_is_resumed_by_the_next_opening_mark() -> None:
    paragraphs = ["“First they shelled us.", "“Then they came in.”", "He wept."]
    text = "\n\n".join(paragraphs)
    found = quotations(text, [(0, 23), (25, 45), (47, 55)])
    assert [(q.runs_on, q.resumes) for q in found] == [(True, False), (False, True)]


def test_a_mark_never_closed_ends_with_its_paragraph() -> None:
    assert quoted('He said "we will fight on', "Nobody answered.") == ['"we will fight on']


@given(st.text(alphabet="a“”\"'‘’`«» .,\n", max_size=60))
def test_any_marks_give_ordered_quotations_inside_the_text(text: str) -> None:
    found = quotations(text, [(0, len(text))]) if text else []
    assert all(0 <= q.span[0] < q.span[1] <= len(text) for q in found)
    assert all(a.span[1] <= b.span[0] for a, b in itertools.pairwise(found))
