"""The generator: what it makes is in form what the reader makes, and its truth is the truth."""

from collections import Counter, defaultdict
from itertools import islice, pairwise

import pytest

from benchmarks.generator.shapes import Shapes, shapes_of
from benchmarks.generator.stream import make
from benchmarks.generator.truth import Truth
from invariants import check
from rashomon.record import Act, SourceKind

REPORTS = 3000


POLICE = (SourceKind.security_force, False, Act.asserts)
SPOKESMAN = (SourceKind.armed_group, True, Act.claims_responsibility)
GOVERNOR = (SourceKind.official, True, Act.blames)
NOBODY = (SourceKind.unnamed, False, Act.asserts)


@pytest.fixture(scope="module")
def shapes():
    return Shapes(
        kinds=Counter(killing=5, clash=4, bombing=2, arrest=2),
        voices=[(POLICE,), (POLICE, SPOKESMAN), (GOVERNOR, NOBODY), ()],
        bounds=["exact", "exact", "least", "most", "range"],
        nouns=shapes_of([]).nouns,
    )


@pytest.fixture(scope="module")
def made(shapes):
    return list(make(shapes, REPORTS, seed=7))


def test_what_holds_for_readings_of_the_reader_holds_for_made_ones(made):
    for each in made[:: REPORTS // 300]:
        check(each.reading)


def test_the_same_seed_makes_the_same_and_another_another(shapes, made):
    assert [m.reading for m in make(shapes, 200, seed=7)] == [m.reading for m in made[:200]]
    assert [m.truth for m in make(shapes, 200, seed=7)] == [m.truth for m in made[:200]]
    assert next(make(shapes, 1, seed=8)).reading.report.text != made[0].reading.report.text


def test_readings_come_one_by_one(shapes):
    assert len(list(islice(make(shapes, 10**9), 3))) == 3


def test_every_incident_has_its_truth_and_no_other_has(made):
    for each in made:
        assert each.truth.report == each.reading.report.id
        assert list(each.truth.incidents) == [incident.id for incident in each.reading.incidents]
        assert len(set(each.truth.incidents.values())) == len(each.truth.incidents), "one report tells one thing twice"
        assert each.truth.actors.keys() <= {actor.id for actor in each.reading.actors}


def test_truth_travels_as_json(made):
    for each in made[:200]:
        assert Truth.from_json(each.truth.to_json()) == each.truth


def test_copies_share_their_text_and_what_is_no_copy_does_not(made):
    bodies = defaultdict(list)
    for each in made:
        bodies[each.truth.tales[-1]].append(_sentences(each.reading))
    for copies in bodies.values():
        for one, other in pairwise(copies):
            assert one & other
    alone = [copies[0] for copies in bodies.values() if len(copies) == 1][:200]
    shared = [len(one & other) for one, other in pairwise(alone)]
    assert sum(shared) / len(shared) < 0.05


def _sentences(reading):
    text = reading.report.text
    bodies = [text[slice(*r.span)] for r in reading.report.regions if r.kind == "body"]
    return {sentence for body in bodies for sentence in body.split(". ") if len(sentence) > 50}


def test_numbers_are_as_the_docstring_says(made):
    seen, copies = set(), 0
    for each in made:
        copies += any(tale in seen for tale in each.truth.tales)
        seen.update(each.truth.tales)
    told = Counter(truth for each in made for truth in each.truth.incidents.values())
    assert copies / len(made) == pytest.approx(0.40, abs=0.04)
    assert sum(told.values()) / len(told) == pytest.approx(2.5, abs=0.3)


def test_reports_of_one_incident_differ_in_day_place_kind_and_figures(made):
    told = defaultdict(list)
    for each in made:
        for incident in each.reading.incidents:
            told[each.truth.incidents[incident.id]].append(incident)
    pairs = [pair for several in told.values() for pair in pairwise(several)]
    days = [a.time.earliest != b.time.earliest for a, b in pairs if a.time and b.time]
    places = [a.place.name != b.place.name for a, b in pairs if a.place and b.place]
    kinds = [a.kind != b.kind for a, b in pairs]
    figures = [{(f.low, f.high) for f in a.figures} != {(f.low, f.high) for f in b.figures} for a, b in pairs]
    for differ, least, most in ((days, 0.03, 0.4), (places, 0.05, 0.5), (kinds, 0.05, 0.4), (figures, 0.1, 0.8)):
        assert least < sum(differ) / len(differ) < most


def test_the_same_town_on_the_same_day_has_different_incidents(made):
    there = defaultdict(set)
    for each in made:
        for incident in each.reading.incidents:
            if incident.time and incident.time.precision == 1 and incident.place and incident.place.precision == 1:
                there[incident.time.earliest, incident.place.geonames].add(each.truth.incidents[incident.id])
    assert sum(len(incidents) > 1 for incidents in there.values()) > len(there) * 0.02


def test_a_person_is_spelt_in_several_ways_and_a_son_bears_his_fathers_name(made):
    names = defaultdict(set)
    for each in made:
        for actor in each.reading.actors:
            if actor.kind == "person" and actor.id in each.truth.actors and not actor.protected:
                names[each.truth.actors[actor.id]].add(actor.name)
    assert sum(len(spellings) > 1 for spellings in names.values()) > 50
    full = {name for spellings in names.values() for name in spellings if len(name.split()) == 3}
    short = {f"{name.split()[0]} {name.split()[-1]}" for name in full}
    assert short & {name for spellings in names.values() for name in spellings}


def test_an_aggregate_claim_is_an_incident_of_its_own(made):
    claims = [(m, id) for m in made for id in m.truth.covers]
    assert claims
    for each, id in claims:
        assert each.truth.incidents[id].startswith("W")
        assert len(each.truth.covers[id]) > 2


def test_a_protected_source_is_nobody_to_be_linked(made):
    protected = [(each, actor) for each in made for actor in each.reading.actors if actor.protected]
    assert protected
    assert all(actor.id not in each.truth.actors for each, actor in protected)


def test_who_speaks_and_how_numbers_are_bounded_comes_from_the_real_readings():
    witness = Shapes(voices=[((SourceKind.witness, False, Act.asserts),)], bounds=["least"], nouns=shapes_of([]).nouns)
    made = [m.reading for m in make(witness, 50)]
    assert {s.source.kind for r in made for s in r.statements if s.act is Act.asserts} == {SourceKind.witness}
    assert {f.high for r in made for i in r.incidents for f in i.figures if f.low != 1} == {None}
