"""Where a report names a person."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.actors import countries, headline, names
from rashomon.reading.actors.forms import forms
from rashomon.reading.actors.mention import Form, Mention
from rashomon.reading.actors.spans import in_compound, is_kind_of_place, is_place, name_words, stands_as_place
from rashomon.reading.document import is_news
from rashomon.reading.syntax import SUBJECTS
from rashomon.record import ActorKind

MODIFIER = frozenset({"compound", "amod", "nmod"})
ENDS = frozenset({"/", "'s", "’s", "(", "[", ",", ";", ":", "--"})


def find(doc: Doc, taken: set[int], places: set[str]) -> list[Mention]:
    """People by name, where nothing else was found: `taken` tokens are no part of a person's name, nor is a place of the text."""
    spans = [*_recognised(doc, taken), *_titled(doc, taken)]
    inner = {part for start, end in spans if end - start > 1 for part in names.name_key(name_words(doc, start, end))}
    found: dict[int, Mention] = {}
    for start, end in spans:
        if _is_name(doc, start, end, inner, places):
            found.setdefault(end, _person(doc, start, end))
    people = list(found.values())
    return people + _surnames(doc, people, taken)


def _recognised(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    """What the language model takes for a person."""
    for ent in doc.ents:
        if ent.label_ == "PERSON" and is_news(ent[0]) and taken.isdisjoint(range(ent.start, ent.end)):
            start, end = headline.name_in(doc, *_clean(doc, _first(doc, ent.start), _last(doc, ent.end)))
            if start < end and not in_compound(doc, start, end):
                yield start, end


def _titled(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    """A title and capitals that the model did not take for a name: "Col Arevalo"."""
    for token in doc:
        if token.pos_ != "PROPN" or not token.text[:1].isupper() or not names.is_title(token.text):
            continue
        start = end = token.i + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper() and end not in taken:
            end += 1
        while start < end and names.is_title(doc[start].text):
            start += 1
        if start < end and is_news(token) and all(t.ent_type_ in {"", "ORG", "NORP"} for t in doc[start:end]):
            yield start, end


def _surnames(doc: Doc, people: list[Mention], taken: set[int]) -> list[Mention]:
    """A surname is a person's wherever it stands, whatever the model takes it for: one sense per name in a report."""
    known = {names.name_key(m.words)[-1] for m in people}
    seen = taken | {i for m in people for i in range(m.start, m.end)}
    found = []
    for token in doc:
        text = token.text
        if len(text) < 4 or token.i in seen or not text.isalpha() or token.dep_ in MODIFIER or not is_news(token):
            continue
        if not (text[0].isupper() or _after_title(doc, token.i)) or _within_entity(token):
            continue
        surname = names.name_key((text,))[-1] in known
        introduced = text.lower() not in forms() and _introduced(token)
        if (not _is_noun(token)) if surname else introduced:
            found.append(_person(doc, _first(doc, token.i), token.i + 1))
    return found


def _is_noun(token: Token) -> bool:
    """A "Cook" of whose family the report tells is a name; "Commander" and "Gunmen" are none."""
    form = forms().get(token.lower_)
    return form is not None and (form[1] or names.is_title(token.text) or not token.text[0].isupper())


def _within_entity(token: Token) -> bool:
    """Whether the model sees a longer name here: "Saleh" is nobody in "Saleh Hospital"."""
    after = token.i + 1
    return token.ent_iob_ == "I" or (token.ent_iob_ == "B" and after < len(token.doc) and token.nbor().ent_iob_ == "I")


def _introduced(token: Token) -> bool:
    """ "Onyango, a farmer of 40, said": what stands beside the name says that it is a person's."""
    if token.ent_type_ != "ORG" or token.dep_ != "nsubj" or not token.text.istitle() or is_kind_of_place(token):
        return False
    beside = next((c for c in token.children if c.dep_ == "appos"), None)
    form = forms().get(beside.lower_) if beside is not None else None
    aged = beside is not None and any(c.dep_ == "nummod" for c in beside.subtree)
    return aged or (form is not None and form[2].kind is ActorKind.person)


def _first(doc: Doc, start: int) -> int:
    """Where a name begins whose first words the model left out: "Wangari" before "Odhiambo"."""
    while start > 0 and _is_given_name(doc[start - 1]) and doc[start - 1].head.i >= start:
        start -= 1
    return start


def _last(doc: Doc, end: int) -> int:
    """Where a name ends whose second surname the model left out: "y Prado" after "Luis Rey"."""
    last = end
    while last < len(doc) and names.is_particle(doc[last].text) and doc[last].is_lower:
        last += 1
    return last + 1 if end < last < len(doc) and doc[last].pos_ == "PROPN" and doc[last].is_title else end


def _is_given_name(token: Token) -> bool:
    return (
        token.pos_ == "PROPN"
        and token.dep_ == "compound"
        and not token.ent_type_
        and token.text.isalpha()
        and token.text[0].isupper()
        and not names.is_title(token.text)
        and token.lower_ not in forms()
    )


def _clean(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without titles before it, and what the model drags along: "'s", line ends, slashes."""
    while start < end - 1 and (names.is_title(doc[start].text) or not doc[start].text[:1].isalpha()):
        start += 1
    for token in doc[start:end]:
        if token.is_space or token.text in ENDS or token.like_url:
            return start, token.i
    return start, end


def _after_title(doc: Doc, start: int) -> bool:
    return start > 0 and names.is_title(doc[start - 1].text)


def _is_name(doc: Doc, start: int, end: int, inner: set[str], places: set[str]) -> bool:
    """Whether it can be a person's name; a single word must be part of a full name or stand as only a person would."""
    words = name_words(doc, start, end)
    text = "".join(words)
    if not any(c.isupper() for c in text) or any(c.isdigit() or c in "@/_" for c in text):
        return False
    if _after_title(doc, start):
        return words[0].lower() not in names.bodies()
    root = doc[start:end].root
    if end - start > 1:
        return doc[start:end].text not in places and not (root.head.lower_ == "of" and stands_as_place(root))
    if root.lower_ in forms() or names.is_particle(root.text):
        return False
    if names.name_key(words)[-1] in inner:
        return True
    if countries.country_of(words) or root.dep_ in MODIFIER or root.text in places:
        return False
    return not (root.is_sent_start and root.dep_ not in SUBJECTS | {"poss"}) and not is_place(doc, start, end)


def _person(doc: Doc, start: int, end: int) -> Mention:
    gender, i = None, start - 1
    while i >= 0 and names.is_title(doc[i].text):
        gender = gender or names.gender_of_title(doc[i].text)
        i -= 1
    return Mention(
        head=doc[start:end].root,
        start=start,
        end=end,
        form=Form.name,
        kind=ActorKind.person,
        rule="person_name",
        words=name_words(doc, start, end),
        gender=gender,
    )
