"""The figures of one incident told several times in a report: which add up, and which only say again what was said."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from rashomon.reading.document import tokens_in
from rashomon.reading.figures.vocabulary import things
from rashomon.record import Figure, FigureKind

# Taken is taken: "captured a commander … the commander was detained".
_FATES = {FigureKind.captured: FigureKind.arrested, FigureKind.abducted: FigureKind.arrested}
_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "all"})


def without_repeats(doc: Doc, figures: Iterable[Figure]) -> list[Figure]:
    """The figures without those that repeat an earlier one of their kind, in the order of the text.

    "Soldiers detained a commander. … The commander and two other men were detained" keeps "a commander" and "two other men".
    Different numbers of the same people are both kept: they may be rival accounts, or a report's own correction.
    """
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda figure: figure.span):
        earlier = [other for other in kept if fate(other.kind) is fate(figure.kind)]
        if not any(_repeats(doc, figure, other) for other in earlier):
            kept.append(figure)
    return kept


def fate(kind: FigureKind) -> FigureKind:
    """The kind that stands for all that the same people may be said to have suffered."""
    return _FATES.get(kind, kind)


def _repeats(doc: Doc, figure: Figure, earlier: Figure) -> bool:
    phrase, first = tokens_in(doc, figure.span), tokens_in(doc, earlier.span)
    if adds(phrase):
        return figure.text.lower() == earlier.text.lower()
    if phrase.sent.start == first.sent.start and phrase.root in first.root.conjuncts:
        return False
    if phrase[0].pos_ == "PRON" or phrase[0].lower_ in _POINTING:
        return True
    return (figure.low, figure.high) == (earlier.low, earlier.high) and same_people(phrase.root, first.root)


def adds(phrase: Iterable[Token]) -> bool:
    """ "Three more soldiers", "another insurgent", "two others"."""
    words = [token.lower_ for token in phrase]
    return any(word in things("adding") and words[i + 1 : i + 2] != ["than"] for i, word in enumerate(words))


def same_people(one: Token, other: Token) -> bool:
    """Whether two nouns may stand for the same: "five people" for "five soldiers"."""
    if one.pos_ == other.pos_ == "PROPN":
        return one.lower_ == other.lower_
    return one.lemma_.lower() == other.lemma_.lower() or not {one.lemma_.lower(), other.lemma_.lower()}.isdisjoint(
        things("anybody")
    )
