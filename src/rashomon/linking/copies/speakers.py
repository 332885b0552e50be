"""Who speaks, as a report has it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from rashomon.record import Actor, Reading, Source, SourceKind

_AROUND = re.compile(r"^(?:an?|the|this|that|these|those|our|their|his|her) |,? (?:who|whom|which|that)$")


@dataclass(frozen=True)
class Speaker:
    """Whoever says it, by name or by what the report calls him; `named` says which of the two it is."""

    label: str
    named: bool


def speaker(source: Source, reading: Reading, name: Callable[[str, Reading], str]) -> Speaker:
    """A source as a speaker, `name` giving actors' names. Neither documents nor the protected are known beyond their report."""
    actor = _actor(source, reading)
    if source.kind is not SourceKind.document and not is_protected(source, reading):
        if actor and (source.named or actor.identified):
            return Speaker(name(actor.id, reading), named=True)
        if source.named and source.text:
            return Speaker(" ".join(source.text.split()), named=True)
    called = (actor.name if actor else source.text) or source.kind.value.replace("_", " ")
    return Speaker(_AROUND.sub("", " ".join(called.casefold().split())) or called, named=False)


def is_protected(source: Source, reading: Reading) -> bool:
    """Whether the report says that the source is not to be named."""
    actor = _actor(source, reading)
    return source.protected or (actor is not None and actor.protected)


def _actor(source: Source, reading: Reading) -> Actor | None:
    return next((actor for actor in reading.actors if actor.id == source.actor), None)
