"""Who says what: statements, each with its source, its cue, its content and what kind of saying it is."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading import document  # noqa: F401
from rashomon.reading.heads.confidence import judge
from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.belief import believed, weighed
from rashomon.reading.statements.choosing import Judges
from rashomon.reading.statements.clauses import verbal
from rashomon.reading.statements.headlines import laid_out
from rashomon.reading.statements.joining import joined
from rashomon.reading.statements.nesting import nested
from rashomon.reading.statements.nominal import nominal
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.phrases import phrasal
from rashomon.reading.statements.proposed import proposals
from rashomon.reading.statements.protection import protect, protected_sources
from rashomon.reading.statements.quoting import attach
from rashomon.reading.statements.writing import statements_of

__all__ = ["create_statements", "find_statements", "protected_sources"]


@Language.factory("rashomon_statements", assigns=["doc._.statements"])
def create_statements(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that fills `doc._.statements`."""
    return find_statements


def find_statements(doc: Doc) -> Doc:
    """Find the statements of a report, with their sources."""
    page = Page(doc)
    found = weighed(page, candidates(page))
    doc._.statements = believed(doc, protect(page, statements_of(page, found)))
    return doc


def candidates(page: Page, judges: Judges = judge) -> list[Attribution]:
    """All that the rules find or the trained head proposes, however doubtful."""
    return nested(page, joined(page, by_rules(page), proposals(page), judges))


def by_rules(page: Page) -> list[Attribution]:
    """All that the rules find."""
    return attach(page, [*verbal(page), *phrasal(page), *nominal(page), *laid_out(page)])
