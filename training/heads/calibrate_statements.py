"""`python -m training.heads.calibrate_statements DATA`: how far statements are to be believed, from PolNeAR's held-out reports.

The encoder learnt nothing from them. A candidate is right where the benchmark pairs it with a statement of the gold: the contents
have half their characters in common, and the source is the same. The threshold is the one that serves the benchmark's F1 best.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np
from spacy.tokens import Doc

from rashomon import reports
from rashomon.reading.heads import confidence
from rashomon.reading.heads.confidence import Judge
from rashomon.reading.pipeline import COMPONENTS
from rashomon.reading.reader import Reader
from rashomon.reading.statements import by_rules, candidates
from rashomon.reading.statements.belief import features, needed
from rashomon.reading.statements.choosing import about_content, about_source
from rashomon.reading.statements.joining import paired
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.proposed import proposals
from rashomon.reading.statements.protection import protect
from rashomon.reading.statements.sources import phrase
from rashomon.reading.statements.writing import in_order, statements_of
from rashomon.record import SourceKind
from training.heads.calibration import Features, fit, reliability, threshold, write
from training.heads.corpus import held_out

AROUND = np.linspace(-0.06, 0.06, 7)  # a threshold is as good as its neighbours: one peak among few reports is chance
TRIED = tuple(np.arange(0.1, 0.8, 0.02))
NAME, PARTS = "statements", ("contents", "sources")
BEFORE = COMPONENTS[: COMPONENTS.index("rashomon_statements")]


@dataclass(frozen=True)
class Candidate:
    """A statement before anybody believes it: what speaks for it, and which statements of the gold it agrees with."""

    features: Features
    hangs: bool  # whether it is written however unlikely it is
    agrees: tuple[
        float, ...
    ]  # per statement of the gold: how much content is common, 0 where less than half or another's


Gold = dict[str, Any]  # a row of the gold
Report = tuple[list[Candidate], int]  # and how many statements the gold has


def main() -> None:
    """Fit, print how reliable the confidence is, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the benchmarks' data")
    for name, judge in calibrate(parser.parse_args().data).items():
        write(Path(confidence.__file__).with_suffix(".toml"), name, judge.weights, judge.threshold)


def calibrate(data: Path) -> dict[str, Judge]:
    """Who is believed about content and source where rules and head differ; then how far the statement itself is."""
    sys.path.insert(0, str(data.parent))
    gold = list(held_out_rows(data / "polnear" / "train.gold.jsonl"))
    return fitted(list(zip(gold, read(data), strict=True)))


def fitted(held: Sequence[tuple[Gold, Doc]]) -> dict[str, Judge]:
    """The judges, from reports and what the gold says of each."""
    compared = [row for gold, doc in held for row in differing(gold, doc)]
    judges = {part: _choosing(part, [(told, one) for name, told, one in compared if name == part]) for part in PARTS}
    found = [against(gold, doc, judges) for gold, doc in held]
    return {**judges, NAME: believing(found)}


def read(data: Path) -> Iterator[Doc]:
    """The held-out reports, read up to their statements."""
    reader = Reader()
    with reader.nlp.select_pipes(disable=[name for name in COMPONENTS if name not in BEFORE]):
        for row in held_out_rows(data / "polnear" / "train.reports.jsonl"):
            yield from reader.annotate([reader.prepare(reports.report_of(row["text"], id=row["id"]))])


def held_out_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Every tenth line."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for n, line in enumerate(lines) if held_out(n))


