"""What a report's page says of the report itself: its publication, its state, who else prints passages of it."""

from collections.abc import Iterator
from datetime import date

from rashomon.archive.readings.report_facts import Progress, progress, sharers, withdrawal
from rashomon.export import Profile, Redaction, Viewing
from rashomon.record import Noun, Reading, Report
from rashomon.review.marking import Shown


class Facts(Noun):
    """What is known of a report beside its text. For viewers nothing in it names anybody who must not be named."""

    id: str
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    credits: tuple[str, ...]
    url: str | None
    language: str | None
    earliest: date | None
    latest: date | None
    basis: str | None
    reason: str | None
    dateline: str | None
    sha256: str | None
    reader: str
    state: str
    withdrawn: str | None


class Copy(Noun):
    """Another report that prints passages of this one; `earlier` and `later` by the days on which they appeared."""

    report: str
    line: str
    when: str


def facts_of(viewing: Viewing, reading: Reading, redaction: Redaction, shown: Shown) -> Facts:
    """What whoever looks may know of a report."""
    of, text = reading.report, redaction.text
    there = progress(viewing.record, of.id) or Progress(False, False)
    return Facts(
        id=of.id,
        title=text(of.title) if of.title else None,
        publisher=text(of.publisher) if of.publisher else None,
        authors=redaction.texts(of.authors),
        credits=redaction.texts(of.credits),
        url=of.url if of.url and not _names(of.url, redaction) else None,
        language=of.language,
        earliest=of.published.earliest if of.published else None,
        latest=of.published.latest if of.published else None,
        basis=of.published.basis.value if of.published else None,
        reason=text(of.published.reason) if of.published and of.published.reason else None,
        dateline=_dateline(of, redaction),
        sha256=of.sha256 if not shown.masked else None,
        reader=f"{reading.reader.name} {reading.reader.version}",
        state=there.state,
        withdrawn=_withdrawn(viewing, of.id) if there.withdrawn else None,
    )


def _names(url: str, redaction: Redaction) -> bool:
    """Whether any word of a name that must not be shown is part of an address: "amina-farah-shot-dead.html"."""
    return redaction.profile is Profile.public and any(
        word.casefold() in url.casefold()
        for name, stands in redaction.masks.items()
        if name != stands
        for word in name.split()
        if len(word) > 2
    )


def _dateline(of: Report, redaction: Redaction) -> str | None:
    if of.dateline is None:
        return None
    return redaction.text(", ".join(str(part) for part in (of.dateline.place, of.dateline.date) if part)) or None


def _withdrawn(viewing: Viewing, id: str) -> str | None:
    """By whom a report was withdrawn, when and why: nobody's business outside."""
    if viewing.profile is not Profile.internal:
        return None
    by = withdrawal(viewing.record, id)
    return f"by {by.who}, judgement {by.number}, {by.made:%Y-%m-%d}: {by.why}" if by else None


def copies_of(viewing: Viewing, of: Report) -> Iterator[Copy]:
    """The first reports that print passages of this one; their titles, too, may name somebody."""
    day = of.published.latest if of.published else None
    for each in sharers(viewing.record, of.id, viewing.as_of):
        line = " · ".join(str(part) for part in (each.title or each.report, each.publisher, each.latest) if part)
        if viewing.profile is Profile.public:
            line = viewing.masks.of(viewing.at_hand.get(each.report)).text(line)
        yield Copy(report=each.report, line=line, when=_compared(each.latest, day))


def _compared(one: date | None, other: date | None) -> str:
    if one is None or other is None or one == other:
        return ""
    return "later" if one > other else "earlier"
