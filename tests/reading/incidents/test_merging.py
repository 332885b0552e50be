def test_cause_and_effect_in_one_sentence_are_one_incident(read):
    (incident,) = read("Gunmen attacked a mosque in Mopti, killing three men and wounding two.").incidents
    assert {f.kind.value for f in incident.figures} == {"killed", "wounded"}


def test_the_attack_points_back(read):
    (incident,) = read(
        "A car bomb exploded outside a bank in Mosul on Monday. The attack killed nine people. No group claimed it."
    ).incidents
    assert incident.kind == "bombing"
    assert len(incident.evidence) == 2


def test_two_bombings_in_two_towns_stay_apart(read):
    reading = read("A bomb exploded in Mosul on Monday. Another bomb exploded in Basra on Tuesday.")
    assert [i.kind for i in reading.incidents] == ["bombing", "bombing"]


def test_a_person_is_killed_once(read):
    reading = read(
        "Gunmen killed Rashid Omar in Kabul on Monday. The president flew home. He spoke to reporters. "
        "Omar's murder was condemned by the United Nations."
    )
    assert [i.kind for i in reading.incidents if i.kind == "killing"] == ["killing"]


def test_killings_of_different_people_stay_apart(read):
    reading = read("Gunmen killed Rashid Omar on Monday. Gunmen killed Anwar Latif on Tuesday.")
    assert len(reading.incidents) == 2


def test_what_came_before_is_another_incident(read):
    reading = read("Rebels attacked a village on Monday after soldiers had arrested their leader in Bamako.")
    assert {i.kind for i in reading.incidents} >= {"arrest"}
    assert len(reading.incidents) == 2


def test_incidents_are_numbered_in_text_order(read):
    reading = read("Rebels kidnapped a nurse in Goma on Monday. A bomb exploded in Bukavu on Tuesday.")
    assert [(i.id, i.kind) for i in reading.incidents] == [("i1", "abduction"), ("i2", "bombing")]


def test_rival_versions_of_one_blast_are_one_incident(read):
    reading = read(
        "An explosion hit a clinic in Goma on Tuesday. The governor said that an army airstrike had killed 40 people. "
        "The army denied that its jets had struck the clinic. A spokesman said that a rocket fired by rebels had fallen short.",
        published="2012-11-22",
    )
    (incident,) = reading.incidents
    assert (incident.kind, incident.status) == ("bombing", "happened")  # no side's word for it
    assert {a.act.value for a in incident.accounts} >= {"asserts", "denies"}


def test_another_word_with_the_points_back(read):
    (incident,) = read(
        "Jets bombed a market in Taiz on Monday. Doctors said that the blast killed nine people."
    ).incidents
    assert incident.kind == "airstrike"


def test_a_source_tells_of_another_day_another_incident(read):
    reading = read(
        "A bomb exploded in Mosul on Monday. The army said that on Friday rockets had struck a base in Basra.",
        published="2010-06-10",
    )
    assert len(reading.incidents) == 2


def test_other_victims_told_by_a_source_are_another_incident(read):
    reading = read(
        "Rebels attacked a bus near Gao on Monday, killing six traders. "
        "A charity reported the beating and murder of five Tuareg herders in January.",
        published="2013-02-03",
    )
    assert len([i for i in reading.incidents if i.kind in {"killing", "assault", "clash"}]) == 2


def test_background_is_not_what_a_toll_belongs_to(read):
    reading = read(
        "A drone strike hit a house in Jalalabad on Sunday. The army was hunting the group that claimed the bombing of a "
        "mosque in Kabul in May. Residents said that seven people had been killed.",
        published="2021-08-30",
    )
    strike = next(i for i in reading.incidents if i.kind == "airstrike")
    assert [f.low for a in strike.accounts for f in a.figures] == [7]


def test_a_headline_tells_what_the_report_begins_with(read):
    reading = read(
        "Colonel Held in Murder of Nuns\n\nPolice arrested a colonel on Friday for the murder of four nuns in Sonsonate.",
        published="1983-05-01",
    )
    assert len([i for i in reading.incidents if i.kind == "killing"]) == 1


def test_those_who_were_hunted_had_done_something_else(read):
    reading = read(
        "Police came to detain men who had ambushed a patrol, and reported that two farmers had been killed."
    )
    ambush = next(i for i in reading.incidents if i.kind == "clash")
    assert not ambush.figures


