"""Which of the incidents that the rules read are incidents: labels for their triggers, from data that say what a report tells of.

MUC-4's own scorer pairs the rules' incidents with the templates; who finds no partner tells of nothing that the keys' authors
counted, and kinds that MUC-4 leaves out (fights between armed sides) are not judged. In WikiEvents (Li et al. 2021) every event of
a text is marked with its trigger, in RAMS (Ebner et al. 2020) one in five sentences.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

Judged = dict[str, list[tuple[int, int]]]  # report: (character of the trigger, 1 or 0)


def of_muc(data: Path, split: str, readings: dict[str, dict[str, Any]]) -> Judged:
    """By MUC-4's keys."""
    sys.path.insert(0, str(data.parent))
    from scoring import muc4_incidents as muc

    judged: Judged = {}
    with (data / "muc4" / f"{split}.incidents.gold.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            reading = readings[row["id"]]
            told = [
                i
                for i in reading.get("incidents", ())
                if i["kind"] in muc.TYPES and (i.get("status") or "happened") in muc.STAGES
            ]
            paired = _paired(muc, told, row["templates"], reading)
            judged[row["id"]] = [
                (i["trigger"][0], int(n in paired))
                for n, i in enumerate(told)
                if n in paired or i["kind"] not in muc.OPTIONAL_KINDS
            ]
    return judged


def _paired(muc: Any, told: list[dict[str, Any]], templates: list[dict[str, Any]], reading: dict[str, Any]) -> set[int]:
    predicted, gold = [muc.predicted_slots(i, reading) for i in told], [muc.gold_slots(t) for t in templates]
    credit = np.zeros((len(predicted), len(gold)))
    for i, p in enumerate(predicted):
        for j, g in enumerate(gold):
            tallies = {slot: muc.slot_tally(slot, p[slot], g[slot]) for slot in muc.SLOTS}
            credit[i, j] = sum(t.hit for t in tallies.values()) if muc.may_pair(tallies, p, g) else 0.0
    return {i for i, _ in muc.assign(credit)}


def of_events(data: Path, name: str, readings: dict[str, dict[str, Any]], *, complete: bool) -> Judged:
    """By marked triggers; `complete`: a text's every event is marked, so that what has no mark is none."""
    judged: Judged = {}
    with (data / f"{name}.gold.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            marked = [tuple(event["trigger"]) for event in row["events"]]
            triggers = [tuple(i["trigger"]) for i in readings.get(row["id"], {}).get("incidents", ())]
            met = [(s, int(any(s < b and a < e for a, b in marked))) for s, e in triggers]
            judged[row["id"]] = [(s, hit) for s, hit in met if hit or complete]
    return judged


def read(path: Path) -> dict[str, dict[str, Any]]:
    """Readings by report."""

    def rows() -> Iterator[dict[str, Any]]:
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)

    return {row["report"]["id"]: row for row in rows()}
