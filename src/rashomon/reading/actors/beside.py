"""What stands beside a name: descriptions, titles and other names of the same actor.

"Okello, the union's former treasurer": a description. "Hamas spokesman Yasir Qandil": another.
"Idris Kamara (better known as Commander Leopard)": another name.
"""

import re
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Token

from rashomon.reading.actors.forms import forms
from rashomon.reading.actors.headline import phrase_start
from rashomon.reading.actors.mention import Cast, Draft, Form, Mention
from rashomon.reading.actors.names import table
from rashomon.reading.document import text_of
from rashomon.reading.syntax import SUBJECTS, is_passive, noun_phrase, prepositional, subjects
from rashomon.record import ActorKind

NAMING = frozenset({"known", "nicknamed"})
CALLED = frozenset({"called", "named", "identified", "nicknamed"})
BE = frozenset({"be", "become", "remain"})
APPOINT = frozenset({"appoint", "name", "elect", "make", "crown"})


def describe(cast: Cast, nominals: list[Mention]) -> list[Mention]:
    """Put every phrase that describes a named actor with it; what is left describes nobody so directly."""
    rest = []
    for mention in nominals:
        draft = _described(cast, mention)
        if draft is None or not _fits(draft, mention):
            rest.append(mention)
        else:
            cast.link(mention, draft)
            draft.descriptions.append(_phrase(mention))
    for draft in cast:
        for mention in draft.mentions:
            if mention.form is Form.name:
                _titles(draft, mention)
    return rest


def _described(cast: Cast, mention: Mention) -> Draft | None:
    """The named actor that a nominal phrase stands in apposition to, is said to be, or is called."""
    head = mention.head
    if head.dep_ == "appos":
        listed = any(c.dep_ == "cc" for c in head.children)  # "Amina, her mother and her sister" are three
        return None if listed or _is_subject_after_all(head) else cast.of_head.get(head.head.i)
    if head.dep_ == "conj" and head.head.dep_ == "appos":
        return cast.of_head.get(head.head.head.i) if not mention.plural and _closely(head) else None
    subject = _subject_of(head)
    if subject is not None:
        return None if subject.pos_ == "PRON" else cast.of_head.get(subject.i)
    named = _called(cast, head) or next((c for c in head.children if c.dep_ == "appos" and c.i in cast.of_head), None)
    listed = any(c.dep_ == "cc" for c in head.children)
    return None if named is None or listed else cast.of_head[named.i]


def _called(cast: Cast, head: Token) -> Token | None:
    """ "a captain named Joseph Lado"."""
    for clause in head.rights:
        if clause.dep_ == "acl" and clause.lower_ in CALLED:
            return next((t for t in clause.subtree if t.i in cast.of_head and t.i - clause.i <= 4), None)
    return None


def _subject_of(head: Token) -> Token | None:
    """Who is said to be what the noun says: "X is the leader, and later became the head"; nobody where it is denied."""
    while head.dep_ == "conj" and head.lemma_ not in BE:
        head = head.head
    verb = head.head if head.dep_ in {"attr", "oprd"} else head
    appointed = verb.lemma_ in APPOINT and head.dep_ in {"attr", "oprd"} and is_passive(verb)
    if not (verb.lemma_ in BE or appointed) or any(c.dep_ == "neg" for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep_ == ("nsubjpass" if appointed else "nsubj")), None)


def _closely(head: Token) -> bool:
    """ "X, the chief of police and an opponent of Y": one man. With a comma before the "and", it may be another one."""
    return any(c.dep_ == "cc" and c.i and c.nbor(-1).text != "," for c in head.head.rights if c.i < head.i)


def said_to_be(cast: Cast, mention: Mention) -> Draft | None:
    """ "he was a close friend": whom "he" stands for, once that is known."""
    subject = _subject_of(mention.head)
    draft = None if subject is None else cast.of_head.get(subject.i)
    return draft if draft is not None and _fits(draft, mention) else None


def _is_subject_after_all(head: Token) -> bool:
    """ "According to Ali, a detective was sent": taken for an apposition by the parser, but the verb lacks a subject."""
    to = head.head.head
    if head.head.dep_ != "pobj" or to.head.lower_ != "according":
        return False
    verb = to.head.head
    return verb.pos_ in {"VERB", "AUX"} and not any(c.dep_ in SUBJECTS for c in verb.children)


