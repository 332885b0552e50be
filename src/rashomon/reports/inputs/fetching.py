"""A web address → the documents there: a feed's reports, or the one that a page or a PDF file is."""

from collections.abc import Iterator

from rashomon.errors import UnreadableReport
from rashomon.reports.inputs import feed, html, pdf
from rashomon.reports.inputs.document import Document, Limits, Note
from rashomon.reports.inputs.web import Fetched, Web


def documents_at(address: str, web: Web, limits: Limits, note: Note) -> Iterator[Document | UnreadableReport]:
    """The documents at an address that somebody gave; nothing is fetched before they are asked for."""
    try:
        fetched = web.fetch(address, limits.markup)
        found = None if _is_pdf(fetched) else feed.feed_in(fetched)
        if found is None:
            yield _alone(fetched, address, limits)
        else:
            yield from feed.documents(found, address, web, limits, note)
    except UnreadableReport as problem:
        yield problem


def _alone(fetched: Fetched, address: str, limits: Limits) -> Document:
    """The one report that is there."""
    if _is_pdf(fetched):
        return pdf.document(fetched.data, address, None, limits)
    if b"<html" not in fetched.data[:4096].lower():
        raise UnreadableReport(address, "neither a feed nor a page", "save what is there to a file, and give that")
    return html.document(fetched.data, address, None, limits)


def _is_pdf(fetched: Fetched) -> bool:
    return fetched.data.startswith(b"%PDF")
