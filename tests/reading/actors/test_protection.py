from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Annotate = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A nurse who asked not to be named said the ward was full.", "nurse"),
        ("One officer, who spoke on condition of anonymity, said ten men deserted.", "officer"),
        ("The rebel captain insisted that the identity of his men be withheld.", "rebel captain"),
        ("A resident, who declined to give his name, said the shelling went on all night.", "resident"),
    ],
)
def test_whoever_asked_not_to_be_named_is_protected(annotate: Annotate, text: str, who: str) -> None:
    assert [actor.name.removeprefix("one ") for actor in annotate(text)._.actors if actor.protected] == [who]


def test_a_named_speaker_is_not_protected(annotate: Annotate) -> None:
    doc = annotate("Colonel Ahmed Diallo said that two soldiers were killed and asked the villagers to leave.")
    assert not any(actor.protected for actor in doc._.actors)