def _fits(draft: Draft, mention: Mention) -> bool:
    """A person is no group, several are not one, and an army is no president."""
    if draft.kind is ActorKind.person:
        return mention.kind is ActorKind.person and not mention.plural
    return mention.sense is not None and mention.sense.collective and not mention.plural


def _phrase(mention: Mention) -> str:
    doc = mention.head.doc
    start, end = noun_phrase(mention.head)
    text = text_of(doc)[start:end]
    return re.sub(r"\s+", " ", text).strip()


def _titles(draft: Draft, mention: Mention) -> None:
    """ "Taliban spokesman" before a name describes; "Mr." does not. "The opposition Northern Alliance" is an opposition."""
    doc, start = mention.head.doc, mention.start
    if mention.kind is not ActorKind.person:
        for child in mention.head.lefts:
            if child.i < start and (form := forms().get(child.lower_)) and form[2].collective:
                draft.nouns.add(form[0])
        return
    first = min(
        [start, *(c.left_edge.i for c in mention.head.lefts if c.dep_ in {"compound", "amod", "nmod", "poss", "det"})]
    )
    words = [doc[i] for i in range(phrase_start(doc[start], first), start)]
    posts = [w for w in words if (form := forms().get(w.lower_)) and form[2].kind is ActorKind.person]
    for word in posts:
        draft.nouns.add(forms()[word.lower_][0])
        draft.families.add(forms()[word.lower_][2].family)
    if posts and len(words) > 1:
        while words and words[0].dep_ == "det":
            words = words[1:]
        if words:
            draft.descriptions.append(doc[words[0].i : start].text)


@cache
def _alias_pattern() -> re.Pattern[str]:
    cues = sorted(table()["alias"]["cues"], key=len, reverse=True)
    middle = "|".join(re.escape(cue) for cue in cues)
    return re.compile(
        rf"^[\s,(\[]*(?:(?:who|which|he|she|it|and)\s+)?(?:(?:is|was|are|were)\s+)?(?:{middle})\s*(?:as|is|was|of|:)?\s*[\"“‘'(]*(?:the\s+)?$",
        re.I,
    )


def join_aliases(cast: Cast) -> None:
    """Two names with "also known as", "nom de guerre" … between them are one actor's."""
    doc = cast.doc
    names = sorted(
        ((m.start, m.end, d) for d in cast for m in d.mentions if m.form is Form.name), key=lambda item: item[0]
    )
    for (_, end, first), (start, _, second) in pairwise(names):
        if end < start <= end + 14 and _alias_pattern().match(doc[end:start].text):
            a, b = _current(cast, doc, first, end), _current(cast, doc, second, start)
            if a is not None and b is not None and a is not b and (a.kind is b.kind):
                cast.merge(a, b)

    for token in doc:
        if token.lower_ in NAMING and token.pos_ == "VERB":
            _join_by_verb(cast, token)


def _join_by_verb(cast: Cast, verb: Token) -> None:
    """ "Kamara, who comes from the north, is also known as Leopard": whose name it is, whatever stands between them."""
    name = next(iter(prepositional(verb, "as")), None)
    if name is None or name.pos_ != "PROPN":
        return
    other = cast.of_head.get(name.i)
    for whose in [verb.head] if verb.dep_ == "acl" else subjects(verb):
        draft = cast.of_head.get(whose.head.head.i if whose.lower_ == "who" else whose.i)
        if draft is not None and draft.named and draft is not other:
            if other is None:
                draft.aliases.append(" ".join(t.text for t in name.subtree if t.pos_ == "PROPN" and t.i <= name.i))
            elif other.kind is draft.kind:
                cast.merge(draft, other)
            return


def _current(cast: Cast, doc: Doc, draft: Draft, near: int) -> Draft | None:
    """The draft itself, or the one it was merged into."""
    return (
        draft if draft in cast.drafts else next((d for d in cast if any(m in d.mentions for m in draft.mentions)), None)
    )
