"""Passages of reports, cut where the words themselves say, so that a quoted or shortened story is cut as the whole one is.

A cut is where a fingerprint is the lowest far and wide (Bjørner, Blass and Gurevich, "Content-dependent chunking for differential
compression, the local maximum approach", 2010): what stands before or after a copied stretch does not move the cuts within it.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from rashomon.linking.copies.fingerprints import Printed, Prints, mixed, printed, settings
from rashomon.linking.mention import Mention
from rashomon.record import Reading


@dataclass(frozen=True)
class Passage:
    """A stretch of a report's body: the runs from one cut to the next, by their place in `Printed.prints`."""

    local: str
    first: int
    last: int


def passages(body: Printed) -> list[Passage]:
    """The passages of a body that are long enough to tell by whom they are."""
    cuts = [0, *_cuts(body.prints), len(body.prints)]
    stretches = [(first, last) for first, last in pairwise(cuts) if last - first >= settings()["least"]]
    return [Passage(f"p{number}", first, last) for number, (first, last) in enumerate(stretches, 1)]


def _cuts(prints: Prints) -> list[int]:
    reach = settings()["reach"]
    if len(prints) < 2 * reach + 1:
        return []
    around = sliding_window_view(prints, 2 * reach + 1)
    cuts: list[int] = (np.flatnonzero(around.argmin(axis=1) == reach) + reach).tolist()
    return cuts


def mentions(reading: Reading) -> list[Mention]:
    """The passages of a reading's report as linking compares them. Passages in the same words are one, whoever prints them."""
    body = printed(reading.report)
    return [_mention(reading.report.id, p.local, body.prints[p.first : p.last]) for p in passages(body)]


def _mention(report: str, local: str, prints: Prints) -> Mention:
    return Mention(
        report=report,
        local=local,
        identity=blake2b(prints.tobytes(), digest_size=16).hexdigest(),
        features={"runs": len(prints), "sketch": _sketch(prints)},
        keys=tuple(_keys(prints)),
    )


def _sketch(prints: Prints) -> str:
    """The lowest fingerprints, four bytes of each: a sample of the runs that any two passages take alike."""
    lowest = np.unique(prints >> np.uint64(32))[: settings()["sketch"]]
    return b64encode(lowest.astype("<u4").tobytes()).decode()


def sketched(features: Mapping[str, Any]) -> list[int]:
    """The fingerprints of a sketch, lowest first."""
    found: list[int] = np.frombuffer(b64decode(features["sketch"]), dtype="<u4").tolist()
    return found


def _keys(prints: Prints) -> Iterator[str]:
    """One key for each band: its lowest fingerprints, each under another mixing of the bits (MinHash)."""
    bands, rows = settings()["bands"], settings()["rows"]
    lowest = mixed(prints[:, None] ^ _salts(bands * rows)).min(axis=0)
    for band in range(bands):
        yield f"{band}:{lowest[band * rows : (band + 1) * rows].tobytes().hex()}"


@cache
def _salts(count: int) -> Prints:
    return mixed(np.arange(1, count + 1, dtype=np.uint64) << np.uint64(32))
