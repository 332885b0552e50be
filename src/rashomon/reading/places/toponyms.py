"""Which stretches of a report are place names.

The language model's names decide where it is sure (GPE, LOC). Elsewhere a name that the gazetteer knows is a place if it
stands where places stand: "in Khost", "the town of Farkhar", "Takhar province", "the University of Mosul", "AMMAN --". Where
only the name itself speaks for it ("Farkhar residents"), it is a guess, kept if the place fits the rest of the report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from rashomon.gazetteer import Gazetteer, Hit
from rashomon.gazetteer.entry import COUNTRY, DISTRICT, PROVINCE
from rashomon.gazetteer.spelling import fold
from rashomon.reading.places.contexts import PROPER, Context
from rashomon.reading.places.lexicon import demonyms, signs
from rashomon.record import Span

PLACE_LABELS = frozenset({"GPE", "LOC"})
# Names of these kinds may be places that the model took for something else; dates, sums and the like never are.
_NAME_LABELS = frozenset({"", "FAC", "ORG", "PERSON", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_DEMONYM_LABELS = frozenset({"NORP", "ORG", "GPE", ""})
# "U.S.-led", "Houthi-held", "R-Boise": the place in a hyphenated word.
_COMPOUND = re.compile(r"(?P<place>[^\W\d_].*?)-[A-Za-z]+|[DRI]-(?P<seat>[^\W\d_].*)")
_CONNECTORS = frozenset("- ' de del la las los el al e i ye du des le sur ul of and da do ez es ash az ad".split())
_LONGEST = 6
# In a hyphenated word, and after "Eastern", only a place of so many people is thought of.
_WELL_KNOWN = 50_000


@dataclass(slots=True)
class Toponym:
    """A place name in a report: tokens [start, end), characters `span`, the name to look up, the places of that name, the rule.

    `said` holds prefixes of GeoNames features that the words around speak for: "Takhar province" says ADM1. A toponym that is not
    `sure` is a guess.
    """

    start: int
    end: int
    span: Span
    name: str
    hits: tuple[Hit, ...]
    rule: str
    said: tuple[str, ...] = ()
    sure: bool = True


class Finder:
    """Finds the place names of one Doc with the help of a gazetteer."""

    def __init__(self, gazetteer: Gazetteer, doc: Doc) -> None:
        self.gazetteer = gazetteer
        self.context = Context(doc)
        self.tokens = self.context.tokens
        self.words = self.context.words
        self.last_end = -1
        self.listing: tuple[str, ...] | None = None

    def find(self) -> list[Toponym]:
        """Place names in order; they do not overlap."""
        found: list[Toponym] = []
        i = 0
        while i < len(self.tokens):
            token = self.tokens[i]
            toponym = self._at(i) if token.text[:1].isupper() or token.ent_type_ in PLACE_LABELS else None
            if toponym is not None and toponym.rule:
                self._list_on(toponym)
                found.append(toponym)
                self.last_end = toponym.end
            i = max(i + 1, toponym.end if toponym else 0)
        sure = {fold(toponym.name) for toponym in found if toponym.sure}
        for toponym in found:
            if not toponym.sure and fold(toponym.name) in sure and toponym.name not in self.context.surnames:
                toponym.sure, toponym.rule = True, "repeated"
        return found

    def _list_on(self, toponym: Toponym) -> None:
        """Keep what the head of a list says of all in it: "the districts of Taiwara, Tolak and Saghar"."""
        if self.context.heads_list(toponym.start):
            self.listing = toponym.said
        elif self.listing is None or not self._is_listed(toponym.start):
            self.listing = None
        else:
            toponym.said = toponym.said or self.listing

    def _is_listed(self, start: int) -> bool:
        return self.last_end == start - 1 and self.context.continues_list(start)

    def _at(self, i: int) -> Toponym | None:
        """The place name that begins at token i. One without a rule is none, but what it covers is done with."""
        token = self.tokens[i]
        found = self._street(i) or self._compound(i) or self._demonym(i)
        if found is not None:
            return found
        if token.ent_iob_ == "B" and token.ent_type_ in PLACE_LABELS:
            return self._of_model(i)
        if token.ent_type_ in _NAME_LABELS or token.ent_type_ in PLACE_LABELS:
            known = self._of_gazetteer(i)
            return known if known is not None and known.sure else self._unknown(i) or known
        return None

    def _compound(self, i: int) -> Toponym | None:
        """ "U.S." of "U.S.-led", "Sudan" of "Sudan-based"."""
        match = _COMPOUND.fullmatch(self.tokens[i].text) if "-" in self.tokens[i].text[1:-1] else None
        if match is None or match.lastgroup is None or self.gazetteer.look_up(match.group()):
            return None
        name, offset = match[match.lastgroup], self.tokens[i].idx + match.start(match.lastgroup)
        hits = self._country(demonyms().get(name.lower())) or self.gazetteer.look_up(name)
        if not any(first and (entry.population >= _WELL_KNOWN or match["seat"]) for entry, first in hits):
            return None
        return Toponym(i, i + 1, (offset, offset + len(name)), name, hits, "compound")

    def _country(self, code: str | None) -> tuple[Hit, ...]:
        country = self.gazetteer.countries.get(code or "")
        return ((self.gazetteer.entry(country), True),) if country else ()

    def _street(self, i: int) -> Toponym | None:
        """ "Palestine Street", "Highway 1": places, though in no gazetteer."""
        words, tokens = self.words, self.tokens
        if tokens[i].lower_ in words.numbered and i + 1 < len(tokens) and tokens[i + 1].text[:1].isdigit():
            return self._plain(i, i + 2, "street")
        for end in range(i + 2, min(i + 5, len(tokens) + 1)):
            last = tokens[end - 1]
            if not last.text[:1].isupper() or last.is_sent_start:
                return None
            if last.lower_ in words.streets and (last.lower_ != "court" or last.ent_type_ == "FAC"):
                return self._plain(i, end, "street") if tokens[i].lower_ not in words.never else None
        return None

    def _demonym(self, i: int) -> Toponym | None:
        """ "Afghan", "Sri Lankan": the country."""
        for end in (i + 2, i + 1):
            code = demonyms().get(self.context.name(i, end).lower()) if end <= len(self.tokens) else None
            if code is not None and self.tokens[i].ent_type_ in _DEMONYM_LABELS:
                return self._plain(i, end, "demonym", self._country(code))
        return None

    def _of_model(self, start: int) -> Toponym | None:
        """A name that the language model takes for a place: all of it, or, if the gazetteer knows more, that."""
        tokens = self.tokens
        end = self._entity_end(start)
        while start < end - 1 and self._is_set_before(start, end):
            start += 1
        while end > start + 1 and (not tokens[end - 1].text[:1].isalnum() or tokens[end - 1].lower_ in {"'s", "’s"}):
            end -= 1
        known = self._longest(start)
        if known is not None and (known >= end or not tokens[known].text[:1].isupper()):
            end = known
        name = self.context.name(start, end)
        if not self._may_be_place(name) or (name in self.context.surnames and not self.context.in_place(start, end)):
            return self._plain(start, end, "")
        found = self._made(start, end, "name")
        shouted = name.isupper() and not self.context.in_place(start, end)
        if not found.hits and (shouted or self._is_description(start, end)):
            found.rule = ""
        return found

    def _is_description(self, start: int, end: int) -> bool:
        """ "Eastern City", "Crossroads"."""
        *before, last = (token.lower_ for token in self.tokens[start:end] if not token.is_space)
        return last in self.words.described and self.words.descriptive.issuperset(before)

    def _may_be_place(self, name: str) -> bool:
        """Whether the word itself may be a place's name: not "A", "Al", "non-", "Pashtun"."""
        folded = fold(name)
        if name in self.words.only_after_comma:
            return True
        if folded in self.words.never or folded in signs() or not name[:1].isalnum() or name.endswith("-"):
            return False
        return len(folded) > 2 or (len(folded) == 2 and (name.isupper() or "." in name))

    def _is_set_before(self, start: int, end: int) -> bool:
        """ "the", "southern" before a name that does without: "southern Helmand", but South Sudan."""
        first, second = self.tokens[start], self.tokens[start + 1]
        if first.lower_ != "the" and first.lower_ not in self.words.directions:
            return False
        if not second.text[:1].isupper() or self.gazetteer.look_up(self.context.name(start, end)):
            return False
        if first.is_lower or first.lower_ == "the":
            return True
        rest = [entry for entry, primary in self.gazetteer.look_up(self.context.name(start + 1, end)) if primary]
        if first.lower_.endswith("ern"):  # "Eastern Mosul", in a title or a text in capitals
            return any(entry.population >= _WELL_KNOWN or entry.kind in {COUNTRY, PROVINCE} for entry in rest)
        return any(entry.kind in {COUNTRY, PROVINCE} for entry in rest)

    def _of_gazetteer(self, start: int) -> Toponym | None:
        end = self._longest(start)
        if end is None or self.tokens[start].lower_ == "the":
            return None
        toponym = self._made(start, end, "")
        toponym.rule, toponym.sure = self.context.reason(start, end, after_place=self.last_end == start - 1)
        if not any(first for _, first in toponym.hits) and not toponym.sure:
            return None
        return toponym if toponym.rule else None

    def _unknown(self, start: int) -> Toponym | None:
        """A name the gazetteer does not have, but the words leave no doubt: "in Arwand district", "in Umm Sidra, Darfur"."""
        end = self._capitals_end(start)
        if end is None or end >= len(self.tokens) or not self._may_be_place(self.context.name(start, end)):
            return None
        after = self.tokens[end]
        listed = self.context.heads_list(start) or (self.listing is not None and self._is_listed(start))
        of = start > 1 and self.tokens[start - 1].lower_ == "of"
        around = [after, self.tokens[start - 2]] if of else [after]
        if listed or any(word.is_lower and word.lower_ in self.words.kinds for word in around):
            return self._made(start, end, "kind")
        return self._made(start, end, "in_area") if after.text == "," and self._in_named_area(start, end) else None

    def _capitals_end(self, start: int) -> int | None:
        """Where the run of capitalised words ends that begins at `start`; None in the middle of one."""
        tokens = self.tokens
        before = tokens[start - 1].text if start else ""
        if (before[:1].isupper() or before == "-") and not tokens[start].is_sent_start:
            return None
        if tokens[start].pos_ not in PROPER or tokens[start].lower_ in self.words.never:
            return None
        end = max((end for end in self._ends(start) if not self._joins_two(start, end)), default=start)
        last = min(len(tokens), start + _LONGEST)
        while end < last and tokens[end].text[:1].isupper() and not tokens[end].is_sent_start:
            end += 1
        return end

    def _joins_two(self, start: int, end: int) -> bool:
        """ "Tolak and Saghar": no one name, unless the gazetteer has it."""
        return any(token.lower_ in {"and", "of"} for token in self.tokens[start:end])

    def _in_named_area(self, start: int, end: int) -> bool:
        """ "in X, North Waziristan": a province or district follows, and a place may stand here."""
        tokens = self.tokens
        fresh = start == 0 or tokens[start].is_sent_start or tokens[start - 1].text in {",", ".", '"', "'"}
        if not fresh and tokens[start - 1].lower_ not in self.words.locative:
            return False
        if end + 1 >= len(tokens) or not tokens[end + 1].text[:1].isupper():
            return False
        outer = self._longest(end + 1)
        return outer is not None and any(
            first and entry.kind in {PROVINCE, DISTRICT}
            for entry, first in self.gazetteer.look_up(self.context.name(end + 1, outer))
        )

    def _longest(self, start: int) -> int | None:
        """Where the longest name ends that begins at `start` and that the gazetteer knows."""
        for end in reversed(list(self._ends(start))):
            name = self.context.name(start, end)
            if self._may_be_place(name) and self.gazetteer.look_up(name):
                return end
        return None

    def _made(self, start: int, end: int, rule: str) -> Toponym:
        return self._plain(
            start, end, rule, self.gazetteer.look_up(self.context.name(start, end)), self.context.said(start, end)
        )

    def _plain(
        self, start: int, end: int, rule: str, hits: tuple[Hit, ...] = (), said: tuple[str, ...] = ()
    ) -> Toponym:
        last = self.tokens[end - 1]
        span = (self.tokens[start].idx, last.idx + len(last))
        return Toponym(start, end, span, self.context.name(start, end), hits, rule, said)

    def _ends(self, start: int) -> Iterator[int]:
        """Where a name that begins at `start` may end: after each capitalised word, over hyphens and small connecting words."""
        for end in range(start + 1, min(start + _LONGEST, len(self.tokens)) + 1):
            token = self.tokens[end - 1]
            if end - 1 > start and (token.is_sent_start or token.is_space):
                return
            if token.text[:1].isupper():
                yield end
            elif token.lower_ not in _CONNECTORS:
                return

    def _entity_end(self, start: int) -> int:
        end = start + 1
        while end < len(self.tokens) and self.tokens[end].ent_iob_ == "I":
            end += 1
        return end
