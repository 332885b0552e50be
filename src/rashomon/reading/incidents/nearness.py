"""How near two words stand in the parse: whose day is "Sunday" in "officials said Sunday that troops were killed Friday"?"""

from collections.abc import Iterable

from spacy.tokens import Token

from rashomon.reading.incidents.vocabulary import words

# Costs beside one for each step of the parse, and how far is too far: set by hand on reports of the ISAF and MUC-4 sets.
SPEECH_COST = 6
CLAUSE_COST = 3
BEFORE_AFTER = frozenset({"after", "before", "since", "until"})
FAR = 14
NEAR = 7
DEEPEST = 40  # heads; texts without full stops are no deeper for us


def chain(token: Token) -> list[Token]:
    """The token and its heads, up to the root of a sentence of ordinary depth."""
    found = [token]
    while token.head != token and len(found) < DEEPEST:
        token = token.head
        found.append(token)
    return found


def is_saying(token: Token) -> bool:
    """ "said", "according", "a statement"."""
    return token.lemma_.lower() in words("verbs")["saying"]


def distance(trigger: Token, other: Token) -> int:
    """Steps in the parse between the two; clause borders and verbs of saying count for more."""
    up = chain(trigger)
    places = {token.i: n for n, token in enumerate(up)}
    cost, below = 0, None
    for token in chain(other):
        if token.i in places:
            meeting = up[: places[token.i] + 1]
            cost += sum(_cost(t) for t in meeting[:-1])
            if is_saying(token) and token != trigger and below is not None:
                cost += SPEECH_COST
            return cost
        cost += _cost(token)
        below = token
    return FAR * 2


def is_another_time(token: Token) -> bool:
    """Whether the token opens what was before or after: "… after they had taken the port"."""
    return (token.dep_ == "prep" and token.lower_ in BEFORE_AFTER) or any(
        c.lower_ in BEFORE_AFTER for c in token.children if c.dep_ in {"mark", "prep", "advmod"} and c.i < token.i
    )


def is_infinitive(token: Token) -> bool:
    """ "To arrest"."""
    return token.tag_ == "VB" and any(c.tag_ == "TO" for c in token.children)


def looks_back(verb: Token) -> bool:
    """ "The rebels had kidnapped a nurse": what was before."""
    return any(c.dep_ == "aux" and c.lower_ in {"had", "'d"} for c in verb.children)


def is_aside(trigger: Token) -> bool:
    """Whether the sentence tells it beside what it is about: "the town that rebels seized in May", "since the bombing"."""
    return any(t.dep_ == "relcl" or is_another_time(t) for t in chain(trigger))


def _cost(token: Token) -> int:
    if token.dep_ in {"advcl", "pcomp", "prep"} and is_another_time(token):
        return FAR
    if token.dep_ in {"ccomp", "advcl", "relcl", "parataxis"}:
        return CLAUSE_COST
    return 1


def nearest(trigger: Token, heads: Iterable[Token], far: int = FAR) -> Token | None:
    """The head nearest to the trigger, if any is nearer than `far`. Of equally near ones the first."""
    best = min(((distance(trigger, head), head.i, head) for head in heads), default=None)
    return best[2] if best and best[0] < far else None
