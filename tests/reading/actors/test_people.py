from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Annotate = Callable[..., Doc]


def names(doc: Doc) -> list[str]:
    return [actor.name for actor in doc._.actors]


def test_a_second_surname_after_a_particle_belongs_to_the_name(annotate: Annotate) -> None:
    doc = annotate("Father Luis Robles y Prado spoke on Sunday. Robles y Prado then left.")
    assert names(doc) == ["Luis Robles y Prado"]


def test_a_surname_that_is_also_a_noun_is_the_person(annotate: Annotate) -> None:
    doc = annotate("Karim Mujahid denied it. Mujahid spoke by telephone.")
    assert names(doc) == ["Karim Mujahid"]
    assert len(doc._.actors[0].mentions) == 2


def test_a_noun_at_the_beginning_of_a_sentence_is_no_surname(annotate: Annotate) -> None:
    doc = annotate("Mujahid Karim Badi denied it. Fighters fled.")
    assert "fighters" in names(doc)


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell in Kharo Bagh. Kharo Bagh was empty.",
        "Kharobad, a village of 20 houses, burned. Kharobad was empty.",
    ],
)
def test_what_the_text_uses_for_a_place_is_no_person(annotate: Annotate, text: str) -> None:
    assert names(annotate(text)) == []
