"""How far an incident got: from the auxiliaries, negation, conditions and governing words around its trigger.

"The rebels tried to kill the mayor" is attempted, "denied having killed" denied, "if they attack" no incident at all (None).
"""

from functools import cache

from spacy.tokens import Token

from rashomon.reading.incidents.nearness import is_infinitive, is_saying
from rashomon.reading.incidents.vocabulary import words
from rashomon.record import Status

STATUSES = ("attempted", "thwarted", "planned", "threatened", "offered", "denied")
VERBAL = frozenset({"VERB", "AUX"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
NOBODY = frozenset({"no", "nobody", "none", "neither"})
BESIDE = frozenset({"nsubj", "conj"})
OUTWARD = 8  # words outwards from the trigger that are asked, more than a sentence nests


@cache
def _governing() -> dict[str, Status | None]:
    """What a governing word makes of an incident."""
    found: dict[str, Status | None] = dict.fromkeys(words("status")["none"])
    found.update({word: Status(name) for name in STATUSES for word in words("status")[name]})
    found.update(dict.fromkeys(words("status")["happened"], Status.happened))
    return found


def status_of(trigger: Token) -> Status | None:
    """The status of the incident that the trigger tells of; None where the sentence tells of no incident."""
    found = _by_modifiers(trigger)
    known = _is_known(trigger)
    token, below = trigger, None
    for _ in range(OUTWARD):
        if not known or token == trigger:  # "nobody was tried for the murder": there was one
            found = _first(found, _by_own_clause(token, below))
        governor = _governor(token)
        if governor is None or found is None or (known and not _can_undo(governor)):
            break
        found = _first(found, _by_governor(token, governor))
        if token.dep_ == "ccomp" and is_saying(governor) and is_infinitive(governor):
            break  # "the first to report that jets had struck": nothing is made of what is reported
        token, below = governor, token
    return found


def _can_undo(governor: Token) -> bool:
    """ "foiled the attack", and what leads there: "plans to take part in the attack"."""
    lemma, leads = governor.lemma_.lower(), governor.pos_ == "ADP" or is_infinitive(governor)
    return leads or lemma in words("status")["undoing"] or lemma in words("status")["asking"]


def _first(found: Status | None, further: Status | None) -> Status | None:
    """The innermost word decides; whatever denies that anything happened decides over all."""
    if found is None or further is None:
        return None
    return further if found is Status.happened else found


def _is_known(trigger: Token) -> bool:
    """ "the murder of the mayor": whatever the sentence says of it, there was one."""
    if trigger.pos_ in VERBAL:
        return False
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in POINTING) for c in trigger.children)


def _by_modifiers(trigger: Token) -> Status | None:
    """ "a failed attack", "a possible attack", "was almost killed"."""
    listed = words("status")
    modifiers = {c.lower_ for c in trigger.children if c.dep_ in {"amod", "det", "compound"}}
    adverbs = {c.lower_ for c in trigger.children if c.dep_ == "advmod"}
    for name in ("attempted", "thwarted", "planned"):
        if modifiers & listed[f"modifiers_{name}"]:
            return Status(name)
    if trigger.lemma_.lower() == "attempt" or adverbs & listed["nearly"] or modifiers & {"attempt", "plot", "threat"}:
        return Status.attempted
    if trigger.pos_ not in VERBAL and modifiers & listed["modifiers_none"] and not modifiers & POINTING:
        return None
    if adverbs & listed["in_words"] or _is_counted(trigger):
        return None
    return Status.happened


def _is_counted(trigger: Token) -> bool:
    """ "Attacks by insurgents have increased by half": how many there are, and none of them."""
    return trigger.tag_ == "NNS" and trigger.dep_ == "nsubj" and trigger.head.lemma_ in words("status")["counting"]


def _by_own_clause(token: Token, below: Token | None) -> Status | None:
    """Negation, and for verbs conditions, modals and habit.

    "The raid killed nobody and injured four": nobody as object undoes neither the subject nor what is coordinated.
    """
    children = list(token.children)
    denying = {"nsubj", "nsubjpass", "det"} | ({"dobj"} if below is None or below.dep_ not in BESIDE else set())
    if any(c.dep_ == "neg" or (c.dep_ in denying and _says_no(c)) for c in children):
        return None
    return _by_mood(token, children) if token.pos_ in VERBAL else Status.happened


def _says_no(token: Token) -> bool:
    return token.lower_ in NOBODY or any(c.dep_ == "det" and c.lower_ in NOBODY for c in token.children)


