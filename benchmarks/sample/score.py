"""The cases of the sample, each of one component. A component is the share of its cases that are right.

read          the report gave a reading
mark          no statement or incident was read from the line that marks the text as a retelling
published     the day of publication
found         an incident was read from the passages that tell of it
merged        as one incident: no second one of an acceptable kind has its trigger in those passages
kind, status, days, place
victims, perpetrators, actors     who takes part in it, or is held responsible by an account of it
figures       of the incident or its accounts
accounts, responsible, account_figures, verified
              who tells it how, whom they hold responsible, their own figures, whether the report could check it
statements    the source has a statement that covers at least half of the quotation
acts          and its act is right
ties, aliases                     between the right actors; two names of one actor
protected     whoever asked not to be named is marked, and nobody else
warranted     of the violent incidents that were read, those that touch a passage which tells of one
"""

from collections.abc import Iterator, Sequence

from benchmarks.sample.case import Case
from benchmarks.sample.gold import GoldReport, GoldStatement, GoldTie, find, gold, passages
from benchmarks.sample.incidents import score_incident
from benchmarks.sample.measures import Days
from benchmarks.sample.names import Names, matches
from benchmarks.sample.pairing import covered, extent, pair
from rashomon.record import Reading, Status, kinds

MARK = "Rashomon sample (retelling). Retold from public facts"
VIOLENT = frozenset({"combat", "attack"})
NO_INCIDENT = frozenset({Status.denied, Status.hypothetical})


def score(readings: Sequence[Reading]) -> Iterator[Case]:
    """All cases of the sample."""
    for report in gold().reports:
        reading = reading_of(report, readings)
        yield Case("read", reading is not None, report.name)
        for case in score_report(report, reading) if reading else ():
            yield case._replace(what=f"{report.name}: {case.what}")


def reading_of(report: GoldReport, readings: Sequence[Reading]) -> Reading | None:
    """The reading of one of the reports, known by its title."""
    return next((r for r in readings if r.report.title == report.title or find(r.report.text, report.title)), None)


def score_report(report: GoldReport, reading: Reading) -> Iterator[Case]:
    """The cases of one report."""
    names = Names(reading)
    told = reading.report.published
    days = Days(told.earliest, told.latest) if told else Days()
    yield Case("published", report.published.right(days), f"{days} for {report.published}")
    yield _mark(reading)
    pairs = pair(report.incidents, reading)
    for incident in report.incidents:
        yield from score_incident(incident, pairs.get(incident.name), reading, names)
    yield from _warranted(report, reading)
    for statement in report.statements:
        yield from _statement(statement, reading, names)
    yield from (_tie(tie, reading, names) for tie in report.ties)
    yield from _aliases(report, names)
    yield from _protected(report, reading, names)


def _mark(reading: Reading) -> Case:
    mark = find(reading.report.text, MARK)
    read = [*(s.content for s in reading.statements), *((i.trigger,) for i in reading.incidents)]
    return Case("mark", mark is None or not any(covered(mark, spans) for spans in read), "read as news")


def _warranted(report: GoldReport, reading: Reading) -> Iterator[Case]:
    told = passages(report.violent_passages(), reading.report.text)
    for incident in reading.incidents:
        if kinds()[incident.kind].family in VIOLENT and incident.status not in NO_INCIDENT:
            right = any(covered(span, extent(incident)) for span in told)
            yield Case("warranted", right, f"{incident.kind} {reading.report.text[slice(*incident.evidence[0])]!r}")


def _statement(gold: GoldStatement, reading: Reading, names: Names) -> Iterator[Case]:
    span = find(reading.report.text, gold.quote)
    here = [s for s in reading.statements if span and covered(span, s.content) >= 0.5]
    said = [s for s in here if matches(gold.speaker, names.of_source(s.source))]
    read = [(s.source.text, s.act.value) for s in here]
    what = f"{gold.speaker.pattern} {' or '.join(sorted(gold.act))} {gold.quote!r}; there {read}"
    yield Case("statements", bool(said), what)
    yield Case("acts", any(s.act in gold.act for s in said), what)


def _tie(gold: GoldTie, reading: Reading, names: Names) -> Case:
    between = []
    for tie in reading.ties:
        a, b = names.of_actor(tie.a), names.of_actor(tie.b)
        if (matches(gold.a, a) and matches(gold.b, b)) or (matches(gold.a, b) and matches(gold.b, a)):
            between.append(f"{tie.relation} {tie.role or ''}")
    what = f"{gold.a.pattern} {gold.relation.pattern} {gold.b.pattern}; between them {between}"
    return Case("ties", matches(gold.relation, between), what)


def _aliases(report: GoldReport, names: Names) -> Iterator[Case]:
    called = [names.of_actor(id) for id in names.actors]
    for one, other in report.aliases:
        joined = any(matches(one, strings) and matches(other, strings) for strings in called)
        yield Case("aliases", joined, f"{one.pattern} = {other.pattern}")


def _protected(report: GoldReport, reading: Reading, names: Names) -> Iterator[Case]:
    masked = [names.of_actor(actor.id) for actor in reading.actors if actor.protected]
    masked += [names.of_source(s.source) for s in reading.statements if s.source.protected]
    for who in report.protected:
        yield Case("protected", any(matches(who, strings) for strings in masked), f"{who.pattern} is not")
    for strings in masked:
        if not any(matches(who, strings) for who in report.protected):
            yield Case("protected", False, f"{sorted(strings)[:4]} did not ask for it")
