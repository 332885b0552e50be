"""Newsrooms by one name each: "the Associated Press", "Associated Press" and "AP" are one agency, whoever credits it."""

import re
from functools import cache, lru_cache

from rashomon.reports.vocabulary import pattern, table

_AROUND = re.compile(r"^the\s+|(?:['’]s)?\s+(?:news\s+)?agency$", re.I)


@lru_cache(maxsize=1 << 12)
def agency(name: str) -> str | None:
    """The agency of this name, as reports credit it; None where it is none.

    >>> agency("the Reuters news agency"), agency("THE ASSOCIATED PRESS"), agency("The Eastern Herald")
    ('Reuters', 'AP', None)
    """
    said = " ".join(name.split())
    for form in (said, _AROUND.sub("", said), _AROUND.sub("", said).title()):
        found = pattern("credits", "named").fullmatch(form)
        if found and form.lower() != "agencies":
            return str(table("credits")["names"].get(form, form))
    return None


@lru_cache(maxsize=1 << 12)
def newsroom(name: str) -> str | None:
    """The agency or publisher of this name; None where none is known by it.

    >>> newsroom("the BBC"), newsroom("a news conference")
    ('BBC', None)
    """
    return agency(name) or _publishers().get(_AROUND.sub("", " ".join(name.split())).casefold())


@cache
def _publishers() -> dict[str, str]:
    return {_AROUND.sub("", name).casefold(): name for name in table("publishers")["hosts"].values()}


def publisher(name: str) -> str:
    """A publisher's name, the agency's where it is one."""
    return newsroom(name) or name
