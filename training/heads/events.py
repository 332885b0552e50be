"""RAMS and WikiEvents: news of the last decade, from other wars than MUC-4's, with the participants of marked events."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.reading.heads.labels import OUTSIDE
from training.heads.examples import IGNORED, Span, Text

VIOLENT = ("conflict.attack", "life.die", "life.injure", "artifactexistence.damage")
ROLE = {
    **dict.fromkeys(("attacker", "killer", "injurer", "destroyer", "damager", "damagerdestroyer"), "perpetrator"),
    "victim": "victim",
    "instrument": "instrument",
    "explosivedevice": "instrument",
}
SENTENCE = re.compile(r"[.!?]['\")]*\s+")


def texts(data: Path, name: str) -> Iterator[tuple[str, Text]]:
    """The texts of `wikievents/dev` or `rams/dev`: roles are known in the sentences of violent events and nowhere else."""
    with (data / f"{name}.reports.jsonl").open(encoding="utf-8") as lines:
        raw = {row["id"]: row["text"] for row in map(json.loads, lines)}
    with (data / f"{name}.gold.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = Text.of(raw[row["id"]])
            _label(text, raw[row["id"]], [event for event in row["events"] if _violent(event["type"])])
            yield row["id"], text


def _violent(kinds: str | list[str]) -> bool:
    return any(kind.lower().startswith(VIOLENT) for kind in ([kinds] if isinstance(kinds, str) else kinds))


def _label(text: Text, raw: str, events: list[dict[str, Any]]) -> None:
    for event in events:
        text.mark("roles", OUTSIDE, _sentence(raw, event["trigger"]))
    for event in events:
        for argument in event["arguments"]:
            if "span" not in argument:
                continue
            role, span = argument["role"].lower(), tuple(argument["span"])
            if role in ROLE:
                text.tag("roles", ROLE[role], span)
            elif role == "target":  # a person or a thing: these data do not tell the two apart
                text.mark("roles", IGNORED, span)


def _sentence(raw: str, trigger: Span) -> Span:
    starts = [0, *(m.end() for m in SENTENCE.finditer(raw))]
    start = max(s for s in starts if s <= trigger[0])
    return start, min((s for s in starts if s > trigger[0]), default=len(raw))
