"""Which names of an actor are names by themselves."""

from collections.abc import Callable

from rashomon.linking.actors.naming import is_named, names_of
from rashomon.record import Actor

MakeActor = Callable[..., Actor]


def test_an_alias_counts_and_a_surname_or_another_title_does_not(actor: MakeActor) -> None:
    man = actor("Tarek Zubaydi", aliases=("Zubaydi", "Col. Tarek Zubaydi", "T. Zubaydi", "Abu Layth"))
    assert set(names_of(man)) == {"Tarek Zubaydi", "Abu Layth"}


def test_a_groups_acronym_counts(actor: MakeActor) -> None:
    front = actor("Ruwan Liberation Union", "armed_group", aliases=("RLU", "the union"))
    assert set(names_of(front)) == {"Ruwan Liberation Union", "RLU"}


def test_common_nouns_with_capitals_are_no_persons(actor: MakeActor) -> None:
    assert not is_named(actor("High Official"))
    assert not is_named(actor("Friday"))
    assert is_named(actor("Mark Felt"))
