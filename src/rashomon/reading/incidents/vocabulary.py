"""The word lists beside this module: TOML tables of lemmas, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of this package: `table("triggers")`."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> Mapping[str, frozenset[str]]:
    """A file of plain lists, as sets: `words("verbs")["saying"]`."""
    return {key: frozenset(listed) for key, listed in table(name).items()}
