"""In what a place lies that the gazetteer lacks: "Sarkot village, Tulak district, Ghor province" is in Ghor, wherever Sarkot is."""

from spacy.tokens import Doc

from rashomon.reading.document import tokens_in
from rashomon.reading.incidents.vocabulary import words
from rashomon.record import Place, PlaceMention, Span


def enclosing(doc: Doc, span: Span) -> Place | None:
    """The nearest place that the same phrase goes on with, over further names unknown; None where another word comes between."""
    places: list[PlaceMention] = sorted(doc._.places, key=lambda mention: mention.span)
    for mention in places:
        if mention.span[0] < span[1]:
            continue
        between = tokens_in(doc, (span[1], mention.span[0])) if mention.span[0] > span[1] else ()
        if any(token.lower_ not in words("scenery")["within"] for token in between):
            return None
        if mention.place is not None:
            return mention.place
        span = mention.span
    return None
