from collections.abc import Callable

import pytest

from rashomon.record import Act, SourceKind


def test_a_relative_clause_speaks_for_its_antecedent(only: Callable) -> None:
    assert only("A farmer who said that soldiers burned his barn has fled.").source == "A farmer who"


def test_a_participle_speaks_for_the_subject_of_its_sentence(only: Callable) -> None:
    assert only("The mayor left the hall, saying that nobody had asked him.").source == "The mayor"


def test_a_passive_names_nobody(only: Callable) -> None:
    found = only("The commander is believed to be hiding in the hills.")
    assert found.statement.source.span is None
    assert found.content == ("The commander", "to be hiding in the hills")
    assert found.statement.firmness == "probable"


def test_it_was_reported_says_only_what_was_reported(only: Callable) -> None:
    assert only("It was reported that the town had fallen.").content == ("that the town had fallen",)


def test_the_agent_of_a_passive_is_its_source(only: Callable) -> None:
    found = only("The attack was condemned by the African Union.")
    assert (found.source, found.content, found.statement.act) == ("the African Union", ("The attack",), Act.condemns)


def test_a_parenthesis_leaves_the_sentence_around_it(only: Callable) -> None:
    assert only("The rebels, he said, had fled across the river.").content == (
        "The rebels",
        "had fled across the river",
    )


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the blast.",
        "The blast claimed 20 lives.",
        "He called the hospital.",
        "The explosion showed how weak the wall was.",
        "The governor should say what he knows.",
    ],
)
def test_what_nobody_says_is_no_statement(told: Callable, text: str) -> None:
    assert told(text) == []


def test_a_report_that_shows_is_a_source(only: Callable) -> None:
    assert only("A police report shows that three shots were fired.").statement.source.kind is SourceKind.document
