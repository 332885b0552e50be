"""Bytes → text, or a plain word on why not."""

import codecs

from charset_normalizer import from_bytes

from rashomon.errors import UnreadableReport

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\r\f\v\x1b")
_SAMPLE = 100_000
"""Bytes that are enough to tell an encoding."""
_LOST = 0.001
"""Share of replacement characters up to which they may be signs that were quoted; from there on letters were lost."""


def text_of(data: bytes, name: str) -> str:
    """The text in `data`: by its byte-order mark, else UTF-8, else what it looks like, else Windows-1252.

    Raises UnreadableReport for binary data and for text whose letters were lost in an earlier conversion.
    """
    text = _decoded(data, name)
    lost = text.count("\ufffd")
    if lost > max(1, _LOST * len(text)):
        raise UnreadableReport(
            name,
            f"{lost:,} characters were lost when it was converted (�)",
            "save it again from its source as UTF-8",
        )
    return text


def _decoded(data: bytes, name: str) -> str:
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None) or _unmarked_utf16(data)
    try:
        return data.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding:
            raise UnreadableReport(
                name, f"marked as {encoding} but broken at byte {error.start}", "save it again as UTF-8"
            ) from None
    if is_binary(data):
        raise UnreadableReport(name, "binary data, not text", "give a text, HTML, PDF, JSONL or CSV file")
    return data.decode(_guessed(data), errors="replace")


def is_binary(data: bytes) -> bool:
    """Whether data that is no UTF-8 and no UTF-16 is no text either."""
    sample = data[:_SAMPLE]
    controls = sum(byte in _CONTROLS for byte in sample)
    return controls > 0.002 * len(sample) + 1


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    sample = data[: 2 * (min(len(data), _SAMPLE) // 2)]
    if b"\0" not in sample:
        return None
    half = len(sample) // 2
    zeros = sample[0::2].count(0), sample[1::2].count(0)
    if max(zeros) < 0.7 * half or min(zeros) > 0.1 * half:
        return None
    return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"


def _guessed(data: bytes) -> str:
    """Windows-1252 where that is possible: its curly quotes and dashes are what is left of it in English reports."""
    matches = list(from_bytes(data[:_SAMPLE]))
    possible = {encoding for match in matches for encoding in (match.encoding, *match.could_be_from_charset)}
    return "cp1252" if "cp1252" in possible or not matches else matches[0].encoding
