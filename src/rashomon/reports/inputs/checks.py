"""What is no report, said plainly: nothing in it, too much in it, nothing told in it, another language."""

import re

from rashomon.errors import UnreadableReport
from rashomon.record import RegionKind, Report
from rashomon.reports.inputs.document import Document, Limits

_NEWS = {RegionKind.body, RegionKind.title}
_WORDS = re.compile(r"[^\W\d_]{2,}")
_LEAST = 3
"""Words with which a sentence can begin to tell something: "Gunmen killed him"."""


def check_text(document: Document, limits: Limits) -> None:
    """Raises UnreadableReport for a text that cannot be a report whatever it says."""
    text, name = document.text, document.name
    if not text.strip():
        raise UnreadableReport(name, "empty", "give its text, or leave it out")
    if len(text) > limits.longest:
        raise too_long(name, limits)
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise UnreadableReport(
            name, "halves of characters in it (lone surrogates)", "save it again from its source as UTF-8"
        )


def check_report(report: Report, name: str, *, force: bool) -> None:
    """Raises UnreadableReport for a report that tells nothing, and for one that is not in English unless `force`."""
    news = [report.text[slice(*region.span)] for region in report.regions if region.kind in _NEWS]
    if report.regions and not any(region.kind in _NEWS for region in report.regions):
        kinds = " and ".join(sorted({_NAMES.get(region.kind, "page chrome") for region in report.regions}))
        raise UnreadableReport(name, f"only {kinds}, no text of a report", "give the report itself")
    if sum(len(_WORDS.findall(part)) for part in news) < _LEAST:
        raise UnreadableReport(name, "no sentence in it", "give the report's text")
    if report.language not in {None, "en"} and not force:
        raise UnreadableReport(
            name, f"not in English but in {report.language!r}, it seems", "translate it, or say --force"
        )


_NAMES = {
    RegionKind.caption: "captions",
    RegionKind.byline: "bylines",
    RegionKind.credit: "credits",
    RegionKind.dateline: "datelines",
}


def too_long(name: str, limits: Limits) -> UnreadableReport:
    """The refusal of a text above the limit."""
    said = f"longer than {limits.longest:,} characters"
    return UnreadableReport(name, said, "split it into its reports, or set RASHOMON_LONGEST")
