"""Extension by adding a file: the modules of a package are the rows of its table.

Readers, statistics, output formats and subcommands are found by looking at what stands in their folder, so a new
one is one new file, and nothing is imported before it is used.
"""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def names(package: ModuleType) -> tuple[str, ...]:
    """The names of a package's public modules, in alphabetical order, without importing any of them."""
    return tuple(sorted(found.name for found in iter_modules(package.__path__) if not found.name.startswith("_")))


def load(package: ModuleType, name: str) -> ModuleType:
    """One module of the package, imported now."""
    return import_module(f"{package.__name__}.{name}")
