from collections.abc import Callable

from rashomon.record import Act


def test_according_to_at_the_end(only: Callable) -> None:
    found = only("Two men were shot while they were fishing, according to the police chief.")
    assert (found.source, found.content) == ("the police chief", ("Two men were shot while they were fishing",))
    assert found.statement.by == "statements.according_to"


def test_according_to_at_the_beginning(only: Callable) -> None:
    assert only("According to residents, the shelling lasted all night.").content == ("the shelling lasted all night",)


def test_according_to_inside_a_relative_clause_is_about_that_clause(only: Callable) -> None:
    found = only("Guards stopped four men who, according to the villagers, had thrown the grenade.")
    assert found.content == ("had thrown the grenade",)


def test_a_coordinated_clause_is_not_attributed(only: Callable) -> None:
    found = only("According to the army, nine rebels were killed, but the town remained calm.")
    assert found.content == ("nine rebels were killed",)


def test_in_the_words_of(only: Callable) -> None:
    assert only("In the view of the bishop, the talks have failed.").source == "the bishop"


def test_reportedly_names_nobody(only: Callable) -> None:
    found = only("The general reportedly fled to the coast.")
    assert found.statement.source.span is None
    assert found.content == ("The general", "fled to the coast")
    assert found.statement.firmness == "probable"


def test_unavailable_for_comment_is_silence(only: Callable) -> None:
    found = only("Rebel leaders were not available for comment on Friday.")
    assert (found.source, found.statement.act) == ("Rebel leaders", Act.declines_comment)
