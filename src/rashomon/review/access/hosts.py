"""Under which names a desk is asked for: a page elsewhere can have its own name lead here, but cannot have us called by ours."""

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names of this machine for itself."""


def host_in(netloc: str) -> str | None:
    """The host of "desk.example.org:8000" or "[::1]:8000"; None where there is none to be made out.

    >>> host_in("[::1]:8000"), host_in("LOCALHOST"), host_in("a@b:8000"), host_in("")
    ('::1', 'localhost', None, None)
    """
    try:
        parts = urlsplit(f"//{netloc}")
        _ = parts.port
    except ValueError:
        return None
    return parts.hostname if parts.username is None and parts.netloc == netloc and not parts.path else None


def is_address(host: str) -> bool:
    """Whether a host is a number and no name: nobody can have a number lead elsewhere."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a host: "localhost", "127.0.0.1", "::1"."""
    return host.casefold() in LOOPBACK or (is_address(host) and ip_address(host).is_loopback)


class Hosts:
    """The names under which a desk answers. With `addresses`, any number will do, too."""

    def __init__(self, names: Iterable[str] = (), addresses: bool = False) -> None:
        self.names, self.addresses = LOOPBACK | {name.casefold() for name in names}, addresses

    def __contains__(self, netloc: str) -> bool:
        """Whether a request's Host is ours.

        >>> "localhost:8000" in Hosts(), "elsewhere.org" in Hosts(), "10.0.0.5:8000" in Hosts(addresses=True)
        (True, False, True)
        """
        host = host_in(netloc)
        return host is not None and (host in self.names or (self.addresses and is_address(host)))
