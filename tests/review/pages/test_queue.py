"""The queue: what waits, for whom, in which order; one thing with all that it takes; who else is at it."""

import pytest

from rashomon.linking.mention import Edge, Sort
from rashomon.review.access.roles import Role
from rashomon.review.queueing import counts, presence
from rashomon.review.queueing.tabs import TABS


@pytest.fixture(autouse=True)
def counted_anew(monkeypatch):
    """Whatever the desk counted while it started."""
    monkeypatch.setattr(counts, "KEPT", 0)


@pytest.fixture
def pair(record):
    """The one pair of the sample that was left for a person."""
    (waiting,) = record.linked.undecided()
    return [waiting.one, waiting.other]


@pytest.fixture
def three(record, pair):
    """Three pairs that wait; the last is the sample's."""
    of_reports = {each.told[0].report: each.id for each in record.linked.incidents() if each.id not in pair}
    others = sorted(of_reports.values(), key=lambda each: int(each[1:]))[:3]
    numbers = [int(each[1:]) for each in others]
    record.shelf.connect(Sort.incident, [Edge(numbers[0], numbers[1], -0.2), Edge(numbers[1], numbers[2], -0.3)])
    return [others[:2], others[1:], pair]


def refs_of(page):
    return [line["refs"] for line in page["lines"]]


def ask(client, tab, refs, **more):
    return client.get("/queue/item.json", params={"tab": tab, "refs": refs, **more})


def test_every_queue_has_a_page_and_says_how_much_waits(client, pair):
    for tab in TABS:
        assert client.get(f"/queue?tab={tab}").status_code == 200
    page = client.get("/queue.json").json()
    assert {tab["name"]: tab["count"] for tab in page["tabs"]}["incidents"] == 1
    assert refs_of(page) == [pair]
    assert client.get("/queue.json?tab=everything").status_code == 422


def test_the_likest_pair_comes_first_and_what_is_known_is_skipped(client, three):
    assert refs_of(client.get("/queue.json").json()) == three
    assert refs_of(client.get("/queue.json?skip=2").json()) == three[2:]


def test_a_line_says_what_happened_and_not_only_a_number(client, pair):
    (line,) = client.get("/queue.json").json()["lines"]
    assert all(len(called.split(",")) >= 3 for called in line["called"])


def test_a_pair_is_shown_side_by_side_with_why_it_is_alike(client, pair, record):
    item = ask(client, "incidents", pair).json()["item"]
    assert [story["id"] for story in item["incidents"]] == pair
    assert all(
        column["quotes"] for story in item["incidents"] for voice in story["voices"] for column in voice["columns"]
    )
    (waiting,) = record.linked.undecided()
    assert item["pair"]["weight"] == pytest.approx(waiting.edge.weight, abs=0.01)
    assert item["pair"]["steps"][-1]["total"] == item["pair"]["weight"]
    assert [choice["key"] for choice in item["choices"]] == ["y", "n", "u"]
    assert {reason["key"] for reason in item["reasons"]} == {"y", "n", "u"}
    assert len(item["reasons"]) <= 9


def test_the_part_of_an_item_is_a_form_that_works_without_scripts(client, post, pair, record):
    text = client.get("/queue/item", params={"tab": "incidents", "refs": pair}, headers={"HX-Request": "true"}).text
    assert "<html" not in text and 'formaction="/decisions/merge"' in text
    fields = dict(ask(client, "incidents", pair).json()["item"]["fields"])
    assert post("/decisions/merge", refs=pair, seen=fields["seen"], why="one ambush").status_code == 303
    assert record.linked.incident(pair[0]).id == record.linked.incident(pair[1]).id


@pytest.mark.parametrize("tab", TABS.values(), ids=TABS)
def test_what_goes_with_a_key_alone_is_true_of_whatever_is_answered_so(tab):
    particular = {reason.why for reason in tab.reasons}
    for choice in tab.choices:
        assert choice.why and choice.why not in particular
        assert not {"day", "place", "date"} & set(choice.why.split())


def test_what_was_decided_waits_no_longer_and_says_so(client, post, pair):
    post("/decisions/merge", refs=pair, why="one ambush")
    page = client.get("/queue.json").json()
    assert page["lines"] == [] and page["tabs"][0]["count"] == 0
    answer = ask(client, "incidents", pair)
    assert answer.status_code == 409 and "one by now" in answer.json()["error"]["message"]
    assert ask(client, "incidents", ["I1", "I99999"]).status_code == 404
    assert ask(client, "incidents", ["I1"]).status_code == 404


def test_whoever_is_unsure_leaves_it_to_the_adjudicators(team, three):
    coder, adjudicator = team(Role.coder), team(Role.adjudicator)
    said = {"refs": three[2], "verdict": "unsure", "why": "the reports say too little"}
    assert coder.post("/decisions/opine", data=said).status_code == 303
    mine = coder.get("/queue.json").json()
    assert refs_of(mine) == three[:2] and mine["tabs"][0]["count"] == 2
    page = adjudicator.get("/queue.json").json()
    assert refs_of(page) == [three[2], *three[:2]] and page["tabs"][0]["count"] == 3
    assert page["lines"][0]["why"] == "Coder is unsure: the reports say too little"
    assert ask(adjudicator, "incidents", three[2]).json()["item"]["opinions"] == [
        "Coder is unsure: the reports say too little"
    ]
    adjudicator.post("/decisions/not-same", data={"refs": three[2], "why": "the days differ"})
    assert refs_of(adjudicator.get("/queue.json").json()) == three[:2]


