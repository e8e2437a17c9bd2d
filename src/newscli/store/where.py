"""A condition on articles, as SQL."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from newscli.frozen import frozen

_EVERYTHING = "1"


@frozen
class Where:
    """A condition on articles: SQL, its values, and the functions it calls."""

    sql: str = _EVERYTHING
    values: tuple[Any, ...] = ()
    functions: Mapping[str, Callable[..., Any]] = field(default_factory=dict)

    @property
    def everything(self) -> bool:
        return self.sql == _EVERYTHING

    def also(self, sql: str, *values: Any, **functions: Callable[..., Any]) -> "Where":
        both = f"({sql})" if self.everything else f"{self.sql} AND ({sql})"
        return Where(both, (*self.values, *values), {**self.functions, **functions})
