from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from making import reading
from rashomon.archive.words import MOST_PARTS, query_of
from rashomon.record import Basis, Published

TEXTS = {
    "market": "A bombing in the market of Kunduz killed two, the Taliban said.",
    "funeral": "Mourners of Sayyid Dāwūd were shot at; the market was closed.",
    "quiet": "shot dead, said nobody. Al-Qaida denied a market bombing.",
}


@pytest.fixture
def record(record):
    record.readings.put(reading(id, text) for id, text in TEXTS.items())
    return record


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("market", ["market", "funeral", "quiet"]),
        ("MARKET bombing", ["market", "quiet"]),
        ('"market bombing"', ["quiet"]),
        ("bomb", []),
        ("bomb*", ["market", "quiet"]),
        ('"market bomb"*', []),
        ("dawud", ["funeral"]),
        ("Dāwūd", ["funeral"]),
        ("al-qaida", ["quiet"]),
        ("al qaida market -", ["quiet"]),
        ('"of the market" OR', []),
        ("", []),
        ("* \" ' ( NEAR AND", []),
    ],
)
def test_reports_are_found_by_all_their_words(record, asked, found):
    assert record.search.reports(asked) == found


def test_a_hit_shows_where_it_says_so(record):
    (hit,) = record.search("taliban")
    assert hit.report == "market"
    assert [TEXTS["market"][slice(*span)] for span in hit.spans] == ["Taliban"]
    assert hit.passage == TEXTS["market"]


def test_a_passage_is_cut_between_words(record):
    text = "Word after word is said. " * 20 + "A judge was shot. " + "Word after word is said. " * 20
    record.readings.put([reading("long", text)])
    (hit,) = record.search("judge")
    assert hit.passage.startswith("…")
    assert hit.passage.endswith("…")
    assert set(hit.passage.strip("…").split()) <= set(text.split())
    assert "A judge was shot." in hit.passage


def test_titles_are_searched_too(record):
    record.readings.put([reading("titled", title="Ceasefire")])
    (hit,) = record.search("ceasefire")
    assert (hit.report, hit.spans, hit.passage) == ("titled", (), "shot")


def test_the_latest_comes_first_and_no_more_than_asked_for(record):
    def on(day):
        return Published(earliest=date(2006, 1, day), latest=date(2006, 1, day), basis=Basis.given)

    record.readings.put([reading("early", "ambush", published=on(3)), reading("late", "ambush", published=on(5))])
    record.readings.put([reading("undated", "ambush")])
    assert record.search.reports("ambush") == ["late", "early", "undated"]
    assert record.search.reports("ambush", 1) == ["late"]


@pytest.mark.parametrize("many", [" ".join(f"w{n}" for n in range(5000)), '"' + "shot dead " * 3000, "shot* " * 300])
def test_a_pasted_page_is_no_error(record, many):
    assert record.search.reports(many) == ([] if "dead" in many or "w1" in many else record.search.reports("shot*"))
    assert len(query_of(many)) <= MOST_PARTS


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_whatever_is_asked_is_no_error(record, asked):
    for id in record.search.reports(asked):
        text = TEXTS[id]
        assert all(list(type(query_of(asked))([part]).spans(text)) for part in query_of(asked))
