"""Lines for the catalogue are made of what the record has, by anybody who needs them, and by several at once."""

import json
from hashlib import sha256
from threading import Thread

import pytest

from rashomon.archive import open_record
from rashomon.archive.catalogue import Narrowing
from rashomon.archive.linking import link_unlinked
from rashomon.export import Viewing
from rashomon.record import Actor, ActorKind, Reader, Reading, Report
from rashomon.review import cataloguing
from rashomon.review.cataloguing import bring_up_to_date, make_all, make_some, strongest
from rashomon.weighing import Responsibility, Standing, View
from rashomon.weighing.responsibility import RULES


@pytest.fixture
def full(record):
    """The sample's record with all its lines."""
    sum(make_all(record))
    return record


def test_a_line_is_the_headline_of_its_incident(full):
    numbers = [int(n) for n in full.catalogue.look().numbers]
    viewing = Viewing(full)
    told = [viewing.headline(each) for each in viewing.gathered(full.linked.incidents())]
    assert [json.loads(line) for line in full.catalogue.lines(numbers)] == [h.model_dump(mode="json") for h in told]


def test_what_an_incident_is_found_by_is_what_its_line_says(full):
    look = full.catalogue.look()
    assert look.total
    for line in map(json.loads, full.catalogue.lines([int(n) for n in look.numbers])):
        asked = Narrowing(
            kind=(line["kind"].replace(" ", "_"),),
            status=(line["status"],),
            country=(line["country"],) if line["country"] else (),
            disputed=tuple(line["disputed"]),
        )
        assert int(line["id"][1:]) in full.catalogue.look(asked).numbers


def test_a_few_lines_are_made_while_somebody_waits(full):
    first = int(full.catalogue.look().numbers[0])
    full.judgements.rename(f"I{first}", "The first of them", why="–", who="Amal")
    assert full.catalogue.waiting() == 1
    assert bring_up_to_date(full) == 0
    assert json.loads(full.catalogue.lines([first])[0])["name"] == "The first of them"


def test_the_first_list_of_a_small_record_is_whole(record):
    assert record.catalogue.waiting() > 1
    assert bring_up_to_date(record, most=1) == 0
    assert record.catalogue.look().total > 1


def test_many_lines_are_made_behind_the_scenes(record, monkeypatch):
    monkeypatch.setattr(cataloguing, "SOON", 0)
    waiting = record.catalogue.waiting()
    assert bring_up_to_date(record, most=1) == waiting > 1
    cataloguing.behind.wait(record)
    assert record.catalogue.waiting() == 0 and record.catalogue.look().total > 1


def test_several_make_lines_at_once_and_none_is_lost(record):
    def make():
        with open_record(record.where) as own:
            while make_some(own, 7):
                pass

    threads = [Thread(target=make) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert record.catalogue.waiting() == 0
    assert [f"I{n}" for n in record.catalogue.look().numbers] == [each.id for each in record.linked.incidents()]


def test_a_review_counts_until_it_is_taken_back(full):
    first = int(full.catalogue.look().numbers[0])
    made = full.judgements.review(f"I{first}", why="–", who="Amal")
    bring_up_to_date(full)
    assert list(full.catalogue.look(Narrowing(reviewed=True)).numbers) == [first]
    full.judgements.undo(made.number, why="–", who="Amal")
    bring_up_to_date(full)
    assert full.catalogue.look(Narrowing(reviewed=True)).total == 0


def test_actors_are_found_by_as_what_they_are_in_an_incident(full):
    actors = full.catalogue.look().actors(5)
    assert len(actors) == 5
    for number, count in actors:
        look = full.catalogue.look(Narrowing(actor=number))
        assert look.total == count
        appearances = Viewing(full).actor(f"A{number}").incidents
        assert {f"I{n}" for n in look.numbers} == {each.incident.id for each in appearances}


@pytest.mark.parametrize(
    ("standings", "shown"),
    [
        ((), Standing.unknown),
        ((Standing.reported, Standing.claimed), Standing.claimed),
        ((Standing.denied, Standing.contested), Standing.contested),
        ((Standing.unknown,), Standing.unknown),
    ],
)
def test_of_several_standings_the_strongest_is_shown(full, standings, shown):
    view = next(Viewing(full).gathered(full.linked.incidents())).view()
    entries = tuple(Responsibility(actor="–", standing=s, rule=RULES[s]) for s in standings)
    assert strongest(View(**{**dict(view), "responsibility": entries})) == shown


def test_who_is_protected_by_a_later_report_is_withheld_from_earlier_lines(full):
    first = int(full.catalogue.look().numbers[0])
    full.judgements.rename(f"I{first}", "The arrest of Zara Quill", why="–", who="Amal")
    bring_up_to_date(full)
    assert "Zara Quill" in full.catalogue.lines([first], public=True)[0]
    text = "Zara Quill, a guard, spoke of it."
    guard = Actor(id="a1", name="Zara Quill", kind=ActorKind.person, mentions=((0, 10),), protected=True)
    report = Report(id="guard", text=text, sha256=sha256(text.encode()).hexdigest())
    full.readings.put([Reading(reader=Reader(name="toy", version="1"), report=report, actors=(guard,))])
    sum(link_unlinked(full))
    assert bring_up_to_date(full) == 0
    assert "Zara Quill" not in full.catalogue.lines([first], public=True)[0]
    assert "Zara Quill" in full.catalogue.lines([first])[0]
