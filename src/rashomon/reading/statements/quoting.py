"""Whose words a quotation is: the cue beside it, or whoever was speaking before."""

from collections import defaultdict

from spacy.tokens import Token

from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.beside import can_cue, cue_beside, is_utterance, next_to
from rashomon.reading.statements.content import trimmed
from rashomon.reading.statements.lexicon import Cue, verbs
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.quotations import Quotation
from rashomon.reading.statements.speaker import speaker
from rashomon.record import Act, Span

_PLAIN = Cue(Act.asserts, frozenset({"quote"}), frozenset(), speech=True)


def attach(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Complete what the parse found with whole quotations, and find a speaker for each quotation it left alone."""
    for attribution in found:
        attribution.quoted = page.quotation_at(attribution.anchor.idx) is not None
        _complete(page, attribution)
    attached = _Attached(page, found)
    for quotation in page.quotations:
        attached.take(quotation)
    return [attribution for attribution in attached.found if attribution.content]


def _complete(page: Page, attribution: Attribution) -> None:
    """Content that enters a quotation holds all of it, though the parser ended the sentence within."""
    for start, end in tuple(attribution.content):
        for offset in (start, end - 1, min(end + 1, len(page.text) - 1)):
            quotation = page.quotation_at(offset)
            if quotation and not _inside(attribution.anchor.idx, quotation.span):
                attribution.add(quotation.span)


def _inside(offset: int, span: Span) -> bool:
    return span[0] <= offset < span[1]


class _Attached:
    """Quotations given to speakers one after another: each may go on from the one before."""

    def __init__(self, page: Page, found: list[Attribution]) -> None:
        self.page = page
        self.found: list[Attribution] = []
        self.by_anchor: dict[int, Attribution] = {}
        self.by_paragraph: dict[int, list[Attribution]] = defaultdict(list)
        for attribution in found:
            self._keep(attribution)
        self.last: Attribution | None = None
        self.last_span: Span = (0, 0)

    def _keep(self, attribution: Attribution) -> None:
        self.found.append(attribution)
        self.by_anchor[attribution.anchor.i] = attribution
        self.by_paragraph[self.page.paragraph(attribution.anchor.idx)].append(attribution)

    def _near(self, quotation: Quotation) -> list[Attribution]:
        """The statements of its paragraph and the one before."""
        here = self.page.paragraph(quotation.span[0])
        return self.by_paragraph[here - 1] + self.by_paragraph[here]

    def take(self, quotation: Quotation) -> None:
        """Give the quotation to whoever says it."""
        owner = (
            self._introduced(quotation)
            or self._owner(quotation)
            or self._beside(quotation)
            or self._continued(quotation)
        )
        if owner is not None:
            owner.add(quotation.span)
            self.last, self.last_span = owner, quotation.span

    def _owner(self, quotation: Quotation) -> Attribution | None:
        """The statement found by the parse that this quotation is part of, the outermost if several."""
        start, end = quotation.span
        holding = [
            a
            for a in self._near(quotation)
            if not _inside(a.anchor.idx, quotation.span) and any(s < end and start < e for s, e in a.content)
        ]
        return max(holding, key=lambda a: sum(e - s for s, e in a.content), default=None)

    def _introduced(self, quotation: Quotation) -> Attribution | None:
        """By a cue right before it: as a man who asked not to be named said, "…" is not what he asked."""
        page, first = self.page, self.page.token_from(quotation.span[0])
        if first < 2 or page.tokens[first - 1].text not in {",", ":"} or not can_cue(page.tokens[first - 2]):
            return None
        verb = page.tokens[first - 2]
        near = self._near(quotation)
        misled = [a for a in near if a.anchor.i < verb.i and _reaches(a.content, verb.idx, quotation.span)]
        for owner in misled:
            owner.content = _without(page, owner.content, verb.idx)
        return self._said_with(verb, quotation, misled[0].speaker if misled else None)

    def _beside(self, quotation: Quotation) -> Attribution | None:
        verb = cue_beside(self.page, quotation)
        return None if verb is None else self._said_with(verb, quotation)

    def _said_with(self, verb: Token, quotation: Quotation, otherwise: Token | None = None) -> Attribution | None:
        if verb.i in self.by_anchor:
            return self.by_anchor[verb.i]
        who = speaker(verb) or otherwise or next_to(verb)
        if who is None:
            return None
        cue = next((c for c in verbs().get(verb.lemma_, ()) if c.quotes), _PLAIN)
        found = Attribution(verb, self.page.span(verb.i, verb.i), cue, who, [quotation.span], "quotation")
        self._keep(found)
        return found

    def _continued(self, quotation: Quotation) -> Attribution | None:
        """ "…," she said. "…" goes on; so does a paragraph that is only a quotation, after one in which she spoke."""
        page, start = self.page, quotation.span[0]
        here = page.paragraph(start)
        if quotation.resumes:
            return self.last
        if not is_utterance(page, quotation):
            return None
        if self.last is not None and page.paragraph(self.last_span[0]) == here:
            return self.last
        opens = not page.text[page.paragraphs[here][0][0] : start].strip()
        candidates = [a for a in self.by_paragraph[here - opens] if a.anchor.idx < start]
        candidates = [a for a in candidates if a.speaker is not None and a.cue.speech]
        if candidates:
            return max(candidates, key=lambda a: a.anchor.i)
        if opens and self.last is not None and page.paragraph(self.last_span[0]) == here - 1:
            return self.last
        return None


def _reaches(content: list[Span], cue: int, quotation: Span) -> bool:
    """Whether content takes in both another cue and its quotation."""
    return any(start < cue < end and quotation[0] < end for start, end in content)


def _without(page: Page, content: list[Span], cue: int) -> list[Span]:
    """Content that reached into another cue, ended where that cue stands."""
    ends = [(start, min(end, cue)) for start, end in content if start < cue]
    return [span for span in (trimmed(page, end) for end in ends) if span is not None]
