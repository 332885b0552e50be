"""A statement while it is being found: its cue, who speaks, and what is said, still in terms of the parse."""

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.reading.statements.lexicon import Cue
from rashomon.record import Span


@dataclass(eq=False)
class Attribution:
    """ "Diallo told reporters that …": anchor "told", speaker "Diallo", content one or more spans of the text.

    `anchor` is the cue word that others are measured from; `cue_span` covers the whole cue ("called for"). `speaker` is the head of
    the phrase that names the source; null where the report names nobody. `rule` is what `by` will say. `quoted`: the cue
    itself stands in a quotation. `within` is the statement that reports this one.
    """

    anchor: Token
    cue_span: Span
    cue: Cue
    speaker: Token | None
    content: list[Span]
    rule: str
    quoted: bool = False
    within: "Attribution | None" = None

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
