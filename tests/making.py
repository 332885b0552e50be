"""Small records made by hand, for tests of what does not read."""

from datetime import date

from rashomon.record import Account, Act, Figure, FigureKind, Firmness, Source, SourceKind
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
    return Telling(told, origin, "report", responsible, responsible, published, party)
