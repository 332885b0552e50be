"""A person's name, without what is no part of it, in the forms that reports give it."""

import re
from functools import cache, lru_cache
from itertools import combinations, product

from rashomon.linking.names.likeness import Forms
from rashomon.linking.names.sound import Word, consonants, plain, skeleton, word
from rashomon.vocabulary import read_table

# Of longer names the first words and the last are compared.
_MOST = 5


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(read_table(__package__, "words")["people"][key])


@cache
def _titles() -> frozenset[str]:
    """Our titles and the reader's, which are read from its file: linking needs no language model."""
    return _set("titles") | frozenset(read_table("rashomon", "reading/actors/names")["titles"])


@cache
def _generations() -> dict[str, str]:
    table = read_table(__package__, "words")["people"]["generations"]
    return {said: which for which, words in table.items() for said in words}


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(read_table(__package__, "words")["people"][key], re.I)


@cache
def _joined() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), one) for pattern, one in read_table(__package__, "sounds")["joined"])


@lru_cache(maxsize=100_000)
def person_words(name: str) -> tuple[Word, ...]:
    """The words of a person's name; a generation ("Jr.", "the third") is the last of them.

    >>> [w.text for w in person_words("Mullah Abdul Ghani Baradar")], [w.text for w in person_words("Abd al-Rahman al-Shami")]
    (['abdghani', 'baradar'], ['abdrahman', 'shami'])
    """
    bare = _pattern("epithets").sub(" ", name).strip() or name
    folded = " ".join(_without_titles(plain(bare).split()))
    for pattern, one in _joined():
        folded = pattern.sub(one, folded)
    parts = [part for said in folded.split() for part in _without_article(said).split("-") if part]
    kept = [part for part in parts if part not in _set("particles")]
    kept = [p for i, p in enumerate(kept) if i in {0, len(kept) - 1} or not _pattern("patronymics").search(p)]
    kept = (kept or parts)[: _MOST - 1] + (kept or parts)[_MOST - 1 :][-1:]
    return tuple(map(word, kept))


def _without_titles(words: list[str]) -> list[str]:
    """Titles stand before a name and some after it; a title with nothing else is what somebody is called."""
    start, end = 0, len(words)
    while start < end - 1 and words[start] in _titles():
        start += 1
    while end > start + 1 and words[end - 1] in _set("after"):
        end -= 1
    return words[start:end]


def _without_article(said: str) -> str:
    """ "shami" of "ash-shami"."""
    article, hyphen, rest = said.partition("-")
    return rest if hyphen and rest and article in _set("articles") else said


@lru_cache(maxsize=100_000)
def person_forms(name: str) -> Forms:
    """The forms of a person's name.

    >>> sorted(person_forms("Jorge Luis Lopez").abbreviated)
    ['jllupis', 'jluislupis', 'jlupis', 'jurgillupis']
    """
    words = person_words(name)
    generation = _generation(words)
    named = words[:-1] if generation else words
    sounds = tuple(w.sound for w in named)
    full = tuple(w.sound for w in named if not w.is_initial)
    whole, mark = "".join(sounds), f"~{generation}" if generation else ""
    return Forms(
        text=" ".join(w.text for w in words),
        whole=whole + mark,
        bag=" ".join(sorted(sounds)) + mark,
        skeleton="".join(map(skeleton, sounds)) + mark,
        abbreviated=_abbreviated(named),
        shorter=_edges(full) | ({whole} if mark else set()),
        inner=_inner(full),
        parts=frozenset(full) if len(full) > 1 else frozenset(),
        families=frozenset(full[1:]) if len(full) > 1 else frozenset(full),
    )


def _generation(words: tuple[Word, ...]) -> str | None:
    """ "younger" for "Jr.", "xvi" for the sixteenth."""
    last = words[-1].text if len(words) > 1 else ""
    return _generations().get(last, last if _pattern("numerals").fullmatch(last) else None)


def _joined_up(forms: list[tuple[str, ...]]) -> frozenset[str]:
    return frozenset("".join(form) for form in forms)


def _abbreviated(words: tuple[Word, ...]) -> frozenset[str]:
    """The family name in full, the first name in full or as an initial, each other one so or not at all; or no initials at all."""
    if len(words) < 2 or words[-1].is_initial:
        return frozenset()
    first, *middle = words[:-1]
    full = [w.sound for w in words if not w.is_initial]
    choices = [
        [first.sound, first.sound[0]],
        *([w.sound, w.sound[0]] if w.is_initial else [w.sound, w.sound[0], ""] for w in middle),
    ]
    whole = "".join(w.sound for w in words)
    said = {said for said in product(*choices) if any(len(one) == 1 for one in said)}
    forms = {"".join((*given, words[-1].sound)) for given in said} | ({"".join(full)} if len(full) > 1 else set())
    return frozenset(forms - {whole})


def _edges(full: tuple[str, ...]) -> frozenset[str]:
    """Two words or more of its beginning, three of its end: "Gabriel Garcia" for "Gabriel Garcia Marquez".

    Two words of its end may be the father's: "Uday Saddam Hussein".
    """
    return _joined_up([full[:n] for n in range(2, len(full))] + [full[-n:] for n in range(3, len(full))])


def _inner(full: tuple[str, ...]) -> frozenset[str]:
    """Other words of it, two or more, in their order: "Ahmad Massoud" for "Ahmad Shah Massoud"."""
    return _joined_up([some for n in range(2, len(full)) for some in combinations(full, n)]) - _edges(full)


def person_keys(name: str) -> tuple[str, ...]:
    """What names of one person share: two of their words, an initial and a word, or the whole."""
    words = person_words(name)
    bones = [(w.sound[0], skeleton(w.sound)) for w in words]
    whole = f"={consonants(''.join(w.sound for w in words))}"
    pairs = {".".join(sorted((one, other))) for (_, one), (_, other) in combinations(bones, 2)}
    initials = {f"{first}.{other}" for (first, _), (_, other) in combinations(bones, 2) if len(other) > 1}
    return tuple(sorted({whole} | pairs | initials))


@lru_cache(maxsize=100_000)
def is_called_after(name: str) -> bool:
    """Whether a name that begins like a person's is that of a body or a place called after somebody: "Ho Chi Minh Trail"."""
    words = plain(name).split()
    return len(words) > 1 and words[-1] in _set("bodies")
