import re
from datetime import date
from hashlib import sha256

import pytest

from rashomon.archive.actors import directory
from rashomon.archive.actors.actors import actor_groups
from rashomon.archive.linking import link_unlinked
from rashomon.record import (
    Account,
    Actor,
    ActorKind,
    Incident,
    Participant,
    Published,
    Reader,
    Reading,
    Relation,
    Report,
    Source,
    SourceKind,
    Statement,
    Tie,
)
from rashomon.record import Role as Part
from rashomon.review.access.roles import Role

TEXT = (
    "Colonel Idris Kamal commands the Marsh Brigade. Nadia Rahim, a member of the Marsh Brigade, asked that her name be kept "
    "secret. The Marsh Brigade shot Salma Aziz, a teacher, on Monday."
)


def at(words, text=TEXT):
    return text.index(words), text.index(words) + len(words)


def told(id, text, actors, day=date(2006, 1, 15), ties=(), incidents=(), statements=()):
    published = Published(earliest=day, latest=day, basis="given")
    report = Report(
        id=id, text=text, sha256=sha256(text.encode()).hexdigest(), publisher="The Post", published=published
    )
    return Reading(
        reader=Reader(name="rules", version="1"),
        report=report,
        actors=actors,
        ties=ties,
        incidents=incidents,
        statements=statements,
    )


@pytest.fixture
def marsh():
    """A brigade with a commander, who may be named, a member who asked not to be, and a victim."""
    nadia = Source(actor="a3", text="Nadia Rahim", span=at("Nadia Rahim"), kind=SourceKind.witness, protected=True)
    return told(
        "marsh",
        TEXT,
        (
            Actor(id="a1", name="Idris Kamal", kind=ActorKind.person, mentions=(at("Idris Kamal"),), country="AFG"),
            Actor(
                id="a2",
                name="Marsh Brigade",
                kind=ActorKind.armed_group,
                mentions=(at("Marsh Brigade"),),
                country="AFG",
            ),
            Actor(id="a3", name="Nadia Rahim", kind=ActorKind.person, mentions=(at("Nadia Rahim"),), protected=True),
            Actor(id="a4", name="Salma Aziz", kind=ActorKind.person, mentions=(at("Salma Aziz"),), country="AFG"),
        ),
        ties=(
            Tie(a="a1", relation=Relation.commander, b="a2", since="2001", evidence=(at("commands"),)),
            Tie(a="a3", relation=Relation.member, b="a2", evidence=(at("a member of"),)),
        ),
        incidents=(
            Incident(
                id="i1",
                kind="killing",
                trigger=at("shot"),
                evidence=(at("shot"),),
                participants=(
                    Participant(role=Part.perpetrator, text="Marsh Brigade", span=at("Marsh Brigade"), actor="a2"),
                    Participant(role=Part.victim, text="Salma Aziz", span=at("Salma Aziz"), actor="a4"),
                ),
                accounts=(Account(source=Source(kind=SourceKind.author), evidence=(at("shot"),)),),
            ),
        ),
        statements=(Statement(id="s1", content=(at("asked that her name be kept secret"),), source=nadia),),
    )


@pytest.fixture
def elsewhere():
    """Another report of somebody with the same name, who asked for nothing there."""
    text = "Nadia Rahim opened a shop. General Idris Kamal of the Marsh Brigade came."
    return told(
        "shop",
        text,
        (
            Actor(
                id="a1", name="Nadia Rahim", kind=ActorKind.person, mentions=(at("Nadia Rahim", text),), country="AFG"
            ),
            Actor(
                id="a2", name="Idris Kamal", kind=ActorKind.person, mentions=(at("Idris Kamal", text),), country="AFG"
            ),
            Actor(
                id="a3",
                name="Marsh Brigade",
                kind=ActorKind.armed_group,
                mentions=(at("Marsh Brigade", text),),
                country="AFG",
            ),
        ),
        day=date(2007, 3, 1),
        ties=(Tie(a="a2", relation=Relation.leader, b="a3", evidence=(at("of the", text),)),),
    )


@pytest.fixture
def numbers(record, marsh, elsewhere):
    """What the record numbers those of the two reports: (report, local) → "A7"."""
    record.readings.put([marsh, elsewhere])
    assert list(link_unlinked(record))
    while directory.make_some(record):
        pass
    return {key: f"A{number}" for key, number in actor_groups(record, ["marsh", "shop"]).items()}

    return actor_groups(record, ["marsh", "shop"])


