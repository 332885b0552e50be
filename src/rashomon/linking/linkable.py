"""How one sort of thing is linked: what its mentions are, how two are compared, and what weight is enough."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rashomon.linking.mention import Edge, Mention, Shelved, Sort
from rashomon.record import Reading


@dataclass(frozen=True)
class Step:
    """One comparison of a waterfall: "how far apart · Baghlan, Pul-e Hisar · one lies in the other · +3.2"."""

    comparison: str
    left: str
    right: str
    level: str
    weight: float


@dataclass(frozen=True)
class Waterfall:
    """Why two mentions are held to be one or not: what it starts from (`prior`), what each comparison adds, their sum, in bits."""

    prior: float
    steps: tuple[Step, ...]

    @property
    def weight(self) -> float:
        """The match weight: log2 of the odds that the two are one."""
        return self.prior + sum(step.weight for step in self.steps)


@dataclass(frozen=True)
class Linkable:
    """One sort, linked so.

    `mentions` of a reading; `compare` gives the edges among the new mentions, and between them and the known, of those pairs that
    share a key, nothing below `ask`; `why` explains a pair, `whys` some at once where that is quicker. At `sure` two are merged,
    between `ask` and `sure` a person is asked. Weights are functions of the two mentions alone, so that neither order nor batches
    of reports matter.

    Two groups merge where an edge between them is sure and the mean over all pairs between them is at least `hold`, a pair
    without an edge counting as `missing`. `one_a_report`: two mentions of one report are two things, for its reading told them
    apart.
    """

    sort: Sort
    mentions: Callable[[Reading], list[Mention]]
    compare: Callable[[Sequence[Shelved], Sequence[Shelved]], Iterable[Edge]]
    why: Callable[[Shelved, Shelved], Waterfall]
    ask: float
    sure: float
    missing: float = 0.0
    hold: float = 0.0
    one_a_report: bool = False
    whys: Callable[[Sequence[tuple[Shelved, Shelved]]], list[Waterfall]] | None = None

    def explained(self, pairs: Sequence[tuple[Shelved, Shelved]]) -> list[Waterfall]:
        """Why each of these pairs is held to be one thing, or not."""
        return self.whys(pairs) if self.whys else [self.why(left, right) for left, right in pairs]
