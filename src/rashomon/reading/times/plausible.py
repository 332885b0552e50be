"""Words and numbers that are times only in some company: "may", "march", "fall", "1400"."""

from spacy.tokens import Token

from rashomon.reading.document import text_of
from rashomon.reading.times import numbers
from rashomon.reading.times.meaning import Told
from rashomon.reading.times.vocabulary import table

# Bare numbers below are years only after a preposition: "in 1453".
OLD = 1500
COUNTS = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})


def is_date(told: Told) -> bool:
    """Not "they may go", "the Long March", "Jan Kowalski", "Resolution 1973", "1400 victims"."""
    groups = told.expression.groups.keys()
    if told["month"] in table("ambiguous_month") and not groups & {"day", "year", "part", "unit"}:
        return _is_month(told.head, "which" in told)
    if groups == {"year", "approximately"} and numbers.year(told["year"]) < OLD:
        return False
    return groups != {"year"} or _is_year(told.head, numbers.year(told["year"]))


def _is_year(number: Token, year: int) -> bool:
    before = number.nbor(-1).lower_ if number.i else ""
    if before in table("numbered") or (year < OLD and before not in table("before_month")):
        return False
    counts = number.ent_type_ in COUNTS and number.i + 1 < len(number.doc)
    return not (counts and number.nbor(1).pos_ in ("NOUN", "ADJ", "PROPN"))


def _is_month(word: Token, after_which: bool) -> bool:
    if word.tag_ == "MD" or word.pos_ in ("VERB", "AUX") or not word.i:
        return False
    if word.is_lower and not text_of(word.doc).islower():
        return False
    before = word.nbor(-1)
    if after_which or before.lower_ in table("before_month") or before.tag_ == "CD":
        return True
    return before.pos_ == "DET" and word.dep_ in ("compound", "nmod")


def is_season(told: Told) -> bool:
    """Not "the fall of the city", "Kabul's fall", "a spring in the desert"."""
    if told.expression.groups.keys() & {"year", "which", "unit"} or told["season"] not in table("ambiguous_season"):
        return True
    word = told.head
    if word.pos_ not in ("NOUN", "PROPN") or any(child.dep_ in ("prep", "poss") for child in word.children):
        return False
    return word.dep_ in ("pobj", "npadvmod", "compound")


def is_day_of_month(told: Told) -> bool:
    """Not "the 13th brigade", "the 4th of them"."""
    word = told.head
    following = word.nbor(1) if word.i + 1 < len(word.doc) else None
    if word.dep_ in ("amod", "compound"):
        return False
    return following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")


def is_part_of_day(told: Told) -> bool:
    """Not "good evening", "Operation Dawn"."""
    word = told.head
    before = word.nbor(-1) if word.i else None
    return before is None or not (before.lower_ == "good" or (word.is_title and before.is_title))
