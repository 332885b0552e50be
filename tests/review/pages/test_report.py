"""The page of a report: what is shown to whom, and what a person says of a value comes to stand where the value is."""

import json
import re
from html import unescape

import pytest
from fastapi.testclient import TestClient

from rashomon.archive.linking import link_unlinked
from rashomon.export import Profile, Viewing
from rashomon.record import (
    Actor,
    ActorKind,
    Figure,
    FigureKind,
    Incident,
    Participant,
    Role,
    Source,
    SourceKind,
    Statement,
)
from rashomon.review import desk
from rashomon.review.access.door import Door
from rashomon.review.access.roles import Analyst
from rashomon.review.access.roles import Role as AsWhat
from rashomon.review.addresses import report_link, report_part
from tests.making import reading

TEXT = (
    "Amina Farah was shot by two gunmen on 3 May, the elder said.\n\nAmina Farah's uncle doubts it; at least 12 died."
)


@pytest.fixture
def viewer(record):
    """A browser of somebody who may only look."""
    with TestClient(desk(record, Door(Analyst("Vera", AsWhat.viewer, "token"))), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def shot(record):
    """A report of the shooting of somebody who must not be named, under an odd id; linked."""
    id = "a b/../é?#%&<i>.json"
    base = reading(
        id, TEXT, title="Amina Farah shot", url="https://news.example/2024/amina-farah-shot", authors=("Amina Farah",)
    )
    victim = Participant(role=Role.victim, text="Amina Farah", span=(0, 11), actor="a1")
    killed = Figure(kind=FigureKind.killed, low=12, text="at least 12", span=(94, 105), confidence=0.3)
    incident = Incident(
        id="i1", kind="killing", trigger=(16, 20), evidence=((0, 60),), participants=(victim,), figures=(killed,)
    )
    said = Statement(
        id="s1",
        cue=(55, 59),
        content=((0, 43),),
        source=Source(text="the elder", span=(45, 54), kind=SourceKind.unnamed, protected=True),
    )
    amina = Actor(id="a1", name="Amina Farah", kind=ActorKind.person, mentions=((0, 11), (62, 73)))
    record.readings.put([base.model_copy(update={"incidents": (incident,), "statements": (said,), "actors": (amina,)})])
    assert sum(link_unlinked(record))
    return id


def page(client, id, **asked):
    return client.get(report_link(id), params=asked).text


def twin(client, id, **asked):
    answer = client.get(report_part(id, ".json"), params=asked)
    assert answer.status_code == 200
    return answer.json()


def words(html):
    """What is read on a page: the text of its paragraphs."""
    found = re.findall(r"<p data-from=\"\d+\">(.*?)</p>", html, re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", each)) for each in found]


def value_of(read, id):
    of_incidents = [value for incident in read["incidents"] for value in incident["values"]]
    of_accounts = [v for incident in read["incidents"] for account in incident["accounts"] for v in account["values"]]
    return next((value for value in of_incidents + of_accounts if value["id"] == id), None)


def said(post, id, ref, attribute, former, *, do="save", **fields):
    """What the form of a value posts."""
    fields = {"ref": ref, "attribute": attribute, "former": json.dumps(former), "do": do, **fields}
    return post(report_part(id, "value"), **fields)


def mh17(client):
    value = value_of(twin(client, "mh17")["read"], "i1.killed")
    return json.loads(value["now"])


def test_the_text_stands_there_paragraph_by_paragraph_as_it_was_published(client, record):
    for each in record.readings.all():
        there = [each.report.text[slice(*region.span)] for region in each.report.regions]
        assert words(page(client, each.report.id)) == [paragraph.replace("\r", " ") for paragraph in there]
        assert twin(client, each.report.id)["text"] == each.report.text


def test_whatever_is_listed_is_marked_where_it_stands(client):
    read, html = twin(client, "mh17")["read"], page(client, "mh17")
    there = [item for value in read["incidents"][0]["values"] for item in value["items"] if item["spans"]]
    for id in [item["id"] for item in there] + [said["id"] for said in read["statements"]]:
        assert f'href="#m-{id}"' in html
        assert html.count(f'id="m-{id}"') == 1
        assert re.search(rf'data-m="(?:[^"]* )?{re.escape(id)}(?: [^"]*)?"', html)


def test_every_incident_leads_to_that_of_the_record(client, record):
    incidents = twin(client, "mh17")["read"]["incidents"]
    assert incidents
    for incident in incidents:
        told = record.linked.incident(incident["ref"]).told
        assert ("mh17", incident["id"]) in {(each.report, each.incident.id) for each in told}


def test_a_passage_that_a_link_means_is_lit_and_can_be_gone_to(client):
    html = page(client, "mh17", at="10-20")
    assert html.count('id="s10-20"') == 1
    lit = "".join(re.findall(r'<span class="[^"]*\bat"[^>]*>(.*?)</span>(?!</span>)', html))
    assert unescape(re.sub(r"<[^>]+>", "", lit)) == twin(client, "mh17")["text"][10:20]
    assert 'class="seg at"' not in page(client, "mh17", at="999999-9999999")
    assert client.get("/reports/mh17?at=x").status_code == 422


def test_a_figure_corrected_on_the_report_is_the_incidents(client, post, record):
    incident = twin(client, "mh17")["read"]["incidents"][0]["ref"]
    former = mh17(client)
    answer = said(
        post,
        "mh17",
        "i1",
        "killed",
        former,
        low="283",
        high="283",
        of="passengers",
        text="all 298 people",
        why="the list",
    )
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/reports/mh17?done=")
    assert answer.headers["location"].endswith("#e-i1.killed")
    value = value_of(twin(client, "mh17")["read"], "i1.killed")
    assert [item["words"] for item in value["items"]] == ["283: “all 298 people”"]
    assert (value["coded"]["why"], value["coded"]["judgement"]) == ("the list", record.judgements.last())
    (killed,) = (each for each in Viewing(record).story(incident).figures if each.kind == "killed")
    assert 283 in (killed.low, killed.best, killed.high)
    html = page(client, "mh17")
    assert f"judgement {record.judgements.last()}" in html
    assert re.search(r'id="e-i1.killed"[^>]*>\s*<dt>killed</dt>\s*<dd>\s*<span class="item person">', html)
    assert re.search(r'id="e-i1.kind"[^>]*>\s*<dt>kind</dt>\s*<dd>\s*<span class="item">', html)


def test_what_is_confirmed_is_a_persons_and_as_it_was(client, post):
    former = mh17(client)
    assert said(post, "mh17", "i1", "killed", former, do="confirm").status_code == 303
    value = value_of(twin(client, "mh17")["read"], "i1.killed")
    assert json.loads(value["now"]) == former
    assert value["coded"]["why"] == "as the report has it"


def test_what_there_is_none_of_says_so_and_by_whom(client, post):
    assert said(post, "mh17", "i1", "killed", mh17(client), do="none").status_code == 303
    value = value_of(twin(client, "mh17")["read"], "i1.killed")
    assert value["items"] == []
    assert value["coded"]
    assert re.search(r'id="e-i1.killed".*?<span class="note">none</span>', page(client, "mh17"), re.DOTALL)


def test_a_participant_is_added_in_the_reports_words_wherever_they_stand(client, post):
    before = json.loads((value_of(twin(client, "mh17")["read"], "i1.victim") or {"now": "[]"})["now"])
    answer = said(post, "mh17", "i1", "victim", before, entry=len(before), text="298  people", why="they were on board")
    assert answer.status_code == 303
    after = json.loads(value_of(twin(client, "mh17")["read"], "i1.victim")["now"])
    assert after[:-1] == before
    text = twin(client, "mh17")["text"]
    assert text[slice(*after[-1]["span"])] == after[-1]["text"] == "298 people"


def test_an_entry_of_several_is_taken_away_and_the_others_stay(client, post):
    read = twin(client, "jesuits")["read"]
    value = next(v for i in read["incidents"] for v in i["values"] if len(v["items"]) > 1 and v["listed"])
    former = json.loads(value["now"])
    said(post, "jesuits", value["ref"], value["attribute"], former, do="remove", entry=0, why="it is somebody else")
    assert json.loads(value_of(twin(client, "jesuits")["read"], value["id"])["now"]) == former[1:]


def test_a_place_is_looked_up_in_the_gazetteer_and_taken_from_it(client, post):
    form = client.get("/reports/mh17/value", params={"ref": "i1", "attribute": "place", "name": "Donetsk"}).text
    id, words = re.search(r'name="place" value="(\d+)"[^>]*> ([^<]*UKR[^<]*)<', form).groups()
    assert "Donets" in words
    former = json.loads(value_of(twin(client, "mh17")["read"], "i1.place")["now"])
    assert said(post, "mh17", "i1", "place", former, place=id, why="over the region").status_code == 303
    place = json.loads(value_of(twin(client, "mh17")["read"], "i1.place")["now"])
    assert (place["country"], place["precision"] in range(1, 8)) == ("UKR", True)
    assert place["lat"]


def test_a_time_is_given_by_its_days(client, post):
    former = json.loads(value_of(twin(client, "mh17")["read"], "i1.time")["now"])
    said(
        post, "mh17", "i1", "time", former, earliest="2014-07-16", latest="2014-07-18", precision="2", why="it says so"
    )
    time = json.loads(value_of(twin(client, "mh17")["read"], "i1.time")["now"])
    assert (time["earliest"], time["latest"], time["precision"]) == ("2014-07-16", "2014-07-18", 2)


def test_an_account_is_corrected_by_itself(client, post):
    account = next(a for a in twin(client, "mh17")["read"]["incidents"][0]["accounts"] if a["account"] != "own")
    assert said(
        post, "mh17", "i1", "act", "asserts", account=account["account"], choice="doubts", why="w"
    ).status_code in (303, 409)
    act = next(value for value in account["values"] if value["attribute"] == "act")
    former = json.loads(value_of(twin(client, "mh17")["read"], act["id"])["now"])
    said(post, "mh17", "i1", "act", former, account=account["account"], choice="denies", why="“we did not”")
    assert json.loads(value_of(twin(client, "mh17")["read"], act["id"])["now"]) == "denies"


def test_what_was_no_incident_is_gone_and_the_history_says_by_whom(client, post):
    before = twin(client, "jesuits")["read"]["incidents"]
    gone = before[-1]["id"]
    assert said(post, "jesuits", gone, "incident", True, do="none", why="a comparison").status_code == 303
    shown = twin(client, "jesuits")
    assert [each["id"] for each in shown["read"]["incidents"]] == [each["id"] for each in before if each["id"] != gone]
    (change,) = shown["changes"]
    assert (change["incident"], change["attribute"], change["why"]) == (gone, "incident", "a comparison")


def test_what_changed_meanwhile_is_not_overwritten_and_what_was_typed_is_kept(client, post):
    former = mh17(client)
    said(post, "mh17", "i1", "killed", former, low="283", high="", text="all 298 people", why="the list")
    answer = said(post, "mh17", "i1", "killed", former, low="200", high="", text="all 298 people", why="my count")
    assert answer.status_code == 409
    assert "changed since you looked" in answer.text
    assert 'value="my count"' in answer.text
    assert json.loads(value_of(twin(client, "mh17")["read"], "i1.killed")["now"])[0]["low"] == 283


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"low": "many", "text": "all 298 people"}, "low: 'many' is no whole number"),
        ({"low": "30", "high": "12", "text": "all 298 people"}, "at least 30 is more than at most 12"),
        ({"low": "3", "text": "three hundred giraffes"}, "does not stand in the report"),
        ({"text": "all 298 people"}, "say at least how many"),
    ],
)
def test_what_cannot_be_is_refused_in_the_form_with_a_reason(client, post, fields, wrong):
    answer = said(post, "mh17", "i1", "killed", mh17(client), why="w", **fields)
    assert answer.status_code == 422
    assert wrong in unescape(answer.text)
    assert not twin(client, "mh17")["changes"]


