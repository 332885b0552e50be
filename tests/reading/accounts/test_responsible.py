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
