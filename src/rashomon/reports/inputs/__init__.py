"""Files, folders and standard input → Reports, one after the other; what cannot be read is named and the rest goes on."""

from rashomon.reports.inputs.stream import reports_in

__all__ = ["reports_in"]
