from rashomon.export import Profile, Redaction, redaction


def test_the_public_profile_is_the_default_and_masks_victims_and_relatives(reading):
    shown = redaction(reading).text(reading.report.text)
    assert "Amina" not in shown
    assert "Yusuf" not in shown
    assert "Farah" not in shown
    assert "victim " in shown
    assert "relative " in shown


def test_who_holds_an_office_is_named(reading):
    assert "General Omar Diallo" in redaction(reading).text(reading.report.text)


def test_a_protected_source_is_called_nothing_else(reading):
    mask = redaction(reading)
    nurse = reading.statements[1].source
    assert mask.source(nurse, reading) == "a source who asked for protection"
    assert "A nurse" not in mask.text(reading.report.text)


def test_what_was_withheld_is_counted(reading):
    mask = redaction(reading)
    mask.text("Amina Farah and Yusuf Farah")
    assert mask.withheld == 2


def test_a_pseudonym_is_stable_and_not_made_from_the_name(reading):
    renamed = reading.model_copy(
        update={"actors": (reading.actors[0].model_copy(update={"name": "Somebody Else"}), *reading.actors[1:])}
    )
    assert redaction(reading).text("Amina Farah") == redaction(renamed).text("Somebody Else")


def test_the_internal_profile_masks_nothing(reading):
    mask = redaction(reading, Profile.internal)
    assert mask.text(reading.report.text) == reading.report.text
    assert mask.withheld == 0


def test_a_name_within_a_longer_word_is_left_alone():
    assert Redaction({"Ali": "victim"}).text("Alive in Mali") == "Alive in Mali"


def test_a_rank_or_office_beside_a_name_makes_a_public_person(reading):
    without_tie = reading.model_copy(update={"ties": ()})
    assert "General Omar Diallo" in redaction(without_tie).text(reading.report.text)


def test_a_victim_without_a_name_needs_no_mask(reading):
    nobody = reading.actors[0].model_copy(update={"name": "Malian teachers"})
    assert "teacher" in redaction(reading.model_copy(update={"actors": (nobody,)})).text("A Malian teacher fled.")
    assert redaction(reading.model_copy(update={"actors": (nobody,)})).text("A Malian fled.") == "A Malian fled."


def test_every_phrase_for_a_protected_source_is_masked(read):
    reading = read(
        "A local commander asked that his name be kept secret. The commander said that rebels had shot two men near Gao.",
        published="2013-02-03",
    )
    mask = redaction(reading)
    assert "commander" not in mask.text(reading.report.text)
    assert all(
        mask.source(s.source, reading) == "a source who asked for protection"
        for s in reading.statements
        if s.source.protected
    )
    assert any(s.source.protected for s in reading.statements)
