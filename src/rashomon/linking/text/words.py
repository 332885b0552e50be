"""The words of a text, brought into a form in which two reports' words can be the same."""

import re
from functools import lru_cache

from anyascii import anyascii
from snowballstemmer import stemmer

from rashomon.vocabulary import read_table

# A number with its score, clock or decimals ("31-24", "7.2"), initials ("U.S."), or letters with what an apostrophe ties to them.
_WORD = re.compile(r"\d+(?:[.,:/–-]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_CLITIC = re.compile(r"['’](?:s|re|ve|ll|d|m|t)?$")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")
_NUMBERS = {
    word: str(value) for word, value in read_table("rashomon.reading.figures", "numbers")["exact"].items() if value > 1
}
_STEMMER = stemmer("english")


def words(text: str) -> list[str]:
    """The stems, names and numbers of a text in order: "Seven gunmen's attacks" → "7", "gunmen", "attack"."""
    return [word for word in map(_normal, _WORD.findall(text)) if word]


@lru_cache(maxsize=1 << 17)
def _normal(form: str) -> str:
    """One word's form; empty for single letters. Stems are Porter's (1980; Snowball's English version)."""
    if form[0].isdigit():
        return _THOUSANDS.sub("", form).replace("–", "-")
    low = _CLITIC.sub("", form).casefold()
    low = (low if low.isascii() else anyascii(low).lower()).replace(".", "").replace("'", "").replace("’", "")
    if number := _NUMBERS.get(low):
        return number
    return str(_STEMMER.stemWord(low)) if len(low) > 1 else ""
