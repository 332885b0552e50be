from hypothesis import given
from hypothesis import strategies as st

from rashomon.archive.actors.naming import fullest
from rashomon.archive.judgements.changes import Change, changes
from rashomon.archive.reach import Reach
from rashomon.linking.mention import Edge, Ruling


def sets(*groups):
    return tuple(map(frozenset, groups))


def test_groups_that_became_one_were_merged_and_one_that_became_several_was_split():
    assert changes(sets({1}, {2, 3}), sets({1, 2, 3})) == [Change("merge", sets({1}, {2, 3}), sets({1, 2, 3}))]
    assert changes(sets({1, 2, 3}), sets({1, 3}, {2})) == [Change("split", sets({1, 2, 3}), sets({1, 3}, {2}))]
    assert changes(sets({1, 2}, {3}), sets({1, 2}, {3})) == []


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=8))
def test_splits_and_then_merges_lead_from_any_grouping_to_any_other(homes):
    def grouping(which):
        return {frozenset(n for n, at in enumerate(homes) if at[which] == home) for home in range(4)} - {frozenset()}

    groups = grouping(0)
    for change in changes(groups, grouping(1)):
        assert groups.issuperset(change.before)
        groups = groups.difference(change.before).union(change.after)
        assert len(change.before if change.what == "merge" else change.after) > 1
    assert groups == grouping(1)


def test_the_edges_between_sides_are_all_at_what_lies_across():
    change = Change("merge", sets({1, 2, 3}, {4}, {5, 6}), sets({1, 2, 3, 4, 5, 6}))
    assert change.across == {4, 5, 6}


def reached(start, edges, rulings=()):
    reach = Reach(
        start,
        lambda wave: [e for e in edges if {e.left, e.right} & set(wave)],
        lambda wave: [r for r in rulings if set().union(*r.sides) & set(wave)],
        lambda edge: edge.weight >= 1,
    )
    return [numbers for numbers, _, _ in reach.components()]


def test_components_do_not_follow_an_edge_that_is_too_weak():
    assert reached([1], [Edge(1, 2, 1.0), Edge(2, 3, 0.9)]) == [[1, 2]]


def test_components_follow_edges_and_rulings_that_mentions_are_one_but_not_that_they_are_apart():
    edges = [Edge(1, 2, 1.0), Edge(4, 5, 1.0), Edge(7, 8, 1.0)]
    same, apart = Ruling(1, True, sets({2, 4})), Ruling(2, False, sets({5}, {7}))
    assert reached([1], edges) == [[1, 2]]
    assert reached([1], edges, [same, apart]) == [[1, 2, 4, 5]]
    assert reached([1, 8], edges, [same, apart]) == [[1, 2, 4, 5], [7, 8]]


def test_the_fullest_name_that_is_common_is_an_actors():
    assert fullest({"Massoud": 9, "Ahmad Shah Massoud": 4, "Ahmad Massoud": 1}) == "Ahmad Shah Massoud"
    assert fullest({"Taliban": 50, "Islamic Emirate": 40}) == "Taliban"
    assert fullest({"b": 1, "a": 1}) == fullest({"a": 1, "b": 1})
