"""Whose a state's officer is: "the Chadian defence minister" is the Chadian government's.

A bare "defence minister" is nobody's unless one country clearly dominates the report and no other is named near by. A bare
"President" is never tied: any report may quote any president.
"""

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from rashomon.reading.actors import countries
from rashomon.record import Actor, ActorKind

# Judgements, not swept: how often a country must be named, and how much of all naming of countries that must be.
LEAST = 3
SHARE = 0.8


class State:
    """The countries that a report names, and the governments among its actors."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._named: dict[int, str] | None = None

    def government(self, country: str) -> str | None:
        """The id of the country's government itself, not of one of its bodies: not the White House."""
        ours = [a for a in self.doc._.actors if a.kind is ActorKind.government and a.country == country]
        ours = [a for a in ours if a.name in countries.by_name() or is_government(a)]
        return max(ours, key=lambda a: (is_government(a), len(a.mentions))).id if ours else None

    def meant(self, post: Token, holder: Actor) -> str | None:
        """The government that a bare post must belong to, if one must."""
        named = self._countries()
        counts = Counter(named.values())
        if not counts:
            return None
        country, most = counts.most_common(1)[0]
        enough = most >= LEAST or any(is_government(a) and a.country == country for a in self.doc._.actors)
        sent = post.sent
        near = {code for start, code in named.items() if sent.start_char <= start < sent.end_char}
        if not enough or most < SHARE * counts.total() or (near | {holder.country or country}) != {country}:
            return None
        return self.government(country)

    def _countries(self) -> dict[int, str]:
        """Country by where it is named: as a place or by a place in it, by a demonym, or by an actor of it."""
        if self._named is None:
            named = {p.span[0]: p.place.country for p in self.doc._.places if p.place and p.place.country}
            named |= {t.idx: code for t in self.doc if (code := countries.country_of([t.text]))}
            named |= _by_actors(self.doc._.actors, named)
            self._named = named
        return self._named


def _by_actors(actors: Iterable[Actor], named: Iterable[int]) -> dict[int, str]:
    """Where an actor of a country is mentioned without naming the country: "FARC"."""
    known = sorted(named)
    spans = [(span, a.country) for a in actors if a.country and a.kind is not ActorKind.person for span in a.mentions]
    return {start: code for (start, end), code in spans if code and not any(start <= at < end for at in known)}


def is_government(actor: Actor) -> bool:
    """ "Afghan government", rather than "Afghanistan" for it."""
    return actor.kind is ActorKind.government and actor.name.split()[-1].lower() in {
        "government",
        "regime",
        "administration",
    }
