"""Photo captions: what they show is a scene, not news, and their dates are those of pictures, some of them years old."""

import re
from functools import cache

from rashomon.reports.vocabulary import expand, pattern, table

_LONGEST = 60
"""Words above which a paragraph is no caption without saying so."""


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(expand(cue), re.I) for cue in table("captions")["cues"])


def is_caption(text: str, *, opening: bool = False, closing: bool = False) -> bool:
    """Whether a paragraph is a caption that does not say so.

    `opening`: it stands at or before the beginning of the news; `closing`: it is the last paragraph. There an agency in
    brackets may be the one that sent the report.

    >>> is_caption("A boy is seen near a burnt truck in Gao on Feb. 3. (Reuters)")
    True
    """
    if text.count(" ") >= _LONGEST or len(text) > 12 * _LONGEST:
        return False
    cues = sum(bool(cue.search(text)) for cue in _cues())
    if pattern("captions", "agency_at_end").match(text):
        return cues > 0 or not (opening or closing)
    return cues > 1
