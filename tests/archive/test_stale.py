"""Whatever happens to a record, the lines that are marked stale are all that change: the rest is as it would be made anew."""

import random
from contextlib import suppress
from itertools import islice

import pytest
from sqlalchemy import insert, select

import toys
from benchmarks.generator.shapes import Shapes, shapes_of
from benchmarks.generator.stream import make
from rashomon.archive import stale
from rashomon.archive.actors.known_as import known_as
from rashomon.archive.linking import link_unlinked
from rashomon.archive.tables import catalogue, catalogued_actor, covered, mention
from rashomon.errors import CannotDecide, NotInRecord
from rashomon.linking.mention import Sort
from rashomon.record import Act, SourceKind
from rashomon.review.cataloguing import make_all

SHAPES = Shapes(
    voices=[((SourceKind.security_force, False, Act.asserts),), ()],
    bounds=["exact", "least"],
    nouns=shapes_of([]).nouns,
)
LINES = [column for column in catalogue.columns if column.name != "made"]


def lines(record):
    """All of the catalogue, but for when its lines were made."""
    with record.looking() as connection:
        rows = connection.execute(select(*LINES).order_by(catalogue.c.number)).all()
        actors = connection.execute(select(catalogued_actor).order_by(*catalogued_actor.columns)).all()
    return rows, actors


def agrees(record):
    """What is brought up to date is as what is made from nothing, and memory has what the database has."""
    sum(make_all(record))
    found = lines(record)
    there = record.catalogue.look()
    assert list(there.numbers) == [row.number for row in found[0]]
    assert int(there.columns["reports"].sum(where=there.columns["there"])) == sum(row.reports for row in found[0])
    assert sorted(zip(*there.columns.actors[:2].tolist(), strict=True)) == sorted((a.number, a.actor) for a in found[1])
    with record.writing() as connection:
        every = select(mention.c.number).where(mention.c.sort == Sort.incident)
        stale.mark(connection, connection.execute(every).scalars())
    sum(make_all(record))
    assert lines(record) == found
    assert [f"I{row.number}" for row in found[0]] == [incident.id for incident in record.linked.incidents()]
    assert not record.catalogue.waiting()


def linked(record):
    sum(link_unlinked(record))


@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_the_lines_that_are_not_stale_are_as_they_should_be(record, seed):
    chance = random.Random(seed)
    readings = [made.reading for made in islice(make(SHAPES, 40, seed), 40)]
    record.readings.put(readings[:25])
    linked(record)
    agrees(record)
    record.readings.put(readings[25:])
    agrees(record)
    linked(record)
    agrees(record)
    for _ in range(4):
        for _ in range(3):
            something(record, chance, readings)
        agrees(record)


def something(record, chance, readings):
    """Anything that people do to a record."""
    what = chance.choice((merge, same_actor, not_same, rename, name_an_actor, withdraw, undo, undo, undo, code, reread))
    with suppress(CannotDecide, NotInRecord):  # chance may choose what cannot be decided
        what(record, chance, readings)


def some_incidents(record, chance, number=1):
    return [f"I{n}" for n in chance.sample([int(i.id[1:]) for i in record.linked.incidents()], number)]


def some_actors(record, chance, number=1):
    return chance.sample([known.id for known in known_as(record)], number)


def merge(record, chance, readings):
    record.judgements.merge(some_incidents(record, chance, 2), why="–", who="Amal")


def same_actor(record, chance, readings):
    record.judgements.merge(some_actors(record, chance, 2), why="–", who="Amal", sort=Sort.actor)


def not_same(record, chance, readings):
    several = [i for i in record.linked.incidents() if len(i.told) > 1]
    if several:
        one = chance.choice(several)
        record.judgements.split(one.id, [chance.choice(one.told).report], why="–", who="Amal")


def rename(record, chance, readings):
    record.judgements.rename(some_incidents(record, chance)[0], chance.choice("xyz"), why="–", who="Amal")


def name_an_actor(record, chance, readings):
    (actor,) = some_actors(record, chance)
    record.judgements.rename(actor, chance.choice("xyz"), why="–", who="Amal", sort=Sort.actor)


def withdraw(record, chance, readings):
    record.judgements.withdraw(chance.choice(readings).report.id, why="–", who="Amal")


def undo(record, chance, readings):
    judgements = [j.number for j in record.judgements.log() if not j.undone]
    record.judgements.undo(chance.choice(judgements), why="–", who="Amal")


def code(record, chance, readings):
    one = chance.choice(readings)
    local = chance.choice(one.incidents).id
    record.judgements.code(f"{one.report.id}/{local}", "kind", chance.choice(["raid", "clash"]), why="–", who="Amal")


def reread(record, chance, readings):
    """A report that is read anew tells of one incident less, or of all again; it is linked at once or later."""
    one = chance.choice(readings)
    dropped = chance.randint(0, len(one.incidents))
    reader = one.reader.model_copy(update={"version": f"{chance.random()}"})
    incidents = one.incidents[:dropped] + one.incidents[dropped + 1 :]
    record.readings.put([one.model_copy(update={"incidents": incidents, "reader": reader})])
    if chance.random() < 0.7:
        linked(record)


def test_only_what_a_decision_concerns_is_stale(record):
    toys.linked(record, *(toys.reading(id, dead) for id, dead in zip("abcde", (3.0, 3.1, 3.2, 8.0, 20.0), strict=True)))
    sum(make_all(record))
    record.judgements.merge(["I1", "I4"], why="–")
    assert {seen.number for seen in record.catalogue.stale(100)} == {1, 2, 3, 4}
    sum(make_all(record))
    assert list(record.catalogue.look().numbers) == [1, 5]
    record.judgements.rename("I5", "The raid", why="–")
    assert [seen.number for seen in record.catalogue.stale(100)] == [5]


def test_what_is_read_as_before_leaves_the_catalogue_as_it_is(record):
    toys.linked(record, toys.reading("a", 3.0), toys.reading("b", 8.0))
    sum(make_all(record))
    record.readings.put([toys.reading("a", 3.0)])
    assert not record.catalogue.waiting()


def test_what_is_rolled_back_marks_nothing(record):
    toys.linked(record, toys.reading("a", 3.0))
    sum(make_all(record))
    with pytest.raises(RuntimeError), record.writing() as connection:
        stale.mark(connection, [1])
        raise RuntimeError("no")
    assert not record.catalogue.waiting()


def test_a_report_that_was_told_of_in_one_breath_with_others_concerns_them_all(record):
    toys.linked(record, toys.reading("a", 3.0), toys.reading("b", 8.0))
    sum(make_all(record))
    with record.writing() as connection:
        connection.execute(insert(covered), {"sort": Sort.incident, "number": 1, "group_number": 2})
        stale.mark_told_in(connection, ["a"])
    assert {seen.number for seen in record.catalogue.stale(10)} == {1, 2}
