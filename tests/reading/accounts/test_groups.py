import pytest

from rashomon.record import Act, Firmness


def held(reading, act=Act.asserts):
    """The names of those held responsible by accounts of this act."""
    names = {actor.id: actor.name for actor in reading.actors}
    return {names[id] for i in reading.incidents for a in i.accounts if a.act is act for id in a.responsible}


def test_members_of_a_group_act_for_it(read):
    assert "Shining Path" in held(read("Members of the Shining Path killed a mayor in Ayacucho on Monday."))


def test_so_do_its_guerrillas_in_a_text_in_capitals(read):
    assert "Shining Path" in held(
        read("LIMA, 3 MAY 89 -- SHINING PATH GUERRILLAS KILLED A MAYOR IN AYACUCHO ON MONDAY.")
    )


def test_the_guerrillas_are_those_of_the_only_group_that_is_named(read):
    reading = read("The Shining Path has called a strike. The guerrillas killed a mayor in Ayacucho on Monday.")
    assert "Shining Path" in held(reading)


def test_of_two_groups_neither(read):
    reading = read("The Shining Path fought Hamas for years. The guerrillas killed a mayor in Ayacucho on Monday.")
    assert "Hamas" not in held(reading) and "Shining Path" not in held(reading)


def test_whoever_has_a_name_acts_for_himself(read):
    reading = read("Abdul Karimi, a member of the Taliban, killed his neighbour in Khost on Monday.")
    assert not any("Taliban" in name for name in held(reading))


def test_a_paper_s_claim_is_that_of_the_group_behind_it(read):
    reading = read(
        "A bomb killed two guards in Lima on Monday. The Shining Path left leaflets claiming responsibility for the attack."
    )
    assert "Shining Path" in held(reading, Act.claims_responsibility)


@pytest.mark.parametrize(
    "text",
    [
        "El Heraldo reported that alleged Shining Path members killed a mayor in Ayacucho on Monday.",
        "A mayor was presumably killed by the Shining Path in Ayacucho on Monday.",
    ],
)
def test_whoever_is_not_sure_who_it_was_says_so(read, text):
    firmness = {a.firmness for i in read(text).incidents for a in i.accounts if a.responsible}
    assert firmness == {Firmness.probable}


def test_credit_is_responsibility(read):
    reading = read("A bomb killed two guards in Lima on Monday. The Shining Path claimed credit for the attack.")
    assert "Shining Path" in held(reading, Act.claims_responsibility)


def test_all_who_are_blamed_are_held_responsible(read):
    reading = read(
        "A bomb killed two guards in Kabul on Monday. The minister blamed the Taliban and Al-Qaida for the attack."
    )
    assert len(held(reading, Act.blames)) == 2


def test_a_unit_claims_for_the_group_it_is_part_of(read):
    reading = read(
        "A bomb killed two guards in Cali on Monday. The National Liberation Army's Northern Brigade claimed responsibility for it."
    )
    claimants = held(reading, Act.claims_responsibility)
    assert "National Liberation Army" in claimants


def test_an_unnamed_caller_claims_for_the_group_he_names(read):
    reading = read(
        "A bomb killed two guards in Lima on Monday. "
        "A caller speaking for the Shining Path claimed responsibility for the attack."
    )
    assert "Shining Path" in held(reading, Act.claims_responsibility)


def test_a_group_s_own_station_claims_for_it(read):
    reading = read(
        "Radio Aurora, the Shining Path's station, said that the Shining Path shot down a helicopter on Monday."
    )
    assert "Shining Path" in held(reading, Act.claims_responsibility)