def listed(client, **asked):
    answer = client.get("/actors.json", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def names(page):
    return [line["name"] for line in page["actors"]]


def noun(client, ref, **asked):
    answer = client.get(f"/actors/{ref}.json", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def html(client, address):
    answer = client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 200, answer.text
    return answer.text


def test_groups_are_listed_and_persons_only_where_they_are_asked_for(client, numbers):
    page = listed(client)
    assert "person" not in {line["kind"] for line in page["actors"]}
    assert {line["kind"] for line in listed(client, kind="person")["actors"]} == {"person"}
    assert names(listed(client, words="idris")) == ["Idris Kamal"]


def test_persons_are_never_ranked_by_how_often_they_are_told_of(client, numbers):
    page = listed(client, kind="person", order="reports")
    assert page["order"] == "name"
    assert names(page) == sorted(names(page), key=directory.plain)


def test_groups_come_by_reports_or_by_name(client, numbers):
    reports = [line["reports"] for line in listed(client)["actors"]]
    assert reports == sorted(reports, reverse=True)
    by_name = names(listed(client, order="name"))
    assert by_name == sorted(by_name, key=directory.plain)


def test_the_page_says_so(client, numbers):
    assert "persons are listed where you ask for them" in html(client, "/actors")
    assert "the desk does not rank people" in html(client, "/actors?kind=person")


def test_a_part_of_any_name_finds_an_actor_however_it_is_spelt(client, numbers):
    assert "Taliban" in names(listed(client, words="taleb")) or "Taliban" in names(listed(client, words="talib"))
    assert names(listed(client, words="BRIGADE mar")) == ["Marsh Brigade"]
    assert names(listed(client, words="no such name")) == []
    assert names(listed(client, words="100%")) == []


def test_a_country_narrows_and_counts_are_of_what_is_asked(client, numbers):
    page = listed(client, country="AFG")
    assert {line["country"] for line in page["actors"]} == {"AFG"}
    assert dict(page["countries"])["AFG"] == page["of"]


def test_long_lists_have_pages(client, numbers, monkeypatch):
    monkeypatch.setattr("rashomon.review.pages.actors.LINES", 3)
    first, second = listed(client), listed(client, page=2)
    assert first["pages"] == -(-first["of"] // 3)
    assert not set(names(first)) & set(names(second))
    assert 'rel="next"' in html(client, "/actors")
    assert listed(client, page=999)["actors"] == []


@pytest.mark.parametrize("asked", [{"page": 0}, {"kind": "gang"}, {"order": "danger"}, {"country": "AFGHANISTAN"}])
def test_what_cannot_be_asked_is_said(client, asked):
    assert client.get("/actors.json", params=asked).status_code == 422


def test_a_page_has_what_its_twin_has(client, numbers):
    ref = numbers["marsh", "a2"]
    page, drawn = noun(client, ref), html(client, f"/actors/{ref}")
    assert page["actor"]["name"] == "Marsh Brigade"
    assert [use["name"] for use in page["actor"]["names"]] == ["Marsh Brigade"]
    assert page["actor"]["reports"] == 2
    for tie in page["actor"]["ties"]:
        assert tie["a_name"] in drawn
        assert tie["said"][0]["quote"]["text"].split(".")[0] in drawn
    assert page["actor"]["incidents"][0]["incident"]["id"] in drawn
    assert page["actor"]["incidents"][0]["parts"] == ["perpetrator"]
    assert not re.search(r"\sstyle=", drawn)


def test_ties_say_from_when_and_by_whom_and_stand_on_a_timeline(client, numbers):
    page = noun(client, numbers["marsh", "a1"])
    (commander,) = [tie for tie in page["actor"]["ties"] if tie["relation"] == "commander"]
    assert commander["b_name"] == "Marsh Brigade"
    assert commander["said"][0]["since"] == "2001"
    assert "commander of Marsh Brigade" in html(client, f"/actors/{numbers['marsh', 'a1']}")


def test_the_network_goes_one_step_further(client, numbers):
    ref = numbers["marsh", "a1"]
    near, far = (noun(client, ref, network=steps)["network"] for steps in (1, 2))
    assert {each["name"] for each in near["actors"]} == {"Idris Kamal", "Marsh Brigade"}
    assert {each["name"] for each in far["actors"]} == {"Idris Kamal", "Marsh Brigade", "Nadia Rahim"}
    assert {each["steps"] for each in far["actors"]} == {0, 1, 2}
    assert client.get(f"/actors/{ref}.json?network=3").status_code == 422


def test_of_one_whom_many_reports_name_the_latest_are_gone_through(client, numbers, monkeypatch):
    monkeypatch.setattr("rashomon.review.actors.reports.MANY", 1)
    ref = numbers["marsh", "a2"]
    page = noun(client, ref)
    assert (page["looked_at"], page["actor"]["reports"]) == (1, 2)
    assert [tie["relation"] for tie in page["actor"]["ties"]] == ["leader"]
    assert "1 latest of its 2 reports" in html(client, f"/actors/{ref}")
    assert len(noun(client, ref, more=True)["actor"]["ties"]) == 3


def test_as_of_a_day_there_is_what_was_known_then(client, numbers):
    page = noun(client, numbers["marsh", "a2"], as_of="2006-06-01")
    assert page["actor"]["reports"] == 1
    assert "leader" not in {tie["relation"] for tie in page["actor"]["ties"]}
    assert client.get(f"/actors/{numbers['marsh', 'a2']}.json?as_of=2001-01-01").status_code == 404


def test_a_merged_number_leads_to_the_one_that_stays(client, post, numbers):
    one, other = sorted((numbers["marsh", "a2"], noun(client, "A1")["id"]), key=lambda ref: int(ref[1:]))
    answer = post(
        "/decisions/merge", refs=[one, other], sort="actor", why="one and the same", seen=noun(client, one)["seen"]
    )
    assert answer.status_code == 303
    page = noun(client, other)
    assert page["id"] == one
    assert f"{other} is now {one}" in page["moved"]


def test_an_actor_is_renamed_from_its_page_and_listed_so_at_once(client, post, numbers):
    ref = numbers["marsh", "a2"]
    answer = post(
        "/decisions/rename",
        refs=[ref],
        sort="actor",
        name="Brigade of the Marshes",
        why="its own name",
        seen=noun(client, ref)["seen"],
    )
    assert answer.status_code == 303
    assert noun(client, ref)["actor"]["name"] == "Brigade of the Marshes"
    assert noun(client, ref)["actor"]["decisions"][0]["why"] == "its own name"
    assert names(listed(client, words="marshes")) == ["Brigade of the Marshes"]


def test_nobody_is_found_by_a_name_in_the_address(client, numbers):
    assert client.get("/actors/Salma Aziz.json").status_code == 404
    assert client.get("/actors/A999999.json").status_code == 404


@pytest.fixture
def viewer(team, numbers):
    return team(Role.viewer)


@pytest.mark.parametrize("words", ["", "nadia", "Nadia Rahim", "rahim", "salma", "Aziz"])
@pytest.mark.parametrize("kind", ["", "person"])
def test_a_viewer_is_listed_nobody_who_may_not_be_named(viewer, words, kind):
    for answer in (
        viewer.get("/actors.json", params={"words": words, "kind": kind}),
        viewer.get("/actors", params={"words": words, "kind": kind}),
    ):
        assert answer.status_code == 200
        told = answer.text.replace(f'value="{words}"', "").replace(f'"words":"{words}"', "")
        assert not re.search(r"Nadia|Rahim|Salma|Aziz", told)


def test_a_viewer_still_finds_who_may_be_named(viewer):
    assert names(listed(viewer, words="idris")) == ["Idris Kamal"]


def test_a_viewer_is_shown_nothing_of_a_protected_source(viewer, numbers):
    page = noun(viewer, numbers["marsh", "a3"])
    assert page["actor"]["name"] == "a source who asked for protection"
    assert not any(
        page["actor"][part] for part in ("names", "described", "ties", "incidents", "reports", "country", "kind")
    )
    assert not page["network"]["actors"]
    assert not re.search(r"Nadia|Rahim|Marsh|secret", html(viewer, f"/actors/{numbers['marsh', 'a3']}"))


@pytest.mark.parametrize("steps", [1, 2])
def test_no_page_ties_anybody_to_a_protected_source_for_a_viewer(viewer, numbers, steps):
    for key in (("marsh", "a1"), ("marsh", "a2"), ("shop", "a3")):
        ref = numbers[key]
        for told in (html(viewer, f"/actors/{ref}?network={steps}"), str(noun(viewer, ref, network=steps))):
            assert not re.search(r"Nadia|Rahim|Salma|Aziz", told)
            assert numbers["marsh", "a3"] not in re.findall(r"A\d+", told)


def test_a_victim_is_a_pseudonym_for_a_viewer(viewer, numbers):
    ref = numbers["marsh", "a4"]
    assert noun(viewer, ref)["actor"]["name"] == f"victim {ref}"
    assert "Salma" not in html(viewer, f"/actors/{ref}")


def test_a_viewer_is_not_offered_to_decide(viewer, numbers):
    page = noun(viewer, numbers["marsh", "a2"])
    assert page["seen"] is None
    assert page["alike"] is None
    assert "/decisions/" not in html(viewer, f"/actors/{numbers['marsh', 'a2']}")


def test_a_coder_sees_who_asked_for_protection_and_that_they_did(team, numbers):
    coder = team(Role.coder)
    ref = numbers["marsh", "a3"]
    assert noun(coder, ref)["actor"]["name"] == "Nadia Rahim"
    assert "Asked for protection." in html(coder, f"/actors/{ref}")
    assert "asked for protection" in html(coder, "/actors?words=nadia")


def test_stored_words_are_no_markup(client, record):
    text = "The <script>alert(1)</script> Brigade came."
    bad = "<script>alert(1)</script> Brigade"
    actor = Actor(id="a1", name=bad, kind=ActorKind.armed_group, mentions=(at(bad, text),), aliases=(bad,))
    record.readings.put([told("bad", text, (actor,))])
    assert list(link_unlinked(record))
    while directory.make_some(record):
        pass
    assert "<script>alert" not in html(client, "/actors?words=script")
    for line in listed(client, words="script")["actors"]:
        assert "<script>alert" not in html(client, f"/actors/{line['id']}?network=2")
