"""Tolls told in two words: "Police said that 80 people had died; others spoke of more than 120"."""

from collections.abc import Sequence

from spacy.tokens import Doc

from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import covers, quote, tokens_in
from rashomon.reading.figures import Quantity
from rashomon.record import Figure, FigureKind, Incident, Statement

REACH = 2  # sentences after the toll that it is a rival of


def is_elliptical(doc: Doc, statement: Statement) -> bool:
    """Whether all that is said is a number: "more than 120", "the figure at 30"."""
    return _number(doc, statement) is not None


def elliptical_figures(doc: Doc, incident: Incident, said: Sequence[Statement]) -> list[Figure]:
    """The numbers said without a word of what befell whom, as rivals of the number of the incident told last before."""
    found = []
    for statement in said:
        quantity, rival = _number(doc, statement), _rival(doc, incident, statement)
        if quantity is not None and rival is not None:
            found.append(_figure(doc, quantity, rival))
    return found


def _number(doc: Doc, statement: Statement) -> Quantity | None:
    if len(statement.content) != 1:
        return None
    (content,) = statement.content
    inside = [q for q in doc._.quantities if covers(content, q.span)]
    if len(inside) != 1:
        return None
    around = (t for t in tokens_in(doc, content) if not covers(inside[0].span, (t.idx, t.idx + len(t))))
    plain = all(t.lower_ in vocabulary().tallying or t.is_punct for t in around)
    return inside[0] if plain and (inside[0].of is None or inside[0].of in vocabulary().tallying) else None


def _rival(doc: Doc, incident: Incident, statement: Statement) -> Figure | None:
    """The incident's last number of people before the statement, where that is near."""
    start = statement.content[0][0]
    before = [f for f in incident.figures if f.span[1] < start and f.kind is not FigureKind.destroyed]
    if not before:
        return None
    between = tokens_in(doc, (before[-1].span[1], start))
    return before[-1] if sum(bool(t.is_sent_start) for t in between) <= REACH else None


def _figure(doc: Doc, quantity: Quantity, rival: Figure) -> Figure:
    return Figure(
        kind=rival.kind,
        of=rival.of,
        low=quantity.low,
        high=quantity.high,
        text=quote(doc, quantity.span),
        span=quantity.span,
        by="accounts.elliptical",
    )
