"""What is fetched from an address that somebody gave: slowly, little of it, and nothing that is nobody else's business.

An address in a feed is somebody else's word. So nothing is fetched from this machine or the local network unless that was allowed:
the host's addresses are looked at before every connection, and it is one of them that is connected to, at every redirect anew.
"""

import http.client
import ipaddress
import re
import socket
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Timer
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from rashomon.errors import UnreadableReport
from rashomon.version import __version__

AGENT = f"Rashomon/{__version__} (reads news reports; only when a person asks)"
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_MOVED = {301, 302, 303, 307, 308}
_CHUNK = 1 << 16
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")  # IPv4 addresses as IPv6 has them (RFC 6052)
_AS_IT_IS = "/%?:@!$&'()*+,;=~[]"


def is_address(given: str) -> bool:
    """Whether this is a web address and not a file."""
    return bool(_ADDRESS.match(given))


def names_somebody(address: str) -> bool:
    """Whether a name or a password stands in an address: "https://amal:secret@example.org/feed".

    Neither is sent on, and whoever keeps the address would keep them.
    """
    return "@" in re.split(r"[/?#]", address.partition("://")[2], maxsplit=1)[0]


class Fetched(NamedTuple):
    """What an address gave: where it was in the end, what it says it is, and its bytes."""

    address: str
    kind: str
    data: bytes


@dataclass
class Web:
    """Fetches from the web, one thing after the other. `intranet` lets it fetch from this machine and the local network.

    `seconds` is how long one thing may take in all, `pause` how long a host is left alone before it is asked again.
    """

    intranet: bool = False
    seconds: float = 30.0
    pause: float = 1.0
    redirects: int = 5
    _asked: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, RobotFileParser | None] = field(default_factory=dict)

    def fetch(self, address: str, most: int, *, politely: bool = False) -> Fetched:
        """At most `most` bytes of what is at an address; `politely`, only what its host lets robots have.

        Raises UnreadableReport for what cannot be had or must not be.
        """
        until = time.monotonic() + self.seconds
        here = address
        for _ in range(self.redirects + 1):
            parts = _parts(here, address)
            if politely and not self._welcome(parts, until):
                raise UnreadableReport(address, "its host asks robots to keep out", "save the page from a browser")
            self._wait(parts)
            answer = self._answer(parts, address, most, until)
            if isinstance(answer, Fetched):
                return answer
            here = urljoin(here, answer)
        raise UnreadableReport(address, "sent on and on", "look whether a browser gets there")

    def _wait(self, parts: SplitResult) -> None:
        since = time.monotonic() - self._asked.get(parts.netloc, -self.pause)
        time.sleep(max(0.0, self.pause - since))
        self._asked[parts.netloc] = time.monotonic()

    def _answer(self, parts: SplitResult, name: str, most: int, until: float) -> Fetched | str:
        """What is there, or where one is sent."""
        connection = _Connection(parts, name, until, self.intranet)
        path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_AS_IT_IS)
        cut = Timer(_left(name, until), connection.cut)
        cut.start()
        try:
            connection.request("GET", path, headers={"User-Agent": AGENT, "Accept-Encoding": "identity"})
            response = connection.getresponse()
            if response.status in _MOVED and (to := response.getheader("Location")):
                return to
            if response.status != 200:
                said = f"the answer was {response.status} {response.reason}".strip()
                raise UnreadableReport(name, said, "look whether a browser gets it; save the page from there")
            data = _read(response, name, most, until)
        except UnreadableReport:
            raise
        except TimeoutError:
            raise _too_slow(name) from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            _left(name, until)
            said = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise UnreadableReport(name, f"cannot be fetched ({said})", "check the address and try again") from None
        finally:
            cut.cancel()
            connection.close()
        return Fetched(parts.geturl(), response.getheader("Content-Type", "").lower(), data)

    def _welcome(self, parts: SplitResult, until: float) -> bool:
        """Whether the host lets robots have it; one that does not say does."""
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = self._rules(host, until)
        rules = self._robots[host]
        return rules is None or rules.can_fetch(AGENT, parts.geturl())

    def _rules(self, host: str, until: float) -> RobotFileParser | None:
        try:
            found = self._answer(urlsplit(f"{host}/robots.txt"), host, 500_000, until)
        except UnreadableReport:
            return None
        if not isinstance(found, Fetched):
            return None
        rules = RobotFileParser()
        rules.parse(found.data.decode("utf-8", "replace").splitlines())
        return rules


def _parts(address: str, name: str) -> SplitResult:
    """An address taken apart. Raises UnreadableReport for what is none of the web's."""
    try:
        parts = urlsplit(address)
        well = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        well = False
    if not well or any(c <= " " or c == "\x7f" for c in address):
        raise UnreadableReport(name, "not an address of the web", "give one that begins with https:// or http://")
    return parts._replace(fragment="")


class _Connection(http.client.HTTPConnection):
    """A connection to one of the addresses that a host has, looked at first."""

    def __init__(self, parts: SplitResult, name: str, until: float, intranet: bool) -> None:
        self._secure = parts.scheme == "https"
        super().__init__(parts.hostname or "", parts.port or (443 if self._secure else 80))
        self._name, self._until, self._intranet = name, until, intranet

    def connect(self) -> None:
        self.sock = socket.create_connection(self._looked_at(), _left(self._name, self._until))
        if self._secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        """Break off, from another thread: a timeout is for each piece that comes, and they may come one by one for ever."""
        with suppress(OSError):
            if self.sock:
                self.sock.shutdown(socket.SHUT_RDWR)

    def _looked_at(self) -> tuple[str, int]:
        found = [str(row[4][0]) for row in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)]
        if not self._intranet and not all(map(is_public, found)):
            raise UnreadableReport(
                self._name,
                f"{self.host} is this machine or in the local network",
                "save it to a file, or set RASHOMON_INTRANET=1 if it is meant",
            )
        return found[0], self.port


def is_public(address: str) -> bool:
    """Whether an IP address is one of the whole world's.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("::127.0.0.1"), is_public("93.184.215.14")
    (False, False, False, True)
    """
    there = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(there, ipaddress.IPv6Address):
        translated = ipaddress.IPv4Address(int(there) & 0xFFFFFFFF) if there in _TRANSLATED else None
        there = there.ipv4_mapped or there.sixtofour or translated or there
    if isinstance(there, ipaddress.IPv6Address) and there.is_site_local:
        return False
    return there.is_global and not there.is_multicast and not there.is_reserved


def _read(response: http.client.HTTPResponse, name: str, most: int, until: float) -> bytes:
    if response.getheader("Content-Encoding", "identity").lower() not in {"identity", ""}:
        raise UnreadableReport(name, "sent compressed although that was not asked for", "save it from a browser")
    data = bytearray()
    while chunk := response.read1(_CHUNK):
        data += chunk
        _left(name, until)
        if len(data) > most:
            raise UnreadableReport(name, f"longer than {most / 1e6:,.0f} MB", "save what is wanted of it to a file")
    if not data:
        raise UnreadableReport(name, "nothing there", "check the address")
    return bytes(data)


def _left(name: str, until: float) -> float:
    """The seconds that are left. Raises UnreadableReport where none are."""
    left = until - time.monotonic()
    if left <= 0:
        raise _too_slow(name)
    return left


def _too_slow(name: str) -> UnreadableReport:
    return UnreadableReport(name, "too slow to answer", "try again later, or save it from a browser")
