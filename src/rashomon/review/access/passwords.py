"""Passwords: kept as argon2id hashes, which take a tenth of a second and 64 MB to try one."""

import unicodedata
from functools import cache
from threading import BoundedSemaphore

from rashomon.errors import BadSetting

SHORTEST = 10
LONGEST = 1000
"""Characters of a password."""

AT_ONCE = 2
"""Passwords that are tried at once: more would take memory and all processors from those who are signed in."""

_trying = BoundedSemaphore(AT_ONCE)


def hashed(password: str) -> str:
    """What is kept of a password. Raises BadSetting for one that is too short."""
    from argon2 import PasswordHasher  # whoever only looks at a record needs none of it

    if not SHORTEST <= len(password) <= LONGEST:
        raise BadSetting(
            f"a password has at least {SHORTEST} characters and at most {LONGEST:,}; several words are best"
        )
    return PasswordHasher().hash(_plain(password))


def is_right(password: str, kept: str | None) -> bool:
    """Whether this is the password of which that was kept. With None, for somebody unknown, it takes as long and is not."""
    from argon2 import PasswordHasher
    from argon2.exceptions import Argon2Error, InvalidHashError

    known = kept is not None and len(password) <= LONGEST
    with _trying:
        try:
            return PasswordHasher().verify(kept or _nobodys(), _plain(password[:LONGEST])) and known
        except (Argon2Error, InvalidHashError):
            return False


def prepare() -> None:
    """Have at hand what is tried for somebody unknown, so that the first time takes no longer either."""
    _nobodys()


def _plain(password: str) -> str:
    """The same whichever keyboard wrote it: "é" may be one character or two."""
    return unicodedata.normalize("NFKC", password)


@cache
def _nobodys() -> str:
    return hashed("nobody has this password")
