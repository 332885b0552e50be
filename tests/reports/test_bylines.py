"""Who wrote a report, and for whom."""

import pytest

from rashomon.reports.bylines import Byline, byline_of, is_byline


@pytest.mark.parametrize(
    ("lines", "authors", "publisher"),
    [
        (["By Ana Ruiz"], ("Ana Ruiz",), None),
        (["By Ana Ruiz and John Okello"], ("Ana Ruiz", "John Okello"), None),
        (["BY ANA RUIZ", "Eastern Herald Staff Writer"], ("ANA RUIZ",), "Eastern Herald"),
        (["By Ana Ruiz in Bukavu"], ("Ana Ruiz",), None),
        (["By Ana Ruiz, Eastern Herald"], ("Ana Ruiz",), "Eastern Herald"),
        (["By Reuters"], (), "Reuters"),
        (["**Author:** [Ana Ruiz](#)"], ("Ana Ruiz",), None),
        (["*By the Lake Desk*"], ("Lake Desk",), None),
        (["Tuesday, November 20, 2012", "1.3k"], (), None),
    ],
)
def test_bylines(lines: list[str], authors: tuple[str, ...], publisher: str | None) -> None:
    assert byline_of(lines) == Byline(authors, publisher)


@pytest.mark.parametrize("text", ["By Friday they had left", "By then", "By voting no", "Bystanders fled", "By Monday"])
def test_sentences_that_begin_with_by(text: str) -> None:
    assert not is_byline(text)
