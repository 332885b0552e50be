"""The Doc as the finders of statements see it: its paragraphs, its quotations, and which tokens stand in them."""

from bisect import bisect_right
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc, Token

from rashomon.reading.document import NEWS
from rashomon.reading.statements.quotations import Quotation, quotations
from rashomon.reading.syntax import paragraph_starts
from rashomon.record import RegionKind, Span


class Page:
    """What all finders of statements ask of a Doc, worked out once.

    Quotation marks are looked for in the report's own text, since the analysis text may write them all alike.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.tokens: list[Token] = list(doc)
        self.text: str = doc.text
        self.offsets = [token.idx for token in self.tokens]
        self.paragraphs = _paragraphs(doc, self.tokens)
        own = self.text if doc._.report is None else doc._.report.text
        self.quotations = quotations(own, [span for span, _ in self.paragraphs])
        self._paragraph_starts = [span[0] for span, _ in self.paragraphs]
        self._quotation_starts = [quotation.span[0] for quotation in self.quotations]

    @cached_property
    def news(self) -> list[bool]:
        """By token: whether it stands where the report tells news."""
        regions = self.doc._.regions
        return [True] * len(self.tokens) if regions is None else [region in NEWS for region in regions]

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph at an offset."""
        return max(bisect_right(self._paragraph_starts, offset) - 1, 0)

    def is_title(self, paragraph: int) -> bool:
        """Whether the paragraph is a headline."""
        return self.paragraphs[paragraph][1]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that covers an offset."""
        n = bisect_right(self._quotation_starts, offset) - 1
        return self.quotations[n] if n >= 0 and offset < self.quotations[n].span[1] else None

    def quotations_in(self, span: Span) -> list[Quotation]:
        """The quotations that a stretch touches."""
        first = max(bisect_right(self._quotation_starts, span[0]) - 1, 0)
        last = bisect_right(self._quotation_starts, span[1] - 1)
        return [q for q in self.quotations[first:last] if q.span[1] > span[0]]

    def token_at(self, offset: int) -> int:
        """Index of the token at or before an offset."""
        return max(bisect_right(self.offsets, offset) - 1, 0)

    def token_from(self, offset: int) -> int:
        """Index of the first token at or after an offset."""
        n = bisect_right(self.offsets, offset)
        return n - 1 if n and self.offsets[n - 1] == offset else n

    def span(self, first: int, last: int) -> Span:
        """From one token to another, both included."""
        end = self.tokens[last]
        return self.offsets[first], end.idx + len(end)


def _paragraphs(doc: Doc, tokens: list[Token]) -> list[tuple[Span, bool]]:
    """The paragraphs that tell news, each with whether it is a headline."""
    report = doc._.report
    if report is not None and report.regions:
        return [(r.span, r.kind is RegionKind.title) for r in report.regions if r.kind in NEWS]
    starts = [tokens[i].idx for i in paragraph_starts(doc)]
    return [((a, b), False) for a, b in pairwise([*starts, len(doc.text)])]
