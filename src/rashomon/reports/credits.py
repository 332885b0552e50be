"""Agency credits: whose copy a report says it carries. What a hundred papers print from one agency has one origin."""

import re
from collections.abc import Iterable, Iterator

from rashomon.reports.vocabulary import pattern, table

_JOINED = re.compile(r"\s*[,;&]\s*|\s+and\s+")


def credits_of(
    filed_by: str | None, credit_lines: Iterable[str], bylines: Iterable[str], last_news: str
) -> tuple[str, ...]:
    """The agencies named in the dateline, the credit lines, the bylines, and in brackets after the last words.

    >>> credits_of("AFP", ["With reporting by Reuters"], [], "")
    ('AFP', 'Reuters')
    """
    found = [*_filed_by(filed_by), *_named([*credit_lines, *bylines]), *_at_end(last_news)]
    return tuple(dict.fromkeys(table("credits")["names"].get(name, name) for name in found))


def _filed_by(agency: str | None) -> list[str]:
    return [part for part in _JOINED.split(agency or "") if part]


def _named(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        for found in pattern("credits", "named").finditer(line):
            if found.group().lower() != "agencies":
                yield found.group()


def _at_end(text: str) -> Iterator[str]:
    found = pattern("credits", "at_end").search(text[-120:])
    if found:
        yield from _named([found["agencies"]])


def own_newsroom(credit_lines: Iterable[str]) -> str | None:
    """The newsroom whose own service contributed."""
    for line in credit_lines:
        found = pattern("credits", "own_service").match(line)
        if found:
            return found["publisher"]
    return None
