"""Pairs, counted by hand."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import pairs
from benchmarks.pairs import Pairs, of_copies, of_groups, write_table


def table(folder: Path, name: str, rows):
    write_table(folder / name, rows)
    return folder / name


def test_pairs_of_a_group_split_and_a_group_joined(tmp_path):
    truth = [("r1", "i1", "E1"), ("r2", "i1", "E1"), ("r3", "i1", "E1"), ("r3", "i2", "E2"), ("r4", "i1", "E2")]
    found = [("r1", "i1", 1), ("r2", "i1", 1), ("r3", "i1", 2), ("r3", "i2", 3), ("r4", "i1", 2)]
    # true: three pairs of E1, one of E2; found: r1-r2 and r3/i1-r4; both: r1-r2
    assert of_groups(table(tmp_path, "t", truth), table(tmp_path, "f", found)) == Pairs(4, 2, 1)


def test_what_the_truth_does_not_know_does_not_count_and_what_was_not_found_is_alone(tmp_path):
    truth = [("r1", "a1", "P1"), ("r2", "a1", "P1"), ("r3", "a1", "P1")]
    found = [("r1", "a1", 1), ("r2", "a1", 1), ("r2", "a9", 1), ("r4", "a1", 1)]
    assert of_groups(table(tmp_path, "t", truth), table(tmp_path, "f", found)) == Pairs(3, 1, 1)


def test_figures():
    score = Pairs(true=4, found=2, both=1)
    assert (score.precision, score.recall) == (0.5, 0.25)
    assert score.f1 == pytest.approx(1 / 3)
    assert Pairs(0, 0, 0).f1 == 1.0


def test_reports_that_share_several_passages_are_one_pair(tmp_path):
    truth = [("r1", "", "T1"), ("r2", "", "T1"), ("r2", "", "T2"), ("r3", "", "T2")]
    found = [("r1", "p1", 1), ("r2", "p1", 1), ("r1", "p2", 2), ("r2", "p2", 2), ("r1", "p3", 3), ("r4", "p1", 3)]
    # true: r1-r2, r2-r3; found: r1-r2 (twice), r1-r4
    assert of_copies(table(tmp_path, "t", truth), table(tmp_path, "f", found)) == Pairs(2, 2, 1)


def test_a_group_too_large_to_look_at_is_wrong(tmp_path, monkeypatch):
    monkeypatch.setattr(pairs, "LARGEST", 3)
    truth = [("r1", "", "T1"), ("r2", "", "T1")]
    found = [(f"r{n}", "p1", 1) for n in range(1, 6)]
    assert of_copies(table(tmp_path, "t", truth), table(tmp_path, "f", found)) == Pairs(1, 10, 0)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), min_size=1, max_size=12))
def test_counting_over_groups_is_counting_over_pairs(tmp_path, groups):
    truth = table(tmp_path, "t", [(f"r{n}", "i1", f"E{true}") for n, (true, _) in enumerate(groups)])
    found = table(tmp_path, "f", [(f"r{n}", "i1", number) for n, (_, number) in enumerate(groups)])
    every = list(combinations(groups, 2))
    true, made = [a[0] == b[0] for a, b in every], [a[1] == b[1] for a, b in every]
    assert of_groups(truth, found) == Pairs(sum(true), sum(made), sum(t and m for t, m in zip(true, made, strict=True)))
