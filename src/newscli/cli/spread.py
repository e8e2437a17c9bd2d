"""Options that several commands share are declared once, as a dataclass, and spread into each command's signature.

A command writes `def run(filters: FilterOptions, limit: Annotated[...] = None)`; Typer sees one flat list of options,
and `run` gets the dataclass back, filled in.
"""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, get_type_hints

Run = Callable[..., int]


def spread(function: Run) -> Run:
    """`function` with every dataclass parameter replaced by that dataclass's fields."""
    hints = get_type_hints(function, include_extras=True)
    groups: dict[str, tuple[type, list[str]]] = {}
    flat: dict[str, inspect.Parameter] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        hint = hints[name]
        if isinstance(hint, type) and is_dataclass(hint):
            own = get_type_hints(hint, include_extras=True)
            groups[name] = (hint, [field.name for field in fields(hint)])
            for field in fields(hint):
                flat[field.name] = _keyword(field.name, _default(field), own[field.name])
        else:
            flat[name] = _keyword(name, parameter.default, hint)

    def call(**values: Any) -> int:
        built = {name: kind(**{key: values.pop(key) for key in keys}) for name, (kind, keys) in groups.items()}
        return function(**values, **built)

    call.__doc__ = function.__doc__
    call.__signature__ = inspect.Signature(list(flat.values()))  # type: ignore[attr-defined]  # how Typer finds options
    call.__annotations__ = {name: parameter.annotation for name, parameter in flat.items()}
    return call


def _keyword(name: str, default: Any, annotation: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


def _default(field: "Field[Any]") -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else inspect.Parameter.empty
