import re

import pytest

from rashomon.linking.mention import Sort
from rashomon.review.access.roles import Role


def listed(client, **asked):
    answer = client.get("/log.json", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def numbers(client, **asked):
    return [each["number"] for each in listed(client, **asked)["judgements"]]


@pytest.fixture
def decided(record):
    """What Amal and Bea decided, by what they did, as judgements."""
    log = record.judgements
    merged = log.merge(["I1", "I2"], why="the same convoy", who="Amal")
    local = next(iter(record.linked.incident("I1").told))
    at = f"{local.report}/{local.incident.id}"
    return {
        "merge": merged,
        "undo": log.undo(merged.number, why="two roads", who="Bea"),
        "code": log.code(at, "kind", "raid", why="a search", who="Amal"),
        "rename": log.rename("I1", "The <b>bold</b> raid", why="so they call it", who="Bea"),
    }


def test_the_log_has_every_judgement_the_latest_first_with_what_became_of_what(client, decided):
    page = listed(client)
    latest = {each["what"]: each for each in reversed(page["judgements"])}
    assert [each["number"] for each in page["judgements"]] == sorted(numbers(client), reverse=True)
    assert latest["code"]["change"].startswith("I1: kind in ")
    assert latest["code"]["after"] == "raid" and latest["code"]["who"] == "Amal"
    merge = next(each for each in page["judgements"] if each["number"] == decided["merge"].number)
    assert merge["undone"] and merge["undone_by"] == decided["undo"].number
    assert not merge["may_undo"]


def test_a_judgement_says_what_it_is_about_and_not_only_a_number(client, record):
    one, other = list(record.linked.incidents())[:2]
    number = record.judgements.merge([one.id, other.id], why="the same convoy", who="Amal").number
    (entry,) = listed(client, number=number)["judgements"]
    (named,) = entry["called"]
    assert named["refs"] == [one.id, other.id]
    assert named["name"].startswith(one.told[0].incident.kind.replace("_", " "))
    assert named["name"] in client.get("/log", params={"number": number}).text
    actor = next(record.linked.actors())
    number = record.judgements.rename(
        actor.id, "The Fifth Brigade", why="so they call it", who="Amal", sort=Sort.actor
    ).number
    (entry,) = listed(client, number=number)["judgements"]
    assert entry["called"] == [{"refs": [actor.id], "name": "The Fifth Brigade"}]


def test_it_is_narrowed_by_person_sort_machine_words_and_what_it_is_about(client, decided):
    made = {what: judgement.number for what, judgement in decided.items()}
    assert numbers(client, who="Bea") == [made["rename"], made["undo"]]
    assert numbers(client, what="code") == [made["code"]]
    assert set(numbers(client, by="people")) == set(made.values())
    assert not set(numbers(client, by="machine")) & set(made.values())
    assert numbers(client, words="CONVOY same") == [made["merge"]]
    assert numbers(client, words="bold") == [made["rename"]]
    assert numbers(client, words="100%") == []
    assert numbers(client, about="I2", by="people") == [made["undo"], made["merge"]]
    assert numbers(client, number=made["code"]) == [made["code"]]
    assert listed(client)["people"] == ["Amal", "Bea"]


def test_what_is_not_there_is_said_and_no_failure(client, decided):
    page = listed(client, about="I999999")
    assert page["judgements"] == [] and "I999999" in page["problem"]
    assert "I999999" in client.get("/log?about=I999999", headers={"Accept": "text/html"}).text
    assert client.get("/log.json", params={"what": "nonsense"}).status_code == 422


def test_an_actor_is_asked_about_by_name(client, record):
    named = next(actor for actor in record.linked.actors() if len(actor.name.split()) > 1)
    made = record.judgements.rename(named.id, "Somebody", why="–", who="Amal", sort=Sort.actor)
    assert numbers(client, about=named.name, by="people") == [made.number]


def test_one_goes_back_page_by_page_and_misses_nothing(client, record, monkeypatch):
    monkeypatch.setattr("rashomon.review.pages.log.AT_ONCE", 3)
    for n in range(4):
        record.judgements.rename("I1", f"name {n}", why="–", who="Amal")
    every, page = [], listed(client, by="people")
    while page["earlier"]:
        every += [each["number"] for each in page["judgements"]]
        page = listed(client, by="people", before=page["earlier"])
    every += [each["number"] for each in page["judgements"]]
    assert every == [each.number for each in record.judgements.log(people=True)]
    assert 'href="/log?by=people&amp;before=' in client.get("/log?by=people").text


def test_the_page_shows_what_its_twin_has_and_nothing_that_was_typed_is_markup(client, decided):
    page = client.get("/log").text
    assert "The &lt;b&gt;bold&lt;/b&gt; raid" in page and "<b>bold" not in page
    for each in listed(client)["judgements"]:
        assert f'id="j{each["number"]}"' in page
    assert '<a href="/incidents/I1">I1</a>' in page


def test_a_judgement_is_taken_back_from_the_page(client, post, record, decided):
    page = client.get("/log?by=people").text
    form = re.search(rf'name="number" value="{decided["code"].number}".*?</form>', page, re.DOTALL)
    assert form and 'name="back" value="/log?by=people"' in page
    answer = post("/decisions/undo", number=decided["code"].number, why="no search", back="/log?by=people")
    assert answer.headers["location"].startswith("/log?by=people")
    assert record.judgements.get(decided["code"].number).undone


def test_what_no_report_tells_of_any_more_is_marked(client, record, decided):
    report = record.codings.all()[0].report
    reading = record.readings.get(report)
    record.readings.put([reading.model_copy(update={"incidents": ()})])
    orphaned = {each["number"] for each in listed(client, by="people")["judgements"] if each["orphaned"]}
    assert decided["code"].number in orphaned
    assert orphaned <= {each.number for each in record.judgements.orphaned()} | {decided["rename"].number}
    assert "no report tells of it any more" in client.get("/log").text


def test_agreement_is_told_by_attribute(client, record):
    assert client.get("/log/agreement.json").json() == {"attributes": []}
    for incident, other in (("I1", "raid"), ("I2", "bombing")):
        (told, *_) = record.linked.incident(incident).told
        for who, kind in (("Amal", other), ("Bea", "raid")):
            record.judgements.code(f"{told.report}/{told.incident.id}", "kind", kind, why="–", who=who)
    (kind,) = client.get("/log/agreement.json").json()["attributes"]
    assert (kind["attribute"], kind["units"], kind["coders"], kind["distance"]) == ("kind", 2, 2, "nominal")
    assert kind["alpha"] == pytest.approx(0.0)
    assert "0.00" in client.get("/log/agreement").text


def test_what_was_done_with_the_record_is_told(client, record):
    record.log("export", profile="internal", incidents=1200)
    (latest, *_) = client.get("/log/events.json").json()["events"]
    assert latest["what"] == "export" and latest["details"] == {"profile": "internal", "incidents": 1200}
    assert "1,200" in client.get("/log/events").text


def test_the_log_is_for_those_who_work_on_the_record(team, decided):
    for address in ("/log.json", "/log/agreement.json", "/log/events.json"):
        assert team(Role.viewer).get(address).status_code == 403
        assert team(Role.coder).get(address).status_code == 200


def test_a_coder_is_offered_to_take_back_only_what_is_theirs(team, record):
    record.judgements.rename("I1", "one", why="–", who="Coder")
    record.judgements.rename("I2", "two", why="–", who="Bea")
    assert [each["may_undo"] for each in listed(team(Role.coder), by="people")["judgements"]] == [False, True]
    assert [each["may_undo"] for each in listed(team(Role.adjudicator), by="people")["judgements"]] == [True, True]


def test_two_that_are_told_alike_are_said_to_be_two(client, record):
    one, other = [each.id for each in record.linked.incidents()][:2]
    for each in (one, other):
        record.judgements.rename(each, "The market bombing", why="so they call it", who="Amal")
    number = record.judgements.not_same([one, other], why="two markets", who="Amal").number
    (entry,) = listed(client, number=number)["judgements"]
    assert [named["refs"] for named in entry["called"]] == [[one], [other]]
    assert {named["name"] for named in entry["called"]} == {"The market bombing"}
