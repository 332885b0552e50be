"""What is compared follows from the identity, so that it does not matter which report came first."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.actors.described import Described, compared
from rashomon.record import ActorKind

PEOPLE = st.lists(
    st.sampled_from(["Tarek Zubaydi", "Gen. Tarek al-Zubaydi", "Layth", "Mohammad Khan", "T. Zubaydi"]), min_size=1
)
GROUPS = st.lists(
    st.sampled_from(
        [
            "Movement for the Liberation of Ruwan",
            "Ruwan Liberation Movement",
            "RLM",
            "Rlm",
            "the Ruwan Movement",
            "Police of Mali",
        ]
    ),
    min_size=1,
)


def described(names: list[str], kind: ActorKind) -> Described:
    return Described(tuple(names), kind, "MLI")


@given(PEOPLE, PEOPLE)
def test_of_persons(one: list[str], other: list[str]) -> None:
    a, b = (compared(described(names, ActorKind.person)) for names in (one, other))
    assert a[0] != b[0] or a == b


@given(GROUPS, GROUPS)
def test_of_groups(one: list[str], other: list[str]) -> None:
    a, b = (compared(described(names, ActorKind.armed_group)) for names in (one, other))
    assert a[0] != b[0] or a == b


def test_a_states_body_is_known_by_its_identity_alone() -> None:
    identity, _, keys = compared(Described(("police",), ActorKind.security_force, "MLI", body=True))
    assert (identity, keys) == ("known: police of MLI", ())
