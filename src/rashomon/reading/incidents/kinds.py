"""What kind of incident it was: the trigger's own kind, refined by weapons, by who fought whom, by a crowd that was there."""

from functools import cache

from spacy.tokens import Token

from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.mention import Mention
from rashomon.reading.incidents.vocabulary import table
from rashomon.reading.incidents.words import sorts
from rashomon.record import FigureKind, Role

ARMED = frozenset(
    {
        "military",
        "army",
        "police",
        "militant",
        "rebel",
        "guerrilla",
        "enemy",
        "infantry",
        "brigade",
        "battalion",
        "naval",
        "troop",
    }
)
GARRISONS = frozenset(
    {"barracks", "garrison", "checkpoint", "outpost", "brigade", "battalion", "patrol", "company", "column", "position"}
)

DEADLY = frozenset({"execute", "kill", "die", "toll"})  # frames that tell of deaths


@cache
def _clues() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    return tuple((c["kind"], frozenset(c["from"]), frozenset(c["words"])) for c in table("kinds")["clue"])


@cache
def _clue_words() -> frozenset[str]:
    return frozenset[str]().union(*(words for _, _, words in _clues()))


@cache
def _settings() -> tuple[tuple[str, frozenset[str], frozenset[str], frozenset[str]], ...]:
    return tuple(
        (s["kind"], frozenset(s["from"]), frozenset(s["words"]), frozenset(s["unless"]))
        for s in table("kinds")["setting"]
    )


def clues_of(mention: Mention) -> frozenset[str]:
    """The words in the trigger's own clause that tell how it was done: "killed … by a roadside bomb" gives bomb."""
    return frozenset(t.lemma_.lower() for t in _clause(mention.trigger) if not _is_the_air(t)) & _clue_words()


def _is_the_air(token: Token) -> bool:
    """Shots "in the air" or "into the air" are no air attack."""
    return token.lower_ == "air" and token.dep_ == "pobj"


def _clause(trigger: Token) -> list[Token]:
    found, stack = [], [trigger]
    while stack:
        token = stack.pop()
        found.append(token)
        stack += [
            c
            for c in token.children
            if c.dep_ not in {"conj", "ccomp", "relcl", "advcl", "parataxis", "xcomp", "appos"}
        ]
    if trigger.dep_ == "pobj" and trigger.pos_ != "VERB":
        return found
    return found


def refined(mention: Mention) -> str:
    """The kind of a mention after its own clause was read."""
    kind = mention.frame.kind
    for refined_kind, origins, words in _clues():
        if kind in origins and mention.clues & words and not mention.frame.plain:
            return refined_kind
    return kind


def settled(draft: Draft) -> str:
    """The kind of an incident after all its mentions were read together."""
    kind = _in_setting(draft, draft.main.kind)
    names = {m.frame.name for m in draft.mentions}
    if kind in {"clash", "protest", "assault"} and _crowd_fights(draft):
        return "riot"
    if kind in {"killing", "assault"} and "execute" not in names and is_fight(draft):
        return "clash"
    if kind == "assault" and names & {"kill", "die"}:
        return "killing"
    if kind == "killing" and draft.main.frame.name == "shoot" and not names & DEADLY and _scatters(draft):
        return "protest" if _is_against_crowd(draft) else "assault"
    return kind


def _scatters(draft: Draft) -> bool:
    """Whether a force shot and nobody is said to have died of it: "police fired in the air to disperse the crowd"."""
    doers = {sort for f in draft.fillers(Role.perpetrator) for sort in sorts(f.head)}
    return "force" in doers and not any(f.kind is FigureKind.killed for m in draft.mentions for f in m.figures)


def _is_against_crowd(draft: Draft) -> bool:
    return any("crowd" in sorts(t) for m in draft.mentions for t in m.trigger.sent)


def _in_setting(draft: Draft, kind: str) -> str:
    if all(kind not in origins for _, origins, _, _ in _settings()):
        return kind
    words = {t.lemma_.lower() for m in draft.mentions for t in m.trigger.sent if t.i == 0 or t.nbor(-1).text != "-"}
    for becomes, origins, clues, unless in _settings():
        if kind in origins and words & clues and not words & unless:
            return becomes
    return kind


def is_fight(draft: Draft) -> bool:
    """Armed men against armed men: "insurgents attacked an army post"."""
    doers = {sort for f in draft.fillers(Role.perpetrator, Role.party) for sort in sorts(f.head)}
    suffered = draft.fillers(Role.victim, Role.target)
    armed = any(sorts(f.head) & {"force", "group"} or _is_military(f.head) for f in suffered)
    return bool(doers & {"force", "group"}) and armed and "crowd" not in doers


def _is_military(head: Token) -> bool:
    return head.lemma_.lower() in GARRISONS or any(
        c.lemma_.lower() in ARMED for c in head.children if c.dep_ in {"compound", "amod", "poss"}
    )


def _crowd_fights(draft: Draft) -> bool:
    """ "Clashes broke out between police and demonstrators"."""
    kinds = {m.kind for m in draft.mentions}
    parties = {sort for f in draft.fillers(Role.party, Role.perpetrator) for sort in sorts(f.head)}
    return ("protest" in kinds or "crowd" in parties) and bool(kinds & {"clash", "riot"}) and "group" not in parties
