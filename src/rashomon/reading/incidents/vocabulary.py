"""The word lists beside this module: TOML tables of lemmas, read once."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from rashomon.vocabulary import read_table


def table(name: str) -> dict[str, Any]:
    """A TOML file of this package: `table("triggers")`."""
    return read_table("rashomon.reading.incidents", name)


@cache
def words(name: str) -> Mapping[str, frozenset[str]]:
    """A file of plain lists, as sets: `words("verbs")["saying"]`."""
    return {key: frozenset(listed) for key, listed in table(name).items()}
