"""Actors that the registry knows, by any of their names, whoever read the report: "FMLN", "Frente Farabundo Martí"."""

from functools import cache, lru_cache
from typing import Any, NamedTuple

from rashomon.linking.names import Telling, name_forms, name_tells
from rashomon.record import ActorKind
from rashomon.vocabulary import read_table


class Known(NamedTuple):
    """An entry of the registry: the name the record has for it, and every other."""

    name: str
    kind: ActorKind
    country: str | None
    names: tuple[str, ...]


@cache
def entries() -> dict[str, Known]:
    """Every entry of the registry that ships, by its name."""
    rows: dict[str, dict[str, Any]] = read_table("rashomon", "reading/actors/registry")
    return {
        name: Known(
            name,
            ActorKind(row["kind"]),
            row.get("country"),
            (name, *row.get("aliases", ()), *row.get("acronyms", ())),
        )
        for name, row in rows.items()
    }


@cache
def _by_form() -> dict[str, list[Known]]:
    found: dict[str, list[Known]] = {}
    for known in entries().values():
        for form in {form for name in known.names for form in _forms(name, known.kind)}:
            found.setdefault(form, []).append(known)
    return found


def _forms(name: str, kind: ActorKind) -> set[str]:
    forms = name_forms(name, kind)
    return {forms.whole, forms.bag}


@lru_cache(maxsize=50_000)
def known(name: str, kind: ActorKind, country: str | None) -> Known | None:
    """The one entry that a name is of; a name that many bear is only of the entry of its country.

    >>> known("Frente Farabundo Marti de Liberacion Nacional", ActorKind.armed_group, "SLV").name
    'Farabundo Marti National Liberation Front'
    """
    if kind is ActorKind.person:
        return None
    found = [entry for form in sorted(_forms(name, kind)) for entry in _by_form().get(form, ())]
    tells = name_tells(name, kind)
    fit = {entry.name: entry for entry in found if _fits(entry, country, tells)}
    return next(iter(fit.values())) if len(fit) == 1 else None


def _fits(entry: Known, country: str | None, tells: Telling) -> bool:
    """An actor of no one country by its name alone; another in its country, and elsewhere where hardly two bear its name."""
    return entry.country in {None, country} or (country is None and tells is Telling.much)
