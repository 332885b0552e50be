"""Decisions at the desk: what each does, who may, what happens when two decide at once."""

from itertools import islice

import pytest
from fastapi.testclient import TestClient

from rashomon.archive.refs import ref
from rashomon.linking.mention import Sort
from rashomon.review import decisions, desk
from rashomon.review.access.door import Door
from rashomon.review.access.roles import Analyst, Role
from rashomon.review.expecting import expected, seen_text

JSON = {"accept": "application/json"}


@pytest.fixture
def by(record):
    """`by("Amal", Role.coder)("/decisions/merge", refs=[…])`: the desk as somebody else has it."""
    clients = []

    def of(name, role):
        client = TestClient(desk(record, Door(Analyst(name, role, "token"))), base_url="http://localhost")
        client.__enter__()
        clients.append(client)

        def posted(address, *, headers=JSON, **fields):
            return client.post(
                address, data=fields, headers={"X-CSRF-Token": "token"} | headers, follow_redirects=False
            )

        return posted

    yield of
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def two(record):
    """Two incidents of different reports."""
    told = {}
    for incident in record.linked.incidents():
        told.setdefault(incident.told[0].report, incident.id)
    return list(islice(told.values(), 2))


def one_of(record, refs):
    return len({record.linked.incident(each).id for each in refs}) == 1


def test_what_is_merged_is_one_and_undone_it_is_two_again(record, post, two):
    answer = post("/decisions/merge", refs=two, why="the same ambush", back="/incidents/I1?rule=range#accounts")
    number = record.judgements.last()
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/incidents/I1?rule=range&done={number}#accounts"
    assert one_of(record, two)
    assert record.judgements.get(number).why == "the same ambush"
    post("/decisions/undo", number=number, why="they are days apart")
    assert not one_of(record, two)


def test_whoever_decides_is_whoever_is_at_the_desk(by, two):
    decision = by("Amal", Role.coder)("/decisions/merge", refs=two, why="the same ambush").json()
    assert (decision["who"], decision["what"], decision["machine"]) == ("Amal", "merge", False)
    assert decision["after"] == [sorted(two, key=lambda each: int(each[1:]))]


def test_what_is_held_apart_is_not_merged_by_the_way(record, post, two):
    assert post("/decisions/not-same", refs=two, why="another day").status_code == 303
    assert record.judgements.get(record.judgements.last()).what == "not-same"


def test_actors_are_merged_and_named(record, post):
    actors = [each.id for each in islice(record.linked.actors(), 2)]
    assert post("/decisions/merge", refs=actors, sort="actor", why="his other name").status_code == 303
    assert record.linked.actor(actors[1]).id == record.linked.actor(actors[0]).id
    post("/decisions/rename", refs=actors[:1], sort="actor", name="Khaksar", why="his name")
    assert record.linked.actor(actors[0]).name == "Khaksar"


def test_what_is_split_off_is_an_incident_of_its_own(record, post, two):
    post("/decisions/merge", refs=two, why="the same ambush")
    merged = record.linked.incident(two[0])
    post("/decisions/split", refs=[merged.id], parts=[merged.told[-1].report], why="another road")
    assert not one_of(record, two)


def test_an_incident_has_the_name_that_it_was_given(record, post, two):
    post("/decisions/rename", refs=two[:1], name="The ambush at the bridge", why="so everybody calls it")
    assert record.linked.incident(two[0]).name == "The ambush at the bridge"


def test_a_withdrawn_report_counts_no_longer(record, post, two):
    report = record.linked.incident(two[0]).told[0].report
    post("/decisions/withdraw", report=report, why="the agency took it back")
    assert record.judgements.withdrawn() == {report}


def test_a_second_click_is_no_second_decision(record, post, two):
    first = post("/decisions/not-same", refs=two, why="another day", back="/queue")
    second = post("/decisions/not-same", refs=two, why="another day", back="/queue")
    assert first.headers["location"] == second.headers["location"]
    assert len(list(record.judgements.log(people=True))) == 1


