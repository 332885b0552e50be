"""Fit how much each agreement of two reports weighs for their telling one story: src/rashomon/linking/stories/settings.toml.

    python -m training.stories --readings LABELLED.jsonl --gold GROUPS.jsonl --more READINGS.jsonl [--sweep] [--write]

Pairs of reports that share a key are labelled by the gold: same group or not (pairs within a `weak` group teach nothing). Of the
pairs of `--more` it is not known; each counts as two stories by the chance that it is, by the weights so far. The weights of all
comparisons are fitted together by logistic regression with a ridge (L2) penalty, since words, people and places are not
independent of one another; adding up separate estimates would count one piece of evidence twice. A level that is fixed
(`fix_m_probability`) is taken as given.

Figures are printed cross-validated: groups of stories that are easily taken for one another (ECB+ pairs every event with one of
its like) stay together, so that nothing is measured on a topic that taught.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import combinations, product
from math import log, log2, sqrt
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from rashomon.linking.grouping import groups
from rashomon.linking.linkable import Linkable
from rashomon.linking.mention import Component, Edge, Shelved
from rashomon.linking.stories import STORIES
from rashomon.record import Reading
from rashomon.vocabulary import read_table
from training.linking import compared, read, show, weight, written

PACKAGE = "rashomon.linking.stories"
SETTINGS = Path(__file__).parent.parent / "src/rashomon/linking/stories/settings.toml"
RIDGE = 2.0  # of each weight's square; a level that few pairs have weighs little
ROUNDS = 4  # of estimating which pairs without a label are one story
FOLDS = 6
NAME, EVEN = "output_column_name", "probability_two_random_records_match"
SWEEP = {"sure": (0.0, 1.0, 2.0, 3.0), "hold": (-1.0, -0.5, 0.0, 0.5), "missing": (-3.0, -2.0, -1.0, -0.5)}

Pair = tuple[int, int]
Levels = Mapping[str, int]
Counts = tuple[int, int, int]  # pairs linked rightly, linked, asked for


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readings", type=Path, required=True, help="readings of labelled reports")
    parser.add_argument("--gold", type=Path, required=True, help='{"reports": [ids], "set", "weak"} a line')
    parser.add_argument("--more", type=Path, required=True, help="readings of other reports, without labels")
    parser.add_argument("--label", default="ecb", help="the set of --gold that is measured")
    parser.add_argument("--sweep", action="store_true", help="try other thresholds")
    parser.add_argument("--write", action="store_true", help="write the weights into settings.toml")
    options = parser.parse_args()
    settings = read_table(PACKAGE, "settings")
    labelled = Labelled(options.readings, options.gold, options.label)
    more = list(compared(settings, shelved(read(options.more))).values())
    pairs = labelled.pairs(settings)
    trained = fit(settings, pairs, labelled, more)
    show(trained)
    print(f"{len(pairs):,} pairs compared, {sum(map(labelled.is_one, pairs)):,} of them one story")
    print("resubstituted   ", figures(labelled.count(linked(trained, pairs, labelled.measured, STORIES))))
    folds = list(cross_fitted(settings, pairs, labelled, more))
    print("cross-validated ", figures(labelled.counted(folds, STORIES)))
    if options.sweep:
        sweep(folds, labelled)
    if options.write:
        text = SETTINGS.read_text(encoding="utf-8")
        text = text.replace(_prior_line(settings), _prior_line(trained))
        SETTINGS.write_text(written(text, trained), encoding="utf-8")


def _prior_line(settings: Mapping[str, Any]) -> str:
    return f"{EVEN} = {settings[EVEN]}"


class Labelled:
    """Stories of reports of which it is known which are one."""

    def __init__(self, readings: Path, gold: Path, label: str) -> None:
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        self.group = {report: n for n, row in enumerate(rows) for report in row["reports"]}
        self.weak = {n for n, row in enumerate(rows) if row.get("weak")}
        self.stories = shelved(read(readings))
        self.of = {story.number: self.group[next(iter(story.reports))] for story in self.stories}
        self.measured = [story for story in self.stories if rows[self.of[story.number]]["set"] == label]
        self.fold = self._folds({self.of[story.number] for story in self.measured})

    def pairs(self, settings: Mapping[str, Any]) -> dict[Pair, Levels]:
        """The levels of agreement of every pair that is compared, of which is known whether it is one story."""
        found = compared(settings, self.stories)
        return {pair: levels for pair, levels in found.items() if not {self.of[n] for n in pair} <= self.weak}

    def is_one(self, pair: Pair) -> bool:
        """Whether two reports tell one story."""
        return self.of[pair[0]] == self.of[pair[1]]

    def _folds(self, events: set[int]) -> dict[int, int]:
        """In which part of the cross-validation each event is, the same for those that are most alike."""
        alike: dict[int, Counter[int]] = defaultdict(Counter)
        for a, b in compared(read_table(PACKAGE, "settings"), self.measured):
            alike[self.of[a]][self.of[b]] += 1
            alike[self.of[b]][self.of[a]] += 1
        topics = {event: {event} for event in events}
        for event in sorted(events):
            near = [(-n, other) for other, n in alike[event].items() if other != event]
            if near:
                joined = topics[event] | topics[min(near)[1]]
                topics.update(dict.fromkeys(joined, joined))
        firsts = sorted({min(topic) for topic in topics.values()})
        return {event: firsts.index(min(topic)) % FOLDS for event, topic in topics.items()}

    def part(self, fold: int) -> list[Shelved]:
        """The stories of one part."""
        return [story for story in self.measured if self.fold[self.of[story.number]] == fold]

    def counted(self, folds: Iterable["Fold"], linkable: Linkable) -> Counts:
        """The counts of all parts together."""
        counts = [self.count(linked(fold.settings, fold.pairs, fold.stories, linkable)) for fold in folds]
        right, made, asked = map(sum, zip(*counts, strict=True))
        return right, made, asked

    def count(self, found: Sequence[frozenset[int]]) -> Counts:
        """Pairs of stories that groups hold, as the linking bench counts them."""
        made = [pair for group in found for pair in combinations(sorted(group), 2)]
        sizes = Counter(self.of[number] for group in found for number in group)
        return sum(map(self.is_one, made)), len(made), sum(n * (n - 1) // 2 for n in sizes.values())


class Fold:
    """Stories to measure on, with weights that these did not teach."""

    def __init__(self, settings: Mapping[str, Any], pairs: Mapping[Pair, Levels], stories: list[Shelved]) -> None:
        self.settings, self.stories = settings, stories
        numbers = {story.number for story in stories}
        self.pairs = {pair: levels for pair, levels in pairs.items() if numbers.issuperset(pair)}


def shelved(readings: Iterable[Reading]) -> list[Shelved]:
    """The stories of readings, numbered."""
    found = (mention for reading in readings for mention in STORIES.mentions(reading))
    return [Shelved(n, m.identity, frozenset({m.report}), m.features, m.keys) for n, m in enumerate(found, 1)]


def fit(
    settings: Mapping[str, Any], pairs: Mapping[Pair, Levels], labelled: Labelled, more: Sequence[Levels]
) -> dict[str, Any]:
    """Settings with the weights under which the labels are likeliest, less the ridge."""
    told = [*pairs.values(), *more]
    ones = np.array([*map(labelled.is_one, pairs), *[False] * len(more)], dtype=float)
    trained: dict[str, Any] = deepcopy(dict(settings))
    levels = {(c[NAME], at): level for c in trained["comparisons"] for at, level in _telling(c)}
    fixed = {at: log2(x["m_probability"] / x["u_probability"]) for at, x in levels.items() if "fix_m_probability" in x}
    columns = [at for at in levels if at not in fixed]
    agree = np.array([[pair[name] == at for name, at in columns] for pair in told], dtype=float)
    offset = np.array([sum(fixed.get(level, 0.0) for level in pair.items()) for pair in told]) * log(2)
    counts = np.ones(len(told))
    counts[len(pairs) :] = 1
    for _ in range(ROUNDS):
        b = regress(agree, offset, ones, counts)
        chances = 1 / (1 + np.exp(-(agree @ b[1:] + b[0] + offset)))
        counts[len(pairs) :] = 1 - chances[len(pairs) :]
    bits = {column: w / log(2) for column, w in zip(columns, b[1:], strict=True)}
    _set(levels, bits, told)
    trained[EVEN] = round(float(1 / (1 + np.exp(-b[0]))), 3)
    return trained


def regress(
    agree: NDArray[np.float64], offset: NDArray[np.float64], ones: NDArray[np.float64], counts: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Logistic regression: the start, then each column's weight, in natural logarithms; `counts` is what each row counts for."""

    def loss(b: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        z = agree @ b[1:] + b[0] + offset
        error = counts * (1 / (1 + np.exp(-z)) - ones)
        value = (counts * (np.logaddexp(0, z) - ones * z)).sum() + RIDGE * (b[1:] ** 2).sum() / 2
        return float(value), np.concatenate([[error.sum()], agree.T @ error + RIDGE * b[1:]])

    found: NDArray[np.float64] = minimize(loss, np.zeros(agree.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return found


def _set(
    levels: Mapping[tuple[str, int], dict[str, Any]], bits: Mapping[tuple[str, int], float], pairs: Iterable[Levels]
) -> None:
    """Give each level an m and a u in the ratio of its weight, about as large as the level is common where something is said."""
    met = Counter(level for pair in pairs for level in pair.items())
    stated: Counter[str] = Counter()
    for name, at in levels:
        stated[name] += met[name, at] + 1
    for (name, at), weighs in bits.items():
        root = sqrt(2**weighs)
        common = min((met[name, at] + 1) / stated[name], root, 1 / root)
        levels[name, at] |= {"m_probability": common * root, "u_probability": common / root}


def _telling(comparison: Mapping[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    """The levels that say something, by Splink's number."""
    levels = [level for level in comparison["comparison_levels"] if not level.get("is_null_level")]
    return list(zip(reversed(range(len(levels))), levels, strict=True))


def linked(
    settings: Mapping[str, Any], pairs: Mapping[Pair, Levels], stories: Sequence[Shelved], linkable: Linkable
) -> list[frozenset[int]]:
    """The groups that stories form by these settings and thresholds."""
    numbers = {story.number for story in stories}
    weighed = ((a, b, weight(settings, levels)) for (a, b), levels in pairs.items() if {a, b} <= numbers)
    edges = tuple(Edge(a, b, w) for a, b, w in weighed if w >= linkable.ask)
    return groups(Component(tuple(stories), edges), linkable)


def cross_fitted(
    settings: Mapping[str, Any], pairs: Mapping[Pair, Levels], labelled: Labelled, more: Sequence[Levels]
) -> Iterator[Fold]:
    """Each part, with weights fitted to pairs of which neither report is in it."""
    for fold in range(FOLDS):
        stories = labelled.part(fold)
        numbers = {story.number for story in stories}
        taught = {pair: levels for pair, levels in pairs.items() if numbers.isdisjoint(pair)}
        yield Fold(fit(settings, taught, labelled, more), pairs, stories)


def sweep(folds: Sequence[Fold], labelled: Labelled) -> None:
    """Print the figures at other thresholds, best first."""
    tried = []
    for values in product(*SWEEP.values()):
        thresholds: dict[str, Any] = dict(zip(SWEEP, values, strict=True))
        tried.append((labelled.counted(folds, replace(STORIES, **thresholds)), thresholds))
    for counts, thresholds in sorted(tried, key=lambda found: -f1(found[0]))[:24]:
        print(figures(counts), thresholds)


def f1(counts: Counts) -> float:
    """2 x right / (made + asked)."""
    return 2 * counts[0] / max(counts[1] + counts[2], 1)


def figures(counts: Counts) -> str:
    """Precision, recall and F1 in words."""
    right, made, asked = counts
    return f"P {right / max(made, 1):.3f}  R {right / asked:.3f}  F1 {f1(counts):.3f}"


if __name__ == "__main__":
    main()
