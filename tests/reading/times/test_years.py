from collections.abc import Callable

Values = Callable[..., list[str]]


def test_a_limit_may_lie_on_the_other_side_of_the_tense(values: Values) -> None:
    assert values("The truce was extended until 3 March.", published="2006-01-15") == ["2006-03-03"]


def test_the_past_is_preferred_under_a_past_verb_though_the_future_is_nearer(values: Values) -> None:
    assert values("The bridge was blown up in April.", published="2006-01-15") == ["2005-04"]


def test_short_years_reach_ten_years_ahead(values: Values) -> None:
    assert values("The lease runs to the summer of '12.", published="2006-01-15")[-1].startswith("2012")
    assert values("He was born in the winter of '31.", published="2006-01-15")[-1].startswith("1931")
