"""From attributions to statements of the record."""

from collections.abc import Iterable

from rashomon.reading.statements.acts import act, firmness
from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.circumstances import Days, channel
from rashomon.reading.statements.content import without_asides
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.revision import retracted
from rashomon.reading.statements.sources import settled, source
from rashomon.record import Statement

_MOSTLY = 0.7  # share of the content in quotation marks that makes it direct: "said the plan was 'dead'" is not


def statements_of(page: Page, found: list[Attribution]) -> list[Statement]:
    """The statements, in text order, with their ids."""
    for attribution in found:
        attribution.content = [without_asides(page, span) for span in attribution.content]
    ordered = in_order(found)
    ids = {id(a): f"s{n}" for n, a in enumerate(ordered, 1)}
    days = Days(page)
    statements = settled([_statement(page, a, ids, days) for a in ordered], [a.speaker for a in ordered])
    return retracted(page, ordered, statements)


def in_order(found: Iterable[Attribution]) -> list[Attribution]:
    """As the text has them."""
    return sorted(found, key=lambda a: min(a.content[0][0], a.cue_span[0]))


def _statement(page: Page, attribution: Attribution, ids: dict[int, str], days: Days) -> Statement:
    return Statement(
        id=ids[id(attribution)],
        cue=attribution.cue_span,
        content=tuple(attribution.content),
        direct=is_direct(page, attribution),
        source=source(page, attribution),
        act=act(page, attribution),
        firmness=firmness(page, attribution),
        channel=channel(page, attribution),
        said=days.said(attribution),
        within=ids[id(attribution.within)] if attribution.within else None,
        by=f"statements.{attribution.rule}",
        confidence=attribution.confidence,
    )


def is_direct(page: Page, attribution: Attribution) -> bool:
    """Whether most of the content stands in quotation marks."""
    total = sum(end - start for start, end in attribution.content)
    quoted = sum(
        max(0, min(end, q.span[1]) - max(start, q.span[0]))
        for start, end in attribution.content
        for q in page.quotations_in((start, end))
    )
    return quoted >= _MOSTLY * total
