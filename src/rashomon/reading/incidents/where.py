"""Where an incident happened: the place name that its sentence says it was at, with UCDP's precision."""

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.reading.document import meets, quote, tokens_in
from rashomon.reading.incidents.enclosing import enclosing
from rashomon.reading.incidents.nearness import NEAR, nearest
from rashomon.reading.incidents.referred import referred
from rashomon.reading.incidents.speech import is_of, saying
from rashomon.reading.incidents.vocabulary import words
from rashomon.reading.incidents.words import sorts
from rashomon.reading.places import distance_km, is_demonym, precision
from rashomon.record import IncidentPlace, Place, Span, Statement

NEARBY = frozenset({"near", "outside", "around"})
SAME_TOWN_KM = 15.0  # a city and its suburbs
STRUCK = frozenset({"dobj", "nsubjpass"})  # "shelled Idlib", "Idlib was shelled"
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
EXPLICIT = "incidents.where.explicit"
STREET = "incidents.where.street"  # in no gazetteer: better than nothing, but the town tells more


@dataclass(frozen=True)
class Located:
    """A place name and the head of its phrase. `explicit`: a preposition of place or a site leads to it ("in Goma")."""

    head: Token
    span: Span
    place: Place | None
    explicit: bool
    saying: Statement | None = None
    by: str = "incidents.where.sentence"

    @property
    def is_country(self) -> bool:
        """A country says where only if the sentence says no more."""
        return self.place is not None and (self.place.feature or "").startswith("PCL")

    @property
    def is_wide(self) -> bool:
        """A sea, a continent, a landscape of several countries: says even less."""
        return self.place is not None and self.place.country is None and self.place.feature is not None


def located(doc: Doc) -> list[Located]:
    """The names that can say where something happened, in text order.

    No subjects ("Israel bombed"), no modifiers of what is nowhere ("U.S. forces", "the Basra Times"), no dateline.
    """
    dateline = doc._.report.dateline.span if doc._.report is not None and doc._.report.dateline else None
    found = []
    for mention in doc._.places:
        head = tokens_in(doc, mention.span).root
        filed = dateline is not None and meets(dateline, mention.span)
        if not (filed or is_demonym(mention) or _is_bearer(head, mention.place)) and _locates(head):
            found.append(_located(head, mention.span, mention.place, street=mention.by == "places.street"))
    for head, span, place in referred(doc):
        if _locates(head):
            found.append(_located(head, span, place))
    return sorted(found, key=lambda p: p.head.i)


def _located(head: Token, span: Span, place: Place | None, *, street: bool = False) -> Located:
    explicit = _is_explicit(head)
    by = STREET if street else EXPLICIT if explicit else "incidents.where.sentence"
    return Located(head, span, place, explicit and not street, saying(head.doc, head), by)


def _locates(head: Token) -> bool:
    """What acts is nowhere. What a name modifies must be somewhere or happen: "Kabul's airport", not "Toyota vans"."""
    if head.dep_ == "conj" and head.head.dep_ in MODIFIERS | {"conj"}:
        return _locates(head.head)  # "the Homs and Hama police commander"
    if head.pos_ == "ADJ" or head.dep_ in {"nsubj", "csubj"}:
        return False
    if _is_seat(head.head.head if head.dep_ == "pobj" else head.head) and not _names_struck(head):
        return False
    if head.dep_ not in MODIFIERS:
        return True
    said_of = sorts(head.head)
    is_there = bool(said_of & {"site", "ground", "toponym"}) and "vehicle" not in said_of
    return is_there or head.head.lemma_.lower() in words("scenery")["events"]


def _is_bearer(head: Token, place: Place | None) -> bool:
    """ "In a US drone strike", "the France operation": whose it was, not where."""
    country = place is not None and (place.feature or "").startswith("PCL")
    modifies = head.dep_ in MODIFIERS - {"poss"}
    return country and modifies and head.head.lemma_.lower() in words("scenery")["of_states"]


def _is_seat(token: Token) -> bool:
    """ "officials in Geneva", "the ministry in Moscow": where somebody sits who speaks of what happened elsewhere."""
    return token.lemma_.lower() in words("scenery")["seats"]


def _names_struck(name: Token) -> bool:
    """ "Stormed Herat University", "Herat University Hospital was hit": what is struck itself is there."""
    site = name
    while site.dep_ == "compound":
        site = site.head
    return site != name and site.dep_ in STRUCK and "site" in sorts(site)


def _is_explicit(head: Token) -> bool:
    if head.dep_ in MODIFIERS | STRUCK:
        return True
    if head.dep_ != "pobj" or head.head.lower_ in words("scenery")["at"]:
        return head.dep_ == "pobj"
    site = head.head.head  # "in the town of Sarepta"
    return (
        head.head.lower_ == "of"
        and site.dep_ == "pobj"
        and bool(sorts(site) & {"site", "ground"})
        and _is_explicit(site)
    )


def place_of(trigger: Token, found: list[Located]) -> IncidentPlace | None:
    """The place nearest to the trigger in its sentence; "in Goma" before other names, a country last."""
    sentence = trigger.sent
    first = bisect_left(found, sentence.start, key=lambda p: p.head.i)
    last = bisect_left(found, sentence.end, key=lambda p: p.head.i)
    here = {p.head.i: p for p in found[first:last] if is_of(trigger, p.saying)}
    towns = [p for p in here.values() if not (p.is_country or p.is_wide)]
    wide = [p for p in here.values() if p.is_wide and p.explicit]
    countries = [p for p in here.values() if p.is_country and p.explicit and p.head.dep_ not in STRUCK]
    head = (
        nearest(trigger, (p.head for p in towns if p.explicit))
        or nearest(trigger, (p.head for p in towns))
        or nearest(trigger, (p.head for p in countries), NEAR)
        or nearest(trigger, (p.head for p in wide), NEAR)
    )
    return None if head is None else incident_place(here[head.i])


def incident_place(found: Located) -> IncidentPlace:
    """A name that could not be resolved is kept, without coordinates, in the province that the text puts it in."""
    place, doc = found.place, found.head.doc
    if place is None:
        around = enclosing(doc, found.span) or Place(name="")
        name = " ".join(quote(doc, found.span).split())
        return IncidentPlace(name=name, country=around.country, admin1=around.admin1, span=found.span, by=found.by)
    near = found.head.head.lower_ in NEARBY
    return IncidentPlace(**place.model_dump(), precision=precision(place, near=near), span=found.span, by=found.by)


def apart(a: IncidentPlace | None, b: IncidentPlace | None) -> bool:
    """Whether two places exclude each other: different towns, not a town and its province."""
    if a is None or b is None or a.name.lower() == b.name.lower():
        return False
    if a.country and b.country and a.country != b.country:
        return True
    apart_by = distance_km(a, b)
    if not (a.admin1 and b.admin1) or (apart_by is not None and apart_by <= SAME_TOWN_KM):
        return False
    return a.admin1 != b.admin1 or (_is_town(a) and _is_town(b) and a.geonames != b.geonames)


def _is_town(place: IncidentPlace) -> bool:
    return (place.feature or "").startswith("PPL")
