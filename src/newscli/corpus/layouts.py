"""The user's own layouts: those that lie in the config directory, and one that --as names by its path."""

import os
from collections.abc import Mapping
from functools import cache

from newscli import readers as known
from newscli.errors import BadLayout

_ENDING = ".toml"
Text = tuple[str, str]  # a layout's path as the user wrote it, and what stands in it


def folder(environment: Mapping[str, str]) -> str:
    """Where layouts lie that every command knows."""
    if config := environment.get("XDG_CONFIG_HOME"):  # what platformdirs would say, without importing it
        return os.path.join(config, "newscli", "formats")  # noqa: PTH118  # looked at on every start
    from platformdirs import user_config_path

    return str(user_config_path("newscli", appauthor=False) / "formats")


def of_user(environment: Mapping[str, str]) -> tuple[Text, ...]:
    """The layouts of the config directory, in the order of their names."""
    here = folder(environment)
    try:
        names = sorted(name for name in os.listdir(here) if name.endswith(_ENDING) and not name.startswith("."))  # noqa: PTH208
    except OSError:  # most people have none
        return ()
    found = tuple(at(f"{here}/{name}") for name in names)
    if found:
        readers(found)  # so that what is wrong in one is said before anything is read
    return found


def is_path(name: str) -> bool:
    """Whether --as names a file."""
    return name.endswith(_ENDING) or "/" in name


def at(path: str) -> Text:
    """The layout in a file; BadLayout for one that can't be read."""
    try:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123  # a Path would cost its import
            return path, file.read()
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror or str(error)) if isinstance(error, OSError) else "is not UTF-8"
        raise BadLayout(path, "", f"{reason}; --as takes a layout's file, or a name of `newscli formats`") from None


@cache
def readers(texts: tuple[Text, ...]) -> dict[str, known.Reader]:
    """The readers that layouts make, by name."""
    from newscli.readers._layout import LayoutReader, layout

    made: dict[str, LayoutReader] = {}
    for path, text in texts:
        reader = LayoutReader(layout(text, path))
        name = reader.layout.name
        if name in known.table():
            raise BadLayout(path, "name", f"{name!r} is a format of newscli; call it otherwise")
        if name in made:
            raise BadLayout(path, "name", f"{name!r} is also that of {made[name].layout.path}; call one of them otherwise")
        made[name] = reader
    return dict(made)


def taking_files(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """Those that say which files they are for; the others are for --as."""
    from newscli.readers._layout import layout

    return tuple((path, text) for path, text in texts if layout(text, path).takes_files)
