"""What a report counts: "at least 22 fighters", "dozens of villagers", "40 (wounded)"."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.reading.document import meets
from rashomon.reading.figures.numbers import Number, numbers_in
from rashomon.reading.figures.vocabulary import is_person_noun, things
from rashomon.record import Span

_MODIFIES = frozenset("nummod quantmod amod det advmod compound nmod predet prep meta poss".split())
_NOMINAL = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "PART", "PRON"})
_IN_PHRASE = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_OTHER_ENTITIES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"})
_NAME_ENTITIES = frozenset({"FAC", "PRODUCT", "LAW", "WORK_OF_ART", "EVENT"})
_TIES = frozenset("-/:%°")
_DASHES = frozenset("-–—/~")
_MARKS = frozenset("-'\"‘“")
_REACH = 6  # words between a number and the noun it counts: "two suspected Haqqani network senior leaders"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people or things. "Up to 40 of the militia's recruits": low null, high 40, `of` "recruits".

    `number` is the index of the number's first token, `head` of what is counted, or of the number's last token where that is
    left out ("40 wounded"). `span` covers the bounds, the number and what is counted.
    """

    span: Span
    low: int | None
    high: int | None
    head: int
    number: int
    of: str | None
    by: str


def find_quantities(doc: Doc) -> Iterator[Quantity]:
    """Every quantity of a Doc, from left to right."""
    words = [token.lower_ for token in doc]
    for number in numbers_in(words):
        if not _is_name(doc, number):
            quantity = _counted(doc, number)
            if quantity is not None:
                yield quantity


def _is_name(doc: Doc, number: Number) -> bool:
    """ "Highway 1", "AK-47", "$40", "aged 12", "No. 4", "27-year-old": numbers that count nothing."""
    before = doc[number.start - 1].lower_ if number.start else ""
    named = before in things("names_before") and not (before.isalpha() and _counts_people(doc[number.core]))
    if named or doc[number.core].ent_type_ in _NAME_ENTITIES or _is_tied(doc, number.core):
        return True
    after = doc[number.end] if number.end < len(doc) else None
    if after is None or doc[number.end - 1].whitespace_:
        return False
    return after.text in _TIES or after.lower_ in things("measures")


def _counts_people(number: Token) -> bool:
    """ "During the operation four men were killed": no Operation Four."""
    return number.dep_ == "nummod" and number.head.i > number.i and is_person_noun(number.head)


def _is_tied(doc: Doc, i: int) -> bool:
    """Whether something is written to the number's left without a space: "AK-47", but not "(40" or " -40"."""
    before = doc[i - 1] if i else None
    if before is None or before.is_space or before.whitespace_ or before.is_bracket or before.is_quote:
        return False
    return before.text not in _DASHES or i < 2 or not doc[i - 2].whitespace_


def _counted(doc: Doc, number: Number) -> Quantity | None:
    last = doc[number.end - 1]
    noun = _last_of_people(_noun_of(last))
    if noun is not None and (noun.lemma_.lower() in things("measures") or noun.lower_ in things("measures")):
        return None
    if (noun is None or not is_person_noun(noun)) and _is_other(doc, number):
        return None
    head = noun or last
    span = doc[number.start].idx, head.idx + len(head)
    of = counted_phrase(noun, number.end) if noun is not None else None
    return Quantity(span, number.low, number.high, head.i, number.core, of, f"figures.{number.rule}")


def _is_other(doc: Doc, number: Number) -> bool:
    """Whether the number, with no noun of people, belongs to a date, a time, money …"""
    span = doc[number.core].idx, doc[number.end - 1].idx + len(doc[number.end - 1])
    if any(meets(time.span, span) for time in doc._.times):
        return True
    if any(token.ent_type_ in _OTHER_ENTITIES for token in doc[number.core : number.end]):
        return not _is_bare(doc[number.core])
    return False


def _is_bare(number: Token) -> bool:
    """ "put the number of dead at 47": a date for the language model, but no part of one for the times component."""
    beside = [
        t for t in (number.nbor(-1) if number.i else None, *number.doc[number.i + 1 : number.i + 2]) if t is not None
    ]
    return number.ent_type_ == "DATE" and len(number) < len("1999") and all(t.ent_type_ != "DATE" for t in beside)


def _noun_of(last: Token) -> Token | None:
    """The noun that a number counts, by the parse or else by what follows."""
    doc, following = last.doc, last.i + 1
    if following < len(doc) and doc[following].lower_ == "of":
        return _after_of(doc, following + 1)
    head = last
    while head.dep_ in _MODIFIES and head.head.i != head.i:
        head = head.head
        near = last.i < head.i <= last.i + _REACH
        if near and head.pos_ in _NOMINAL and _unbroken(doc, last.i + 1, head.i):
            return head
    return _next_noun(doc, following)


def _last_of_people(noun: Token | None) -> Token | None:
    """ "Nine Hazara men": the men, though Hazara alone would be people, too."""
    while noun is not None and noun.i + 1 < len(noun.doc):
        following = noun.nbor()
        if not (following.pos_ in _NOMINAL and is_person_noun(noun) and is_person_noun(following)):
            break
        noun = following
    return noun


def _after_of(doc: Doc, i: int) -> Token | None:
    """ "Dozens of the group's fighters": fighters; "all three of them": the pronoun."""
    if i < len(doc) and doc[i].tag_ == "PRP":
        return doc[i]
    while i < len(doc) and (doc[i].pos_ in _BEFORE_NOUN or doc[i].dep_ in {"poss", "compound"}):
        i += 1
    return _next_noun(doc, i)


def _next_noun(doc: Doc, i: int) -> Token | None:
    """The noun that ends the phrase beginning at `i`; a plural one or one of persons ends it sooner ("40 people Monday")."""
    found = None
    for token in doc[i : i + _REACH]:
        if token.pos_ in _NOMINAL:
            found = token
            if token.tag_ in {"NNS", "NNPS"} or is_person_noun(token):
                return token
        elif not _may_precede(token):
            break
    return found if found is not None and found.ent_type_ not in _OTHER_ENTITIES and found.i == i else None


def _may_precede(token: Token) -> bool:
    """Whether the token may stand between number and noun: "two 'suspected' hard-line rebels"."""
    if token.tag_ in {"VBN", "VBG"}:
        return token.dep_ == "amod"
    if token.tag_ == "VBD":
        return token.lower_ in things("suspecting")
    return token.pos_ in _IN_PHRASE or token.text in _MARKS


def _unbroken(doc: Doc, start: int, end: int) -> bool:
    return not any(
        token.text in {",", ";", "."} or (token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound"})
        for token in doc[start:end]
    )


def counted_phrase(noun: Token, start: int = 0) -> str:
    """What is counted, without number and article: "suspected insurgents"."""
    left = noun.i
    for child in reversed(list(noun.lefts)):
        if child.dep_ not in {"amod", "compound", "nmod"} or child.left_edge.i < start:
            break
        left = child.left_edge.i
    return str(noun.doc[left : noun.i + 1].text)
