"""Whose spans a statement takes that rules and head have both found: each part goes to who is likelier right about it.

Judges fitted on reports nobody learnt from weigh how sure the head is, what rule it was, and how far the two agree.
"""

from collections.abc import Callable, Sequence

from rashomon.reading.heads.confidence import Judge, log_odds
from rashomon.reading.statements.attribution import Attribution, Proposal, overlap, shared
from rashomon.reading.statements.content import trimmed
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.proposed import speak
from rashomon.reading.statements.sources import phrase
from rashomon.record import Span

Judges = Callable[[str], Judge]
_RELATIVE = frozenset({"WP", "WDT", "WP$"})


def settle(page: Page, attribution: Attribution, proposal: Proposal, judges: Judges) -> None:
    """Give the rule's statement what the head is likelier to be right about."""
    sources, contents = judges("sources"), judges("contents")
    attribution.proposal = proposal
    attribution.agreement = shared(attribution.content, proposal.content)
    if not knows(contents, attribution.rule):
        return
    if sources.keeps(sources.chance(about_source(page, attribution, proposal))):
        speak(page, attribution)
    content = _clear_of(page, proposal.content, phrase(page, attribution))
    if _breaks_off_at_cue(page, attribution.content, content):
        return
    if content and contents.keeps(contents.chance(about_content(page, attribution, proposal))):
        attribution.content, attribution.source_span = content, phrase(page, attribution)


def _breaks_off_at_cue(page: Page, own: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether the head has the subject alone: "these killings" of "these killings, some say, were ordered by the ministry"."""
    lost = len(own) > 1 and all(end <= own[-1][0] for _, end in other)
    told = (t for a, b in other for t in page.tokens[page.token_at(a) : page.token_from(b)])
    return lost and all(t.pos_ not in {"VERB", "AUX"} for t in told)


def _clear_of(page: Page, content: Sequence[Span], source: Span | None) -> list[Span]:
    """Content without the phrase that names who says it."""
    if source is None:
        return list(content)
    sides = [side for a, b in content for side in ((a, min(b, source[0])), (max(a, source[1]), b))]
    parts = (trimmed(page, side) for side in dict.fromkeys(sides) if side[0] < side[1])
    return [part for part in parts if part is not None]


def knows(judge: Judge, rule: str) -> bool:
    """Whether the judge has seen finds of this rule: PolNeAR has no transcripts, so that nobody knows how the head does there."""
    return f"rule.{rule}" in judge.weights


def about_content(page: Page, attribution: Attribution, proposal: Proposal) -> dict[str, float]:
    """What speaks for the head's content, and against the rule's."""
    common = overlap(attribution.content, proposal.content)
    return {
        f"rule.{attribution.rule}": 1.0,
        "chance": log_odds(proposal.content_chance),
        "misses": 1 - common / _length(tuple(attribution.content)),
        "adds": 1 - common / max(1, _length(proposal.content)),
        "pieces": float(len(proposal.content) - len(attribution.content)),
        "quoted": float(any(page.quotations_in(span) for span in attribution.content)),
        "longer": float(_length(proposal.content) > _length(tuple(attribution.content))),
        "head breaks off": float(bool(proposal.content) and _breaks_off(page, proposal.content[-1])),
        "rule breaks off": float(_breaks_off(page, attribution.content[-1])),
    }


def about_source(page: Page, attribution: Attribution, proposal: Proposal) -> dict[str, float]:
    """What speaks for the head's source, and against the rule's."""
    own, other = phrase(page, attribution), proposal.source
    told = {f"rule.{attribution.rule}": 1.0, "chance": log_odds(proposal.source_chance) if other else 0.0}
    if own is None or other is None:
        told["rule silent"], told["head silent"] = float(own is None), float(other is None)
        return told
    told["agreement"] = shared([own], [other])
    told["longer"] = float(_length((other,)) > _length((own,)))
    told["rule pronoun"], told["head pronoun"] = (float(_is_pronoun(page, span)) for span in (own, other))
    return told | _beyond(page, own, other)


def _beyond(page: Page, own: Span, other: Span) -> dict[str, float]:
    """What the longer phrase has and the shorter lacks, as a relative clause: 1 where the head's is longer, -1 where the rule's."""
    long, short = (other, own) if _length((other,)) > _length((own,)) else (own, other)
    lead, tail = page.text[long[0] : short[0]].strip(), page.text[short[1] : long[1]].strip()
    if not long[0] <= short[0] <= short[1] <= long[1]:
        return {"apart": 1.0}
    whose = 1.0 if long == other else -1.0
    return {
        "leads": whose * bool(lead and not tail),
        "follows": whose * bool(tail and not lead),
        "comma": whose * tail.startswith(","),
        "mark": whose * bool(tail and not any(map(str.isalnum, tail))),
        "relative": whose
        * any(t.tag_ in _RELATIVE for t in page.tokens[page.token_from(short[1]) : page.token_from(long[1])]),
    }


def _is_pronoun(page: Page, span: Span) -> bool:
    token = page.tokens[page.token_at(span[0])]
    return token.idx + len(token) >= span[1] and token.tag_ in _RELATIVE | {"PRP", "DT"}


def _breaks_off(page: Page, span: Span) -> bool:
    """Whether the sentence goes on behind it without a comma."""
    behind = page.token_from(span[1])
    return behind < len(page.tokens) and not (page.tokens[behind].is_punct or page.tokens[behind].is_space)


def _length(spans: tuple[Span, ...]) -> int:
    return sum(end - start for start, end in spans)
