"""From a word as it stands in a text to the noun of the lexicon: "gunmen" is several of "gunman"."""

from functools import cache

from rashomon.reading.actors.lexicon import Sense, senses, table


@cache
def forms() -> dict[str, tuple[str, bool, Sense]]:
    """Singular, whether plural, and sense, by word form in lower case."""
    found: dict[str, tuple[str, bool, Sense]] = {}
    for noun, sense in senses().items():
        found[noun] = (noun, noun in table()["plurals"], sense)
        found.setdefault(plural_of(noun), (noun, True, sense))
    for plural, noun in table()["plurals"].items():
        if noun in senses():
            found[plural] = (noun, True, senses()[noun])
    return found


def plural_of(noun: str) -> str:
    """The regular plural: "militia" militias, "agency" agencies, "gunman" gunmen."""
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    return noun + "s"
