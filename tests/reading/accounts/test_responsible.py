"""Whom an account blames."""

import pytest

from rashomon.record import Act


def blamed(reading):
    """Names of those whom somebody blames."""
    names = {actor.id: actor.name for actor in reading.actors}
    accounts = [a for i in reading.incidents for a in i.accounts if a.act is Act.blames]
    return {names[id] for a in accounts for id in a.responsible}


@pytest.mark.parametrize(
    "told",
    [
        "The army blamed the deaths of its soldiers on the Shining Path.",
        "The army attributed the killings to the Shining Path.",
        "The Shining Path was blamed for the killings.",
        "The army said that the Shining Path was behind the killings.",
    ],
)
def test_whoever_the_blame_points_at_is_held_responsible(read, told):
    assert blamed(read(f"Nine soldiers were killed near Ayacucho on Monday. {told}")) == {"Shining Path"}


def test_an_armed_group_that_tells_what_the_army_did_accuses_it(read):
    reading = read("The Shining Path said that soldiers of the army killed nine villagers near Ayacucho on Monday.")
    assert "army" in {name.lower() for name in blamed(reading)}


def test_nobody_is_blamed_where_it_is_unclear_who_was_behind_it(read):
    reading = read(
        "Nine soldiers were killed near Ayacucho on Monday. "
        "The army said that it was unclear who was behind the attack on the Shining Path's home town."
    )
    assert blamed(reading) == set()


def test_what_a_victim_is_accused_of_is_no_incident(read):
    reading = read(
        "The Shining Path kidnapped a teacher near Ayacucho on Monday. The group accused him of spying for the CIA."
    )
    assert "Central Intelligence Agency" not in blamed(reading)


@pytest.mark.parametrize(
    "told",
    [
        "Critics say that the Cobra militia may have a hand in them.",
        "Critics said that the killings had been ordered by the Cobra militia.",
        "Or these killings, some suggest, may be led by the Cobra militia to turn the ministry against others.",
    ],
)
def test_whoever_had_a_hand_in_it_or_ordered_it_is_held_responsible(read, told):
    assert blamed(read(f"Two exiled officers were shot dead in Ankara last week. {told}")) == {"Cobra militia"}


def test_what_is_laid_to_somebody_are_the_attacks_and_not_the_arrest_after_them(read):
    reading = read(
        "Two exiled officers were shot dead in Ankara last week. Police arrested a suspect on Sunday. "
        "The exiles link them to the ministry's agents."
    )
    held = {i.kind: [a.act for a in i.accounts] for i in reading.incidents}
    assert Act.blames in held["killing"] and Act.blames not in held["arrest"]
