"""Which words of a sentence belong to the saying and not to what was said: "In Geneva, she said on Friday that troops had …"."""

from spacy.tokens import Doc, Token

from rashomon.reading.document import covers, meets, span_of
from rashomon.reading.incidents.nearness import chain
from rashomon.record import Statement


def saying(doc: Doc, head: Token) -> Statement | None:
    """The statement whose cue or source a day or place goes with; None for what goes with what was said."""
    return next((s for s in doc._.statements if _is_in_source(s, head) or _goes_with_cue(s, head)), None)


def is_of(trigger: Token, saying: Statement | None) -> bool:
    """Whether what goes with a saying can be said of the trigger: of whatever was not said in it."""
    return saying is None or not any(covers(content, span_of([trigger])) for content in saying.content)


def _is_in_source(statement: Statement, head: Token) -> bool:
    return statement.source.span is not None and covers(statement.source.span, span_of([head]))


def _goes_with_cue(statement: Statement, head: Token) -> bool:
    """Whether the word hangs on the cue, no verb between; after the content it tells of that ("reported a massacre last month")."""
    verb = next((t for t in chain(head) if t.pos_ == "VERB"), None)
    if verb is None or statement.cue is None or not covers(statement.cue, span_of([verb])):
        return False
    here = span_of([head])
    return not any(meets(c, here) or statement.cue[0] < c[0] < here[0] for c in statement.content)
