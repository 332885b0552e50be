"""Numbers in words: "two and a half" is 2.5, "nineteen ninety-six" the year 1996."""

import re

from rashomon.reading.times.vocabulary import table

_FRACTIONS = {"1/2": 0.5, "½": 0.5, "1/4": 0.25, "3/4": 0.75}


def quantity(text: str) -> float | None:
    """How many; None for "a few", "several": nobody knows. Of "two to three" the smaller.

    >>> quantity("two and a half")
    2.5
    """
    text = re.sub(r" +", " ", text.strip())
    if text in table("quantity"):
        return float(table("quantity")[text]) or None
    text = re.sub(r"(?: to | or |(?<=\d)-(?=\d)).*", "", text)
    half = 0.5 if re.search(r" and (?:a )?half$", text) else 0.0
    return _whole(re.sub(r" and (?:a )?half$", "", text)) + half


def _whole(text: str) -> float:
    total, group = 0.0, 0.0
    text = re.sub(r"^an? (?!hundred|thousand|half)", "", text)
    for word in re.split(r"[ -]", text):
        if word in _FRACTIONS:
            group += _FRACTIONS[word]
        elif re.fullmatch(r"[\d,.]*\d", word):
            group += float(word.replace(",", ""))
        elif word in ("hundred", "thousand"):
            total, group = (total + (group or 1) * table("number")[word], 0.0)
        else:
            group += table("number").get(word, 1 if word in ("a", "an") and not group else 0)
    return total + group


def year(text: str) -> int:
    """A year as written, in figures or in words; "90" stays 90.

    >>> year("nineteen ninety-six")
    1996
    """
    digits = re.sub(r"\D", "", text)
    if digits:
        return int(digits)
    words = re.split(r"[ -]+", text)
    if words[:2] == ["two", "thousand"]:
        return 2000 + int(_whole(" ".join(w for w in words[2:] if w != "and") or "0"))
    return int(table("number")[words[0]]) * 100 + int(
        _whole(" ".join(w for w in words[1:] if w not in ("hundred", "oh", "o")))
    )


def ordinal(text: str) -> int:
    """ "third" and "3rd" are 3."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else int(table("ordinal")[text])
