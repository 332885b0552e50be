"""Where sentences must begin: at the start of every region of a report, and of every paragraph."""

from bisect import bisect_right
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading import document  # noqa: F401  registers the Doc's extensions
from rashomon.reading.syntax import paragraph_starts
from rashomon.record import RegionKind


@Language.factory("rashomon_layout", assigns=["doc._.regions", "token.is_sent_start"])
def create_layout(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component to put before the parser: a caption and the sentence after it are never parsed as one."""
    return lay_out


def lay_out(doc: Doc) -> Doc:
    """Mark where sentences must begin, and the region of each token where the Doc has a report."""
    report = doc._.report
    if report is None or not report.regions:
        starts = paragraph_starts(doc)
    else:
        begins = [region.span[0] for region in report.regions]
        places = [bisect_right(begins, token.idx) for token in doc]
        doc._.regions = [report.regions[n - 1].kind if n else RegionKind.chrome for n in places]
        starts = [i for i in range(1, len(doc)) if places[i] != places[i - 1]]
    for i in starts:
        doc[i].is_sent_start = True
    return doc
