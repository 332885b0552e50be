"""One account per voice: the report's own, and each source's."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from rashomon.reading.accounts.doers import voice_of, voice_outside
from rashomon.reading.accounts.figures import figures_of_incident, figures_of_report, figures_of_statements
from rashomon.reading.accounts.firmness import hedged
from rashomon.reading.accounts.owning import is_own_deed
from rashomon.reading.accounts.responsible import claiming, guilty, held_by_source, pointed_at, told_by
from rashomon.reading.accounts.telling import is_answered_for
from rashomon.reading.document import covers, meets, span_of, tokens_in
from rashomon.reading.syntax import subjects
from rashomon.record import Account, Act, ActorKind, Firmness, Incident, Source, SourceKind, Span, Statement

AUTHOR = Source(kind=SourceKind.author)


def with_accounts(doc: Doc, incident: Incident, told: Sequence[Statement]) -> Incident:
    """The incident with an account per voice; its own figures are those of the first voice that gives any of a kind."""
    accounts = [*report_account(doc, incident, told), *source_accounts(doc, incident, told)]
    if not accounts:  # told only in passing, within what somebody says of something else
        around = [s for s in doc._.statements if any(meets(incident.trigger, content) for content in s.content)]
        accounts = source_accounts(doc, incident, around[-1:]) or [
            _own_account(doc, incident, [incident.trigger], told)
        ]
    figures = figures_of_incident(doc, incident, accounts)
    return incident.model_copy(update={"accounts": tuple(accounts), "figures": tuple(figures)})


def report_account(doc: Doc, incident: Incident, told: Sequence[Statement]) -> list[Account]:
    """The report's own account, where it tells the incident outside of what it attributes to others."""
    attributed = _attributed(doc)
    own = [e for e in incident.evidence if not _covered(e, attributed)]
    if not own and not _covered(incident.trigger, attributed):
        own = [incident.trigger]
    own = own or [f.span for f in incident.figures if not _covered(f.span, attributed)]
    if not own and told_by(doc, incident, voice_outside(attributed)):
        own = [incident.trigger]
    return [_own_account(doc, incident, own, told)] if own else []


def _attributed(doc: Doc) -> list[Span]:
    """What the report attributes to others, with the words that do so."""
    return [span for s in doc._.statements for span in (*s.content, *_frame(s))] + _named_with_cues(doc)


def _named_with_cues(doc: Doc) -> list[Span]:
    """Who speaks, also where the source is told with other words, and at whom it points."""
    cues = [tokens_in(doc, s.cue).root for s in doc._.statements if s.cue]
    named = [*(t for cue in cues for t in subjects(cue)), *(t for s in doc._.statements for t in pointed_at(doc, s))]
    return [span_of([token]) for token in named]


def _own_account(doc: Doc, incident: Incident, own: Sequence[Span], told: Sequence[Statement]) -> Account:
    said = [content for statement in doc._.statements for content in statement.content]
    frames = [span for span in _attributed(doc) if not any(covers(passage, span) for passage in own)]
    voice = voice_outside([*said, *frames])
    return Account(
        source=AUTHOR,
        act=Act.claims_responsibility if is_own_deed(doc, incident, voice) else Act.asserts,
        firmness=hedged(doc, incident, voice),
        evidence=tuple(own),
        responsible=told_by(doc, incident, voice),
        figures=tuple(figures_of_report(doc, incident, told)),
        by="accounts.report",
    )


def _frame(statement: Statement) -> list[Span]:
    """Where a statement names its source and its cue: no telling of the report's own."""
    return [span for span in (statement.cue, statement.source.span) if span]


def _covered(span: Span, others: Iterable[Span]) -> bool:
    """Whether half of the span or more is taken up by others."""
    taken = {i for o in others if meets(span, o) for i in range(max(span[0], o[0]), min(span[1], o[1]))}
    return 2 * len(taken) >= span[1] - span[0]


def source_accounts(doc: Doc, incident: Incident, told: Sequence[Statement]) -> list[Account]:
    """One account per source and act: what a source says in three sentences is one account."""
    voices: dict[tuple[str, Act], list[Statement]] = {}
    for statement in told:
        voices.setdefault((_voice(statement), _act(doc, incident, statement)), []).append(statement)
    return [_source_account(doc, incident, said, act) for (_, act), said in voices.items()]


def _act(doc: Doc, incident: Incident, statement: Statement) -> Act:
    """Whoever says that he did it claims it, and whoever says that somebody else is responsible blames him, in whatever words."""
    if statement.act not in {Act.asserts, Act.confirms}:
        return statement.act
    if is_own_deed(doc, incident, voice_of(statement.content), statement.source.actor):
        return Act.claims_responsibility
    if claiming(doc, statement):
        return Act.claims_responsibility
    named = {id for content in statement.content for id in guilty(doc, content)}
    if statement.source.kind is SourceKind.armed_group and is_answered_for(incident):
        identified = {actor.id for actor in doc._.actors if actor.kind is not ActorKind.person}
        named |= identified & set(told_by(doc, incident, voice_of(statement.content)))  # who fights accuses
    return Act.blames if statement.act is Act.asserts and named - {statement.source.actor} else statement.act


def _voice(statement: Statement) -> str:
    source = statement.source
    return source.actor or (source.text or "").casefold() or f"{source.kind.value}:{statement.id}"


def _source_account(doc: Doc, incident: Incident, said: Sequence[Statement], act: Act) -> Account:
    first = said[0]
    contents = [content for statement in said for content in statement.content]
    return Account(
        source=first.source,
        statement=first.id,
        act=act,
        firmness=hedged(doc, incident, voice_of(contents)) if first.firmness is Firmness.certain else first.firmness,
        evidence=tuple(dict.fromkeys(span for statement in said for span in _evidence(statement))),
        responsible=held_by_source(doc, incident, said, act),
        figures=tuple(figures_of_statements(doc, incident, said)),
        by="accounts." + ("told" if any(meets(incident.trigger, c) for s in said for c in s.content) else "answered"),
    )


def _evidence(statement: Statement) -> tuple[Span, ...]:
    return statement.content or tuple(_frame(statement))
