"""Which names in a report are the same actor's: "Samuel Okello" and "Okello", "National Liberation Army" and "ELN"."""

from collections.abc import Callable

from rashomon.reading.actors.mention import Cast, Draft, Mention
from rashomon.reading.actors.names import initials, name_key, same_person, same_words, short_for
from rashomon.record import ActorKind

BRACKETS = frozenset({"(", "["})
# "The elder Barzan" is the father of the two.
ELDER = frozenset({"elder", "older", "senior", "late", "slain"})
CHILD = frozenset({"son", "daughter", "heir", "grandson", "nephew"})
SMALL = frozenset({"of", "the", "for", "and", "in", "de", "y", "e", "on", "la", "del"})


def join(cast: Cast, named: list[Mention]) -> None:
    """Put every mention by name with its actor, in the order of the text."""
    for mention in named:
        draft = _registered(cast, mention) or _same_name(cast, mention)
        if draft is None:
            cast.new(mention)
        else:
            cast.link(mention, draft)
    _join_acronyms(cast)


def _registered(cast: Cast, mention: Mention) -> Draft | None:
    if mention.entry is None:
        return None
    return next((d for d in cast if d.entry is mention.entry), None)


def _same_name(cast: Cast, mention: Mention) -> Draft | None:
    if mention.entry is not None:
        return None
    if mention.kind is ActorKind.person:
        return _same_person(cast, mention)
    key = name_key(mention.words)
    drafts = [d for d in cast if d.kind is not ActorKind.person and d.entry is None]
    return next((d for d in drafts for words in d.names if _same_organisation(key, name_key(words))), None)


def _same_organisation(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Equal, or one goes on with a place the other leaves out: "Lawyers Association (of Afghanistan)"."""
    if same_words(a, b):
        return True
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return len(short) >= 2 and same_words(short, long[: len(short)]) and len(long) - len(short) <= 2


def _same_person(cast: Cast, mention: Mention) -> Draft | None:
    key = name_key(mention.words)
    people = [d for d in cast if d.kind is ActorKind.person and d.names and _agree(d, mention)]
    fits = [(max(_fit(key, known) for known in _comparable(d, key)), d) for d in people]
    best = max((fit for fit, _ in fits), default=0)
    drafts = [d for fit, d in fits if fit == best and fit]
    if len(drafts) > 1 and any(c.lower_ in ELDER for c in mention.head.lefts):
        drafts = [d for d in drafts if any(_is_parent(m) for m in d.mentions)] or drafts
    return max(drafts, key=lambda d: d.mentions[-1].head.i, default=None)


def _comparable(draft: Draft, key: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Its names that tell: a full name is compared with full names, for a surname alone could be a relative's."""
    known = [name_key(words) for words in draft.names]
    full = [k for k in known if len(k) > 1]
    return full if full and len(key) > 1 else known


def _is_parent(mention: Mention) -> bool:
    """ "the son of Murat Barzan": of two by the name of Barzan he is the elder one."""
    head = mention.head
    while head.dep_ in {"appos", "compound"}:
        head = head.head
    return head.dep_ == "pobj" and head.head.head.lower_ in CHILD


def _fit(key: tuple[str, ...], known: tuple[str, ...]) -> int:
    """How well a name fits one that is known: 5 the same, 4 both full, 1-3 one short for the other."""
    if same_words(key, known):
        return 5 if len(key) > 1 else 3
    if len(key) > 1 and len(known) > 1:
        if same_person(key, known):
            return 4
        return 3 if short_for(key, known) == 3 or short_for(known, key) == 3 else 0
    return short_for(key, known) or short_for(known, key)


def _agree(draft: Draft, mention: Mention) -> bool:
    return draft.gender is None or mention.gender is None or draft.gender == mention.gender


def _join_acronyms(cast: Cast) -> None:
    """ "Lawyers' Union for Peace (LUP)" and "LUP [Lawyers' Union for Peace]" are one; so are both names far apart."""
    by_start = {m.start: m for d in cast for m in d.mentions}
    for mention in list(by_start.values()):
        opens = mention.end < len(cast.doc) and cast.doc[mention.end].text in BRACKETS
        other = by_start.get(mention.end + 1) if opens else None
        if other is not None:
            _merge(cast, cast.of_head[mention.head.i], cast.of_head[other.head.i], _explains)
    for draft in list(cast):
        acronym = _acronym(draft)
        full = [d for d in cast if d is not draft and acronym and _spells(d, acronym)]
        if len(full) == 1 and draft in cast.drafts:
            _merge(cast, full[0], draft, _spelled_out)


def _merge(cast: Cast, a: Draft, b: Draft, same: Callable[[Draft, Draft], bool]) -> None:
    """Make one of the two, if neither is a person, the registry does not tell them apart, and `same` says so."""
    known = a.entry is not None and b.entry is not None
    if a is b or known or ActorKind.person in {a.kind, b.kind} or not same(a, b):
        return
    kept, lost = (b, a) if b.entry is not None else (a, b)
    cast.merge(kept, lost)


def _explains(a: Draft, b: Draft) -> bool:
    """Whether what stands in brackets is another name: an acronym on one side, and no news agency that is credited."""
    if not (_acronym(a) or _acronym(b)):
        return False
    agency = any(d.entry is not None and d.entry.kind is ActorKind.organisation for d in (a, b))
    return not agency or _spelled_out(a, b)


def _spelled_out(a: Draft, b: Draft) -> bool:
    return _spells(a, _acronym(b)) or _spells(b, _acronym(a))


def _acronym(draft: Draft) -> str:
    return next((w[0] for w in draft.names if len(w) == 1 and w[0].isupper() and len(w[0]) > 2), "")


def _spells(draft: Draft, acronym: str) -> bool:
    if draft.kind is ActorKind.person:
        return False
    large = [tuple(w for w in words if w.lower() not in SMALL) for words in draft.names if len(words) > 2]
    return any(initials(words) == acronym for words in large)
