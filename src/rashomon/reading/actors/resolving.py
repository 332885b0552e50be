"""Nouns that stand for somebody mentioned before: "the group", "the former governor", "the gunmen", "the government"."""

from rashomon.reading.actors.mention import Cast, Draft, Form, Mention
from rashomon.reading.actors.setting import Setting
from rashomon.record import ActorKind

REACH = 4  # sentences back in which people known by a common noun are looked up
NEAR = 2  # sentences back for "the group"
# A university is no movement, but any body is an organisation.
ANY_BODY = frozenset({"group", "organization", "organisation"})
ALWAYS = 10_000
# What may be said of somebody later on without having been said before.
FREE = frozenset(
    {"former", "late", "slain", "ex", "then", "suspected", "alleged", "armed", "unidentified", "dead", "new"}
)
# Without an article there is one of each in a report: "police said".
UNIQUE = frozenset({"police", "army", "troop", "parliament", "congress", "authority"})
FIRST_PERSON = frozenset({"my", "our", "your"})


def resolve(cast: Cast, mention: Mention, setting: Setting) -> Draft | None:
    """The actor that the phrase stands for, if one fits and no other does as well."""
    if any(c.dep_ == "poss" and c.lower_ in FIRST_PERSON for c in mention.head.lefts):
        return None
    if mention.sense is None:
        return _same_words(cast, mention)
    if mention.sense.family != "descriptions":
        return _same_words(cast, mention) or _same_noun(cast, mention, setting)
    return (_same_words(cast, mention) if len(mention.words) > 1 else None) or _group(cast, mention, setting)


def _same_words(cast: Cast, mention: Mention) -> Draft | None:
    """Collectives, and peoples, with the same modifiers are the same: "the Afghan government" … "the Afghan government".

    So are people in general of one side: "Houthi fighters" … "Houthi fighters", but not "two Houthi fighters".
    """
    collective = mention.sense is None or mention.sense.collective
    if not collective and not mention.definite and not _in_general(mention):
        return None
    if collective and not mention.definite and len(mention.words) == 1 and mention.words[0] not in UNIQUE:
        return None
    for draft in reversed(cast.drafts):
        known = [m for m in draft.before(mention.head.i) if m.form is Form.noun and m.plural == mention.plural]
        if any(_as_worded(cast, mention, m, collective or mention.definite) for m in known):
            return draft
    return None


def _as_worded(cast: Cast, mention: Mention, known: Mention, certain: bool) -> bool:
    """Whether a phrase repeats one before, and means no more people than that one did."""
    return (
        _wording(known) == _wording(mention)
        and (certain or _in_general(known))
        and _owner(cast, known) is _owner(cast, mention)
    )


def _wording(mention: Mention) -> tuple[str, ...]:
    """Noun, modifiers and what follows with "of": "people of the valley" are not the people of the plain."""
    return (*mention.words, mention.head.doc[mention.head.i + 1 : mention.end].text.lower())


def _in_general(mention: Mention) -> bool:
    """ "Houthi fighters": no number, no article, and said whose they are."""
    lefts = list(mention.head.lefts)
    return (
        mention.plural
        and any(c.dep_ in {"compound", "amod", "nmod"} and c.text[:1].isupper() for c in lefts)
        and not any(
            c.dep_ in {"nummod", "det", "poss", "quantmod"}
            or c.lower_ in {"other", "many", "several", "more", "some", "few"}
            for c in lefts
        )
    )


def _owner(cast: Cast, mention: Mention) -> Draft | None:
    """Whose it is: "their forces", "Okello's brother"."""
    possessor = next((c for c in mention.head.lefts if c.dep_ == "poss"), None)
    return None if possessor is None else cast.of_head.get(possessor.i)


def _same_noun(cast: Cast, mention: Mention, setting: Setting) -> Draft | None:
    """ "the gunmen" after "two gunmen on a motorbike"; "the army" after "the Malian army"; "the governor" after "Governor X"."""
    sense = mention.sense
    if sense is None or not mention.definite or any(c.dep_ == "poss" for c in mention.head.lefts):
        return None
    # "the man from the ministry" is told apart from another man by what follows, "the government of Chad" from another one.
    telling = {"from", "of", "at"} if sense.family in {"men", "women", "people", "posts", "masses"} else {"of"}
    if any(c.dep_ == "prep" and c.lower_ in telling for c in mention.head.rights):
        return None
    here, i = setting.sentence[mention.head.i], mention.head.i
    single_post = sense.post and not mention.plural
    reach = ALWAYS if sense.collective or single_post else REACH
    fits = [
        d
        for d in cast
        if (known := d.before(i)) and here - setting.sentence[known[-1].head.i] <= reach and _stands_for(mention, d)
    ]
    if sense.collective or single_post:
        return fits[0] if len(fits) == 1 else None
    return max(fits, key=lambda d: d.before(i)[-1].head.i, default=None)


def _stands_for(mention: Mention, draft: Draft) -> bool:
    sense, noun = mention.sense, mention.words[-1]
    if sense is None or (
        draft.kind is not mention.kind and (draft.kind is ActorKind.person or noun not in draft.nouns)
    ):
        return False
    if draft.plural != mention.plural and (draft.kind is ActorKind.person or not draft.named):
        return False
    if noun in draft.nouns:
        known = {w.lower() for m in draft.before(mention.head.i) for w in m.words} | draft.nouns | FREE
        return set(mention.words) <= known
    return sense.family == "attackers" and "attackers" in draft.families and len(mention.words) == 1 and not draft.named


def _group(cast: Cast, mention: Mention, setting: Setting) -> Draft | None:
    """ "the group", "the movement": the armed group or organisation named last, if it is close or the only one."""
    if not mention.definite or mention.plural or any(c.dep_ in {"poss", "prep"} for c in mention.head.children):
        return None
    here, i = setting.sentence[mention.head.i], mention.head.i
    barred = {cast.of_head.get(token.i) for token in mention.head.conjuncts}
    fits = [d for d in cast if _may_be_called(d, mention.words[-1]) and d.named and d not in barred and d.before(i)]
    if len(fits) == 1 and len(mention.words) == 1:
        return fits[0]
    near = [d for d in fits if here - setting.sentence[d.before(i)[-1].head.i] <= NEAR]
    armed = [d for d in near if d.kind is ActorKind.armed_group] or near
    ranked = sorted(((_weight(d.before(i), here, setting), n) for n, d in enumerate(armed)), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] < 1.2 * ranked[1][0]):
        return None
    return armed[ranked[0][1]]


def _may_be_called(draft: Draft, noun: str) -> bool:
    """An armed group is a group or movement whatever its name; an alliance or front is one by name or description."""
    if noun in draft.nouns:
        return True
    return (draft.kind is ActorKind.armed_group and noun in ANY_BODY | {"movement", "outfit"}) or (
        draft.kind is ActorKind.organisation and noun in ANY_BODY
    )


def _weight(mentions: list[Mention], here: int, setting: Setting) -> float:
    weight = 0.0
    for mention in mentions:
        distance = here - setting.sentence[mention.head.i]
        if distance <= NEAR:
            role = 2.0 if mention.head.dep_ in {"nsubj", "nsubjpass"} else 1.0
            weight = max(weight, role / (1 + distance)) + 0.1
    return weight