def test_a_change_needs_a_reason(client, post):
    answer = said(post, "mh17", "i1", "killed", mh17(client), low="3", text="all 298 people")
    assert answer.status_code == 409
    assert "say why" in answer.text


def test_a_marked_span_fills_the_form_with_what_it_likely_is(client):
    text = twin(client, "mh17")["text"]
    start = text.index("298 people")
    form = client.get("/reports/mh17/value", params={"span": f"{start}-{start + 10}"}).text
    assert '<option value="killed" selected>' in form
    assert 'name="text" value="298 people"' in form


def test_a_form_for_another_thing_than_has_the_attribute_asks_for_what_that_has(client):
    account = next(a for a in twin(client, "mh17")["read"]["incidents"][0]["accounts"])["account"]
    form = client.get("/reports/mh17/value", params={"ref": "i1", "account": account, "attribute": "victim"})
    assert form.status_code == 200
    assert '<option value="act" selected>' in form.text


def test_another_incident_is_chosen_without_the_accounts_of_the_first(client, record):
    told = next(r for r in record.readings.all() if len(r.incidents) > 1 and len(r.incidents[0].accounts) > 1)
    assert [incident.id for incident in told.incidents[:2]] == ["i1", "i2"]
    value = f"/reports/{told.report.id}/value"
    asked = {"ref": "i2", "was": "i1", "account": "1-2", "attribute": "act"}
    assert client.get(value, params=asked).status_code == 200
    assert client.get(value, params=asked | {"was": "i2"}).status_code == 404


