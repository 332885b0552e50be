"""What people think of pairs that may be one, and what others have decided that somebody has not judged themselves yet."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, select

from rashomon.archive.judgements.rulings import taken_back
from rashomon.archive.judgements.saying import Verdict
from rashomon.archive.tables import judgement
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record

Pair = tuple[frozenset[int], frozenset[int]]
"""Two groups as they were when somebody judged, by their mentions; the one with the smallest number first."""

LATEST = 2000
"""Judgements of pairs that are looked through for what others have decided: what is older stays as it is."""


@dataclass(frozen=True)
class Opinion:
    """Who holds two to be one, different, or neither for certain: by a ruling (`ruled`), or an opinion that moves nothing."""

    judgement: int
    who: str
    why: str
    sort: Sort
    pair: Pair
    verdict: Verdict
    ruled: bool

    @property
    def key(self) -> tuple[Sort, int, int]:
        """By which it is the same pair, whoever judged of it."""
        one, other = self.pair
        return self.sort, min(one), min(other)


_VERDICTS = {"merge": Verdict.same, "same-actor": Verdict.same, "not-same": Verdict.different}


def unsure(record: "Record", sort: Sort, who: str | None = None) -> list[Opinion]:
    """Of which pairs people, or one of them, are unsure: where that is the last that they said of it."""
    latest: dict[tuple[str, tuple[Sort, int, int]], Opinion] = {}
    for each in _opinions(record, ("opine",)):
        if each.sort is sort and who in (None, each.who):
            latest.setdefault((each.who, each.key), each)
    return [each for each in latest.values() if each.verdict is Verdict.unsure]


def unseconded(record: "Record", who: str) -> Iterator[Opinion]:
    """What others, and only others, have judged of pairs: the latest judgement of each, the latest first."""
    about: Mapping[tuple[Sort, int, int], list[Opinion]] = defaultdict(list)
    for each in _opinions(record, ("opine", *_VERDICTS)):
        about[each.key].append(each)
    return (given[0] for given in about.values() if all(each.who != who for each in given))


def _opinions(record: "Record", kinds: Iterable[str]) -> Iterator[Opinion]:
    """People's judgements of pairs that hold, the latest first."""
    asked = select(judgement).where(judgement.c.machine.is_(False), judgement.c.what.in_(list(kinds)))
    with record.looking() as connection:
        rows = connection.execute(asked.order_by(judgement.c.number.desc()).limit(LATEST)).all()
        gone = taken_back(connection, [row.number for row in rows])
    for row in rows:
        found = _opinion(row)
        if found and row.number not in gone:
            yield found


def _opinion(row: Row[Any]) -> Opinion | None:
    """None where it was no pair that was judged: of three groups, or of one to which nothing happened."""
    ruled = row.what != "opine"
    if ruled:
        groups, verdict = json.loads(row.before), _VERDICTS[row.what]
    else:
        ((*pair, said),) = json.loads(row.after)
        groups, verdict = [[number] for number in pair], Verdict(said)
    if len(groups) != 2:
        return None
    one, other = sorted(map(frozenset, groups), key=min)
    return Opinion(row.number, row.who, row.why, Sort(row.sort), (one, other), verdict, ruled)
