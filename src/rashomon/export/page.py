"""One self-contained page of a record: to pass to a colleague who has no Rashomon. Nothing is loaded from elsewhere."""

from datetime import UTC, datetime

from jinja2 import Environment, PackageLoader, StrictUndefined

from rashomon.export.figure_axis import figure_axis
from rashomon.export.rows import rows
from rashomon.export.viewing import Viewing
from rashomon.version import __version__


def page(viewing: Viewing, *, limit: int | None = None, title: str = "Record") -> str:
    """HTML of the incidents of a record with their accounts side by side, the most disputed first, then the most told.

    By the public profile protected sources and private persons are masked; the page says how many values were withheld.
    """
    numbers, count = viewing.by_dispute(limit)
    stories = list(viewing.stories(numbers))
    template = _environment().get_template("page.html")
    return template.render(
        title=title,
        stories=[(story, rows(story)) for story in stories],
        profile=viewing.profile.value,
        withheld=viewing.masks.withheld,
        reports=len(viewing.record.readings),
        count=count,
        as_of=viewing.as_of,
        made=datetime.now(UTC).date(),
        version=__version__,
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rashomon.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["figure_axis"] = figure_axis
    return environment
