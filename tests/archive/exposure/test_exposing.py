"""Whom a record does not name is found out for what is shown alone; it must be what going through all of the record would say."""

import random
from hashlib import sha256

import pytest
from sqlalchemy import delete

from rashomon.archive import open_record
from rashomon.archive.actors.known_as import known_as
from rashomon.archive.copying import copy
from rashomon.archive.exposure.exposing import catch_up, is_done
from rashomon.archive.exposure.exposure import Exposure
from rashomon.archive.linking import link_unlinked
from rashomon.archive.tables import about, exposed
from rashomon.errors import CannotDecide, RecordUnavailable
from rashomon.export import masks, masks_of
from rashomon.linking.mention import Sort
from rashomon.record import (
    Actor,
    ActorKind,
    Incident,
    Participant,
    Reader,
    Reading,
    Relation,
    Report,
    Role,
    Source,
    SourceKind,
    Statement,
    Tie,
)

PEOPLE = ("Amina Farah", "Farah", "Yusuf Farah", "Omar Diallo", "General Diallo", "Ines Alvarez", "Alvarez", "a nurse")


def reading(id, *people, version="1", **of):
    """A report of these people; `of` says of some of them what they are: victim="Amina Farah"."""
    text = " ".join(f"{name} was there." for name in people) + f" It was {id}."
    span = lambda name: (text.index(name), text.index(name) + len(name))  # noqa: E731
    ids = {name: f"a{n}" for n, name in enumerate(people, 1)}
    actors = tuple(
        Actor(
            id=ids[name],
            name=name,
            kind=ActorKind.person,
            mentions=(span(name),),
            protected=name == of.get("protected"),
        )
        for name in people
    )
    parts = tuple(
        Participant(role=Role.victim, text=name, span=span(name), actor=ids[name])
        for name in people
        if name == of.get("victim")
    )
    witness = Source(actor=ids.get(of.get("witness", "")), text="somebody", span=(0, 4), kind=SourceKind.witness)
    leads = [Tie(a=ids[name], relation=Relation.leader, b=ids[name], evidence=((0, 4),)) for name in people]
    return Reading(
        reader=Reader(name="toy", version=version),
        report=Report(id=id, text=text, sha256=sha256(text.encode()).hexdigest()),
        actors=actors,
        incidents=(Incident(id="i1", kind="killing", trigger=(0, 4), evidence=((0, 4),), participants=parts),),
        statements=(Statement(id="s1", content=((0, 4),), source=witness),),
        ties=tuple(tie for tie, name in zip(leads, people, strict=True) if name == of.get("leader")),
    )


def anything(chance, id, version="1"):
    people = chance.sample(PEOPLE, chance.randint(1, 4))
    known_for = {
        role: chance.choice(people)
        for role in ("victim", "witness", "leader", "protected")
        if chance.random() < (0.15 if role == "protected" else 0.4)
    }
    return reading(id, *people, version=version, **known_for)


def linked(record, *readings):
    record.readings.put(readings)
    sum(link_unlinked(record))


def agree(record):
    """Every look at a few reports names whom the look at all names, and calls the others the same."""
    readings = list(record.codings.laid_over(record.readings.all()))
    whole = masks(readings, known_as(record))
    for one in record.codings.laid_over(record.readings.all(withdrawn=True)):
        others = readings[:2]
        for told in ([one], [one, *others]):
            assert masks_of(record, told).over(told).masks == whole.over(told).masks


@pytest.mark.parametrize("seed", range(8))
def test_a_look_at_some_reports_names_nobody_whom_the_whole_record_does_not(tmp_path, seed):
    chance = random.Random(seed)
    with open_record(tmp_path, create=True) as record:
        linked(record, *(anything(chance, f"r{n}") for n in range(8)))
        agree(record)
        for _ in range(3):
            decide(chance, record)
            agree(record)
        record.readings.put([anything(chance, "r3", version="2")])
        agree(record)
        sum(link_unlinked(record))
        agree(record)


