"""With whom somebody is compared."""

from rashomon.linking.actors.described import Described
from rashomon.linking.actors.keys import keys_of
from rashomon.record import ActorKind

PERSON, GROUP = ActorKind.person, ActorKind.armed_group


def shared(one: Described, other: Described) -> set[str]:
    return set(keys_of(one)) & set(keys_of(other))


def test_names_that_many_bear_are_compared_within_their_country() -> None:
    here, there = (Described(("Mohammad Khan",), PERSON, country) for country in ("AFG", "PAK"))
    assert shared(here, here) and not shared(here, there)
    here, there = (Described(("Tarek Zubaydi",), PERSON, country) for country in ("IRQ", "SYR"))
    assert shared(here, there)


def test_a_person_is_never_compared_with_a_group() -> None:
    assert not shared(Described(("Tarek Zubaydi",), PERSON), Described(("Tarek Zubaydi",), GROUP))


def test_a_surname_is_compared_within_its_group_and_country() -> None:
    full = Described(("Tarek Zubaydi",), PERSON, "IRQ", ("Ruwan Front",))
    assert shared(full, Described(("Zubaydi",), PERSON, "IRQ", ("Ruwan Front",)))
    assert not shared(full, Described(("Zubaydi",), PERSON, "IRQ"))
    assert not shared(full, Described(("Zubaydi",), PERSON, "SYR", ("Ruwan Front",)))


def test_initials_find_the_name_in_any_country() -> None:
    assert shared(Described(("National Ruwan League",), GROUP, "MLI"), Described(("NRL",), GROUP, "NER"))
