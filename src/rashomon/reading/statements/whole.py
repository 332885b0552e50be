"""Whole words, whole phrases, whole quotations: stretches of word pieces as the parse would have them.

The head looks at pieces of words one by one: its stretches may end in the midst of "Mr. Diallo" or begin behind a quotation's mark.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from rashomon.reading.statements.content import trimmed
from rashomon.reading.statements.page import Page
from rashomon.record import Span

_NEAR = 3  # characters that may part two stretches of one content: what stands there is too short to be somebody else's
_BEFORE_NOUN = frozenset({"compound", "det", "amod", "nummod", "poss"})
_LEADS_ON = frozenset({"prep", "agent", "aux", "auxpass", "mark", "neg"})  # words that nothing can end with
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_BEGINS_CLAUSE = frozenset({"WP", "WDT", "WP$", "WRB"})
_CLOSES = frozenset(")]”\"’'»") | {"''", "’’"}


def words(page: Page, span: Span) -> list[Token]:
    """The words that a stretch touches, without white space at its ends."""
    tokens = page.tokens[page.token_at(span[0]) : page.token_at(span[1] - 1) + 1]
    while tokens and tokens[-1].is_space:
        tokens.pop()
    while tokens and tokens[0].is_space:
        tokens.pop(0)
    return tokens


def contents(page: Page, stretches: Iterable[Span], cue: Span, source: Span) -> Iterator[Span]:
    """What is said, of stretches that belong to one cue: those that next to nothing parts are one. Nobody says their own name."""
    for start, end in _joined(page, stretches):
        tokens = words(page, (source[1] if source[0] <= start < source[1] < end else start, end))
        whole = page.span(tokens[0].i, _end(page, tokens[-1], cue)) if tokens else None
        span = trimmed(page, _quoted(page, whole, cue)) if whole else None
        if span is not None and any(map(str.isalnum, page.text[slice(*span)])):
            yield span


def _joined(page: Page, stretches: Iterable[Span]) -> list[Span]:
    made: list[Span] = []
    for start, end in stretches:
        if made and start - made[-1][1] <= _NEAR and "\n" not in page.text[made[-1][1] : start]:
            made[-1] = made[-1][0], end
        else:
            made.append((start, end))
    return made


def _end(page: Page, last: Token, cue: Span) -> int:
    """Where the phrase ends that a stretch breaks off: "of" leads on to "of the two provinces", "Mr." to a name."""
    if last.dep_ in _BEFORE_NOUN and last.head.i > last.i:
        end = last.head.i
    elif last.dep_ in _LEADS_ON:
        end = last.right_edge.i if last.head.i < last.i or last.dep_ == "prep" else last.i
    else:
        return last.i
    return last.i if last.i < page.token_at(cue[0]) <= end else end


def _quoted(page: Page, span: Span, cue: Span) -> Span:
    """With all of the quotations that the stretch enters, unless the cue is quoted with it."""
    start, end = span
    for quotation in page.quotations_in(span):
        (a, b), common = quotation.span, min(end, quotation.span[1]) - max(start, quotation.span[0])
        if 2 * common > b - a and not a <= cue[0] < b:
            start, end = min(start, a), max(end, b)
    return start, end


def source(page: Page, stretch: Span, cue: Span) -> Span | None:
    """The phrase that names a source: what belongs to its main noun, no "later" behind it, no chrome before it."""
    tokens = [token for token in words(page, stretch) if page.news[token.i]]
    while tokens and not _names(tokens[-1]) and tokens[-1].text not in _CLOSES:
        tokens.pop()
    while tokens and not _names(tokens[0]):
        tokens.pop(0)
    if not tokens:
        return None
    tokens = page.tokens[tokens[0].i : _end(page, tokens[-1], cue) + 1]  # "the" alone is whoever it belongs to
    mains = main_nouns(tokens)
    first, last = _first(page, tokens[0].i, mains[0]), _last(page, tokens[-1], mains)
    return page.span(first, last if last < page.token_at(cue[0]) or cue[0] < stretch[0] else tokens[-1].i)


def _names(token: Token) -> bool:
    return any(map(str.isalnum, token.text))


def _first(page: Page, first: int, main: Token) -> int:
    """Where the phrase begins, if words that belong before its main noun are missing: "Trump release" is "the Trump release"."""
    while (
        first > main.left_edge.i and page.tokens[first - 1].head == main and page.tokens[first - 1].dep_ in _BEFORE_NOUN
    ):
        first -= 1
    return first


def _last(page: Page, last: Token, mains: list[Token]) -> int:
    """Where the phrase ends: not behind what belongs to it, and not in the midst of a name or clause."""
    reach = max(main.right_edge.i for main in mains)
    end = max(mains[-1].i, min(last.i, reach))
    behind = page.tokens[end + 1] if end < reach else None
    if behind is not None and not (behind.is_punct or behind.tag_ in _BEGINS_CLAUSE or behind.dep_ in {"case", "cc"}):
        return reach
    return end


def main_nouns(tokens: list[Token]) -> list[Token]:
    """ "The governor's spokesman in Herat" is a spokesman; of a phrase that the parser tore apart each part has its own."""
    return tops([t for t in tokens if t.pos_ in _NAMING and t.dep_ != "npadvmod"] or tokens)


def tops(tokens: list[Token]) -> list[Token]:
    """The words that hang on none of the others."""
    inside = {token.i for token in tokens}
    return [t for t in tokens if t.head.i not in inside or t.head == t] or tokens[:1]
