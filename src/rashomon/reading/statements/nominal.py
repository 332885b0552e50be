"""Statements by a noun: "the claim that …", "X's accusation of …", "issued a warning about …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.content import of_tokens
from rashomon.reading.statements.kinds import vocabulary
from rashomon.reading.statements.lexicon import Cue, light_verbs, nouns, verbs
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.speaker import agent, speaker
from rashomon.reading.syntax import is_infinitive, is_passive


def nominal(page: Page) -> Iterator[Attribution]:
    """All statements that hang on a cue noun."""
    lexicon = nouns()
    for token in page.tokens:
        cues = lexicon.get(token.lemma_)
        if cues and token.pos_ == "NOUN" and token.dep_ != "compound" and page.news[token.i]:
            for cue in cues:
                found = _statement(page, token, cue)
                if found is not None:
                    yield found
                    break


def _statement(page: Page, noun: Token, cue: Cue) -> Attribution | None:
    if cue.compound and not any(
        c.dep_ in {"compound", "amod", "nmod"} and c.lemma_ in cue.compound for c in noun.children
    ):
        return None
    content = next((c for c in noun.children if c.i > noun.i and _holds(c, cue)), None)
    if content is None:
        return None
    source, verb = _source(noun)
    if source is None and (content.dep_ == "prep" or _belongs_to_verb(noun)):
        return None
    first = content.i + 1 if content.dep_ == "prep" else content.left_edge.i
    span = of_tokens(page, first, content.right_edge.i)
    if span is None:
        return None
    start = noun.i if verb is None or noun.i - verb.i not in range(0, 8) else verb.i
    last = content.i if content.dep_ == "prep" and content.i == noun.i + 1 else noun.i
    return Attribution(noun, page.span(start, last), cue, source, [span], "noun")


def _holds(child: Token, cue: Cue) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in cue.prepositions
    if child.dep_ == "relcl":
        return "clause" in cue.frames and any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children)
    if child.dep_ not in {"acl", "ccomp"}:
        return False
    marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "nsubj", "dobj", "advmod"}}
    if is_infinitive(child):
        return "infinitive" in cue.frames
    return "clause" in cue.frames and "that" in marks


def _belongs_to_verb(noun: Token) -> bool:
    """ "said in a statement that": the verb says it."""
    return noun.dep_ == "pobj" and noun.head.head.lemma_ in verbs()


def _source(noun: Token) -> tuple[Token | None, Token | None]:
    """Who says it, and the light verb by which: possessor, "by X", "from X", whose it is ("the
    government claim"), or whoever makes, voices, issues it."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child, None
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "among"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None), None
    party = next((c for c in noun.children if c.dep_ in {"compound", "amod", "nmod"} and _is_party(c)), None)
    if party is not None:
        return party, None
    verb = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else noun.head.head if noun.dep_ == "pobj" else None
    if verb is None or verb.lemma_ not in light_verbs():
        return None, None
    return (agent(verb) if is_passive(verb) else speaker(verb)), verb


def _is_party(modifier: Token) -> bool:
    """ "the government claim that", "Taliban assurances that"."""
    return modifier.ent_type_ in {"ORG", "GPE", "NORP", "PERSON"} or modifier.lemma_.lower() in vocabulary().heads
