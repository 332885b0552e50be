"""Rules and head together: which of their finds are the same statement."""

from collections.abc import Sequence

from rashomon.reading.document import meets
from rashomon.reading.statements.attribution import Attribution, Proposal, shared
from rashomon.reading.statements.choosing import Judges, settle
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.proposed import attribution_of
from rashomon.record import Span

_ALIKE = 0.5  # share of two contents that must be common to make two finds with different cues one statement


def joined(page: Page, found: list[Attribution], proposed: Sequence[Proposal], judges: Judges) -> list[Attribution]:
    """The rules' statements, those that the head sees, too, with what it knows better; then those that it alone has found."""
    pairs = paired(found, proposed)
    for attribution, proposal in pairs:
        settle(page, attribution, proposal, judges)
    taken = {id(proposal) for _, proposal in pairs}
    alone = (attribution_of(page, p) for p in proposed if p.content and id(p) not in taken)
    return found + [attribution for attribution in alone if attribution is not None]


def paired(found: list[Attribution], proposed: Sequence[Proposal]) -> list[tuple[Attribution, Proposal]]:
    """Each find with at most one proposal, the best agreeing first: by the cue, or by the content."""
    reaches = [_hull(a.cue_span, a.content) for a in found], [_hull(p.cue, p.content) for p in proposed]
    near = [(n, m) for n, a in enumerate(reaches[0]) for m, b in enumerate(reaches[1]) if meets(a, b)]
    likeness = [(_likeness(found[n], proposed[m]), n, m) for n, m in near]
    pairs, taken = [], (set[int](), set[int]())
    for alike, n, m in sorted(likeness, key=lambda row: -row[0]):
        if alike and n not in taken[0] and m not in taken[1]:
            pairs.append((found[n], proposed[m]))
            taken[0].add(n)
            taken[1].add(m)
    return pairs


def _hull(cue: Span, content: Sequence[Span]) -> Span:
    """From where a statement begins to where it ends."""
    return min(start for start, _ in (cue, *content)), max(end for _, end in (cue, *content))


def _likeness(attribution: Attribution, proposal: Proposal) -> float:
    alike = shared(attribution.content, proposal.content)
    if meets(attribution.cue_span, proposal.cue):
        return 1 + alike
    return alike if alike >= _ALIKE else 0.0
