"""Small records made by hand, for tests of what does not read."""

from datetime import date
from hashlib import sha256
from typing import Any

from rashomon.record import (
    Account,
    Act,
    Figure,
    FigureKind,
    Firmness,
    Incident,
    Reader,
    Reading,
    Report,
    Source,
    SourceKind,
)
from rashomon.weighing import Telling


def figure(low: int | None, high: int | None, kind: FigureKind = FigureKind.killed) -> Figure:
    return Figure(kind=kind, low=low, high=high, text="some", span=(0, 4))


def account(
    act: Act = Act.asserts, *figures: Figure, kind: SourceKind = SourceKind.official, actor: str | None = None
) -> Account:
    source = Source(kind=kind, actor=actor, text=actor, span=(0, 1) if actor else None)
    return Account(source=source, act=act, firmness=Firmness.certain, evidence=((0, 4),), figures=figures)


def telling(
    origin: str, told: Account, *, responsible: tuple[str, ...] = (), published: date | None = None, party: bool = False
) -> Telling:
    return Telling(told, origin, "report", responsible, responsible, published, party, time=told.time, place=told.place)


def reading(id: str, text: str = "shot", *, incidents: int = 1, version: str = "1", **about: Any) -> Reading:
    """A report with so many incidents in its first word, and what else is said about it."""
    told = tuple(Incident(id=f"i{n + 1}", kind="killing", trigger=(0, 4), evidence=((0, 4),)) for n in range(incidents))
    report = Report(id=id, text=text, sha256=sha256(text.encode()).hexdigest(), **about)
    return Reading(reader=Reader(name="rules", version=version), report=report, incidents=told)
