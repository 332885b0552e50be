"""Where readings are kept."""

from rashomon.archive.folder import Located, RecordFolder

__all__ = ["Located", "RecordFolder"]
