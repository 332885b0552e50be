"""The closed lists of `words.toml`."""

from rashomon.vocabulary import read_table


def vocabulary(name: str) -> frozenset[str]:
    """One list: `vocabulary("months")`."""
    return frozenset(read_table(__package__, "words")[name])
