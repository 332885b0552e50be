"""Statements inside statements: a mayor says that nurses had told the soldiers to leave."""

from collections import defaultdict

from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.page import Page
from rashomon.record import Act

_ANYONE = frozenset("i we you me us one people everybody everyone anyone somebody someone".split())
# Kinds of saying that matter to an account of an incident wherever they are reported.
_GRAVE = frozenset({Act.claims_responsibility, Act.blames, Act.denies, Act.confirms, Act.retracts, Act.threatens})


def nested(page: Page, found: list[Attribution]) -> list[Attribution]:
    """The statements worth keeping, each with the one that reports it.

    Inside another's words only what a third party really said is a statement of its own; what somebody there thinks, wants or calls
    something is part of the outer content.
    """
    telling: dict[int, list[Attribution]] = defaultdict(list)  # by paragraph: whose content stands there
    for attribution in found:
        for number in {page.paragraph(start) for start, _ in attribution.content}:
            telling[number].append(attribution)
    for inner in found:
        near = telling[page.paragraph(inner.cue_span[0])]
        inner.within = None if _in_passing(inner) else _around(inner, near)
    kept = [a for a in found if a.within is None or a.proposal is not None or _is_report(a)]
    ids = {id(a) for a in kept}
    for inner in kept:
        inner.within = _nearest_kept(inner, ids)
    return kept


def _nearest_kept(inner: Attribution, kept: set[int]) -> Attribution | None:
    outer, seen = inner.within, {id(inner)}
    while outer is not None and id(outer) not in kept:
        seen.add(id(outer))
        outer = None if id(outer.within) in seen else outer.within
    return outer


def _around(inner: Attribution, near: list[Attribution]) -> Attribution | None:
    """The smallest statement whose content holds this one's cue."""
    start, end = inner.cue_span
    around = [a for a in near if a is not inner and any(s <= start and end <= e for s, e in a.content)]
    around = [a for a in around if not any(s <= a.cue_span[0] < e for s, e in inner.content)]
    return min(around, key=_length, default=None)


def _in_passing(inner: Attribution) -> bool:
    """ "The front claimed the ambush, which the mayor called cowardly": what the report adds is not what the front claimed."""
    verb = inner.anchor
    if verb.dep_ != "relcl" or inner.speaker == verb.head or verb.left_edge.i == 0:
        return False
    return verb.doc[verb.left_edge.i - 1].text in {",", "—", "–", "-"} and not inner.quoted


def _length(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)


def _is_report(inner: Attribution) -> bool:
    speaker = inner.speaker
    if not inner.cue.speech or speaker is None or speaker.lower_ in _ANYONE:
        return False
    clausal = any(c.dep_ == "ccomp" for c in inner.anchor.children) and "clause" in inner.cue.frames
    return clausal or inner.cue.act in _GRAVE
