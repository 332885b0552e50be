def roles(doc):
    (incident,) = doc._.incidents
    return {(p.role.value, p.text, p.by) for p in incident.participants}


def test_whom_the_head_proposes_takes_part(seen):
    doc = seen(
        "A bomb exploded outside a bank in Mosul on Monday. The work was that of the Red Column.",
        "perpetrator: Red Column",
        "target: bank",
        "instrument: bomb",
    )
    assert ("perpetrator", "Red Column", "incidents.head") in roles(doc)


def test_one_whom_both_see_takes_part_once(seen):
    doc = seen("Two gunmen killed a judge in Mosul on Monday.", "perpetrator: Two gunmen", "victim: judge")
    assert {(role, text) for role, text, _ in roles(doc)} == {("perpetrator", "Two gunmen"), ("victim", "judge")}


def test_whom_the_head_alone_proposes_may_be_too_unlikely(seen):
    doc = seen("Gunmen killed a judge in Mosul on Monday. The court mourned him.", "perpetrator: court", chance=0.4)
    assert {role for role, _, _ in roles(doc)} == {"perpetrator", "victim"}
    assert doc._.left_out["participants"] == 1


def test_whom_the_rules_see_stays_with_the_chance_he_has(seen):
    doc = seen("Gunmen killed a judge in Mosul on Monday.", "victim: judge")
    (incident,) = doc._.incidents
    assert {p.text: p.confidence for p in incident.participants} == {"Gunmen": 0.05, "judge": 0.95}


def test_a_fragment_of_a_name_stands_for_the_whole_name(seen):
    doc = seen("A bomb exploded in Ayacucho. The Shining Path is suspected.", "perpetrator: Shining")
    assert [p.text for p in doc._.incidents[0].participants if p.role == "perpetrator"] == ["Shining Path"]


def test_the_first_word_of_a_thing_stands_for_the_thing(seen):
    doc = seen("A bomb exploded in Mosul on Monday. It destroyed a telephone booth.", "target: telephone")
    assert {p.text for p in doc._.incidents[0].participants if p.role == "target"} == {"telephone booth"}


def test_what_the_head_proposes_must_be_able_to_fill_the_role(seen):
    doc = seen("A bomb exploded in Mosul on Monday.", "target: Monday", "instrument: exploded", "victim: bomb")
    assert "Monday" not in {p.text for p in doc._.incidents[0].participants}
    assert not [p for p in doc._.incidents[0].participants if p.role == "target"]


def test_the_head_that_sees_windows_sees_whose_they_are(seen):
    doc = seen("A bomb exploded in Mosul on Monday. The windows of a bank were gone.", "target: windows")
    assert {p.text for p in doc._.incidents[0].participants if p.role == "target"} == {"bank"}
