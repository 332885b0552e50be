"""A text as lines, each knowing where it stands."""

from typing import NamedTuple

from rashomon.reports.vocabulary import pattern


class Line(NamedTuple):
    """One line that is not blank: where its text starts and ends, its indent, and whether a blank line comes before it."""

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool


def lines_of(text: str, start: int = 0) -> list[Line]:
    """The lines from `start` on, broken at whatever Unicode calls a line break: press releases use U+2028, too.

    >>> [line.text for line in lines_of("One.\\n\\n  Two.")]
    ['One.', 'Two.']
    """
    lines: list[Line] = []
    offset, after_blank = start, False
    for raw in text[start:].splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            begin = offset + indent
            line = Line(begin, begin + len(bare), bare, indent, after_blank)
            lines += _without_prelude(line) if len(lines) < 6 else [line]
        after_blank = not bare
        offset += len(raw)
    return lines


def _without_prelude(line: Line) -> list[Line]:
    """The line, cut after what a press release may put before its news: "For Immediate Release  GAO, Mali -- …"."""
    prelude = pattern("layout", "prelude").match(line.text)
    if not prelude:
        return [line]
    head, cut = prelude.group().rstrip(), line.start + prelude.end()
    return [
        Line(line.start, line.start + len(head), head, line.indent, line.after_blank),
        Line(cut, line.end, line.text[prelude.end() :], 0, True),
    ]
