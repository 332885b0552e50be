"""`python -m training.heads.calibrate_incidents DATA`: the judges of incidents and of participants, from reports none learnt from.

What the keys of MUC-4's held-out reports pair with is an incident, whom they name a participant. Reports of other wars (ISAF's, and
of drone strikes, which all tell of deaths) keep the judge of incidents from learning what only MUC-4's reports have in common.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from rashomon import reports
from rashomon.reading.accounts import add_accounts
from rashomon.reading.heads import confidence
from rashomon.reading.heads.confidence import Judge
from rashomon.reading.incidents.belonging import hand_out
from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.filling import candidates
from rashomon.reading.incidents.judging import judged, traits
from rashomon.reading.incidents.reading import IncidentReader
from rashomon.reading.incidents.where import Located, located
from rashomon.reading.reader import Reader, reading_of
from rashomon.record import Report
from training.heads import triggers
from training.heads.calibration import Features, fit, reliability, threshold, write
from training.heads.corpus import held_out
from training.heads.muc import fillers, rows

AFTER = ("rashomon_incidents", "rashomon_ties", "rashomon_accounts")
EVERYONE = Judge({}, 0.0)
OTHER_WARS = {"casualties/isaf": 4, "casualties/drone": 8}  # every so manieth report; they are short and much alike
TRIED = tuple(np.arange(0.1, 0.75, 0.05))
LOST = 0.01  # of the other wars' incidents, at most
Judges = Mapping[str, Judge]


@dataclass
class Told:
    """A report, read as far as the rules' drafts."""

    doc: Doc
    places: list[Located]
    drafts: list[Draft]

    @property
    def id(self) -> str:
        """The report's."""
        return str(self.doc._.report.id)

    def reading(self, judges: Judges) -> dict[str, Any]:
        """What these judges let through."""
        self.reset()
        reader = IncidentReader(judge=judges.__getitem__)
        self.doc._.incidents = reader.incidents(self.doc, self.drafts, self.places)
        add_accounts(self.doc)
        made: dict[str, Any] = json.loads(reading_of(self.doc).to_json())
        return made

    def reset(self) -> None:
        """As if nobody had judged."""
        self.doc._.left_out = {}
        for draft in self.drafts:
            draft.confidence, draft.proposed = None, []


def told(reader: Reader, chosen: Iterable[Report]) -> Iterator[Told]:
    """Reports with the rules' drafts and what the heads say."""
    ties = reader.nlp.get_pipe("rashomon_ties")
    with reader.nlp.select_pipes(disable=AFTER):
        docs = list(reader.annotate(map(reader.prepare, chosen)))
    for doc in docs:
        places = located(doc)
        yield Told(ties(doc), places, IncidentReader().drafts(doc, places))


def held_out_reports(data: Path) -> Iterator[Report]:
    """MUC-4's reports that taught the heads nothing."""
    yield from (report for n, report in enumerate(_reports(data / "muc4" / "train.reports.jsonl")) if held_out(n))


def other_wars(data: Path) -> Iterator[Report]:
    """Reports of deaths in other wars."""
    for name, every in OTHER_WARS.items():
        yield from (r for n, r in enumerate(_reports(data / f"{name}.reports.jsonl")) if n % every == 0)


def _reports(path: Path) -> Iterator[Report]:
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield reports.report_of(row["text"], **{key: row[key] for key in ("id", "published", "title", "publisher")})


# ---------------------------------------------------------------- which drafts are incidents
def drafts_of_keys(all_told: Sequence[Told], data: Path) -> Iterator[tuple[Features, bool]]:
    """Each draft that MUC-4's keys judge, and whether it is an incident by them."""
    everything = {"incidents": EVERYONE, "participants": EVERYONE}
    readings = {t.id: t.reading(everything) for t in all_told}
    judged_by_keys = triggers.of_muc(data, "train", defaultdict(dict, readings))
    for t in all_told:
        labels = dict(judged_by_keys[t.id])
        for draft in t.drafts:
            label = labels.get(draft.main.trigger.idx)
            if draft.confidence is not None and label is not None:
                yield traits(t.doc, draft, t.drafts), bool(label)


