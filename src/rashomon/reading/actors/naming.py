"""What an actor is called in the record: by name, or by the first phrase that mentions it, as it would stand within a sentence."""

from spacy.tokens import Token

from rashomon.reading.actors import countries
from rashomon.reading.actors.forms import forms
from rashomon.reading.actors.headline import in_headline
from rashomon.reading.actors.lexicon import table
from rashomon.reading.actors.mention import Cast, Draft, Form, Mention

ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
QUOTES = str.maketrans("", "", '"“”„«»')
NAMES = frozenset({"NORP", "GPE", "ORG", "PERSON", "LOC", "FAC"})


def name_of(cast: Cast, draft: Draft) -> str:
    """The registry's name, the longest the report gives, or the first phrase: "Samuel Okello's brother" for "his brother"."""
    if draft.entry is not None:
        return draft.entry.name
    if draft.names:
        return " ".join(max(draft.names, key=lambda words: len(" ".join(words))))
    words = _words(next(m for m in draft.mentions if m.form is Form.noun))
    known = {part for other in cast if other.named for name in other.names for part in name}
    text = "".join(
        (word.text if word.text in known else _lowered(word)) + word.whitespace_ for word in words
    ).translate(QUOTES)
    owner = cast.of_head.get(words[0].i - 1) if words[0].i else None
    possessive = words[0].i > 0 and words[0].nbor(-1).tag_ == "PRP$"
    whose = name_of(cast, owner) if possessive and owner is not None and owner is not draft and owner.named else None
    return " ".join((f"{whose}'s {text}" if whose else text).split())


def _words(mention: Mention) -> list[Token]:
    """The phrase without article or pronoun, and without what only bounds its number: "10 civilians" of "as many as 10"."""
    words = [t for t in mention.head.doc[mention.start : mention.end] if not t.is_space]
    while words[0].i < mention.head.i and (words[0].lower_ in ARTICLES or words[0].tag_ == "PRP$"):
        words = words[1:]
    number = next((n for n, word in enumerate(words) if word.like_num), 0)
    bounds = table()["counts"]["bounds"]
    return words[number:] if all(word.lower_ in bounds for word in words[:number]) else words


def _lowered(word: Token) -> str:
    """ "gunmen" for the "Gunmen" a sentence begins with; names, peoples and acronyms keep their capitals."""
    text = word.text
    if not (text[:1].isupper() and text[1:].islower()) or text in countries.by_demonym() or text in countries.by_name():
        return text
    form = forms().get(word.lower_)
    if form is not None and form[0] in table()["capitals"]["words"]:
        return text
    if form is not None and word.ent_type_ != "NORP":
        begins = in_headline(word) or not any(t.is_alpha for t in word.doc[word.sent.start : word.i])
        return text.lower() if begins or word.pos_ != "PROPN" else text
    is_name = not word.like_num and (word.ent_type_ in NAMES or (word.pos_ == "PROPN" and not in_headline(word)))
    return text if is_name else text.lower()
