"""Statements by a cue verb and its complements: "said that …", "denied the charge", "is believed to …"."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.complements import complements, in_writing
from rashomon.reading.statements.content import main_clause, of_tokens, reach
from rashomon.reading.statements.kinds import can_speak
from rashomon.reading.statements.lexicon import Cue, verbs
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.speaker import agent, apart, speaker
from rashomon.reading.syntax import is_negated, is_negated_noun, is_passive
from rashomon.record import Act, Span

_NO_CUE = frozenset({"aux", "auxpass", "amod", "compound", "nmod", "punct"})
_NOBODY = frozenset({"nobody", "none", "no-one", "nothing", "no", "neither"})
_THINGS = frozenset({"there", "that", "this", "these", "what", "which"})
_UNREAL = frozenset({"should", "must", "let"})


def verbal(page: Page) -> Iterator[Attribution]:
    """All statements that hang on a cue verb."""
    lexicon = verbs()
    for token in page.tokens:
        cues = lexicon.get(token.lemma_)
        if cues and token.pos_ in {"VERB", "AUX"} and token.dep_ not in _NO_CUE and page.news[token.i]:
            found = _statement(page, token, cues)
            if found is not None:
                yield found


def _statement(page: Page, verb: Token, cues: tuple[Cue, ...]) -> Attribution | None:
    if is_unreal(verb):
        return None
    build = _passive if is_passive(verb) or _participle(verb) else _active
    negated = is_negated(verb)
    for cue in cues:
        if (cue.only_negated and not negated) or (negated and cue.negated == "none"):
            continue
        found = build(page, verb, cue)
        if found is not None:
            return found
    return _parenthesis(page, verb, cues[0])


def is_unreal(verb: Token) -> bool:
    """ "The governor should say what he knows": he does not."""
    return any(c.lower_ in _UNREAL for c in verb.children if c.dep_ == "aux")


def _participle(verb: Token) -> bool:
    """ "Asked by a local station about the raid, he …": a passive without its auxiliary."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBN" and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children)


def _active(page: Page, verb: Token, cue: Cue) -> Attribution | None:
    taken = complements(verb, cue) or in_writing(verb, cue)
    if not taken:
        return None
    source = speaker(verb)
    if source is None and cue.speech and verb.tag_ in {"VBD", "VBZ", "VBP"} and "clause" in cue.frames:
        source = apart(verb)
    if source is None or unsaid(verb, source, cue) or (cue.evidential and not can_speak(source)):
        return None
    content = reach(page, taken, verb)
    if not content:
        return None
    if all(c.i < verb.i for c in taken):
        content += _resumed(page, verb)
    return Attribution(verb, cue_span(page, verb, taken), cue, source, content, "verb")


def unsaid(verb: Token, source: Token, cue: Cue) -> bool:
    """ "No group has claimed responsibility" is nobody's claim."""
    return (
        is_negated_noun(source)
        or source.lower_ in _NOBODY | _THINGS
        or source.left_edge.lower_ in _NOBODY
        or (cue.act is Act.claims_responsibility and is_negated(verb))
        or (source.lower_ == "it" and any(c.tag_ == "TO" for c in verb.children))
    )


def cue_span(page: Page, verb: Token, taken: list[Token]) -> Span:
    """The verb with the particle or preposition that makes it this cue: "called for"."""
    last = verb.i
    for child in verb.children:
        if child.i == last + 1 and (child.dep_ == "prt" or (child.dep_ == "prep" and child in taken)):
            last = child.i
    return page.span(verb.i, last)


def _resumed(page: Page, verb: Token) -> list[Span]:
    """The rest of a sentence that "they said" had interrupted: "Soldiers, they said, were helped, by villagers"."""
    last = verb.sent.end - 1
    comma = next((i for i in range(verb.i + 1, min(verb.i + 8, last)) if page.tokens[i].text == ","), None)
    if comma is None or last - comma < 3:
        return []
    first = page.tokens[comma + 1]
    if first.dep_ not in {"prep", "agent", "pobj", "xcomp", "ccomp", "dobj", "conj"} or first.tag_ in {"VBG"}:
        return []
    if any(t.dep_ in {"nsubj", "nsubjpass", "relcl"} for t in page.tokens[comma + 1 : last]) or page.quotation_at(
        first.idx
    ):
        return []
    span = of_tokens(page, comma + 1, last)
    return [span] if span else []


def _passive(page: Page, verb: Token, cue: Cue) -> Attribution | None:
    by = agent(verb)
    if by is None and not cue.passive:
        return None
    taken = [c for c in complements(verb, cue) if c.dep_ not in {"agent"}]
    subject = next((c for c in verb.children if c.dep_ in {"nsubjpass", "csubjpass", "nsubj"}), None)
    if not taken and (
        not (cue.frames & {"object"}) or (cue.needs and (subject is None or subject.lemma_ not in cue.needs))
    ):
        return None
    content = reach(page, taken, verb)
    content += _suffered(page, verb, subject)
    if not content or (by is None and subject is None and not taken):
        return None
    if subject is not None and is_negated_noun(subject) and cue.act is Act.claims_responsibility:
        return None
    return Attribution(verb, cue_span(page, verb, taken), cue, by, sorted(content), "passive")


def _suffered(page: Page, verb: Token, subject: Token | None) -> list[Span]:
    """The passive's subject, which belongs to what is said: "He is believed to be dead" says that he is dead."""
    if subject is None and verb.dep_ == "acl":
        return _named(page, verb.head, verb)
    if subject is None or subject.lower_ in {"it", "there"}:
        return []
    if subject.lower_ in {"which", "who", "that"} and verb.dep_ == "relcl":
        return _named(page, verb.head, verb)
    span = of_tokens(page, subject.left_edge.i, min(subject.right_edge.i, verb.i - 1))
    return [span] if span else []


def _named(page: Page, noun: Token, verb: Token) -> list[Span]:
    span = of_tokens(page, noun.left_edge.i, min(verb.left_edge.i, verb.i) - 1)
    return [span] if span else []


def _parenthesis(page: Page, verb: Token, cue: Cue) -> Attribution | None:
    """ "Two men, he said, had fled"; "as she said, nobody knows"; "the road was mined, police said"."""
    if not cue.speech or not cue.frames & {"clause"} or is_passive(verb):
        return None
    source = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if source is None or verb.head == verb or verb.dep_ not in {"parataxis", "advcl", "ccomp", "dep"}:
        return None
    if verb.dep_ == "advcl" and not any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children):
        return None
    first, last = verb.left_edge.i, verb.right_edge.i
    if first > 0 and verb.dep_ != "advcl" and page.tokens[first].text not in {",", "—", "-", "("}:
        before = page.tokens[first - 1].text
        if before not in {",", "—", "-", "(", "–"}:
            return None
    if last - first > 20:
        return None
    content = main_clause(page, verb.head, verb)
    return Attribution(verb, page.span(verb.i, verb.i), cue, source, content, "parenthesis") if content else None
