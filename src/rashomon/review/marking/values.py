"""The values of an incident and of its accounts, each by its attribute: in words for the page, in JSON for whoever decides."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rashomon.archive.coding.addresses import addresses
from rashomon.archive.coding.values import LISTS, value_of
from rashomon.export.words import when, where
from rashomon.record import Account, Figure, FigureKind, Found, Incident, Participant, Role, Span
from rashomon.review.marking.read import AccountRead, Item, Value
from rashomon.weighing.figures import bounds

if TYPE_CHECKING:
    from rashomon.review.marking.reading import Listing

ALWAYS = ("kind", "status", "time", "place")
"""What is listed of every incident, even where the report does not state it."""

ROLES = tuple(role.value for role in Role)
FIGURES = tuple(kind.value for kind in FigureKind)
OF_INCIDENT = (*ALWAYS, *ROLES, *FIGURES)
_OWN = ("act", "firmness", "verified", "responsible", "time", "place")
OF_ACCOUNT = (*_OWN, *FIGURES)


def how_much(figure: Figure) -> str:
    """ "22", "22 to 30", "22 or more", "up to 30": what a figure says, as numbers."""
    stated = figure.low is not None or figure.high is not None
    return bounds(figure.low, figure.high) if stated else "a number not stated"


def _stated(of: Incident | Account) -> set[str]:
    """The attributes of which a report states anything, and those that are listed anyway."""
    figures = {figure.kind.value for figure in of.figures}
    if isinstance(of, Incident):
        return {*ALWAYS, *figures, *(one.role.value for one in of.participants)}
    return {*figures, *(attribute for attribute in _OWN if getattr(of, attribute))}


@dataclass(frozen=True)
class Values:
    """The values of one incident, being listed."""

    listing: "Listing"
    incident: Incident

    def of_incident(self) -> Iterator[Value]:
        """What the report has of the incident itself."""
        return self._listed(self.incident, "", OF_INCIDENT)

    def accounts(self) -> Iterator[AccountRead]:
        """What each source says of its own."""
        for address, account in zip(addresses(self.incident), self.incident.accounts, strict=True):
            if self.listing.is_sure(account):
                yield self._account(account, address)

    def _account(self, account: Account, address: str) -> AccountRead:
        return AccountRead(
            id=f"{self.incident.id}.{address}",
            account=address,
            source=self.listing.source(account.source),
            kind=account.source.kind.value,
            protected=account.source.protected,
            statement=account.statement,
            spans=self.listing.shown.spans(account.evidence),
            values=tuple(self._listed(account, address, OF_ACCOUNT)),
        )

    def _listed(self, of: Incident | Account, account: str, attributes: tuple[str, ...]) -> Iterator[Value]:
        stated = _stated(of) | self.listing.coded.get((self.incident.id, account), set())
        for attribute in attributes:
            if attribute not in stated:
                continue
            id = ".".join(filter(None, (self.incident.id, account, attribute)))
            items = tuple(self._items(of, attribute, id))
            coded = self.listing.known.codings.get((self.incident.id, account, attribute))
            if items or coded or attribute in ALWAYS:
                yield Value(
                    id=id,
                    ref=self.incident.id,
                    account=account,
                    attribute=attribute,
                    items=items,
                    listed=attribute in LISTS or attribute == "responsible",
                    coded=coded,
                    now=json.dumps(value_of(of, attribute), ensure_ascii=False) if self.listing.decides else None,
                )

    def _items(self, of: Incident | Account, attribute: str, id: str) -> Iterator[Item]:
        for number, (words, spans, found, ref) in enumerate(self._found(of, attribute)):
            if found is None or self.listing.is_sure(found):
                yield self.listing.item(f"{id}.{number}", words, spans, found, ref)

    def _found(
        self, of: Incident | Account, attribute: str
    ) -> Iterator[tuple[str, list[Span], Found | None, str | None]]:
        """Each thing that there is of an attribute: in words, where, what found it, and what the record calls it."""
        if attribute in FIGURES:
            yield from ((self._figure(f), [f.span], f, None) for f in of.figures if f.kind == attribute)
        elif attribute in ROLES and isinstance(of, Incident):
            yield from (self._participant(one) for one in of.participants if one.role == attribute)
        elif attribute == "responsible" and isinstance(of, Account):
            yield from ((self.listing.name(id), [], None, self.listing.ref(id)) for id in of.responsible)
        elif attribute == "time" and of.time:
            yield when(of.time), [of.time.span] if of.time.span else [], of.time, None
        elif attribute == "place" and of.place:
            place = self.listing.redaction.text(where(of.place))
            yield place, [of.place.span] if of.place.span else [], None, None
        elif attribute == "kind" and isinstance(of, Incident):
            yield of.kind.replace("_", " "), [of.trigger], None, None
        elif attribute not in LISTS and isinstance(value := getattr(of, attribute, None), str):
            yield value.replace("_", " "), [], None, None

    def _figure(self, figure: Figure) -> str:
        return f"{how_much(figure)}: “{self.listing.said([figure.span])}”"

    def _participant(self, one: Participant) -> tuple[str, list[Span], Found, str | None]:
        said = self.listing.said([one.span])
        name = self.listing.name(one.actor) if one.actor else said
        words = said if name.casefold() in said.casefold() else f"{said} ({name})"
        return words, [one.span], one, self.listing.ref(one.actor)