def test_what_was_undone_meanwhile_can_be_decided_again_at_once(record, by, two):
    amal, basim = by("Amal", Role.coder), by("Basim", Role.adjudicator)
    first = amal("/decisions/not-same", refs=two, why="another day").json()
    basim("/decisions/undo", number=first["number"], why="no")
    assert amal("/decisions/not-same", refs=two, why="another day").json()["number"] > first["number"]


def test_two_coders_cannot_silently_overwrite_each_other(record, by, two):
    seen = seen_text(record, two)
    other = next(each.id for each in record.linked.incidents() if each.id not in two)
    by("Amal", Role.coder)("/decisions/merge", refs=[two[0], other], why="one and the same bomb")
    answer = by("Basim", Role.coder)("/decisions/merge", refs=two, why="the same ambush", seen=seen)
    assert answer.status_code == 409
    message = answer.json()["error"]["message"]
    assert "by Amal: one and the same bomb" in message
    assert "has changed since you looked" in message
    assert not one_of(record, two)


def test_what_a_conflict_made_vain_is_not_typed_twice(record, by, two):
    by("Amal", Role.coder)("/decisions/merge", refs=two, why="the same ambush")
    answer = by("Basim", Role.coder)(
        "/decisions/merge", headers={"accept": "text/html"}, refs=two, why="my <long> thought", back="/queue?tab=pairs"
    )
    assert answer.status_code == 409
    assert "my &lt;long&gt; thought" in answer.text
    assert 'href="/queue?tab=pairs"' in answer.text


MAY_NOT = [
    ("merge", Role.viewer),
    ("not-same", Role.viewer),
    ("split", Role.viewer),
    ("rename", Role.viewer),
    ("withdraw", Role.viewer),
    ("withdraw", Role.coder),
    ("undo", Role.viewer),
    ("code", Role.viewer),
    ("opine", Role.viewer),
    ("review", Role.viewer),
]


@pytest.mark.parametrize(("what", "role"), MAY_NOT)
def test_not_everybody_may_decide(record, by, two, what, role):
    before = record.judgements.last()
    report = record.linked.incident(two[0]).told[0].report
    answer = by("Amal", role)(f"/decisions/{what}", refs=two, why="so", report=report, number=1, ref="x", attribute="x")
    assert answer.status_code == 403
    assert record.judgements.last() == before


def test_a_coder_takes_back_their_own_decisions_and_an_adjudicator_anybodys(by, two):
    amal, basim = by("Amal", Role.coder), by("Basim", Role.coder)
    number = amal("/decisions/not-same", refs=two, why="another day").json()["number"]
    refused = basim("/decisions/undo", number=number, why="the same day")
    assert refused.status_code == 403
    assert "Amal" in refused.json()["error"]["message"]
    undone = amal("/decisions/undo", number=number, why="the same day").json()["number"]
    assert by("Carla", Role.adjudicator)("/decisions/undo", number=undone, why="no").status_code == 200


def test_a_coder_does_not_undo_what_the_machine_did(record, by):
    machine = next(each for each in record.judgements.log() if each.machine and each.what == "merge")
    assert by("Amal", Role.coder)("/decisions/undo", number=machine.number, why="no").status_code == 403
    assert by("Basim", Role.adjudicator)("/decisions/undo", number=machine.number, why="no").status_code == 200


def test_a_decision_without_a_reason_is_none(record, post, two):
    before = record.judgements.last()
    assert post("/decisions/merge", refs=two, why="  ").status_code == 409
    assert record.judgements.last() == before


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "incidents", "/a\n/b"])
def test_nobody_is_sent_elsewhere(record, post, two, back):
    before = record.judgements.last()
    assert post("/decisions/merge", refs=two, why="so", back=back).status_code == 422
    assert record.judgements.last() == before


def test_what_was_seen_comes_back_as_it_was(record, two):
    seen = expected(seen_text(record, two))
    assert seen == record.judgements.seen(two)
    assert seen.groups.keys() == set(two)
    assert expected("") is None


