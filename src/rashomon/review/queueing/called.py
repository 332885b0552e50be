"""What the things in a queue are called in a line, of all of them at once."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rashomon.archive import Record
from rashomon.archive.actors import naming
from rashomon.archive.refs import is_numbered, ref
from rashomon.export.headline import Headline
from rashomon.linking.mention import Sort
from rashomon.review.queueing.waiting import ORPHANED, UNDATED


class Called(NamedTuple):
    """ "bombing, Kandahar, AFG, 2006-01-14", "killed, place disputed"; `now` is the number of what it belongs to by now: I12."""

    name: str
    disputed: str = ""
    now: str = ""


def called_in_lines(record: Record, refs: Sequence[str]) -> dict[str, Called]:
    """Incidents by what happened, actors by name, reports by id; what is not known yet by its number."""
    plain = {each: Called(each.removeprefix(UNDATED).replace(ORPHANED, "judgement ")) for each in refs}
    return plain | _incidents(record, refs) | _actors(record, refs)


def _incidents(record: Record, refs: Iterable[str]) -> dict[str, Called]:
    home = _home(record, refs, Sort.incident)
    found = (Headline.model_validate_json(line) for line in record.catalogue.lines(sorted(set(home.values()))))
    lines = {line.id: Called(_told(line), _disputed(line), line.id) for line in found}
    return {
        each: lines[ref(Sort.incident, group)] for each, group in home.items() if ref(Sort.incident, group) in lines
    }


def _told(line: Headline) -> str:
    return line.name or f"{line.kind}, {line.where}, {line.when}"


def _disputed(line: Headline) -> str:
    return f"{', '.join(each.replace('_', ' ') for each in line.disputed)} disputed" if line.disputed else ""


def _actors(record: Record, refs: Iterable[str]) -> dict[str, Called]:
    home = _home(record, refs, Sort.actor)
    names = naming.names(record, set(home.values()))
    return {each: Called(names[group], now=ref(Sort.actor, group)) for each, group in home.items() if group in names}


def _home(record: Record, refs: Iterable[str], sort: Sort) -> dict[str, int]:
    """The group in which each is that is called by a number of this sort."""
    numbers = {each: int(each[1:]) for each in refs if is_numbered(each, sort)}
    groups = record.shelf.groups_of(sort, numbers.values())
    return {each: groups[number] for each, number in numbers.items() if number in groups}
