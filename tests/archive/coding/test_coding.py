from datetime import date

import pytest

import toys
from rashomon.archive import open_record
from rashomon.archive.judgements.judgements import Judgements
from rashomon.archive.listing import how_many, most_told
from rashomon.archive.readings.at_hand import ReadingsAtHand
from rashomon.archive.refs import find
from rashomon.errors import CannotDecide, NotInRecord
from rashomon.export import Viewing
from rashomon.linking.mention import Sort
from rashomon.record import Account, Act, Reading, Source, SourceKind, Statement

FIFTEEN = [{"low": 15, "high": 15, "span": [0, 6]}]


def told(report: str, *killed: float, version: str = "1", words: str = toys.WORD) -> Reading:
    """As `toys.reading`; of the first incident the governor, whose name stands at [0, 6], gives an account, too."""
    reading = toys.reading(report, *killed, version=version, words=words)
    incident = reading.incidents[0]
    source = Source(kind=SourceKind.official, text="attack", span=(0, 6), named=True)
    said = Statement(id="s1", content=((0, 6),), source=source, act=Act.asserts)
    account = Account(source=source, statement="s1", evidence=((0, 6),), figures=incident.figures)
    incident = incident.model_copy(update={"accounts": (*incident.accounts, account)})
    return reading.model_copy(update={"incidents": (incident, *reading.incidents[1:]), "statements": (said,)})


@pytest.fixture
def judgements(record) -> Judgements:
    """I1 is told by a and by b, I3 by a alone."""
    toys.linked(record, told("a", 3.0, 20.0), toys.reading("b", 3.1))
    return record.judgements


def incident(record, asked):
    return record.linked.incident(asked).told[0].incident


def killed(of):
    return [(figure.low, figure.high, figure.by) for figure in of.figures]


def test_what_a_person_says_stands_in_place_of_what_was_read_and_says_whose_it_is(judgements, record):
    made = judgements.code("a/i1", "killed", FIFTEEN, account="0-6", why="misheard", who="ada")
    own, governor = incident(record, "I1").accounts
    assert killed(governor) == [(15, 15, f"judgement {made.number}")]
    assert killed(own) == [(30, 30, None)]
    assert (made.what, made.who, made.numbers) == ("code", "ada", frozenset({1}))
    assert made.change == "I1: killed in attack's account of a: 30 → 15"
    assert incident(record, "I2").figures[0].low == 200
    assert record.readings.get("a").incidents[0].accounts[1].figures[0].low == 30


def test_it_is_shown_weighed_and_exported(judgements, record):
    judgements.code("a/i1", "killed", FIFTEEN, account="0-6", why="–")
    judgements.code("b/i1", "kind", "bombing", why="–")
    judgements.code("a/i1", "kind", "bombing", why="–")
    story = Viewing(record).story("I1")
    assert (story.figures[0].low, story.figures[0].high, story.kind) == (15, 31, "bombing")
    assert "killed: 15" in [column.figures for column in story.columns]
    assert incident(record, "I1").acled == ("Explosions/Remote violence", "Remote explosive/landmine/IED")


def test_linking_has_what_the_machine_read(judgements, record):
    judgements.code("a/i1", "killed", FIFTEEN, why="–")
    assert record.shelf.last(Sort.incident) == 3
    (mention,) = record.shelf.named(Sort.incident, [1])
    assert mention.features["dead"] == 3.0


def test_a_figure_of_an_incident_is_what_its_accounts_say_of_it(judgements, record):
    made = judgements.code("a/i1", "killed", FIFTEEN, why="–")
    of = incident(record, "I1")
    assert [killed(each) for each in (of, *of.accounts)] == [[(15, 15, f"judgement {made.number}")]] * 3
    judgements.code("a/i1", "killed", None, why="–")
    of = incident(record, "I1")
    assert [killed(each) for each in (of, *of.accounts)] == [[]] * 3


