"""What searching must not give away: who looks for the name of somebody whom they may not see named finds nothing by it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from rashomon.archive.actors.directory import HIDDEN, plain
from rashomon.archive.exposure.exposure import Exposure
from rashomon.archive.tables import directory
from rashomon.archive.words import Query, query_of, words_of
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.record import Record


def hidden(record: "Record", words: str) -> frozenset[str] | None:
    """The reports that must not be found by these words: one of them is a part of a name that is withheld of somebody there.

    The full name of somebody who asked for protection is withheld in every report that has it. None where nothing may be found: all
    of such a name is among the words. The directory must be up to date.
    """
    query = query_of(words)
    asked = {word for part in query for word in part.words}
    protected = {name: words_of(name) for name in Exposure(record).protected_names()}
    if any(set(parts) <= asked for parts in protected.values()):
        return None
    with record.looking():
        members = record.shelf.members(Sort.actor, _masked(record, query)) if query else {}
        numbers = frozenset().union(*members.values())
        meant = (
            name for name, parts in protected.items() if any(_stands(part.words, part.open, parts) for part in query)
        )
        having = (record.search.reports(f'"{name}"') for name in meant)
        return frozenset(each.report for each in record.shelf.bearings(Sort.actor, numbers)).union(*having)


def _masked(record: "Record", query: Query) -> Iterator[int]:
    """Those who must not be named and have a name with any of the words in it."""
    likely = [directory.c.names.contains(plain(word), autoescape=True) for part in query for word in part.words]
    asked = select(directory.c.number, directory.c.names).where(directory.c.privacy.in_(HIDDEN), or_(*likely))
    with record.looking() as connection:
        rows = connection.execute(asked).all()
    for number, names in rows:
        if any(_stands(_plainly(part.words), part.open, words_of(names)) for part in query):
            yield number


def _plainly(words: Iterable[str]) -> tuple[str, ...]:
    """As the directory has names: "bjørn" is "bjorn" there, and is looked for as it stands in reports."""
    return tuple(plainer for word in words for plainer in words_of(plain(word)))


def _stands(asked: tuple[str, ...], open: bool, names: list[str]) -> bool:
    """Whether any word of a part of a question is one of the names, or with a star begins one."""
    if asked and open and any(name.startswith(asked[-1]) for name in names):
        return True
    return not set(asked).isdisjoint(names)
