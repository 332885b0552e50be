"""Retractions: a source that later admits, corrects or takes back what it had said."""

import re
from functools import cache

from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.lexicon import patterns, table
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.words import content_words
from rashomon.record import Act, Source, Statement

_REVISABLE = frozenset({Act.asserts, Act.confirms, Act.retracts})


@cache
def _lexicon() -> tuple[dict[str, list[str]], re.Pattern[str]]:
    entry = table("acts")["revision"]
    return entry, patterns(entry["patterns"])


def retracted(page: Page, attributions: list[Attribution], statements: list[Statement]) -> list[Statement]:
    """The statements with the retractions among them marked; both lists run in parallel.

    "The minister announced that the airport was retaken. He later admitted that it was not": the same source, on
    the same matter, with a cue of admission.
    """
    entry, taking_back = _lexicon()
    done: list[Statement] = []
    for attribution, statement in zip(attributions, statements, strict=True):
        if statement.act in _REVISABLE:
            revising = attribution.anchor.lemma_ in entry["cues"]
            late = any(c.lower_ in entry["adverbs"] for c in attribution.anchor.children)
            said = " ".join(page.text[slice(*span)] for span in statement.content)
            plain = attribution.anchor.lemma_ in entry["plain"] and _spoke_before(page, statement, done)
            if revising and (late or plain or taking_back.search(said)):
                statement = statement.model_copy(update={"act": Act.retracts})
        done.append(statement)
    return done


def _spoke_before(page: Page, statement: Statement, earlier: list[Statement]) -> bool:
    """Whether the same source said something of the same matter before."""
    words = content_words(page, statement.content)
    return any(_same(statement.source, e.source) and len(words & content_words(page, e.content)) >= 2 for e in earlier)


def _same(a: Source, b: Source) -> bool:
    return (a.actor is not None and a.actor == b.actor) or (a.text is not None and a.text == b.text)
