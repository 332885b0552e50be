"""Times: where a report speaks of days, hours, lengths of time, and which days it means.

Extents, types and values follow TimeML 1.2.1 (TIMEX3), and where it is silent what its corpora do; years before Christ are those
of TIMEX2 ("BC0480"). `earliest` and `latest` are what the words say, no more: "last week" is Monday to Sunday of the ISO week
before, "in September" the month, "the mid-1990s" 1994 to 1996, "early 1998" January to April, "just over three weeks ago" the
week so far back and half a week to either side. "For three weeks", "in recent weeks", "now" and "every Monday" name no day and
have no ends, nor has "on Friday" in a report whose day nobody knows. The two ends of a range are two times. Ages are none.

`find` matches the patterns of `grammar.toml`, made of the words of `vocabulary.toml`; `resolve` gives each match to the function
that understands it (`dates`, `days`, `distances`, `weeks`, `amounts`, `clock`); `anchor` says what it counts from, `tense` which
way its clause looks, `years` which year is meant, `period` does the arithmetic.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading import document  # noqa: F401  registers the Doc's extensions
from rashomon.reading.times.resolve import times_of


@Language.factory("rashomon_times", assigns=["doc._.times"])
def create_times(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that fills `doc._.times`. It needs tagger and parser for tenses; `doc._.report` for the day of writing."""
    return read_times


def read_times(doc: Doc) -> Doc:
    """Find the temporal expressions of a Doc and what they mean."""
    doc._.times = times_of(doc)
    return doc
