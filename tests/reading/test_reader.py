import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from invariants import check
from rashomon import reports
from rashomon.errors import UnreadableReport
from rashomon.reading.reader import reading_of

CLASH = (
    "BAGHDAD, Jan. 14 -- Two gunmen on a motorbike killed a judge in the northern city of Mosul on Saturday, police said. "
    'A spokesman for the group, Abu Karim, told Reuters that it had carried out the attack. "We killed him," he said. '
    "The judge's sister said that she doubted that he was the target.\n\n"
    "Elsewhere, up to 40 fighters and at least four officers were killed in clashes near Tikrit, local commanders claimed. "
    "The army denied that any soldiers had died. The claims could not be independently verified."
)
# Fragments that reports are made of, so that hypothesis finds its way to what the components look for.
PIECES = st.sampled_from(
    [
        "two gunmen",
        "killed",
        "were killed",
        "at least 22",
        "said",
        "told Reuters that",
        "“",
        "”",
        '"',
        "'",
        ",",
        ".",
        "\n",
        "\n\n",
        "on Monday",
        "in Mosul",
        "the army",
        "he",
        "who",
        "denied",
        "claimed responsibility for",
        "between 4 and",
        "the attack",
        "(AP)",
        "--",
        "Jan. 14",
        "2006",
        "KABUL",
        "30 DEAD",
        "former",
        "spokesman",
        "’s",
        "\u200b",
        "\ud800",
        "🕊",
        "\t",
        "\x00",
        "一二三",
    ]
)


@pytest.fixture(scope="module")
def clash(read):
    return read(CLASH, published="2006-01-15")


def test_a_reading_keeps_the_record_s_promises(clash):
    check(clash)
    assert clash.incidents
    assert clash.statements


def test_reading_twice_gives_the_same(clash, read):
    assert read(CLASH, published="2006-01-15") == clash


def test_what_was_read_before_does_not_change_a_reading(reader, clash):
    other = reports.report_of("Soldiers shelled the town of Douma.", published="2018-03-01")
    again = reports.report_of(CLASH, published="2006-01-15")
    assert list(reader.read_many([other, again]))[1] == clash


def test_a_report_in_capitals_is_read_with_the_same_offsets(read):
    reading = read(CLASH.upper(), published="2006-01-15")
    check(reading)
    assert any(incident.kind == "killing" for incident in reading.incidents)


@pytest.mark.parametrize(
    "text", ["a", "…", "\n\n\n.", "KILLED", "“", "1", "\U0001f54a", "word " * 3000, "a. " * 1500, "“" * 200]
)
def test_odd_texts_are_read(read, text):
    check(read(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_row_of_words_is_read_and_every_span_is_true(read, text):
    if text.strip():
        check(read(text, published="2006-01-15"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_is_read_and_every_span_is_true(read, text):
    if text.strip():
        check(read(text))


def test_a_report_the_reader_fails_on_is_named_and_the_others_are_read(reader, monkeypatch):
    def failing(doc):
        if "Douma" in doc.text:
            raise RuntimeError("broken component")
        return reading_of(doc)

    good, bad = reports.report_of("Rebels shot a judge."), reports.report_of("Soldiers shelled Douma.", id="bad")
    monkeypatch.setattr("rashomon.reading.reader.reading_of", failing)
    first, second = reader.try_each([bad, good])
    assert isinstance(first, UnreadableReport)
    assert "bad" in str(first)
    assert "please report it" in str(first)
    assert second.report.id == good.id


def test_keys_of_the_scorers_contract_are_there(clash):
    incident = json.loads(clash.to_json())["incidents"][0]
    assert {
        "id",
        "kind",
        "status",
        "trigger",
        "evidence",
        "time",
        "place",
        "participants",
        "figures",
        "accounts",
    } <= set(incident)
