"""For which incidents of a state of the catalogue what somebody asks for holds."""

import numpy as np

from rashomon.archive.catalogue.columns import OPEN, Array, Columns
from rashomon.archive.catalogue.narrowing import ANY, Narrowing


def masks(there: Columns, asked: Narrowing, words: Array | None) -> dict[str, Array | None]:
    """For each facet that something is asked of, for which incidents it holds."""
    return {
        **{name: _one_of(there, name, getattr(asked, name)) for name in ("kind", "status", "standing", "country")},
        "admin1": _divisions(there, asked),
        "time": _time(there, asked),
        "actor": _actor(there, asked),
        "disputed": _disputed(there, asked),
        "reviewed": None if asked.reviewed is None else there["reviewed"] == asked.reviewed,
        "box": _within(there, asked),
        "words": None if words is None else _these(there, words),
    }


def _one_of(there: Columns, name: str, values: tuple[str, ...]) -> Array | None:
    return np.isin(there[name], there.codes[name].known(values)) if values else None


def _divisions(there: Columns, asked: Narrowing) -> Array | None:
    if asked.admin1 is None:
        return None
    known = there.codes["admin1"].values
    return np.isin(there["admin1"], [code for code, at in enumerate(known) if at and at[1] == asked.admin1])


def _time(there: Columns, asked: Narrowing) -> Array | None:
    if asked.since is None and asked.until is None:
        return None
    since = asked.since.toordinal() if asked.since else -OPEN
    until = asked.until.toordinal() if asked.until else OPEN
    dated = (there["earliest"] > -OPEN) | (there["latest"] < OPEN)
    found: Array = dated & (there["earliest"] <= until) & (there["latest"] >= since)
    return found


def _actor(there: Columns, asked: Narrowing) -> Array | None:
    if asked.actor is None:
        return None
    numbers, actors, parts = there.actors
    chosen = actors == asked.actor
    if asked.part:
        chosen &= np.isin(parts, there.codes["part"].known([asked.part]))
    return _these(there, numbers[chosen])


def _disputed(there: Columns, asked: Narrowing) -> Array | None:
    if not asked.disputed:
        return None
    bits = -1 if ANY in asked.disputed else sum(1 << code for code in there.codes["attribute"].known(asked.disputed))
    found: Array = (there["disputed"] & bits) != 0
    return found


def _within(there: Columns, asked: Narrowing) -> Array | None:
    if asked.box is None:
        return None
    west, south, east, north = asked.box
    spots = there.codes["spot"].values
    inside = [code for code, at in enumerate(spots) if at and west <= at[1] <= east and south <= at[0] <= north]
    return np.isin(there["spot"], inside)


def _these(there: Columns, numbers: Array) -> Array:
    mask = np.zeros(len(there["there"]), np.bool_)
    mask[numbers[numbers < len(mask)]] = True
    return mask
