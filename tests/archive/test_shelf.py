import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import toys
from rashomon.archive.shelf import key_hash
from rashomon.linking.link import link
from rashomon.linking.memory import MemoryShelf
from rashomon.linking.mention import Edge, Mention, Sort


def reports(record, *ids):
    toys.use(record).readings.put(toys.reading(id) for id in ids)


def mention(report, local, identity=None, *, keys=("k",), **features):
    return Mention(report, local, identity or f"{report}/{local}", features, tuple(keys))


def test_a_key_is_hashed_the_same_everywhere():
    assert key_hash("2006-01-14 AFG") == 995910833245796138
    assert key_hash("") < 2**63 and key_hash("") >= -(2**63)


def test_mentions_are_numbered_in_order_and_keep_their_numbers(record):
    reports(record, "a", "b")
    first = record.shelf.shelve(Sort.incident, [mention("a", "i1"), mention("a", "i2")])
    again = record.shelf.shelve(Sort.incident, [mention("b", "i1"), mention("a", "i2"), mention("a", "i1")])
    assert [m.number for m in first] == [1, 2]
    assert [m.number for m in again] == [3, 2, 1]


def test_each_sort_is_numbered_on_its_own(record):
    reports(record, "a")
    record.shelf.shelve(Sort.incident, [mention("a", "i1"), mention("a", "i2")])
    assert [m.number for m in record.shelf.shelve(Sort.actor, [mention("a", "a1")])] == [1]


def test_an_actor_of_several_reports_has_one_number(record):
    reports(record, "a", "b")
    front = [mention("a", "a1", "the Front"), mention("b", "a7", "the Front")]
    assert [m.number for m in record.shelf.shelve(Sort.actor, front)] == [1, 1]
    assert [(b.report, b.local) for b in record.shelf.bearings(Sort.actor, [1])] == [("a", "a1"), ("b", "a7")]


def test_what_shares_a_key_is_found_with_its_features_once(record):
    reports(record, "a")
    record.shelf.shelve(
        Sort.incident,
        [
            mention("a", "i1", keys=("x", "y"), kind="killing", said=["Kabul"]),
            mention("a", "i2", keys=("y",)),
            mention("a", "i3", keys=("z",)),
        ],
    )
    found = list(record.shelf.sharing(Sort.incident, ["y", "x", "w"]))
    assert [m.number for m in found] == [1, 2]
    assert found[0].features == {"kind": "killing", "said": ["Kabul"]}
    assert found[0].keys == ("x", "y")
    assert found[0].reports == {"a"}
    assert not list(record.shelf.sharing(Sort.actor, ["y"]))


def test_more_than_one_statement_can_ask_for(record):
    reports(record, "a")
    shelved = record.shelf.shelve(Sort.incident, [mention("a", f"i{n}", keys=(f"k{n}",)) for n in range(2500)])
    assert [m.number for m in shelved] == list(range(1, 2501))
    assert sum(1 for _ in record.shelf.sharing(Sort.incident, [f"k{n}" for n in range(2500)])) == 2500
    record.shelf.connect(Sort.incident, [Edge(1, n, 5.0) for n in range(2, 2501)])
    (component,) = record.shelf.components(Sort.incident, [1250])
    assert len(component.members) == 2500


def test_what_is_said_otherwise_after_reading_anew_replaces_what_was_said(record):
    reports(record, "a", "b")
    record.shelf.shelve(Sort.incident, [mention("a", "i1", keys=("old", "same"), dead=3), mention("b", "i1")])
    record.shelf.connect(Sort.incident, [Edge(1, 2, 5.0)])
    record.shelf.shelve(Sort.incident, [mention("a", "i1", keys=("new", "same"), dead=4)])
    assert not list(record.shelf.sharing(Sort.incident, ["old"]))
    (found,) = record.shelf.sharing(Sort.incident, ["new", "same"])
    assert found.features == {"dead": 4}
    assert [len(c.members) for c in record.shelf.components(Sort.incident, [1, 2])] == [1, 1]


