"""Bylines: who wrote a report, for whom. "By Ana Ruiz and John Okello" over "Eastern Herald Foreign Service"."""

import re
from typing import NamedTuple

from rashomon.reports.vocabulary import pattern, words

_MARKDOWN = re.compile(r"\[([^\]]*)\]\([^)]*\)|\*\*[\w ]+:\*\*|[*_#`]+")
_NAME = re.compile(r"[A-Z][\w.'’-]*$|(?:al|el|as|an|ar|ul)-[A-Z][\w'’-]+$")


class Byline(NamedTuple):
    """What bylines say: who wrote it, and for whom."""

    authors: tuple[str, ...] = ()
    publisher: str | None = None


def plain(text: str) -> str:
    """A line without its Markdown: `[A. Name](#)` is "A. Name"."""
    return " ".join(_MARKDOWN.sub(lambda mark: mark[1] or "", text).split())


def is_byline(text: str) -> bool:
    """Whether a line gives the author: "By" and then nothing but names and the like.

    >>> is_byline("By Ana Ruiz in Bogotá"), is_byline("By Friday the rebels had left")
    (True, False)
    """
    opening = pattern("bylines", "opening").match(text)
    if not opening or len(text) > 160:
        return False
    return is_names(text[opening.end() :], least=1)


def is_names(text: str, least: int = 2) -> bool:
    """Whether a line holds only capitalised names with the small words between them, `least` names or more."""
    tokens = re.split(r"[\s,|/&()*]+", plain(text).strip(" .,|"))
    names = [token for token in tokens if _NAME.match(token)]
    others = [token for token in tokens if token and token not in names and token not in words("bylines", "particles")]
    return not others and least <= len(names) <= 14 and names[0].strip(".,") not in words("bylines", "no_names")


def is_organisation(text: str) -> bool:
    """Whether a line is the name of a newsroom: "Eastern Herald Foreign Service"."""
    return len(text) < 60 and bool(
        pattern("bylines", "organisation").match(text) or pattern("bylines", "newsroom").match(text)
    )


def byline_of(lines: list[str]) -> Byline:
    """What the byline paragraphs of a report say, in order."""
    authors: list[str] = []
    publisher = None
    for line in lines:
        text = plain(line)
        opening = pattern("bylines", "opening").match(text)
        names = text[opening.end() :] if opening else text
        if is_organisation(names):
            publisher = publisher or _organisation(names)
        elif (opening or line.startswith("**Author") or authors) and is_names(names, least=1):
            found, after = _split(names)
            authors += found
            publisher = publisher or after
    return Byline(tuple(dict.fromkeys(authors)), publisher)


def _organisation(text: str) -> str:
    of = pattern("bylines", "organisation").match(text)
    return of["publisher"] if of else text


def _split(text: str) -> tuple[list[str], str | None]:
    """Names, and the newsroom after them: "Ana Ruiz, Eastern Herald" or "Ana Ruiz in Bogotá"."""
    authors = []
    publisher = None
    for part in pattern("bylines", "between_names").split(text):
        name, *rest = pattern("bylines", "after_names").split(part, maxsplit=1)
        name = name.strip(" .,|()").removeprefix("the ").removeprefix("The ")
        if is_organisation(name):
            publisher = publisher or _organisation(name)
        elif name:
            authors.append(name)
        publisher = publisher or next((_organisation(r.strip()) for r in rest if is_organisation(r.strip())), None)
    return authors, publisher
