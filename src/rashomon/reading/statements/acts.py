"""What kind of saying a statement is, and how firmly it is put."""

import re
from functools import cache

from spacy.tokens import Token

from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.lexicon import nouns, patterns, table
from rashomon.reading.statements.page import Page
from rashomon.reading.syntax import is_negated, objects
from rashomon.record import Act, Firmness

_OPEN = frozenset({Act.asserts, Act.confirms, Act.predicts})  # cues whose content may say more than they do
_HEARSAY = frozenset({"passive", "hearsay"})  # "is said to", "reportedly": nobody answers for it


def act(page: Page, attribution: Attribution) -> Act:
    """By the cue; where that says nothing of its own, by the content."""
    cue = attribution.cue
    if cue.negated and is_negated(attribution.anchor):
        return Act.doubts if cue.negated == "none" else Act(cue.negated)
    if cue.voices:
        voiced = [nouns()[c.lemma_][0].act for c in objects(attribution.anchor) if c.lemma_ in nouns()]
        if voiced and voiced[0] is not Act.asserts:
            return voiced[0]
    if cue.act not in _OPEN:
        return cue.act
    said = " … ".join(page.text[slice(*span)] for span in attribution.content)[:600]
    return next((act for act, pattern in _content_patterns() if pattern.search(said)), cue.act)


@cache
def _content_patterns() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    return tuple((Act(entry["act"]), patterns(entry["patterns"])) for entry in table("acts")["content"])


def firmness(page: Page, attribution: Attribution) -> Firmness:
    """ "may have killed" is possible, "was probably killed" probable; plain telling is certain."""
    if attribution.speaker is None and attribution.rule in _HEARSAY:
        return Firmness.probable
    on_cue, in_content = _hedging(page, attribution)
    for level in (Firmness.possible, Firmness.probable):
        lexicon = _hedges(level)
        hedged = on_cue & lexicon["words"] or in_content & (lexicon["words"] | lexicon["auxiliaries"])
        if attribution.anchor.lemma_ in lexicon["cues"] or hedged:
            return level
    return Firmness.certain


@cache
def _hedges(level: Firmness) -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in table("acts")["firmness"][level].items()}


def _hedging(page: Page, attribution: Attribution) -> tuple[set[str], set[str]]:
    """The adverbs on the cue; the auxiliaries, adverbs and verb of the content's main clause."""
    on_cue = {child.lower_ for child in attribution.anchor.children if child.dep_ == "advmod"}
    start, end = attribution.content[0]
    head = _top(page.tokens[page.token_from(start) : page.token_at(end - 1) + 1])
    if head is None:
        return on_cue, set()
    return on_cue, {head.lower_, *(c.lower_ for c in head.children if c.dep_ in {"aux", "advmod", "amod", "acomp"})}


def _top(tokens: list[Token]) -> Token | None:
    """The word that all others hang on."""
    if not tokens:
        return None
    low, high = tokens[0].i, tokens[-1].i
    return next((t for t in tokens if not low <= t.head.i <= high or t.head == t), None)
