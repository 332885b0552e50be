def victims(doc):
    return [{p.text for p in incident.participants if p.role == "victim"} for incident in doc._.incidents]


def test_a_proposal_belongs_to_the_incident_of_its_sentence(seen):
    doc = seen(
        "A bomb exploded in Mosul on Monday, and Karim Aziz lost his legs. Gunmen killed a baker in Basra on Tuesday.",
        "victim: Karim Aziz",
        "victim: a baker",
    )
    assert victims(doc) == [{"Karim Aziz"}, {"baker"}]


def test_a_sentence_without_an_incident_speaks_of_the_last_one(seen):
    doc = seen(
        "A bomb exploded in Mosul on Monday. The shop of Karim Aziz is in ruins. Gunmen killed a baker in Basra on Tuesday.",
        "target: shop of Karim Aziz",
    )
    assert [[p.text for p in i.participants if p.role == "target"] for i in doc._.incidents] == [
        ["shop of Karim Aziz"],
        [],
    ]


def test_whoever_is_known_in_a_role_stays_with_his_incident(seen):
    doc = seen(
        "Gunmen killed Rashid Omar in Mosul on Monday. A bomb exploded in Basra on Tuesday. Omar was forty.",
        "victim: Rashid Omar",
        "victim: Omar was forty",
    )
    assert len(victims(doc)[0]) == 1
    assert victims(doc)[1] == set()
