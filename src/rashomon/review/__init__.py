"""The review desk: a web application in which people read, compare, decide and correct, over one record."""

from rashomon.review.app import desk

__all__ = ["desk"]
