from collections.abc import Callable

import pytest

from rashomon.record import Act


@pytest.mark.parametrize(
    "text, source, content, act",
    [
        (
            "Residents laughed at the ministry's claim that the village was empty.",
            "the ministry",
            "that the village was empty",
            Act.asserts,
        ),
        ("Villagers fled after the army's warning of more shelling.", "the army", "more shelling", Act.predicts),
        ("The rebels issued a threat to burn the crops.", "The rebels", "to burn the crops", Act.threatens),
        (
            "Parents laughed at Taliban assurances that schools would open.",
            "Taliban",
            "that schools would open",
            Act.asserts,
        ),
    ],
)
def test_a_cue_noun_gives_source_and_content(told: Callable, text: str, source: str, content: str, act: Act) -> None:
    found = [t for t in told(text) if t.statement.by == "statements.noun"]
    assert [(t.source, t.content, t.statement.act) for t in found] == [(source, (content,), act)]