def test_of_two_sayings_the_later_holds_and_its_undoing_brings_back_the_former(judgements, record):
    first = judgements.code("a/i1", "status", "planned", why="–")
    second = judgements.code("a/i1", "status", "attempted", why="–")
    assert incident(record, "I1").status == "attempted"
    back = judgements.undo(second.number, why="–")
    assert back.change == "I1: status in a: attempted → planned"
    assert incident(record, "I1").status == "planned"
    judgements.undo(first.number, why="–")
    assert incident(record, "I1").status == "happened"
    judgements.undo(back.number, why="–")
    assert incident(record, "I1").status == "attempted"


def test_what_is_so_already_can_be_confirmed(judgements, record):
    made = judgements.code("a/i1", "kind", "killing", why="read it myself")
    assert made.change == "I1: kind in a: killing, confirmed"
    assert incident(record, "I1").by == f"kind: judgement {made.number}"


def test_every_attribute_can_be_said_and_that_there_is_none(judgements, record):
    judgements.code("a/i1", "time", {"earliest": "2006-01-14", "latest": "2006-01-14", "precision": 1}, why="–")
    judgements.code("a/i1", "place", {"name": "Kandahar", "country": "AFG"}, why="–")
    judgements.code("a/i1", "victim", [{"text": "attack", "span": [0, 6], "actor": "a1"}], why="–")
    judgements.code("a/i1", "responsible", ["a1"], account="own", why="–")
    judgements.code("a/i1", "act", "denies", account="own", why="–")
    judgements.code("a/i1", "firmness", "possible", account="own", why="–")
    judgements.code("a/i1", "verified", "unverified", account="own", why="–")
    judgements.code("a/i1", "place", {"name": "Herat"}, account="0-6", why="–")
    of = incident(record, "I1")
    own, governor = of.accounts
    assert of.time.earliest == date(2006, 1, 14) and of.place.name == "Kandahar"
    assert [(p.role, p.actor) for p in of.participants] == [("victim", "a1")]
    assert (own.responsible, own.act, own.firmness, own.verified) == (("a1",), "denies", "possible", "unverified")
    assert governor.place.name == "Herat"
    for attribute, account in (("time", ""), ("victim", ""), ("responsible", "own"), ("verified", "own")):
        judgements.code("a/i1", attribute, None, account=account, why="–")
    of = incident(record, "I1")
    assert (of.time, of.participants, of.accounts[0].responsible, of.accounts[0].verified) == (None, (), (), None)


@pytest.mark.parametrize(
    ("attribute", "value", "wrong"),
    [
        ("kind", "picnic", "no kind of incident"),
        ("kind", None, "should be a valid string"),
        ("status", "maybe", "should be 'happened'"),
        ("act", "asserts", "is nothing that an incident has"),
        ("colour", "red", "is nothing that an incident has"),
        ("killed", {"low": 1}, "a list of values is wanted"),
        ("killed", [{"low": 1, "high": 2}], "span: field required"),
        ("killed", [{"low": "some", "span": [0, 6]}], "low: input should be a valid integer"),
        ("killed", [{"low": 3, "high": 2, "span": [0, 6]}], "low 3 is above high 2"),
        ("killed", [{"low": -1, "span": [0, 6]}], "from 0 to"),
        ("killed", [{"low": 10**12, "span": [0, 6]}], "from 0 to"),
        ("killed", [{"kind": "wounded", "low": 1, "span": [0, 6]}], "are of killed, not of wounded"),
        ("killed", [{"low": 1, "span": [0, 6], "text": "twelve"}], "what stands at .* is 'attack', not 'twelve'"),
        ("killed", [{"low": 1, "span": [0, 999]}], "beyond the end of the report"),
        ("killed", [{"low": 1, "span": [6, 2]}], "0 <= start < end"),
        ("victim", [{"span": [0, 6], "actor": "a9"}], "'a9' is no actor of a"),
        ("time", {"earliest": "2006-02-31"}, "valid date"),
        ("time", {"earliest": "2006-02-03", "latest": "2006-02-01"}, "is after latest"),
        ("time", {"precision": 9}, "precision 9 is not from 1 to 5"),
        ("place", {"name": " "}, "a place has a name"),
        ("place", {"name": "Kabul", "lat": 200}, "lat 200.0 is not from -90 to 90"),
        ("incident", "yes", "True"),
    ],
)
def test_what_cannot_be_is_refused_with_what_is_wrong(judgements, attribute, value, wrong):
    with pytest.raises(CannotDecide, match=wrong):
        judgements.code("a/i1", attribute, value, why="–")
    assert not list(judgements.log(people=True))


