"""All that the heads learn from, one epoch after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from random import Random

from rashomon.reading.heads.pieces import OVERLAP, WINDOW
from training.heads import events, muc, polnear, triggers
from training.heads.examples import Text, Window

HELD_OUT = 10  # every tenth report of a training set teaches nothing: confidences and thresholds are fitted on it
RENAMED = 0.25  # of MUC-4's reports in an epoch have other names for those held responsible
GROUPS = (  # names nobody bears; the second part in any combination
    ("Northern", "People's", "United", "Free", "National", "Red", "Islamic", "Revolutionary", "Southern", "Black"),
    ("Front", "Brigade", "Resistance", "Army", "Movement", "Column", "Command", "League", "Guard", "Union"),
)


@dataclass(frozen=True)
class Corpus:
    """The training sets under `data`; `readings` holds what the rules read in them, for the labels of triggers."""

    data: Path
    readings: Path

    def epoch(self, random: Random, share: float = 1.0) -> list[Window]:
        """All windows of an epoch, each time cut elsewhere, in random order; of the attributions only a share."""
        attributions = (text for text in self.attributions(taught) if random.random() < share)
        texts = chain(attributions, self.reports(taught, random), self.events())
        cut = (window for text in texts for window in text.windows(random.randrange(WINDOW - OVERLAP)))
        made = [window for window in cut if window.teaches]
        random.shuffle(made)
        return made

    def attributions(self, chosen: Callable[[int], bool]) -> Iterator[Text]:
        """PolNeAR's."""
        yield from (text for n, text in enumerate(polnear.texts(self.data)) if chosen(n))

    def reports(self, chosen: Callable[[int], bool], random: Random | None = None) -> Iterator[Text]:
        """MUC-4's, some with other names where `random` is given."""
        judged = triggers.of_muc(self.data, "train", triggers.read(self.readings / "muc4_train.jsonl"))
        for n, (id, raw, templates) in enumerate(muc.rows(self.data, "train")):
            if not chosen(n):
                continue
            if random and templates and random.random() < RENAMED:
                yield muc.labelled(*muc.renamed(raw, templates, _names(random), random))
            else:
                yield _judged(muc.labelled(raw, templates), judged.get(id, ()))

    def events(self) -> Iterator[Text]:
        """WikiEvents' and RAMS's."""
        for name in ("wikievents/train_derived", "wikievents/dev", "rams/dev"):
            readings = triggers.read(self.readings / f"{name.replace('/', '_')}.jsonl")
            judged = triggers.of_events(self.data, name, readings, complete=name.startswith("wiki"))
            for id, text in events.texts(self.data, name):
                yield _judged(text, judged.get(id, ()))


def taught(n: int) -> bool:
    """Whether the n-th report teaches."""
    return n % HELD_OUT != 0


def held_out(n: int) -> bool:
    """Whether the n-th report is for calibration."""
    return not taught(n)


def _judged(text: Text, told: "list[tuple[int, int]] | tuple[()]") -> Text:
    for start, label in told:
        text.mark("relevance", label, (start, start + 1))
    return text


def _names(random: Random) -> list[str]:
    return [f"{random.choice(GROUPS[0])} {random.choice(GROUPS[1])}" for _ in range(20)]
