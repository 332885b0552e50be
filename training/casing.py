"""Train the casing model: which words are written small, with a capital, or in capitals, from texts in mixed case.

    python training/casing.py TEXTS.jsonl … --test HELD_OUT.jsonl --out src/rashomon/reading/casing/casing.tsv

Any JSONL file with a `text` in each line will do. Only weights of words and of kinds of context are kept, none of the texts.
An averaged perceptron (Collins 2002); words at the start of sentences and passages all in one case teach nothing.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rashomon.reading.casing.model import LOWER, TITLE, UPPER, CasingModel, parse
from rashomon.reading.casing.words import Word, words_of

Passage = tuple[list[Word], list[int | None]]
KNOWN_FROM = 4  # words seen more seldom count as unknown, so that the model learns what unknown words look like
DATELINE = 4  # words at the start of a paragraph whose capitals may be a dateline's
SCALE = 10  # weights are kept as whole numbers of a tenth


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path, help="JSONL files with a `text` in each line")
    parser.add_argument("--test", type=Path, help="held-out texts to measure on")
    parser.add_argument("--out", type=Path, required=True, help="where to write the weights")
    parser.add_argument("--rounds", type=int, default=5, help="passes over the texts")
    parser.add_argument("--least", type=float, default=3.2, help="weights smaller than this are left out")
    options = parser.parse_args()
    passages = [passage for path in options.texts for passage in passages_of(path)]
    priors = majority_forms(passages)
    weights = train(passages, priors, options.rounds)
    write(options.out, weights, priors, options.least)
    print(
        f"{len(passages):,} passages, {sum(len(words) for words, _ in passages):,} words, {len(priors):,} known words"
    )
    if options.test:
        print(measure(parse(options.out.read_text(encoding="utf-8")), passages_of(options.test)))


def passages_of(path: Path) -> Iterator[Passage]:
    """Paragraphs in mixed case: their words and, where it can be learnt from, the form of each."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            for paragraph in json.loads(line)["text"].split("\n\n"):
                words = list(words_of(paragraph, 0, len(paragraph)))
                forms = [form_of(paragraph[word.start : word.end]) for word in words]
                if is_mixed(words, forms):
                    pairs = enumerate(zip(words, forms, strict=True))
                    yield words, [form if teaches(n, word, form) else None for n, (word, form) in pairs]


def teaches(place: int, word: Word, form: int | None) -> bool:
    """Neither the first word of a sentence nor the capitals of a dateline ("KABUL, Afghanistan --") show a word's own form."""
    return word.gap != "^" and not (form == UPPER and place < DATELINE)


def form_of(word: str) -> int | None:
    """LOWER, TITLE ("Obama", "McCain") or UPPER; None for what is neither ("iPhone")."""
    if word.islower():
        return LOWER
    if len(word) > 1 and word.isupper():
        return UPPER
    return TITLE if word[0].isupper() else None


def is_mixed(words: list[Word], forms: list[int | None]) -> bool:
    """Whether a paragraph is ordinary prose: no headline In Title Case, no shouting, nothing without capitals."""
    long = [form for word, form in zip(words, forms, strict=True) if len(word.low) > 3]
    return len(long) > 5 and 0.35 < long.count(LOWER) / len(long) < 1


def majority_forms(passages: Iterable[Passage]) -> dict[str, str]:
    """Of each word seen often enough, the form it mostly has."""
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for words, forms in passages:
        for word, form in zip(words, forms, strict=True):
            if form is not None:
                counts[word.low][form] += 1
    return {low: "ltu"[c.most_common(1)[0][0]] for low, c in counts.items() if c.total() >= KNOWN_FROM}


class Perceptron:
    """Weights that are moved at each mistake, and their mean over all words seen (Collins 2002)."""

    def __init__(self) -> None:
        self.weights: dict[str, list[float]] = {}
        self._totals: dict[str, list[float]] = {}
        self._moved: dict[str, int] = {}
        self.step = 0

    def learn(self, features: Sequence[str], gold: int, guess: int) -> None:
        """Move the weights of these features towards the right form, away from the guess."""
        for feature in features:
            weights = self.weights.setdefault(feature, [0.0, 0.0, 0.0])
            self._count(feature)
            weights[gold] += 1
            weights[guess] -= 1

    def averaged(self) -> dict[str, list[float]]:
        """The mean of each weight over all steps."""
        for feature in self.weights:
            self._count(feature)
        return {feature: [total / self.step for total in totals] for feature, totals in self._totals.items()}

    def _count(self, feature: str) -> None:
        """Add what a feature has weighed since it was last moved."""
        since = self.step - self._moved.get(feature, 0)
        totals = self._totals.setdefault(feature, [0.0, 0.0, 0.0])
        self._totals[feature] = [t + since * w for t, w in zip(totals, self.weights[feature], strict=True)]
        self._moved[feature] = self.step


def train(passages: list[Passage], priors: dict[str, str], rounds: int) -> dict[str, list[float]]:
    """Averaged weights."""
    learner, model = Perceptron(), CasingModel({}, priors)
    order, shuffle = list(passages), random.Random(7).shuffle
    for _ in range(rounds):
        shuffle(order)
        for words, forms in order:
            before = LOWER
            for i, gold in enumerate(forms):
                learner.step += 1
                features = list(model.features(words, i, before))
                guess = best(learner.weights, features)
                if gold is not None and guess != gold:
                    learner.learn(features, gold, guess)
                before = guess
    return learner.averaged()


def best(weights: dict[str, list[float]], features: list[str]) -> int:
    """The form with the greatest sum of weights."""
    sums = [0.0, 0.0, 0.0]
    for feature in features:
        if w := weights.get(feature):
            for k in range(3):
                sums[k] += w[k]
    return max((TITLE, LOWER, UPPER), key=lambda k: sums[k])


def write(path: Path, weights: Mapping[str, Sequence[float]], priors: dict[str, str], least: float) -> None:
    """The table that `casing.model.parse` reads. Words keep their line whatever the weights: it holds their usual form."""
    words = {f"w={low}" for low in priors}
    lines = []
    for feature in sorted(words | weights.keys()):
        small, title, upper = weights.get(feature, (0.0, 0.0, 0.0))
        numbers = [round(SCALE * (title - small)), round(SCALE * (upper - small))]
        if feature in words or max(map(abs, numbers)) >= SCALE * least:
            prior = priors[feature[2:]] if feature in words else ""
            lines.append("\t".join([feature, *(str(n) if n else "" for n in numbers), prior]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {len(lines):,} features, {path.stat().st_size:,} bytes")


def measure(model: CasingModel, passages: Iterable[Passage]) -> str:
    """Share of words that get their own form back, and the same for each form."""
    hits: Counter[int] = Counter()
    gold: Counter[int] = Counter()
    for words, forms in passages:
        for guess, form in zip(model.forms(words), forms, strict=True):
            if form is not None:
                gold[form] += 1
                hits[form] += guess == form
    parts = [
        f"{name} {hits[k] / max(gold[k], 1):.4f}" for k, name in ((LOWER, "lower"), (TITLE, "title"), (UPPER, "upper"))
    ]
    return f"held out: {hits.total() / gold.total():.4f} of {gold.total():,} words ({', '.join(parts)})"


if __name__ == "__main__":
    main()
