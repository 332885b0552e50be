"""Makes nouns of the record without validating them: what is made is right by construction, and a test holds it to that."""

from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

Made = TypeVar("Made", bound=BaseModel)


@cache
def _blank(cls: type[BaseModel]) -> tuple[dict[str, Any], set[str]]:
    """A noun's fields with their defaults, in order."""
    return {name: None if field.is_required() else field.default for name, field in cls.model_fields.items()}, set(
        cls.model_fields
    )


def noun(cls: type[Made], **values: Any) -> Made:
    """A noun with these values, which are taken to be of the right types: eight times as fast as validation."""
    fields, names = _blank(cls)
    made = cls.__new__(cls)
    object.__setattr__(made, "__dict__", {**fields, **values})
    object.__setattr__(made, "__pydantic_fields_set__", names)
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made
