"""What takes seconds when it is first needed is loaded while the desk starts, so that nobody's first decision waits for it."""

from contextlib import suppress
from threading import Thread

from rashomon.archive import Record
from rashomon.errors import RashomonError
from rashomon.review.drawn import environment
from rashomon.review.queueing.counts import ANYBODY, Counts
from rashomon.review.queueing.tabs import TABS


def warm(record: Record, counts: Counts) -> None:
    """Load, behind the scenes, the catalogue, how much waits in each queue, the templates, and what linking and explaining need."""
    # no daemon: a library that is broken off while it is loaded takes the process down with it
    Thread(target=_load, args=(record, counts), name="warming", daemon=False).start()


def _load(record: Record, counts: Counts) -> None:
    from rashomon.linking import actors, incidents
    from rashomon.linking.scoring import scorer

    with suppress(RashomonError):  # whoever needs it is told what is wrong
        record.catalogue.columns  # noqa: B018
        for tab in TABS:
            counts.of(record, tab, ANYBODY)
    with suppress(RashomonError):
        record.plain.catch_up()  # what nobody has waited for
    for name in environment().list_templates():
        environment().get_template(name)
    record.linkables  # noqa: B018  # loaded when first asked for
    for linked in (incidents, actors):
        scorer(linked.__name__)
