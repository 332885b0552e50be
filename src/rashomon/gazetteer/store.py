"""The gazetteer, opened: which places go by a name."""

import sqlite3
from array import array
from functools import lru_cache
from pathlib import Path

from rashomon.errors import BadData
from rashomon.gazetteer.entry import Entry
from rashomon.gazetteer.spelling import alike, fold, generic_words, skeleton, without_kind
from rashomon.gazetteer.writer import DEGREE, OTHER_NAME, VERSION
from rashomon.record import Place

Hit = tuple[Entry, bool]
"""A place that goes by a name, and whether that is its first name."""

_KEPT_NAMES = 20_000
_KEPT_ENTRIES = 20_000
_MOST_NAMESAKES = 400


class Gazetteer:
    """Looks places up by name. Opened read-only and immutable; caches are bounded.

    >>> open_gazetteer().look_up("Khost")[0][0].place.country  # doctest: +SKIP
    'AFG'
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._database.execute("pragma cache_size = -4000")
            self.about = dict(self._database.execute("select key, value from about"))
        except sqlite3.Error as error:
            raise BadData(f"{path} is no gazetteer ({error}); make one with `rashomon gazetteer import`") from None
        if self.about.get("version") != VERSION:
            raise BadData(
                f"{path} is a gazetteer of another version of Rashomon; make it anew with `rashomon gazetteer import`"
            )
        codes = list(self._database.execute("select code, iso, id from places where code is not null"))
        self.countries = {str(code): int(id) for code, _, id in codes}
        self.iso = {str(code): str(iso) for code, iso, _ in codes}
        self.entry = lru_cache(maxsize=_KEPT_ENTRIES)(self._entry)
        self.look_up = lru_cache(maxsize=_KEPT_NAMES)(self._look_up)
        self.sounding_like = lru_cache(maxsize=_KEPT_NAMES // 10)(self._sounding_like)

    def __reduce__(self) -> tuple[type["Gazetteer"], tuple[Path]]:
        """Another process opens the file anew."""
        return Gazetteer, (self.path,)

    def _look_up(self, name: str) -> tuple[Hit, ...]:
        """All places of that name, most populous first; a kind that the name says ("Kunduz province") must fit.

        A name that the gazetteer has with the generic word itself ("Boulder City", "Mexico City") is taken as it is.
        """
        folded = fold(name)
        return self._named(folded) or self._of_kind(folded)

    def _of_kind(self, folded: str) -> tuple[Hit, ...]:
        bare = without_kind(folded)
        if bare is None:
            return ()
        fitting = generic_words()[bare[1]]
        return tuple(hit for hit in self._named(bare[0]) if hit[0].feature.startswith(fitting))

    def _named(self, folded: str) -> tuple[Hit, ...]:
        ids = self._ids("select places from names where name = ?", folded)[:_MOST_NAMESAKES]
        hits = [(self.entry(id & ~OTHER_NAME), not id & OTHER_NAME) for id in ids]
        return tuple(sorted(hits, key=lambda hit: -hit[0].population))

    def _sounding_like(self, name: str, countries: frozenset[int]) -> tuple[Entry, ...]:
        """Places in the `countries` (ids) whose name is spelt otherwise but sounds the same: "Khowst" for "Khost"."""
        folded = fold(name)
        bare = without_kind(folded)
        spoken = bare[0] if bare else folded
        ids = self._ids("select places from sounds where skeleton = ?", skeleton(spoken))
        entries = [e for e in map(self.entry, ids) if e.country in countries and alike(spoken, fold(e.name))]
        return tuple(sorted(entries, key=lambda entry: -entry.population))

    def _ids(self, query: str, key: str) -> "array[int]":
        row = self._database.execute(query, (key,)).fetchone()
        ids = array("I")
        if row is not None:
            ids.frombytes(row[0])
        return ids

    def _entry(self, id: int) -> Entry:
        columns = "geonames, name, code, country, admin1, admin2, lat, lon, feature, population"
        row = self._database.execute(f"select {columns} from places where id = ?", (id,)).fetchone()
        geonames, name, code, country, admin1, admin2, lat, lon, feature, population = row
        lat, lon = (None, None) if lat is None else (lat / DEGREE, lon / DEGREE)
        place = Place(
            name=name,
            geonames=geonames,
            country=code or (self.entry(country).code if country else None),
            admin1=name if feature == "ADM1" else self.entry(admin1).name if admin1 else None,
            admin2=name if feature == "ADM2" else self.entry(admin2).name if admin2 else None,
            lat=lat,
            lon=lon,
            feature=feature,
        )
        return Entry(
            id, geonames, name, code, country or 0, admin1 or 0, admin2 or 0, lat, lon, feature, population, place
        )
