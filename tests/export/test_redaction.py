import pytest

from rashomon.export.redaction import PROTECTED, Profile, Redaction


def test_what_was_withheld_is_counted():
    redaction = Redaction({"Amina": "victim A1"})
    assert redaction.text("Amina fled. Amina is safe.") == "victim A1 fled. victim A1 is safe."
    assert redaction.withheld == 2


def test_a_name_within_a_longer_word_is_left_alone():
    assert Redaction({"Ali": "victim"}).text("Alive in Mali") == "Alive in Mali"


def test_the_longer_of_two_names_goes_first():
    assert Redaction({"Farah": "victim A1", "Amina Farah": "victim A1"}).text("Amina Farah") == "victim A1"


def test_a_protected_source_is_called_nothing_else(reading):
    nurse = reading.statements[1].source
    assert Redaction().source(nurse, reading) == PROTECTED


def test_inside_the_house_a_protected_source_is_shown_and_marked(reading):
    nurse = reading.statements[1].source
    assert Redaction(profile=Profile.internal).source(nurse, reading) == "A nurse (asked for protection)"


@pytest.mark.parametrize("written", ["AMINA FARAH", "amina farah", "Amina\nFarah", "Amina  Farah"])
def test_a_full_name_is_found_however_it_is_written(written):
    assert Redaction({"Amina Farah": "victim A1"}).text(f"{written} fled") == "victim A1 fled"


def test_a_single_name_is_not_looked_for_in_common_words():
    assert Redaction({"Rose": "victim A1"}).text("Rose said that prices rose.") == "victim A1 said that prices rose."


def test_of_two_ways_to_write_a_name_one_of_which_is_withheld_none_is_shown():
    for masks in (
        {"AMINA FARAH": "AMINA FARAH", "Amina Farah": "victim A1"},
        {"Amina Farah": "victim A1", "amina farah": "amina farah"},
    ):
        assert Redaction(masks).text("Amina Farah, AMINA FARAH") == "victim A1, victim A1"


def test_a_name_that_stands_for_itself_stays_as_it_is_written_and_is_not_counted():
    redaction = Redaction({"Farah": "victim A1", "Yusuf Farah": "Yusuf Farah"})
    assert redaction.text("YUSUF FARAH spoke.") == "YUSUF FARAH spoke."
    assert redaction.withheld == 0
