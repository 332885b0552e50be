"""Which of the places of a name a report means.

One sense per report and name, unless the report itself says otherwise ("Alexandria, La."; "Alexandria, Va."). Each namesake
starts with what speaks for it anywhere: that many people live there, that it is a country. Then the names of a report vote: for
countries, for provinces, for places near one another; a few rounds, each with the votes of the round before. So a report of a
small town's newspaper, whose other names lie all in one county, ends with the small town.
"""

from collections.abc import Iterable, Iterator, Mapping
from math import log

from rashomon.gazetteer import Entry, Gazetteer
from rashomon.gazetteer.entry import COUNTRY, DISTRICT, LANDSCAPE, PROVINCE, TOWN_PART
from rashomon.gazetteer.spelling import fold
from rashomon.reading.places.geometry import distance_km
from rashomon.reading.places.guesses import judge
from rashomon.reading.places.lexicon import weights
from rashomon.reading.places.toponyms import Toponym
from rashomon.reading.places.votes import Name, Votes

_MOST_CANDIDATES = 60
_AROUND_CAPITAL_KM = 400.0  # from its middle: the province of Buenos Aires is large
_KINDS = {
    COUNTRY: "country",
    PROVINCE: "province",
    DISTRICT: "district",
    LANDSCAPE: "landscape",
    TOWN_PART: "town_part",
}
_NOT_HEARD = {"street", "demonym", "compound"}
_SEATS = {"PPLC": "capital", "PPLA": "seat"}


