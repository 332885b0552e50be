"""Where reports are found at the desk: an id may be anything that a file can be called, an address may not."""

from collections.abc import Sequence
from urllib.parse import quote

from starlette.convertors import Convertor, register_url_convertor

from rashomon.archive import Record
from rashomon.archive.readings.report_facts import progress

PARTS = (".json", "/value", "/")
"""What may stand behind a report's address, so that an id which itself ends so needs a slash behind it."""


class Anything(Convertor[str]):
    """A part of an address that may be anything, even a line break: `{id:anything}`."""

    regex = r"[\s\S]*"

    def convert(self, value: str) -> str:
        """As it is."""
        return value

    def to_string(self, value: str) -> str:
        """As it is."""
        return value


register_url_convertor("anything", Anything())


def report_link(id: str, span: Sequence[int] | None = None) -> str:
    """The page of a report, and where a passage of it was meant, lit and scrolled to.

    >>> report_link("2006/khaksar shot.txt", (12, 20))
    '/reports/2006/khaksar%20shot.txt?at=12-20#s12-20'
    """
    at = f"{span[0]}-{span[1]}" if span else ""
    return f"/reports/{_quoted(id)}" + (f"?at={at}#s{at}" if at else "")


def report_part(id: str, part: str) -> str:
    """What stands behind the address of a report: `report_part("khaksar", "value")`, "/reports/khaksar/value"."""
    return f"/reports/{_quoted(id)}{part if part.startswith('.') else f'/{part}'}"


def report_of(record: Record, given: str) -> str:
    """The id of the report at an address; `given` itself where there is no such report."""
    if given.endswith("/") and progress(record, given) is None:
        return given[:-1]
    return given


def _quoted(id: str) -> str:
    """Slashes stay where browsers leave them alone: "a//b" and "a/../b" they would make something else of."""
    segments = id.split("/")
    plain = all(segment not in ("", ".", "..") for segment in segments)
    return quote(id + "/" * id.endswith(PARTS), safe="/") if plain else quote(f"{id}/", safe="")
