"""Ties across reports: who says what of them, when they begin and end, and who changed sides."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.ties import changes_of_side, linked_ties, standing, timeline
from rashomon.record import (
    Act,
    Actor,
    ActorKind,
    Reader,
    Reading,
    Relation,
    Report,
    Source,
    SourceKind,
    Statement,
    Tie,
    TieStatus,
)
from rashomon.record.report import Basis, Published

TEXT = "Tarek Zubaydi commands the Ruwan Front, said Layth Kinani."
PERSON, GROUP = ActorKind.person, ActorKind.armed_group


def report(id: str, *ties: Tie, year: int = 2010, source: str = "a3", protected: bool = False) -> Reading:
    """a1 is a man, a2 and a4 groups, a3 whoever speaks, a5 the man's brother who is in this report alone."""
    kinds = {"a1": PERSON, "a2": GROUP, "a3": PERSON, "a4": GROUP, "a5": PERSON}
    said = Source(actor=source, text="Kinani", span=(45, 51), kind=SourceKind.official, protected=protected)
    published = Published(earliest=date(year, 6, 1), latest=date(year, 6, 1), basis=Basis.given)
    return Reading(
        reader=Reader(name="test", version="1"),
        report=Report(id=id, text=TEXT, sha256="0", published=published),
        actors=tuple(Actor(id=id, name=id, kind=kind, mentions=()) for id, kind in kinds.items()),
        statements=(Statement(id="s1", content=((0, 38),), source=said, act=Act.asserts),),
        ties=ties,
    )


def tie(a: str = "a1", relation: Relation = Relation.commander, b: str = "a2", **more: Any) -> Tie:
    return Tie(a=a, relation=relation, b=b, evidence=((0, 38),), **more)


def called(*ids: str) -> dict[tuple[str, str], str]:
    """The record's names: A1 to A4 in each of these reports."""
    return {(id, f"a{n}"): f"A{n}" for id in ids for n in range(1, 5)}


def test_versions_of_one_tie_stand_side_by_side() -> None:
    holds, denied = tie(), tie(status=TieStatus.denied, statement="s1")
    (found,) = linked_ties([report("r1", holds), report("r2", denied)], called("r1", "r2"))
    assert (found.a, found.relation, found.b) == ("A1", Relation.commander, "A2")
    assert {(v.report, v.source) for v in found.versions} == {("r1", None), ("r2", "A3")}
    told = standing(found)
    assert [v.report for v in told.affirmed] == ["r1"]
    assert [v.report for v in told.denied] == ["r2"]
    assert told.disputed


def test_an_allegation_is_no_affirmation() -> None:
    (found,) = linked_ties([report("r1", tie(status=TieStatus.alleged, statement="s1"))], called("r1"))
    told = standing(found)
    assert told.alleged and not told.affirmed and not told.disputed


def test_a_protected_source_is_not_told_by_its_number() -> None:
    (found,) = linked_ties([report("r1", tie(statement="s1"), protected=True)], called("r1"))
    assert found.versions[0].source == "Kinani"


def test_an_ally_is_one_both_ways_and_a_leader_is_not() -> None:
    both = [report("r1", tie("a2", Relation.ally, "a4")), report("r2", tie("a4", Relation.ally, "a2"))]
    assert len(linked_ties(both, called("r1", "r2"))) == 1
    both = [report("r1", tie("a2", Relation.leader, "a4")), report("r2", tie("a4", Relation.leader, "a2"))]
    assert len(linked_ties(both, called("r1", "r2"))) == 2


def test_a_relative_who_is_in_one_report_alone_is_told_and_a_groups_fighters_are_not() -> None:
    brother, fighters = tie("a5", Relation.relative, "a1"), tie("a5", Relation.member, "a2")
    found = linked_ties([report("r1", brother, fighters)], called("r1"))
    assert [(t.a, t.relation, t.b) for t in found] == [("r1/a5", Relation.relative, "A1")]


def test_nobody_is_tied_to_himself() -> None:
    assert linked_ties([report("r1", tie("a1", Relation.alias, "a3"))], {("r1", "a1"): "A1", ("r1", "a3"): "A1"}) == []


def test_ties_of_one_actor() -> None:
    readings = [report("r1", tie(), tie("a3", Relation.member, "a4"))]
    assert [t.a for t in linked_ties(readings, called("r1"), "A3")] == ["A3"]


def test_a_timeline_has_what_is_stated_and_else_the_day_of_the_report() -> None:
    readings = {
        "r1": report("r1", tie(since="2001-11", until="2004"), year=2010),
        "r2": report("r2", tie(b="a4"), year=2007),
        "r3": report("r3", tie(b="a4", status=TieStatus.denied), year=2008),
    }
    moments = timeline(linked_ties(readings.values(), called(*readings)), readings.__getitem__)
    assert [(m.when, m.what, m.stated) for m in moments] == [
        ("2001-11", "begins", True),
        ("2004", "ends", True),
        ("2007-06-01", "holds", False),
    ]
    assert moments[0].sentence == "Tarek Zubaydi commands the Ruwan Front"


def test_a_change_of_side_is_one_tie_that_ends_and_another_that_is() -> None:
    readings = {
        "r1": report("r1", tie(relation=Relation.member), year=2001),
        "r2": report("r2", tie(relation=Relation.defector), year=2003),
        "r3": report("r3", tie(relation=Relation.official, b="a4"), year=2004),
    }
    moments = timeline(linked_ties(readings.values(), called(*readings)), readings.__getitem__)
    (change,) = changes_of_side(moments)
    assert (change.actor, change.left.tie.b, change.joined.tie.b) == ("A1", "A2", "A4")
    assert (change.left.when, change.joined.when) == ("2003-06-01", "2004-06-01")


def test_two_posts_at_once_are_no_change() -> None:
    readings = {
        "r1": report("r1", tie(b="a4"), year=2000),
        "r2": report("r2", tie(status=TieStatus.former), year=2001),
        "r3": report("r3", tie(b="a4"), year=2002),
    }
    moments = timeline(linked_ties(readings.values(), called(*readings)), readings.__getitem__)
    assert changes_of_side(moments) == []


@given(st.permutations(range(4)))
def test_the_order_of_reports_does_not_matter(order: list[int]) -> None:
    statuses = [TieStatus.current, TieStatus.former, TieStatus.alleged, TieStatus.denied]
    readings = [report(f"r{n}", tie(status=status, since="2001")) for n, status in enumerate(statuses)]
    ids = called(*(r.report.id for r in readings))
    assert linked_ties([readings[n] for n in order], ids) == linked_ties(readings, ids)
