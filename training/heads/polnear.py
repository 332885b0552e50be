"""PolNeAR (Newell et al. 2018): attributions in news of politics. All statements are marked, so what is unmarked is none."""

import json
from collections.abc import Iterator
from pathlib import Path

from rashomon.reading.heads.labels import OUTSIDE
from training.heads.examples import Text


def texts(data: Path, split: str = "train") -> Iterator[Text]:
    """The texts of a split."""
    with (data / "polnear" / f"{split}.gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = Text.of(row["text"])
            text.labels["cues"][:] = OUTSIDE
            for attribution in row["attributions"]:
                for cue in attribution["cue"]:
                    text.add_cue(tuple(cue), attribution["source"], attribution["content"])
            yield text