def decide(chance, record):
    report = f"r{chance.randint(0, 3)}"
    told = record.readings.get(report)
    victim = {"text": told.report.text[:4], "span": [0, 4], "actor": chance.choice(told.actors).id}
    record.judgements.code(f"{report}/i1", "victim", chance.choice([[victim], []]), why="chance", who="Amal")
    actors = [known.id for known in known_as(record)]
    try:
        record.judgements.merge(chance.sample(actors, 2), why="chance", who="Amal", sort=Sort.actor)
    except (CannotDecide, ValueError):
        record.judgements.rename(chance.choice(actors), "Somebody Else", why="chance", who="Amal", sort=Sort.actor)
    if chance.random() < 0.5:
        record.judgements.withdraw(
            f"r{chance.randint(4, 7)}", why="chance", who="Amal"
        ) if chance.random() < 0.7 else None
    elif chance.random() < 0.5:
        last = record.judgements.last()
        if not record.judgements.get(last).undone:
            record.judgements.undo(last, why="chance", who="Amal")


def test_who_is_protected_in_one_report_is_masked_in_another(record):
    linked(record, reading("r1", "Omar Diallo", protected="Omar Diallo"), reading("r2", "Omar Diallo"))
    two = record.readings.get("r2")
    assert "Diallo" not in masks_of(record, [two]).of(two).text("Omar Diallo was there.")


def test_who_is_public_in_one_report_is_named_in_another_until_that_is_withdrawn(record):
    linked(
        record,
        reading("r1", "Ines Alvarez", victim="Ines Alvarez"),
        reading("r2", "Ines Alvarez", leader="Ines Alvarez"),
    )
    record.judgements.merge(["A1", "A2"], why="one woman", who="Amal", sort=Sort.actor)
    one = record.readings.get("r1")
    assert masks_of(record, [one]).of(one).text("Ines Alvarez") == "Ines Alvarez"
    record.judgements.withdraw("r2", why="forged", who="Amal")
    assert "Alvarez" not in masks_of(record, [one]).of(one).text("Ines Alvarez")


def test_a_report_that_is_read_anew_exposes_whom_it_now_exposes(record):
    linked(record, reading("r1", "Amina Farah"))
    assert (
        masks_of(record, [record.readings.get("r1")]).of(record.readings.get("r1")).text("Amina Farah") == "Amina Farah"
    )
    linked(record, reading("r1", "Amina Farah", victim="Amina Farah", version="2"))
    now = record.readings.get("r1")
    assert masks_of(record, [now]).of(now).text("Amina Farah") == "victim A1"


def test_who_is_a_victim_by_what_a_person_said_is_masked_as_long_as_that_holds(record):
    linked(record, reading("r1", "Amina Farah"), reading("r2", "Amina Farah"))
    two = record.readings.get("r2")
    victim = {"text": "Amina", "span": [0, 5], "actor": "a1"}
    said = record.judgements.code("r1/i1", "victim", [victim], why="as the report says", who="Amal")
    assert masks_of(record, [two]).of(two).text("Amina Farah") == "victim A1"
    record.judgements.undo(said.number, why="another", who="Amal")
    assert masks_of(record, [two]).of(two).text("Amina Farah") == "Amina Farah"


def test_readings_from_before_are_made_up_for_once(record):
    linked(record, *(reading(f"r{n}", "Amina Farah", victim="Amina Farah") for n in range(3)))
    with record.writing() as connection:
        connection.execute(delete(exposed))
        connection.execute(delete(about).where(about.c.key == "exposed"))
    assert not is_done(record)
    agree(record)
    assert is_done(record)
    catch_up(record)


def test_a_new_record_has_nothing_to_make_up_for(record):
    assert is_done(record)


def test_a_copy_knows_whom_it_exposes(record, tmp_path):
    linked(record, reading("r1", "Omar Diallo", protected="Omar Diallo"))
    with open_record(tmp_path / "copy", create=True) as target:
        copy(record, target)
        assert Exposure(target).protected_names() == {"Omar Diallo"}
        agree(target)


def test_in_a_look_that_began_before_nobody_is_shown_as_if_nothing_were_to_be_withheld(record):
    linked(record, reading("x", "Omar Diallo", protected="Omar Diallo"))
    with record.writing() as connection:
        connection.execute(delete(about).where(about.c.key == "exposed"))
        connection.execute(delete(exposed))
    with record.looking(), pytest.raises(RecordUnavailable, match="ask again"):
        masks_of(record, ())
    assert masks_of(record, ()).everywhere