def test_one_edge_between_two_replaces_the_former(record):
    reports(record, "a")
    record.shelf.shelve(Sort.incident, [mention("a", "i1"), mention("a", "i2")])
    record.shelf.connect(Sort.incident, [Edge(1, 2, 5.0)])
    record.shelf.connect(Sort.incident, [Edge(1, 2, 3.0, covers=1)])
    (component,) = record.shelf.components(Sort.incident, [2])
    assert component.edges == (Edge(1, 2, 3.0, covers=1),)


def test_components_are_those_of_the_mentions_asked_for_alone(record):
    reports(record, "a")
    record.shelf.shelve(Sort.incident, [mention("a", f"i{n}") for n in range(6)])
    record.shelf.connect(
        Sort.incident, [Edge(1, 2, 5.0), Edge(2, 3, 4.0), Edge(1, 3, 1.0), Edge(4, 5, 5.0), Edge(5, 6, 3.9)]
    )
    found = list(record.shelf.components(Sort.incident, [3, 1, 6]))
    assert [[m.number for m in c.members] for c in found] == [[1, 2, 3], [6]]
    assert found[0].edges == (Edge(1, 2, 5.0), Edge(1, 3, 1.0), Edge(2, 3, 4.0))


def test_a_withdrawn_report_bears_nothing(record):
    reports(record, "a", "b")
    record.shelf.shelve(Sort.incident, [mention("a", "i1"), mention("b", "i1")])
    record.readings.withdraw(["a"])
    assert [m.reports for m in record.shelf.sharing(Sort.incident, ["k"])] == [frozenset(), {"b"}]


def test_each_group_that_changes_is_logged_with_the_strongest_reason(record):
    reports(record, "a")
    record.shelf.shelve(Sort.incident, [mention("a", f"i{n}") for n in range(4)])
    record.shelf.connect(Sort.incident, [Edge(1, 2, 5.0), Edge(2, 3, 7.5), Edge(3, 4, 0.5)])
    record.shelf.settle(Sort.incident, {1: 1, 2: 1, 3: 1, 4: 4}, {})
    record.shelf.settle(Sort.incident, {1: 1, 2: 1, 3: 3, 4: 3}, {})
    merge, split, other = sorted(record.judgements.log(), key=lambda j: j.number)
    assert (merge.what, merge.before, merge.after) == ("merge", ((1,), (2,), (3,)), ((1, 2, 3),))
    assert merge.why == "I2 and I3 agree with a weight of 7.5 bits"
    assert (split.what, split.before, split.after) == ("split", ((1, 2, 3),), ((1, 2), (3,)))
    assert (other.what, other.before, other.after) == ("merge", ((3,), (4,)), ((3, 4),))
    assert merge.machine and merge.who == "rashomon"


def test_settling_what_is_settled_logs_nothing(record):
    reports(record, "a")
    record.shelf.shelve(Sort.incident, [mention("a", f"i{n}") for n in range(2)])
    for _ in range(2):
        record.shelf.settle(Sort.incident, {1: 1, 2: 1}, {})
    assert len(list(record.judgements.log())) == 1


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.integers(0, 60), max_size=3), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_archive_groups_as_memory_does_whatever_the_order_and_the_batches(
    tmp_path_factory, told, chance: random.Random
):
    from rashomon.archive import open_record

    readings = [toys.reading(f"r{n}", *(k / 4 for k in killed)) for n, killed in enumerate(told)]
    memory = MemoryShelf()
    link(readings, memory, [toys.INCIDENTS])
    wanted = {
        frozenset(name for name, n in memory.locals.items() if n in numbers)
        for numbers in map(set, memory.groups(Sort.incident).values())
    }
    chance.shuffle(readings)
    with open_record(tmp_path_factory.mktemp("record"), create=True) as record:
        while readings:
            batch = [readings.pop() for _ in range(min(len(readings), chance.randint(1, 4)))]
            toys.linked(record, *batch)
        found = {
            frozenset((Sort.incident, b.report, b.local) for b in record.shelf.bearings(Sort.incident, group))
            for group in toys.groups(record)
        }
    assert found == wanted
