"""Which of a benchmark's reports tell of one event: their readings linked in memory, written as the scorer's groups file."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from rashomon.linking.incidents import INCIDENTS
from rashomon.linking.link import link
from rashomon.linking.memory import MemoryShelf
from rashomon.linking.mention import Sort
from rashomon.linking.stories import STORIES
from rashomon.linking.stories.groups import Lead, Line, leads_of, lines
from rashomon.record import Reading


@cache
def write_groups(readings: Path) -> Path:
    """Link readings and write the groups file beside them, once."""
    path = readings.with_suffix(".groups.jsonl")
    with readings.open(encoding="utf-8") as rows, path.open("w", encoding="utf-8") as out:
        shelf = MemoryShelf()
        link(list(map(Reading.from_json, rows)), shelf, (INCIDENTS, STORIES))
        for line in groups(shelf):
            out.write(json.dumps({"incident": line.incident, "reports": line.reports}) + "\n")
    return path


def groups(shelf: MemoryShelf) -> Iterator[Line]:
    """The groups file of what was linked on a shelf."""
    known = _leads(shelf)

    def leads(reports: Collection[str]) -> Mapping[str, Lead]:
        return {report: known[report] for report in reports if report in known}

    return lines(told(shelf, Sort.incident).items(), told(shelf, Sort.story).items(), leads)


def told(shelf: MemoryShelf, sort: Sort) -> dict[int, set[str]]:
    """Group → the reports that tell it, those among them that tell it with others in one breath."""
    found: dict[int, set[str]] = defaultdict(set)
    for group, numbers in shelf.groups(sort).items():
        found[group].update(report for number in numbers for report in shelf.reports(sort, number))
    for number, others in shelf.covers(sort).items():
        for group in others:
            found[group] |= shelf.reports(sort, number)
    return found


def _leads(shelf: MemoryShelf) -> dict[str, Lead]:
    group = {number: at for at, numbers in shelf.groups(Sort.incident).items() for number in numbers}
    incidents = [one for component in shelf.components(Sort.incident, group) for one in component.members]
    return leads_of(incidents, group, shelf.covers(Sort.incident))
