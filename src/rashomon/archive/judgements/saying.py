"""Saying what a value is, that an incident was gone through, or what one thinks of a pair; nothing is moved by it."""

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from rashomon.archive import stale
from rashomon.archive.coding.addresses import account_at, addresses, called
from rashomon.archive.coding.checking import filled_in, said
from rashomon.archive.coding.coded import coded_incident, said_of
from rashomon.archive.coding.coding import Coding
from rashomon.archive.coding.values import Value, actors_in, alike, in_words, value_of
from rashomon.archive.exposure.exposing import expose_again
from rashomon.archive.judgements.judgement import Judgement, Seen
from rashomon.archive.judgements.judging import Judging, listed_refs
from rashomon.archive.shelf import Bearing
from rashomon.archive.tables import coding, exposed
from rashomon.errors import CannotDecide, NotInRecord
from rashomon.linking.mention import Sort
from rashomon.record import Account, Incident, Reading


class Verdict(StrEnum):
    """What somebody thinks of two that may be one."""

    same = "same"
    different = "different"
    unsure = "unsure"


class Unseen:
    """That nobody says what they saw before."""


UNSEEN: Final = Unseen()


class Saying(Judging):
    """Judgements about values, incidents and pairs as they are."""

    def code(
        self,
        asked: str,
        attribute: str,
        value: Value,
        *,
        account: str = "",
        why: str,
        who: str | None = None,
        former: Value | Unseen = UNSEEN,
    ) -> Judgement:
        """An attribute of an incident, as a report has it ("REPORT/i3"), or of an account of it, is this; null: there is none.

        `account` is the account's address ("own", "412-430"), "" the incident itself. What it is already can be said, too: somebody
        has looked. `former` is the value that was seen. Raises CannotDecide where that has changed, or the value cannot be.
        """
        with self.record.writing():
            there = self._borne_as(asked)
            reading = self.record.readings.get(there.report)
            codings = self.record.codings.of_report(there.report)
            value = said(attribute, account, value, reading)
            of = _spoken_of(there, account, reading, codings)
            latest = said_of(codings, there.local).get(account, {}).get(attribute)
            now = latest.value if latest and attribute == "incident" else value_of(of, attribute)
            if not isinstance(former, Unseen) and not alike(attribute, filled_in(former, reading), now):
                raise CannotDecide(_has_changed(there, attribute, now, latest, reading))
            told = f"{attribute.replace('_', ' ')} {_of(there, of)}"
            before, after = ([[there.number, told, _in_words(attribute, each, reading)]] for each in (now, value))
            number = self._log("code", why, who, sort=Sort.incident, before=before, after=after)
            self._code(number, there, account, attribute, value, now, reading)
            self._follow(number)
            return self.get(number)

    def review(self, asked: str, *, why: str, who: str | None = None, expect: Seen | None = None) -> Judgement:
        """This incident was gone through as it is now; what comes to it later was not."""
        with self.record.writing():
            (found,) = self._found([asked], Sort.incident, expect)
            members = self.record.shelf.members(Sort.incident, [found.group])[found.group]
            number = self._log("review", why, who, sort=Sort.incident, after=[sorted(members)])
            self._mark(Sort.incident, members)
            return self.get(number)

    def opine(
        self,
        refs: Sequence[str],
        verdict: str,
        *,
        why: str,
        who: str | None = None,
        sort: Sort = Sort.incident,
        expect: Seen | None = None,
    ) -> Judgement:
        """What somebody thinks of two that may be one (same, different, unsure): it is written down and changes nothing."""
        with self.record.writing():
            found = self._found(refs, sort, expect)
            if len(found) != 2 or found[0].number == found[1].number:
                raise CannotDecide(f"{listed_refs(refs)}: name two things that may be one")
            if verdict not in set(Verdict):
                raise CannotDecide(f"{verdict!r} is no opinion of a pair; {', '.join(Verdict)} are")
            after = [[*sorted(each.number for each in found), verdict]]
            return self.get(self._log("opine", why, who, sort=sort, after=after))

    def _code(
        self, number: int, there: Bearing, account: str, attribute: str, value: Value, former: Value, reading: Reading
    ) -> None:
        """Keep what was said by a judgement, and the names of the actors it is about, which a new reading may call otherwise."""
        names = {actor.id: actor.name for actor in reading.actors if actor.id in actors_in(attribute, value)}
        row = {
            "judgement": number,
            "number": there.number,
            "report": there.report,
            "account": account,
            "attribute": attribute,
            "value": _json(value),
            "former": _json(former),
            "actors": json.dumps(names, ensure_ascii=False),
            "lost": False,
        }
        with self.record.writing() as connection:
            connection.execute(insert(coding), row)

    def _follow(self, number: int) -> None:
        """What follows from a coding, made or undone, is derived anew: the incident, and whom its report exposes."""
        with self.record.writing() as connection:
            report = connection.execute(select(coding.c.report).where(coding.c.judgement == number)).scalar_one()
            stale.mark_told_in(connection, [report])
            before = _exposed(connection, report)
            expose_again(self.record, [report])
            borne = self.record.shelf.borne_by(Sort.actor, report)
            changed = {borne[local] for local, _ in before ^ _exposed(connection, report) if local in borne}
            if changed:
                self._mark(Sort.actor, changed)

    def _borne_as(self, asked: str) -> Bearing:
        """An incident as one report has it: REPORT/i3, or I12 where one report alone tells it."""
        id, _, local = asked.strip().rpartition("/")
        if id and local in (borne := self.record.shelf.borne_by(Sort.incident, id)):
            if id in self.withdrawn():
                raise NotInRecord(f"{self.record.where}: {id} is withdrawn; `undo` of that brings it back")
            return Bearing(id, local, borne[local])
        (found,) = self._found([asked], Sort.incident)
        members = self.record.shelf.members(Sort.incident, [found.group])[found.group]
        borne_as = list(self.record.shelf.bearings(Sort.incident, members))
        if len(borne_as) != 1:
            told = ", ".join(f"{each.report}/{each.local}" for each in borne_as)
            raise CannotDecide(f"{asked} is told several times; say of which you speak: {told}")
        return borne_as[0]


