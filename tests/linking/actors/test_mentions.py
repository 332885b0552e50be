"""Which actors of a report have a place in the record, and which of them share one with other reports'."""

import json
from collections.abc import Callable

from rashomon.linking.actors.mentions import mentions
from rashomon.linking.mention import Mention
from rashomon.record import Actor, Reading, Relation, Tie

MakeActor = Callable[..., Actor]
MakeReading = Callable[..., Reading]


def one(reading: Reading, id: str) -> Mention:
    (found,) = [mention for mention in mentions(reading) if mention.local == id]
    return found


def tie(a: Actor, relation: Relation, b: Actor) -> Tie:
    return Tie(a=a.id, relation=relation, b=b.id, evidence=((0, 5),))


def test_one_name_is_one_mention_in_every_report_however_it_is_titled(actor: MakeActor, read_as: MakeReading) -> None:
    first, second = actor("Gen. Tarek Zubaydi"), actor("Tarek al-Zubaydi")
    a = one(read_as(first, id="r1", country="IRQ"), first.id)
    b = one(read_as(second, id="r2", country="IRQ"), second.id)
    assert a.identity == b.identity
    assert a.features == b.features and a.keys == b.keys


def test_nobody_in_particular_has_none(actor: MakeActor, read_as: MakeReading) -> None:
    some = (
        actor("two gunmen", by="actors.noun.attackers"),
        actor("Monday", "organisation"),
        actor("villagers", "population"),
    )
    assert mentions(read_as(*some)) == []


def test_whoever_is_protected_stays_with_the_report_and_is_compared_with_nobody(
    actor: MakeActor, read_as: MakeReading
) -> None:
    hidden = actor("Tarek Zubaydi", protected=True)
    first, second = (one(read_as(hidden, id=id, country="IRQ"), hidden.id) for id in ("r1", "r2"))
    assert first.identity != second.identity
    assert not first.keys and not first.features


def test_a_bare_surname_is_linked_only_with_the_group_it_belongs_to(actor: MakeActor, read_as: MakeReading) -> None:
    man, front = actor("Zubaydi"), actor("Ruwan Front", "armed_group")
    assert not one(read_as(man, front, country="IRQ"), man.id).keys
    bound = one(read_as(man, front, ties=(tie(man, Relation.commander, front),), country="IRQ"), man.id)
    full = actor("Tarek Zubaydi")
    fuller = one(read_as(full, front, ties=(tie(full, Relation.member, front),), country="IRQ"), full.id)
    assert set(bound.keys) & set(fuller.keys)


def test_a_name_that_many_bear_needs_a_group_and_a_state_is_none(actor: MakeActor, read_as: MakeReading) -> None:
    man, front, police = (
        actor("Mohammad Khan"),
        actor("Ruwan Front", "armed_group"),
        actor("Afghan police", "security_force"),
    )
    assert not one(read_as(man, police, ties=(tie(man, Relation.member, police),), country="AFG"), man.id).keys
    in_front = read_as(man, front, ties=(tie(man, Relation.member, front),), country="AFG", year=2011)
    later = in_front.model_copy(update={"report": in_front.report.model_copy(update={"id": "r2"})})
    assert one(in_front, man.id).identity == one(later, man.id).identity
    elsewhere = read_as(man, front, ties=(tie(man, Relation.member, front),), country="PAK", year=2011)
    assert one(in_front, man.id).identity != one(elsewhere, man.id).identity


def test_an_alias_tie_joins_names(actor: MakeActor, read_as: MakeReading) -> None:
    man, other = actor("Haji Bashir Zubaydi"), actor("Sher Alam Torkhel")
    found = mentions(read_as(man, other, ties=(tie(man, Relation.alias, other),), country="AFG"))
    assert found[0].identity == found[1].identity
    assert set(found[0].features["names"]) == {"bashir zubaydi", "sher alam torkhel"}


def test_the_registry_knows_an_actor_by_any_of_its_names(actor: MakeActor, read_as: MakeReading) -> None:
    names = actor("FARC", "organisation"), actor("Fuerzas Armadas Revolucionarias de Colombia", "armed_group")
    found = mentions(read_as(*names, country="COL"))
    assert found[0].identity == found[1].identity == "known: Revolutionary Armed Forces of Colombia"


def test_bodies_are_their_countrys(actor: MakeActor, read_as: MakeReading) -> None:
    said = (
        actor("Salvadoran government", "government", by="actors.noun.governments"),
        actor("El Salvador", "government"),
    )
    found = mentions(read_as(*said))
    assert {mention.identity for mention in found} == {"known: government of SLV"}
    ministry = actor("Interior Ministry", "government")
    at_home, abroad = (one(read_as(ministry, country=country), ministry.id) for country in ("MLI", "NER"))
    assert at_home.identity != abroad.identity
    assert not one(read_as(ministry), ministry.id).keys


def test_an_embassy_is_that_of_one_country_in_another(actor: MakeActor, read_as: MakeReading) -> None:
    embassy = actor("U.S. Embassy", "government", country="USA")
    here, there = (one(read_as(embassy, country=country), embassy.id) for country in ("AFG", "SLV"))
    assert here.identity != there.identity


def test_a_city_that_was_taken_for_somebody_is_left_out(actor: MakeActor, read_as: MakeReading) -> None:
    city = actor("Ruwanabad", "organisation", mentions=((9000, 9001),))
    assert mentions(read_as(city, country="AFG")) == []


def test_two_of_one_name_in_one_report_have_one_mention(actor: MakeActor, read_as: MakeReading) -> None:
    twice = actor("Tarek Zubaydi"), actor("Col. Tarek Zubaydi")
    first, second = mentions(read_as(*twice, country="IRQ"))
    assert first.identity == second.identity and first.local != second.local


def test_features_are_json_and_follow_from_the_identity(actor: MakeActor, read_as: MakeReading) -> None:
    man = actor("Tarek Zubaydi", aliases=("Abu Layth",))
    swapped = man.model_copy(update={"name": "Abu Layth", "aliases": ("Tarek Zubaydi",)})
    a, b = (one(read_as(who, country="IRQ"), man.id) for who in (man, swapped))
    assert a.identity == b.identity
    assert json.dumps(a.features, sort_keys=True) == json.dumps(b.features, sort_keys=True)
