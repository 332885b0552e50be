"""Statements by layout: "Minister: rebels have fled" in a headline, "REPORTER: Where were you?" in a transcript."""

import re
from collections.abc import Iterator
from functools import cache

from rashomon.reading.statements.attribution import Attribution
from rashomon.reading.statements.content import trimmed
from rashomon.reading.statements.lexicon import Cue, table
from rashomon.reading.statements.page import Page
from rashomon.record import Act

_SAYS = Cue(Act.asserts, frozenset({"quote", "clause"}), frozenset(), speech=True)
# "Amnesty International: …", "U.N. envoy: …"
_HEADLINE = re.compile(r"\s*(?P<who>[A-Z][\w.’'-]*(?: [\w.’'-]+){0,3}): (?=\S)")
# In transcripts the speaker stands in capitals, or in brackets, as FBIS, BBC Monitoring and others have it: "[Cristiani] We had …".
_TRANSCRIPT = re.compile(
    r"\s*[\"“]?(?P<who>(?-i:[A-Z][A-Z.’' -]{2,30})): (?=\S)"
    r"|\s*(?:\[begin (?:recording|video|audio)[^\]]{0,40}\] ?)?\[(?P<speaker>(?-i:[A-Z])[\w.’' -]{1,40})\] (?=\w)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*\[(?:end|begin) (?:recording|video|audio)\b[^\]]*\]?", re.IGNORECASE)


def laid_out(page: Page) -> Iterator[Attribution]:
    """The statements of headlines and transcripts; a recording goes on over paragraphs until it ends."""
    running: Attribution | None = None
    for number, ((start, end), is_title) in enumerate(page.paragraphs):
        pattern = _HEADLINE if is_title or number == 0 else _TRANSCRIPT
        match = pattern.match(page.text, start, end)
        found = _statement(page, match, end) if match else None
        if found is not None:
            found.rule = "headline" if pattern is _HEADLINE else "transcript"
            yield found
            running = found
        elif running is not None:
            stop = _ENDS.search(page.text, start, end)
            content = trimmed(page, (start, stop.start() if stop else end))
            if content is not None:
                running.content.append(content)
        if running is not None and (running.anchor.text != "]" or _ENDS.search(page.text, start + 1, end)):
            running = None


@cache
def _not_speakers() -> frozenset[str]:
    return frozenset(table("phrases")["transcript"]["not_speakers"])


def _statement(page: Page, match: re.Match[str], end: int) -> Attribution | None:
    who = match.span(next(key for key, value in match.groupdict().items() if value))
    if page.text[slice(*who)].lower() in _not_speakers():
        return None
    head, mark = page.tokens[page.token_at(who[1] - 1)], page.tokens[page.token_at(who[1])]
    stop = _ENDS.search(page.text, match.end(), end)
    content = trimmed(page, (match.end(), stop.start() if stop else end))
    if (
        content is None
        or (head.pos_ not in {"PROPN", "NOUN"} and match["who"] and not match["who"].isupper())
        or mark.text not in {":", "]"}
    ):
        return None
    return Attribution(mark, (mark.idx, mark.idx + 1), _SAYS, head, [content], "")
