"""The registry, by other names."""

from rashomon.linking.actors.known import entries, known
from rashomon.record import ActorKind

GROUP = ActorKind.armed_group


def test_every_entry_is_found_by_its_name_in_its_country() -> None:
    missed = [e.name for e in entries().values() if known(e.name, e.kind, e.country) not in (e, None)]
    assert missed == []
    found = sum(known(e.name, e.kind, e.country) == e for e in entries().values())
    assert found > 0.95 * len(entries())


def test_an_abbreviation_is_that_of_its_country() -> None:
    found = known("ELN", GROUP, "COL")
    assert found is not None and found.name == "National Liberation Army"
    assert known("ELN", GROUP, "BOL") is None


def test_no_person_is_in_it() -> None:
    assert known("Taliban", ActorKind.person, "AFG") is None
