"""Whose telling an account is: who told it, who reported it, who copied that.

Ten papers with one wire story are one voice; a paper with its own interview besides is two. An account is copied where at
least half of its evidence stands word for word in other reports. Then it is the agency's that any of them credits, else that
of the first to publish it. A speaker with a name is one voice wherever he is quoted; "a police official" is one in all copies
of a story, and another one in a report of its own.
"""

from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache

from rashomon.linking.copies.fingerprints import Printed, Prints, printed, settings
from rashomon.linking.copies.newsrooms import newsroom
from rashomon.linking.copies.printing import Printing, printing
from rashomon.linking.copies.speakers import Speaker, is_protected, speaker
from rashomon.linking.copies.standing import Standing
from rashomon.record import Account, Reading, Report, Source, SourceKind, Span, Statement
from rashomon.record.linked import Chain

KEPT = 1 << 10
"""Chains that are kept at hand: those of a story that hundreds print are long, and the same for all of them."""


def own_name(actor: str, reading: Reading) -> str:
    """An actor's name in its own report."""
    return next((a.name for a in reading.actors if a.id == actor), actor)


class Lineage:
    """The origins of the accounts of some reports: those that tell of an incident, and those which share passages with them.

    `name` gives the record's name of an actor of a reading, `body` a report's fingerprints. The order of the readings does not
    matter.
    """

    def __init__(
        self,
        readings: Iterable[Reading],
        name: Callable[[str, Reading], str] = own_name,
        body: Callable[[Report], Printed] = printed,
    ) -> None:
        self._name = name
        self._readings = {reading.report.id: reading for reading in sorted(readings, key=lambda r: r.report.id)}
        self._read_body = body
        self._bodies: dict[str, Printed] = {}
        self._stands: dict[bytes, frozenset[str]] = {}
        self._printings: dict[frozenset[str], Printing] = {}
        self._speakers: dict[tuple[bytes, tuple[str, ...]], Speaker | None] = {}

    def actor(self, id: str, reading: Reading) -> str:
        """The record's name of an actor."""
        return self._name(id, reading)

    def chain(self, account: Account, reading: Reading) -> Chain:
        """Who told an account, who reported it, who copied it."""
        text = self._printing(self._others(account.evidence, reading) | {reading.report.id})
        if account.source.kind is SourceKind.author:
            return _chain(text, text.reporter, reported_by=text.reporter)
        statement = next((s for s in reading.statements if s.id == account.statement), None)
        told_by = self._speaker(account.source, statement, reading, text)
        room = _newsroom_quoted(account.source, told_by)
        if room:
            return _chain(text, room, reported_by=room)
        reporter = (newsroom(statement.channel) if statement and statement.channel else None) or text.reporter
        origin = told_by.label if told_by.named else f"{told_by.label} in {reporter}"
        return _chain(text, origin, reported_by=reporter, told_by=told_by.label)

    def _others(self, evidence: Iterable[Span], reading: Reading) -> frozenset[str]:
        """The other reports in which an account's evidence stands; none where most of it stands nowhere else."""
        found: frozenset[str] = frozenset()
        if len(self._readings) == 1:
            return found
        all_runs = copied = 0
        for span in evidence:
            runs = self._body(reading.report.id).within(span)
            others = self._bearers(runs) - {reading.report.id}
            found |= others
            all_runs += len(runs)
            copied += len(runs) if others else 0
        return found if 2 * copied >= all_runs else frozenset()

    def _body(self, id: str) -> Printed:
        if id not in self._bodies:
            self._bodies[id] = self._read_body(self._readings[id].report)
        return self._bodies[id]

    def _bearers(self, runs: Prints) -> frozenset[str]:
        """The reports in which a sentence with these runs stands; copies ask for the same sentences again and again."""
        key = runs.tobytes()
        if key not in self._stands:
            enough = max(settings()["stands_least"], settings()["stands"] * len(runs))
            shared = self._standing.among(runs)
            self._stands[key] = frozenset(id for id, number in shared.items() if number >= enough)
        return self._stands[key]

    def _printing(self, ids: frozenset[str]) -> Printing:
        if ids not in self._printings:
            reports = (self._readings[id].report for id in ids)
            self._printings[ids] = printing(reports, lambda report: len(self._body(report.id).words))
        return self._printings[ids]

    def _speaker(self, source: Source, statement: Statement | None, reading: Reading, text: Printing) -> Speaker:
        """Who speaks: by name where any copy of the sentence has one, else as the first copy calls him.

        A shortened copy says "he" of whom the whole story names. A protected source is never given a name from elsewhere.
        """
        own = speaker(source, reading, self._name)
        alone = len(text.reports) == 1
        if alone or statement is None or statement.cue is None or is_protected(source, reading):
            return own
        if sum(statement.cue == other.cue for other in reading.statements) > 1:  # "a soldier and a nurse said"
            return own
        runs = self._body(reading.report.id).within(statement.cue)
        key = runs.tobytes(), text.reports
        if key not in self._speakers:
            self._speakers[key] = self._spoken(runs, text)
        return self._speakers[key] or own

    def _spoken(self, runs: Prints, text: Printing) -> Speaker | None:
        """Who says in copies of a text what has its verb of saying in these runs of words."""
        found = [(-shared, key) for key, shared in self._cues.among(runs).items() if 2 * shared >= len(runs)]
        same: dict[str, Statement] = {}
        for _, key in sorted(found):
            same.setdefault(key[0], self._statements[key])
        heard = [
            speaker(same[id].source, self._readings[id], self._name)
            for id in text.reports
            if id in same and not is_protected(same[id].source, self._readings[id])
        ]
        return next((voice for voice in heard if voice.named), heard[0] if heard else None)

    @cached_property
    def _statements(self) -> dict[tuple[str, str], Statement]:
        return {(id, said.id): said for id, reading in self._readings.items() for said in reading.statements}

    @cached_property
    def _standing(self) -> Standing[str]:
        """The reports by the words in them."""
        return Standing({id: self._body(id).prints for id in self._readings})

    @cached_property
    def _cues(self) -> Standing[tuple[str, str]]:
        """Statements by the words around their verb of saying, to find one again in a copy."""
        said = ((key, statement.cue) for key, statement in self._statements.items())
        return Standing({key: self._body(key[0]).within(cue) for key, cue in said if cue})


@lru_cache(KEPT)
def _chain(text: Printing, origin: str, reported_by: str, told_by: str | None = None) -> Chain:
    copied_by = tuple(paper for paper in text.papers if paper not in reported_by.split("; "))
    return Chain(origin=origin, told_by=told_by, reported_by=reported_by, copied_by=copied_by)


def _newsroom_quoted(source: Source, told_by: Speaker) -> str | None:
    """The newsroom that a report has something from: "according to the Associated Press"."""
    if source.kind is not SourceKind.media:
        return None
    return (newsroom(source.text) if source.text else None) or (told_by.label if told_by.named else None)
