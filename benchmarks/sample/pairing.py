"""Which incident of a reading is which of the gold: by the passages they were read from."""

from collections.abc import Iterable, Sequence

from benchmarks.sample.gold import GoldIncident, passages
from rashomon.record import Incident, Reading, Span


def extent(incident: Incident) -> tuple[Span, ...]:
    """Everything an incident was read from."""
    return (incident.trigger, *incident.evidence)


def covered(span: Span, by: Iterable[Span]) -> float:
    """Which share of a span others cover.

    >>> covered((0, 10), [(0, 2), (1, 5), (20, 30)])
    0.5
    """
    chars = set[int]().union(*(range(*other) for other in by))
    return len(chars.intersection(range(*span))) / (span[1] - span[0])


def triggered(incident: Incident, evidence: Iterable[Span]) -> bool:
    """Whether the word that tells of the incident stands in the evidence."""
    return any(start <= incident.trigger[0] < end for start, end in evidence)


def pair(golds: Sequence[GoldIncident], reading: Reading) -> dict[str, Incident]:
    """Name of the gold's incident → the reading's: the best pairs first, each incident once.

    A pair is as good as the share of the passages that it covers, so that of an incident read in pieces the largest counts;
    half better if its trigger stands in one, a quarter if its kind is acceptable.
    """
    candidates = []
    for gold in golds:
        evidence = passages(gold.evidence, reading.report.text)
        for read in reading.incidents:
            if share := sum(covered(span, extent(read)) for span in evidence) / len(evidence):
                credit = share + 0.5 * triggered(read, evidence) + 0.25 * (read.kind in gold.kind)
                candidates.append((credit, gold.name, read))
    pairs: dict[str, Incident] = {}
    taken = set[str]()
    for _, name, read in sorted(candidates, key=lambda candidate: -candidate[0]):
        if name not in pairs and read.id not in taken:
            pairs[name] = read
            taken.add(read.id)
    return pairs