def test_a_day_told_once_is_the_day_of_all_mentions(read):
    reading = read(
        "Rockets struck a prison in Aden last month, officials said. The attack took place on May 3.",
        published="2015-06-10",
    )
    (incident,) = reading.incidents
    assert str(incident.time.earliest) == "2015-05-03"


def test_more_men_held_in_one_operation_are_one_arrest(read):
    reading = read("Soldiers captured a rebel leader near Mosul on Monday. The soldiers also detained two rebels.")
    assert [i.kind for i in reading.incidents].count("arrest") == 1


def test_what_the_dead_man_did_before_is_another_incident(read):
    reading = read("Omar Keita, who was responsible for the deaths of 17 sailors, died in the attack in Aden.")
    assert any([f.low for f in i.figures if f.kind.value == "killed"] == [17] for i in reading.incidents)
    assert not any(sum(f.low or 0 for f in i.figures) == 18 for i in reading.incidents)


def test_what_is_named_after_another_place_is_another_incident(read):
    reading = read("Police fired at a mob in Multan on Monday. A spokesman said that the Quetta massacre was avenged.")
    assert len({i.trigger for i in reading.incidents}) == 2


def test_whoever_was_stabbed_was_not_shot(read):
    reading = read(
        "Two men were stabbed in Multan on Monday. Officials said that nine people were killed in police firing."
    )
    (stabbing,) = (i for i in reading.incidents if i.by == "incidents.stab")
    assert not [p for p in stabbing.participants if p.role.value == "perpetrator"]


def test_what_a_bomb_destroyed_is_no_second_incident(read):
    (incident,) = read("A school near Arua was destroyed on Monday when a bomb exploded at its gate.").incidents
    assert "school" in {p.text for p in incident.participants if p.role == "target"}


def _of_kind(reading, kind):
    return [i for i in reading.incidents if i.kind == kind]


def test_a_second_place_makes_no_second_death(read):
    reading = read(
        "Gunmen killed Carlos Ruiz on Monday in Cali. The governor spoke. The president of the senate deplored the murder "
        "of Carlos Ruiz at a rally in Medellin."
    )
    assert len(_of_kind(reading, "killing")) == 1


def test_a_surname_is_whom_the_full_name_named(read):
    reading = read(
        "Gunmen killed Judge Pedro Alcazar in Cali on Monday. The court was closed for two days. It opened on Thursday. "
        "Rebels admitted that they had killed Alcazar in Tumaco."
    )
    assert len(_of_kind(reading, "killing")) == 1


def test_namesakes_are_not_one_victim(read):
    reading = read(
        "Gunmen killed Luis Alcazar on Monday. Gunmen killed Maria Alcazar on Tuesday.", published="1989-05-20"
    )
    assert len(_of_kind(reading, "killing")) == 2


def test_those_who_were_taken_are_not_taken_again_elsewhere(read):
    reading = read(
        "Gunmen kidnapped six monks in Mopti. The bishop prayed. Nobody has seen the monks who were kidnapped in Gao."
    )
    assert len(_of_kind(reading, "abduction")) == 1


def test_other_monks_are(read):
    reading = read(
        "Gunmen kidnapped six monks in Mopti. The bishop prayed. On the coast, four sailors were kidnapped in Lagos."
    )
    assert len(_of_kind(reading, "abduction")) == 2


def test_whose_murder_is_named_and_who_were_shot_are_one(read):
    reading = read("He spoke after the murder of three nuns who were shot on Monday in Sonsonate.")
    assert len(_of_kind(reading, "killing")) == 1


def test_what_a_report_sets_beside_a_death_is_another_incident(read):
    reading = read(
        "Officials said that soldiers had killed a rebel leader, Omar Keita, in the northern town of Kidal. "
        "Keita's killing comes as the army chief said that soldiers have killed nine rebels in the southern town of Sikasso."
    )
    (death,) = (i for i in reading.incidents if any(p.text == "Omar Keita" for p in i.participants))
    assert 9 not in {f.low for f in death.figures}
    assert death.place.name == "Kidal"


def test_the_text_names_an_incident_before_its_headline(read):
    title = "Colonel Held in Murder of Nuns"
    reading = read(
        f"{title}\n\nPolice arrested a colonel on Friday for the murder of four nuns in Sonsonate.", title=title
    )
    (murder,) = _of_kind(reading, "killing")
    assert murder.trigger[0] > len(title)
