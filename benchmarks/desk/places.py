"""What there is to click on: the addresses on a page of the desk, by what they lead to."""

import re
from html import unescape

KINDS = {
    "incidents, searched": r"/incidents\?(?:.*&)?search=[^&]+.*",
    "incidents, filtered": r"/incidents\?.+",
    "incidents": r"/incidents",
    "incident": r"/incidents/I\d+(?:\?.*)?",
    "incident, part": r"/incidents/I\d+/.+",
    "reports": r"/reports(?:\?.*)?",
    "report": r"/reports/[^?]+(?:\?.*)?",
    "actors": r"/actors(?:\?.*)?",
    "actor": r"/actors/A\d+(?:\?.*)?",
    "actor, part": r"/actors/A\d+/.+",
    "queue": r"/queue(?:\?.*)?",
    "queue item": r"/queue/.+",
    "log": r"/log(?:[?/].*)?",
    "static": r"/static/.+",
}
"""Kinds of page by their address; the first that fits."""

_COMPILED = {kind: re.compile(pattern) for kind, pattern in KINDS.items()}
_LINK = re.compile(r'<a\b[^>]*?\shref="(/[^"]*)"')
_FILE = re.compile(r'(?:src|href)="(/static/[^"]+)"')
_TOKEN = re.compile(r'data-csrf="([^"]+)"')
_AT_ONCE = re.compile(r'<[^>]*?\bhx-get="(/[^"]*)"[^>]*?\bhx-trigger="[^"]*\bload\b[^>]*>')


def kind_of(address: str) -> str:
    """What an address is of."""
    return next((kind for kind, pattern in _COMPILED.items() if pattern.fullmatch(address)), "other")


def links(page: str) -> dict[str, list[str]]:
    """The addresses on a page by kind; without where on a page they lead."""
    found: dict[str, list[str]] = {}
    for match in _LINK.finditer(page):
        address = unescape(match[1]).partition("#")[0]
        found.setdefault(kind_of(address), []).append(address)
    return found


def files(page: str) -> list[str]:
    """Scripts and styles that a page needs."""
    return _FILE.findall(page)


def fetched_at_once(page: str) -> list[str]:
    """Parts that a page fetches as soon as it is there."""
    return [unescape(address) for address in _AT_ONCE.findall(page)]


def token(page: str) -> str:
    """What forms on a page carry."""
    match = _TOKEN.search(page)
    return match[1] if match else ""
