from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.mention import Edge
from rashomon.linking.reasons import closest, holding


def test_a_group_hangs_by_its_strongest_edges_and_the_weakest_of_them_comes_first():
    edges = [Edge(1, 2, 9.0), Edge(2, 3, 4.0), Edge(1, 3, 6.0), Edge(3, 4, 20.0)]
    assert holding({1, 2, 3}, edges) == [Edge(1, 3, 6.0), Edge(1, 2, 9.0)]


def test_what_covers_holds_nothing_together():
    assert holding({1, 2}, [Edge(1, 2, 9.0, covers=1)]) == []


def test_the_closest_pair_of_two_groups_is_their_strongest_edge():
    edges = [Edge(1, 3, 1.0), Edge(2, 4, 5.0), Edge(1, 2, 9.0)]
    assert closest({1, 2}, {3, 4}, edges) == Edge(2, 4, 5.0)
    assert closest({1, 2}, {5}, edges) is None


@given(st.dictionaries(st.tuples(st.integers(1, 6), st.integers(7, 12)), st.floats(-9, 9), max_size=20))
def test_as_few_edges_hold_as_much_as_all(weights):
    edges = [Edge(left, right, weight) for (left, right), weight in weights.items()]

    def pieces(kept):
        home = {n: {n} for n in range(1, 13)}
        for edge in kept:
            both = home[edge.left] | home[edge.right]
            home.update(dict.fromkeys(both, both))
        return {frozenset(group) for group in home.values()}

    kept = holding(range(1, 13), edges)
    assert pieces(kept) == pieces(edges)
    assert len(kept) == 12 - len(pieces(edges))
