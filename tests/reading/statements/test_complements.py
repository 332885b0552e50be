from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    "text, source, content",
    [
        ("The governor said that rebels had seized the bridge.", "The governor", "that rebels had seized the bridge"),
        ("The governor said rebels had seized the bridge.", "The governor", "rebels had seized the bridge"),
        ("Rebels had seized the bridge, the governor said.", "the governor", "Rebels had seized the bridge"),
        ("The army denied the accusation.", "The army", "the accusation"),
        ("The militia vowed to avenge its dead.", "The militia", "to avenge its dead"),
        ("The minister accused the rebels of burning the school.", "The minister", "the rebels of burning the school"),
        ("The minister called for an inquiry.", "The minister", "an inquiry"),
        ("The president called the raid a crime.", "The president", "the raid a crime"),
        ("He was fired on, the driver told police.", "the driver", "He was fired on"),
    ],
)
def test_a_cue_verb_gives_source_and_content(only: Callable, text: str, source: str, content: str) -> None:
    found = only(text)
    assert (found.source, found.content) == (source, (content,))


def test_whoever_is_told_is_not_what_is_said(only: Callable) -> None:
    assert only("Colonel Diarra told reporters that the convoy had been ambushed.").content == (
        "that the convoy had been ambushed",
    )


def test_a_number_put_somewhere_is_a_statement(only: Callable) -> None:
    assert only("The hospital put the death toll at 14.").content == ("the death toll at 14",)
