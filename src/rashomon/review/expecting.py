"""What somebody saw before deciding, as a text that a page carries from the time it was drawn to the decision.

It is no secret and needs no signature: whoever alters it only says that they saw something else than they were shown.
"""

import json
import zlib
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rashomon.archive import Record
from rashomon.archive.judgements.judgement import Seen
from rashomon.errors import BadSetting
from rashomon.linking.mention import Sort

LONGEST = 4_000_000
"""Bytes that it may have: an actor of the largest records has some ten thousand mentions, each of some six digits."""

Count = Annotated[int, Field(ge=0, lt=1 << 62)]


class _Written(BaseModel):
    """Each group by what it was called, and the last number there was."""

    model_config = ConfigDict(extra="forbid", strict=True)
    groups: dict[str, list[Count]]
    last: Count


def seen_text(record: Record, refs: Sequence[str], sort: Sort = Sort.incident) -> str:
    """What there is now of these, for whoever is about to see it; a form has it as `seen`."""
    return as_text(record.judgements.seen(refs, sort))


def as_text(seen: Seen) -> str:
    """What somebody saw, to be carried by a form."""
    written = _Written(groups={ref: sorted(numbers) for ref, numbers in seen.groups.items()}, last=seen.last)
    return urlsafe_b64encode(zlib.compress(written.model_dump_json().encode())).decode()


def expected(text: str) -> Seen | None:
    """What somebody saw, to be passed as `expect`; None where nothing is said of it. Raises BadSetting for anything else."""
    if not text:
        return None
    try:
        written = _Written.model_validate(json.loads(_opened(text)))
    except (ValueError, zlib.error, RecursionError, ValidationError):
        raise BadSetting("`seen` is not what a page of the desk gave; load the page again, then decide") from None
    return Seen({ref: frozenset(numbers) for ref, numbers in written.groups.items()}, written.last)


def _opened(text: str) -> bytes:
    opening = zlib.decompressobj()
    opened = opening.decompress(b64decode(text, b"-_", validate=True), LONGEST)
    if not opening.eof or opening.unused_data:
        raise ValueError("it is longer, or shorter, than such a text is")
    return opened
