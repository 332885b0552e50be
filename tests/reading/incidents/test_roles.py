import pytest


def roles(reading):
    return {(p.role.value, p.text) for incident in reading.incidents for p in incident.participants}


@pytest.mark.parametrize(
    "text",
    [
        "Two gunmen killed the judge on Monday.",
        "The judge was killed by two gunmen on Monday.",
        "The killing of the judge by two gunmen shocked the town.",
        "Two gunmen stormed the court and killed the judge.",
        "Police looked for the two gunmen who killed the judge.",
        "Two gunmen opened fire on the judge.",
        "Two gunmen carried out an attack on the judge.",
    ],
)
def test_the_same_people_fill_the_roles_however_it_is_put(read, text):
    found = roles(read(text))
    assert ("victim", "judge") in found
    assert ("perpetrator", "two gunmen") in {(role, name.lower()) for role, name in found}


def test_a_possessor_may_be_who_suffered(read):
    assert ("victim", "judge") in roles(read("The judge's murder shocked the town."))


def test_a_name_stands_without_its_title(read):
    assert ("victim", "Rashid Omar") in roles(read("Gunmen killed General Rashid Omar in Kabul on Monday."))


def test_things_are_targets_and_weapons_instruments(read):
    found = roles(read("Guerrillas blew up a bridge with dynamite."))
    assert {("target", "bridge"), ("instrument", "dynamite"), ("perpetrator", "Guerrillas")} <= found


def test_a_weapon_that_is_the_subject_is_no_perpetrator(read):
    assert ("instrument", "car bomb") in roles(read("A car bomb killed nine people in Mosul."))


def test_an_attack_is_nobody(read):
    assert not [p for p in roles(read("The attack killed nine people in Mosul.")) if p[0] == "perpetrator"]


def test_coordinated_victims_are_all_found(read):
    found = roles(read("Gunmen shot dead a priest and two nuns."))
    assert {("victim", "priest"), ("victim", "nuns")} <= found


def test_members_bring_their_group_with_them(read):
    found = roles(read("Taliban fighters attacked a school in Ghazni."))
    assert ("perpetrator", "Taliban") in found


def test_the_place_of_an_explosion_is_no_target(read):
    (incident,) = read("A bomb exploded in the town of Baqubah.").incidents
    assert not [p for p in incident.participants if p.role.value == "target"]


def test_police_who_tell_of_arrests_made_them(read):
    assert ("perpetrator", "police") in {
        (r, t.lower()) for r, t in roles(read("Police said that 50 men had been arrested."))
    }


def test_both_sides_of_a_clash_are_parties(read):
    found = roles(read("Soldiers clashed with rebels outside the town."))
    assert {("party", "Soldiers"), ("party", "rebels")} <= found


def perpetrators(reading) -> set[str]:
    return {p.text for i in reading.incidents for p in i.participants if p.role == "perpetrator"}


def test_whoever_owns_the_guns_fired_them(read):
    assert any("army" in text for text in perpetrators(read("The army's artillery shelled a school in Idlib.")))


def test_whoever_holds_the_ground_is_said_to_have_fired(by_rules):
    reading = by_rules("Officials said that the rockets were fired from an area held by the rebels.")
    assert any("rebels" in text for text in perpetrators(reading))


def test_an_adjective_names_the_state_that_did_it(read):
    reading = read("An Israeli airstrike hit a clinic in Tyre. Israel said nothing.")
    airstrike = next(i for i in reading.incidents if i.kind == "airstrike")
    names = {a.id: a.name for a in reading.actors}
    assert "Israel" in {names.get(p.actor) for p in airstrike.participants}


def test_whoever_is_accused_did_all_of_it(read):
    reading = read("The ministry accused the rebels of striking a prison near Goma and killing six guards.")
    assert perpetrators(reading) == {"rebels"}


def test_whoever_breaks_the_windows_of_a_bank_hits_the_bank(read):
    found = roles(read("The bomb destroyed the windows of a bank in Mosul on Monday."))
    assert ("target", "bank") in found and not any("windows" in text for _, text in found)
