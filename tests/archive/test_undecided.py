"""What waits for a person: in which order, whatever else there is, and no longer when somebody has ruled."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text

import toys
from rashomon.archive import open_record
from rashomon.archive.tables import edge, mention
from rashomon.archive.undecided import undecided
from rashomon.linking.mention import Edge, Sort


@pytest.fixture
def several(record):
    """Four incidents of a report each; those next to one another are alike, I1 and I2 the most."""
    toys.linked(record, *(toys.reading(id, killed) for id, killed in (("a", 3.0), ("b", 3.8), ("c", 4.7), ("d", 5.7))))
    return record


def pairs(record, **more):
    return [(each.one, each.other) for each in undecided(record, Sort.incident, **more)]


def across(record):
    """The edges that are said to be between groups, and those that are."""
    left, right = mention.alias(), mention.alias()
    both = edge.join(left, (left.c.sort == edge.c.sort) & (left.c.number == edge.c.left)).join(
        right, (right.c.sort == edge.c.sort) & (right.c.number == edge.c.right)
    )
    between = left.c.group_number != right.c.group_number
    with record.looking() as connection:
        rows = connection.execute(select(edge.c.left, edge.c.right, edge.c.across, between).select_from(both)).all()
    return [(row.left, row.right) for row in rows if row[2]], [(row.left, row.right) for row in rows if row[3]]


def test_the_likest_come_first(several):
    assert pairs(several) == [("I1", "I2"), ("I2", "I3"), ("I3", "I4")]
    assert pairs(several, limit=1) == [("I1", "I2")]


def test_what_was_merged_does_not_wait_and_what_was_parted_does_not_either(several):
    merged = several.judgements.merge(["I1", "I2"], why="–")
    assert pairs(several) == [("I1", "I3"), ("I3", "I4")]
    several.judgements.undo(merged.number, why="–")
    assert pairs(several)[0] == ("I1", "I2")
    several.judgements.not_same(["I1", "I2"], why="–")
    assert pairs(several) == [("I2", "I3"), ("I3", "I4")]


def test_groups_stay_apart_when_they_were_ruled_so_by_other_mentions_of_theirs(several):
    several.judgements.not_same(["I2", "I4"], why="–")
    several.judgements.merge(["I1", "I2"], why="–")
    several.judgements.merge(["I3", "I4"], why="–")
    assert pairs(several) == []


def test_pairs_can_be_left_out_whatever_their_groups_are_called_by_now(several):
    several.judgements.merge(["I1", "I2"], why="–")
    assert pairs(several, besides=[(3, 2)]) == [("I3", "I4")]


def test_what_no_report_tells_of_does_not_wait(several):
    several.judgements.withdraw("b", why="–")
    assert pairs(several) == [("I3", "I4")]


def test_many_are_gone_through_page_by_page_each_once(several, monkeypatch):
    monkeypatch.setattr("rashomon.archive.undecided.PAGE", 2)
    several.shelf.connect(Sort.incident, [Edge(1, 3, 0.5), Edge(1, 4, 0.5), Edge(2, 4, 0.5)])
    found = pairs(several)
    assert len(found) == len(set(found)) == 6
    assert found[-3:] == [("I2", "I4"), ("I1", "I4"), ("I1", "I3")]


def test_edges_are_found_by_their_index_alone(tmp_path):
    """Among hundreds of thousands, most of them within groups, the first dozen must come at once."""
    with open_record(tmp_path, create=True) as record, record.looking() as connection:
        asked = select(edge.c.weight).where(edge.c.sort == "incident", edge.c.across.is_(True)).order_by(edge.c.weight)
        plan = connection.execute(
            text(f"EXPLAIN QUERY PLAN {asked.compile(connection, compile_kwargs={'literal_binds': True})}")
        )
        assert ["edge_across" in row.detail and "TEMP B-TREE" not in row.detail for row in plan] == [True]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    killed=st.lists(st.integers(20, 45), min_size=2, max_size=6),
    decisions=st.lists(st.tuples(st.sampled_from(["merge", "not_same", "undo"]), st.integers(1, 6), st.integers(1, 6))),
)
def test_an_edge_is_across_as_long_as_its_two_are_in_different_groups(tmp_path_factory, killed, decisions):
    with open_record(tmp_path_factory.mktemp("record"), create=True) as record:
        toys.linked(record, *(toys.reading(f"r{n}", dead / 10) for n, dead in enumerate(killed)))
        for what, one, other in decisions:
            decide(record, what, one, other)
            said, are = across(record)
            assert said == are
        toys.linked(record, toys.reading("late", killed[0] / 10), toys.reading("r0", killed[-1] / 10, version="2"))
        said, are = across(record)
        assert said == are


def decide(record, what, one, other):
    """A decision, if it makes sense."""
    from rashomon.errors import RashomonError

    try:
        if what == "undo":
            record.judgements.undo(one, why="–")
        else:
            getattr(record.judgements, what)([f"I{one}", f"I{other}"], why="–")
    except RashomonError:
        pass
