"""When an incident happened: the time expression nearest to its trigger, with UCDP's precision."""

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.reading.document import tokens_in
from rashomon.reading.incidents.nearness import chain, is_saying, nearest
from rashomon.reading.incidents.speech import is_of, saying
from rashomon.record import IncidentTime, Statement, Time, TimeType

# UCDP GED codebook, date_prec: 1 exact day, 2 two to six days, 3 a week, 4 a month, 5 more than a month up to a year.
PRECISIONS = ((1, 1), (6, 2), (13, 3), (31, 4), (366, 5))


@dataclass(frozen=True)
class Dated:
    """A time expression and the head of its phrase. `saying`: see `speech.saying`."""

    head: Token
    time: Time
    saying: Statement | None


def dated(doc: Doc) -> list[Dated]:
    """The expressions that can say when something happened, in text order: also "Friday" where the year is not known."""
    found = []
    for time in doc._.times:
        if time.type in {TimeType.DATE, TimeType.TIME} and (
            time.earliest or time.latest or time.value.startswith("XXXX")
        ):
            head = tokens_in(doc, time.span).root
            found.append(Dated(head, time, saying(doc, head)))
    return found


def time_of(trigger: Token, found: list[Dated]) -> IncidentTime | None:
    """The time nearest to the trigger in its sentence; the day on which somebody spoke is not the day of what he told."""
    sentence = trigger.sent
    first = bisect_left(found, sentence.start, key=lambda d: d.head.i)
    last = bisect_left(found, sentence.end, key=lambda d: d.head.i)
    here = {d.head.i: d.time for d in found[first:last] if is_of(trigger, d.saying)}
    head = nearest(trigger, (trigger.doc[i] for i in here))
    if head is None:
        return None
    return incident_time(here[head.i])


def incident_time(time: Time) -> IncidentTime:
    """The expression as the time of an incident."""
    return IncidentTime(
        earliest=time.earliest,
        latest=time.latest,
        precision=precision(time),
        span=time.span,
        by="incidents.when.sentence",
    )


def sets_out(found: Dated) -> bool:
    """Whether a day is that of what the sentence tells as news: "On Monday troops went …", not "had gone" nor "said on Monday"."""
    verb = next((t for t in chain(found.head) if t.pos_ == "VERB"), None)
    if verb is None or found.saying is not None or is_saying(verb):
        return False
    is_day = precision(found.time) == 1 or found.time.value.startswith("XXXX")
    return is_day and verb.tag_ == "VBD" and verb.dep_ in {"ROOT", "conj"}


def precision(time: Time) -> int | None:
    """UCDP's date_prec for an interval; None where an end is open."""
    if time.earliest is None or time.latest is None:
        return None
    days = (time.latest - time.earliest).days + 1
    return next((code for most, code in PRECISIONS if days <= most), None)


def apart(a: IncidentTime | None, b: IncidentTime | None) -> bool:
    """Whether two times exclude each other."""
    if a is None or b is None or None in (a.earliest, a.latest, b.earliest, b.latest):
        return False
    return a.latest < b.earliest or b.latest < a.earliest  # type: ignore[operator]  # no end is None here
