"""Give a text written in one case the capitals that an editor would have given it, in the same number of characters."""

from collections.abc import Iterable, Sequence

from rashomon.reading.casing.acronyms import names_before_acronyms
from rashomon.reading.casing.model import LOWER, TITLE, UPPER, casing_model
from rashomon.reading.casing.stretches import flat_stretches
from rashomon.reading.casing.vocabulary import vocabulary
from rashomon.reading.casing.words import Word, words_of
from rashomon.record import Span

_MONTHS = vocabulary("months")
_AMBIGUOUS = vocabulary("ambiguous_months")
_BEFORE_MONTHS = vocabulary("before_months")


def restore_case(text: str, paragraphs: Iterable[Span]) -> str:
    """The text with its flat paragraphs truecased; mixed paragraphs are left as they are.

    "COL ISAACS OF THE URNG DENIED IT." → "Col Isaacs of the URNG denied it."
    """
    stretches = list(flat_stretches(text, paragraphs))
    if not stretches:
        return text
    listed = [list(words_of(text, start, end)) for start, end in stretches]
    words = [word for stretch in listed for word in stretch]
    forms = [form for stretch in listed for form in casing_model().forms(stretch)]
    _mend(words, forms)
    return _spell(text, words, forms)


def _mend(words: Sequence[Word], forms: list[int]) -> None:
    """What the whole text shows of names and acronyms, and the capital that begins a sentence."""
    names, acronyms = names_before_acronyms(words)
    for i, word in enumerate(words):
        if word.low in acronyms or _is_designation(word):
            forms[i] = UPPER
        elif word.gap == "0" and word.low in _MONTHS:
            forms[i] = TITLE
        elif word.low in _AMBIGUOUS and not _is_month(words, i):
            forms[i] = TITLE if word.gap == "^" else LOWER
        elif forms[i] == LOWER:
            forms[i] = TITLE if i in names or word.gap == "^" or _is_scottish(word.low) else LOWER
        elif forms[i] == UPPER and not _is_acronym(word):
            forms[i] = TITLE


def _is_month(words: Sequence[Word], i: int) -> bool:
    """ "In March", "March 12", "12 March", but "a protest march", "the rebels march on the capital"."""
    number_follows = i + 1 < len(words) and words[i + 1].gap in "0#"
    return words[i].gap in "0#" or number_follows or (i > 0 and words[i - 1].low in _BEFORE_MONTHS)


def _is_designation(word: Word) -> bool:
    """ "M-16", "AK-47", "BM-21"."""
    return word.after == "#" and len(word.low) < 4 and word.gap != "#"


def _is_acronym(word: Word) -> bool:
    """Whether the word may stay in capitals: one known to be written so, or a short unknown one."""
    prior = casing_model().priors.get(word.low)
    return prior == "u" or (prior is None and len(word.low) < 6 and word.gap != "^")


def _spell(text: str, words: Sequence[Word], forms: Sequence[int]) -> str:
    parts, done = [], 0
    for word, form in zip(words, forms, strict=True):
        end = word.end + len(word.clitic)
        parts.append(text[done : word.start])
        parts.append(_formed(text[word.start : word.end], form) + text[word.end : end].lower())
        done = end
    parts.append(text[done:])
    restored = "".join(parts)
    return restored if len(restored) == len(text) else text


def _formed(word: str, form: int) -> str:
    """The word in this form, or as it is where the form would be longer or shorter ("ß").

    >>> _formed("MCCAIN", TITLE), _formed("O'BRIEN", TITLE)
    ('McCain', "O'Brien")
    """
    if form == UPPER:
        formed = word.upper()
    elif form == TITLE:
        formed = "Mc" + word[2:].capitalize() if _is_scottish(word) else word.title()
    else:
        formed = word.lower()
    return formed if len(formed) == len(word) else word


def _is_scottish(word: str) -> bool:
    return len(word) > 4 and word[:2].lower() == "mc"
