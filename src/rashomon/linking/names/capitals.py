"""Which words are written small, and so are nobody's name: "assembly", "high command"."""

from functools import cache
from importlib.resources import files


@cache
def small_words() -> frozenset[str]:
    """Those that the reader's model of capitals saw small in most places (reading/casing/CARD.md); read from its table alone."""
    table = files("rashomon").joinpath("reading/casing/casing.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line.startswith("w="))
    return frozenset(row[0][2:] for row in rows if row[3] == "l")
