"""Addresses that a request names, to be sent to afterwards: only ones of this desk, or any page could send people anywhere."""

from urllib.parse import urlsplit

HOME = "/incidents"
"""Where one is sent who names no place here."""


def local(address: str | None, otherwise: str = HOME) -> str:
    """The address, if it is a path of this desk; else `otherwise`.

    Browsers take a backslash for a slash and leave out tabs and line breaks, so what has any of them is none of ours.

    >>> local("/incidents/I12?rule=latest#figures")
    '/incidents/I12?rule=latest#figures'
    >>> local("//elsewhere.org"), local("https://elsewhere.org"), local("/\\\\elsewhere.org"), local("javascript:alert(1)")
    ('/incidents', '/incidents', '/incidents', '/incidents')
    """
    if not address or not address.startswith("/") or address.startswith("//"):
        return otherwise
    if "\\" in address or not address.isprintable():
        return otherwise
    try:
        parts = urlsplit(address)
    except ValueError:
        return otherwise
    return otherwise if parts.scheme or parts.netloc else address
