"""Sessions of those who have signed in: a random token that their browser keeps, of which the record keeps only a hash."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from rashomon.archive import Record
from rashomon.archive.analysts import Analysts, SignedIn
from rashomon.errors import RecordUnavailable
from rashomon.review.access.roles import Analyst, Role

IDLE = timedelta(hours=12)
"""A session ends when nothing was asked for so long: overnight."""

LONGEST = timedelta(days=7)
"""And in any case then."""

FRESH = 2.0
"""Seconds for which the record is not asked again whose session it is: so much later a desk hears of what the command line did."""

EXTENDED = timedelta(minutes=10)
"""A session is made to last longer when that would be by so much: not at every click."""

KEPT = 10_000
"""Sessions that are known without asking."""


class Known(NamedTuple):
    """Whose session it is, as the record said at a moment of the clock."""

    signed_in: SignedIn
    asked: float


def new_token() -> str:
    """What nobody can guess."""
    return secrets.token_urlsafe(32)


def csrf_of(token: str) -> str:
    """What the forms of a session carry: from it, nobody learns the token."""
    return hmac.new(token.encode(), b"rashomon csrf", hashlib.sha256).hexdigest()


class Sessions:
    """The sessions of a record's desk."""

    def __init__(
        self,
        record: Record,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.analysts, self.now, self.clock = Analysts(record), now, clock
        self._known: dict[str, Known] = {}
        self._extending: set[str] = set()

    def begin(self, name: str) -> str:
        """A new session; gives its token."""
        token, now = new_token(), self.now()
        self.analysts.sign_in(name, _hash(token), now, now + IDLE)
        return token

    def known(self, token: str) -> Analyst | None:
        """Whose session it is, if that was asked just now; it takes no time to say."""
        found = self._known.get(_hash(token))
        if found is None or self.clock() - found.asked > FRESH or found.signed_in.until <= self.now():
            return None
        return _analyst(found.signed_in, token)

    def who(self, token: str) -> Analyst | None:
        """Whose session it is; None where there is none, or it has ended."""
        key, asked = _hash(token), self.clock()
        found = self.analysts.signed_in(key, self.now())
        if found is None:
            self._known.pop(key, None)
            return None
        if len(self._known) >= KEPT:
            self._known.clear()
        self._known[key] = Known(found, asked)
        return _analyst(found, token)

    def is_due(self, token: str) -> bool:
        """Whether the session should be made to last longer, now that it was used."""
        key = _hash(token)
        found = self._known.get(key) if key not in self._extending else None
        return found is not None and self._until(found.signed_in) - found.signed_in.until > EXTENDED

    def extend(self, token: str) -> None:
        """Make a session last longer. Others may be writing for a while: nobody should wait for this, and only one request does."""
        key = _hash(token)
        found = self._known.get(key)
        if found and key not in self._extending:
            self._extending.add(key)
            try:
                self.analysts.extend(key, self._until(found.signed_in))
            except RecordUnavailable:
                return  # it is tried again when it is used again
            finally:
                self._extending.discard(key)
            self._known.pop(key, None)

    def end(self, token: str) -> None:
        """Sign out."""
        self.analysts.sign_out(_hash(token))
        self._known.pop(_hash(token), None)

    def forget(self) -> None:
        """Something has changed about somebody: ask the record again."""
        self._known.clear()

    def _until(self, one: SignedIn) -> datetime:
        return min(self.now() + IDLE, one.made + LONGEST)


def _analyst(one: SignedIn, token: str) -> Analyst:
    return Analyst(one.name, Role(one.role), csrf_of(token))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
