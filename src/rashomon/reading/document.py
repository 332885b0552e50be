"""How the components share what they find: extension attributes of spaCy's Doc, and the way between tokens and spans.

A Doc is made from the *analysis text* of a report, which has the length of the report's own text, character by character (see
`analysis`). Offsets are therefore the same in both; what a person will read is always quoted from the report's own text.
"""

from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from rashomon.record import Actor, RegionKind, Span

NEWS = frozenset({RegionKind.title, RegionKind.body})

# What each component leaves on the Doc. `regions` has a RegionKind per token, or is None where no layout was made;
# `actor_heads` has, by index of a mention's head token, the id of the actor mentioned.
_EXTENSIONS: dict[str, Any] = {
    "report": None,
    "regions": None,
    "times": [],
    "places": [],
    "quantities": [],
    "actors": [],
    "actor_heads": {},
    "heads": None,
    "left_out": {},
    "statements": [],
    "incidents": [],
    "ties": [],
}
for _name, _default in _EXTENSIONS.items():
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)


def text_of(doc: Doc) -> str:
    """The analysed text. spaCy joins `doc.text` from all tokens at each look, which is too slow to ask for again and again."""
    text: str = doc.user_data.get("rashomon_text") or doc.user_data.setdefault("rashomon_text", doc.text)
    return text


def quote(doc: Doc, span: Span) -> str:
    """The stretch of the report's own text: in a report in capitals, capitals."""
    report = doc._.report
    return (text_of(doc) if report is None else report.text)[span[0] : span[1]]


def span_of(tokens: Iterable[Token] | TokenSpan) -> Span:
    """From the first of the tokens to the last."""
    listed = list(tokens)
    first, last = min(listed, key=lambda t: t.idx), max(listed, key=lambda t: t.idx)
    return first.idx, last.idx + len(last)


def tokens_in(doc: Doc, span: Span) -> TokenSpan:
    """The tokens that the span touches: it need not fall on token boundaries. Raises ValueError where it touches none."""
    tokens = doc.char_span(*span, alignment_mode="expand")
    if tokens is None:
        raise ValueError(f"no token at {span} in a text of {len(doc.text)} characters")
    return tokens


def covers(outer: Span, inner: Span) -> bool:
    """Whether one span lies in the other.

    >>> covers((0, 10), (3, 10))
    True
    """
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def meets(a: Span, b: Span) -> bool:
    """Whether two spans have a character in common.

    >>> meets((0, 4), (4, 6))
    False
    """
    return a[0] < b[1] and b[0] < a[1]


def is_news(token: Token) -> bool:
    """Whether the token stands where the report tells news, and not in a byline, a caption or page chrome."""
    regions = token.doc._.regions
    return regions is None or regions[token.i] in NEWS


def actor_of(head: Token) -> Actor | None:
    """The actor that is mentioned by the phrase with this head: for "he" the man it stands for, if that was resolved."""
    id = head.doc._.actor_heads.get(head.i)
    return None if id is None else next(actor for actor in head.doc._.actors if actor.id == id)


def leave_out(doc: Doc, sort: str) -> None:
    """Count a value that is too unlikely to be written down; `sort` is "statements", "incidents" or "participants"."""
    doc._.left_out[sort] = doc._.left_out.get(sort, 0) + 1
