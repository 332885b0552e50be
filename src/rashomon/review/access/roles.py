"""What somebody may do at the desk: who may read, who may decide, who may overrule, who may let others in."""

from enum import StrEnum
from typing import NamedTuple

from rashomon.export import Profile


class Role(StrEnum):
    """From the least to the most that one may do; each may do all that those before it may.

    A viewer reads, and is shown nobody's name that is withheld from exports. A coder sees the record as it is, imports, decides,
    and takes back their own decisions. An adjudicator takes back anybody's, withdraws reports and makes releases. An admin lets
    others in.
    """

    viewer = "viewer"
    coder = "coder"
    adjudicator = "adjudicator"
    admin = "admin"

    def may(self, needed: "Role") -> bool:
        """Whether this is enough for what that may do."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


class Analyst(NamedTuple):
    """Somebody at the desk. `csrf` is what their forms must carry."""

    name: str
    role: Role
    csrf: str

    @property
    def profile(self) -> Profile:
        """How much they are shown."""
        return Profile.internal if self.role.may(Role.coder) else Profile.public
