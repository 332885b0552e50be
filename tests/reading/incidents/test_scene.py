def test_a_scene_holds_over_the_next_sentences(read):
    reading = read("Soldiers searched a village near Mosul on Monday. Two men were detained.", published="2010-06-10")
    arrest = next(i for i in reading.incidents if i.kind == "arrest")
    assert arrest.place is not None and arrest.place.by == "incidents.where.scene"
    assert arrest.time is not None and arrest.time.by == "incidents.when.scene"


def test_what_is_looked_back_on_is_not_in_the_scene(read):
    reading = read(
        "Soldiers searched a village near Mosul on Monday. The rebels had kidnapped a nurse.", published="2010-06-10"
    )
    abduction = next(i for i in reading.incidents if i.kind == "abduction")
    assert abduction.time is None
