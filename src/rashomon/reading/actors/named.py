"""Where a report names somebody: by registry, as a person, as an organisation or government."""

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from rashomon.reading.actors import bodies, people
from rashomon.reading.actors.forms import forms
from rashomon.reading.actors.mention import Form, Mention
from rashomon.reading.actors.registry import Hit, Registry
from rashomon.reading.actors.spans import in_compound, located, name_words
from rashomon.reading.document import is_news


def find(doc: Doc, registry: Registry) -> list[Mention]:
    """Mentions by name, none overlapping another; nothing from bylines, captions and page chrome."""
    hits = [hit for hit in registry.find(doc) if is_news(doc[hit.start])]
    taken = {i for hit in hits for i in range(hit.start, hit.end)}
    found = [mention for hit in hits if (mention := _registered(doc, hit)) is not None]
    places = located(doc)
    persons = people.find(doc, taken, places)
    taken.update(i for mention in persons for i in range(mention.start, mention.end))
    return [*found, *persons, *bodies.find(doc, taken, places)]


def _is_surname(span: TokenSpan) -> bool:
    """ "Paul Wagner" is no mercenary group."""
    word = span[0]
    return (
        len(span) == 1
        and word.ent_type_ == "PERSON"
        and word.ent_iob_ == "I"
        and word.nbor(-1).pos_ == "PROPN"
        and word.nbor(-1).lower_ not in forms()
    )


def _registered(doc: Doc, hit: Hit) -> Mention | None:
    span = doc[hit.start : hit.end]
    # "IS" and "WHO" are acronyms only where the tagger sees a name.
    is_word = span.text in hit.entry.acronyms and span[0].pos_ not in {"PROPN", "NOUN", "ADJ"}
    if is_word or in_compound(doc, hit.start, hit.end) or _is_surname(span):
        return None
    # "IS Khorasan Province": the parser may take a name's first word for a verb.
    head = next((t for t in (span.root, *reversed(span)) if t.pos_ not in {"AUX", "VERB"}), span.root)
    return Mention(
        head=head,
        start=hit.start,
        end=hit.end,
        form=Form.name,
        kind=hit.entry.kind,
        rule="registry",
        words=name_words(doc, hit.start, hit.end),
        entry=hit.entry,
    )
