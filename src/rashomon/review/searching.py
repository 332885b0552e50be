"""Looking for words at the desk: nobody finds by a name whom they may not see named."""

from starlette.exceptions import HTTPException

from rashomon.archive import Record
from rashomon.archive.exposure.hidden import hidden
from rashomon.export import Profile
from rashomon.review.actors.directory import bring_up_to_date


def without(record: Record, words: str, profile: Profile) -> frozenset[str] | None:
    """The reports that somebody must not find by these words; None where there are none that they may find."""
    if profile is Profile.internal or not words.strip():
        return frozenset()
    if bring_up_to_date(record):
        raise HTTPException(
            503, "names are being taken up, so that searching gives none away; search again in a moment"
        )
    return hidden(record, words)
