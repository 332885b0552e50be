"""Statements without a verb of saying: "according to police", "in the words of a survivor", "reportedly"."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from spacy.tokens import Token

from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.content import of_tokens
from rashomon.reading.statements.lexicon import Cue, table
from rashomon.reading.statements.page import Page
from rashomon.reading.syntax import SUBJECTS
from rashomon.record import Act, Span

_SAYS = Cue(Act.asserts, frozenset({"quote", "clause"}), frozenset(), speech=True)
_SILENT = Cue(Act.declines_comment, frozenset(), frozenset(), speech=True)
_VERBAL = frozenset({"VERB", "AUX"})


@cache
def _lexicon() -> dict[str, Any]:
    return table("phrases")


def phrasal(page: Page) -> Iterator[Attribution]:
    """All statements that hang on such a phrase."""
    entries = _lexicon()
    leading = entries["prepositions"]
    adverbs = frozenset(entries["hearsay"]["adverbs"])
    nouns = frozenset(entries["of_source"]["nouns"])
    silent = frozenset(entries["silence"]["nouns"])
    for token in page.tokens:
        word, found = token.lower_, None
        if word in leading:
            found = _according(page, token, leading[word])
        elif word in adverbs:
            found = _hearsay(page, token)
        elif token.lemma_ in nouns and token.dep_ == "pobj":
            found = _in_words_of(page, token)
        elif token.lemma_ in silent and token.dep_ in {"pobj", "dobj"}:
            found = _silence(page, token)
        if found is not None and page.news[token.i]:
            yield found


def _according(page: Page, token: Token, preposition: str) -> Attribution | None:
    to = next((c for c in token.children if c.lower_ == preposition and c.i > token.i), None)
    if to is None and token.i + 1 < len(page.tokens) and page.tokens[token.i + 1].lower_ == preposition:
        to = page.tokens[token.i + 1]
    source = next((c for c in to.children if c.dep_ in {"pobj", "pcomp"}), None) if to is not None else None
    if to is None or source is None:
        return None
    content = _sentence_around(page, token.i, max(source.right_edge.i, to.i))
    return Attribution(token, page.span(token.i, to.i), _SAYS, source, content, "according_to") if content else None


def _in_words_of(page: Page, noun: Token) -> Attribution | None:
    entry = _lexicon()["of_source"]
    preposition = noun.head
    if preposition.lower_ not in entry["prepositions"]:
        return None
    source = next((c for c in noun.children if c.dep_ == "poss"), None)
    if source is None:
        of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        source = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if source is None or preposition.head.pos_ not in _VERBAL:
        return None
    content = _sentence_around(page, preposition.i, noun.right_edge.i)
    return (
        Attribution(noun, page.span(preposition.i, noun.i), _SAYS, source, content, "in_words_of") if content else None
    )


def _sentence_around(page: Page, first: int, last: int) -> list[Span]:
    """What a phrase at the edge of a sentence, or between commas, is said of: its clause, without another coordinated one."""
    sentence = page.tokens[first].sent
    low, high = sentence.start, sentence.end - 1
    inner = _clause_within(page.tokens[first])
    if inner is not None and last < high - 1 and first > inner.left_edge.i and last < inner.right_edge.i:
        low, high = inner.left_edge.i, inner.right_edge.i
    for token in page.tokens[sentence.start : sentence.end]:
        if token.dep_ == "conj" and token.pos_ in _VERBAL and any(c.dep_ in SUBJECTS for c in token.children):
            cut = token.left_edge.i
            if cut > last:
                high = min(high, cut - 1)
            elif token.right_edge.i >= first > cut:
                low = max(low, cut)
    while high > last and page.tokens[high].dep_ in {"cc", "punct"}:
        high -= 1
    spans = [of_tokens(page, low, first - 1), of_tokens(page, last + 1, high)]
    return [span for span in spans if span is not None and span[1] - span[0] > 3]


def _clause_within(token: Token) -> Token | None:
    """The verb of the subordinate clause that the phrase interrupts: "the men who, according to them, had fled"."""
    while token.head != token:
        token = token.head
        if token.pos_ in _VERBAL:
            return token if token.dep_ in {"relcl", "ccomp", "advcl", "acl"} else None
    return None


def _hearsay(page: Page, adverb: Token) -> Attribution | None:
    verb = adverb.head
    if verb.pos_ not in _VERBAL:
        return None
    first, last = verb.left_edge.i, verb.right_edge.i
    if first == adverb.i:
        spans = [of_tokens(page, adverb.i + 1, last)]
    else:
        spans = [of_tokens(page, first, adverb.i - 1), of_tokens(page, adverb.i + 1, last)]
    content = [span for span in spans if span is not None]
    return Attribution(adverb, page.span(adverb.i, adverb.i), _SAYS, None, content, "hearsay") if content else None


def _silence(page: Page, noun: Token) -> Attribution | None:
    """ "Officials could not be reached for comment": officials decline, or the report could not ask them."""
    heads = frozenset(_lexicon()["silence"]["heads"])
    word, verb = None, noun.head
    for _ in range(5):
        if verb.lemma_ in heads:
            word = word or verb
        if verb.pos_ in _VERBAL and any(c.dep_ in SUBJECTS for c in verb.children):
            break
        verb = verb.head
    if word is None or not any(c.dep_ == "neg" for t in (verb, word) for c in t.children):
        return None
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    content = of_tokens(page, noun.left_edge.i, noun.right_edge.i)
    if subject is None or content is None:
        return None
    return Attribution(word, page.span(word.i, word.i), _SILENT, subject, [content], "silence")
