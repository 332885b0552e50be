"""Where readings are kept, and what links them, and what people have decided."""

from rashomon.archive.readings.readers import how_read
from rashomon.archive.record import Event, Record, open_record

__all__ = ["Event", "Record", "how_read", "open_record"]
