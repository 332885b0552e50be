"""An incident of the record as a person reads it: the terminal, the page and JSON are three drawings of this."""

from collections.abc import Iterable, Sequence

from rashomon.export.decision import Decision
from rashomon.export.gathered import Gathered, Version
from rashomon.export.headline import Headline, headline
from rashomon.export.masks import Masks
from rashomon.export.quote import Quote, quote
from rashomon.export.redaction import Redaction
from rashomon.export.voices import Column, Voice, in_roles, voices
from rashomon.export.words import how_many, report_line
from rashomon.linking.copies.speakers import is_protected
from rashomon.record import FigureKind, Noun, Role
from rashomon.record.linked import Told
from rashomon.weighing import Corroboration, Dispute, Range, Responsibility, told_by_origin


class Chart(Noun):
    """What each origin says of one kind of figure; `parties` are the origins that take part in the conflict."""

    kind: str
    rows: tuple[tuple[str, Range], ...]
    parties: tuple[str, ...] = ()


class Together(Noun):
    """What one report tells of this incident and others in one breath; its figures count for none of them."""

    others: tuple[str, ...]
    kind: str
    figures: str
    quote: Quote


class Story(Headline):
    """One incident in full: every account by its origin, what follows from them, and what was decided about it.

    `together` is what is told of it and others in one breath; `covers` are the incidents that it itself puts together.
    """

    participants: tuple[tuple[str, tuple[str, ...]], ...]
    voices: tuple[Voice, ...]
    charts: tuple[Chart, ...]
    responsibility: tuple[Responsibility, ...]
    corroboration: Corroboration
    disputes: tuple[Dispute, ...]
    together: tuple[Together, ...]
    covers: tuple[str, ...]
    told_in: tuple[str, ...]
    decisions: tuple[Decision, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All accounts, those of one origin beside one another."""
        return tuple(column for voice in self.voices for column in voice.columns)


def story(gathered: Gathered, masks: Masks, rule: str = "range", decisions: Iterable[Decision] = ()) -> Story:
    """Tell one incident. Everything that names or quotes anybody goes through the masks."""
    view = gathered.view(rule)
    over = masks.over(gathered.readings.values(), also=_protected_origins(gathered.versions))
    return Story(
        **dict(headline(gathered, view, over)),
        participants=_participants(gathered, over),
        voices=tuple(voices(gathered, masks, over)),
        charts=_charts(gathered, over),
        responsibility=tuple(over.noun(entry) for entry in view.responsibility),
        corroboration=over.noun(view.corroboration),
        disputes=tuple(over.noun(dispute) for dispute in view.disputes),
        together=tuple(_together(told, gathered, masks) for told in gathered.together),
        covers=gathered.covers,
        told_in=tuple(masks.of(reading).text(report_line(reading.report)) for reading in gathered.readings.values()),
        decisions=tuple(over.noun(decision) for decision in decisions),
    )


def _protected_origins(versions: Sequence[Version]) -> list[str]:
    """What weighing calls those who asked for protection: a description of them, and no name that a mask would find."""
    protected = [version for version in versions if is_protected(version.account.source, version.reading)]
    return [name for v in protected for name in (v.telling.origin, v.chain.origin, v.chain.told_by) if name]


def _participants(gathered: Gathered, over: Redaction) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Everybody in a role, in the reports' words and by the record's name, each once."""
    names = gathered.provenance
    told = [(each.incident, gathered.readings[each.report]) for each in gathered.alone]
    found = (
        (
            role.value,
            over.texts(name for incident, reading in told for name in in_roles(incident, reading, names, (role,))),
        )
        for role in Role
    )
    return tuple((role, who) for role, who in found if who)


def _together(told: Told, gathered: Gathered, masks: Masks) -> Together:
    reading = gathered.readings[told.report]
    redaction = masks.of(reading)
    return Together(
        others=told.with_others,
        kind=told.incident.kind.replace("_", " "),
        figures=redaction.text(how_many(told.incident.figures)),
        quote=quote(told.incident.trigger, reading, redaction),
    )


def _charts(gathered: Gathered, over: Redaction) -> tuple[Chart, ...]:
    """A chart for each kind of figure that more than one origin gives."""
    tellings = [version.telling for version in gathered.versions]
    parties = {telling.origin for telling in tellings if telling.party}
    charts = []
    for kind in FigureKind:
        told = {(origin, r.low, r.high): r for origin, r in told_by_origin(tellings, kind)}
        if len(told) > 1:
            rows = tuple((over.text(key[0]), over.noun(r)) for key, r in told.items())
            taking_part = over.texts(key[0] for key in told if key[0] in parties)
            charts.append(Chart(kind=kind.value, rows=rows, parties=taking_part))
    return tuple(charts)
