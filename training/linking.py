"""Fit how much each agreement of two incidents weighs: src/rashomon/linking/incidents/settings.toml.

    python -m training.linking --readings LABELLED.jsonl --gold GROUPS.jsonl [--like READINGS.jsonl] [--sweep] [--write]

Two sources teach, since neither has what the other has: pairs of real notes, whose authors differ as real authors do, and pairs
of made readings (`benchmarks/generator`), which tell of several wars, of days with fifty incidents, and in longer reports. Real
ones count more, for they are few. Made ones teach a second time, and little, as if each were a note: the real notes tell of one
campaign, from which nobody learns that two notes of one day may tell of two wars. All pairs that share a key teach, so that a
weight says what agreement adds among those compared.

Figures: real pairs cross-validated by month (no month's strikes are in both halves) and resubstituted, and made readings of another
seed with the size of their largest component. Seeds are fixed.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product
from math import inf
from pathlib import Path
from typing import Any

from benchmarks.generator.__main__ import real_shapes
from benchmarks.generator.shapes import Shapes
from benchmarks.generator.stream import make
from rashomon.linking.grouping import covers, groups
from rashomon.linking.incidents import INCIDENTS, covering
from rashomon.linking.incidents.keys import keys
from rashomon.linking.linkable import Linkable
from rashomon.linking.mention import Component, Edge, Shelved
from rashomon.vocabulary import read_table
from training.fitting import (
    NAME,
    Bounds,
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
    telling,
    weights,
    written,
)

PACKAGE = "rashomon.linking.incidents"
SETTINGS = Path(__file__).parent.parent / "src/rashomon/linking/incidents/settings.toml"
MADE, TEACHES, MEASURES = 1500, 101, 202  # readings that are made, by these seeds
REAL, INVENTED, NOTED = 3.0, 0.3, 0.05  # what a pair of each source counts for
FOLDS = 5
SWEEP = {"sure": (-1.0, 0.0, 1.0, 2.0), "hold": (-1.0, 0.0, 1.0), "missing": (-10.0, -4.0, -2.0)}

# How many of a comparison's levels, the first ones, never weigh against; the last never weighs for. Where evidence of one kind
# comes with that of another, a fit may set one against the other; and a generator's small grammar lets two incidents share what
# two newspapers would not.
AGREE = {
    "time": 1, "place": 2, "kind": 1, "killed": 4, "wounded": 3, "counts": 1, "sufferers": 2, "doers": 1, "struck": 2,
    "weapons": 1, "victims": 2, "hours": 1, "turn": 1, "text": 4,
}  # fmt: skip


def main() -> None:
    """Fit, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readings", type=Path, required=True, help="readings of labelled reports")
    parser.add_argument("--gold", type=Path, required=True, help='{"reports": [ids], "set", "weak"} a line')
    parser.add_argument("--label", default="drone", help="the set of --gold whose pairs teach what is one incident")
    parser.add_argument("--like", help="readings whose shapes made ones take; the sample's by default")
    parser.add_argument("--sweep", action="store_true", help="try other thresholds")
    parser.add_argument("--write", action="store_true", help="write the weights into settings.toml")
    options = parser.parse_args()
    settings, shapes = read_table(PACKAGE, "settings"), real_shapes(options.like)
    real = Real(options.readings, options.gold, options.label, settings)
    made = [
        Source.of(Made(shapes, TEACHES, settings).labelled(), INVENTED),
        Source.of(Made(shapes, TEACHES, settings, as_notes=True).labelled(), NOTED),
    ]
    bounds = bounds_of(settings)
    trained = fit(settings, [Source.of(real.labelled(), REAL), *made], bounds)
    folds = [fit(settings, [Source.of(real.labelled(without=fold), REAL), *made], bounds) for fold in range(FOLDS)]
    show(trained)
    print("real, resubstituted   ", figures(real.counts([trained], INCIDENTS)))
    print("real, cross-validated ", figures(real.counts(folds, INCIDENTS)))
    others = [Made(shapes, MEASURES, settings, as_notes=as_notes) for as_notes in (False, True)]
    for title, other in zip(("made, of another seed ", "the same told in notes "), others, strict=True):
        counts, largest = other.counts(trained, INCIDENTS)
        print(title, figures(counts), f"largest component {largest} of {len(other.mentions)}")
    if options.sweep:
        sweep(real, folds, others[0], trained)
    if options.write:
        SETTINGS.write_text(written(SETTINGS.read_text(encoding="utf-8"), trained), encoding="utf-8")


def bounds_of(settings: Mapping[str, Any]) -> Bounds:
    """Agreement never weighs against, the last level never for; levels between and those of other comparisons are free."""
    found = {}
    for comparison in settings["comparisons"]:
        name = comparison[NAME]
        if name in AGREE:
            levels = [at for at, _ in telling(comparison)]
            found.update({(name, at): (0.0, inf) for at in levels[: AGREE[name]]})
            found[name, levels[-1]] = (-inf, 0.0)
    return found


