"""What holds for every reading of every text."""

from collections.abc import Iterator

from rashomon.record import Reading, Span


def without_comma(reading: Reading, span: Span) -> Span:
    """A source's span may take in the comma that closes its phrase, or a possessor's ending."""
    text = reading.report.text[slice(*span)].rstrip(",")
    return span[0], span[0] + len(text) - 2 * text.lower().endswith(("'s", "’s"))


def spans_with_text(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Spans beside the text that they are said to be."""
    for statement in reading.statements:
        if statement.source.span:
            yield without_comma(reading, statement.source.span), statement.source.text
    for incident in reading.incidents:
        for participant in incident.participants:
            yield participant.span, participant.text
        for figure in incident.figures:
            yield figure.span, figure.text
        for account in incident.accounts:
            for figure in account.figures:
                yield figure.span, figure.text
            if account.source.span:
                yield without_comma(reading, account.source.span), account.source.text


def all_spans(reading: Reading) -> Iterator[Span]:
    for found in (*reading.times, *reading.places, *reading.report.regions):
        yield found.span
    for actor in reading.actors:
        yield from actor.mentions
    for statement in reading.statements:
        yield from statement.content
        yield from filter(None, [statement.cue])
    for incident in reading.incidents:
        yield from (incident.trigger, *incident.evidence)
        yield from (p.span for p in (incident.time, incident.place) if p and p.span)
        yield from (span for account in incident.accounts for span in account.evidence)
    for tie in reading.ties:
        yield from tie.evidence


def check(reading: Reading) -> None:
    """Fails where a span is outside the text, a text is not its span's, an id leads nowhere, or a value has no finder."""
    text = reading.report.text
    assert all(0 <= start < end <= len(text) for start, end in all_spans(reading))
    for span, said in spans_with_text(reading):
        assert text[slice(*span)] == said
    actors = {actor.id for actor in reading.actors}
    statements = {statement.id for statement in reading.statements}
    assert len(actors) == len(reading.actors)
    assert len(statements) == len(reading.statements)
    for incident in reading.incidents:
        assert {p.actor for p in incident.participants} - {None} <= actors
        for account in incident.accounts:
            assert {account.statement} - {None} <= statements
            assert {*account.responsible, account.source.actor} - {None} <= actors
    for statement in reading.statements:
        assert {statement.within} - {None} <= statements
        assert {statement.source.actor} - {None} <= actors
    for tie in reading.ties:
        assert {tie.a, tie.b} <= actors
        assert {tie.statement} - {None} <= statements
    found = [*reading.times, *reading.places, *reading.actors, *reading.statements, *reading.incidents, *reading.ties]
    found += [
        part
        for incident in reading.incidents
        for part in (*incident.participants, *incident.figures, *incident.accounts)
    ]
    assert all(value.by for value in found)
    assert type(reading).from_json(reading.to_json()) == reading
