"""Fit the weights of a settings file: what both `training/linking.py` and `training/stories.py` do.

The weights of all comparisons are fitted together by logistic regression with a ridge (L2) penalty, since day, place, people and
words are not independent of one another; adding up separate estimates would count one piece of evidence twice. A level that is
fixed (`fix_m_probability`) is taken as given.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from math import inf, log, log2, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from splink import Linker

from rashomon.linking.linkable import Linkable
from rashomon.linking.mention import Shelved
from rashomon.linking.scoring import Scorer, splink_settings
from rashomon.record import Reading

RIDGE = 2.0  # of each weight's square; a level that few pairs have weighs little
LEAST = 0.001  # of what is said; an m or a u would be rounded off otherwise
NAME, EVEN = "output_column_name", "probability_two_random_records_match"

Pair = tuple[int, int]
Levels = Mapping[str, int]
Level = tuple[str, int]  # a comparison's name and Splink's number of the level
Bounds = Mapping[Level, tuple[float, float]]
Counts = tuple[int, int, int]  # pairs linked rightly, linked, asked for


@dataclass(frozen=True)
class Source:
    """Pairs that teach: how each agrees, whether it is one thing, and what it counts for."""

    pairs: Sequence[Levels]
    ones: Sequence[bool]
    counts: Sequence[float]

    @classmethod
    def of(cls, pairs: Iterable[tuple[Levels, bool]], count: float = 1.0) -> "Source":
        """Pairs that all count the same."""
        told = list(pairs)
        return cls([levels for levels, _ in told], [is_one for _, is_one in told], [count] * len(told))


def read(path: Path) -> Iterator[Reading]:
    """The readings of a file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(Reading.from_json, lines)


def shelved(readings: Iterable[Reading], linkable: Linkable) -> list[Shelved]:
    """What readings mention, numbered."""
    found = (mention for reading in readings for mention in linkable.mentions(reading))
    return [Shelved(n, m.identity, frozenset({m.report}), m.features, m.keys) for n, m in enumerate(found, 1)]


def compared(settings: Mapping[str, Any], told: Sequence[Shelved]) -> dict[Pair, Levels]:
    """The level of agreement of every pair that shares a key, by comparison; -1 for what says nothing. Not within a report."""
    scorer = Scorer(settings)
    keeping = {"retain_intermediate_calculation_columns": True, "retain_matching_columns": True}
    with scorer.loaded(()) as nothing, scorer.loaded(told) as table:
        linker = Linker(nothing, splink_settings(settings) | keeping, log_level=None, validate_settings=False)
        rows = linker.inference.predict_within(table, warning_mode="never").as_record_list()
    reports = {mention.number: mention.reports for mention in told}
    return {
        (min(pair), max(pair)): {c[NAME]: row[f"gamma_{c[NAME]}"] for c in settings["comparisons"]}
        for row in rows
        for pair in [(row["number_l"], row["number_r"])]
        if reports[pair[0]].isdisjoint(reports[pair[1]])
    }


def fit(settings: Mapping[str, Any], sources: Iterable[Source], bounds: Bounds | None = None) -> dict[str, Any]:
    """Settings with the weights under which what the sources say is likeliest, less the ridge; `bounds` in bits."""
    told = _alike(sources)
    pairs = [dict(levels) for levels, _ in told]
    ones = np.array([is_one for _, is_one in told], dtype=float)
    counts = np.array(list(told.values()))
    trained: dict[str, Any] = deepcopy(dict(settings))
    levels = {(c[NAME], at): level for c in trained["comparisons"] for at, level in telling(c)}
    fixed = {at: log2(x["m_probability"] / x["u_probability"]) for at, x in levels.items() if "fix_m_probability" in x}
    columns = [at for at in levels if at not in fixed]
    agree = np.array([[pair[name] == at for name, at in columns] for pair in pairs], dtype=float)
    offset = np.array([sum(fixed.get(level, 0.0) for level in pair.items()) for pair in pairs]) * log(2)
    b = regress(agree, offset, ones, counts, [(bounds or {}).get(column, (-inf, inf)) for column in columns])
    _set(levels, {column: w / log(2) for column, w in zip(columns, b[1:], strict=True)}, pairs, counts)
    trained[EVEN] = round(float(1 / (1 + np.exp(-b[0]))), 4)
    return trained


