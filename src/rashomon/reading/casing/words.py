"""Words as the casing model sees them: lower-cased, with what stands between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.reading.casing.vocabulary import vocabulary

# Letters, with what an apostrophe ties to them: "O'BRIEN", "ARMY'S". Digits end a word: "M-16", "3D".
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDS_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*\s+[\"'“‘(\[]*$|--\s+\[|\n\s*\n|^\W*\]\s*\[")
_CLITICS = frozenset({"s", "t", "re", "ve", "ll", "d", "m"})
_MARKS = {"(": "(", "[": "(", '"': '"', "'": '"', "“": '"', "‘": '"', "`": '"'}
_ABBREVIATED = vocabulary("abbreviations") | vocabulary("months")


@dataclass(slots=True)
class Word:
    """A word of a text: `low` its lower-cased form without clitic ("army" of "ARMY'S"), `gap` how it is tied to the one before.

    `gap` is one of: "^" a sentence begins, "." an abbreviation's stop, "," other punctuation, "(" an opening bracket,
    '"' a quotation mark, "-" a hyphen, "#" a digit, "0" a number, " " nothing but space. `after` is the next character,
    or "#" before a digit or "-" and a digit ("M-16").
    """

    start: int
    end: int
    low: str
    clitic: str
    gap: str
    after: str


def words_of(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of `text[start:end]` in order."""
    last_end, last_low, heading = start, "", False
    for match in _WORD.finditer(text, start, end):
        stem, clitic = _stem(match.group())
        low = stem.lower()
        between = text[last_end : match.start()]
        gap = _gap(between, last_low)
        if "[" in between:
            heading = gap == "^"  # what follows "[TEXT]" begins a sentence, what follows "FMLN [… FRONT]" does not
        elif heading and "]" in between:
            gap, heading = "^", False
        yield Word(match.start(), match.start() + len(stem), low, clitic, gap, _after(text, match.end()))
        last_end, last_low = match.end(), low


def _stem(form: str) -> tuple[str, str]:
    stem, apostrophe, clitic = form.replace("’", "'").rpartition("'")
    return (stem, apostrophe + clitic) if stem and clitic.lower() in _CLITICS else (form, "")


def _after(text: str, end: int) -> str:
    following = text[end : end + 2]
    return "#" if following[:1].isdigit() or (following[:1] == "-" and following[1:].isdigit()) else following[:1]


def _gap(between: str, before: str) -> str:
    if between in {" ", "\n"}:
        return " "
    if between == "-":
        return "-"
    if not before or _ENDS_SENTENCE.search(between):
        abbreviated = between.startswith(".") and (before in _ABBREVIATED or len(before) == 1) and "\n\n" not in between
        return "." if abbreviated else "^"
    mark = between.strip()
    if not mark:
        return " "
    if mark[-1] in _MARKS:
        return _MARKS[mark[-1]]
    if mark[-1].isdigit():
        return "0" if between[-1].isspace() else "#"
    return "," if mark[0] in ",;:" else "."
