"""Whether somebody knows a password, and no more often than one may try."""

import math

from fastapi import Request
from starlette.exceptions import HTTPException

from rashomon.archive.analysts import LONGEST, Analysts
from rashomon.export.words import counted
from rashomon.review.access.door import Door
from rashomon.review.access.passwords import is_right


def knows(request: Request, name: str, password: str) -> str | None:
    """The name of somebody who works here and knows the password, else None. Raises 429 for one attempt too many."""
    door: Door = request.app.state.desk.door
    called, address = name.strip()[:LONGEST].casefold(), request.client.host if request.client else "unknown"
    if wait := max(door.by_name.wait(called), door.by_address.wait(address)):
        raise _too_many(wait)
    found = Analysts(request.app.state.desk.record).get(name.strip())
    if not is_right(password, found.password if found and not found.disabled else None) or found is None:
        return None
    door.by_name.succeeded(called)
    door.by_address.succeeded(address)
    return found.name


def _too_many(wait: float) -> HTTPException:
    message = f"too many wrong passwords; try again in {counted(math.ceil(wait / 60), 'minute')}"
    return HTTPException(429, message, {"Retry-After": str(math.ceil(wait))})
