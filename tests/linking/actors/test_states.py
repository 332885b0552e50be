"""Bodies that are named by their country."""

from collections.abc import Callable

import pytest

from rashomon.linking.actors.states import state_body
from rashomon.record import Actor

MakeActor = Callable[..., Actor]


@pytest.mark.parametrize(
    "name, kind, body",
    [
        ("Malian troops", "security_force", ("armed forces", "MLI")),
        ("the Colombian Army", "security_force", ("army", "COL")),
        ("government of Burkina Faso", "government", ("government", "BFA")),
        ("Khartoum", "government", ("government", "SDN")),
        ("Afghan and coalition forces", "security_force", None),
        ("Syrian and Turkish forces", "security_force", None),
        ("police", "security_force", None),
        ("former Afghan government", "government", None),
        ("Colombian president", "person", None),
    ],
)
def test_only_a_country_and_such_a_word_make_one(
    actor: MakeActor, name: str, kind: str, body: tuple[str, str] | None
) -> None:
    found = state_body(actor(name, kind))
    assert (found and (found.name, found.country)) == body


def test_a_name_without_its_country_is_of_the_country_it_is_met_in(actor: MakeActor) -> None:
    found = state_body(actor("Ministry of Defence", "government"), "SDN")
    assert found and (found.name, found.country) == ("defence ministry", "SDN")
