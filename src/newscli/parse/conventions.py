"""A convention is a row in a table: a name, how it looks, and an example made up here that a test runs."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Convention:
    """`name` is the rule that spans carry. `kind` says more where the table needs it (the kind of a note)."""

    name: str
    looks: re.Pattern[str]
    example: str
    kind: str = ""


def convention(name: str, looks: str, example: str, kind: str = "", flags: int = 0) -> Convention:
    return Convention(name, re.compile(looks, flags), example, kind)
