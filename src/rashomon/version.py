"""The version of Rashomon, which is the version of its reader: a reading made by another version may differ."""

__version__ = "0.2.0"

READER = "rules+heads"
"""What the reader that comes with Rashomon is called in the readings it makes."""
