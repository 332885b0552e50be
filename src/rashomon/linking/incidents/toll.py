"""How many: killed and wounded as ranges, and every other count."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from rashomon.record import Figure, FigureKind, Incident

_LOOSE = 2.0  # an end that is not told is taken to be as far off as half or twice the other

_SEVERAL = 12.0
_COUNTED = re.compile(r"\d|\btwo\b|\b(?:pair|couple)\b")


def toll(incident: Incident) -> dict[str, Any]:
    """Killed and wounded from the lowest to the highest that is told, "at least 22" being 22 and no highest.

    `killed_from` and `killed_to` are what that may well mean: "at least 22" is hardly 50, "up to 30" hardly 10.
    `figures` is what people read of it.
    """
    out: dict[str, Any] = {"figures": [f"{kind} {figure}" for kind, figure in _by_kind(incident.figures)]}
    for kind in (FigureKind.killed, FigureKind.wounded):
        low, high = _range(incident.figures, kind)
        out |= {f"{kind}_low": low, f"{kind}_high": high}
        out |= {f"{kind}_from": low if high is None or low else high / _LOOSE, f"{kind}_to": high or _at_most(low)}
    return out


def _is_plural(figure: Figure) -> bool:
    """Whether nothing is counted: "villagers were killed" is two or more, and no figure."""
    return figure.low == 2 and figure.high is None and not _COUNTED.search(figure.text.lower())


def _at_most(low: int | None) -> float | None:
    """What "low or more" hardly exceeds; of "several" little is known."""
    return None if low is None else max(low * _LOOSE, _SEVERAL)


def counts(incident: Incident) -> list[str]:
    """Exact counts of anything but killed and wounded: "captured 12", "displaced 4000"."""
    return [
        f"{kind} {n}" for kind, n in _by_kind(incident.figures) if n.isdigit() and kind not in ("killed", "wounded")
    ]


def _range(figures: Sequence[Figure], kind: FigureKind) -> tuple[int | None, int | None]:
    """The largest figure of a kind: a toll's parts ("30, among them 9 children") do not speak for the whole."""
    told = [figure for figure in figures if figure.kind == kind and not _is_plural(figure)]
    if not told:
        return None, None
    largest = max(told, key=lambda f: (f.high or f.low or 0, f.low or 0))
    return largest.low, largest.high


def _by_kind(figures: Sequence[Figure]) -> list[tuple[str, str]]:
    told = sorted({(str(f.kind), _readable(f)) for f in figures})
    return [(kind, figure) for kind, group in groupby(told, key=lambda pair: pair[0]) for _, figure in group]


def _readable(figure: Figure) -> str:
    if figure.low == figure.high:
        return str(figure.low)
    if figure.low is None:
        return f"up to {figure.high}"
    return f"{figure.low} or more" if figure.high is None else f"{figure.low} to {figure.high}"
