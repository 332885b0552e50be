from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon import reports
from rashomon.reading.times.tense import BACK, FORWARD, is_aside, looks
from rashomon.record import Report


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Gunmen killed a judge on Monday.", BACK),
        ("A judge was killed on Monday.", BACK),
        ("Envoys will meet on Monday.", FORWARD),
        ("The minister said envoys would meet on Monday.", FORWARD),
        ("The rebels plan to withdraw on Monday.", FORWARD),
        ("The court is expected to rule on Monday.", FORWARD),
        ("The payment is due on Monday.", FORWARD),
    ],
)
def test_which_way_a_clause_looks(parse: Callable[[Report], Doc], text: str, way: int) -> None:
    monday = next(token for token in parse(reports.report_of(text)) if token.text == "Monday")
    assert looks(monday) == way


def test_a_relative_clause_is_an_aside(parse: Callable[[Report], Doc]) -> None:
    doc = parse(reports.report_of("In 1936 he broke with the men who had founded the party in 1921."))
    assert [is_aside(token) for token in doc if token.like_num] == [False, True]