def _alike(sources: Iterable[Source]) -> dict[tuple[tuple[Level, ...], bool], float]:
    """What pairs that agree alike, and are one or are not, count for together: far fewer rows than pairs."""
    found: dict[tuple[tuple[Level, ...], bool], float] = {}
    for source in sources:
        for levels, is_one, count in zip(source.pairs, source.ones, source.counts, strict=True):
            row = (tuple(levels.items()), is_one)
            found[row] = found.get(row, 0.0) + count
    return found


def regress(
    agree: NDArray[np.float64],
    offset: NDArray[np.float64],
    ones: NDArray[np.float64],
    counts: NDArray[np.float64],
    bounds: Sequence[tuple[float, float]],
) -> NDArray[np.float64]:
    """Logistic regression: the start, then each column's weight, in natural logarithms; `counts` is what each row counts for."""

    def loss(b: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = agree @ b[1:] + b[0] + offset
        error = counts * (1 / (1 + np.exp(-z)) - ones)
        value = (counts * (np.logaddexp(0, z) - ones * z)).sum() + RIDGE * (b[1:] ** 2).sum() / 2
        return float(value), np.concatenate([[error.sum()], agree.T @ error + RIDGE * b[1:]])

    within = [(-inf, inf), *((low * log(2), high * log(2)) for low, high in bounds)]
    start = np.zeros(agree.shape[1] + 1)
    found: NDArray[np.float64] = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=within, options={"maxiter": 2000}
    ).x
    return found


def _set(
    levels: Mapping[Level, dict[str, Any]],
    bits: Mapping[Level, float],
    pairs: Iterable[Levels],
    counts: Iterable[float],
) -> None:
    """Give each level an m and a u in the ratio of its weight, about as large as the level is common where something is said."""
    met: Counter[Level] = Counter()
    for pair, count in zip(pairs, counts, strict=True):
        met.update(dict.fromkeys(pair.items(), count))
    stated: Counter[str] = Counter()
    for name, at in levels:
        stated[name] += met[name, at] + 1
    for (name, at), weighs in bits.items():
        root = sqrt(2**weighs)
        common = min(max((met[name, at] + 1) / stated[name], LEAST), root, 1 / root)
        levels[name, at] |= {"m_probability": common * root, "u_probability": common / root}


def telling(comparison: Mapping[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    """The levels that say something, by Splink's number, in the order of the settings."""
    levels = [level for level in comparison["comparison_levels"] if not level.get("is_null_level")]
    return list(zip(reversed(range(len(levels))), levels, strict=True))


def bits_of(settings: Mapping[str, Any]) -> dict[Level, float]:
    """What each level weighs, in bits."""
    return {
        (c[NAME], at): log2(level["m_probability"] / level["u_probability"])
        for c in settings["comparisons"]
        for at, level in telling(c)
    }


def weights(settings: Mapping[str, Any], pairs: Iterable[Levels]) -> list[float]:
    """The match weight of every pair."""
    chance = settings[EVEN]
    prior, bits = log2(chance / (1 - chance)), bits_of(settings)
    return [prior + sum(bits.get(level, 0.0) for level in levels.items()) for levels in pairs]


def show(settings: Mapping[str, Any]) -> None:
    """Print what each level weighs."""
    bits = bits_of(settings)
    for comparison in settings["comparisons"]:
        print(comparison["comparison_description"])
        for at, level in telling(comparison):
            m, u, held = level["m_probability"], level["u_probability"], "fix_m_probability" in level
            print(
                f"  {bits[comparison[NAME], at]:6.2f}{'!' if held else ' '} {m:.4f} {u:.4f}  {level['label_for_charts']}"
            )


def written(text: str, settings: Mapping[str, Any]) -> str:
    """The settings file with these probabilities in the place of its own, comments and all else kept."""
    text = re.sub(rf"(?m)^{EVEN} = .*$", f"{EVEN} = {settings[EVEN]}", text)
    for key in ("m_probability", "u_probability"):
        lines = [f"{key} = {level[key]:.6f}" for c in settings["comparisons"] for _, level in telling(c)]
        text = re.sub(rf"(?m)^{key} = .*$", partial(_next, iter(lines)), text)
    return text


def _next(lines: Iterator[str], _: re.Match[str]) -> str:
    return next(lines)


def f1(counts: Counts) -> float:
    """2 x right / (made + asked)."""
    return 2 * counts[0] / max(counts[1] + counts[2], 1)


def figures(counts: Counts) -> str:
    """Precision, recall and F1 in words."""
    right, made, asked = counts
    return f"P {right / max(made, 1):.3f}  R {right / asked:.3f}  F1 {f1(counts):.3f}  ({right} of {made} made, {asked} asked)"
