"""Whose figure is whose: 30 dead by one account and 15 by the other stay two figures of two accounts."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from spacy.tokens import Doc

from rashomon.reading.accounts.elliptical import elliptical_figures
from rashomon.reading.document import meets, tokens_in
from rashomon.reading.figures import fate, is_on_top, of_one_voice, points_back, without_repeats
from rashomon.record import Account, Figure, FigureKind, Incident, RegionKind, Statement


def figures_of_statements(doc: Doc, incident: Incident, said: Sequence[Statement]) -> list[Figure]:
    """The incident's figures that stand in these statements, each kind as the source first gives it."""
    told = _first_of_each_kind(doc, [f for f in incident.figures if _stands_in(f, said)])
    return told or elliptical_figures(doc, incident, said)


def figures_of_report(doc: Doc, incident: Incident, told: Sequence[Statement]) -> list[Figure]:
    """The incident's figures that the report gives in its own voice."""
    return _first_of_each_kind(doc, [f for f in incident.figures if not _stands_in(f, told)])


def figures_of_incident(doc: Doc, incident: Incident, accounts: Iterable[Account]) -> list[Figure]:
    """One version of each fate: that of the first account that gives any, the report's own before those of others.

    Rival versions are never added up and never merged: they stand in their accounts. What another account says in the same
    sentence and on top ("in which two guards were also killed, police said") is no rival.
    """
    chosen: dict[FigureKind, list[Figure]] = {}
    given = [account.figures for account in accounts]
    everything = [f for figures in given for f in figures]
    for figures in given:
        told = sorted(figures, key=lambda f: fate(f.kind))
        for kind, alike in groupby(told, key=lambda f: fate(f.kind)):
            first, own = chosen.setdefault(kind, []), list(alike)
            if all(_only_again(doc, f, everything) for f in own):
                continue
            first += [f for f in own if is_on_top(doc, f, first)] if first else own
    return sorted((f for figures in chosen.values() for f in figures), key=lambda f: f.span)


def _only_again(doc: Doc, figure: Figure, others: Iterable[Figure]) -> bool:
    """ "Three officers were shot, police said … the commander was killed": one of whom another account told before."""
    before = (f for f in others if f.span < figure.span and fate(f.kind) is fate(figure.kind))
    return points_back(doc, figure) and any(before)


def _stands_in(figure: Figure, statements: Iterable[Statement]) -> bool:
    return any(meets(figure.span, content) for s in statements for content in s.content)


def _first_of_each_kind(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """A kind's figures that belong together (`figures.of_one_voice`).

    A headline rounds; it counts only where the news itself gives none.
    """
    news = without_repeats(doc, [f for f in figures if not _in_title(doc, f)])
    fates = {fate(f.kind) for f in news}
    told = [*news, *without_repeats(doc, [f for f in figures if _in_title(doc, f) and fate(f.kind) not in fates])]
    return [
        f
        for kind in dict.fromkeys(f.kind for f in told)
        for f in of_one_voice(doc, [f for f in told if f.kind is kind])
    ]


def _in_title(doc: Doc, figure: Figure) -> bool:
    regions = doc._.regions
    return regions is not None and regions[tokens_in(doc, figure.span).start] is RegionKind.title
