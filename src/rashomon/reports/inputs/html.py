"""Web pages: the main text by trafilatura, and what the page's metadata say of it."""

from datetime import date
from typing import Any

from rashomon.errors import UnreadableReport
from rashomon.record import Basis, Published
from rashomon.reports.inputs.document import Document, Limits
from rashomon.reports.inputs.encoding import text_of
from rashomon.reports.vocabulary import pattern

_LITTLE = 60
"""Words below which a page that says "not found" or "enable cookies" is taken at its word."""


def document(data: bytes, name: str, stem: str | None, limits: Limits) -> Document:
    """The one report on a web page. An error page, a captcha or a wall is not a report."""
    found = _extracted(data, name)
    text = (found.text if found else None) or ""
    _refuse_error_page(name, f"{(found.title if found else None) or ''}\n{text}", text)
    return Document(
        name=name,
        text=text,
        id=stem,
        title=found.title,
        publisher=found.sitename or None,
        authors=tuple(author.strip() for author in (found.author or "").split(";") if author.strip()),
        url=found.url,
        published=_published(found.date),
    )


def _extracted(data: bytes, name: str) -> Any:
    """What trafilatura makes of a page: its `Document`, or None."""
    from trafilatura import bare_extraction

    try:
        # The page's own metadata only: an extensive search takes any date in the text for that of the page.
        dating = {"extensive_search": False, "original_date": True}
        return bare_extraction(
            text_of(data, name), with_metadata=True, include_comments=False, date_extraction_params=dating
        )
    except (ValueError, SyntaxError) as error:  # lxml's errors are SyntaxErrors
        raise UnreadableReport(name, f"broken HTML ({error})", "save the page again") from None


def _refuse_error_page(name: str, told: str, text: str) -> None:
    if len(text.split()) < _LITTLE and (match := pattern("error_pages", "says").search(told)):
        raise UnreadableReport(name, f"an error page, not a report ({match.group()!r})", "save the page from a browser")
    if not text.strip():
        raise UnreadableReport(
            name, "no main text on this page", "save the page from a browser, or give its text as .txt"
        )


def _published(day: str | None) -> Published | None:
    try:
        when = date.fromisoformat((day or "")[:10])
    except ValueError:
        return None
    return Published(earliest=when, latest=when, basis=Basis.metadata)
