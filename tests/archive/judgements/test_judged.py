import pytest
from sqlalchemy import delete, select

import toys
from rashomon.archive.migrations.versions import v0002_desk
from rashomon.archive.refs import find
from rashomon.archive.tables import judged
from rashomon.linking.mention import Sort


@pytest.fixture
def decided(record):
    """Judgements of every sort, by people and by the machine."""
    toys.linked(record, *(toys.reading(id, n) for id, n in zip("abcde", (3.0, 3.1, 3.2, 8.0, 20.0), strict=True)))
    log = record.judgements
    made = log.merge(["I1", "I4"], why="–")
    log.undo(made.number, why="–")
    log.split("I1", ["b"], why="–")
    log.not_same(["I4", "I5"], why="–")
    log.rename("I5", "The raid", why="–")
    log.code("e/i1", "status", "planned", why="–")
    log.review("I5", why="–")
    log.opine(["I4", "I5"], "unsure", why="–")
    (actor,) = set(record.shelf.borne_by(Sort.actor, "a").values())
    log.rename(f"A{actor}", "The Front", why="–", sort=Sort.actor)
    return log


def noted(record):
    with record.looking() as connection:
        return {(row.sort, row.number, row.judgement) for row in connection.execute(select(judged))}


def test_every_judgement_is_noted_with_what_it_is_about(decided, record):
    named = {(each.sort, number, each.number) for each in decided.log() if each.sort for number in each.numbers}
    assert named and named <= noted(record)


def test_the_history_of_an_incident_is_what_names_it_and_nothing_else(decided, record):
    (group,) = record.shelf.members(Sort.incident, [find(record, "I5", Sort.incident).group]).values()
    about = [each.number for each in decided.log(find(record, "I5", Sort.incident))]
    assert about == [e.number for e in decided.log() if e.sort is Sort.incident and e.numbers & group]
    assert len(about) == 5


def test_the_migration_notes_the_judgements_that_were_there_before(decided, record):
    before = noted(record)
    with record.writing() as connection:
        connection.execute(delete(judged))
        v0002_desk._note_what_judgements_are_about(connection)
    assert noted(record) == before
