"""What all documents are made of: the base of every part, and the kinds of text that several parts hold."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from careers.reference.patterns import PARTIAL_DATE, SLUG

Key = Annotated[str, Field(pattern=f"^{SLUG}$", max_length=60)]
Slug = Annotated[str, Field(pattern=f"^{SLUG}$", max_length=120)]
#: A year, a month or a day; empty where it is not known.
PartialDate = Annotated[str, Field(pattern=f"^({PARTIAL_DATE})?$")]


class Part(BaseModel):
    """Frozen, and strict about what it holds: an unknown key is an error, not a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_enum_values=True)
