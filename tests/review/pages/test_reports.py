"""Reports are listed, narrowed and searched; whoever may not see a name finds nothing by it."""

import json
from hashlib import sha256

import pytest

from rashomon.archive.linking import link_unlinked
from rashomon.record import (
    Actor,
    ActorKind,
    Incident,
    Participant,
    Reader,
    Reading,
    Report,
    Role,
)
from rashomon.review.access import roles


def listed(client, query=""):
    return client.get(f"/reports.json?{query}").json()


def ids(page):
    return [line["id"] for line in page["lines"]]


def told(id, text, *people, protected=False):
    """A report of a killing whose victims are people with these names."""
    span = lambda name: (text.index(name), text.index(name) + len(name))  # noqa: E731
    actors = tuple(
        Actor(id=f"a{n}", name=name, kind=ActorKind.person, mentions=(span(name),), protected=protected)
        for n, name in enumerate(people)
    )
    victims = tuple(Participant(role=Role.victim, text=a.name, span=span(a.name), actor=a.id) for a in actors)
    killing = Incident(id="i1", kind="killing", trigger=(0, 4), evidence=((0, len(text)),), participants=victims)
    about = Report(id=id, title=text, text=text, sha256=sha256(text.encode()).hexdigest(), publisher="The Harbour Post")
    return Reading(reader=Reader(name="toy", version="1"), report=about, actors=actors, incidents=(killing,))


@pytest.fixture
def viewer(client):
    """The same desk for somebody who may not see everybody's name."""
    door = client.app.state.desk.door
    object.__setattr__(door, "alone", door.alone._replace(role=roles.Role.viewer))
    return client


@pytest.fixture
def amina(record):
    """A victim's name stands in one report; another has the same words and nobody's name in them."""
    one = told("farah", "Shot at the ferry: Amina Farah, a nurse from Qalat.", "Amina Farah")
    record.readings.put([one, told("ferry", "Shot at the ferry to Qalat, by night.")])
    sum(link_unlinked(record))


def test_the_page_shows_what_its_twin_says(client, record):
    page, html = listed(client), client.get("/reports").text
    assert page["total"] == len(record.readings) == len(page["lines"])
    assert all((line["title"] or line["id"]) and f"{line['incidents']}" for line in page["lines"])
    assert html.count('scope="row"') == len(page["lines"])


def test_the_latest_published_come_first_and_those_of_no_day_last(client):
    days = [line["latest"] or "" for line in listed(client)["lines"]]
    assert days == sorted(days, reverse=True)


def test_a_publisher_and_a_state_narrow_the_list(client, record):
    publisher, count = listed(client)["publishers"][0]
    assert listed(client, f"publisher={publisher}")["total"] == count
    first = ids(listed(client))[0]
    record.judgements.withdraw(first, why="–", who="Amal")
    assert ids(listed(client, "state=withdrawn")) == [first]
    assert first not in ids(listed(client, "state=linked")) and listed(client, "state=waiting")["total"] == 0
    assert "withdrawn</span>" in client.get("/reports?state=withdrawn").text


def test_words_are_shown_where_they_stand(client, amina):
    page = listed(client, 'search="the ferry" shot')
    assert sorted(ids(page)) == ["farah", "ferry"]
    passage = next(line["passage"] for line in page["lines"] if line["id"] == "farah")
    assert (
        passage["before"] + passage["found"] + passage["behind"]
        == "Shot at the ferry: Amina Farah, a nurse from Qalat."
    )
    assert "<mark>" in client.get("/reports?search=ferry").text


def test_a_viewer_reads_no_withheld_name_and_finds_nothing_by_it(viewer, amina):
    assert "Farah" not in json.dumps(listed(viewer, "search=ferry")) and "farah" in ids(listed(viewer, "search=ferry"))
    assert "Farah" not in viewer.get("/reports?search=ferry").text.replace("/reports/farah", "")
    for words in ("farah", "amina", '"amina farah"', "ferry farah"):
        assert listed(viewer, f"search={words}")["lines"] == []
        assert viewer.get(f"/incidents.json?search={words}").json()["total"] == 0
    assert "farah" not in ids(listed(viewer, "search=fara*"))
    assert viewer.get("/incidents.json?search=ferry").json()["total"] == 2


def test_nobody_who_asked_for_protection_is_found_anywhere(viewer, record):
    record.readings.put([told("a", "A guard, Omar Diallo, spoke.", "Omar Diallo", protected=True)])
    record.readings.put([told("b", "Omar Diallo was shot.")])
    sum(link_unlinked(record))
    assert listed(viewer, "search=omar diallo")["total"] == 0
    assert "Diallo" not in json.dumps(listed(viewer))


def test_whoever_decides_finds_everything(client, amina):
    assert ids(listed(client, "search=amina farah")) == ["farah"]


def test_a_page_behind_the_last_is_the_last(client):
    assert listed(client, "page=9999")["asked"]["page"] == listed(client)["pages"]


def test_nothing_found_is_said(client):
    assert "No report is all of this" in client.get("/reports?search=nowhereinthesample").text


def test_a_name_is_not_found_however_it_is_written(viewer, record):
    record.readings.put(
        [told("b", "Shot in Oslo: Bjørn Łukasz, a nurse.", "Bjørn Łukasz"), told("c", "Shot in Oslo, too.")]
    )
    sum(link_unlinked(record))
    assert sorted(ids(listed(viewer, "search=oslo"))) == ["b", "c"]
    for words in ("bjørn", "BJØRN", "Łukasz", '"bjørn łukasz"', "bjø*", "łuk*"):
        assert "b" not in ids(listed(viewer, f"search={words}")), words


def test_nobody_learns_by_a_part_of_it_that_a_protected_name_is_withheld_elsewhere(viewer, record):
    record.readings.put([told("a", "A guard, Omar Diallo, spoke.", "Omar Diallo", protected=True)])
    record.readings.put([told("b", "Omar Diallo was shot."), told("c", "Omar Bradley was shot.")])
    sum(link_unlinked(record))
    assert {"a", "b", "c"} & {*ids(listed(viewer, "search=omar"))} == {"c"}
    assert {"b", "c"} <= {*ids(listed(viewer, "search=shot"))}
    assert "Diallo" not in viewer.get("/reports?search=shot").text


def test_a_passage_is_masked_before_it_is_cut(viewer, record):
    words = " and so on" * 11
    record.readings.put([told("a", "A guard, Omar Diallo, spoke.", "Omar Diallo", protected=True)])
    record.readings.put([told("b", f"They saw Omar Diallo{words} at the ferry{words} with Omar Diallo at last.")])
    sum(link_unlinked(record))
    passage = listed(viewer, "search=ferry")["lines"][0]["passage"]
    assert not {"Omar", "Diallo"} & set((passage["before"] + passage["behind"]).split())
