"""`rashomon explain`: why each value is what it is, and why two are one or apart."""

import re
from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.archive import Record, open_record
from rashomon.archive.actors.find_actor import find_actor
from rashomon.archive.refs import is_numbered, ref
from rashomon.cli.drawing.waterfall import odds, waterfall
from rashomon.cli.options import RecordPlace
from rashomon.export.reasons import Pair, Reasons, called, why_one, why_two
from rashomon.export.words import how_many, left_out, report_line, when, where
from rashomon.linking.mention import Sort
from rashomon.record import Incident, Reading, Span
from rashomon.weighing.figures import bounds

Row = tuple[str, str, Span | None, str | None, float | None]


def explain(
    record: RecordPlace,
    one: Annotated[str, typer.Argument(help="An incident or actor: I12, REPORT/i3, A3, or a name.")],
    other: Annotated[str, typer.Argument(help="Another, to say why the two are one or apart.")] = "",
    limit: Annotated[int, typer.Option(min=0, help="How many reports and merges to explain; 0 explains all.")] = 5,
) -> None:
    """Say why: for each value, the words it was read from, the rule or trained head that read them, and how sure it is;
    for each merge, what was compared.

    A merge is drawn as a waterfall: what each comparison adds to the odds that the two are one, or takes away, in bits.
    """
    with open_record(record) as opened:
        console = Console(highlight=False)
        (sort, one), *others = (_found(opened, asked) for asked in (one, other) if asked)
        if others:
            _two(opened, one, others[0][1], sort, console)
            return
        if sort is Sort.incident:
            _values(opened, one, limit, console)
        _merges(why_one(opened, one, sort), sort, limit, console)


def _found(record: Record, asked: str) -> tuple[Sort, str]:
    """I12 and REPORT/i3 are incidents; whatever else is asked for is an actor, by number, REPORT/a3 or name."""
    if is_numbered(asked, Sort.incident) or re.fullmatch(r".+/i\d+", asked):
        return Sort.incident, asked
    if is_numbered(asked, Sort.actor) or re.fullmatch(r".+/a\d+", asked):
        return Sort.actor, asked
    return Sort.actor, ref(Sort.actor, find_actor(record, asked))


def _two(record: Record, one: str, other: str, sort: Sort, console: Console) -> None:
    same, reasons = why_two(record, one, other, sort)
    console.print(Text.assemble((one, "bold"), " and ", (other, "bold"), f" are {'one' if same else 'two'}"))
    _rulings(reasons, console)
    for pair in reasons.pairs:
        _drawn(pair, sort, console)
        if not same and pair.is_sure and not reasons.rulings:
            said = "They are two all the same: one report tells of both, or what else belongs to them is too different."
            console.print(Text(said, style="magenta"))


def _merges(reasons: Reasons, sort: Sort, limit: int, console: Console) -> None:
    """Each pair that the group hangs by, the weakest first."""
    _rulings(reasons, console)
    shown = reasons.pairs[: limit or None]
    for pair in shown:
        _drawn(pair, sort, console)
    if not shown:
        console.print("\n[dim]no merges to explain: each report that has it has it alike[/]")
    if len(reasons.pairs) > len(shown):
        console.print(f"\n[dim]{len(reasons.pairs) - len(shown):,} surer merges not shown; --limit 0 shows all[/]")


def _rulings(reasons: Reasons, console: Console) -> None:
    for each in reasons.rulings:
        said = f"judgement {each.number} of {each.made:%Y-%m-%d} by {each.who}: {each.what} {each.told(each.before)}: {each.why}"
        console.print(Text(said, style="magenta"))


def _drawn(pair: Pair, sort: Sort, console: Console) -> None:
    left, right = called(pair.left, sort), called(pair.right, sort)
    weight = pair.compared.weight
    console.print(Text.assemble("\n", (f"{left} and {right}", "bold"), f": {pair.outcome} ({odds(weight)})"))
    console.print(waterfall(pair.compared, console.width))


def _values(record: Record, asked: str, limit: int, console: Console) -> None:
    """Every value of every report's version of an incident."""
    incident = record.linked.incident(asked)
    shown = incident.told[: limit or None]
    for told in shown:
        reading = record.readings.get(told.report)
        heading = f"\n[bold]{incident.id}[/] as {told.report}/{told.incident.id}: "
        console.print(heading, end="")
        console.print(Text(f"{report_line(reading.report)}, read by {reading.reader.name} {reading.reader.version}"))
        console.print(_table(told.incident, reading))
        if too_unlikely := left_out(reading.left_out):
            console.print(Text(f"left out of this report as too unlikely to be right: {too_unlikely}", style="dim"))
    if len(incident.told) > len(shown):
        more = len(incident.told) - len(shown)
        console.print(
            f"\n[dim]{more} more {'report tells' if more == 1 else 'reports tell'} it; --limit 0 explains all[/]"
        )


def _table(incident: Incident, reading: Reading) -> Table:
    table = Table("value", "is", "read from", "at", "by", "sure", box=None, padding=(0, 2, 0, 0), header_style="bold")
    for value, said, span, by, confidence in rows(incident, reading):
        quoted = " ".join(reading.report.text[slice(*span)].split()) if span else ""
        at = f"{span[0]}–{span[1]}" if span else ""
        sure = "" if confidence is None else f"{confidence:.0%}"
        cells = (value, said, f"“{quoted}”" if span else "–", at, by or "", sure)
        table.add_row(*map(Text, cells))
    return table


def rows(incident: Incident, reading: Reading) -> Iterator[Row]:
    """Every value of an incident: its name, what it is, its span, who read it, and how sure that is."""
    names = {actor.id: actor.name for actor in reading.actors}
    yield "kind", incident.kind, incident.trigger, incident.by, incident.confidence
    yield "status", incident.status.value, incident.trigger, incident.by, incident.confidence
    if incident.time:
        yield "time", when(incident.time), incident.time.span, incident.time.by, incident.time.confidence
    if incident.place:
        yield "place", where(incident.place), incident.place.span, incident.place.by, None
    for participant in incident.participants:
        yield (
            participant.role.value,
            names.get(participant.actor or "", "–"),
            participant.span,
            participant.by,
            participant.confidence,
        )
    for figure in incident.figures:
        yield (
            figure.kind.value,
            f"{bounds(figure.low, figure.high)} {figure.of}",
            figure.span,
            figure.by,
            figure.confidence,
        )
    statements = {statement.id: statement for statement in reading.statements}
    for account in incident.accounts:
        said_by = account.source.text or account.source.kind.value
        yield f"account: {account.act.value}", said_by, account.source.span, account.by, account.confidence
        for span in account.evidence:
            yield "  evidence", how_many(account.figures), span, account.by, account.confidence
        if account.statement:
            statement = statements[account.statement]
            yield "  statement", statement.act.value, statement.cue, statement.by, statement.confidence
