"""Incidents of a reading as mentions: what of each is compared with other reports' incidents."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from rashomon.linking.incidents.keys import keys
from rashomon.linking.incidents.told import (
    is_aggregate,
    is_note,
    names_said,
    passages,
    scene,
    sorts,
    telling_terms,
    turn,
)
from rashomon.linking.incidents.toll import counts, toll
from rashomon.linking.incidents.when import When, when
from rashomon.linking.incidents.where import Where, where
from rashomon.linking.incidents.who import doers, sufferers
from rashomon.linking.mention import Mention, identity_of
from rashomon.linking.text import passage
from rashomon.record import Incident, Reading, kinds
from rashomon.vocabulary import read_table

VIOLENT = frozenset({"remote", "outcome", "combat"})  # scopes of the vocabulary
_MOST = 24  # terms of an incident that are kept, the most telling first
_RARE, _TELLING = 11.0, 7.0  # bits; one text in 2,000 has the term, one in 130


def mentions(reading: Reading) -> list[Mention]:
    """Every incident of a reading. Its identity is its report and the place of its trigger.

    A note that tells of the attack, of the deaths and of the damage tells of one thing: what says most of it is compared with
    others, the rest carries no keys.
    """
    told = [features_of(reading, incident) for incident in reading.incidents]
    aside = _aside(told)
    return [
        Mention(
            reading.report.id,
            incident.id,
            identity_of(reading.report.id, incident),
            features,
            () if n in aside else keys(features),
        )
        for n, (incident, features) in enumerate(zip(reading.incidents, told, strict=True))
    ]


def _aside(told: Sequence[Mapping[str, Any]]) -> set[int]:
    """Of a note's incidents, by position, those which only say again what another says of the same violence of the same day."""
    by_day: dict[int, list[int]] = defaultdict(list)
    for n, features in enumerate(told):
        if features["brief"] and features["day"] and features["scope"] in VIOLENT:
            by_day[features["day"]].append(n)
    return {n for same in by_day.values() for n in same if n != max(same, key=lambda n: (_says(told[n]), -n))}


def _says(features: Mapping[str, Any]) -> int:
    """How much of what is compared an incident states."""
    return sum(bool(features[name]) for name in ("killed_to", "wounded_to", "places", "admin1", "sufferers", "doers"))


def features_of(reading: Reading, incident: Incident) -> dict[str, Any]:
    """What comparisons look at, and the readable summaries that explain them ("when", "where", "figures")."""
    text, time = scene(reading, incident), when(reading, incident)
    place = where(reading, incident, text)
    suffered, published, kind = sufferers(reading, incident), reading.report.published, kinds().get(incident.kind)
    return {
        "kind": incident.kind,
        "family": kind.family if kind else "other",
        "status": str(incident.status),
        "brief": is_note(reading),
        "length": "a note" if is_note(reading) else "a report",
        "aggregate": is_aggregate(passage(reading, incident.evidence)),
        "scope": _scopes().get(incident.kind, kind.family if kind else "other"),
        "publisher": reading.report.publisher,
        "told": published.latest.toordinal() if published and published.latest else None,
        "when": _readable_time(time),
        **vars(time),
        "where": _readable_place(place),
        **{key: value for key, value in vars(place).items() if key not in ("name", "words")},
        "places": list(place.words),
        "said": list(dict.fromkeys((*place.words, *names_said(text)))),
        **toll(incident),
        "counts": counts(incident),
        "sufferers": list(suffered),
        "doers": list(doers(reading, incident)),
        "struck": list(sorts(text, "struck")),
        "weapons": list(sorts(text, "weapons")),
        "victims": list(sorts(text, "victims")),
        "hours": list(sorts(text, "hours")),
        "turn": turn(text),
        "passages": passages(reading, incident),
        **_terms(text, (*place.words, *suffered)),
    }


@cache
def _scopes() -> dict[str, str]:
    """Kinds by what they are told as: a scope's kinds are easily told for one another."""
    table = read_table(__package__, "vocabulary")["scopes"]
    return {kind: scope for scope, kinds in table.items() for kind in kinds}


def _terms(text: str, known: tuple[str, ...]) -> dict[str, list[str]]:
    """Terms by how telling they are."""
    found = list(telling_terms(text, known).items())[:_MOST]
    return {
        "rare": [term for term, bits in found if bits >= _RARE],
        "telling": [term for term, bits in found if _TELLING <= bits < _RARE],
        "plain": [term for term, bits in found if bits < _TELLING],
    }


def _readable_time(time: When) -> str | None:
    if time.last is None:
        return None
    last = date.fromordinal(time.last).isoformat()
    if time.first is None:
        return f"by {last}"
    return last if time.first == time.last else f"{date.fromordinal(time.first).isoformat()} to {last}"


def _readable_place(place: Where) -> str | None:
    parts = dict.fromkeys(part for part in (place.name, place.admin2, place.admin1, place.country) if part)
    return ", ".join(parts) or None
