import pytest
from sqlalchemy import update

from rashomon.archive.actors import directory, naming
from rashomon.archive.linking import link_unlinked
from rashomon.archive.tables import directory as lines
from rashomon.linking.mention import Sort
from rashomon.record import Actor, ActorKind, Reader, Reading, Report


def reading(id, *names):
    text = " ".join(names) or "Nobody."
    actors = tuple(
        Actor(id=f"a{n}", name=name, kind=ActorKind.armed_group, mentions=((0, 1),)) for n, name in enumerate(names, 1)
    )
    return Reading(
        reader=Reader(name="none", version="0"), report=Report(id=id, text=text, sha256=id * 64), actors=actors
    )


@pytest.fixture
def linked(record):
    record.readings.put([reading("b", "Northern Brigade"), reading("c", "Northern Brigade")])
    assert sum(link_unlinked(record)) == 2
    return record


def group(record, report="b"):
    return next(iter(record.shelf.groups_of(Sort.actor, record.shelf.borne_by(Sort.actor, report).values()).values()))


def test_an_actor_is_called_what_most_reports_call_it(linked):
    assert naming.names(linked, [group(linked)]) == {group(linked): "Northern Brigade"}


def written(record, name):
    """The directory has another name for everybody, so that one sees who looks into it."""
    while directory.make_some(record):
        pass
    with record.writing() as connection:
        connection.execute(update(lines).values(name=name))


def test_a_name_that_was_counted_before_is_not_counted_again(linked):
    written(linked, "as it was counted")
    assert naming.names(linked, [group(linked)]) == {group(linked): "as it was counted"}


def test_a_name_is_counted_anew_where_what_reports_call_it_has_changed_since(linked):
    written(linked, "as it was counted")
    linked.judgements.merge(["b/a1", "c/a1"], why="one brigade", who="Amal", sort=Sort.actor)
    assert naming.names(linked, [group(linked)]) == {group(linked): "Northern Brigade"}


def test_a_person_s_name_for_an_actor_holds_and_is_gone_when_it_is_undone(linked):
    written(linked, "as it was counted")
    made = linked.judgements.rename(f"A{group(linked)}", "The Brigade", why="so called", who="Amal", sort=Sort.actor)
    assert naming.names(linked, [group(linked)]) == {group(linked): "The Brigade"}
    linked.judgements.undo(made.number, why="no", who="Amal")
    assert naming.names(linked, [group(linked)]) == {group(linked): "Northern Brigade"}
