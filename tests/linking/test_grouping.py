"""Groups follow from edges and rulings alone."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.grouping import covers, groups
from rashomon.linking.linkable import Linkable, Waterfall
from rashomon.linking.mention import Component, Edge, Ruling, Shelved, Sort


def linkable(**about: float) -> Linkable:
    return Linkable(
        sort=Sort.incident,
        mentions=lambda reading: [],
        compare=lambda new, known: [],
        why=lambda one, other: Waterfall(0.0, ()),
        ask=0.0,
        sure=5.0,
        missing=about.get("missing", -4.0),
        hold=about.get("hold", 0.0),
        one_a_report=True,
    )


def mention(number: int, report: str | None = None) -> Shelved:
    reports = frozenset() if report == "" else frozenset({report or f"r{number}"})
    return Shelved(number, f"identity {number:03}", reports)


def component(edges: Sequence[Edge], *rulings: Ruling, reports: dict[int, str] | None = None) -> Component:
    numbers = {n for e in edges for n in (e.left, e.right)} | {n for r in rulings for s in r.sides for n in s}
    return Component(tuple(mention(n, (reports or {}).get(n)) for n in sorted(numbers)), tuple(edges), rulings)


def apart(judgement: int, *sides: set[int]) -> Ruling:
    return Ruling(judgement, False, tuple(map(frozenset, sides)))


def same(judgement: int, *numbers: int) -> Ruling:
    return Ruling(judgement, True, (frozenset(numbers),))


def found(of: Component) -> list[list[int]]:
    return [sorted(group) for group in groups(of, linkable())]


def test_a_sure_edge_merges_and_an_unsure_one_does_not():
    assert found(component([Edge(1, 2, 6.0), Edge(2, 3, 3.0)])) == [[1, 2], [3]]


def test_one_sure_edge_does_not_chain_two_groups_that_otherwise_do_not_agree():
    edges = [Edge(1, 2, 9.0), Edge(3, 4, 9.0), Edge(2, 3, 6.0)]
    assert found(component(edges)) == [[1, 2], [3, 4]]


def test_a_group_that_agrees_takes_in_a_mention_with_one_missing_edge():
    edges = [Edge(1, 2, 9.0), Edge(1, 3, 8.0)]
    assert found(component(edges)) == [[1, 2, 3]]


def test_two_incidents_of_one_report_never_merge_and_the_stronger_edge_wins():
    edges = [Edge(1, 2, 6.0), Edge(1, 3, 8.0)]
    assert found(component(edges, reports={2: "same", 3: "same"})) == [[1, 3], [2]]


def test_a_person_may_merge_what_the_reading_of_one_report_told_apart():
    assert found(component([Edge(1, 2, 1.0)], same(1, 1, 2), reports={1: "r", 2: "r"})) == [[1, 2]]


def test_a_person_parts_what_the_machine_would_merge():
    assert found(component([Edge(1, 2, 9.0), Edge(2, 3, 9.0), Edge(1, 3, 9.0)], apart(1, {1}, {2, 3}))) == [[1], [2, 3]]


def test_the_later_of_two_rulings_holds():
    edges = [Edge(1, 2, 9.0)]
    assert found(component(edges, apart(1, {1}, {2}), same(2, 1, 2))) == [[1, 2]]
    assert found(component(edges, same(1, 1, 2), apart(2, {1}, {2}))) == [[1], [2]]


def test_a_later_apart_breaks_a_chain_of_sames_and_nothing_else():
    chain = component([], same(1, 1, 2), same(2, 2, 3), apart(3, {1}, {3}))
    assert found(chain) == [[1], [2, 3]]


def test_a_withdrawn_mention_names_its_group_but_holds_nothing_together():
    edges = [Edge(1, 2, 9.0), Edge(1, 3, 8.0)]
    assert found(component(edges, reports={1: ""})) == [[1, 2], [3]]


def test_a_withdrawn_mention_names_no_group_that_it_was_never_surely_of():
    assert found(component([Edge(1, 2, 3.0)], reports={1: ""})) == [[1], [2]]


def test_a_mention_that_covers_others_is_merged_with_none_of_them():
    edges = [Edge(1, 2, 9.0, covers=2), Edge(2, 3, 9.0, covers=2)]
    whole = component(edges)
    assert found(whole) == [[1], [2], [3]]
    assert covers(whole, groups(whole, linkable()), 5.0) == {2: {1, 3}}


def test_a_mention_sure_of_two_incidents_of_one_report_joins_one_and_tells_of_the_other():
    whole = component([Edge(1, 2, 6.0), Edge(1, 3, 8.0)], reports={2: "same", 3: "same"})
    assert covers(whole, groups(whole, linkable()), 5.0) == {1: {2}}


EDGES = st.dictionaries(
    st.tuples(st.integers(1, 9), st.integers(1, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 12).map(lambda w: round(w, 1)),
    min_size=1,
    max_size=20,
)


@given(EDGES, st.permutations(range(1, 10)), st.dictionaries(st.integers(1, 9), st.sampled_from("ABCD"), max_size=9))
def test_the_order_in_which_mentions_came_does_not_matter(weights, order, reports):
    """Other numbers, the same identities: the same groups."""
    renumbered = dict(zip(range(1, 10), order, strict=True))

    def of(number_of: dict[int, int]) -> set[frozenset[str]]:
        identity = {number_of[n]: f"identity {n}" for n in range(1, 10)}
        members = tuple(
            Shelved(number_of[n], f"identity {n}", frozenset({reports.get(n, f"r{n}")})) for n in range(1, 10)
        )
        edges = [Edge(*sorted((number_of[a], number_of[b])), w) for (a, b), w in weights.items()]
        return {frozenset(identity[n] for n in group) for group in groups(Component(members, tuple(edges)), linkable())}

    assert of({n: n for n in range(1, 10)}) == of(renumbered)


@given(EDGES, st.sets(st.integers(1, 9)), st.sets(st.integers(1, 9)))
def test_groups_part_all_members_and_obey_an_apart_ruling(weights, one, other):
    edges = [Edge(a, b, w) for (a, b), w in weights.items()]
    sides = (one, other - one)
    whole = component(edges, apart(1, *sides))
    result = groups(whole, linkable())
    assert sorted(n for group in result for n in group) == sorted(m.number for m in whole.members)
    assert not any(group & sides[0] and group & sides[1] for group in result)
