"""A statement while it is being found: its cue, who speaks, and what is said, still in terms of the parse."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.statements.lexicon import Cue
from rashomon.record import Span


@dataclass(frozen=True)
class Proposal:
    """What the trained head takes for somebody's saying, in spans of whole tokens, and its chance for each part of it."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    cue_chance: float
    source_chance: float
    content_chance: float


@dataclass(eq=False)
class Attribution:
    """ "Diallo told reporters that …": anchor "told", speaker "Diallo", content one or more spans of the text.

    `anchor` is the cue word that others are measured from; `cue_span` covers the whole cue ("called for"). `speaker` is the head of
    the phrase that names the source; null where the report names nobody. `rule` is what `by` will say. `quoted`: the cue
    itself stands in a quotation. `within` is the statement that reports this one. `proposal` is what the head says of it, if it
    sees it, too, and `agreement` how much of the rule's content and the head's is common; then `source_span` may hold the phrase
    that names the source, as the head sees it. `confidence`: how likely all that is to be right.
    """

    anchor: Token
    cue_span: Span
    cue: Cue
    speaker: Token | None
    content: list[Span]
    rule: str
    quoted: bool = False
    within: "Attribution | None" = None
    proposal: Proposal | None = None
    agreement: float = 0.0
    source_span: Span | None = None
    confidence: float | None = None

    def add(self, span: Span) -> None:
        """Take another stretch into the content, joined with those it meets or touches."""
        start, end = span
        rest = []
        for a, b in self.content:
            if a <= end and start <= b:
                start, end = min(a, start), max(b, end)
            else:
                rest.append((a, b))
        self.content = sorted([*rest, (start, end)])


def overlap(a: Sequence[Span], b: Sequence[Span]) -> int:
    """How many characters two contents have in common."""
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def shared(a: Sequence[Span], b: Sequence[Span]) -> float:
    """The share of two contents that is common: characters in both by characters in either."""
    common = overlap(a, b)
    either = sum(end - start for start, end in (*a, *b)) - common
    return common / either if either else 0.0
