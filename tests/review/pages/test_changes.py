"""What others decided since somebody began to look."""

import pytest

from rashomon.review.access.roles import Role


@pytest.fixture
def two(record):
    """Two incidents."""
    return [each.id for each in record.linked.incidents()][:2]


def test_what_others_decided_is_told_and_ones_own_is_not(team, record, two):
    coder, adjudicator = team(Role.coder), team(Role.adjudicator)
    since = record.judgements.last()
    coder.post("/decisions/not-same", data={"refs": two, "why": "other days"})
    asked = {"since": since, "refs": two[:1]}
    assert coder.get("/changes.json", params=asked).json()["decisions"] == []
    told = adjudicator.get("/changes.json", params=asked).json()
    assert [(each["who"], each["why"]) for each in told["decisions"]] == [("Coder", "other days")]
    assert told["last"] == record.judgements.last() > since
    assert adjudicator.get("/changes.json", params=asked | {"since": told["last"]}).json()["decisions"] == []


def test_what_concerns_nothing_that_is_open_is_not_told(team, record, two):
    since = record.judgements.last()
    team(Role.coder).post("/decisions/not-same", data={"refs": two, "why": "other days"})
    elsewhere = [each.id for each in record.linked.incidents() if each.id not in two][:1]
    for refs in (elsewhere, ["A1"], ["nonsense"], []):
        asked = {"since": since, "refs": refs}
        assert team(Role.adjudicator).get("/changes.json", params=asked).json()["decisions"] == []


def test_a_page_that_asks_is_left_as_it_is_where_there_is_nothing_to_tell(team, record, two):
    since = record.judgements.last()
    asked = {"since": since, "refs": two}
    adjudicator = team(Role.adjudicator)
    assert adjudicator.get("/changes", params=asked, headers={"HX-Request": "true"}).status_code == 204
    team(Role.coder).post("/decisions/merge", data={"refs": two, "why": "<b>one</b> ambush"})
    answer = adjudicator.get("/changes", params=asked, headers={"HX-Request": "true"})
    assert answer.status_code == 286 and "&lt;b&gt;one&lt;/b&gt; ambush" in answer.text and "<title>" not in answer.text


def test_who_else_has_the_same_open_is_told(team, record):
    asked = {"since": record.judgements.last(), "looking": "incidents:I1-I2"}
    assert team(Role.coder).get("/changes.json", params=asked).json()["others"] == []
    assert team(Role.adjudicator).get("/changes.json", params=asked).json()["others"] == ["Coder"]


def test_what_is_decided_is_nobodys_business_outside(team):
    assert team(Role.viewer).get("/changes.json?since=0").status_code == 403
    assert team(Role.coder).get("/changes.json?since=-1").status_code == 422
