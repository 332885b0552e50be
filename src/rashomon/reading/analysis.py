"""The text that is analysed instead of the report's own: as long, character by character, but easier to parse."""

import re
from functools import cache

from rashomon.reading.casing import restore_case
from rashomon.record import Report

# Characters that only lay out, and what stands for them: each one character, so that offsets hold.
_BLANKS = "\r\n\t\v\f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
_PLAIN = str.maketrans(
    {**dict.fromkeys(_BLANKS, " "), "’": "'", "‛": "'", "ʼ": "'", "‟": "“", "„": "“", "−": "-", "‐": "-", "‑": "-"}
)
# Invisible characters beside a space or another such are spaces; inside a word nothing can take their place.
_INVISIBLE = re.compile(
    r"(?<!\w)[\u00ad\u200b-\u200f\u202a-\u202e\u2060]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060](?!\w)"
)
# An apostrophe written twice, as in tables of some databases: "Monday''s raid".
_DOUBLED = re.compile(r"(?<=\w)''(?=(?:s|t|d|m|re|ve|ll)\b)", re.IGNORECASE)
# Quotation marks made of two characters, and UTF-8 that was read as Windows-1252 ("donâ€™t"): the same width in the right sign.
_WIDE = {
    "``": '" ',
    "''": ' "',
    "â€™": "  '",
    "â€˜": "  '",
    "â€œ": "  “",
    "â€\x9d": "”  ",
    "â€\ufffd": "”  ",
    "â€”": " — ",
    "â€“": " – ",
    "â€¦": "...",
    "Â ": "  ",
}


def analysis_text(report: Report) -> str:
    """The report's text in one line a paragraph, with plain signs and ordinary capitals; every offset stays what it was.

    "COL ISAACS SAID ``NO''." is analysed as "Col Isaacs said "  no "."; reports quote the former.
    """
    text, plain = report.text, []
    done = 0
    for region in report.regions:
        start, end = region.span
        plain += [text[done:start], _plain(text[start:end])]
        done = end
    plain.append(text[done:])
    return restore_case("".join(plain), [region.span for region in report.regions])


def _plain(text: str) -> str:
    if text.isascii() and "``" not in text and "''" not in text:
        return text.translate(_PLAIN) if "\n" in text or "\t" in text or "\r" in text else text
    text = _wide().sub(lambda sign: _WIDE[sign.group()], _DOUBLED.sub(" '", text))
    return _INVISIBLE.sub(" ", text.translate(_PLAIN))


@cache
def _wide() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _WIDE)))
