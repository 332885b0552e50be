"""How surely two passages are copies of each other: by how many runs of words they have in common, and how many not."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from math import log2
from typing import Any

from rashomon.linking.copies.fingerprints import settings
from rashomon.linking.copies.passages import mentions, sketched
from rashomon.linking.linkable import Linkable, Step, Waterfall
from rashomon.linking.mention import Edge, Shelved, Sort


def common(a: Mapping[str, Any], b: Mapping[str, Any]) -> tuple[int, int]:
    """How many runs of the shorter passage the other has, and how many it lacks, as far as both sketches reach.

    Containment in Broder's sense: a story cut down to its first lines is wholly in the long one.
    """
    left, right = sketched(a), sketched(b)
    size = settings()["sketch"]
    reach = min((s[-1] for s in (left, right) if len(s) == size), default=1 << 32)
    ours, theirs = ({p for p in s if p <= reach} for s in (left, right))
    shared = len(ours & theirs)
    return shared, min(len(ours), len(theirs)) - shared


def why(a: Shelved, b: Shelved) -> Waterfall:
    """Log-odds of being copies (Fellegi and Sunter 1969); as neighbouring runs share words, those of one word weigh as one."""
    told = settings()
    shared, lacking = common(a.features, b.features)
    met = log2(told["copied"] / told["by_chance"]) / told["run"]
    missed = log2((1 - told["copied"]) / (1 - told["by_chance"])) / told["run"]
    left, right = (f"{s.features['runs']} runs" for s in (a, b))
    return Waterfall(
        told["prior"],
        (
            Step("wording in common", left, right, f"{shared} of {shared + lacking} sampled", round(shared * met, 3)),
            Step(
                "wording of its own",
                left,
                right,
                f"{lacking} of {shared + lacking} sampled",
                round(lacking * missed, 3),
            ),
        ),
    )


def compare(new: Sequence[Shelved], known: Sequence[Shelved]) -> Iterator[Edge]:
    """The edges of new passages with one another and with known ones that agree with them in a band."""
    ask = settings()["ask"]
    for a, b in _pairs(new, known):
        weight = why(a, b).weight
        if weight >= ask:
            yield Edge(a.number, b.number, weight)


def _pairs(new: Sequence[Shelved], known: Sequence[Shelved]) -> Iterator[tuple[Shelved, Shelved]]:
    """Every pair once that shares a key, the lower number first."""
    fresh: dict[str, list[Shelved]] = defaultdict(list)
    old: dict[str, list[Shelved]] = defaultdict(list)
    for filed, passages in ((fresh, new), (old, known)):
        for passage in passages:
            for key in passage.keys:
                filed[key].append(passage)
    pairs = {
        (min(a.number, b.number), max(a.number, b.number)): (a, b) if a.number < b.number else (b, a)
        for key, those in fresh.items()
        for a, b in chain(combinations(those, 2), product(those, old.get(key, ())))
    }
    yield from (pairs[numbers] for numbers in sorted(pairs))


def passage_linkable() -> Linkable:
    """Passages, linked."""
    told = settings()
    return Linkable(Sort.passage, mentions, compare, why, told["ask"], told["sure"])


PASSAGES = passage_linkable()
