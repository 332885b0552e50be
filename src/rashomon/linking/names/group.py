"""The name of a group, a force or a body, put into English, in the forms that reports give it."""

import re
from functools import cache, lru_cache
from itertools import combinations

from rashomon.linking.names.capitals import small_words
from rashomon.linking.names.country import by_code, codes, country_apart
from rashomon.linking.names.likeness import Forms
from rashomon.linking.names.sound import Word, consonants, plain, skeleton, word
from rashomon.vocabulary import read_table

_WORDS = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s?(?![^\W\d_])")
_ACRONYM = re.compile(r"(?:[A-Z][a-z]?){0,5}[A-Z]{1,6}(?:-?[A-Z0-9]+)*|[A-Z]-?[0-9]+")
_SHORTEST_PLURAL = 5
_LONGEST_ACRONYM = 5
_MOST = 6  # words that are compared


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(read_table(__package__, "words")["groups"][key])


@cache
def _kinds() -> frozenset[str]:
    return frozenset(map(_english, _set("kinds")))


@cache
def _plain() -> frozenset[str]:
    """Words that are no names: ours, and those that the reader's model of capitals knows to be written small."""
    own = frozenset(read_table(__package__, "words")["groups"]["plain"].split())
    return frozenset(map(_english, own)) | own | small_words() | codes()


@cache
def _translated() -> dict[str, str]:
    table: dict[str, list[str]] = read_table(__package__, "words")["groups"]["english"]
    return {other: english for english, others in table.items() for other in others}


def _english(said: str) -> str:
    """ "front" for "frente", "brigade" for "brigades"."""
    if len(said) >= _SHORTEST_PLURAL and said.endswith("s") and not said.endswith(("ss", "us")):
        said = _translated().get(said, said[:-1])
    return _translated().get(said, said)


def acronym(name: str) -> str | None:
    """ "ypg" for "YPG" and "Y.P.G."; None for a name in full, and for a long one that is read as a word: "MINUSMA"."""
    bare = name.replace(".", "").replace("/", "-").strip()
    letters = re.sub(r"\W", "", bare).lower()
    return letters if len(letters) <= _LONGEST_ACRONYM and _ACRONYM.fullmatch(bare) else None


def _said(name: str) -> list[str]:
    return _WORDS.findall(plain(_POSSESSIVE.sub("", name).replace(".", "")).replace("-", " "))


def _content(words: list[str]) -> list[str]:
    """In English, without small words and those that only say that it is a group; all, if there are no others."""
    large = [_english(w) for w in words if w not in _set("small")] or words
    return [w for w in large if w not in _kinds()] or large


@lru_cache(maxsize=50_000)
def country_and_rest(name: str) -> tuple[str | None, str]:
    """The country that a name says, and its other words in English.

    >>> country_and_rest("the army of El Salvador"), country_and_rest("Taliban")
    (('SLV', 'army'), (None, 'taliban'))
    """
    country, rest = country_apart(_said(name))
    return country, " ".join(_content(rest)) if rest else ""


@lru_cache(maxsize=50_000)
def group_words(name: str) -> tuple[Word, ...]:
    """The words that make the name, in English; its country is left out where the others are such as many groups have.

    >>> [w.text for w in group_words("Frente de Liberación Nacional")], [w.text for w in group_words("Police of El Salvador")]
    (['front', 'liberation', 'national'], ['police'])
    """
    said = _said(name)
    rest = _content(country_apart(said)[1])
    kept = rest if rest and all(w in _plain() for w in rest) else _content(by_code(said))
    return tuple(map(word, kept[:_MOST]))


def telling_words(name: str) -> tuple[Word, ...]:
    """Those that not every second group has in its name: "Sinaloa" of "Sinaloa Cartel", none of "National Liberation Army"."""
    return tuple(w for w in group_words(name) if w.text not in _plain() and len(w.text) > 1 and not w.text[0].isdigit())


@lru_cache(maxsize=50_000)
def group_forms(name: str) -> Forms:
    """The forms of a group's name.

    >>> sorted(group_forms("National Liberation Army").abbreviated), group_forms("TTP").whole
    (['nla'], 'ttp')
    """
    abbreviated = acronym(name)
    if abbreviated:
        return Forms(abbreviated.upper(), abbreviated, abbreviated, abbreviated)
    words = group_words(name)
    whole = "".join(w.sound for w in words)
    return Forms(
        text=" ".join(w.text for w in words),
        whole=whole,
        bag=" ".join(sorted(w.sound for w in words)),
        skeleton=whole,  # Jamiat-e-Islami is not Jamaat-e-Islami
        abbreviated=_initials(name),
        shorter=_shorter(words),
        parts=frozenset(w.sound for w in telling_words(name)) if len(words) > 1 else frozenset(),
        families=frozenset(w.sound for w in telling_words(name)),
    )


def _initials(name: str) -> frozenset[str]:
    """With small words, without all and without all but articles: "titp" and "ttp" for "Tehrik-i-Taliban Pakistan".

    A single word may be initials that are written as a name: "Farc".
    """
    said = _said(name)
    if len(said) == 1:
        return frozenset(said)
    large = [w for w in said if w not in _set("small")]
    called = [w for w in said if w not in _set("small") or w in _set("articles")]
    return frozenset("".join(w[0] for w in words) for words in (said, called, large) if len(words) > 2)


def _shorter(words: tuple[Word, ...]) -> frozenset[str]:
    """Without some of the words that many have: "Sandinista Front" for "Sandinista National Liberation Front"."""
    if all(w.text in _plain() for w in words):
        return frozenset()
    common = [i for i, w in enumerate(words) if w.text in _set("dropped")]
    left_out = [set(some) for n in range(1, len(common) + 1) for some in combinations(common, n)]
    return frozenset("".join(w.sound for i, w in enumerate(words) if i not in out) for out in left_out)


def group_keys(name: str) -> tuple[str, ...]:
    """What names of one group share: a word that tells, two that do not, their initials, or the whole."""
    forms, words = group_forms(name), group_words(name)
    keys = {f"@{initials}" for initials in forms.abbreviated} | {f"={consonants(forms.whole)}"}
    telling = telling_words(name)
    keys |= {f"@{forms.whole}"} if acronym(name) or len(words) == len(telling) == 1 else set()
    bones = [skeleton(w.sound) for w in (telling or words)]
    keys |= {f"#{bone}" for bone in bones} if telling else {".".join(sorted(two)) for two in combinations(bones, 2)}
    return tuple(sorted(keys))
