import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from rashomon.record import Figure, FigureKind, Reader, Reading, Report, json_schema


def a_reading(text="Gunmen shot the judge."):
    report = Report(id="r", text=text, sha256="0" * 64)
    return Reading(reader=Reader(name="rules", version="1"), report=report)


def test_a_reading_survives_the_way_through_json():
    reading = a_reading()
    assert Reading.from_json(reading.to_json()) == reading


def test_keys_are_those_of_the_record():
    keys = set(json.loads(a_reading().to_json()))
    found = {"times", "places", "actors", "statements", "incidents", "ties"}
    assert keys == {"schema", "reader", "report", "left_out"} | found


def test_not_stated_is_null():
    assert json.loads(a_reading().to_json())["report"]["published"] is None


def test_the_schema_names_every_noun():
    nouns = {
        "Account",
        "Actor",
        "Figure",
        "Incident",
        "Participant",
        "Place",
        "PlaceMention",
        "Report",
        "Source",
        "Statement",
        "Tie",
        "Time",
    }
    assert nouns <= set(json_schema()["$defs"])


def test_an_unknown_key_is_an_error():
    line = json.loads(a_reading().to_json()) | {"verdict": "guilty"}
    with pytest.raises(ValidationError):
        Reading.from_json(json.dumps(line))


@given(st.integers(0, 99), st.integers(0, 99))
def test_a_figure_s_low_end_is_never_above_its_high_end(low, high):
    if low <= high:
        assert Figure(kind=FigureKind.killed, low=low, high=high, text="x", span=(0, 1)).low == low
    else:
        with pytest.raises(ValidationError):
            Figure(kind=FigureKind.killed, low=low, high=high, text="x", span=(0, 1))


def test_a_span_of_no_length_is_an_error():
    with pytest.raises(ValidationError):
        Figure(kind=FigureKind.killed, text="", span=(3, 3))
