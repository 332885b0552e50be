import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.weighing.agreement import alpha, interval, nominal, ratio

# Krippendorff 2011, section C: four observers, twelve units, some of which not all have seen
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
UNITS = [[value for value in unit if value is not None] for unit in zip(*OBSERVERS, strict=True)]


@pytest.mark.parametrize(("distance", "published"), [(nominal, 0.743), (interval, 0.849), (ratio, 0.797)])
def test_the_worked_example_of_the_paper_comes_out_as_published(distance, published):
    assert alpha(UNITS, distance) == pytest.approx(published, abs=0.0005)


def test_two_observers_who_agree_as_often_as_chance_would_have_them_are_near_nothing():
    # section A: binary data
    one, other = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
    assert alpha(zip(one, other, strict=True), nominal) == pytest.approx(0.095, abs=0.0005)


def test_two_observers_of_nominal_data_come_out_as_published():
    # section B
    assert alpha(zip("aabbdcccedda", "babbbcccedd" + "d", strict=True), nominal) == pytest.approx(0.692, abs=0.0005)


def test_nothing_to_compare_is_no_agreement_at_all_and_not_none_of_it():
    assert alpha([], nominal) is None
    assert alpha([["killing"], ["clash"]], nominal) is None
    assert alpha([["killing", "killing"], ["killing", "killing"]], nominal) is None


def test_what_one_alone_has_coded_changes_nothing():
    assert alpha([*UNITS, [7], []], interval) == alpha(UNITS, interval)


def test_a_ratio_of_nothing_to_nothing_is_no_distance():
    assert ratio(0, 0) == 0


@given(st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=4), min_size=1, max_size=8))
def test_alpha_is_never_more_than_one_and_one_only_where_all_agree(units):
    found = alpha(units, nominal)
    if found is not None:
        assert found <= 1
        assert (found == 1) == all(len(set(unit)) == 1 for unit in units)
