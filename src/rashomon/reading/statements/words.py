"""What a stretch of text is about: its nouns, names and verbs."""

from collections.abc import Iterable

from rashomon.reading.statements.page import Page
from rashomon.record import Span

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "NUM"})


def content_words(page: Page, spans: Iterable[Span]) -> set[str]:
    """Lemmas of the words that carry meaning."""
    return {
        token.lemma_.lower()
        for span in spans
        for token in page.tokens[page.token_from(span[0]) : page.token_at(span[1] - 1) + 1]
        if token.pos_ in _TELLING and not token.is_stop
    }
