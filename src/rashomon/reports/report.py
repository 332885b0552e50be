"""A text → a Report: the text as it is, its hash, and what it says of itself."""

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from rashomon.record import Dateline, Published, Region, RegionKind, Report
from rashomon.reports.bylines import byline_of
from rashomon.reports.credits import credits_of
from rashomon.reports.datelines import Filing, filing_of
from rashomon.reports.inferred import inferred_from
from rashomon.reports.language import language_of
from rashomon.reports.lines import lines_of
from rashomon.reports.paragraphs import Layout, layout_of, paragraphs_of
from rashomon.reports.published import (
    filed_on,
    from_address,
    from_bylines,
    from_dateline,
    from_release,
    from_stamp,
    published_given,
)
from rashomon.reports.publisher import publisher_of
from rashomon.reports.regions import regions_of
from rashomon.reports.titles import clean_title, given_title

# Half a character, which no encoding can write: a mistake of whoever made the JSON. One character stands for it, so offsets hold.
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_Told = dict[RegionKind, list[str]]
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]+")


def report_of(
    text: str,
    *,
    id: str | None = None,
    published: str | date | Published | None = None,
    title: str | None = None,
    publisher: str | None = None,
    authors: Iterable[str] = (),
    url: str | None = None,
    made: date | None = None,
) -> Report:
    """A Report of `text`, kept exactly. What is not given is read from the text where it says so.

    `made` is when the file was made, believed as the day of publication only where nothing else tells it. Without an id it is the
    beginning of the text's hash. Raises BadSetting if `published` is no date.

    >>> report_of("KABUL, Jan. 14 -- Gunmen killed a judge.", published="2006-01-15").dateline.place
    'KABUL'
    """
    given = published_given(published)
    text = _HALF_CHARACTER.sub("\ufffd", text)
    page = _taken_apart(text, title)
    told, filing = page.told, page.filing
    byline, url = byline_of(told[RegionKind.byline]), url or _address(told[RegionKind.chrome])
    known = given or from_bylines(told[RegionKind.byline])
    filed = filed_on(filing.day if filing else None, known, _naming_years(told, url))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Report(
        id=id or sha256[:16],
        title=title or next((clean_title(line) for line in told[RegionKind.title]), None),
        publisher=publisher_of(publisher, told[RegionKind.credit], byline.publisher, url),
        authors=tuple(authors) or byline.authors,
        url=url,
        language=language_of(text),
        text=text,
        sha256=sha256,
        dateline=Dateline(place=filing.place, date=filed, span=filing.span) if filing else None,
        published=known or from_dateline(filed) or _published(told, url) or from_stamp(made),
        credits=_credits(told, filing),
        regions=page.regions,
    )


class _Page(NamedTuple):
    """A text taken apart: its regions, the words of the regions of each kind, and its dateline."""

    regions: tuple[Region, ...]
    told: _Told
    filing: Filing | None


def _taken_apart(text: str, title: str | None) -> _Page:
    head = given_title(text, title)
    lines = lines_of(text, head.span[1] if head else 0)
    layout = layout_of(lines)
    regions = regions_of(paragraphs_of(lines, layout), head, capitals=layout.capitals)
    told = {kind: [_text(text, region) for region in regions if region.kind is kind] for kind in RegionKind}
    filing = _filing(text, regions, layout)
    return _Page(_with_dateline(regions, filing, text), told, filing)


def _text(text: str, region: Region) -> str:
    return " ".join(text[slice(*region.span)].split())


def _filing(text: str, regions: Iterable[Region], layout: Layout) -> Filing | None:
    """The dateline: of the first paragraph of news, or standing alone before it."""
    lower = not layout.cased and not layout.capitals
    for region in regions:
        if region.kind in {RegionKind.dateline, RegionKind.body}:
            return filing_of(text[slice(*region.span)], region.span[0], capitals=layout.capitals, lower=lower)
    return None


def _with_dateline(regions: Iterable[Region], filing: Filing | None, text: str) -> tuple[Region, ...]:
    """The regions, with a dateline as one of its own: "KABUL --" is no part of the sentence that it stands before."""
    parted: list[Region] = []
    for region in regions:
        start, end = region.span
        if filing and start <= filing.span[0] and filing.span[1] < end:
            parted.append(Region(kind=RegionKind.dateline, span=(start, filing.span[1])))
            start = end - len(text[filing.span[1] : end].lstrip())
        parted.append(Region(kind=region.kind, span=(start, end)))
    return tuple(parted)


def _address(chrome: Iterable[str]) -> str | None:
    """The address that a page gives as its own: alone on a line, the last if there are several."""
    found = [match.group() for line in chrome if (match := _ADDRESS.search(line))]
    return found[-1] if found else None


def _naming_years(told: _Told, url: str | None) -> list[str]:
    """What may give the year that a dateline leaves out: byline, credit, page chrome, title and address."""
    kinds = (RegionKind.byline, RegionKind.credit, RegionKind.chrome, RegionKind.title)
    return [*(line for kind in kinds for line in told[kind]), url or ""]


def _published(told: _Told, url: str | None) -> Published | None:
    """The day of publication of a report that neither its byline nor its dateline tells."""
    return (
        from_release(told[RegionKind.chrome], told[RegionKind.title])
        or from_address(url)
        or inferred_from("\n".join((*told[RegionKind.title], *told[RegionKind.body])), told[RegionKind.caption])
    )


def _credits(told: _Told, filing: Filing | None) -> tuple[str, ...]:
    last_news = next(reversed(told[RegionKind.body]), "")
    return credits_of(filing.agency if filing else None, told[RegionKind.credit], told[RegionKind.byline], last_news)
