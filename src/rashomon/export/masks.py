"""Whom the exports of one record do not name: decided for each linked actor, over all its reports, and the same in all of them.

Protected wins over public, public over private. A protected source's full name is withheld wherever any report has it, although
such a source is never linked with anybody: that a name stands elsewhere must not give it away.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rashomon.archive import Record
from rashomon.archive.actors.known_as import KnownAs, known_as
from rashomon.archive.exposure.exposure import Exposure, Key
from rashomon.export.redaction import PROTECTED, Profile, Redaction
from rashomon.record import Actor, Reading
from rashomon.weighing.privacy import Privacy, full_names, is_name, names_of, privacy, sources, strongest


@dataclass(frozen=True)
class Mask:
    """What stands for somebody, and the names under which other reports of the record know them."""

    stands: str
    names: frozenset[str]


@dataclass
class Masks:
    """The masks of a record. `public` are actors who may be named although one report by itself would not tell so."""

    profile: Profile = Profile.public
    hidden: dict[Key, Mask] = field(default_factory=dict)
    public: set[Key] = field(default_factory=set)
    everywhere: dict[str, str] = field(default_factory=dict)
    _made: list[Redaction] = field(default_factory=list)
    _of: dict[str, Redaction] = field(default_factory=dict)

    def have(self, reports: Iterable[str]) -> None:
        """That these reports are to be told of: what there is to know about their actors is known."""

    def of(self, reading: Reading) -> Redaction:
        """The masks for what quotes one report."""
        if reading.report.id not in self._of:
            self._of[reading.report.id] = self.over([reading])
        return self._of[reading.report.id]

    def over(self, readings: Iterable[Reading], also: Iterable[str] = ()) -> Redaction:
        """The masks for what is put together from several reports; `also` are further words for protected sources."""
        told = list(readings)
        self.have(reading.report.id for reading in told)
        public = self.profile is Profile.public
        made = Redaction(self._all_names(told, also) if public else {}, self.profile)
        self._made.append(made)
        return made

    @property
    def withheld(self) -> int:
        """How many values were replaced so far."""
        return sum(redaction.withheld for redaction in self._made)

    def mask(self, actor: Actor, reading: Reading) -> str | None:
        """What stands for an actor of a reading; None for those who may be named."""
        key = (reading.report.id, actor.id)
        self.have([reading.report.id])
        if key in self.hidden:
            return self.hidden[key].stands
        found = Privacy.other if key in self.public else privacy(actor, reading)
        return _stands(found, _mark(reading, actor)) if found.masked else None

    def hide(self, known: KnownAs, as_what: Privacy) -> None:
        """Name an actor nowhere."""
        names = frozenset(filter(is_name, known.names))
        self.hidden |= dict.fromkeys(known.mentions, Mask(_stands(as_what, known.id), names))

    def _all_names(self, readings: Iterable[Reading], also: Iterable[str]) -> dict[str, str]:
        """Whoever may be named stands for themselves, so that a victim's surname does not mask the minister who shares it.

        Of two with one full name who are not linked, one of whom must not be named, neither is.
        """
        named: dict[str, str] = {}
        masked: dict[str, str] = {}
        for reading in readings:
            in_report = self._names(reading)
            named |= in_report[0]
            masked |= in_report[1]
        return named | masked | self.everywhere | dict.fromkeys(also, PROTECTED)

    def _names(self, reading: Reading) -> tuple[dict[str, str], dict[str, str]]:
        """Who is named in a report as they are, and what stands for those who are not."""
        named: dict[str, str] = {}
        masked: dict[str, str] = {}
        for actor in reading.actors:
            if stands := self.mask(actor, reading):
                known = self.hidden.get((reading.report.id, actor.id))
                masked |= dict.fromkeys(names_of(actor, reading), stands)
                masked |= dict.fromkeys(known.names if known else (), stands)
            else:
                named |= {name: name for name in full_names(actor)}
        unnamed = (source.text for source in sources(reading) if source.protected and source.text)
        return named, masked | dict.fromkeys(unnamed, PROTECTED)


def masks(readings: Iterable[Reading], actors: Iterable[KnownAs], profile: Profile = Profile.public) -> Masks:
    """The masks of a record with these readings and linked actors. One pass over the readings, which are not kept."""
    if profile is Profile.internal:
        return Masks(profile)
    found: dict[Key, Privacy] = {}
    protected: set[str] = set()
    for reading in readings:
        for actor in reading.actors:
            if (as_what := privacy(actor, reading)) is not Privacy.other:
                found[reading.report.id, actor.id] = as_what
            if as_what is Privacy.protected:
                protected |= {name for name in full_names(actor) if len(name.split()) > 1}
    return _masks(found, actors, dict.fromkeys(protected, PROTECTED))


def _masks(found: Mapping[Key, Privacy], actors: Iterable[KnownAs], everywhere: dict[str, str]) -> Masks:
    made = Masks(Profile.public, everywhere=everywhere)
    for known in actors:
        as_what = strongest(found[key] for key in known.mentions if key in found)
        if as_what.masked:
            made.hide(known, as_what)
        elif as_what is Privacy.public:
            made.public.update(known.mentions)
    return made


def _stands(as_what: Privacy, mark: str) -> str:
    return f"{as_what} {mark}" if as_what.pseudonymous else PROTECTED


def _mark(reading: Reading, actor: Actor) -> str:
    """For somebody whom linking has not numbered; not made from the name: from a hashed name the name can be guessed."""
    return hashlib.sha256(f"{reading.report.sha256}/{actor.id}".encode()).hexdigest()[:6]


class RecordMasks(Masks):
    """The public masks of a record: found out for what is told when it is told, over all reports of whoever is in it."""

    def __init__(self, record: Record) -> None:
        self.record, self.exposure = record, Exposure(record)
        everywhere = dict.fromkeys(self.exposure.protected_names(), PROTECTED)
        super().__init__(Profile.public, everywhere=everywhere)
        self._had: set[str] = set()

    def have(self, reports: Iterable[str]) -> None:
        """Find out about all actors of these reports at once."""
        new = set(reports) - self._had
        if not new:
            return
        with self.record.looking():
            actors = self.exposure.actors(new)
            stand = self.exposure.of(actors.values())
            masked = {group: as_what for group, as_what in stand.items() if as_what.masked}
            for known in known_as(self.record, masked) if masked else ():
                self.hide(known, masked[int(known.id[1:])])
        self.public.update(key for key, group in actors.items() if stand.get(group) is Privacy.public)
        self._had |= new


def masks_of(record: Record, readings: Iterable[Reading]) -> Masks:
    """The public masks of a record for what is told from these readings; of others they find out when they are asked for."""
    found = RecordMasks(record)
    found.have(reading.report.id for reading in readings)
    return found
