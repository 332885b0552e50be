"""Heads whose opinion is made by hand, and what incidents are read under it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pytest
from spacy.tokens import Doc

from rashomon.reading.document import meets
from rashomon.reading.heads.confidence import Judge
from rashomon.reading.heads.proposals import Participant, Proposed
from rashomon.reading.incidents.reading import IncidentReader
from rashomon.record import Role, Span

JUDGES = {
    "incidents": Judge({"trigger": 1.0}, 0.5),
    "participants": Judge({"head": 1.0}, 0.5),
}


@dataclass(frozen=True)
class Seer:
    """Trained heads that are sure of what they were told, and hold all else for unlikely."""

    participants: tuple[Participant, ...] = ()
    triggers: Mapping[Span, float] = field(default_factory=dict)
    report: float = 0.9

    def incident(self, trigger: Span) -> float:
        return self.triggers.get(trigger, 0.9)

    def role(self, role: Role, span: Span) -> float:
        found = [p.proposed.chance for p in self.participants if p.role is role and meets(p.proposed.span, span)]
        return max(found, default=0.05)


@pytest.fixture(scope="session")
def seen(annotate: Callable[..., Doc]) -> Callable[..., Doc]:
    """`seen(text, "victim: the judge", no=["killed"])`: the Doc, had the heads seen that, and no incident in "killed"."""

    def see(text: str, *proposals: str, no: tuple[str, ...] = (), chance: float = 0.95) -> Doc:
        def span(words: str) -> Span:
            start = text.index(words)
            return start, start + len(words)

        def proposed(told: str) -> Participant:
            role, words = told.split(": ")
            return Participant(Role(role), Proposed(span(words), chance))

        doc = annotate(text)
        doc._.heads = Seer(tuple(map(proposed, proposals)), {span(words): 0.05 for words in no})
        doc._.left_out = {}
        return IncidentReader(judge=JUDGES.__getitem__)(doc)

    return see
