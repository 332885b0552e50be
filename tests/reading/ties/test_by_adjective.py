from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.record import TieStatus

Annotate = Callable[..., Doc]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Militias loyal to Salim Badi took the port.", ("militias", "supporter", "Salim Badi")),
        ("The Muslim Brotherhood, which is close to Hamas, denied it.", ("Muslim Brotherhood", "associate", "Hamas")),
    ],
)
def test_an_adjective_ties_whom_it_is_said_of(annotate: Annotate, text: str, tie: tuple[str, str, str]) -> None:
    doc = annotate(text)
    names = {actor.id: actor.name for actor in doc._.actors}
    assert [(names[t.a], t.relation.value, names[t.b]) for t in doc._.ties] == [tie]


def test_not_loyal_is_denied(annotate: Annotate) -> None:
    doc = annotate("The militia is not loyal to Hezbollah.")
    assert [tie.status for tie in doc._.ties] == [TieStatus.denied]


def test_close_to_a_place_is_no_tie(annotate: Annotate) -> None:
    assert annotate("The militia is close to the bridge.")._.ties == []
