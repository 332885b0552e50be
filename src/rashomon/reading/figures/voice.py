"""Which figures of one kind a voice means, when it gives several: what it says first, what it adds, what it then says exactly."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from spacy.tokens import Doc, Token

from rashomon.reading.document import tokens_in
from rashomon.reading.figures.repeats import adds, same_people
from rashomon.reading.figures.vocabulary import table, things
from rashomon.record import Figure

_VERBAL = frozenset({"VERB", "AUX"})


def of_one_voice(doc: Doc, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, all of one kind and in the order of the text, that belong together.

    Those of one sentence do ("a soldier and two insurgents"); a later one says it again, unless it comes on top ("two villagers
    also died") or gives the number of whom the first counted only by a word ("several men were killed … the four men").
    """
    sentences = [list(told) for _, told in groupby(figures, key=lambda f: tokens_in(doc, f.span)[0].sent.start)]
    kept = sentences[0] if sentences else []
    for later in sentences[1:]:
        if _is_fuller(doc, later, kept):
            kept = later
            continue
        further = [f for f in later if _comes_on_top(doc, f, kept) and not (_is_vague(f) and _is_open(kept))]
        exact = next((f for f in later if _specifies(doc, f, kept)), None)
        kept = [exact] if exact and not further else [*kept, *further]
    return kept


def _is_fuller(doc: Doc, later: Sequence[Figure], kept: Sequence[Figure]) -> bool:
    """Whether a sentence says all of it again, and more: "the murder of six monks … killed the six monks and two women"."""
    return len(later) > len(kept) and all(any(_are_same(doc, f, other) for other in later) for f in kept)


def _are_same(doc: Doc, one: Figure, other: Figure) -> bool:
    roots = (tokens_in(doc, f.span).root for f in (one, other))
    return (one.low, one.high) == (other.low, other.high) and same_people(*roots)


def is_on_top(doc: Doc, figure: Figure, told: Sequence[Figure]) -> bool:
    """Whether a source adds to what another one says in the same sentence: "two guards were also killed, police said"."""
    sentence = tokens_in(doc, figure.span).sent.start
    return all(tokens_in(doc, f.span).sent.start == sentence for f in told) and _comes_on_top(doc, figure, told)


def _comes_on_top(doc: Doc, figure: Figure, kept: Sequence[Figure]) -> bool:
    """ "Keita and two others", "a second man": on top of one who was told before, not of a number that they may be in."""
    phrase = tokens_in(doc, figure.span)
    if adds(phrase):
        within = phrase.root.dep_ == "conj" or any(t.lower_ in things("ordinals") for t in phrase)
        if not within or _are_single(kept):
            return phrase.root.lower_ != "others" or len(phrase) > 1  # "local media named others": of those told before
    verb = next(_verbs_above(phrase.root), None)
    return verb is not None and any(
        t.lower_ in things("also") for c in verb.children if c.dep_ == "advmod" for t in (c, *c.children)
    )


def _is_open(kept: Sequence[Figure]) -> bool:
    """ "More than 30 rebels": room for the "several others" that are told in detail."""
    return any(f.high is None and not _is_vague(f) for f in kept)


def _verbs_above(noun: Token) -> Iterator[Token]:
    """The verb that the noun is subject or object of."""
    return (t for t in (noun.head, *noun.head.ancestors) if t.pos_ in _VERBAL)


def _specifies(doc: Doc, figure: Figure, kept: Sequence[Figure]) -> bool:
    """By its number what a word counted ("three men" after "several men"), or the whole of which one was told ("12 people")."""
    if _is_vague(figure) or figure.by == "figures.pronoun":
        return False
    root, most = tokens_in(doc, figure.span).root, figure.high or figure.low or 0
    if len(kept) == 1 and _is_vague(kept[0]):
        first = kept[0]
        within = most >= (first.low or 0) and (first.high is None or most <= first.high)
        return within and same_people(root, tokens_in(doc, first.span).root)
    return _are_single(kept) and most > len(kept)


def _are_single(figures: Sequence[Figure]) -> bool:
    """ "A commander", "Keita and his son": each is one."""
    return all(f.low == f.high == 1 for f in figures)


def _is_vague(figure: Figure) -> bool:
    """Counted by no number: "several men", "civilians"."""
    words = figure.text.lower().split()
    exact = table("numbers")["exact"]
    return figure.low != figure.high and not any(word in exact or word[:1].isdigit() for word in words)
