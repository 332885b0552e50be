"""The incidents in which an actor is, from the catalogue: no report is read for them."""

from collections import defaultdict

from sqlalchemy import select

from rashomon.archive import Record
from rashomon.archive.catalogue import Narrowing, Order
from rashomon.archive.tables import catalogued_actor
from rashomon.export.actor import Appearance
from rashomon.export.headline import Headline


def appearances(record: Record, number: int, most: int, public: bool) -> tuple[list[Appearance], int]:
    """The latest of them, and how many there are."""
    look = record.catalogue.look(Narrowing(actor=number))
    numbers = look.page(Order.newest, most)
    parts = _parts(record, number, numbers)
    lines = (Headline.model_validate_json(line) for line in record.catalogue.lines(numbers, public))
    return [Appearance(parts=tuple(parts[line.id]), incident=line) for line in lines], look.total


def _parts(record: Record, actor: int, numbers: list[int]) -> dict[str, list[str]]:
    """As what the actor is in each."""
    columns = catalogued_actor.c
    asked = select(columns.number, columns.part).where(columns.number.in_(numbers), columns.actor == actor)
    found: dict[str, list[str]] = defaultdict(list)
    with record.looking() as connection:
        for number, part in connection.execute(asked.order_by(columns.number, columns.part)):
            found[f"I{number}"].append(part)
    return found
