"""The source of a statement: the phrase that names it, and whether it is named."""

import re

from spacy.tokens import Token

from rashomon.reading.document import actor_of, quote
from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.kinds import kind_by_phrase, kind_of, vocabulary
from rashomon.reading.statements.page import Page
from rashomon.record import Actor, ActorKind, Source, SourceKind, Span, Statement

_APPOSITION = re.compile(r"[,(]")
_MARKS = '“”"«»'
_EDGES = " ,;:—–-\n\t(["
_ARTICLES = frozenset({"the", "a", "an", "one", "some"})
_FIRST_PERSON = frozenset({"i", "we"})


def source(page: Page, attribution: Attribution) -> Source:
    """The source of a statement. Outside of quotations "I" and "we" are the report's own author."""
    span, head = phrase(page, attribution), attribution.speaker
    if head is None or span is None:
        return Source(kind=SourceKind.unnamed)
    span = _closed(page, span)
    actor = actor_of(head) or _of_that_name(page, head)
    own = head.lower_ in _FIRST_PERSON and page.quotation_at(head.idx) is None
    return Source(
        actor=actor.id if actor else None,
        text=_bare(quote(page.doc, span).rstrip(",")),
        span=span,
        kind=SourceKind.author if own else kind_of(head),
        named=_named(head, actor),
    )


def _closed(page: Page, span: Span) -> Span:
    """With the comma that ends its apposition, as the one that begins it: "Luis Vega, an army doctor," said."""
    start, end = span
    inside, behind = "," in page.text[start : end - 1], page.text[end : end + 1] == ","
    if inside and behind:
        return start, end + 1
    return (start, end - 1) if not inside and page.text[end - 1] == "," else span


def _of_that_name(page: Page, head: Token) -> Actor | None:
    """The one person of the report with this surname, where the mention itself was not seen to be hers."""
    if head.pos_ == "PRON" or not head.text[:1].isupper():
        return None
    surname = head.lower_
    bearers = [a for a in page.doc._.actors if a.kind is ActorKind.person and a.name.lower().split()[-1:] == [surname]]
    return bearers[0] if len(bearers) == 1 else None


def settled(statements: list[Statement], heads: list[Token | None]) -> list[Statement]:
    """The statements with the kinds of their sources settled: a fuller phrase elsewhere says what "Diallo" or "he" is.

    `heads` are the heads of their source phrases. The first phrase that tells a kind of an actor, or of a surname, counts.
    """
    known: dict[str, SourceKind] = {}
    told = [None if head is None else kind_by_phrase(head) for head in heads]
    for statement, kind in zip(statements, told, strict=True):
        if kind is not None:
            for key in _keys(statement.source):
                known.setdefault(key, kind)
    return [
        s if kind is not None or s.source.kind is SourceKind.author else _of_kind(s, known)
        for s, kind in zip(statements, told, strict=True)
    ]


def _keys(source: Source) -> list[str]:
    """By what a source is known again: its actor, and the surname of a name without titles and appositions."""
    keys = [] if source.actor is None else [source.actor]
    if source.named and source.text:
        name = _APPOSITION.split(source.text)[0].split()
        keys += [word for word in name[-1:] if word[:1].isupper()]
    return keys


def _of_kind(statement: Statement, known: dict[str, SourceKind]) -> Statement:
    kind = next((known[key] for key in _keys(statement.source) if key in known), None)
    if kind is None:
        return statement
    return statement.model_copy(update={"source": statement.source.model_copy(update={"kind": kind})})


def phrase(page: Page, attribution: Attribution) -> Span | None:
    """The phrase that names the source, with titles, appositions and what else is said of it there."""
    head = attribution.speaker
    if head is None or attribution.source_span is not None:
        return attribution.source_span
    first, last = head.left_edge.i, head.right_edge.i
    anchor = attribution.anchor.i
    if first <= anchor <= last:  # "a man who said": the cue stands in the phrase
        if head.i < anchor:
            last = _relative(page, head, anchor)
            if last > head.i and head.pos_ == "PROPN" and actor_of(head) is not None:
                return page.span(last, last)  # "Diallo, who said": "who" alone stands for her, as "she" would
        else:
            first = anchor + 1
    return _clear_of_content(page, head, page.span(first, last), attribution.content)


def _relative(page: Page, head: Token, anchor: int) -> int:
    """The last token of "a man who": the antecedent and its relative pronoun."""
    for i in range(anchor - 1, head.i, -1):
        if page.tokens[i].tag_ in {"WP", "WDT"}:
            return i
    return head.i


def _clear_of_content(page: Page, head: Token, span: Span, content: list[Span]) -> Span:
    """Cut where the words said begin, whatever the parser thinks, and at a possessive."""
    start, end = span
    for a, b in content:
        if start < b and a < end:
            start, end = (b, end) if a <= start else (start, a)
    text = page.text[start:end]
    cut = next((i for i, c in enumerate(text) if c in _MARKS and start + i > head.idx), len(text))
    text = text[:cut].rstrip(_EDGES)
    if head.dep_ != "poss":  # "the mayor's claim" is the mayor's, but "he's sure" is his own
        text = _bare(text)
    end = start + len(text)
    start += len(text) - len(text.lstrip(_EDGES))
    return (start, end) if start <= head.idx < end else (head.idx, head.idx + len(head))


def _bare(text: str) -> str:
    """Without the "'s" of a possessor, or of "is"."""
    return text[:-2] if text.lower().endswith(("'s", "’s")) else text


def _named(head: Token, actor: Actor | None) -> bool:
    """Whether the source has a proper name: "Col. Rivas", "the U.N.", not "an Afghan official"."""
    if actor is not None and actor.kind is ActorKind.population:
        return False
    if head.is_sent_start and head.lemma_.lower() in vocabulary().heads:
        return False  # "Witnesses said": a capital only because it begins the sentence
    if head.pos_ == "PROPN":
        return not (head.ent_type_ == "NORP" and head.tag_ == "NNPS" and actor is None)
    if head.pos_ == "PRON" and actor is None:
        return False
    if any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in head.children):
        return True
    return actor is not None and actor.kind is ActorKind.person and _is_name(actor.name)


def _is_name(text: str) -> bool:
    words = text.split()
    return bool(words) and words[0].lower() not in _ARTICLES and words[0][:1].isupper() and words[-1][:1].isupper()
