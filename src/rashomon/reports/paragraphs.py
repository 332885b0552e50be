"""Lines → paragraphs: whether a line break ends a paragraph, is a stray one, or only wraps the line at some column.

Decided by evidence from the text. A text wrapped at a fixed column has lines that are all about as long as they can be, so that
the next line's first word would not have fitted. Elsewhere every line is a paragraph, but for stray breaks: a line that stops
without punctuation before one that begins in lower case.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from rashomon.reports.lines import Line
from rashomon.reports.vocabulary import pattern

WIDEST = 125
"""Columns above which nobody wraps lines; MUC-4 has 70 to 80, mail 72, pages of a PDF more."""

_ENDS = re.compile(r"""[.!?…:;]["'”’»)\]*_]*$|["”»)\]>]$|''$""")
_LOWER_CASE_NAME = re.compile(
    r"(?:al|el|ar|as|ash|at|an|ad|az|de|da|del|di|du|la|van|von|bin|ibn|abu|e|i)[-\s'’]?[A-Z]|\w+[A-Z]"
)
_ADDRESS = re.compile(r"(?:https?|www|ftp)\b|\S+@\S+", re.I)
_SENTENCE_START = re.compile(r"[a-z][.!?][\"'”’)]*\s+[\"'“‘(]*([A-Za-z])")


class Paragraph(NamedTuple):
    """A stretch of the report that was set as one paragraph; `text` has its white space made single spaces."""

    start: int
    end: int
    text: str
    after_blank: bool


class Layout(NamedTuple):
    """How a text is set: at which column its lines are wrapped (0: not), with capitals as in English, or in capitals only."""

    width: int
    cased: bool
    capitals: bool


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, or with a closing quotation mark or bracket."""
    return bool(_ENDS.search(text[-40:]))


def word_count(text: str) -> int:
    """How many words the text of a paragraph has, in which single spaces part them."""
    return text.count(" ") + 1


def layout_of(lines: list[Line]) -> Layout:
    """How the text is set."""
    sample = " ".join(line.text for line in lines[:200])
    letters = sum(map(str.isalpha, sample)) or 1
    share = sum(map(str.isupper, sample)) / letters
    starts = _SENTENCE_START.findall(sample)
    lower = share < 0.004 or sum(map(str.islower, starts)) > len(starts) / 2
    capitals = share > 0.6
    cased = not capitals and not lower
    return Layout(_width(lines, cased), cased, capitals)


def _width(lines: list[Line], cased: bool) -> int:
    """The column at which lines are wrapped, 0 where they are not."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank and b.indent <= a.indent]
    widest = max((a.indent + len(a.text) for a in lines), default=0)
    # Without capitals to tell sentences from lines by, two lines are all there may be to go by.
    if len(pairs) < (3 if cased else 1) or not 40 <= widest <= WIDEST:
        return 0
    running = [(a, b) for a, b in pairs if not ends_sentence(a.text)]
    full = sum(not _next_fits(a, b, widest - 12) for a, b in running)
    flowing = sum(b.text[0].islower() for _, b in running) if cased else len(running)
    wrapped = len(running) >= 0.5 * len(pairs) and full >= 0.7 * len(running) and flowing >= 0.4 * len(running)
    return widest if wrapped else 0


def _next_fits(line: Line, following: Line, width: float) -> bool:
    return len(line.text) + 1 + len(following.text.split(None, 1)[0]) < width


def paragraphs_of(lines: list[Line], layout: Layout) -> list[Paragraph]:
    """The paragraphs of a text, in order."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group) for group in groups]


def _paragraph(lines: list[Line]) -> Paragraph:
    text = " ".join(word for line in lines for word in line.text.split())
    return Paragraph(lines[0].start, lines[-1].end, text, lines[0].after_blank)


def _continues(group: list[Line], line: Line, layout: Layout) -> bool:
    """Whether `line` goes on with the paragraph whose lines so far are `group`."""
    last = group[-1]
    if layout.width and not line.after_blank:
        return not _starts_wrapped_paragraph(last, line, layout)
    if _is_complete(last.text) or _is_complete(line.text) or _ADDRESS.match(line.text):
        return False
    if not layout.cased or ends_sentence(last.text):
        return False
    if line.text[0].islower() and not _LOWER_CASE_NAME.match(line.text):
        return True
    return not line.after_blank and bool(pattern("layout", "runs_on").search(last.text[-40:]))


def _is_complete(text: str) -> bool:
    """Whether a line stands alone whatever comes before or after it: a rule, a date, a count of shares, a link."""
    return len(text) < 120 and bool(pattern("layout", "stands_alone").match(text))


def _starts_wrapped_paragraph(last: Line, line: Line, layout: Layout) -> bool:
    """In a wrapped text: an indent, or a line left short although the next word would have fitted."""
    if line.indent >= last.indent + 2:
        return True
    fill = 0.8 if ends_sentence(last.text) else 0.75
    short = _next_fits(last, line, fill * layout.width)
    return short and not line.text[0].islower() and (layout.cased or ends_sentence(last.text))
