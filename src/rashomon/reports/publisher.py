"""Who published a report, as far as it says: its metadata, its © line, its byline, the host of its address."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from rashomon.reports.credits import own_newsroom
from rashomon.reports.vocabulary import pattern, table


def publisher_of(given: str | None, credit_lines: Iterable[str], byline: str | None, url: str | None) -> str | None:
    """The first of these that says so.

    >>> publisher_of(None, ["© 2006 The Eastern Herald Company"], None, None)
    'The Eastern Herald'
    """
    lines = list(credit_lines)
    return given or _copyright(lines) or byline or _host(url) or own_newsroom(lines)


def _copyright(lines: list[str]) -> str | None:
    for line in lines:
        found = pattern("publishers", "copyright").match(line)
        if found:
            return found["publisher"].strip(" ,.-–")
    return None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return None
    host = host.removeprefix("www.").removeprefix("m.").removeprefix("edition.")
    known = table("publishers")["hosts"]
    parents = (host[i:] for i in range(len(host)) if i == 0 or host[i - 1] == ".")
    return next((known[parent] for parent in parents if parent in known), host or None)
