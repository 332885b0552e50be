"""Titles: given with the report, or recognised above its text."""

import re

from rashomon.record import Region, RegionKind
from rashomon.reports.bylines import plain

_ENDS = ".?!…'\"’”»"
_HEADING_SIGNS = re.compile(r"^[#=\s]+|[=\s]+$")


def given_title(text: str, title: str | None) -> Region | None:
    """The stretch at the beginning of the text that repeats the given title, with the stop and the quotation mark that may end it.

    Line breaks and letter case may differ: "Rebels Take Town" heads "REBELS TAKE ⏎ TOWN. Fighters of …".
    """
    words = (title or "").rstrip(_ENDS).split()
    if not words:
        return None
    end = rf"(?:\s?[{re.escape(_ENDS)}]+(?!\w))?"
    found = re.match(r"\s*(?P<title>" + r"\s+".join(map(re.escape, words)) + end + ")", text, re.I)
    return Region(kind=RegionKind.title, span=found.span("title")) if found else None


def clean_title(text: str) -> str:
    """A title in one line and without Markdown."""
    return plain(_HEADING_SIGNS.sub("", text))
