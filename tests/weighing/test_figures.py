from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from making import account, figure, telling
from rashomon.record import Act, FigureKind
from rashomon.weighing import RULES, weigh_figures


def killed(*ranges, rule="range", days=None):
    days = days or [None] * len(ranges)
    told = [
        telling(f"source {n}", account(Act.asserts, figure(*r)), published=day)
        for n, (r, day) in enumerate(zip(ranges, days, strict=True))
    ]
    (weighed,) = weigh_figures(told, rule)
    return weighed.low, weighed.best, weighed.high


def test_range_reaches_from_the_lowest_to_the_highest_value_told():
    assert killed((30, 30), (15, 15)) == (15, 15, 30)


def test_range_stays_open_where_every_account_leaves_it_open():
    assert killed((22, None)) == (22, 22, None)
    assert killed((22, None), (10, None)) == (10, 10, None)


def test_an_account_that_only_leaves_open_what_another_states_adds_nothing():
    assert killed((22, None), (35, 35)) == (35, 35, 35)
    assert killed((2, None), (100, 300), (471, 471)) == (100, 100, 471)


def test_a_lower_bound_above_another_s_number_contradicts_it():
    assert killed((22, None), (15, 15)) == (15, 15, 22)


def test_an_upper_bound_alone_states_no_lower_one():
    assert killed((None, 30)) == (None, None, 30)


def test_conservative_takes_the_lowest_account():
    assert killed((30, 30), (15, 20), rule="conservative") == (15, 15, 20)


def test_latest_takes_what_appeared_last():
    days = [date(2015, 10, 3), date(2015, 10, 25), date(2015, 10, 4)]
    assert killed((9, 9), (30, 30), (19, 19), rule="latest", days=days) == (30, 30, 30)


def test_of_what_appeared_on_one_day_none_is_the_latest():
    assert killed((9, 9), (30, 30), rule="latest", days=[date(2015, 10, 3)] * 2) == (9, 9, 30)


def test_a_figure_printed_again_is_not_the_latest():
    told = [
        telling("Reuters", account(Act.asserts, figure(9, 9)), published=date(2015, 10, 3)),
        telling("Reuters", account(Act.asserts, figure(30, 30)), published=date(2015, 10, 25)),
        telling("Reuters", account(Act.asserts, figure(9, 9)), published=date(2015, 10, 26)),
    ]
    assert weigh_figures(told, "latest")[0].best == 30


def test_majority_takes_what_most_say_and_the_lowest_on_a_tie():
    assert killed((12, 12), (40, 40), (12, 12), rule="majority")[1] == 12
    assert killed((40, 40), (12, 12), rule="majority")[1] == 12


def test_majority_does_not_choose_what_only_leaves_open_what_others_state():
    assert killed((0, None), (1, 1), rule="majority") == (1, 1, 1)


def test_of_two_lowest_accounts_the_conservative_one_is_that_which_ends():
    assert killed((5, None), (5, 7), rule="conservative") == (5, 5, 7)


def test_parts_of_one_account_add_up():
    told = [telling("officials", account(Act.asserts, figure(1, 1), figure(2, 2)))]
    assert weigh_figures(told)[0].low == 3


def test_a_figure_without_a_number_is_none():
    assert weigh_figures([telling("officials", account(Act.asserts, figure(None, None)))]) == []


def test_kinds_are_weighed_apart():
    told = [telling("officials", account(Act.asserts, figure(1, 1), figure(40, 40, FigureKind.wounded)))]
    assert {(f.kind.value, f.low) for f in weigh_figures(told)} == {("killed", 1), ("wounded", 40)}


def test_not_stated_gives_no_figure_rather_than_zero():
    assert weigh_figures([telling("officials", account())]) == []


ranges = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda r: (min(r), max(r)))


@given(st.lists(ranges, min_size=1, max_size=6), st.data(), st.sampled_from(sorted(RULES)))
def test_order_of_accounts_does_not_matter(told, data, rule):
    shuffled = data.draw(st.permutations(told))
    assert killed(*told, rule=rule) == killed(*shuffled, rule=rule)


@given(st.lists(ranges, min_size=1, max_size=6))
def test_another_account_that_agrees_never_widens_the_range(told):
    low, _, high = killed(*told)
    assert killed(*told, told[0])[0::2] == (low, high)


@given(st.lists(ranges, min_size=1, max_size=6))
def test_best_lies_within_the_range(told):
    for rule in RULES:
        low, best, high = killed(*told, rule=rule)
        assert low <= best <= high
