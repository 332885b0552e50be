"""Which figures of one kind a source means together."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.reading.figures import figures_of, is_on_top, of_one_voice, without_repeats


def meant(doc: Doc) -> list[str]:
    figures = [figure for token in doc if token.pos_ in {"VERB", "NOUN"} for figure in figures_of(doc, token)]
    told = without_repeats(doc, {figure.span: figure for figure in figures}.values())
    return [figure.text for figure in of_one_voice(doc, told)]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("A shell killed a nurse and two patients. Nine people were killed in the war.", ["a nurse", "two patients"]),
        ("Shells killed three nurses. Two drivers also died.", ["three nurses", "Two drivers"]),
        ("Shells killed three nurses. Two more nurses died later.", ["three nurses", "Two more nurses"]),
        ("Gunmen killed several men. Five men were killed near a mill.", ["Five men"]),
        ("Gunmen killed several men. Two men were killed near a mill.", ["several men"]),
        ("A blast killed Moussa Keita. Twelve people were killed in it.", ["Twelve people"]),
        ("A blast killed 12 people. Two people were killed at a gate.", ["12 people"]),
        ("Troops killed two rebels. A second rebel was killed at noon.", ["two rebels"]),
        ("Troops killed a rebel. A second rebel was killed at noon.", ["a rebel", "A second rebel"]),
        ("Troops killed more than 30 rebels. Several other rebels were killed at dusk.", ["more than 30 rebels"]),
    ],
)
def test_a_later_number_counts_where_it_adds_or_specifies(
    text: str, together: list[str], annotate: Callable[..., Doc]
) -> None:
    assert meant(annotate(text)) == together


def test_a_fuller_telling_stands_for_the_shorter_one(annotate: Callable[..., Doc]) -> None:
    doc = annotate("The murder of six monks was condemned. Soldiers killed the six monks and two women.")
    assert meant(doc) == ["the six monks", "two women"]


def test_only_what_is_added_in_the_same_sentence_is_on_top_of_another_source_s_number(
    annotate: Callable[..., Doc],
) -> None:
    doc = annotate("The judge was killed in a raid in which two guards were also killed. Two drivers also died.")
    judge, guards, drivers = (
        figure for word in ("raid", "died") for token in doc if token.text == word for figure in figures_of(doc, token)
    )
    assert is_on_top(doc, guards, [judge])
    assert not is_on_top(doc, drivers, [judge])
