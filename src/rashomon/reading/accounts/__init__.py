"""Accounts: for each incident of a report, who tells it how. What Rashomon exists for."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading import document  # noqa: F401  registers the Doc's extensions
from rashomon.reading.accounts.telling import tellings
from rashomon.reading.accounts.verification import mark_verified
from rashomon.reading.accounts.voices import with_accounts


@Language.factory("rashomon_accounts", requires=["doc._.incidents", "doc._.statements"], assigns=["doc._.incidents"])
def create_accounts(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that gives each incident its accounts; it needs `rashomon_statements` and `rashomon_incidents` before it."""
    return add_accounts


def add_accounts(doc: Doc) -> Doc:
    """Give each incident the report's own account and one for each source that tells of it or answers to it."""
    told = tellings(doc)
    incidents = [with_accounts(doc, incident, told[incident.id]) for incident in doc._.incidents]
    doc._.incidents = mark_verified(doc, incidents)
    return doc
