"""MUC-4 (1992): reports of Latin America with the templates of the terrorist acts they tell of.

The keys give strings, not places in the text. A string of several words is taken wherever it stands; of a single word ("peasants")
only the occurrences count that share a paragraph with another filler of the template, the others teach nothing. Names of groups are
now and then exchanged for others: the head is to learn from what is said of a group, and not by heart who was accused in 1990.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from rashomon.reading.heads.labels import OUTSIDE
from training.heads.examples import IGNORED, Span, Text

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(frozen=True)
class Filler:
    """One entity of a template: its role and the strings that name it."""

    role: str
    mentions: tuple[str, ...]
    group: bool = False


def rows(data: Path, split: str) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Id, text and templates of each report."""
    folder = data / "muc4"
    with (folder / f"{split}.reports.jsonl").open(encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    with (folder / f"{split}.incidents.gold.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield row["id"], texts[row["id"]], row["templates"]


def fillers(template: dict[str, Any]) -> list[Filler]:
    """The entities of a template."""
    found = [Filler("perpetrator", tuple(f["mentions"])) for f in template["perp_individual"]]
    found += [Filler("perpetrator", tuple(f["mentions"]), True) for f in template["perp_org"]]
    found += [Filler("target", tuple(f["mentions"])) for f in template["phys_targets"]]
    found += [Filler("instrument", tuple(f["mentions"])) for f in template["instruments"]]
    for human in template["human_targets"]:
        described = tuple(value for told in human["description"] for value in told["values"])
        found.append(Filler("victim", (*human["name"], *described)))
    return [filler for filler in found if filler.mentions]


class Words:
    """The words of a text with their places, to find strings in whatever their spacing and punctuation."""

    def __init__(self, text: str) -> None:
        found = list(WORD.finditer(text))
        self.words = [m.group().lower() for m in found]
        self.spans = [m.span() for m in found]
        self.at: defaultdict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self.words):
            self.at[word].append(i)

    def find(self, phrase: str) -> Iterator[Span]:
        """Wherever the phrase stands."""
        words = [m.group().lower() for m in WORD.finditer(phrase)]
        for i in self.at[words[0]] if words else ():
            if self.words[i : i + len(words)] == words:
                yield self.spans[i][0], self.spans[i + len(words) - 1][1]


def labelled(text: str, templates: Sequence[dict[str, Any]]) -> Text:
    """A report with its roles."""
    labelled = Text.of(text)
    labelled.labels["roles"][:] = OUTSIDE
    labelled.relevant = int(bool(templates))
    words, paragraphs = Words(text), _paragraphs(text)
    for template in templates:
        _label(labelled, words, paragraphs, fillers(template))
    return labelled


def _paragraphs(text: str) -> list[int]:
    """Where each paragraph starts."""
    return [0, *(m.end() for m in re.finditer(r"\n\s*\n", text))]


def _label(text: Text, words: Words, paragraphs: Sequence[int], told: Sequence[Filler]) -> None:
    places: list[tuple[Filler, Span]] = []
    doubtful: list[tuple[Filler, Span]] = []
    for filler in told:
        for mention in sorted(filler.mentions, key=len):
            spans = list(words.find(mention))
            alone = len(spans) == 1 or " " in mention.strip() or filler.group
            (places if alone else doubtful).extend((filler, span) for span in spans)
    inhabited = {(_paragraph(paragraphs, span), filler.mentions) for filler, span in [*places, *doubtful]}
    for filler, span in doubtful:
        here = _paragraph(paragraphs, span)
        if any(paragraph == here and mentions != filler.mentions for paragraph, mentions in inhabited):
            places.append((filler, span))
        elif text.labels["roles"][text.pieces.covering(span).start] == OUTSIDE:
            text.mark("roles", IGNORED, span)
    for filler, span in sorted(places, key=lambda place: place[1][1] - place[1][0]):
        text.tag("roles", filler.role, span)


def _paragraph(paragraphs: Sequence[int], span: Span) -> int:
    return sum(start <= span[0] for start in paragraphs)


def renamed(
    text: str, templates: list[dict[str, Any]], names: Sequence[str], random: Random
) -> tuple[str, list[dict[str, Any]]]:
    """The report with other names for the groups that are held responsible."""
    changes = {
        mention: random.choice(names)
        for template in templates
        for filler in template["perp_org"]
        for mention in filler["mentions"]
    }
    for old in sorted(changes, key=len, reverse=True):
        text = re.sub(rf"\b{_spaced(old)}\b", changes[old], text, flags=re.IGNORECASE)
    return text, [_renamed(template, changes) for template in templates]


def _spaced(phrase: str) -> str:
    return r"\s+".join(map(re.escape, phrase.split()))


def _renamed(template: dict[str, Any], changes: dict[str, str]) -> dict[str, Any]:
    groups = [{**f, "mentions": [changes.get(m, m) for m in f["mentions"]]} for f in template["perp_org"]]
    return {**template, "perp_org": groups}
