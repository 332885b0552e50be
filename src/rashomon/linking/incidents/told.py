"""What the words that tell of an incident say: what was struck and with what, in which turn, whether it is several at once."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b

from rashomon.linking.incidents.spelling import name_words
from rashomon.linking.incidents.where import stated_place
from rashomon.linking.incidents.who import hidden
from rashomon.linking.text import news, passage, terms, weight, words
from rashomon.record import Incident, Reading, RegionKind
from rashomon.reports.sentences import sentence_around
from rashomon.vocabulary import read_table

_FEW = 3  # incidents; a note may call the attack, the deaths and the damage three
_SHORT = 1000  # characters; what a report no longer than this says is about one thing
_SENTENCE = 14  # words; shorter ones are written anew every day
_SELDOM = 10.0  # bits; one text in 1,000 has the name
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ENDINGS = ("", "s", "es", "ed", "ing")
_WORD = re.compile(r"\w+")
_CLOCK = re.compile(r"\b(\d{1,2})(?::\d\d)? ?([ap])\.?m\.?\b", re.IGNORECASE)  # "3:45 p.m." is 3pm
_NAME = re.compile(r"\b[A-Z][\w'’]+(?:[ -](?:(?:al|el|ul|e|i|de|la|del|bin|an)[- ])?[A-Z][\w'’]+)*", re.MULTILINE)


def is_note(reading: Reading) -> bool:
    """Whether a report is one short paragraph: a note, which tells of one thing and leaves out what its readers know."""
    return is_short(reading) and sum(region.kind is RegionKind.body for region in reading.report.regions) == 1


def is_short(reading: Reading) -> bool:
    """Whether a report is short and tells of one place, so that all of it is about that."""
    places = {place.geonames for place in map(stated_place, reading.incidents) if place and place.geonames}
    return len(places) < 2 and len(reading.incidents) <= _FEW and len(news(reading)) <= _SHORT


def scene(reading: Reading, incident: Incident) -> str:
    """The text that tells of an incident: its evidence, or the whole of a short report; without the names of the protected."""
    text = news(reading) if is_short(reading) else passage(reading, incident.evidence)
    names = hidden(reading)
    return _WORD.sub(lambda word: "" if word[0].casefold() in names else word[0], text) if names else text


def names_said(text: str) -> tuple[str, ...]:
    """The skeletons of the rarer names that a text has, whatever they name; none of a text in capitals."""
    if text.isupper():
        return ()
    named = (name for name in _NAME.findall(text) if any(weight(word) >= _SELDOM for word in words(name)))
    return tuple(dict.fromkeys(word for name in named for word in name_words(name)))


def sorts(text: str, table: str) -> tuple[str, ...]:
    """The sorts of things that a text names, by a table of the vocabulary: "a jeep" is a vehicle.

    >>> sorts("Missiles hit a jeep and two houses.", "struck")
    ('vehicle', 'house')
    """
    plain = _CLOCK.sub(r"\1\2m", text).lower()
    there = set(_WORD.findall(plain))
    return tuple(
        sort
        for sort, (words, phrases) in _named(table).items()
        if not words.isdisjoint(there) or (phrases and phrases.search(plain))
    )


def turn(text: str) -> int | None:
    """Which of several in a row it is: "the third strike of the day" is 3; None where it is not said.

    >>> turn("In the 2nd raid that night, two were taken.")
    2
    """
    found = _turns().search(text)
    if not found:
        return None
    ordinal = found["ordinal"].lower()
    return _ORDINALS.index(ordinal) + 1 if ordinal in _ORDINALS else int(ordinal[:-2])


def is_aggregate(text: str) -> bool:
    """Whether several incidents are told as one: "forty were killed this week", "a series of raids".

    >>> is_aggregate("The raid left nine dead."), is_aggregate("Nine have died in the past two weeks.")
    (False, True)
    """
    return any(pattern.search(text.lower()) for pattern in _aggregates())


def telling_terms(text: str, known: Sequence[str]) -> Mapping[str, float]:
    """The terms that set a text apart, without figures and without the names in `known`, which are compared by themselves."""
    return {t: bits for t, bits in terms(text).items() if not t[0].isdigit() and not set(name_words(t)) & set(known)}


@cache
def _named(table: str) -> dict[str, tuple[frozenset[str], re.Pattern[str] | None]]:
    """For each sort, its single words in all their forms, and a pattern for its phrases: to look words up is many times as fast."""
    return {
        sort: _words_and_phrases([word.lower() for word in words])
        for sort, words in read_table(__package__, "vocabulary")[table].items()
    }


def _words_and_phrases(named: Sequence[str]) -> tuple[frozenset[str], re.Pattern[str] | None]:
    words = frozenset(word + ending for word in named if _WORD.fullmatch(word) for ending in _ENDINGS)
    phrases = "|".join(re.escape(word) for word in named if not _WORD.fullmatch(word))
    return words, re.compile(rf"\b(?:{phrases})(?:{'|'.join(_ENDINGS)})\b") if phrases else None


@cache
def _turns() -> re.Pattern[str]:
    words = read_table(__package__, "vocabulary")["turn"]
    nouns, spans = "|".join(words["nouns"]), "|".join(words["spans"])
    ordinal = rf"(?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
    return re.compile(rf"\b{ordinal} (?:\w+[ -]){{0,4}}?(?:{nouns})s?\b(?=[^.]{{0,30}}\b(?:{spans})\b)", re.IGNORECASE)


@cache
def _aggregates() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in read_table(__package__, "vocabulary")["aggregate"]["patterns"])


def passages(reading: Reading, incident: Incident) -> list[str]:
    """A mark of the sentence that tells of an incident, and of which of its words does: all copies share it.

    Short sentences ("Two were killed.") have none.
    """
    sentence = words(sentence_around(incident.trigger, reading.report))
    if len(sentence) < _SENTENCE:
        return []
    told = words(reading.report.text[slice(*incident.trigger)])
    return [blake2b(" ".join((*sentence, "|", *told)).encode(), digest_size=8).hexdigest()]
