"""What the wording says about places: which lies in which, and what a report's other words say about its country."""

from collections import Counter, defaultdict

from spacy.tokens import Doc

from rashomon.gazetteer import Gazetteer
from rashomon.gazetteer.spelling import generic_words
from rashomon.reading.document import tokens_in
from rashomon.reading.places.lexicon import demonyms, lexicon, signs
from rashomon.reading.places.toponyms import Toponym
from rashomon.record import PlaceMention

_FARTHEST = 9
_MOST_PER_HINT = 3
# A word of a country's people counts less than a place of the country: "American troops" fight elsewhere.
_HINT_WEIGHT = 0.35


def within(doc: Doc, toponyms: list[Toponym]) -> dict[int, int]:
    """By index, the toponym that each one is said to lie in: "Mir Ali, North Waziristan", "Ghazni in Afghanistan".

    The next name after it or, with a possessive, the one before it: "Syria's Idlib".
    """
    found: dict[int, int] = {}
    for i in range(len(toponyms) - 1):
        first, second = toponyms[i], toponyms[i + 1]
        between = (
            [token.lower_ for token in doc[first.end : second.start]] if second.start - first.end <= _FARTHEST else []
        )
        if not _joins(between):
            continue
        if any(word in {"'s", "’s", "'"} for word in between):
            found.setdefault(i + 1, i)
        else:
            found[i] = i + 1
    return found


def _joins(between: list[str]) -> bool:
    words = lexicon()
    allowed = words.between | words.directions | words.sites
    return bool(between) and all(word in allowed or word in generic_words() for word in between)


def hints_of(doc: Doc, gazetteer: Gazetteer) -> dict[int, float]:
    """Votes for countries (entries' ids) by demonyms and other signs: "Afghan", "sheriff"."""
    known = {**signs(), **demonyms()}
    counted = Counter(code for token in doc if (code := known.get(token.lower_)) is not None)
    ids = gazetteer.countries
    votes: defaultdict[int, float] = defaultdict(float)
    for code, count in counted.items():
        if code in ids:
            votes[ids[code]] += _HINT_WEIGHT * min(count, _MOST_PER_HINT)
    return dict(votes)


def signs_of(doc: Doc) -> Counter[str]:
    """By code, how often words speak for countries that do not name them: "sheriff" for USA. Often said is not much more said."""
    known = signs()
    counted = Counter(code for token in doc if (code := known.get(token.lower_)) is not None)
    return Counter({code: min(count, _MOST_PER_HINT) for code, count in counted.items()})


def is_near(doc: Doc, mention: PlaceMention) -> bool:
    """Whether the report puts something near the place, not in it: "outside Khost", "5 km from Khost" (UCDP where_prec 2)."""
    start = tokens_in(doc, mention.span).start
    words = [token.lower_ for token in doc[max(0, start - 3) : start]]
    if not words:
        return False
    vicinity = lexicon().vicinity
    return words[-1] in vicinity or (words[-1] in {"of", "from"} and not vicinity.isdisjoint(words[:-1]))


def is_demonym(mention: PlaceMention) -> bool:
    """Whether a country is only named by an adjective of it: an "Afghan soldier" may die anywhere."""
    return mention.by == "places.demonym"
