"""Which words of a clause hold what is said: the complements of a cue verb, by how this use of it takes them.

"Denied the charge" has its content in the object, "said that they had fled" in a clause, "called for a truce" behind a preposition.
"""

from spacy.tokens import Token

from rashomon.reading.statements.lexicon import Cue
from rashomon.reading.syntax import is_infinitive, is_passive

_OBJECTS = frozenset({"dobj", "attr"})
_PREDICATES = frozenset({"oprd", "attr"})
_ADDRESSED = frozenset({"on", "upon", "for"})  # "called on them to leave", "appealed for them to leave"
_QUESTION = frozenset({"WRB", "WDT", "WP"})


def complements(verb: Token, cue: Cue) -> list[Token]:
    """The children of the verb that hold what is said, by the frames of this use of it."""
    taken = [child for child in verb.children if _holds(child, cue)]
    if "naming" in cue.frames and not _is_named(verb, taken):
        return []
    if cue.needs and not any(child.lemma_.lower() in cue.needs for child in taken):
        return []
    if any(child.dep_ == "prep" and child.lower_ in _ADDRESSED for child in taken):
        taken += [c for c in verb.children if c.dep_ in {"advcl", "xcomp"} and c not in taken and is_infinitive(c)]
    if not taken or (cue.prepositions and cue.frames <= {"quote", "infinitive", "clause"}):
        return taken
    return taken if any(child.dep_ not in {"prep", "agent"} for child in taken) or not cue.frames else []


def _holds(child: Token, cue: Cue) -> bool:
    dep = child.dep_
    if dep in {"ccomp", "xcomp", "csubj"}:
        return _clause_holds(child, cue)
    if dep in _OBJECTS or dep == "oprd":
        return bool(cue.frames & {"object", "naming"})
    if dep in {"prep", "prt", "agent"}:
        return child.lower_ in cue.prepositions and (dep == "prep" or child.lower_ not in {"by"})
    return False


def _clause_holds(child: Token, cue: Cue) -> bool:
    if is_infinitive(child) and not any(c.dep_ == "mark" or c.tag_ in _QUESTION for c in child.children):
        return "infinitive" in cue.frames or (cue.passive and is_passive(child.head))
    if child.dep_ == "xcomp" and child.tag_ == "VBN" and not is_passive(child.head):
        return "naming" in cue.frames  # "40 people reported killed": they report nothing
    if child.dep_ == "xcomp" and child.tag_ == "VBG":
        return "object" in cue.frames or "infinitive" in cue.frames
    return bool(cue.frames & {"clause", "naming"}) or ("quote" in cue.frames and child.i < child.head.i)


def _is_named(verb: Token, taken: list[Token]) -> bool:
    """Whether something is called something: "called it a crime", "which they called a crime", not "called the minister"."""
    predicates = [c for c in taken if c.dep_ in _PREDICATES or _is_small(c) or (c.dep_ == "prep" and c.lower_ == "as")]
    objects = [c for c in taken if c.dep_ == "dobj" or _is_small(c)]
    return bool(predicates) and (bool(objects) or verb.dep_ in {"relcl", "acl"} or is_passive(verb))


def _is_small(child: Token) -> bool:
    """A clause without a verb of its own: "it 'welcome news'"."""
    return child.dep_ in {"ccomp", "xcomp"} and not any(c.dep_ == "mark" or c.tag_ in _QUESTION for c in child.children)


def in_writing(verb: Token, cue: Cue) -> list[Token]:
    """ "said in a statement that …": the parser hangs the clause on the statement."""
    if "clause" not in cue.frames:
        return []
    nouns = (noun for prep in verb.children if prep.dep_ == "prep" for noun in prep.children if noun.dep_ == "pobj")
    clauses = (c for noun in nouns for c in noun.children if c.dep_ in {"acl", "ccomp", "relcl"})
    return [c for c in clauses if any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)]
