"""The data files that lie beside the modules which read them: words, patterns, weights and facts, as commented TOML."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_table(package: str, name: str) -> dict[str, Any]:
    """What `NAME.toml` of a package holds, read once and shared: nobody may change it.

    >>> read_table("rashomon.reading.casing", "words")["months"][:3]
    ['jan', 'feb', 'mar']
    """
    top, *folders = package.split(".")  # the package itself may be heavy to load: that of numbers brings spaCy
    return tomllib.loads(files(top).joinpath(*folders, f"{name}.toml").read_text(encoding="utf-8"))
