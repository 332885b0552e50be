"""PDF files, by pypdf."""

import io
import logging
from datetime import date
from typing import TYPE_CHECKING

from rashomon.errors import UnreadableReport
from rashomon.reports.inputs.document import Document, Limits

if TYPE_CHECKING:
    from pypdf import PdfReader

_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError, AssertionError)
"""What pypdf raises on broken files beside its own errors."""


def document(data: bytes, name: str, stem: str | None, limits: Limits) -> Document:
    """The one report in a PDF file: the text of its pages, a blank line between them. Words broken at a line's end stay broken."""
    from pypdf.errors import FileNotDecryptedError, PyPdfError

    # pypdf complains of every odd file; whether it can be read is said here.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader, text = _read(data, limits)
    except FileNotDecryptedError:
        raise UnreadableReport(name, "an encrypted PDF", "save it without a password") from None
    except (PyPdfError, *_BROKEN) as error:
        raise UnreadableReport(
            name, f"a broken PDF ({error})", "open it in a viewer and print it to a new PDF"
        ) from None
    if not text.strip():
        raise UnreadableReport(name, "a PDF without text, perhaps a scan", "run it through OCR first (ocrmypdf)")
    return Document(name=name, text=text, id=stem, made=_made(reader))


def _read(data: bytes, limits: Limits) -> tuple["PdfReader", str]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text())
        if sum(map(len, pages)) > limits.longest:
            break
    return reader, "\n\n".join(pages)


def _made(reader: "PdfReader") -> date | None:
    try:
        stamp = reader.metadata.creation_date if reader.metadata else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return stamp.date() if stamp else None
