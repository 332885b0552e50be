"""A report's text as somebody may see it: a masked name takes another length, and every span has to follow."""

from bisect import bisect_right
from collections.abc import Iterable

from rashomon.record import Span


class Shown:
    """A text with some places in it replaced, and where spans of the published text are in what is shown.

    A span that begins or ends within a replaced name takes in all of what stands for it: no part of a name can be pointed at.

    >>> shown = Shown("Amina Farah was shot.", [((0, 11), "victim A7")])
    >>> shown.text, shown.text[slice(*shown.span((6, 15)))]
    ('victim A7 was shot.', 'victim A7 was')
    """

    def __init__(self, text: str, replaced: Iterable[tuple[Span, str]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shown: list[Span] = []
        parts, done, length = [], 0, 0
        for (start, end), stands in replaced:
            parts += [text[done:start], stands]
            length += start - done
            self._shown.append((length, length + len(stands)))
            length += len(stands)
            self._starts.append(start)
            self._ends.append(end)
            done = end
        self.text = "".join((*parts, text[done:]))

    @property
    def masked(self) -> bool:
        """Whether anything was replaced."""
        return bool(self._starts)

    def span(self, span: Span) -> Span:
        """Where a span of the published text is in what is shown."""
        return self._place(span[0], 0), self._place(span[1], 1)

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Where spans are, each once."""
        return tuple(dict.fromkeys(map(self.span, spans) if self.masked else spans))

    def apart(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Where spans are that never overlap, and must not: a name across two paragraphs is all in the first."""
        return tuple((self._place(start, 1), self._place(end, 1)) for start, end in spans)

    def _place(self, position: int, side: int) -> int:
        """Of a position within a replaced name the start (side 0) or the end (1) of what stands for it."""
        before = bisect_right(self._starts, position) - 1
        if before < 0:
            return position
        if position == self._starts[before]:
            return self._shown[before][0]
        if position < self._ends[before]:
            return self._shown[before][side]
        return position - self._ends[before] + self._shown[before][1]