class Real:
    """Incidents of reports of which it is known which tell of one event."""

    def __init__(self, readings: Path, gold: Path, label: str, settings: Mapping[str, Any]) -> None:
        rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        labelled = [row["reports"] for row in rows if row["set"] == label]
        self.group = {report: n for n, reports in enumerate(labelled) for report in reports}
        self.asked = sum(len(reports) * (len(reports) - 1) // 2 for reports in labelled)
        told = shelved((reading for reading in read(readings) if reading.report.id in self.group), INCIDENTS)
        self.mentions = [mention for mention in told if not mention.features["aggregate"]]
        self.report = {mention.number: next(iter(mention.reports)) for mention in self.mentions}
        self.fold = {m.number: (m.features["told"] or 0) // 30 % FOLDS for m in self.mentions}
        self.pairs = compared(settings, self.mentions)

    def labelled(self, without: int | None = None) -> Iterator[tuple[Levels, bool]]:
        """Every pair that is compared, and whether its reports tell of one event; none of one part of the cross-validation."""
        for (a, b), levels in self.pairs.items():
            if without not in (self.fold[a], self.fold[b]):
                yield levels, self.group[self.report[a]] == self.group[self.report[b]]

    def counts(self, folds: Sequence[Mapping[str, Any]], linkable: Linkable) -> Counts:
        """Pairs of reports as the linking bench counts them: as many parts as there are weights, each linked by its own."""
        found: set[frozenset[str]] = set()
        for part, settings in enumerate(folds):
            members = [mention for mention in self.mentions if self.fold[mention.number] % len(folds) == part]
            numbers = {mention.number for mention in members}
            pairs = {pair: levels for pair, levels in self.pairs.items() if numbers.issuperset(pair)}
            found |= self._linked(linked(settings, members, pairs, linkable), linkable)
        right = sum(len({self.group[report] for report in pair}) == 1 for pair in found)
        return right, len(found), self.asked

    def _linked(self, components: Iterable["Linked"], linkable: Linkable) -> set[frozenset[str]]:
        """The pairs of reports that share a group, or of which one tells of the other's group as well."""
        found = set()
        for component, grouped in components:
            told = {number: {self.report[n] for n in group} for group in grouped for number in group}
            for number, others in covers(component, grouped, linkable.sure).items():
                for other in others:
                    told[other].add(self.report[number])
            found |= {frozenset(pair) for reports in told.values() for pair in combinations(reports, 2)}
        return found


class Made:
    """Incidents of made readings, whose truth is known."""

    def __init__(self, shapes: Shapes, seed: int, settings: Mapping[str, Any], as_notes: bool = False) -> None:
        made = list(make(shapes, MADE, seed))
        truth = {(m.truth.report, local): of for m in made for local, of in m.truth.incidents.items()}
        locals_ = [(m.truth.report, mention.local) for m in made for mention in INCIDENTS.mentions(m.reading)]
        told = shelved((m.reading for m in made), INCIDENTS)
        self.mentions = list(map(_in_a_note, told)) if as_notes else told
        self.of = {m.number: truth.get(at, at) for m, at in zip(self.mentions, locals_, strict=True)}
        self.aggregate = {mention.number for mention in self.mentions if mention.features["aggregate"]}
        self.pairs = compared(settings, self.mentions)

    def labelled(self) -> Iterator[tuple[Levels, bool]]:
        """Every pair that is compared, and whether it is one; none of those that tell of several at once."""
        for (a, b), levels in self.pairs.items():
            if self.aggregate.isdisjoint((a, b)):
                yield levels, self.of[a] == self.of[b]

    def counts(self, settings: Mapping[str, Any], linkable: Linkable) -> tuple[Counts, int]:
        """Pairs of mentions, and how many mentions the largest component has."""
        components = list(linked(settings, self.mentions, self.pairs, linkable))
        right = made = 0
        for _, grouped in components:
            for group in grouped:
                made += _pairs(len(group))
                right += sum(_pairs(n) for n in Counter(self.of[number] for number in group).values())
        asked = sum(_pairs(n) for n in Counter(self.of.values()).values())
        return (right, made, asked), max(len(component.members) for component, _ in components)


def _in_a_note(mention: Shelved) -> Shelved:
    """The same told in a note of one paragraph."""
    features = {**mention.features, "brief": True, "length": "a note"}
    return replace(mention, features=features, keys=keys(features) if mention.keys else ())


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


Linked = tuple[Component, list[frozenset[int]]]


def linked(
    settings: Mapping[str, Any], mentions: Sequence[Shelved], pairs: Mapping[Pair, Levels], linkable: Linkable
) -> Iterator[Linked]:
    """The components that mentions form by these settings and thresholds, and the groups in each."""
    known = {mention.number: mention for mention in mentions}
    edges = [
        edge
        for (a, b), weight in zip(pairs, weights(settings, pairs.values()), strict=True)
        if weight >= linkable.ask
        for edge in covering(Edge(a, b, weight), known[a], known[b])
    ]
    home = _connected(known, (edge for edge in edges if edge.weight >= linkable.sure or edge.covers))
    within: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        if home[edge.left] is home[edge.right]:
            within[id(home[edge.left])].append(edge)
    for id_, numbers in {id(found): found for found in home.values()}.items():
        component = Component(tuple(known[n] for n in sorted(numbers)), tuple(within[id_]))
        yield component, groups(component, linkable)


def _connected(numbers: Iterable[int], edges: Iterable[Edge]) -> dict[int, set[int]]:
    home = {number: {number} for number in numbers}
    for edge in edges:
        one, other = sorted((home[edge.left], home[edge.right]), key=len)
        if one is not other:
            other |= one
            home.update(dict.fromkeys(one, other))
    return home


def sweep(real: Real, folds: Sequence[Mapping[str, Any]], other: Made, trained: Mapping[str, Any]) -> None:
    """Print the figures at other thresholds, the best mean of both F1 first."""
    tried = []
    for values in product(*SWEEP.values()):
        thresholds: dict[str, Any] = dict(zip(SWEEP, values, strict=True))
        linkable = replace(INCIDENTS, **thresholds)
        tried.append((real.counts(folds, linkable), other.counts(trained, linkable)[0], values))
    for real_counts, made_counts, values in sorted(tried, key=lambda t: -f1(t[0]) - f1(t[1])):
        print(
            dict(zip(SWEEP, values, strict=True)), "\n   real", figures(real_counts), "\n   made", figures(made_counts)
        )


if __name__ == "__main__":
    main()
