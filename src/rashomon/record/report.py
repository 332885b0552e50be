"""A published text, exactly as it was published, and what is known of its publication."""

import hashlib
from datetime import date
from enum import StrEnum

from rashomon.record.base import Noun, Span


class Basis(StrEnum):
    """How the day of publication is known, surest first."""

    given = "given"
    metadata = "metadata"
    byline = "byline"
    dateline = "dateline"
    url = "url"
    inferred = "inferred"


class Published(Noun):
    """When a report was published, as an interval of days: both ends equal where the day is known.

    `reason` quotes or names what an interval was inferred from ("names 2001-10-26 as the latest dated event").
    """

    earliest: date | None
    latest: date | None
    basis: Basis
    reason: str | None = None


class Dateline(Noun):
    """The place and day a report was filed from: "KABUL, Jan. 14 --"."""

    place: str | None
    date: date | None
    span: Span | None = None


class RegionKind(StrEnum):
    """What a stretch of a report is. Only `title` and `body` are read as news; a caption's scene is not."""

    title = "title"  # type: ignore[assignment]  # hides str.title, which nobody calls on a region
    byline = "byline"
    dateline = "dateline"
    heading = "heading"
    body = "body"
    caption = "caption"
    credit = "credit"
    chrome = "chrome"


class Region(Noun):
    """A stretch of a report and what it is: a paragraph of the body, a photo caption, page chrome ("Accessibility links").

    One region is one paragraph (a dateline before it stands apart), so a line break inside a region is layout, not language.
    """

    kind: RegionKind
    span: Span


class Report(Noun):
    """One published text. `text` is kept exactly; `sha256` is of its UTF-8 bytes; every span of a reading points into it.

    `regions` cover the text in order and never overlap; what lies between them is white space.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    text: str
    sha256: str
    dateline: Dateline | None = None
    published: Published | None = None
    credits: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()

    @property
    def digest(self) -> str:
        """A hash of the text and of all that is known of it: two reports with one digest differ in nothing but their id."""
        return hashlib.sha256(self.model_dump_json(exclude={"id"}).encode()).hexdigest()
