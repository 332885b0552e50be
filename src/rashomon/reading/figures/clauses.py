"""The figures that the clause of a trigger gives."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from rashomon.reading.document import quote
from rashomon.reading.figures.predicates import sufferers, told_kind
from rashomon.reading.figures.quantities import Quantity, find_quantities
from rashomon.reading.figures.reach import results_of
from rashomon.reading.figures.resolve import IMPLIED, quantity_at
from rashomon.reading.figures.sufferers import VERBAL, Sufferer, sentence_start
from rashomon.reading.figures.vocabulary import is_person_noun, is_thing, kinds_of_things, predicates
from rashomon.reading.syntax import is_passive, subjects
from rashomon.record import Figure, FigureKind, Span

_TOLD = "rashomon.figures.told"
_MOST = 30  # groups of people that one word is said of: more come only from a wrong parse
_COUNTED = "rashomon.figures.counted"
_AUXILIARY = frozenset({"AUX", "ADV", "PART"})
_BETWEEN = 5  # tokens between a number and what is told of it
_NEAR = 12  # tokens from the start of "up to 40 of the militia's recruits" to what it counts
_NUMBERED = frozenset({FigureKind.displaced, FigureKind.took_part, FigureKind.defected})
_SAID_OF = frozenset({"reported", "believed", "said", "confirmed", "feared", "thought", "known"})


def figures_of(doc: Doc, trigger: Token, kind: FigureKind | None = None) -> list[Figure]:
    """What the trigger's clause says of how many were killed, wounded, taken …, in the order of the text.

    "The blast left 30 dead and wounded 12": killed 30, wounded 12, from "blast" as well as from "left", "dead" or "wounded".
    `kind` is what befalls the trigger's objects where its own word does not tell: `figures_of(doc, took, FigureKind.abducted)`
    for "took 20 boys". Parts of a total ("including two children") are not given beside it, and no figure is given twice.
    """
    found: dict[Span, Figure] = {}
    for word in results_of(trigger):
        for figure in _told_by(doc, word, kind if word.i == trigger.i else None):
            found.setdefault(figure.span, figure)
    return sorted(found.values(), key=lambda figure: figure.span)


def _told_by(doc: Doc, word: Token, kind: FigureKind | None) -> list[Figure]:
    """What one word tells; kept on the Doc, since several triggers lead to the same word."""
    known: dict[tuple[int, FigureKind | None], list[Figure]] = doc.user_data.setdefault(_TOLD, {})
    told = known.get((word.i, kind))
    if told is None:
        told = known[word.i, kind] = list(_figures(doc, word, kind, _counted(doc)))
    return told


def _figures(doc: Doc, word: Token, kind: FigureKind | None, counted: Mapping[int, Quantity]) -> Iterator[Figure]:
    suffering = [s for s in sufferers(word, kind)[:_MOST] if not _is_struck(s)]
    spared = _spares(word)
    for sufferer in suffering:
        if not _only_joins(sufferer.head, counted) and (figure := _figure(doc, sufferer, counted)):
            yield figure.model_copy(update={"low": 0, "high": 0}) if spared else figure
    beside = None if suffering else kind or told_kind(word)
    if beside and (quantity := _beside(word, counted)):
        for head in _with_others(doc[quantity.head]):
            if figure := _figure(doc, Sufferer(head, beside, "beside"), counted):
                yield figure


def _spares(verb: Token) -> bool:
    """ "The driver was not hurt", "neither the mayor nor his wife was injured": it befell none of them."""
    if not (is_passive(verb) or verb.lemma_.lower() in predicates("subject")):
        return False
    neither = (c.dep_ == "preconj" and c.lower_ == "neither" for s in subjects(verb) for c in s.children)
    return any(c.dep_ == "neg" and c.lower_ != "never" for c in verb.children) or any(neither)


def _is_struck(sufferer: Sufferer) -> bool:
    """ "A strike on a car killed 'four' members", where the quotation marks make the parser take the car for the killed."""
    return sufferer.rule == "participle" and sufferer.kind not in kinds_of_things() and is_thing(sufferer.head)


def _only_joins(head: Token, counted: Mapping[int, Quantity]) -> bool:
    """The second of "30 militants and civilians" is in the number of the first; of "a farmer or a fighter" one was meant."""
    if head.dep_ != "conj" or head.head.pos_ in VERBAL:
        return False
    if any(c.dep_ == "cc" and c.lower_ == "or" for c in head.head.children):
        return True
    return head.head.i in counted and head.i not in counted and head.tag_ in {"NNS", "NNPS"}


def _beside(word: Token, counted: Mapping[int, Quantity]) -> Quantity | None:
    """Where the parse gives none, the quantity right after the word ("kills 4-7") or right before it ("4-7 reportedly killed")."""
    doc, start, i = word.doc, sentence_start(word), word.i - 1
    if (word.tag_ != "VBN" or word.dep_ == "acl") and (following := _starting_at(doc, word.i + 1, counted)):
        return following
    while i >= max(start, word.i - _BETWEEN) and (doc[i].pos_ in _AUXILIARY or doc[i].lower_ in _SAID_OF):
        i -= 1
    if i in counted and i >= start:
        return counted[i]
    # "30 people, some of them armed, were killed"
    return _starting_at(doc, start, counted) if any(c.dep_ == "auxpass" for c in word.children) else None


def _with_others(head: Token) -> list[Token]:
    """ "Near Goma, Keita and two others were killed": Keita, too, whatever the parse takes him for."""
    named = head.lower_ == "others" and head.dep_ == "conj" and head.head.pos_ == "PROPN"
    return [head.head, head] if named else [head]


def _starting_at(doc: Doc, i: int, counted: Mapping[int, Quantity]) -> Quantity | None:
    while i < len(doc) and doc[i].is_quote:
        i += 1
    if i >= len(doc):
        return None
    near = (counted[j] for j in range(i, min(i + _NEAR, len(doc))) if j in counted)
    return next((quantity for quantity in near if quantity.span[0] == doc[i].idx), None)


def _counted(doc: Doc) -> Mapping[int, Quantity]:
    """Quantities by the index of what they count, and by every token on the way there: "dozens" of "dozens of men"."""
    known: Mapping[int, Quantity] | None = doc.user_data.get(_COUNTED)
    if known is not None:
        return known
    quantities = doc._.quantities or list(find_quantities(doc))
    found = {quantity.head: quantity for quantity in quantities}
    for quantity in quantities:
        for i in range(quantity.number, quantity.head):
            found.setdefault(i, quantity)
    doc.user_data[_COUNTED] = found
    return found


def _figure(doc: Doc, sufferer: Sufferer, counted: Mapping[int, Quantity]) -> Figure | None:
    quantity = counted.get(sufferer.head.i) if sufferer.counts_itself else quantity_at(sufferer.head, counted)
    if quantity is None:
        return None
    kind = _fate(doc[quantity.head], sufferer.kind)
    if not sufferer.counts_itself and not _fits(doc[quantity.head], quantity, kind):
        return None
    return Figure(
        kind=kind,
        of="people" if quantity.of is None or sufferer.counts_itself else quantity.of,
        low=quantity.low,
        high=quantity.high,
        text=quote(doc, quantity.span),
        span=quantity.span,
        by=f"figures.{sufferer.rule}",
    )


def _fate(noun: Token, kind: FigureKind) -> FigureKind:
    """ "Shells destroyed two rooms, a car and four people": who is destroyed is killed."""
    return FigureKind.killed if kind in kinds_of_things() and is_person_noun(noun) else kind


def _fits(noun: Token, quantity: Quantity, kind: FigureKind) -> bool:
    """People are killed, things destroyed; that somebody fled or marched is no figure without a number."""
    numbered = quantity.by not in IMPLIED
    if kind in kinds_of_things():
        return numbered and quantity.of is not None and not is_person_noun(noun)
    if numbered:
        return quantity.of is None or is_person_noun(noun) or not is_thing(noun)
    return kind not in _NUMBERED
