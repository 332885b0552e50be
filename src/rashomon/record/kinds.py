"""The kinds of incident, as data: `kinds.toml` beside this module, and whatever a user adds to it."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from rashomon.errors import BadData
from rashomon.record.base import Noun


class Kind(Noun):
    """One kind of incident: "killing", its definition, an example, and its codes in ACLED and PLOVER."""

    id: str
    definition: str
    example: str
    acled: tuple[str, str]
    plover: str
    family: str


class KindTable(Mapping[str, Kind]):
    """Kinds by id, in the order of their file."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = dict(kinds)

    def __getitem__(self, id: str) -> Kind:
        return self._kinds[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    def with_file(self, path: Path) -> "KindTable":
        """These kinds and those of `path`, which replace the ones with the same id. Raises BadData naming file and entry."""
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadData(
                f"{path}: cannot be read as kinds of incident ({error}); see `rashomon kinds --toml`"
            ) from None
        return KindTable({**self._kinds, **_parse(text, str(path))})


def _parse(text: str, name: str) -> dict[str, Kind]:
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadData(f"{name}: not TOML ({error}); see `rashomon kinds --toml` for the form") from None
    kinds = {}
    for id, entry in entries.items():
        try:
            kinds[id] = Kind.model_validate({"id": id, **entry})
        except ValidationError as error:
            wrong = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg'].lower()}" for e in error.errors())
            raise BadData(
                f"{name}: kind [{id}] is not as it should be ({wrong}); see `rashomon kinds --toml`"
            ) from None
    return kinds


@cache
def kinds() -> KindTable:
    """The kinds that come with Rashomon.

    >>> kinds()["airstrike"].acled
    ('Explosions/Remote violence', 'Air/drone strike')
    """
    source = files("rashomon.record").joinpath("kinds.toml")
    return KindTable(_parse(source.read_text(encoding="utf-8"), "kinds.toml"))
