"""What a person says of a value of a report: the fields of a form, and the value that they give."""

from rashomon.review.valuing.asked import Asked, Option, asked
from rashomon.review.valuing.given import Given, given
from rashomon.review.valuing.places import Hit, hits

__all__ = ["Asked", "Given", "Hit", "Option", "asked", "given", "hits"]
