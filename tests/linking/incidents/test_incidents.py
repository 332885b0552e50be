from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.linking.incidents import INCIDENTS, compare, why
from rashomon.linking.mention import Shelved

KUNDUZ = "Gunmen killed at least 12 shepherds near Kunduz on Monday, the governor said."
SAME = "A shooting in Kunduz province left 15 shepherds dead on Monday, officials said."
SWEIDA = "A car bomb killed three policemen outside a bank in Sweida on Tuesday."
TEXTS = {
    "kunduz": KUNDUZ,
    "kunduz-again": SAME,
    "bank": SWEIDA,
    "bank-again": "Three officers died in Tuesday's blast at a bank in the Syrian city of Sweida.",
    "mosul": "Troops arrested 40 men in Mosul on Sunday, a colonel said.",
    "bamako": "An airstrike hit a wedding near Bamako on Monday and killed nine guests.",
    "vague": "Several people died in an attack.",
}


@pytest.fixture(scope="module")
def shelved(told):
    return [m for n, (id, text) in enumerate(TEXTS.items()) for m in told(text, 10 * n + 1, id, published="2015-06-17")]


def test_a_rival_figure_does_not_keep_two_reports_apart(linked):
    groups, _ = linked({"a": (KUNDUZ, "2015-06-16"), "b": (SAME.replace("15", "30"), "2015-06-16")})
    assert groups == {frozenset("ab")}


def test_the_same_day_and_city_do_not_make_one_of_two(linked):
    assert linked(
        {
            "a": ("Two gunmen on a motorcycle shot dead a judge outside a mosque in Quetta on Monday.", "2012-05-08"),
            "b": ("A bomb destroyed a bus in Quetta on Monday and wounded 30 pilgrims.", "2012-05-08"),
        }
    ) == (set(), set())


def test_different_single_victims_are_two_killings(linked):
    assert linked(
        {
            "a": ("Gunmen shot dead the lawyer Nadia Haddad in Tripoli on Friday.", "2013-08-03"),
            "b": ("Gunmen shot dead the colonel Yousef Barasi in Tripoli on Friday.", "2013-08-03"),
        }
    ) == (set(), set())


def test_a_named_victim_brings_together_what_is_told_years_apart(linked):
    groups, _ = linked(
        {
            "a": ("The judge Carla Montero was shot dead in Lima on Tuesday.", "1989-05-10"),
            "b": ("Nobody was tried for the murder of the judge Carla Montero in May 1989.", "1991-01-20"),
        }
    )
    assert groups == {frozenset("ab")}


def test_a_total_covers_what_it_counts_and_is_not_merged_with_it(linked):
    groups, covered = linked(
        {
            "one": ("A bomb killed 12 people at a market in Kirkuk on Monday.", "2014-03-04"),
            "all": (
                "A bomb in Kirkuk killed 12 people on Monday, bringing the death toll this month to 90.",
                "2014-03-04",
            ),
        }
    )
    assert groups == set()
    assert ("all", "one") in covered


def test_what_has_neither_time_nor_place_nor_names_is_compared_with_nothing(told):
    (vague,) = told("Several people died in an attack.")
    assert vague.keys == ()


def test_incidents_of_one_report_are_not_compared(told):
    (one,) = told(KUNDUZ, 1, "r", published="2015-06-17")
    again = Shelved(2, "r/99", one.reports, one.features, one.keys)
    elsewhere = Shelved(3, "s/99", frozenset("s"), one.features, one.keys)
    assert [(edge.left, edge.right) for edge in compare([one, again, elsewhere], [])] == [(1, 3), (2, 3)]


def test_the_reasons_add_up_to_the_weight(shelved):
    edges = list(compare(shelved, []))
    assert len(edges) >= 2
    known = {mention.number: mention for mention in shelved}
    for edge in edges:
        assert why(known[edge.left], known[edge.right]).weight == pytest.approx(edge.weight)


def test_the_reasons_name_what_each_report_says(shelved):
    steps = {step.comparison: step for step in why(shelved[0], shelved[1]).steps}
    assert (steps["killed"].left, steps["killed"].right) == ("killed 12 or more", "killed 15")
    assert steps["where"].level == "one lies in the other" or steps["where"].level == "a name in common"


def test_a_pair_weighs_the_same_either_way_round(shelved):
    for a, b in permutations(shelved[:5], 2):
        assert why(a, b).weight == pytest.approx(why(b, a).weight)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(data=st.data())
def test_a_weight_does_not_depend_on_what_else_is_compared(shelved, data):
    everything = {(e.left, e.right): e for e in compare(shelved, [])}
    order = data.draw(st.permutations(shelved))
    cut = data.draw(st.integers(0, len(order)))
    new, known = order[:cut], order[cut:]
    fresh = {mention.number for mention in new}
    met = {(e.left, e.right): e for e in compare(new, known)}
    assert met == {pair: edge for pair, edge in everything.items() if fresh & set(pair)}


def test_nothing_below_ask_is_an_edge(shelved):
    assert all(edge.weight >= INCIDENTS.ask for edge in compare(shelved, []))


def test_numbers_and_not_positions_are_compared(shelved):
    moved = [Shelved(m.number + 1000, m.identity, m.reports, m.features, m.keys) for m in shelved]
    weights = [(edge.left - 1000, edge.right - 1000, edge.weight) for edge in compare(moved, [])]
    assert weights == [(edge.left, edge.right, edge.weight) for edge in compare(shelved, [])]


def test_two_notes_of_one_day_are_not_one_for_that_alone(linked):
    groups, _ = linked(
        {
            "a": ("On Friday, gunmen shot dead two farmers near Mopti in Mali.", "2015-06-20"),
            "b": ("On Friday, troops arrested a dozen men in Caracas, Venezuela.", "2015-06-20"),
        }
    )
    assert groups == set()


def test_what_may_be_covered_is_not_asked_about(told):
    (one,) = told(KUNDUZ, 1, "r", published="2015-06-17")
    total = Shelved(2, "s/1", frozenset("s"), {**one.features, "aggregate": True, "kind": "riot"}, one.keys)
    weak = [
        Shelved(3, "t/1", frozenset("t"), {**total.features, "country": "FRA", "admin1": None, "places": []}, one.keys)
    ]
    assert all(
        edge.covers and edge.weight >= INCIDENTS.sure
        for edge in compare([one, total, *weak], [])
        if one.number in (edge.left, edge.right)
    )


COPIED = (
    "Masked men who arrived on motorcycles before dawn shot three shepherds and burned the huts in which they had slept, "
    "one of the survivors said."
)


def test_a_copied_passage_is_one_incident_though_nobody_says_when_or_where(linked):
    groups, _ = linked({"a": (f"{COPIED} Rain fell.", None), "b": (f"Elsewhere it was calm. {COPIED}", None)})
    assert groups == {frozenset("ab")}


def test_a_short_passage_that_anybody_may_write_makes_nothing_one(linked):
    assert linked(
        {"a": ("Gunmen killed two people, police said.", None), "b": ("Gunmen killed two people, police said.", None)}
    ) == (
        set(),
        set(),
    )
