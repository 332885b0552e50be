"""Where and when something was said: "told Reuters", "in a tweet", "on state television", "on Thursday"."""

from datetime import date
from functools import cache

from spacy.tokens import Token

from rashomon.reading.document import quote
from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.kinds import vocabulary
from rashomon.reading.statements.lexicon import table
from rashomon.reading.statements.page import Page
from rashomon.reading.syntax import noun_phrase
from rashomon.record import SourceKind


@cache
def _lexicon() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    entry = table("phrases")["channel"]
    return frozenset(entry["prepositions"]), frozenset(entry["nouns"]), frozenset(entry["recipients"])


@cache
def _written() -> dict[str, str]:
    return dict(table("phrases")["channel"]["written"])


def channel(page: Page, attribution: Attribution) -> str | None:
    """The medium, in the report's words: "Reuters", "a tweet", "state television"."""
    prepositions, nouns, recipients = _lexicon()
    verb = attribution.anchor
    if attribution.rule == "according_to":
        return None
    for child in verb.children:
        if _in_content(attribution, child):
            continue
        if child.dep_ in {"dobj", "dative"} and _is_medium(child, recipients):
            return _text(page, child)
        if child.dep_ == "prep" and child.lower_ in prepositions:
            for noun in child.children:
                if noun.dep_ == "pobj" and not _in_content(attribution, noun) and _is_medium(noun, nouns | recipients):
                    return _text(page, noun)
    return _written().get(verb.lemma_)


def _is_medium(noun: Token, nouns: frozenset[str]) -> bool:
    if noun.lemma_.lower() in nouns:
        return True
    words = vocabulary()
    match = words.name.search(noun.doc[noun.left_edge.i : noun.i + 1].text)
    return match is not None and words.names[match.group()] is SourceKind.media


def _text(page: Page, noun: Token) -> str:
    return quote(page.doc, noun_phrase(noun, with_prepositions=False))


def _in_content(attribution: Attribution, token: Token) -> bool:
    return any(start <= token.idx < end for start, end in attribution.content)


class Days:
    """The days that a report's times name, found by where they stand."""

    def __init__(self, page: Page) -> None:
        self._days: dict[int, date] = {
            token.i: time.earliest
            for time in page.doc._.times
            if time.type in {"DATE", "TIME"} and time.earliest is not None and time.earliest == time.latest
            for token in page.tokens[page.token_at(time.span[0]) : page.token_at(time.span[1] - 1) + 1]
        }

    def said(self, attribution: Attribution) -> date | None:
        """The day in the cue's own clause: "said on Thursday that …"."""
        if not self._days:
            return None
        for child in attribution.anchor.children:
            tokens = [child, *child.children] if child.dep_ in {"npadvmod", "prep", "advmod", "tmod", "nmod"} else []
            for token in tokens:
                day = self._days.get(token.i)
                if day is not None and not _in_content(attribution, token):
                    return day
        return None