def drafts_of_other_wars(all_told: Iterable[Told]) -> Iterator[tuple[Features, bool]]:
    """Drafts that tell of dead: the reports were collected because of them."""
    for t in all_told:
        t.reset()
        for draft in judged(t.doc, t.drafts, EVERYONE):
            if draft.confidence is not None and any(f.kind == "killed" for m in draft.mentions for f in m.figures):
                yield traits(t.doc, draft, t.drafts), True


# ---------------------------------------------------------------- who takes part in them
def fillers_of_keys(all_told: Iterable[Told], data: Path, incidents: Judge) -> Iterator[tuple[Features, bool]]:
    """Each candidate for a role of an incident that is kept, and whether the keys name it in that role."""
    from scoring.common import norm_mention

    named = {
        id: {(f.role, norm_mention(m)) for template in templates for f in fillers(template) for m in f.mentions}
        for id, _, templates in rows(data, "train")
    }
    for t in all_told:
        t.reset()
        kept = [d for d in judged(t.doc, t.drafts, incidents) if d.confidence is not None]
        hand_out(t.doc, kept)
        for draft in kept:
            for participant, speaks in candidates(t.doc, draft):
                if speaks:
                    yield speaks, (participant.role.value, norm_mention(participant.text)) in named[t.id]


# ---------------------------------------------------------------- the fit
def calibrate(data: Path) -> dict[str, Judge]:
    """The judges "incidents" and "participants"."""
    sys.path.insert(0, str(data.parent))
    reader = Reader()
    return fitted(list(told(reader, held_out_reports(data))), list(told(reader, other_wars(data))), data)


def fitted(muc: Sequence[Told], others: Sequence[Told], data: Path) -> dict[str, Judge]:
    """The judges under which MUC-4's held-out reports are read best, and of the other wars' incidents next to none is lost."""
    rivals = list(drafts_of_other_wars(others))
    found = [*drafts_of_keys(muc, data), *rivals]
    weights = weights_of("incidents", found)
    chances = sorted(Judge(weights, 0.0).chance(features) for features, _ in rivals)
    most = chances[int(LOST * len(chances))]
    incidents = Judge(
        weights,
        threshold(
            lambda least: _figure(muc, data, {"incidents": Judge(weights, least), "participants": EVERYONE}),
            [least for least in TRIED if least <= most] or TRIED[:1],
        ),
    )
    weights = weights_of("participants", list(fillers_of_keys(muc, data, incidents)))
    least = threshold(
        lambda least: _figure(muc, data, {"incidents": incidents, "participants": Judge(weights, least)}), TRIED
    )
    print(f"\nthresholds: incidents {incidents.threshold} (other wars allow {most:.2f}), participants {least}")
    return {"incidents": incidents, "participants": Judge(weights, least)}


def weights_of(name: str, found: Sequence[tuple[Features, bool]]) -> dict[str, float]:
    """The weights; printed with how reliable the chances are."""
    features, ones = [f for f, _ in found], [one for _, one in found]
    weights = fit(features, ones)
    print(f"\n{name}: {len(ones)} judged, {sum(ones)} right")
    for weight, value in sorted(weights.items(), key=lambda item: -abs(item[1])):
        print(f"  {weight:24} {value:7.3f}")
    for mean, right, number in reliability([Judge(weights, 0.0).chance(f) for f in features], ones):
        print(f"  told {mean:.2f}  right {right:.2f}  of {number}")
    return weights


def _figure(all_told: Sequence[Told], data: Path, judges: Judges) -> float:
    """Mean of the two figures of MUC-4 on these reports: of all slots, and of the roles."""
    from scoring import muc4_incidents, muc4_roles

    readings = {t.id: t.reading(judges) for t in all_told}
    slots = muc4_incidents.score(_gold(data, "incidents", readings), readings)["headline"]
    roles = muc4_roles.score(_gold(data, "roles", readings), readings)["headline"]
    return float(slots + roles) / 2


def _gold(data: Path, sort: str, readings: Mapping[str, Any]) -> list[dict[str, Any]]:
    with (data / "muc4" / f"train.{sort}.gold.jsonl").open(encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["id"] in readings]


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of the benchmarks' data")
    for name, made in calibrate(parser.parse_args().data).items():
        write(Path(confidence.__file__).with_suffix(".toml"), name, made.weights, made.threshold)


if __name__ == "__main__":
    main()
