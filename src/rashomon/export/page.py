"""One self-contained page of a record: to pass to a colleague who has no Rashomon. Nothing is loaded from elsewhere."""

from collections.abc import Iterable
from datetime import UTC, datetime

from jinja2 import Environment, PackageLoader, StrictUndefined

from rashomon.archive import Located
from rashomon.export.charts import range_chart
from rashomon.export.redaction import Profile, Redaction, redaction
from rashomon.export.story import Story, story
from rashomon.version import __version__


def page(
    incidents: Iterable[Located], *, profile: Profile = Profile.public, rule: str = "range", title: str = "Record"
) -> str:
    """HTML of all incidents with their accounts side by side, most disputed first.

    By the public profile protected sources and private persons are masked; the page says how many values were withheld.
    """
    stories: list[Story] = []
    masks: dict[str, Redaction] = {}
    for located in incidents:
        mask = masks.setdefault(located.reading.report.id, redaction(located.reading, profile))
        stories.append(story(located.ref, located.incident, located.reading, mask, rule))
    stories.sort(key=lambda s: (-len(s.view.disputes), -len(s.columns)))
    template = _environment().get_template("page.html")
    return template.render(
        title=title,
        stories=stories,
        profile=profile.value,
        withheld=sum(mask.withheld for mask in masks.values()),
        reports=len(masks),
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
    environment.filters["range_chart"] = range_chart
    return environment
