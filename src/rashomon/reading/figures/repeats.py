"""The figures of one incident told several times in a report: which add up, and which only say again what was said."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from rashomon.reading.document import tokens_in
from rashomon.reading.figures.vocabulary import table, things
from rashomon.record import Figure, FigureKind

# Taken is taken: "captured a commander … the commander was detained".
_FATES = {FigureKind.captured: FigureKind.arrested, FigureKind.abducted: FigureKind.arrested}
_POINTING = frozenset({"the", "this", "that", "these", "those", "both", "all"})


def without_repeats(doc: Doc, figures: Iterable[Figure]) -> list[Figure]:
    """The figures without those that repeat an earlier one of their kind, in the order of the text.

    "Soldiers detained a commander. … The commander was detained" keeps "a commander"; "the commander and two guards" are kept both:
    they are a fuller telling. Different numbers of the same people are kept: they may be rival accounts, or a correction.
    """
    new: list[Figure] = []
    again: list[Figure] = []
    for figure in sorted(figures, key=lambda figure: figure.span):
        earlier = [other for other in new if fate(other.kind) is fate(figure.kind)]
        (again if any(_repeats(doc, figure, other) for other in earlier) else new).append(figure)
    fuller = [figure for figure in again if any(_is_told_with(doc, figure, other) for other in new)]
    return sorted([*new, *fuller], key=lambda figure: figure.span)


def _is_told_with(doc: Doc, figure: Figure, new: Figure) -> bool:
    """Whether a sentence says it again to add another: "the judge was killed along with two guards"."""
    start = tokens_in(doc, figure.span).sent.start
    return new.kind is figure.kind and new.span > figure.span and tokens_in(doc, new.span).sent.start == start


def points_back(doc: Doc, figure: Figure) -> bool:
    """ "The commander", "them": who is known already, and without a number."""
    words = tokens_in(doc, figure.span)
    numbered = any(t.pos_ == "NUM" or t.lower_ in table("numbers")["exact"] for t in words)
    return not numbered and (words[0].pos_ == "PRON" or words[0].lower_ in _POINTING)


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
