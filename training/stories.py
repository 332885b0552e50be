"""Fit how much each agreement of two reports weighs for their telling one story: src/rashomon/linking/stories/settings.toml.

    python -m training.stories --readings LABELLED.jsonl --gold GROUPS.jsonl --more READINGS.jsonl [--sweep] [--write]

Pairs of reports that share a key are labelled by the gold: same group or not (pairs within a `weak` group teach nothing). Of the
pairs of `--more` it is not known; each counts as two stories by the chance that it is, by the weights so far.

Figures are printed cross-validated: groups of stories that are easily taken for one another (ECB+ pairs every event with one of
its like) stay together, so that nothing is measured on a topic that taught.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from typing import Any

from rashomon.linking.grouping import groups
from rashomon.linking.linkable import Linkable
from rashomon.linking.mention import Component, Edge, Shelved
from rashomon.linking.stories import STORIES
from rashomon.vocabulary import read_table
from training.fitting import (
    Counts,
    Levels,
    Pair,
    Source,
    compared,
    f1,
    figures,
    fit,
    read,
    shelved,
    show,
    weights,
    written,
)

PACKAGE = "rashomon.linking.stories"
SETTINGS = Path(__file__).parent.parent / "src/rashomon/linking/stories/settings.toml"
ROUNDS = 4  # of estimating which pairs without a label are one story
FOLDS = 6
SWEEP = {"sure": (0.0, 1.0, 2.0, 3.0), "hold": (-1.0, -0.5, 0.0, 0.5), "missing": (-3.0, -2.0, -1.0, -0.5)}


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
    more = list(compared(settings, shelved(read(options.more), STORIES)).values())
    pairs = labelled.pairs(settings)
    trained = train(settings, pairs, labelled, more)
    show(trained)
    print(f"{len(pairs):,} pairs compared, {sum(map(labelled.is_one, pairs)):,} of them one story")
    print("resubstituted   ", figures(labelled.count(linked(trained, pairs, labelled.measured, STORIES))))
    folds = list(cross_fitted(settings, pairs, labelled, more))
    print("cross-validated ", figures(labelled.counted(folds, STORIES)))
    if options.sweep:
        sweep(folds, labelled)
    if options.write:
        SETTINGS.write_text(written(SETTINGS.read_text(encoding="utf-8"), trained), encoding="utf-8")


class Labelled:
    """Stories of reports of which it is known which are one."""

    def __init__(self, readings: Path, gold: Path, label: str) -> None:
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        self.group = {report: n for n, row in enumerate(rows) for report in row["reports"]}
        self.weak = {n for n, row in enumerate(rows) if row.get("weak")}
        self.stories = shelved(read(readings), STORIES)
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


def train(
    settings: Mapping[str, Any], pairs: Mapping[Pair, Levels], labelled: Labelled, more: Sequence[Levels]
) -> dict[str, Any]:
    """Settings fitted to labelled pairs and to others, each of these counted by the chance that it is two stories."""
    known = Source.of((levels, labelled.is_one(pair)) for pair, levels in pairs.items())
    doubts = [1.0] * len(more)
    trained = dict(settings)
    for _ in range(ROUNDS):
        trained = fit(settings, [known, Source(more, [False] * len(more), doubts)])
        doubts = [1 / (1 + 2**weight) for weight in weights(trained, more)]
    return trained


def linked(
    settings: Mapping[str, Any], pairs: Mapping[Pair, Levels], stories: Sequence[Shelved], linkable: Linkable
) -> list[frozenset[int]]:
    """The groups that stories form by these settings and thresholds."""
    numbers = {story.number for story in stories}
    asked = [pair for pair in pairs if numbers.issuperset(pair)]
    weighed = zip(asked, weights(settings, [pairs[pair] for pair in asked]), strict=True)
    edges = tuple(Edge(a, b, weight) for (a, b), weight in weighed if weight >= linkable.ask)
    return groups(Component(tuple(stories), edges), linkable)


def cross_fitted(
    settings: Mapping[str, Any], pairs: Mapping[Pair, Levels], labelled: Labelled, more: Sequence[Levels]
) -> Iterator[Fold]:
    """Each part, with weights fitted to pairs of which neither report is in it."""
    for fold in range(FOLDS):
        stories = labelled.part(fold)
        numbers = {story.number for story in stories}
        taught = {pair: levels for pair, levels in pairs.items() if numbers.isdisjoint(pair)}
        yield Fold(train(settings, taught, labelled, more), pairs, stories)


def sweep(folds: Sequence[Fold], labelled: Labelled) -> None:
    """Print the figures at other thresholds, best first."""
    tried = []
    for values in product(*SWEEP.values()):
        thresholds: dict[str, Any] = dict(zip(SWEEP, values, strict=True))
        tried.append((labelled.counted(folds, replace(STORIES, **thresholds)), thresholds))
    for counts, thresholds in sorted(tried, key=lambda found: -f1(found[0]))[:24]:
        print(figures(counts), thresholds)


if __name__ == "__main__":
    main()
