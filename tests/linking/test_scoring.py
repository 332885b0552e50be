import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.mention import Shelved
from rashomon.linking.scoring import Scorer

SETTINGS = {
    "probability_two_random_records_match": 0.2,
    "features": {"colour": "text", "size": "whole"},
    "comparisons": [
        {
            "output_column_name": name,
            "comparison_description": name,
            "shows": [name],
            "comparison_levels": [
                {
                    "label_for_charts": "unknown",
                    "sql_condition": f"{name}_l is null or {name}_r is null",
                    "is_null_level": True,
                },
                {
                    "label_for_charts": "the same",
                    "sql_condition": f"{name}_l = {name}_r",
                    "m_probability": 0.8,
                    "u_probability": 0.1,
                },
                {"label_for_charts": "another", "sql_condition": "ELSE", "m_probability": 0.2, "u_probability": 0.8},
            ],
        }
        for name in ("colour", "size")
    ],
}


def thing(number, colour, size, *keys):
    return Shelved(number, str(number), frozenset({f"r{number}"}), {"colour": colour, "size": size}, keys)


@pytest.fixture(scope="module")
def weigh():
    return Scorer(SETTINGS)


def test_only_what_shares_a_key_is_compared(weigh):
    things = [thing(1, "red", 1, "a", "b"), thing(2, "red", 1, "b", "c"), thing(3, "red", 1, "d"), thing(4, "red", 1)]
    assert [(e.left, e.right, e.weight) for e in weigh.edges(things, [], -9)] == [(1, 2, 4.0)]


def test_what_is_not_stated_weighs_nothing(weigh):
    (edge,) = weigh.edges([thing(1, "red", None, "a"), thing(2, "red", 1, "a")], [], -9)
    assert edge.weight == 1.0


def test_the_known_are_not_compared_among_themselves(weigh):
    known = [thing(1, "red", 1, "a"), thing(2, "red", 1, "a")]
    assert [(e.left, e.right) for e in weigh.edges([thing(3, "red", 1, "a")], known, -9)] == [(1, 3), (2, 3)]


def test_a_pair_that_shares_several_keys_is_one_edge(weigh):
    assert len(weigh.edges([thing(1, "red", 1, "a", "b", "c")], [thing(2, "red", 1, "a", "b")], -9)) == 1


def test_nothing_below_ask_is_given(weigh):
    assert weigh.edges([thing(1, "red", 1, "a"), thing(2, "blue", 2, "a")], [], 0.0) == []


def test_nothing_gives_nothing(weigh):
    assert weigh.edges([], [], 0.0) == weigh.edges([thing(1, "red", 1, "a")], [], 0.0) == []


def test_the_waterfall_says_what_each_comparison_says(weigh):
    found = weigh.why(thing(1, "red", 1), thing(2, "red", None))
    assert [(s.comparison, s.left, s.right, s.level, s.weight) for s in found.steps] == [
        ("colour", "red", "red", "the same", 3.0),
        ("size", "1", "", "not stated", 0.0),
    ]
    assert found.weight == pytest.approx(1.0)


@given(
    st.lists(st.tuples(st.sampled_from([None, "red", "blue"]), st.sampled_from([None, 1, 2])), min_size=2, max_size=5)
)
def test_the_waterfall_adds_up_to_the_edge(weigh, rows):
    things = [thing(n, *row, "a") for n, row in enumerate(rows)]
    edges = weigh.edges(things, [], -99)
    assert len(edges) == len(rows) * (len(rows) - 1) // 2
    for edge in edges[:2]:
        assert weigh.why(things[edge.left], things[edge.right]).weight == pytest.approx(edge.weight)


def test_nothing_is_left_in_the_database(weigh):
    weigh.edges([thing(1, "red", 1, "a"), thing(2, "red", 1, "a")], [thing(3, "red", 1, "a")], -9)
    left = weigh._database.duckdb_con.sql("show all tables").fetchall()
    weigh.edges([thing(1, "red", 1, "a"), thing(2, "red", 1, "a")], [thing(3, "red", 1, "a")], -9)
    assert weigh._database.duckdb_con.sql("show all tables").fetchall() == left
