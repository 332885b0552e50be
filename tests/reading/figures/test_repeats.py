from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.reading.figures import figures_of, points_back, without_repeats


def told_once(doc: Doc) -> list[str]:
    figures = [figure for token in doc if token.pos_ in {"VERB", "NOUN"} for figure in figures_of(doc, token)]
    return [figure.text for figure in without_repeats(doc, {figure.span: figure for figure in figures}.values())]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Soldiers detained a commander. The commander was captured at dawn.", ["a commander"]),
        ("Two men were killed in Bamako. The two men were killed on Monday.", ["Two men"]),
        ("A blast killed 12 people. Officials confirmed that 12 soldiers were killed.", ["12 people"]),
        ("Police arrested a leader. They arrested two more suspects.", ["a leader", "two more suspects"]),
        ("Police detained two more men. Two more men were detained in Kati.", ["two more men"]),
        ("Rebels killed 30 soldiers. More than 30 soldiers died.", ["30 soldiers", "More than 30 soldiers"]),
        ("Rebels killed two soldiers and two villagers.", ["two soldiers", "two villagers"]),
        ("The army said 30 rebels were killed. The rebels said 15 men were killed.", ["30 rebels", "15 men"]),
    ],
)
def test_only_what_is_said_again_is_dropped(text: str, kept: list[str], annotate: Callable[..., Doc]) -> None:
    assert told_once(annotate(text)) == kept


def test_only_a_phrase_without_a_number_points_back(annotate):
    doc = annotate("Troops killed the commander. Later they killed the two guards.")
    one, two = (f for token in doc if token.text == "killed" for f in figures_of(doc, token))
    assert points_back(doc, one)
    assert not points_back(doc, two)
