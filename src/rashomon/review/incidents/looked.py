"""The incidents that somebody asks for and may find."""

from dataclasses import replace

from rashomon.archive import Record
from rashomon.archive.catalogue import Look
from rashomon.archive.exposure.exposure import Exposure
from rashomon.archive.refs import is_numbered
from rashomon.export import Profile
from rashomon.linking.mention import Sort
from rashomon.review.incidents.asked import Asked
from rashomon.review.searching import without
from rashomon.weighing.privacy import Privacy

NOBODY = 0
"""The number of no actor."""


def looked(record: Record, asked: Asked, profile: Profile) -> Look:
    """What the catalogue has of them; by a name, or a protected source, that somebody may not see they find nothing."""
    narrowing = asked.narrowing
    if narrowing.actor and profile is Profile.public and _is_protected(record, narrowing.actor):
        narrowing = replace(narrowing, actor=NOBODY)
    if not is_numbered(asked.search, Sort.incident):
        narrowing = replace(narrowing, without=without(record, asked.search, profile))
    return record.catalogue.look(narrowing)


def _is_protected(record: Record, actor: int) -> bool:
    return Exposure(record).of([actor]).get(actor) is Privacy.protected