def test_what_somebody_has_open_is_offered_to_others_last(team, three, monkeypatch):
    coder, adjudicator = team(Role.coder), team(Role.adjudicator)
    ask(coder, "incidents", three[0])
    page = adjudicator.get("/queue.json").json()
    assert refs_of(page) == [*three[1:], three[0]]
    assert page["lines"][-1]["others"] == ["Coder"]
    assert refs_of(coder.get("/queue.json").json()) == three
    assert ask(adjudicator, "incidents", three[0]).json()["others"] == ["Coder"]
    monkeypatch.setattr(presence, "REMEMBERED", -1)
    assert refs_of(adjudicator.get("/queue.json").json()) == three


def test_what_is_fetched_ahead_is_not_yet_open(team, three):
    coder, adjudicator = team(Role.coder), team(Role.adjudicator)
    ask(coder, "incidents", three[0], ahead=True)
    assert refs_of(adjudicator.get("/queue.json").json()) == three


def test_a_second_opinion_is_given_without_knowing_the_first(team, pair, record):
    coder, adjudicator = team(Role.coder), team(Role.adjudicator)
    coder.post("/decisions/merge", data={"refs": pair, "why": "one and the same ambush"})
    assert refs_of(coder.get("/queue.json?tab=second").json()) == []
    assert refs_of(adjudicator.get("/queue.json?tab=second").json()) == [pair]
    answer = ask(adjudicator, "second", pair)
    item = answer.json()["item"]
    assert [story["id"] for story in item["incidents"]] == pair
    told = [
        {quote["report"] for v in s["voices"] for c in v["columns"] for quote in c["quotes"]} for s in item["incidents"]
    ]
    assert told[0].isdisjoint(told[1])
    assert "one and the same ambush" not in answer.text and "Coder" not in answer.text
    adjudicator.post("/decisions/opine", data={"refs": item["refs"], "verdict": "different", "why": "other days"})
    assert refs_of(adjudicator.get("/queue.json?tab=second").json()) == []
    assert record.linked.incident(pair[0]).id == record.linked.incident(pair[1]).id


def test_disputed_incidents_wait_until_somebody_has_reviewed_them(client, post):
    first, *others = refs_of(client.get("/queue.json?tab=disputed").json())
    item = ask(client, "disputed", first).json()["item"]
    assert item["incidents"][0]["disputes"] and [choice["action"] for choice in item["choices"]] == [
        "/decisions/review"
    ]
    post("/decisions/review", refs=first, seen=dict(item["fields"])["seen"], why="compared")
    assert refs_of(client.get("/queue.json?tab=disputed").json()) == others
    assert ask(client, "disputed", first).status_code == 409


def test_codings_of_what_is_gone_are_shown_to_be_taken_back(client, post, record):
    one, other = [each.id for each in record.linked.incidents()][:2]
    number = record.judgements.not_same([one, other], why="other days").number
    report = record.linked.incident(one).told[0].report
    reading = record.readings.get(report)
    record.readings.put([reading.model_copy(update={"incidents": ()})])
    page = client.get("/queue.json?tab=values").json()
    assert refs_of(page)[0] == [f"judgement:{number}"]
    item = ask(client, "values", [f"judgement:{number}"]).json()["item"]
    assert item["decision"]["why"] == "other days"
    post(item["choices"][0]["action"], **dict(item["fields"]), why="gone")
    assert [f"judgement:{number}"] not in refs_of(client.get("/queue.json?tab=values").json())
    assert ask(client, "values", [f"judgement:{number}"]).status_code == 409
    for nonsense in ("judgement:x", "judgement:" + "9" * 300, "report:x", "I0", "", "nonsense"):
        assert ask(client, "values", [nonsense]).status_code == 404


def test_reports_without_a_day_lead_to_their_page(client, record):
    found = next(reading for reading in record.readings.all())
    undated = found.report.model_copy(update={"published": None, "id": "un dated/1"})
    record.readings.put([found.model_copy(update={"report": undated})])
    assert ["report:un dated/1"] in refs_of(client.get("/queue.json?tab=values").json())
    item = ask(client, "values", ["report:un dated/1"]).json()["item"]
    assert item["link"].startswith("/reports/un%20dated/1") and item["choices"] == []
    assert client.get("/queue/item", params={"tab": "values", "refs": ["report:un dated/1"]}).status_code == 200


def test_the_queue_is_for_those_who_may_decide(team, pair):
    for address in ("/queue", "/queue.json", f"/queue/item.json?tab=incidents&refs={pair[0]}&refs={pair[1]}"):
        assert team(Role.viewer).get(address).status_code == 403
        assert team(Role.coder).get(address).status_code == 200
