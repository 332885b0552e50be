"""Plain text and Markdown."""

from rashomon.reports.inputs.document import Document, Limits
from rashomon.reports.inputs.encoding import text_of


def document(data: bytes, name: str, stem: str | None, limits: Limits) -> Document:
    """The one report that a text file is."""
    return Document(name=name, text=text_of(data, name), id=stem)
