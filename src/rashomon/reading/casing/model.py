"""The casing model: which of three forms a word takes among its neighbours, by weights learnt from mixed-case news.

A linear model over few features, read from left to right, in the way of true-casing as sequence labelling (Lita et al. 2003,
"tRuEcasIng"; here an averaged perceptron, Collins 2002, instead of a language model). The weights come from `training/casing.py`.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from rashomon.reading.casing.words import Word

LOWER, TITLE, UPPER = 0, 1, 2
Weights = dict[str, tuple[int, int]]  # for a capital and for capitals, against small letters
_VOWELS = frozenset("aeiouyáéíóúüàèìòùäöâêîôûãõå")


class CasingModel:
    """Weights by feature, and of each known word the form it mostly has."""

    def __init__(self, weights: Weights, priors: dict[str, str]) -> None:
        self.weights = weights
        self.priors = priors

    def forms(self, words: Sequence[Word]) -> list[int]:
        """For each word LOWER, TITLE or UPPER, without regard to the capital that begins a sentence.

        "GEN. GALVIN SAID IN GENERAL TERMS" → title, title, lower, lower, lower, lower.
        """
        found: list[int] = []
        form = LOWER
        for i in range(len(words)):
            form = self._best(self.features(words, i, form))
            found.append(form)
        return found

    def _best(self, features: Iterator[str]) -> int:
        title = upper = 0
        get = self.weights.get
        for feature in features:
            weight = get(feature)
            if weight:
                title += weight[0]
                upper += weight[1]
        return LOWER if title < 0 and upper < 0 else TITLE if title >= upper else UPPER

    def features(self, words: Sequence[Word], i: int, before: int) -> Iterator[str]:
        """What the form of word `i` depends on; `before` is the form given to the word on its left."""
        word = words[i]
        low, gap = word.low, word.gap
        prior = self.priors.get(low)
        if i + 1 < len(words) and words[i + 1].gap in " -.":
            following = words[i + 1].low
            next_prior = self.priors.get(following, "?")
        else:
            following, next_prior = "", "|"
        previous = words[i - 1].low if i and gap not in "^(" else ""
        if prior is None:
            yield from _shape(word)
        else:
            yield "w=" + low
            yield f"c={low} {before if gap in ' -.' else '|'}{next_prior}"
        yield f"b={gap}{before}{prior}{next_prior}"
        yield f"d={before}{prior}{next_prior}{self._prior_after(words, i + 1) if following else '|'}"
        yield "p=" + previous
        yield "n=" + following
        if len(low) == 1:
            yield "1=" + word.after

    def _prior_after(self, words: Sequence[Word], i: int) -> str:
        return self.priors.get(words[i + 1].low, "?") if i + 1 < len(words) and words[i + 1].gap in " -." else "|"


def _shape(word: Word) -> Iterator[str]:
    low = word.low
    vowels = "v" if any(letter in _VOWELS for letter in low) else "c"
    yield f"v={vowels}{min(len(low), 5)}{word.gap}"
    yield "s=" + low[-3:]
    yield "e=" + low[-2:]


@cache
def casing_model() -> CasingModel:
    """The model that comes with Rashomon (see CARD.md beside it)."""
    return parse(files("rashomon.reading.casing").joinpath("casing.tsv").read_text(encoding="utf-8"))


def parse(table: str) -> CasingModel:
    """A model from its table: lines of feature, two weights (empty: 0) and, for a word, the initial of its usual form."""
    weights: Weights = {}
    priors: dict[str, str] = {}
    for line in table.splitlines():
        feature, title, upper, prior = line.split("\t")
        if title or upper:
            weights[feature] = int(title or 0), int(upper or 0)
        if prior:
            priors[feature[2:]] = prior
    return CasingModel(weights, priors)
