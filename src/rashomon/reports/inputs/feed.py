"""RSS and Atom: the reports of a feed, each with the text that the feed has of it or, where that is little, from its own page."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from html import escape
from typing import Any

from rashomon.errors import UnreadableReport
from rashomon.record import Basis, Published
from rashomon.reports.inputs import html
from rashomon.reports.inputs.document import Document, Limits, Note
from rashomon.reports.inputs.web import Fetched, Web, is_address

MOST = 100
"""Entries of a feed that are read: the latest; a feed of more is an archive, which its owner would rather give as files."""

WHOLE = 100
"""Words from which on what a feed has of an entry is the report and not its beginning. Summaries run to 30-60 words."""


def feed_in(fetched: Fetched) -> Any | None:
    """The feed that was fetched, as feedparser sees it; None for what is none."""
    import feedparser

    # a stream: given bytes, feedparser would look for a file of that name
    found = feedparser.parse(io.BytesIO(fetched.data), response_headers=_headers(fetched))
    return found if found.version else None


def _headers(fetched: Fetched) -> dict[str, str]:
    return {"content-type": fetched.kind or "application/xml", "content-location": fetched.address}


def documents(feed: Any, address: str, web: Web, limits: Limits, note: Note) -> Iterator[Document | UnreadableReport]:
    """The reports of a feed, one after the other."""
    entries = feed.entries
    if not entries:
        yield UnreadableReport(address, "a feed with nothing in it", "check the address, or try again later")
    if len(entries) > MOST:
        note(f"{address}: the first {MOST} of {len(entries)} entries are read")
    for number, entry in enumerate(entries[:MOST], 1):
        name = f"{address}, entry {number}"
        try:
            yield _said_by(entry, feed, _document(entry, name, web, limits))
        except UnreadableReport as problem:
            yield problem


def _document(entry: Any, name: str, web: Web, limits: Limits) -> Document:
    """The text of an entry and what comes with it."""
    link, content = entry.get("link") or "", _content(entry)
    if link and is_address(link) and len(content.split()) < WHOLE:
        fetched = web.fetch(link, limits.markup, politely=True)
        return replace(html.document(fetched.data, link, None, limits), url=fetched.address)
    page = f"<html><head><title>{escape(entry.get('title') or '')}</title></head><body><article>{content}</article></body></html>"
    return html.document(page.encode(), name, None, limits)


def _content(entry: Any) -> str:
    """The longest that the feed has of an entry, as HTML."""
    parts = [part.get("value") or "" for part in entry.get("content", ())]
    return max([*parts, entry.get("summary") or ""], key=len)


def _said_by(entry: Any, feed: Any, document: Document) -> Document:
    """A document, with what the feed says of it where it says something."""
    authors = tuple(person["name"] for person in entry.get("authors", ()) if person.get("name"))
    link = entry.get("link")
    return replace(
        document,
        title=entry.get("title") or document.title,
        publisher=document.publisher or feed.feed.get("title") or None,
        authors=authors or document.authors,
        url=link if link and is_address(link) else document.url,
        published=_day(entry) or document.published,
    )


def _day(entry: Any) -> Published | None:
    """The day as the publisher's clock has it: 00:30 in Baghdad is not the day before."""
    said = entry.get("published") or entry.get("updated") or ""
    day = _iso(said) or _of_mail(said)
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if day is None and parsed:
        day = date(*parsed[:3])
    return Published(earliest=day, latest=day, basis=Basis.metadata) if day else None


def _iso(said: str) -> date | None:
    try:
        return datetime.fromisoformat(said).date()
    except ValueError:
        return None


def _of_mail(said: str) -> date | None:
    """A day as RSS writes it: "Mon, 16 Jan 2006 00:30:00 +0300"."""
    try:
        return parsedate_to_datetime(said).date()
    except ValueError:
        return None