def test_what_a_form_says_was_seen_is_read_strictly(record, post, two):
    text = seen_text(record, two)
    for bad in ("x", text[:-6], text + text, text.swapcase(), "e30=", "ü"):
        answer = post("/decisions/merge", refs=two, why="so", seen=bad)
        assert answer.status_code == 422, bad
    assert not one_of(record, two)


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("merge", {"why": "so"}),
        ("merge", {"refs": ["I1"], "sort": "story", "why": "so"}),
        ("rename", {"refs": ["I1", "I2"], "name": "x", "why": "so"}),
        ("opine", {"refs": ["I1", "I2"], "verdict": "perhaps", "why": "so"}),
        ("undo", {"number": "-1", "why": "so"}),
        ("undo", {"number": "9" * 30, "why": "so"}),
        ("code", {"ref": "x/i1", "attribute": "kind", "value": "{", "why": "so"}),
        ("code", {"ref": "x/i1", "attribute": "kind", "value": "NaN", "why": "so"}),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_reason(post, what, fields):
    answer = post(f"/decisions/{what}", **fields)
    assert answer.status_code == 422
    assert answer.json()["error"]["message"]


def test_what_the_record_does_not_have_cannot_be_decided_about(record, post):
    last = ref(Sort.incident, record.shelf.last(Sort.incident) + 1)
    assert post("/decisions/merge", refs=["I1", last], why="so").status_code == 404
    assert post("/decisions/undo", number=10**9, why="so").status_code == 404
    assert post("/decisions/everything", why="so").status_code == 404


def test_a_value_is_said_to_be_something_else(record, post, two):
    told = record.linked.incident(two[0]).told[0]
    ref = f"{told.report}/{told.incident.id}"
    value = {"ref": ref, "attribute": "kind", "why": "it was an abduction"}
    former = f'"{told.incident.kind}"'
    assert post("/decisions/code", **value, value='"abduction"', former=former).status_code == 303
    assert [each.value for each in record.codings.of_report(told.report)] == ["abduction"]
    again = post("/decisions/code", **value | {"why": "no, a raid"}, value='"raid"', former=former)
    assert again.status_code == 409 and "it was an abduction" in again.json()["error"]["message"]


def test_an_opinion_moves_nothing(record, by, two):
    said = by("Amal", Role.coder)("/decisions/opine", refs=two, verdict="same", why="so it seems").json()
    assert said["what"] == "opine"
    assert not one_of(record, two)


def test_incidents_are_reviewed_one_or_many(record, by, two):
    said = by("Amal", Role.coder)("/decisions/review", refs=two, why="compared").json()
    assert said["what"] == "review"
    numbers = [int(each[1:]) for each in two]
    assert record.judgements.reviewed(numbers).keys() == set(numbers)


def test_what_came_to_an_incident_since_it_was_looked_at_is_not_reviewed(record, by, two):
    seen = seen_text(record, two[:1])
    by("Basim", Role.coder)("/decisions/merge", refs=two, why="the same ambush")
    answer = by("Amal", Role.coder)("/decisions/review", refs=two[:1], why="compared", seen=seen)
    assert answer.status_code == 409


def test_many_are_reviewed_in_as_few_transactions_as_keep_nobody_waiting(record, two, monkeypatch):
    monkeypatch.setattr(decisions, "TOGETHER", 2)
    refs = [each.id for each in record.linked.incidents()][:5]
    made = decisions.review_all(record, refs, why="compared", who="Amal")
    assert [each.who for each in made] == ["Amal"] * 5


def test_a_judgement_is_found_by_its_number(client, post, two):
    post("/decisions/not-same", refs=two, why="another day")
    number = int(post("/decisions/not-same", refs=two, why="another day").headers["location"].rpartition("=")[2])
    assert client.get(f"/decisions/{number}.json").json()["why"] == "another day"
    assert client.get(f"/decisions/{10**9}.json").status_code == 404


def test_half_a_character_and_a_place_beyond_all_texts_are_refused_and_no_mistake_of_ours(client, post, record):
    reading = next(each for each in record.readings.all() if each.incidents)
    ref = f"{reading.report.id}/{reading.incidents[0].id}"
    for field in ("value", "former"):
        value = {"value": "null", field: '{"name": "\\ud800"}'}
        answer = post("/decisions/code", ref=ref, attribute="place", why="–", **value)
        assert (answer.status_code, "JSON" in answer.text) == (422, True)
    assert client.get(f"/incidents/{ref}/evidence?at={reading.report.id}:0-{'1' * 5000}").status_code == 422