class Chooser:
    """Chooses among namesakes."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.weights = weights()

    def choose(
        self, toponyms: list[Toponym], within: Mapping[int, int], hints: Mapping[int, float]
    ) -> list[Name | None]:
        """For each toponym its settled name, None where no place is known.

        `within`: by index of a toponym, that of the one it is said to lie in; `hints`: votes for countries, by id.
        """
        groups = self._groups(toponyms, within)
        names = {key: name for key, mentions in groups.items() if (name := self._known(toponyms, mentions))}
        self._settle(names.values(), self._contained(names, toponyms, within), hints)
        countries = Votes(names.values(), hints).leading_countries()
        if self._hear(names, groups, toponyms, countries):
            self._settle(names.values(), self._contained(names, toponyms, within), hints)
        judge(names.values(), hints)
        by_mention = {i: name for name in names.values() for i in name.mentions}
        return [by_mention.get(i) for i in range(len(toponyms))]

    def _groups(self, toponyms: list[Toponym], within: Mapping[int, int]) -> dict[tuple[str, ...], list[int]]:
        """Mentions that have one sense: the same name, of the same kind, in the same place where one is said."""
        outer = {i: fold(toponyms[j].name) for i, j in within.items() if _some_within(toponyms[i], toponyms[j])}
        usual: dict[str, str] = {}
        for i, place in outer.items():
            usual.setdefault(fold(toponyms[i].name), place)
        kinds: dict[str, set[tuple[str, ...]]] = {}
        for toponym in toponyms:
            if toponym.said:
                kinds.setdefault(fold(toponym.name), set()).add(toponym.said)
        groups: dict[tuple[str, ...], list[int]] = {}
        for i, toponym in enumerate(toponyms):
            folded = fold(toponym.name)
            if not toponym.said and len(kinds.get(folded, ())) == 1:
                toponym.said = next(iter(kinds[folded]))
            key = (folded, outer.get(i) or usual.get(folded, ""), *toponym.said)
            groups.setdefault(key, []).append(i)
        return groups

    def _known(self, toponyms: list[Toponym], mentions: list[int]) -> Name | None:
        toponym = toponyms[mentions[0]]
        hits = toponym.hits[:_MOST_CANDIDATES]
        if not hits:
            return None
        said = toponym.said
        seats = {entry.admin1 for entry, _ in hits if entry.feature in _SEATS}
        capital = next((entry for entry, first in hits if first and entry.feature == "PPLC"), None)
        odds = [
            self._odds(entry, said)
            + (0.0 if first else self.weights["other_name"])
            + (self.weights["shared_with_seat"] if _is_outshone(entry, seats, capital) and not said else 0.0)
            for entry, first in hits
        ]
        return Name(
            [entry for entry, _ in hits],
            [first for _, first in hits],
            odds,
            mentions,
            sure=any(toponyms[i].sure for i in mentions),
            listed=any(toponyms[i].rule == "listed" for i in mentions),
        )

    def _hear(
        self,
        names: dict[tuple[str, ...], Name],
        groups: Mapping[tuple[str, ...], list[int]],
        toponyms: list[Toponym],
        countries: frozenset[int],
    ) -> bool:
        """Add places whose names sound the same, in the countries the report is about, to names that mean nothing there."""
        some = False
        for key, mentions in groups.items():
            name, toponym = names.get(key), toponyms[mentions[0]]
            if toponym.rule in _NOT_HEARD or (name is not None and name.best().country in countries):
                continue
            entries = self.gazetteer.sounding_like(toponym.name, countries)[:_MOST_CANDIDATES]
            if not entries:
                continue
            some = True
            odds = [self._odds(entry, toponym.said) + self.weights["sounds_alike"] for entry in entries]
            if name is None:
                names[key] = Name(list(entries), [True] * len(entries), odds, mentions, sure=toponym.sure)
            else:
                name.candidates += entries
                name.primary += [True] * len(entries)
                name.odds += odds
        return some

    def _odds(self, entry: Entry, said: tuple[str, ...]) -> float:
        weights = self.weights
        odds = weights["population"] * log(entry.population + 10)
        odds += weights.get(_KINDS.get(entry.kind, ""), 0.0) + weights.get(_SEATS.get(entry.feature, ""), 0.0)
        if said:
            rank = next((n for n, feature in enumerate(said) if entry.feature.startswith(feature)), None)
            odds += weights["kind_unsaid"] if rank is None else weights["kind_said"] - 2 * rank
        return odds

    def _contained(
        self, names: Mapping[tuple[str, ...], Name], toponyms: list[Toponym], within: Mapping[int, int]
    ) -> list[tuple[Name, Name]]:
        by_mention = {i: name for name in names.values() for i in name.mentions}
        pairs = {
            (id(a), id(b)): (a, b) for i, j in within.items() if (a := by_mention.get(i)) and (b := by_mention.get(j))
        }
        return list(pairs.values())

    def _settle(self, names: Iterable[Name], pairs: list[tuple[Name, Name]], hints: Mapping[int, float]) -> None:
        names = list(names)
        own_odds = {id(name): list(name.odds) for name in names}
        for inner, outer in pairs:
            for odds, n in _said_within(inner, outer, own_odds):
                odds[n] += self.weights["contained"]
                inner.held = True
        for name in names:
            name.settle(own_odds[id(name)])
        for _ in range(int(self.weights["passes"])):
            votes = Votes((name for name in names if name.sure), hints)
            for name in names:
                name.settle(list(self._voted(name, own_odds[id(name)], votes)))

    def _voted(self, name: Name, odds: list[float], votes: Votes) -> Iterator[float]:
        own = Votes([name] if name.sure else [], {})
        for n, odd in enumerate(odds):
            country, province, near = votes.for_candidate(name, n, own)
            yield (
                odd
                + self.weights["country_share"] * country
                + self.weights["province_share"] * province
                + self.weights["near"] * min(near, 2.0)
            )


def _is_outshone(entry: Entry, seats: set[int], capital: Entry | None) -> bool:
    """Whether a province is called as its seat, or as the capital that it lies around: Lima, Buenos Aires; not Washington."""
    if entry.kind != PROVINCE or capital is None or entry.country != capital.country:
        return entry.kind == PROVINCE and entry.id in seats
    apart = distance_km(entry.place, capital.place)
    return entry.id in seats or (apart is not None and apart <= _AROUND_CAPITAL_KM)


def _some_within(inner: Toponym, outer: Toponym) -> bool:
    around = {entry.id for entry, _ in outer.hits}
    return any(not around.isdisjoint(_around_of(entry)) for entry, _ in inner.hits)


def _said_within(inner: Name, outer: Name, odds: Mapping[int, list[float]]) -> Iterator[tuple[list[float], int]]:
    """The candidates of both that fit "inner, outer"."""
    outer_ids = {entry.id: n for n, entry in enumerate(outer.candidates)}
    fitting: set[int] = set()
    for n, entry in enumerate(inner.candidates):
        around = [outer_ids[id] for id in _around_of(entry) if id in outer_ids]
        if around:
            yield odds[id(inner)], n
            fitting.update(around)
    for n in fitting:
        yield odds[id(outer)], n


def _around_of(entry: Entry) -> tuple[int, ...]:
    """The ids of what holds an entry."""
    return tuple(id for id in (entry.country, entry.admin1, entry.admin2) if id and id != entry.id)