def test_what_a_form_is_asked_for_and_there_is_not_is_said(client):
    assert client.get("/reports/mh17/value?ref=i99").status_code == 404
    assert client.get("/reports/mh17/value?ref=i1&account=1-2").status_code == 404
    assert client.get("/reports/mh17/value?ref=i1&attribute=colour").status_code == 422
    assert client.get("/reports/nothing/value").status_code == 404


@pytest.mark.parametrize(
    "id",
    ["../x", ".", "..", "a//b", "/", "a/", "a.json", "a/value", "a/value/", "x?y#z 100%", "line\nbreak", " ", "ü𝄞"],
)
def test_a_report_is_found_by_its_id_whatever_that_is(client, record, id):
    record.readings.put([reading(id)])
    assert twin(client, id)["facts"]["id"] == id
    assert client.get(report_link(id)).headers["content-type"].startswith("text/html")
    assert f'action="{report_part(id, "value")}"' in client.get(report_part(id, "value")).text


def test_nothing_that_must_not_be_named_is_named_to_a_viewer(viewer, client, shot):
    assert "Amina Farah" in page(client, shot)
    everything = page(viewer, shot) + json.dumps(twin(viewer, shot))
    for name in ("Amina", "Farah", "amina-farah", "the elder", record_sha(client, shot)):
        assert name not in everything
    masked = Viewing(client.app.state.desk.record, Profile.public)
    reading = masked.at_hand.get(shot)
    assert "".join(words(page(viewer, shot))) == masked.masks.of(reading).text(TEXT)


