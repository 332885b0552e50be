"""An incident's event and sub-event type in ACLED's codebook: by kind, and where the kind leaves it open, by who did what."""

from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.words import sorts
from rashomon.record import KindTable, Role

GOVERNMENT = ("Battles", "Government regains territory")
NON_STATE = ("Battles", "Non-state actor overtakes territory")
AGAINST_CROWDS = frozenset({"killing", "assault", "arrest", "clash"})
EXCESS = frozenset({"bullet", "bullets", "live", "violently", "violent", "deadly", "beat", "beating", "brutal"})
TRANSFER = ("Strategic developments", "Non-violent transfer of territory")
UNFOUGHT = frozenset({"unopposed", "deserted", "withdrawal", "withdraw", "pullout", "uncontested", "bloodless"})
PEACEFUL = ("Protests", "Peaceful protest")
INTERVENTION = ("Protests", "Protest with intervention")
EXCESSIVE = ("Protests", "Excessive force against protesters")


def acled_of(draft: Draft, kind: str, table: KindTable) -> tuple[str, str] | None:
    """ACLED's types: for a town that rebels took "Non-state actor overtakes territory". None for what ACLED does not code."""
    if kind == "negotiation" or table[kind].family == "outside":
        return None
    if kind == "territory_gain":
        return _territory(draft)
    if kind == "protest" or (kind in AGAINST_CROWDS and _is_against_crowd(draft)):
        return _protest(draft)
    own = next((m.frame.acled for m in draft.mentions if m.frame.acled and m.kind == kind), None)
    return own or table[kind].acled


def _is_against_crowd(draft: Draft) -> bool:
    victims = {sort for f in draft.fillers(Role.victim, Role.target) for sort in sorts(f.head)}
    doers = {sort for f in draft.fillers(Role.perpetrator) for sort in sorts(f.head)}
    return "crowd" in victims and not doers & {"group", "crowd"}


def _territory(draft: Draft) -> tuple[str, str]:
    words = {t.lemma_.lower() for m in draft.mentions for t in m.trigger.sent}
    if words & UNFOUGHT or any(m.kind == "withdrawal" for m in draft.mentions):
        return TRANSFER
    gainers = draft.fillers(Role.perpetrator)
    if any(sorts(f.head) & {"force", "toponym"} for f in gainers):
        return GOVERNMENT
    if any("group" in sorts(f.head) for f in gainers):
        return NON_STATE
    losers = {sort for f in draft.fillers(Role.victim) for sort in sorts(f.head)}
    return NON_STATE if "force" in losers and "group" not in losers else GOVERNMENT


def _protest(draft: Draft) -> tuple[str, str]:
    kinds = {m.kind for m in draft.mentions}
    words = {t.lower_ for m in draft.mentions for t in m.trigger.sent}
    if kinds & {"killing", "assault", "clash", "shelling", "airstrike"} or words & EXCESS:
        return EXCESSIVE
    return INTERVENTION if kinds & {"arrest"} or "disperse" in {m.frame.name for m in draft.mentions} else PEACEFUL
