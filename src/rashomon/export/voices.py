"""The accounts of an incident by origin: who told it, who reported that, who copied it, and what each says in words."""

from collections.abc import Hashable, Iterator, Sequence

from rashomon.export.gathered import Gathered, Version
from rashomon.export.in_report import WHO, WHOM, InReport, in_report
from rashomon.export.masks import Masks
from rashomon.export.quote import Quote, quotes_of
from rashomon.export.redaction import Redaction
from rashomon.export.words import how_many, listed, when, where
from rashomon.linking.copies.speakers import is_protected
from rashomon.record import Incident, Noun, Reading, Role, Status
from rashomon.weighing.privacy import is_name
from rashomon.weighing.telling import Provenance


class Column(Noun):
    """One account, each attribute in words, "" where it does not state it; what reports have alike of one origin is one.

    `what` is the kind of incident that its reports make of it; `in_reports` is where the account and each attribute of it stand.
    """

    source: str
    protected: bool
    kind: str
    what: str
    act: str
    firmness: str
    channel: str
    when: str
    where: str
    who: str
    whom: str
    figures: str
    verified: str
    reported_by: str | None
    copied_by: tuple[str, ...]
    quotes: tuple[Quote, ...]
    in_reports: tuple[InReport, ...]

    @property
    def chain(self) -> str:
        """Who reported and who copied it, but for those whose names stand above it or below its sentences anyway."""
        named = {self.source, *(quote.publisher or quote.report for quote in self.quotes)}
        reporter = f"reported by {self.reported_by}" if self.reported_by and self.reported_by not in named else ""
        copies = listed([name for name in self.copied_by if name not in named], 2)
        return ", ".join(filter(None, (reporter, f"copied by {copies}" if copies else "")))

    @property
    def passages(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        """The sentences, each once, with the reports in which they stand; those of the same reports together."""
        standing: dict[str, dict[str, None]] = {}
        for quote in self.quotes:
            standing.setdefault(quote.text, {})[quote.by] = None
        together: dict[tuple[str, ...], list[str]] = {}
        for sentence, reports in standing.items():
            together.setdefault(tuple(reports), []).append(sentence)
        return [(tuple(sentences), reports) for reports, sentences in together.items()]


class Voice(Noun):
    """One origin and its accounts: what the record calls it, and whether it takes part in the conflict."""

    origin: str
    party: bool
    columns: tuple[Column, ...]


def in_roles(incident: Incident, reading: Reading, names: Provenance, roles: tuple[Role, ...]) -> Iterator[str]:
    """The participants in these roles, each in the report's words and by name where these do not say it."""
    for participant in incident.participants:
        if participant.role in roles:
            text = " ".join(participant.text.split())
            name = names.actor(participant.actor, reading) if participant.actor else text
            known = name.casefold() in text.casefold() or not is_name(name)
            yield text if known else f"{text} ({name})"


def voices(gathered: Gathered, masks: Masks, over: Redaction) -> Iterator[Voice]:
    """One voice an origin, in the order in which they are first told."""
    by_origin: dict[str, list[Version]] = {}
    for version in gathered.versions:
        by_origin.setdefault(version.chain.origin, []).append(version)
    for origin, told in by_origin.items():
        yield Voice(
            origin=over.text(origin),
            party=any(version.telling.party for version in told),
            columns=tuple(_columns(told, gathered.provenance, masks)),
        )


def _columns(versions: Sequence[Version], names: Provenance, masks: Masks) -> Iterator[Column]:
    """One column for what an origin says alike in several reports, in whatever words, with the sentence of each."""
    alike: dict[Hashable, list[Column]] = {}
    for version in versions:
        column = _column(version, names, masks.of(version.reading))
        figures = tuple((figure.kind, figure.low, figure.high) for figure in version.account.figures)
        said = (column.act, column.firmness, column.when, column.where, column.who, column.verified, figures)
        alike.setdefault(said, []).append(column)
    return map(_together, alike.values())


def _together(columns: Sequence[Column]) -> Column:
    """The account that names its source most fully, with the reporters, copies and sentences of all."""
    fullest = max(columns, key=lambda column: len(column.source))
    return fullest.model_copy(
        update={
            "reported_by": next((column.reported_by for column in columns if column.reported_by), None),
            "copied_by": tuple(dict.fromkeys(name for column in columns for name in column.copied_by)),
            "what": "; ".join(dict.fromkeys(column.what for column in columns)),
            "quotes": tuple(dict.fromkeys(quote for column in columns for quote in column.quotes)),
            "in_reports": tuple(each for column in columns for each in column.in_reports),
        }
    )


def _column(version: Version, names: Provenance, redaction: Redaction) -> Column:
    account, incident, reading = version.account, version.incident, version.reading
    statement = next((s for s in reading.statements if s.id == account.statement), None)
    own = account.statement is None
    doers = tuple(in_roles(incident, reading, names, WHO)) if own else ()
    time, place = version.telling.time, version.telling.place
    return Column(
        source=redaction.text(version.chain.origin) if own else redaction.source(account.source, reading),
        kind="in its own voice" if own else account.source.kind.value.replace("_", " "),
        protected=is_protected(account.source, reading),
        what=_what(incident),
        act="tells" if own else account.act.value.replace("_", " "),
        firmness=account.firmness.value,
        channel=redaction.text((statement.channel if statement else None) or ""),
        when=when(time) if time and (time.earliest or time.latest) else "",
        where=redaction.text(where(place)) if place else "",
        who=", ".join(redaction.texts(version.telling.responsible or doers)),
        whom=", ".join(redaction.texts(in_roles(incident, reading, names, WHOM))) if own else "",
        figures=redaction.text(how_many(account.figures)),
        verified=account.verified.value if account.verified else "",
        reported_by=redaction.text(version.chain.reported_by) if version.chain.reported_by else None,
        copied_by=redaction.texts(version.chain.copied_by),
        quotes=quotes_of(account.evidence, reading, redaction),
        in_reports=(in_report(version),),
    )


def _what(incident: Incident) -> str:
    """ "clash", "killing (planned)"."""
    kind = incident.kind.replace("_", " ")
    return kind if incident.status is Status.happened else f"{kind} ({incident.status})"
