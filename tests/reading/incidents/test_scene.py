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


def test_a_town_named_just_before_is_the_scene_though_nothing_happened_there(read):
    reading = read("The convoy had stopped for the night in Kidal. Two drivers were shot by masked men.")
    shooting = next(i for i in reading.incidents if i.kind == "killing")
    assert shooting.place is not None and shooting.place.name == "Kidal"


def test_a_day_on_which_a_sentence_before_sets_out_is_that_of_what_follows(read):
    reading = read("Police drove to a farm near Kidal on Monday. Two men were detained there.", published="2010-06-10")
    arrest = next(i for i in reading.incidents if i.kind == "arrest")
    assert arrest.time is not None and str(arrest.time.earliest) == "2010-06-07"


def test_a_day_on_which_somebody_spoke_is_not_that_of_what_follows(read):
    reading = read("The mayor said on Monday that he was ill. Two men were detained.", published="2010-06-10")
    arrest = next(i for i in reading.incidents if i.kind == "arrest")
    assert arrest.time is None or arrest.time.by != "incidents.when.scene"
