"""Which column of a table holds what: as the user says, else by the usual names."""

from collections.abc import Iterable, Mapping
from typing import Any

from rashomon.errors import BadSetting, UnreadableReport
from rashomon.reports.inputs.document import Document
from rashomon.reports.vocabulary import table

NAMES = tuple(table("columns"))


def checked(columns: Mapping[str, str] | None) -> dict[str, str]:
    """The user's column map, ours → theirs. Raises BadSetting naming what we do not know."""
    unknown = sorted(set(columns or ()) - set(NAMES))
    if unknown:
        raise BadSetting(f"no such thing to map a column to: {', '.join(unknown)}; there are {', '.join(NAMES)}")
    return dict(columns or {})


def assigned(theirs: Iterable[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Ours → theirs, for the columns that a table has.

    >>> assigned(["Headline", "body", "lang"], {})
    {'text': 'body', 'title': 'Headline'}
    """
    there = {_key(name): name for name in reversed(list(theirs))}
    found = {ours: columns[ours] for ours in columns if columns[ours] in there.values()}
    for ours in (name for name in NAMES if name not in columns):
        name = next((there[_key(n)] for n in table("columns")[ours] if _key(n) in there), None)
        if name is not None and name not in found.values():
            found[ours] = name
    return {ours: found[ours] for ours in NAMES if ours in found}


def _key(name: str) -> str:
    return name.lower().replace("_", "").replace(" ", "").replace("-", "")


def document(row: Mapping[str, Any], names: Mapping[str, str], name: str) -> Document:
    """The report in one row. Raises UnreadableReport if there is no text in it."""
    cell = {ours: row.get(theirs) for ours, theirs in names.items()}
    text = cell.get("text")
    if not isinstance(text, str):
        said = "no text in it" if text is None else f"its text is not text but {type(text).__name__}"
        raise UnreadableReport(
            name, said, f"put the report's text into {names.get('text', 'text')!r}, or say --column text=NAME"
        )
    authors = cell.get("authors")
    return Document(
        name=name,
        text=text,
        id=_word(cell.get("id")),
        id_is_its_own=_word(cell.get("id")) is not None,
        title=_word(cell.get("title")),
        publisher=_word(cell.get("publisher")),
        authors=tuple(map(str, authors)) if isinstance(authors, list) else _people(_word(authors)),
        url=_word(cell.get("url")),
        said=_word(cell.get("published")),
    )


def _word(value: Any) -> str | None:
    """A cell as text; empty cells, lists and objects are nothing."""
    return str(value).strip() or None if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def _people(text: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (text or "").replace("|", ";").split(";") if name.strip())
