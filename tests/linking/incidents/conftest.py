import pytest

from rashomon.linking.incidents import INCIDENTS
from rashomon.linking.incidents.mentions import mentions
from rashomon.linking.link import link
from rashomon.linking.memory import MemoryShelf
from rashomon.linking.mention import Shelved, Sort


@pytest.fixture(scope="session")
def told(read):
    """`told("Two ...", published=…)`: the incidents that a report tells of, shelved, the first under the number given."""

    def tell(text, number=1, id=None, **about):
        reading = read(text, id=id or f"r{number}", **about)
        return [
            Shelved(number + n, m.identity, frozenset({m.report}), m.features, m.keys)
            for n, m in enumerate(mentions(reading))
        ]

    return tell


@pytest.fixture(scope="session")
def linked(read):
    """`linked({"a": (text, day)})`: the groups of reports that tell of one incident, and what covers what."""

    def relate(told):
        shelf = MemoryShelf()
        link([read(text, id=id, published=day) for id, (text, day) in told.items()], shelf, [INCIDENTS])
        groups = shelf.groups(Sort.incident)
        reports = {group: {r for n in ns for r in shelf.reports(Sort.incident, n)} for group, ns in groups.items()}
        covered = {
            (min(shelf.reports(Sort.incident, number)), min(reports[group]))
            for number, others in shelf.covers(Sort.incident).items()
            for group in others
        }
        return {frozenset(ids) for ids in reports.values() if len(ids) > 1}, covered

    return relate