def record_sha(client, id):
    return twin(client, id)["facts"]["sha256"]


def test_a_viewer_decides_nothing_and_sees_nobodys_decisions(viewer, client, post, shot):
    said(post, shot, "i1", "kind", "killing", choice="assault", why="Amina Farah lives")
    assert twin(client, shot)["changes"]
    shown = twin(viewer, shot)
    assert shown["changes"] == []
    assert {value["now"] for incident in shown["read"]["incidents"] for value in incident["values"]} == {None}
    html = page(viewer, shot)
    assert "/value" not in html
    assert "lives" not in html
    assert viewer.get(report_part(shot, "value")).status_code == 403


def test_those_who_asked_for_protection_are_not_told_apart_outside(viewer, client, record):
    base = reading("two", "A nurse said so. A driver denied it. Neither wanted to be named.")
    sources = [("A nurse", (0, 7), (8, 12), (13, 15)), ("A driver", (17, 25), (26, 32), (33, 35))]
    statements = tuple(
        Statement(
            id=f"s{number}",
            cue=cue,
            content=(content,),
            source=Source(actor=f"a{number}", text=text, span=span, kind=SourceKind.unnamed, protected=True),
        )
        for number, (text, span, cue, content) in enumerate(sources)
    )
    actors = tuple(
        Actor(id=f"a{number}", name=text, kind=ActorKind.person, mentions=(span,), protected=True)
        for number, (text, span, *_) in enumerate(sources)
    )
    record.readings.put([base.model_copy(update={"statements": statements, "actors": actors})])
    assert sum(link_unlinked(record))
    told = [(each["source"], each["tint"]) for each in twin(viewer, "two")["read"]["statements"]]
    assert len(set(told)) == 1
    assert {(each["words"], each["ref"]) for each in twin(viewer, "two")["read"]["actors"]} == {(told[0][0], None)}
    assert len({each["tint"] for each in twin(client, "two")["read"]["statements"]}) == 2


def test_a_passage_within_a_masked_name_lights_all_that_stands_for_it(viewer, shot):
    shown = twin(viewer, shot, at="3-8")
    anchor, (start, end) = shown["at"]
    assert anchor == "s3-8"
    assert shown["text"][start:end].startswith("victim ")
    assert shown["text"][end:].startswith(" was shot")


def test_what_is_less_probable_than_not_is_hidden_from_those_who_ask(client, shot):
    shown = twin(client, shot)
    assert value_of(shown["read"], "i1.killed")["items"][0]["confidence"] == 0.3
    assert shown["read"]["less_sure"] == 1
    assert "hide 1 less certain value" in page(client, shot)
    assert value_of(twin(client, shot, sure="1")["read"], "i1.killed") is None
    assert "1 less certain value hidden" in page(client, shot, sure="1")


def test_a_withdrawn_report_says_so_and_by_whom_only_inside(client, viewer, record):
    record.judgements.withdraw("mh17", why="it was a draft", who="Amal")
    assert twin(client, "mh17")["facts"]["state"] == "withdrawn"
    assert "by Amal" in page(client, "mh17")
    assert "Amal" not in page(viewer, "mh17")


def test_reports_that_print_its_passages_are_listed(client, record):
    original = record.readings.get("mh17").report
    record.readings.put([reading("copy", original.text, publisher="The Copy", regions=original.regions)])
    assert sum(link_unlinked(record))
    assert [copy["report"] for copy in twin(client, "mh17")["copies"]] == ["copy"]
    assert [copy["report"] for copy in twin(client, "copy")["copies"]] == ["mh17"]


def test_a_report_that_is_html_is_shown_as_text_and_leads_nowhere(client, record):
    text = '<script>alert(1)</script><img src="https://elsewhere.example/x.png">'
    record.readings.put([reading("html", text, title=text, publisher=text, url="javascript:alert(1)")])
    html = page(client, "html")
    assert "alert(1)</script>" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert words(html) == [text]


def test_what_the_record_does_not_have_is_not_found(client):
    assert client.get("/reports/nothing").status_code == 404
    assert client.get("/reports/nothing.json").json()["error"]["status"] == 404
