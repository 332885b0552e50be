from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.reading.statements import protected_sources


@pytest.mark.parametrize(
    "text",
    [
        "A police officer, who spoke on condition of anonymity, said the men had been tortured.",
        "The men had been tortured, said a police officer who asked not to be named.",
        "A police officer said the men had been tortured. The officer is not authorised to speak to the press.",
        "A teacher whose name is being withheld said the men had been tortured.",
        "Speaking on condition of anonymity, a police officer said the men had been tortured.",
        "A villager said the men had been tortured. The villager asked that his name and the place be kept secret.",
        "A nurse said the men had been tortured but declined to be identified for fear of reprisals.",
    ],
)
def test_a_source_that_asked_not_to_be_known_is_protected(told: Callable, text: str) -> None:
    said = [t for t in told(text) if any("tortured" in c for c in t.content)]
    assert said and all(t.statement.source.protected for t in said)


def test_nobody_else_is_protected(told: Callable) -> None:
    found = told(
        "A police officer who asked not to be named said the men had been tortured. The mayor said they had fled."
    )
    assert [t.statement.source.protected for t in found if t.source == "The mayor"] == [False]


def test_the_phrases_of_protected_sources_are_told(annotate: Callable[..., Doc]) -> None:
    doc = annotate("A farmer who asked not to be named said soldiers had burned the barn.")
    assert [doc.text[a:b].split()[1] for a, b in protected_sources(doc)] == ["farmer"]


def test_the_actor_is_protected_too(annotate: Callable[..., Doc]) -> None:
    doc = annotate(
        "An army deserter, who spoke on condition of anonymity, said villages were burned. The deserter said he fled."
    )
    heads = {a.id for a in doc._.actors if a.protected}
    assert heads == {s.source.actor for s in doc._.statements if s.source.actor is not None and s.source.protected}


def test_fear_protects_those_who_speak_and_not_those_who_flee(told: Callable, annotate: Callable[..., Doc]) -> None:
    doc = annotate("Villagers fled for fear of reprisals. The mayor said the road was mined.")
    assert not any(a.protected for a in doc._.actors)
    found = told("A shopkeeper, who feared reprisals, said soldiers had burned the market.")
    assert [t.statement.source.protected for t in found] == [True]
