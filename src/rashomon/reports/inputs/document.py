"""What one input holds before it is a Report: a text, and what the file itself says of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rashomon.record import Published

Note = Callable[[str], None]
"""Takes what is worth telling but no obstacle: a column not used, an id that came twice."""


class Limits(NamedTuple):
    """How long a report may be, in characters; everything larger is refused before it is read into memory."""

    longest: int

    @property
    def bytes(self) -> int:
        """Bytes that a text of the longest length can take in UTF-8."""
        return 4 * self.longest

    @property
    def markup(self) -> int:
        """Bytes of an HTML page or a JSON line with that text: a news page can have many times as much markup as text."""
        return 20 * self.longest


@dataclass(frozen=True)
class Document:
    """A text out of an input. `name` is what to call it in a message: "reports.jsonl, line 7".

    `id` is its own where a row gives it, else what the file is called. `said` is the day of publication as a row gives it,
    `published` as a page's metadata do; `made` is when the file was made.
    """

    name: str
    text: str
    id: str | None = None
    id_is_its_own: bool = False
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    said: str | None = None
    published: Published | None = None
    made: date | None = None
