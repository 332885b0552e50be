"""Paragraphs → regions: what each stretch of a report is, with the eyes of a person who looks at the page.

News taken for page chrome is lost, chrome taken for news is only noise: whatever is not plainly something else is body.
"""

import re
from collections.abc import Sequence

from rashomon.record import Region, RegionKind
from rashomon.reports.bylines import is_byline, is_names, is_organisation
from rashomon.reports.captions import is_caption
from rashomon.reports.datelines import filing_of
from rashomon.reports.marks import Mark, Zone, mark_of
from rashomon.reports.paragraphs import Paragraph, ends_sentence, word_count

_PROSE = 8
"""Words from which a paragraph that ends as a sentence does is plainly running text; shorter ones can be headings."""
_LONG = 25
"""Words from which a paragraph is running text however it ends."""
_TITLE = 30
"""Words above which nothing is a title; of the 1,512 titles of PolNeAR and LGL one has more than 23."""
_HEADING = 10
_CAPTION = 45
"""Words above which a text of one paragraph is news with a caption at its end rather than a caption."""
_SAID = re.compile(r"\b(?:said|says|told)\b", re.I)
_NO_NEWS = {RegionKind.caption, RegionKind.chrome, RegionKind.credit}
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+\S|={2,6}\s.*\s={2,6}$")
_LISTED = re.compile(r"(?:[-–—*•·▪◦‣>]|\d{1,3}[.)]|\(?[a-z\d][.)])\s")


def regions_of(
    paragraphs: Sequence[Paragraph], title: Region | None = None, *, capitals: bool = False
) -> tuple[Region, ...]:
    """The regions of a report whose title, where one was given and the text begins with it, is already a region."""
    kinds = _Kinds(paragraphs, title is not None, capitals).decide()
    regions = [Region(kind=kind, span=(p.start, p.end)) for p, kind in zip(paragraphs, kinds, strict=True)]
    return (title, *regions) if title else tuple(regions)


class _Kinds:
    """The kinds of the paragraphs of one report, found in turn from the surest evidence to the weakest."""

    def __init__(self, paragraphs: Sequence[Paragraph], titled: bool, capitals: bool) -> None:
        self.paragraphs, self.titled, self.capitals = paragraphs, titled, capitals
        self.kinds: list[RegionKind | None] = [None] * len(paragraphs)

    def decide(self) -> list[RegionKind]:
        """Everything in order; what is left is body."""
        if len(self.paragraphs) > 1 or self.titled:
            self._mark_everywhere()
            first, last = self._news()
            self._mark_captions(first)
            first, last = self._news()
            self._mark_head(first)
            self._mark_tail(last)
            self._mark_headings(first, last)
        elif self.paragraphs:
            self._mark_lone()
        return [kind or RegionKind.body for kind in self.kinds]

    def _mark_lone(self) -> None:
        """A text of one paragraph is news, a link, a caption or a copyright line; nothing weaker is believed."""
        text = self.paragraphs[0].text
        mark = mark_of(text)
        if mark and mark.kind in _NO_NEWS and word_count(text) <= _CAPTION and not _SAID.search(text):
            self.kinds[0] = mark.kind

    def _mark_everywhere(self) -> None:
        opened: Mark | None = None
        for i, paragraph in enumerate(self.paragraphs):
            mark = mark_of(paragraph.text)
            if mark is None and opened and _is_link_text(paragraph.text):
                mark = opened
            self.kinds[i] = mark and mark.kind
            opened = mark if mark and mark.opens else None

    def _news(self) -> tuple[int, int]:
        """The first and the last paragraph of running text; (0, -1) where there is none."""
        prose = [i for i, p in enumerate(self.paragraphs) if self.kinds[i] is None and is_prose(p.text)]
        return (prose[0], prose[-1]) if prose else (0, -1)

    def _mark_captions(self, first: int) -> None:
        seen = {p.text for p, kind in zip(self.paragraphs, self.kinds, strict=True) if kind is RegionKind.caption}
        last = max((i for i, kind in enumerate(self.kinds) if kind is None), default=0)
        for i, paragraph in enumerate(self.paragraphs):
            if self.kinds[i] is None and (
                paragraph.text in seen or is_caption(paragraph.text, closing=i == last, opening=i <= first)
            ):
                self.kinds[i] = RegionKind.caption

    def _mark_head(self, first: int) -> None:
        """Title, bylines and standing datelines before the news; without news nothing can be told apart by place."""
        for i in range(min(first, len(self.paragraphs))):
            if self.kinds[i] is None:
                self.kinds[i] = self._head_kind(i)
        if self.titled:
            return
        left = [i for i in range(first) if self.kinds[i] is None and _can_be_title(self.paragraphs[i].text)]
        for i in left:
            is_title = i == left[0] or (i == left[0] + 1 and word_count(self.paragraphs[i].text) >= _PROSE)
            self.kinds[i] = RegionKind.title if is_title else RegionKind.heading

    def _head_kind(self, i: int) -> RegionKind | None:
        text = self.paragraphs[i].text
        mark = mark_of(text, Zone.head)
        if mark:
            return mark.kind
        if is_byline(text) or (self._after_byline(i) and (is_organisation(text) or is_names(text))):
            return RegionKind.byline
        filing = filing_of(text, capitals=self.capitals)
        return RegionKind.dateline if filing and filing.span[1] >= len(text) else None

    def _after_byline(self, i: int) -> bool:
        return i > 0 and self.kinds[i - 1] is RegionKind.byline and not self.paragraphs[i].after_blank

    def _mark_tail(self, last: int) -> None:
        """After the last paragraph of running text, which may itself only say who the author is."""
        for i in range(max(last, 1), len(self.paragraphs)):
            if self.kinds[i] is None and last >= 0:
                text = self.paragraphs[i].text
                mark = mark_of(text, Zone.tail)
                self.kinds[i] = mark.kind if mark else RegionKind.byline if i > last and is_byline(text) else None

    def _mark_headings(self, first: int, last: int) -> None:
        for i, paragraph in enumerate(self.paragraphs):
            if self.kinds[i] is not None:
                continue
            if _MARKDOWN_HEADING.match(paragraph.text) or (
                first < i < last and _is_heading(paragraph.text) and self._stands_before_prose(i)
            ):
                self.kinds[i] = RegionKind.heading

    def _stands_before_prose(self, i: int) -> bool:
        """Between paragraphs of news: one of several short lines is an item of a list."""
        before = next((j for j in range(i - 1, -1, -1) if self.kinds[j] in {None, RegionKind.title}), None)
        after = next((j for j in range(i + 1, len(self.paragraphs)) if self.kinds[j] is None), None)
        return all(j is not None and is_prose(self.paragraphs[j].text) for j in (before, after))


def is_prose(text: str) -> bool:
    """Whether a paragraph is plainly running text."""
    words = word_count(text)
    return words >= _LONG or (words >= _PROSE and ends_sentence(text))


def _can_be_title(text: str) -> bool:
    return word_count(text) <= _TITLE and not text.endswith(".")


def _is_heading(text: str) -> bool:
    """ "What the elders want": short, no final punctuation, begins with a capital, not an item of a list."""
    short = word_count(text) <= _HEADING and text[0].isupper()
    return short and not ends_sentence(text) and text[-1] not in ",-–—" and not _LISTED.match(text)


def _is_link_text(text: str) -> bool:
    return word_count(text) <= 20 and text[-1] not in ".:;" and not is_prose(text)
