from pathlib import Path

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.reading.incidents.reading import IncidentReader


def test_every_span_is_its_text(read):
    reading = read("KABUL — Gunmen killed General Rashid Omar and two aides in Ghazni on Monday, officials said.")
    text = reading.report.text
    for incident in reading.incidents:
        assert text[slice(*incident.trigger)]
        assert all(text[slice(*p.span)] == p.text for p in incident.participants)


def test_each_value_says_which_rule_found_it(read):
    (incident,) = read("Gunmen killed a judge in Gao on Monday.", published="2010-06-10").incidents
    assert incident.by == "incidents.kill"
    assert incident.time and incident.time.by and incident.place and incident.place.by


def test_a_caption_tells_what_was_and_not_what_it_shows(read):
    reading = read(
        "Men stand in the square after the rebels captured Bria. (Karim Bello/Reuters)\n\nTalks go on in Bangui."
    )
    assert "protest" not in {i.kind for i in reading.incidents}


def test_a_user_may_add_kinds(tmp_path: Path):
    path = tmp_path / "kinds.toml"
    path.write_text(
        '[piracy]\ndefinition = "d"\nexample = "e"\nacled = ["Violence against civilians", "Attack"]\n'
        'plover = ""\nfamily = "attack"\n'
    )
    assert "piracy" in IncidentReader(str(path)).kinds


def test_it_works_in_a_pipeline_of_its_own(reader):
    nlp = spacy.blank("en")
    nlp.add_pipe("rashomon_incidents")
    assert nlp("Gunmen killed a judge.")._.incidents == []


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_is_read(reader, text):
    reader.nlp(text)
