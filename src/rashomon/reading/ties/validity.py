"""Since when and until when a tie holds, as precisely as the report says."""

import re

from spacy.tokens import Doc, Token

from rashomon.reading.document import tokens_in
from rashomon.record import Span, Time, TimeType

DAY = re.compile(r"\d{4}(-\d\d){0,2}$")
REACH = 60  # characters between the word that tells of the tie and the time


def validity(doc: Doc, anchor: Token, evidence: Span) -> tuple[str | None, str | None]:
    """(since, until): "police chief from 1996 until 2001", "minister since 2014". Null where nothing is said."""
    since = until = None
    sent = anchor.sent
    for time in doc._.times:
        if not (sent.start_char <= time.span[0] < sent.end_char) or not _dated(time):
            continue
        if not evidence[0] - REACH <= time.span[0] <= evidence[1] + REACH or time.span[0] < anchor.idx:
            continue
        start = tokens_in(doc, time.span)
        if start.start == 0 or not _about(anchor, start.root):
            continue
        before = doc[start.start - 1].lower_
        if before == "since" or (before == "from" and since is None):
            since = time.value
        elif before in {"until", "till", "through"} or (before == "to" and since is not None):
            until = time.value
    return since, until


def _dated(time: Time) -> bool:
    return time.type is TimeType.DATE and DAY.match(time.value) is not None


def _about(anchor: Token, time: Token) -> bool:
    """Whether the time hangs on the word that tells of the tie, or on its verb."""
    governor = anchor.head if anchor.dep_ in {"attr", "appos", "dobj"} else anchor
    for token in (time, *time.ancestors):
        if token in (anchor, governor):
            return True
        if token.pos_ in {"VERB", "AUX"} and token != governor:
            return False
    return False
