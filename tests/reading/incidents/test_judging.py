def test_an_incident_that_the_heads_bear_out_has_a_confidence(seen):
    (incident,) = seen("Gunmen killed the judge in Mosul on Monday.")._.incidents
    assert incident.confidence == 0.9


def test_a_draft_that_is_too_unlikely_is_left_out_and_counted(seen):
    doc = seen("Gunmen killed the judge in Mosul on Monday.", no=("killed",))
    assert doc._.incidents == []
    assert doc._.left_out["incidents"] == 1


def test_kinds_without_keys_to_learn_from_go_by_the_rules(seen):
    (incident,) = seen("Soldiers and rebels clashed near Mopti on Monday.", no=("clashed",))._.incidents
    assert (incident.kind, incident.confidence) == ("clash", None)


def test_without_heads_nothing_is_judged(annotate):
    doc = annotate("Gunmen killed the judge in Mosul on Monday.")
    doc._.heads = None
    from rashomon.reading.incidents.reading import IncidentReader

    (incident,) = IncidentReader()(doc)._.incidents
    assert incident.confidence is None
    assert all(p.confidence is None for p in incident.participants)
