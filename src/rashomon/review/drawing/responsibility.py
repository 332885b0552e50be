"""Who holds whom responsible: a table of origins against alleged perpetrators, in words and signs."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from rashomon.export.svg import element
from rashomon.weighing import Responsibility, Standing

# Each part of a Responsibility: its sign, and the word that stands with it.
SAYINGS = {
    "claimed_by": ("✓", "claims it"),
    "blamed_by": ("→", "blames"),
    "reported_by": ("·", "tells so"),
    "denied_by": ("✗", "denies"),
}

NOBODY = "No account names anybody."


def responsibility_matrix(responsibility: Sequence[Responsibility], parties: Iterable[str] = ()) -> Markup:
    """A row an origin, a column an alleged perpetrator, in each cell what the one says of the other; below, what follows.

    `parties` are the origins that take part in the conflict. Nobody is put first: columns and rows are in the order of telling.
    """
    named = [entry for entry in responsibility if entry.actor and entry.standing is not Standing.unknown]
    if not named:
        return element("p", NOBODY, class_="empty")
    taking_part = set(parties)
    rows = [_row(origin, named, origin in taking_part) for origin in _origins(named)]
    table = element(
        "table",
        element("caption", "Who holds whom responsible"),
        element("thead", element("tr", _th("says"), *(_th(entry.actor or "") for entry in named))),
        element("tbody", *rows),
        element("tfoot", element("tr", _th("standing", "row"), *map(_standing, named))),
        class_="responsibility",
    )
    return element("div", table, class_="scroll", tabindex=0, role="group", aria_label="Who holds whom responsible")


def _origins(named: Sequence[Responsibility]) -> list[str]:
    """Whoever says anything, each once."""
    return list(dict.fromkeys(origin for part in SAYINGS for entry in named for origin in getattr(entry, part)))


def _row(origin: str, named: Sequence[Responsibility], party: bool) -> Markup:
    tag = [" ", element("span", "a party", class_="tag party")] if party else []
    return element("tr", element("th", origin, *tag, scope="row"), *(_cell(origin, entry) for entry in named))


def _cell(origin: str, entry: Responsibility) -> Markup:
    said = [(part, *saying) for part, saying in SAYINGS.items() if origin in getattr(entry, part)]
    if not said:
        return element("td", element("span", "says nothing", class_="sr-only"))
    inside = [
        element("span", element("span", sign, class_="sign", aria_hidden="true"), f" {word}", class_=f"says {part}")
        for part, sign, word in said
    ]
    return element("td", *inside)


def _standing(entry: Responsibility) -> Markup:
    standing = element("b", entry.standing.value.replace("_", " "))
    return element("td", standing, element("small", entry.rule))


def _th(name: str, scope: str = "col") -> Markup:
    return element("th", name, scope=scope)
