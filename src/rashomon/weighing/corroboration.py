"""How many independent origins tell of an incident, and which of them take part in it."""

from collections.abc import Iterable

from rashomon.record import Noun
from rashomon.weighing.telling import TELLING, Telling, in_order


class Corroboration(Noun):
    """ "told by 3 origins, one of them a party": copies of one wire story are one origin."""

    origins: tuple[str, ...]
    parties: tuple[str, ...]
    rule: str = "distinct origins of accounts that assert, confirm, claim or blame"

    @property
    def independent(self) -> int:
        """How many origins tell it."""
        return len(self.origins)

    @property
    def third_parties(self) -> tuple[str, ...]:
        """The origins that have no part in it."""
        return tuple(origin for origin in self.origins if origin not in self.parties)


def corroboration(tellings: Iterable[Telling]) -> Corroboration:
    """The distinct origins, in the order of publication. A copied report adds none."""
    told = [t for t in in_order(tellings) if t.account.act in TELLING]
    return Corroboration(
        origins=tuple(dict.fromkeys(t.origin for t in told)),
        parties=tuple(dict.fromkeys(t.origin for t in told if t.party)),
    )
