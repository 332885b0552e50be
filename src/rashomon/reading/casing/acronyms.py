"""Names that an acronym in brackets follows: "NATIONAL LIBERATION FRONT (FMLN)" is a name, however common its words."""

import re
from collections.abc import Sequence

from rashomon.reading.casing.vocabulary import vocabulary
from rashomon.reading.casing.words import Word

_UNLETTERED = vocabulary("unlettered")
_ACRONYM = re.compile(r"[^\W\d_]{2,8}")


def names_before_acronyms(words: Sequence[Word]) -> tuple[set[int], set[str]]:
    """Indices of the words of such names, and the acronyms, lower-cased.

    The acronym often stands for the name in another language ("GUATEMALAN NATIONAL REVOLUTIONARY UNITY (URNG)"): its letters
    need not come in the order of the words, and one word may have no letter there.
    """
    names: set[int] = set()
    acronyms: set[str] = set()
    for i, word in enumerate(words):
        if word.gap != "(" or word.after not in ")]" or not _ACRONYM.fullmatch(word.low):
            continue
        found = _name_ending_at(words, i - 1, word.low)
        if found:
            acronyms.add(word.low)
            names.update(found)
    return names, acronyms


def _name_ending_at(words: Sequence[Word], last: int, acronym: str) -> list[int]:
    letters, name, hits, misses = list(acronym), [], 0, 0
    for j in range(last, max(-1, last - 2 * len(acronym) - 2), -1):
        low = words[j].low
        if low not in _UNLETTERED:
            if low[0] in letters:
                letters.remove(low[0])
                hits += 1
            elif (misses := misses + 1) > 1:
                break
            name.append((j, hits))
        if words[j].gap not in " -." or not letters:
            break
    # What stands before the last word with a letter of its own is no part of the name.
    kept = [j for n, (j, total) in enumerate(name) if total > (name[n - 1][1] if n else 0) or total < hits]
    return kept if hits >= 2 and hits * 2 > len(acronym) else []
