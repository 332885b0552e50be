"""Which words of a report tell of incidents: lemma, part of speech, the words that hang on them, and what fills their slots."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.incidents.frames import Frame, Pattern, Patterns, patterns
from rashomon.reading.incidents.mention import Mention
from rashomon.reading.incidents.slots import Slots, slots_of, verb_slots
from rashomon.reading.incidents.vocabulary import words
from rashomon.reading.incidents.words import lemma, sorts
from rashomon.record import RegionKind

PARTS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}
READ = frozenset({RegionKind.title, RegionKind.body, RegionKind.caption, RegionKind.heading})
# Nouns that are no incident when they only modify another noun ("attack helicopter", "riot police", "murder trial").
NAMES = frozenset({"DATE", "TIME", "PERSON", "GPE"})
# How the further words of a trigger hang on it.
HANGING = frozenset(
    {
        "dobj",
        "obj",
        "nsubjpass",
        "prt",
        "prep",
        "pobj",
        "conj",
        "compound",
        "amod",
        "advmod",
        "oprd",
        "npadvmod",
        "acomp",
        "attr",
        "advcl",
        "dative",
        "nmod",
    }
)
MODIFIES = frozenset({"compound", "amod", "nmod"})

CHILDREN = {"compound": MODIFIES, "predicate": frozenset({"oprd", "acomp"})}


def find_mentions(doc: Doc) -> list[Mention]:
    """All mentions in text order, without roles, status or merging yet."""
    regions = doc._.regions
    tables = {part: patterns(part) for part in ("verbs", "nouns", "adjectives")}
    found = []
    for token in doc:
        if token.text == "-" and 0 < token.i < len(doc) - 1 and not token.whitespace_:
            mention = _hyphened(token, tables)
            if mention is not None:
                found.append(mention)
            continue
        if token.lower_ == "dead" and (mention := _shot_dead(token, tables)):
            found.append(mention)
            continue
        part = PARTS.get(token.pos_)
        listed = tables[part].get(lemma(token)) if part else None
        if listed and (regions is None or regions[token.i] in READ):
            mention = _mention(token, listed)
            if mention is not None:
                found.append(mention)
    return found


def _hyphened(hyphen: Token, tables: dict[str, Patterns]) -> Mention | None:
    """ "sit-in", "cease-fire", "gang-raped": spaCy parts them; the part that the rest of the sentence hangs on is the trigger."""
    left, right = hyphen.nbor(-1), hyphen.nbor(1)
    word = f"{left.lower_}-{lemma(right)}"
    for part in ("nouns", "verbs"):
        if word in tables[part]:
            trigger = right if left.head in (right, hyphen) else left
            return _mention(trigger, tables[part][word])
    return None


def _shot_dead(dead: Token, tables: dict[str, Patterns]) -> Mention | None:
    """ "A man on a motorbike shot dead a judge": where the parser takes "shot" for a noun, "dead" stands for the verb."""
    if dead.i == 0 or dead.nbor(-1).lower_ != "shot" or dead.nbor(-1).pos_ in {"VERB", "AUX"}:
        return None
    frame = next(pattern.frame for pattern in tables["verbs"]["shoot"] if pattern.others == ("dead",))
    return Mention(dead, frame, verb_slots(dead))


def _mention(token: Token, listed: tuple[Pattern, ...]) -> Mention | None:
    if token.pos_ in {"NOUN", "PROPN"} and token.dep_ in MODIFIES:
        return None
    if token.pos_ == "ADJ" and token.dep_ == "amod":
        return None
    if token.dep_ == "npadvmod" and token.doc[token.i + 1 : token.i + 2].text == "-":
        return None  # "riot-hit districts"
    if token.ent_type_ in NAMES and token.pos_ in {"NOUN", "PROPN"}:
        return None
    for pattern in listed:
        hanging = _hanging(token, pattern.others)
        if hanging is None or (token.dep_ == "amod" and not pattern.frame.figure):
            continue
        slots = slots_of(token, pattern.frame.possessor, hanging)
        if _holds(pattern.frame, token, slots, bool(pattern.others)):
            return Mention(token, pattern.frame, slots)
    return None


def _hanging(token: Token, others: tuple[str, ...]) -> list[Token] | None:
    """The words that hang on the trigger, or None if one is missing: "fire" and "tear", "gas" in "fired shells and tear gas"."""
    if not others:
        return []
    near = list(_near(token, 3))
    if token.dep_ in {"acl", "relcl"} and token.tag_ == "VBN":
        near += [token.head, *token.head.children]  # "tear gas fired by the police"
    found = []
    for other in others:
        match = next((t for t in near if other in (t.lemma_.lower(), t.lower_)), None)
        if match is None:
            return None
        found.append(match)
    return found


def _near(token: Token, depth: int) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in HANGING:
            yield child
            if depth > 1:
                yield from _near(child, depth - 1)


def _holds(frame: Frame, token: Token, slots: Slots, several_words: bool) -> bool:
    verbal = token.pos_ in {"VERB", "AUX"}
    needs = frame.needs if verbal else frame.noun_needs
    if not all(_meets(token, slots, slot, wanted) for slot, wanted in needs.items()):
        return False
    if lemma(token) in frame.only and not several_words:
        slot = "object|on|into" if verbal else "compound"
        if not _meets(token, slots, slot, frame.only[lemma(token)]):
            return False
    return not any(_meets(token, slots, slot, barred) for slot, barred in frame.bars.items())


def _meets(token: Token, slots: Slots, slot: str, wanted: frozenset[str]) -> bool:
    heads = [head for name in slot.split("|") for head in _fillers(token, slots, name)]
    heads += [c for head in heads for c in head.children if c.dep_ == "appos"]
    if not heads:
        return "" in wanted
    return any(head.lemma_.lower() in wanted or sorts(head) & wanted for head in heads)


def _fillers(token: Token, slots: Slots, slot: str) -> Iterator[Token]:
    if slot in {"head", "governor"}:
        if token.head != token:
            yield token.head
        if slot == "governor" and token.dep_ == "pobj":
            yield token.head.head
    elif slot in CHILDREN:
        yield from (c for c in token.children if c.dep_ in CHILDREN[slot])
    else:
        yield from slots.get(slot, ())


def is_told(mention: Mention) -> bool:
    """Whether a noun tells of an incident and not of its sort: "the attack on the mosque", but not "attacks are common".

    It needs something that makes it one: a filler, a time, a determiner, an event verb.
    """
    token = mention.trigger
    if token.pos_ not in {"NOUN", "PROPN"} or mention.frame.bare:
        return True
    if _is_of_a_sort(token):
        return False
    if mention.frame.anaphor:
        return any(c.lower_ in {"the", "this", "that", "these", "those"} for c in token.children)
    if any(mention.slots.get(slot) for slot in ("subject", "object", "on", "against", "with", "between", "at", "in")):
        return True
    if any(c.dep_ in {"det", "poss", "nummod"} and c.lower_ not in {"any", "no"} for c in token.children):
        return True
    if any(c.dep_ in {"relcl", "acl"} for c in token.children):
        return True
    if token.dep_ == "pobj" and "partitive" in sorts(token.head.head):
        return True
    verb = token.head.head if token.dep_ == "pobj" else token.head
    verbs = words("verbs")
    return verb.tag_ in {"VBD", "VBN"} and (lemma(verb) in verbs["occur"] or lemma(verb) in verbs["subject"])


def _is_of_a_sort(token: Token) -> bool:
    """Bare plurals of what is so now: "he plans attacks", "is involved in attacks on convoys"."""
    if "Plur" not in token.morph.get("Number", []) or any(c.dep_ in {"det", "nummod", "poss"} for c in token.children):
        return False
    verb = next(
        (
            t
            for t in (token.head, token.head.head, token.head.head.head, token.head.head.head.head)
            if t.pos_ in {"VERB", "AUX"}
        ),
        None,
    )
    if verb is None or any(c.dep_ == "aux" for c in verb.children):
        return False
    if lemma(verb) == "involve":
        return any(c.dep_ == "auxpass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
    return verb.tag_ in {"VBZ", "VBP", "VB", "VBG"}
