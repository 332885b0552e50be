"""One account per voice: the report's own, and each source's."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from rashomon.reading.accounts.figures import figures_of_incident, figures_of_report, figures_of_statements
from rashomon.reading.accounts.responsible import guilty, held_by_report, held_by_source
from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import covers, meets, tokens_in
from rashomon.record import Account, Act, Firmness, Incident, Role, Source, SourceKind, Span, Statement

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
    attributed = [span for s in doc._.statements for span in (*s.content, *_frame(s))]
    own = [e for e in incident.evidence if not _covered(e, attributed)]
    if not own and not _covered(incident.trigger, attributed):
        own = [incident.trigger]
    own = own or [f.span for f in incident.figures if not _covered(f.span, attributed)]
    return [_own_account(doc, incident, own, told)] if own else []


def _own_account(doc: Doc, incident: Incident, own: Sequence[Span], told: Sequence[Statement]) -> Account:
    return Account(
        source=AUTHOR,
        firmness=_hedged(doc, incident, own),
        evidence=tuple(own),
        responsible=held_by_report(doc, incident, own),
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


def _hedged(doc: Doc, incident: Incident, passages: Sequence[Span]) -> Firmness:
    """ "Suspected rebels", "presumably carried out by the army": whoever tells it is not sure who it was."""
    hedges = vocabulary().hedges
    for participant in incident.participants:
        if participant.role is Role.perpetrator and any(covers(p, participant.span) for p in passages):
            head = tokens_in(doc, participant.span).root
            verb = head.head.head if head.head.dep_ == "agent" else head.head
            for token in [*head.children, head.head, *head.head.children, *verb.children]:
                if token.lower_ in hedges:
                    return hedges[token.lower_]
    return Firmness.certain


def source_accounts(doc: Doc, incident: Incident, told: Sequence[Statement]) -> list[Account]:
    """One account per source and act: what a source says in three sentences is one account."""
    voices: dict[tuple[str, Act], list[Statement]] = {}
    for statement in told:
        voices.setdefault((_voice(statement), _act(doc, statement)), []).append(statement)
    return [_source_account(doc, incident, said, act) for (_, act), said in voices.items()]


def _act(doc: Doc, statement: Statement) -> Act:
    """Whoever says that somebody else is responsible blames him, in whatever words."""
    if statement.act is not Act.asserts:
        return statement.act
    named = {id for content in statement.content for id in guilty(doc, content)}
    return Act.blames if named - {statement.source.actor} else Act.asserts


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
        firmness=_hedged(doc, incident, contents) if first.firmness is Firmness.certain else first.firmness,
        evidence=tuple(dict.fromkeys(span for statement in said for span in _evidence(statement))),
        responsible=held_by_source(doc, incident, said),
        figures=tuple(figures_of_statements(doc, incident, said)),
        by="accounts." + ("told" if any(meets(incident.trigger, c) for s in said for c in s.content) else "answered"),
    )


def _evidence(statement: Statement) -> tuple[Span, ...]:
    return statement.content or tuple(_frame(statement))