def _by_mood(verb: Token, children: list[Token]) -> Status | None:
    listed = words("status")
    lowered = {c.lower_ for c in children}
    if any(c.dep_ in {"mark", "advmod"} and c.lower_ in listed["conditions"] for c in children):
        return None
    if lowered & listed["habits"] and verb.tag_ in {"VBZ", "VBP", "VB"}:
        return None
    auxiliaries = [c for c in children if c.dep_ == "aux"]
    modals = {c.lower_ for c in auxiliaries}
    if any(c.lemma_ == "have" for c in auxiliaries):
        if _adds_up(verb) or modals & listed["unreal_modals"]:
            return None
        return Status.happened  # "may have killed": that is the account's firmness
    if modals & listed["none_modals"]:
        return None
    return Status.planned if modals & listed["planned_modals"] else Status.happened


def _adds_up(verb: Token) -> bool:
    """ "Troops have killed 80 rebels since January", "have taken many recently": what came of many incidents, told as of none."""
    active = any(c.dep_ == "nsubj" for c in verb.children) and any(c.lower_ in {"have", "has"} for c in verb.children)
    together = (c for v in (verb, *(t for t in verb.children if t.dep_ == "conj")) for c in v.children)
    return active and any(c.lower_ in words("status")["adding_up"] for c in together if c.dep_ in {"prep", "advmod"})


def _governor(token: Token) -> Token | None:
    """The word on which it hangs whether what the token tells took place; None at the top of a telling."""
    if token.head == token or token.dep_ in {"parataxis", "appos"}:
        return None
    if token.dep_ == "relcl" and not is_infinitive(token):
        return None
    if token.dep_ == "advcl" and token.tag_ in {"VBD", "VBZ", "VBP", "VBN"}:
        return None
    if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ in VERBAL:
        return None
    return token.head


def _by_governor(token: Token, governor: Token) -> Status | None:
    """What the governor makes of it: "plotted to kill", "offers to defect". Happened where it lets it stand."""
    if token.dep_ == "conj":
        return Status.happened
    lemma = governor.lemma_.lower()
    infinitive = is_infinitive(token)
    listed = _governing()
    if lemma in words("status")["asking"] and token.pos_ not in VERBAL:
        return None
    if infinitive and _is_judged(governor):
        return None
    if lemma in words("status")["enabling"] and governor.head.tag_ == "VBD":
        return Status.happened
    if token.dep_ in {"nsubj", "nsubjpass"}:
        status = listed.get(lemma)
        return status if status in {Status.thwarted, Status.planned} else Status.happened
    if lemma in listed:
        return _tempered(listed[lemma], token, infinitive=infinitive)
    if infinitive and lemma not in words("status")["raising"] and not _is_offered(governor):
        return None
    return Status.offered if infinitive and _is_offered(governor) else Status.happened


def _is_judged(governor: Token) -> bool:
    """ "It was difficult to deploy more troops", "too easy to arrest a man": of no deed."""
    judging = words("status")["judging"]
    return any(t.lemma_.lower() in judging for t in [governor, *governor.children] if t.pos_ == "ADJ")


def _is_offered(governor: Token) -> bool:
    """ "brought offers from two colonels to desert": the infinitive hangs on the colonels, or on the verb."""
    offered = words("status")["offered"]
    if governor.pos_ in VERBAL:
        return any(c.dep_ == "dobj" and c.lemma_.lower() in offered for c in governor.children)
    over = governor.head.head if governor.dep_ == "pobj" else governor.head
    return over.lemma_.lower() in offered


def _tempered(status: Status | None, token: Token, *, infinitive: bool) -> Status | None:
    """A finite clause tells what was: "he fears that they killed him" is no plan."""
    verbal = token.pos_ in VERBAL
    if verbal and token.dep_ == "ccomp" and not infinitive:
        if status in {None, Status.planned, Status.offered, Status.attempted}:
            return Status.happened
        if status is Status.threatened and token.tag_ in {"VBD", "VBN", "VBG"}:
            return Status.happened
    if status is None and verbal and not infinitive and token.dep_ in {"advcl", "acl"}:
        return Status.happened
    return status


def is_generic(trigger: Token, *, lead: bool) -> bool:
    """Whether a verb in the simple present tells of a habit: "insurgents attack convoys". In a headline or a lead it is news."""
    if trigger.pos_ not in VERBAL or lead:
        return False
    auxiliaries = [c for c in trigger.children if c.dep_ in {"aux", "auxpass"}]
    if trigger.tag_ in {"VBZ", "VBP"}:
        return not auxiliaries
    present = all(a.tag_ in {"VBZ", "VBP"} and a.lemma_ == "be" for a in auxiliaries)
    return trigger.tag_ == "VBN" and bool(auxiliaries) and present
