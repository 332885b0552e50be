"""Whose figure is whose: 30 dead by one account and 15 by the other stay two figures of two accounts."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from rashomon.reading.accounts.elliptical import elliptical_figures
from rashomon.reading.document import meets, tokens_in
from rashomon.reading.figures import of_one_voice
from rashomon.record import Account, Figure, FigureKind, Incident, RegionKind, Statement


def figures_of_statements(doc: Doc, incident: Incident, said: Sequence[Statement]) -> list[Figure]:
    """The incident's figures that stand in these statements, each kind as the source first gives it."""
    told = _first_of_each_kind(doc, [f for f in incident.figures if _stands_in(f, said)])
    return told or elliptical_figures(doc, incident, said)


def figures_of_report(doc: Doc, incident: Incident, told: Sequence[Statement]) -> list[Figure]:
    """The incident's figures that the report gives in its own voice."""
    return _first_of_each_kind(doc, [f for f in incident.figures if not _stands_in(f, told)])


def figures_of_incident(incident: Incident, accounts: Iterable[Account]) -> list[Figure]:
    """One version of each kind: that of the first account that gives any, the report's own before those of others.

    Rival versions are never added up and never merged: they stand in their accounts.
    """
    chosen: dict[FigureKind, tuple[Figure, ...]] = {}
    for account in accounts:
        for kind in {f.kind for f in account.figures}:
            chosen.setdefault(kind, tuple(f for f in account.figures if f.kind is kind))
    return sorted((f for figures in chosen.values() for f in figures), key=lambda f: f.span)


def _stands_in(figure: Figure, statements: Iterable[Statement]) -> bool:
    return any(meets(figure.span, content) for s in statements for content in s.content)


def _first_of_each_kind(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """A kind's figures that belong together (`figures.of_one_voice`).

    A headline rounds; it counts only where the news itself gives none.
    """
    kept: list[Figure] = []
    for kind in dict.fromkeys(f.kind for f in figures):
        same = sorted((f for f in figures if f.kind is kind), key=lambda f: f.span)
        news = [f for f in same if not _in_title(doc, f)]
        kept += of_one_voice(doc, news or same)
    return kept


def _in_title(doc: Doc, figure: Figure) -> bool:
    regions = doc._.regions
    return regions is not None and regions[tokens_in(doc, figure.span).start] is RegionKind.title
