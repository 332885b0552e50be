import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.heads.confidence import Judge, judge, log_odds

DOUBTER = Judge({"always": -1.0, "cue": 1.0, "agree": 2.0}, 0.4)


def test_what_has_no_weight_says_nothing():
    assert DOUBTER.chance({"weather": 9.0}) == DOUBTER.chance({})


def test_agreement_makes_it_likelier():
    assert DOUBTER.chance({"cue": 0.5, "agree": 1.0}) > DOUBTER.chance({"cue": 0.5}) > DOUBTER.chance({})


def test_the_threshold_itself_is_kept():
    assert DOUBTER.keeps(0.4)
    assert not DOUBTER.keeps(0.39)


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_chance_lies_between_nothing_and_certainty(value):
    assert 0.0 <= Judge({"x": 1.0}, 0.5).chance({"x": value}) <= 1.0


@given(st.floats(0.0, 1.0))
def test_log_odds_are_bounded_and_mirror_each_other(chance):
    assert log_odds(chance) == pytest.approx(-log_odds(1 - chance), abs=1e-6)


@pytest.mark.parametrize("name", ["statements", "incidents", "participants"])
def test_shipped_judges_have_weights_and_a_threshold(name):
    shipped = judge(name)
    assert 0 < shipped.threshold < 1
    assert len(shipped.weights) > 3
    assert "always" in shipped.weights
