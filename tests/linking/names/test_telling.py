"""How much a name says."""

import pytest

from rashomon.linking.names.telling import Telling, group_tells, person_tells


@pytest.mark.parametrize(
    "name, tells",
    [
        ("Mohammad Khan", Telling.little),
        ("Jose Garcia", Telling.little),
        ("Khan", Telling.little),
        ("Zubizarreta", Telling.some),
        ("Iker Lopez", Telling.some),
        ("Ali Hassan Omar", Telling.some),
        ("Iker Zubizarreta", Telling.much),
        ("George Bush", Telling.some),
    ],
)
def test_a_persons_name(name: str, tells: Telling) -> None:
    assert person_tells(name) is tells


@pytest.mark.parametrize(
    "name, tells",
    [
        ("National Liberation Army", Telling.little),
        ("Supreme Court", Telling.little),
        ("ELN", Telling.some),
        ("Ruwan", Telling.some),
        ("Ruwan Brigade", Telling.much),
    ],
)
def test_a_groups_name(name: str, tells: Telling) -> None:
    assert group_tells(name) is tells