def test_what_is_spoken_of_must_be_there(judgements):
    with pytest.raises(NotInRecord, match="no account at '7-9'; there are own, 0-6"):
        judgements.code("a/i1", "act", "denies", account="7-9", why="–")
    with pytest.raises(CannotDecide, match=r"told several times.*a/i1, b/i1"):
        judgements.code("I1", "kind", "raid", why="–")
    with pytest.raises(NotInRecord):
        judgements.code("a/i9", "kind", "raid", why="–")
    assert judgements.code("I2", "kind", "raid", why="–").numbers == {2}


def test_what_has_changed_since_somebody_looked_is_not_overwritten(judgements):
    seen = [{"low": 30, "high": 30, "span": [0, 6], "text": "some"}]
    judgements.code("a/i1", "killed", FIFTEEN, account="0-6", why="misheard", who="ada", former=seen)
    with pytest.raises(
        CannotDecide, match=r"has changed since you looked: it is now 15, by ada \(judgement .*: misheard"
    ):
        judgements.code("a/i1", "killed", None, account="0-6", why="–", who="bea", former=seen)
    judgements.code("a/i1", "killed", None, account="0-6", why="–", who="bea", former=FIFTEEN)
    judgements.code("a/i1", "killed", FIFTEEN, account="0-6", why="–", who="ada", former=None)


def test_an_incident_that_was_misread_is_told_of_nowhere_and_can_be_brought_back(judgements, record):
    both, alone = how_many(record), most_told(record)
    made = judgements.code("a/i2", "incident", None, why="a film", who="ada")
    assert made.change == "I2: incident in a: an incident → misread: no incident"
    assert how_many(record) == both - 1 and most_told(record) == [n for n in alone if n != 2]
    assert [each.id for each in record.linked.incidents()] == ["I1"]
    for ask in (record.linked.incident, lambda asked: find(record, asked, Sort.incident), Viewing(record).story):
        with pytest.raises(NotInRecord, match=r"I2 is gone; ada judged that a was misread"):
            ask("I2")
    judgements.undo(made.number, why="no film")
    assert record.linked.incident("I2").told and how_many(record) == both


def test_of_an_incident_that_one_report_misread_the_others_still_tell(judgements, record):
    judgements.code("a/i1", "incident", None, why="–")
    assert [each.report for each in record.linked.incident("I1").told] == ["b"]
    assert Viewing(record).story("I1").reports == 1
    judgements.code("a/i1", "incident", True, why="–")
    assert len(record.linked.incident("I1").told) == 2


def test_a_report_that_is_read_anew_overwrites_nothing(judgements, record):
    made = judgements.code("a/i1", "killed", FIFTEEN, account="0-6", why="–")
    record.readings.put([told("a", 3.4, 20.0, version="2")])
    toys.linked(record)
    assert killed(incident(record, "a/i1").accounts[1]) == [(15, 15, f"judgement {made.number}")]
    assert killed(incident(record, "a/i1").accounts[0]) == [(34, 34, None)]
    assert not judgements.orphaned()


def test_what_a_new_reading_no_longer_has_is_kept_and_holds_of_nothing_else(judgements, record):
    account = judgements.code("a/i1", "killed", FIFTEEN, account="0-6", why="–")
    gone = judgements.code("a/i2", "kind", "raid", why="–")
    again = told("a", 3.0, 20.0, version="2")
    own = again.incidents[0].model_copy(update={"accounts": again.incidents[0].accounts[:1]})
    record.readings.put([again.model_copy(update={"incidents": (own,)})])
    toys.linked(record)
    assert [each.number for each in judgements.orphaned()] == [account.number, gone.number]
    assert killed(incident(record, "a/i1").accounts[0]) == [(30, 30, None)]
    record.readings.put([told("a", 3.0, 20.0, version="3")])
    toys.linked(record)
    assert not judgements.orphaned()
    assert incident(record, "I2").kind == "raid"


