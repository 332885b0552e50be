"""An actor of the record as a person reads it: under which names, tied to whom and when, and in which incidents."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from rashomon.export.decision import Decision
from rashomon.export.headline import Headline
from rashomon.export.masks import Masks
from rashomon.export.quote import Quote, quote
from rashomon.export.redaction import PROTECTED, Profile, Redaction
from rashomon.record import ActorKind, Incident, Noun, Reading
from rashomon.record.linked import LinkedActor, LinkedTie, TieVersion
from rashomon.weighing.privacy import is_name


class NameUse(Noun):
    """A name, and how many reports use it."""

    name: str
    reports: int


class TieSaid(Noun):
    """A tie as one report has it: holding, over, alleged or denied, from when to when, by whom."""

    status: str
    role: str | None
    since: str | None
    until: str | None
    source: str | None
    quote: Quote


class TieStory(Noun):
    """ "Diallo (A4) – commander of – the Northern Brigade (A9)": every version of it, the earliest first."""

    a: str
    a_name: str
    relation: str
    b: str
    b_name: str
    said: tuple[TieSaid, ...]


class Appearance(Noun):
    """An incident in which the actor is, and as what: perpetrator, victim, held responsible …"""

    parts: tuple[str, ...]
    incident: Headline


class ActorStory(Noun):
    """One actor in full. Of a protected one, the public profile has nothing but that there is one."""

    id: str
    name: str
    kind: ActorKind | None
    country: str | None = None
    wikidata: str | None = None
    protected: bool = False
    names: tuple[NameUse, ...] = ()
    described: tuple[str, ...] = ()
    reports: int = 0
    ties: tuple[TieStory, ...] = ()
    incidents: tuple[Appearance, ...] = ()
    decisions: tuple[Decision, ...] = ()


def actor_story(
    actor: LinkedActor,
    ties: Iterable[LinkedTie],
    name_of: Callable[[str], str],
    reading: Callable[[str], Reading],
    masks: Masks,
    decisions: Sequence[Decision] = (),
) -> ActorStory:
    """Tell of one actor; `name_of` gives the name that goes with an id of the record ("A7")."""
    if actor.protected and masks.profile is Profile.public:
        return ActorStory(id=actor.id, name=PROTECTED, kind=None, protected=True)
    readings = {mention.report: reading(mention.report) for mention in actor.mentions}
    over = masks.over(readings.values())
    return ActorStory(
        id=actor.id,
        name=over.text(actor.name),
        kind=actor.kind,
        country=actor.country,
        wikidata=actor.wikidata,
        protected=actor.protected,
        names=_names(actor, over),
        described=over.texts(m.actor.description for m in actor.mentions if m.actor.description),
        reports=len(readings),
        ties=tuple(
            sorted((tie_story(tie, name_of, reading, masks) for tie in ties), key=lambda t: _in_time(t.said[0]))
        ),
        decisions=tuple(decisions),
    )


def in_incidents(story: ActorStory, incidents: Iterable[Appearance]) -> ActorStory:
    """The same with the incidents in which the actor is, the earliest first."""
    return story.model_copy(update={"incidents": tuple(sorted(incidents, key=_by_day))})


def _names(actor: LinkedActor, redaction: Redaction) -> tuple[NameUse, ...]:
    """The proper names, or where there are none the words, the most used first."""
    used = Counter(
        redaction.text(name) for m in actor.mentions for name in dict.fromkeys((m.actor.name, *m.actor.aliases))
    )
    proper = {name for name in used if is_name(name)}
    return tuple(NameUse(name=name, reports=n) for name, n in used.most_common() if name in proper or not proper)


def tie_story(
    tie: LinkedTie, name_of: Callable[[str], str], reading: Callable[[str], Reading], masks: Masks
) -> TieStory:
    """Tell of one tie."""
    over = masks.over([reading(version.report) for version in tie.versions])
    said = [_said(version, reading(version.report), masks) for version in tie.versions]
    return TieStory(
        a=tie.a,
        a_name=over.text(name_of(tie.a)),
        relation=tie.relation.value.replace("_", " "),
        b=tie.b,
        b_name=over.text(name_of(tie.b)),
        said=tuple(sorted(said, key=_in_time)),
    )


def _by_day(appearance: Appearance) -> date:
    """The earliest first; those of which no day is known last."""
    return appearance.incident.earliest or appearance.incident.latest or date.max


def _in_time(said: TieSaid) -> tuple[str, str]:
    """By when it began or ended, as far as anybody says, else by when it was written."""
    written = str(said.quote.published or "9999")
    return said.since or said.until or written, written


def _said(version: TieVersion, reading: Reading, masks: Masks) -> TieSaid:
    redaction, tie = masks.of(reading), version.tie
    statement = next((s for s in reading.statements if s.id == tie.statement), None)
    source = (
        redaction.source(statement.source, reading) if statement else version.source and redaction.text(version.source)
    )
    return TieSaid(
        status=tie.status.value,
        role=redaction.text(tie.role) if tie.role else None,
        since=tie.since,
        until=tie.until,
        source=source or None,
        quote=quote(tie.evidence[0], reading, redaction),
    )


def parts_in(incident: Incident, local: str) -> Iterator[str]:
    """As what an actor of a reading is in one of its incidents; nothing where it is not."""
    yield from (p.role.value for p in incident.participants if p.actor == local)
    if any(local in account.responsible for account in incident.accounts):
        yield "held responsible"
    if any(account.source.actor == local for account in incident.accounts):
        yield "source"