def differing(row: Gold, doc: Doc) -> Iterator[tuple[str, Features, bool]]:
    """Where rule and head differ about a statement of the gold: the part, what speaks for the head, whether it is nearer."""
    from scoring import attribution as scorer

    gold, page, text = scorer.gold_statements(row), Page(doc), row["text"]
    for found, proposal in paired(by_rules(page), proposals(page)):
        own, other = scorer.chars(found.content, text), scorer.chars(proposal.content, text)
        nearness = [(scorer.iou(own, g["content"]), scorer.iou(other, g["content"])) for g in gold]
        best = max(range(len(gold)), key=lambda n: max(nearness[n]), default=None)
        if best is None or max(nearness[best]) < scorer.IOU:
            continue
        if proposal.content and nearness[best][0] != nearness[best][1]:
            yield "contents", about_content(page, found, proposal), nearness[best][1] > nearness[best][0]
        sources = [scorer.chars([span], text) for span in (phrase(page, found), proposal.source)]
        right = [
            scorer.iou(source, gold[best]["source"]) if source or gold[best]["source"] else 1.0 for source in sources
        ]
        if right[0] != right[1]:
            yield "sources", about_source(page, found, proposal), right[1] > right[0]


def _choosing(part: str, rows: Sequence[tuple[Features, bool]]) -> Judge:
    judge = Judge(fit([told for told, _ in rows], [one for _, one in rows]), 0.5)
    hits = sum(judge.keeps(judge.chance(told)) == one for told, one in rows)
    print(f"{part}: {len(rows)} differ, the head is right in {sum(one for _, one in rows)}, the choice in {hits}")
    return judge


def against(row: Gold, doc: Doc, judges: Mapping[str, Judge]) -> Report:
    """The candidates of one report, held against its gold."""
    from scoring import attribution as scorer

    gold = [g for g in scorer.gold_statements(row) if g["content"]]
    page = Page(doc)
    found = in_order(candidates(page, judges.__getitem__))
    told = [features(page, attribution) for attribution in found]
    made = []
    statements = protect(page, statements_of(page, found))
    for attribution, statement, own in zip(found, statements, told, strict=True):
        if statement.source.kind is SourceKind.author:
            continue  # no attribution in PolNeAR's sense
        (predicted,) = scorer.predicted_statements({"statements": [statement.model_dump(mode="json")]}, row["text"])
        common = [scorer.iou(predicted["content"], g["content"]) for g in gold]
        same = [scorer.agree(predicted["source"], g["source"]) for g in gold]
        agrees = tuple(c if s and c >= scorer.IOU else 0.0 for c, s in zip(common, same, strict=True))
        hangs = needed(doc, statement, Judge({f"rule.{attribution.rule}": 0.0}, 1.0)) == 0.0
        made.append(Candidate(own, hangs, agrees))
    return made, len(gold)


def believing(found: list[Report]) -> Judge:
    """The judge of statements; prints how often its confidences are right."""
    ones = [one for candidates, _ in found for one in right(candidates)]
    rows = [c.features for candidates, _ in found for c in candidates]
    weights = fit(rows, ones)
    serves = cache(lambda least: f1(found, Judge(weights, least)))
    least = threshold(lambda least: mean(serves(round(least + step, 2)) for step in AROUND), TRIED)
    judge = Judge(weights, least)
    chances = [judge.chance(row) for row in rows]
    print(f"{len(rows)} candidates, {sum(ones)} right; threshold {judge.threshold}: F1 {f1(found, judge):.3f}")
    print("chance  right  how many", *(f"{c:6.3f} {r:6.3f} {n:9}" for c, r, n in reliability(chances, ones)), sep="\n")
    return judge


def right(found: list[Candidate]) -> list[bool]:
    """Which candidates the benchmark would pair with the gold."""
    from scoring.common import assign

    credit = np.array([c.agrees for c in found])
    paired = {n for n, _ in assign((credit > 0) * (1 + credit / 1000))} if credit.size else set()
    return [n in paired for n in range(len(found))]


def f1(found: list[Report], judge: Judge) -> float:
    """The benchmark's figure, if the judge decided what is written down."""
    kept = [[c for c in candidates if c.hangs or judge.keeps(judge.chance(c.features))] for candidates, _ in found]
    hits = sum(sum(right(own)) for own in kept)
    return 2 * hits / (sum(map(len, kept)) + sum(gold for _, gold in found))


if __name__ == "__main__":
    main()
