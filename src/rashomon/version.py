"""The version of Rashomon, which is the version of its reader: a reading made by another version may differ."""

__version__ = "0.1.0"
