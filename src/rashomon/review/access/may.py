"""Who may decide what at the desk."""

from collections.abc import Mapping
from typing import Literal

from rashomon.archive.judgements.judgement import Judgement
from rashomon.review.access.roles import Analyst, Role

What = Literal["merge", "not-same", "split", "rename", "withdraw", "undo", "code", "opine", "review"]
"""The kinds of decisions, as they are called in addresses."""

MAY: Mapping[What, Role] = {
    "merge": Role.coder,
    "not-same": Role.coder,
    "split": Role.coder,
    "rename": Role.coder,
    "code": Role.coder,
    "opine": Role.coder,
    "review": Role.coder,
    "undo": Role.coder,  # their own; see `may_undo`
    "withdraw": Role.adjudicator,
}
"""Who may decide what. What the machine merged, a coder takes apart by `split` and `not-same`."""

UNDO_ANYBODYS = Role.adjudicator
"""Who may take back what others decided, the machine included."""


def may_undo(analyst: Analyst, judgement: Judgement) -> bool:
    """Whether somebody may take a judgement back: their own, or as an adjudicator anybody's."""
    own = judgement.who == analyst.name and not judgement.machine
    return own or analyst.role.may(UNDO_ANYBODYS)
