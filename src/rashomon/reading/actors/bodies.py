"""Where a report names an organisation, or a country or capital for its government."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from rashomon.reading.actors import countries, headline, lexicon, names
from rashomon.reading.actors.forms import forms
from rashomon.reading.actors.mention import Form, Mention
from rashomon.reading.actors.spans import in_compound, is_place, name_words
from rashomon.reading.document import is_news
from rashomon.reading.syntax import SUBJECTS
from rashomon.record import ActorKind

ARTICLES = frozenset({"the", "a", "an"})
LINKS = frozenset({"and", "of", "for", "the", "&"})
MODIFIER = frozenset({"compound", "nmod", "amod"})
PARTS = SUBJECTS | {"poss", "appos", "dobj"}


def find(doc: Doc, taken: set[int], places: set[str]) -> Iterator[Mention]:
    """Organisations and governments by name, where nothing else was found."""
    for ent in doc.ents:
        if ent.label_ not in {"ORG", "GPE"} or not is_news(ent[0]) or not taken.isdisjoint(range(ent.start, ent.end)):
            continue
        start, end = headline.name_in(doc, *_clean(ent))
        if (
            start < end
            and (ent.label_ == "GPE" or doc[start:end].text not in places)
            and not in_compound(doc, start, end)
        ):
            rule = _government if ent.label_ == "GPE" else _organisation
            mention = rule(doc, start, end)
            if mention is not None:
                yield mention


def _clean(ent: TokenSpan) -> tuple[int, int]:
    """Without article, "'s" and punctuation."""
    start, end = ent.start, ent.end
    while start < end and ent.doc[start].lower_ in ARTICLES:
        start += 1
    while start < end and (ent.doc[end - 1].tag_ == "POS" or not any(c.isalnum() for c in ent.doc[end - 1].text)):
        end -= 1
    return start, _up_to_bracket(ent.doc, end)


def _up_to_bracket(doc: Doc, end: int) -> int:
    """ "Front for Justice and Land (FJL)": an acronym in brackets shows where a name ends that the model cuts off."""
    last = end
    while last < len(doc) and (doc[last].pos_ == "PROPN" or doc[last].lower_ in LINKS) and last - end < 5:
        last += 1
    brackets = end < last < len(doc) - 1 and doc[last].text in {"(", "["} and doc[last + 1].text.isupper()
    return last if brackets and doc[last - 1].pos_ == "PROPN" else end


def _organisation(doc: Doc, start: int, end: int) -> Mention | None:
    words = name_words(doc, start, end)
    root = doc[start:end].root
    if not _is_name(doc, start, end, words) or (root.dep_ in MODIFIER and root.head.lower_ not in forms()):
        return None
    if is_place(doc, start, end) and lexicon.name_words().keys().isdisjoint(w.lower() for w in words):
        return None
    if len(words) == 1 and not _stands_alone(root, words[0]):
        return None
    kind = lexicon.kind_of_name(list(words))
    return Mention(head=root, start=start, end=end, form=Form.name, kind=kind, rule="organisation_name", words=words)


def _is_name(doc: Doc, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Capitals, no digits, no line end, and not a common noun in the plural that a sentence begins with: "Gunmen"."""
    last = forms().get(words[-1].lower()) if words else None
    return (
        bool(words)
        and words[0][:1].isupper()
        and not any(c.isdigit() for word in words for c in word)
        and not any(token.is_space for token in doc[start:end])
        and not (last is not None and last[1])
    )


def _stands_alone(root: Token, word: str) -> bool:
    """Whether one word is an organisation: an acronym, or a name that acts, owns or has people as organisations do."""
    if word.lower() in forms() or names.is_title(word) or root.pos_ != "PROPN" or countries.country_of([word]):
        return False
    while root.dep_ == "conj":
        root = root.head
    if word.isupper() or root.dep_ in PARTS:
        return True
    if root.dep_ in MODIFIER:
        return root.head.lower_ in forms()
    return root.dep_ == "pobj" and root.head.lower_ in {"by", "with", "of", "against"}


def _government(doc: Doc, start: int, end: int) -> Mention | None:
    """ "Iran denied", "Washington said", "U.S. President": a country or its capital, for its government."""
    words = name_words(doc, start, end)
    root = doc[start:end].root
    if " ".join(words) not in countries.by_name() or not (_acts(root) or _has_post(root)):
        return None
    return Mention(
        head=root,
        start=start,
        end=end,
        form=Form.name,
        kind=ActorKind.government,
        rule="government_name",
        words=words,
    )


def _acts(token: Token) -> bool:
    """Whether it does, or has done to it, what only a government does or suffers."""
    acts = lexicon.table()["acts"]
    while token.dep_ == "conj":
        token = token.head
    verb = token.head
    if token.dep_ == "nsubj" or (token.dep_ == "pobj" and verb.dep_ == "agent"):
        return (verb.head if verb.dep_ == "agent" else verb).lemma_.lower() in acts["verbs"]
    return token.dep_ in {"nsubjpass", "dobj"} and verb.lemma_.lower() in acts["objects"]


def _has_post(token: Token) -> bool:
    """ "U.S. President Donald Trump", "Kenya's security adviser", "the king of Jordan": somebody holds its office."""
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        form = forms().get(token.head.head.lower_)
        return form is not None and form[2].post
    if token.dep_ not in {"compound", "nmod", "poss"}:
        return False
    between = [token.head, *(t for t in token.doc[token.i + 1 : token.head.i] if t.dep_ == "compound")]
    return any((form := forms().get(t.lower_)) is not None and form[2].post for t in between)
