"""The fields of a form give the value that somebody means, or say what is wrong with them, all at once."""

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from rashomon.errors import BadSetting
from rashomon.record import Actor, ActorKind, Figure, FigureKind, Incident
from rashomon.review.valuing import Given, asked, given, hits
from rashomon.review.valuing.given import find
from tests.making import reading

TEXT = "Two gunmen killed 12 guards in Kandahar. Later two\ngunmen fled on 3 May."


@pytest.fixture
def report():
    figures = (
        Figure(kind=FigureKind.killed, low=12, high=12, of="guards", text="12 guards", span=(18, 27)),
        Figure(kind=FigureKind.killed, low=2, text="Two gunmen", span=(0, 10)),
    )
    incident = Incident(id="i1", kind="killing", trigger=(11, 17), evidence=((0, 40),), figures=figures)
    gunmen = Actor(id="a1", name="gunmen", kind=ActorKind.armed_group, mentions=((4, 10),))
    return reading("r", TEXT).model_copy(update={"incidents": (incident,), "actors": (gunmen,)})


def value(report, attribute, entry=None, **fields):
    return given(Given(**fields), asked(report, "i1", "", attribute, entry), report)


def test_a_figure_takes_the_place_of_the_entry_that_it_corrects(report):
    first, second = value(report, "killed", 0, low="10", high="1,200", of="guards", text="12 guards")
    assert (first["low"], first["high"], first["text"], first["span"]) == (10, 1200, "12 guards", (18, 27))
    assert second["text"] == "Two gunmen"


def test_a_new_figure_comes_behind_the_others_and_counts_people_unless_said_otherwise(report):
    *_, new = added = value(report, "killed", low="1", text="gunmen fled")
    assert len(added) == 3
    assert (new["low"], new["high"], new["of"]) == (1, None, "people")


def test_an_entry_is_taken_away(report):
    assert [each["text"] for each in value(report, "killed", 0, do="remove")] == ["Two gunmen"]


def test_what_is_confirmed_is_what_it_was(report):
    asked_for = asked(report, "i1", "", "killed")
    assert given(Given(do="confirm"), asked_for, report) == asked_for.now


@pytest.mark.parametrize(("attribute", "none"), [("killed", []), ("victim", []), ("place", None)])
def test_there_being_none_is_an_empty_list_or_null(report, attribute, none):
    assert value(report, attribute, do="none") == none


def test_all_that_is_wrong_is_said_at_once(report):
    with pytest.raises(BadSetting) as wrong:
        value(report, "killed", low="ten", text="giraffes")
    assert "low: 'ten' is no whole number" in str(wrong.value)
    assert "“giraffes” does not stand in the report" in str(wrong.value)
    assert "say at least how many" in str(wrong.value)


def test_words_count_where_they_were_marked_however_they_are_spaced(report):
    (one,) = value(report, "perpetrator", span="47-57", text="two gunmen", actor="a1")
    assert (one["text"], one["span"], one["actor"], one["role"]) == ("two\ngunmen", (47, 57), "a1", "perpetrator")


def test_words_that_are_elsewhere_than_marked_are_looked_for(report):
    (one,) = value(report, "victim", span="0-3", text="12 guards")
    assert one["span"] == (18, 27)


def test_a_place_that_is_not_chosen_is_asked_for(report):
    with pytest.raises(BadSetting, match="look it up"):
        value(report, "place", name="Kandahar")


def test_a_place_of_the_gazetteer_is_as_precise_as_it_is(report):
    kandahar = next(hit for hit in hits("Kandahar") if "town" in hit.words)
    place = value(report, "place", place=str(kandahar.id), span="31-39")
    assert (place["country"], place["precision"], place["span"]) == ("AFG", 1, (31, 39))


def test_a_place_that_no_gazetteer_has_keeps_its_name(report):
    assert value(report, "place", place="named", name="Bano")["name"] == "Bano"


@drawn(st.text(max_size=12), st.text(max_size=60), st.integers(0, 60))
def test_what_is_found_has_the_words_that_were_looked_for(words, text, near):
    found = find(words, text, near) if words.split() else None
    if found:
        assert [word.casefold() for word in text[slice(*found)].split()] == [word.casefold() for word in words.split()]


def test_of_several_places_the_nearest_is_found_and_case_counts_first():
    assert find("two gunmen", TEXT, near=0) == (47, 57)
    assert find("Two gunmen", TEXT, near=60) == (0, 10)
    assert find("guard", TEXT, near=0) is None