def _exposed(connection: Connection, report: str) -> set[tuple[str, str]]:
    rows = connection.execute(select(exposed.c.local, exposed.c.privacy).where(exposed.c.report == report))
    return {(local, privacy) for local, privacy in rows}


def _spoken_of(there: Bearing, account: str, reading: Reading, codings: Sequence[Coding]) -> Incident | Account:
    """The incident, or the account of it, with what was said of it so far."""
    incident = next((each for each in reading.incidents if each.id == there.local), None)
    if incident is None:
        raise NotInRecord(f"{there.report} has no {there.local} any more; it was read anew")
    now = coded_incident(incident, reading, said_of(codings, there.local))
    of = account_at(now, account) if account else now
    if of is None:
        raise NotInRecord(
            f"{there.report}/{there.local} has no account at {account!r}; there are {', '.join(addresses(now))}"
        )
    return of


def _of(there: Bearing, of: Incident | Account) -> str:
    return f"in {called(of, there.report)}" if isinstance(of, Account) else f"in {there.report}"


def _has_changed(there: Bearing, attribute: str, now: Value, latest: Coding | None, reading: Reading) -> str:
    by = f", by {latest.who} (judgement {latest.judgement}: {latest.why})" if latest else ""
    return (
        f"{attribute.replace('_', ' ')} in {there.report}/{there.local} has changed since you looked: "
        f"it is now {_in_words(attribute, now, reading)}{by}; look again, then decide"
    )


def _in_words(attribute: str, value: Value, reading: Reading) -> str:
    names = {actor.id: actor.name for actor in reading.actors}
    return in_words(attribute, value, lambda id: names.get(id, id))


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)
