"""The words around a name, and what they say: whether it is a place there, and of which kind."""

from spacy.tokens import Doc

from rashomon.gazetteer.spelling import generic_words
from rashomon.reading.places.lexicon import lexicon

PROPER = frozenset({"PROPN", ""})
"""Parts of speech of a name; "" where the pipeline has no tagger."""
_NONE = ("", False)
_FARTHEST_DASH = 6


class Context:
    """The words of one Doc around its names. A name is given by its tokens [start, end)."""

    def __init__(self, doc: Doc) -> None:
        self.tokens = list(doc)
        self.text = doc.text
        self.words = lexicon()
        self.surnames = {ent[-1].text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1}

    def name(self, start: int, end: int) -> str:
        """The text of tokens [start, end)."""
        if end - start == 1:
            return str(self.tokens[start].text)
        last = self.tokens[end - 1]
        return self.text[self.tokens[start].idx : last.idx + len(last)]

    def reason(self, start: int, end: int, *, after_place: bool) -> tuple[str, bool]:
        """Why a known name is a place that the model does not take for one: the rule, "" for none, and whether that is sure.

        `after_place`: the word before it, but for a comma or "and", is a place: "in Kidal and Menaka".
        """
        name, label = self.name(start, end), self.tokens[start].ent_type_
        if name in self.words.only_after_comma:
            return ("after_comma", True) if self._follows_town(start) else _NONE
        if label == "ORG" and self._is_part(start, end):
            return self._in_organisation(start, end)
        if self._belongs_to_other_name(start, end):
            return _NONE
        if self._is_dateline(start, end):
            return "dateline", True
        if self.in_place(start, end):
            return "in_place", label != "NORP"
        if after_place and self.continues_list(start):
            return "listed", False
        return self._guess(start, name)

    def _guess(self, start: int, name: str) -> tuple[str, bool]:
        """A proper noun that may be the place: whether it is depends on the rest of the report."""
        token, label = self.tokens[start], self.tokens[start].ent_type_
        if token.pos_ not in PROPER or name in self.surnames:
            return _NONE
        before = self.tokens[start - 1] if start else None
        if before is not None and before.lower_ in self.words.directional and label != "PERSON":
            return "directional", False
        continues = (
            before is not None and before.pos_ in PROPER and before.text[:1].isupper() and not token.is_sent_start
        )
        return _NONE if continues or label == "NORP" else ("known", False)

    def _follows_town(self, start: int) -> bool:
        return start > 1 and self.tokens[start - 1].text == "," and bool(self.tokens[start - 2].is_title)

    def _is_part(self, start: int, end: int) -> bool:
        """Whether the model has a longer name here."""
        first = self.tokens[start]
        return first.ent_iob_ == "I" or (
            first.ent_type_ != "" and end < len(self.tokens) and self.tokens[end].ent_iob_ == "I"
        )

    def _belongs_to_other_name(self, start: int, end: int) -> bool:
        """ "Gen. Lincoln", "the Mosul Offensive" as a title, "Paris Hilton"."""
        label = self.tokens[start].ent_type_
        if start and self.tokens[start - 1].lower_.rstrip(".") in self.words.titles:
            return True
        if label in {"ORG", "FAC"}:
            return False
        return (label != "" and self._is_part(start, end)) or self._is_in_longer_name(end)

    def in_place(self, start: int, end: int) -> bool:
        """Whether the words around are those around a place: "in Khost", "the town of Khost", "Khost province"."""
        tokens, words = self.tokens, self.words
        if end < len(tokens) and tokens[end].lower_ in generic_words() and not tokens[end].is_sent_start:
            return tokens[end].ent_type_ != "ORG" or tokens[end].is_lower
        if start == 0:
            return False
        before, two_before = tokens[start - 1].lower_, tokens[start - 2].lower_ if start > 1 else ""
        if before == "of":
            return two_before in words.sites or two_before in words.directions or two_before == ","
        if before in words.directions:
            return two_before in words.locative or two_before == "the"
        return before in words.locative

    def said(self, start: int, end: int) -> tuple[str, ...]:
        """What kind of place the words around say it is: "Takhar province", "the town of Khost", "the districts of …"."""
        tokens, kinds = self.tokens, generic_words()
        if end - start > 1 and tokens[end - 1].lower_ in kinds:
            return kinds[tokens[end - 1].lower_]
        after = tokens[end] if end < len(tokens) else None
        if after is not None and after.is_lower and not after.is_sent_start and after.lower_ in kinds:
            return kinds[after.lower_]
        if start > 1 and tokens[start - 1].lower_ == "of":
            return kinds.get(tokens[start - 2].lower_.removesuffix("s"), ())
        return ()

    def heads_list(self, start: int) -> bool:
        """ "the districts of X, Y and Z": what the plural says of the first, it says of all."""
        if start < 2 or self.tokens[start - 1].lower_ != "of":
            return False
        plural = self.tokens[start - 2].lower_
        return plural.endswith("s") and plural.removesuffix("s") in self.words.kinds

    def continues_list(self, start: int) -> bool:
        """Whether a comma or "and" stands before."""
        return start > 0 and self.tokens[start - 1].lower_ in {"and", "or", ","}

    def _is_in_longer_name(self, end: int) -> bool:
        """ "Paris Hilton": the next word is a part of the same name."""
        if end >= len(self.tokens):
            return False
        last, after = self.tokens[end - 1], self.tokens[end]
        if not (last.pos_ == after.pos_ in PROPER and after.is_title) or after.is_sent_start:
            return False
        return after.lower_ not in generic_words() and after.ent_type_ not in {"ORG", "FAC"}

    def _is_dateline(self, start: int, end: int) -> bool:
        """ "AMMAN --", "GOMA, Congo -": capitals, and soon a dash."""
        tokens = self.tokens
        if not self.name(start, end).isupper() or len(self.name(start, end)) < 4:
            return False
        for token in tokens[end : end + _FARTHEST_DASH]:
            if token.text in self.words.dashes:
                return True
            if token.is_alpha and token.is_lower:
                return False
        return False

    def _in_organisation(self, start: int, end: int) -> tuple[str, bool]:
        """ "Mosul University", "the University of Mosul": the place stands first or after "of"."""
        tokens, words = self.tokens, self.words
        if tokens[end - 1].lower_ in generic_words() and end - start > 1:
            return "in_organisation", True
        before = start
        while before > 0 and tokens[before].ent_iob_ == "I" and tokens[before - 1].lower_ in words.directions | {"the"}:
            before -= 1
        first = tokens[before].ent_iob_ == "B" or tokens[start - 1].lower_ == "the"
        following = {token.lower_ for token in tokens[end : end + 2] if token.ent_iob_ == "I"}
        if first and not following.isdisjoint(words.public_bodies):
            return "in_organisation", True
        if first and not following.isdisjoint(words.in_organisations):
            return "in_organisation", False
        if not first and tokens[start - 1].lower_ in {"of", "in", "at"}:
            return "in_organisation", False
        return ("organisation", False) if first else ("", False)