def test_in_another_text_nothing_is_where_it_was_by_chance(judgements, record):
    judgements.code("a/i1", "killed", FIFTEEN, account="0-6", why="–")
    judgements.code("a/i1", "status", "planned", why="–")
    record.readings.put([told("a", 3.0, 20.0, words="affray ")])
    of = next(each for each in ReadingsAtHand(record).get("a").incidents if each.id == "i1")
    assert not any(figure.by for account in of.accounts for figure in account.figures)


def test_an_actor_is_known_by_name_whatever_a_new_reading_calls_it(judgements, record):
    judgements.code("a/i1", "responsible", ["a1"], account="own", why="–")
    again = told("a", 3.0, 20.0, version="2")
    other = again.actors[0].model_copy(update={"name": "the League"})
    front = again.actors[0].model_copy(update={"id": "a2"})
    record.readings.put([again.model_copy(update={"actors": (other, front)})])
    assert incident(record, "a/i1").accounts[0].responsible == ("a2",)


def test_a_withdrawn_report_takes_its_codings_along_and_brings_them_back(judgements, record):
    judgements.code("a/i1", "status", "planned", why="–")
    made = judgements.withdraw("a", why="forged")
    with pytest.raises(NotInRecord):
        judgements.code("a/i1", "status", "planned", why="–")
    judgements.undo(made.number, why="–")
    assert incident(record, "I1").status == "planned"


def test_an_incident_is_reviewed_as_it_is_and_not_what_comes_to_it_later(judgements, record):
    made = judgements.review("I1", why="gone through", who="ada")
    assert judgements.reviewed([1, 2]) == {1: made.number}
    again = judgements.review("I1", why="once more", who="bea")
    assert judgements.reviewed([1]) == {1: again.number}
    judgements.undo(again.number, why="–")
    assert judgements.reviewed([1]) == {1: made.number}
    toys.linked(record, toys.reading("c", 3.05))
    assert judgements.reviewed([1]) == {}


def test_an_opinion_is_written_down_and_changes_nothing(judgements, record):
    before = toys.groups(record)
    made = judgements.opine(["I2", "I1"], "unsure", why="too little is told", who="ada")
    assert toys.groups(record) == before and made.change == "I1 and I2: unsure"
    assert judgements.undo(made.number, why="–").change == "I1 and I2: unsure → –"
    with pytest.raises(CannotDecide, match="no opinion of a pair"):
        judgements.opine(["I1", "I2"], "perhaps", why="–")
    with pytest.raises(CannotDecide, match="two things"):
        judgements.opine(["I1", "I1"], "same", why="–")


def test_an_undoing_of_what_was_said_moves_no_groups(judgements, record):
    before = toys.groups(record)
    for made in (judgements.code("a/i1", "status", "planned", why="–"), judgements.review("I1", why="–")):
        judgements.undo(made.number, why="–")
    assert toys.groups(record) == before


def test_the_history_of_an_incident_has_all_that_was_said_of_it(judgements, record):
    judgements.code("a/i1", "status", "planned", why="–")
    made = judgements.review("I1", why="–")
    judgements.opine(["I1", "I2"], "different", why="–")
    judgements.undo(made.number, why="–")
    judgements.code("a/i2", "status", "planned", why="–")
    log = judgements.log(find(record, "b/i1", Sort.incident), people=True)
    assert [each.what for each in log] == ["undo", "opine", "review", "code"]


def test_who_opens_the_record_again_has_what_was_said(where, judgements, record):
    judgements.code("a/i1", "status", "planned", why="–")
    with open_record(where) as again:
        assert incident(again, "I1").status == "planned"
        assert [(each.attribute, each.value, each.former) for each in again.codings.of_report("a")] == [
            ("status", "planned", "happened")
        ]
