"""The vocabulary of the layout of reports: the TOML files beside this module, read once.

In a pattern, `{month}` stands for the pattern of that name in `stamps.toml`, and line breaks are only for the eye.
"""

import re
from functools import cache
from typing import Any

from rashomon.vocabulary import read_table

_NAMED = re.compile(r"\{([a-z]+)\}")


def table(name: str) -> dict[str, Any]:
    """The contents of `NAME.toml`."""
    return read_table("rashomon.reports", name)


def expand(value: str | list[str]) -> str:
    """A pattern with the named ones put in; a list matches where one of its patterns does, the longest first.

    >>> expand("on {weekday}").startswith("on (?:(?:mon|tue")
    True
    """
    if isinstance(value, list):
        value = "|".join(f"(?:{part})" for part in sorted(value, key=len, reverse=True))
    return _NAMED.sub(lambda name: f"(?:{expand(table('stamps')[name[1]])})", value.replace("\n", ""))


@cache
def pattern(name: str, key: str, *, cased: bool = False) -> re.Pattern[str]:
    """The pattern `key` of `NAME.toml`, compiled; case counts only if `cased`."""
    return re.compile(expand(table(name)[key]), 0 if cased else re.I)


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The word list `key` of `NAME.toml`."""
    return frozenset(table(name)[key])
