import pytest

import toys


@pytest.fixture
def judgements(record):
    """Three incidents of three reports, I1 to I3."""
    toys.linked(record, *(toys.reading(id, dead) for id, dead in zip("abc", (3.0, 8.0, 20.0), strict=True)))
    return record.judgements


def by_attribute(record):
    return {each.attribute: each for each in record.agreement.by_attribute()}


def figures(number):
    return [{"low": number, "high": number, "span": [0, 6]}]


def test_nobody_has_judged_of_anything(judgements, record):
    assert record.agreement.by_attribute() == []


def test_values_that_two_have_coded_are_compared_attribute_by_attribute(judgements, record):
    for who, kinds in (("ada", ("raid", "killing", "clash")), ("bea", ("raid", "clash", "clash"))):
        for report, kind in zip("abc", kinds, strict=True):
            judgements.code(f"{report}/i1", "kind", kind, why="–", who=who)
    judgements.code("a/i1", "status", "planned", why="–", who="ada")
    found = by_attribute(record)
    assert (found["kind"].units, found["kind"].coders, found["kind"].distance) == (3, 2, "nominal")
    assert found["kind"].alpha == pytest.approx(1 - 5 * 2 / 22)
    assert (found["status"].units, found["status"].coders, found["status"].alpha) == (0, 0, None)


def test_one_unit_is_too_little_and_gives_no_number(judgements, record):
    for who in ("ada", "bea"):
        judgements.code("a/i1", "kind", f"{'raid' if who == 'ada' else 'clash'}", why="–", who=who)
    assert (by_attribute(record)["kind"].units, by_attribute(record)["kind"].alpha) == (1, None)


def test_a_coders_latest_word_counts_and_what_was_undone_does_not(judgements, record):
    for who, number in (("ada", 10), ("ada", 15), ("bea", 15), ("cyd", 99)):
        made = judgements.code("a/i1", "killed", figures(number), why="–", who=who)
    judgements.undo(made.number, why="–")
    for who in ("ada", "bea"):
        judgements.code("b/i1", "killed", figures(80), why="–", who=who)
    killed = by_attribute(record)["killed"]
    assert (killed.units, killed.coders, killed.distance, killed.alpha) == (2, 2, "ratio", 1.0)


def test_what_is_not_stated_is_no_number(judgements, record):
    for who in ("ada", "bea"):
        judgements.code("a/i1", "killed", figures(80), why="–", who=who)
        judgements.code("b/i1", "killed", figures(15), why="–", who=who)
        judgements.code("c/i1", "killed", figures(15) if who == "ada" else None, why="–", who=who)
    assert by_attribute(record)["killed"].units == 2


def test_days_are_compared_by_how_far_they_are_apart(judgements, record):
    for who, late in (("ada", 0), ("bea", 1)):
        for report, day in zip("ab", (10, 20), strict=True):
            judgements.code(f"{report}/i1", "time", {"earliest": f"2006-01-{day + late}"}, why="–", who=who)
    time = by_attribute(record)["time"]
    assert time.distance == "interval" and 0.9 < time.alpha < 1


def test_pairs_are_the_same_or_not_by_opinion_merge_and_ruling(judgements, record):
    judgements.opine(["I1", "I2"], "same", why="–", who="ada")
    judgements.merge(["I1", "I2"], why="–", who="bea")
    judgements.opine(["I1", "I3"], "different", why="–", who="ada")
    judgements.not_same(["I1", "I3"], why="–", who="bea")
    same = by_attribute(record)["same"]
    assert (same.units, same.coders, same.alpha) == (2, 2, 1.0)


def test_pairs_that_two_hold_differently_bring_it_down(judgements, record):
    for who, verdicts in (("ada", ("same", "different")), ("bea", ("different", "same"))):
        for pair, verdict in zip((["I1", "I2"], ["I1", "I3"]), verdicts, strict=True):
            judgements.opine(pair, verdict, why="–", who=who)
    assert by_attribute(record)["same"].alpha < 0
