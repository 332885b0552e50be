"""What made tellings take from real readings: how often which kind, who speaks how, how numbers are bounded and what is counted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from benchmarks.generator.words import table
from rashomon.record import Act, Figure, Reading, SourceKind

_PLURAL = ("s", "people", "men", "children")

Voice = tuple[SourceKind, bool, Act]
"""Who speaks, whether by name, and how: (armed_group, True, claims_responsibility)."""


@dataclass
class Shapes:
    """The forms of real incidents.

    `voices`: for each real incident, those who tell of it beside the author. `bounds`: for each real figure, how it is bounded
    ("exact", "least", "most", "range"). `nouns`: what real figures count, added to the grammar's own.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    voices: list[tuple[Voice, ...]] = field(default_factory=list)
    bounds: list[str] = field(default_factory=list)
    nouns: dict[str, list[str]] = field(default_factory=dict)

    def counted(self, what: str, random: Random) -> str:
        """A noun for what is counted: "villagers"."""
        nouns = self.nouns[what]
        return nouns[int(random.random() * len(nouns))]


def shapes_of(readings: Iterable[Reading]) -> Shapes:
    """The forms in which these readings tell."""
    counted, acts = table("grammar")["counted"], set(table("grammar")["acts"])
    shapes = Shapes(nouns={what: list(row["of"]) for what, row in counted.items()})
    for reading in readings:
        for incident in reading.incidents:
            shapes.kinds[incident.kind] += 1
            shapes.voices.append(
                tuple(
                    (account.source.kind, account.source.named, account.act if account.act in acts else Act.asserts)
                    for account in incident.accounts
                    if account.statement
                )
            )
            for figure in (*incident.figures, *(f for account in incident.accounts for f in account.figures)):
                shapes.bounds.append(_bound(figure))
                if figure.kind in counted and figure.of.isalpha() and figure.of.endswith(_PLURAL):
                    shapes.nouns[figure.kind].append(figure.of)
    shapes.voices = shapes.voices or [()]
    shapes.bounds = shapes.bounds or ["exact"]
    return shapes


def _bound(figure: Figure) -> str:
    if figure.low is None:
        return "most"
    if figure.high is None:
        return "least"
    return "exact" if figure.low == figure.high else "range"
