"""What the shell offers for a half-typed word: fields, and from the index ids, places, agencies and names.

Completion answers from what an index already knows, never reads a corpus for it, and offers nothing rather than fail.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

_MOST = 200


def _known(kind: str, incomplete: str) -> list[str]:
    from newscli.corpus import named, open_corpus
    from newscli.errors import NewscliError

    try:
        corpus = open_corpus(named([], os.environ, Path.cwd()), refresh=False)
        offered = (word for word in corpus.known(kind, incomplete) if word.isprintable())  # the shell would print the others
        return [word for word, _ in zip(offered, range(_MOST), strict=False)]
    except (NewscliError, OSError):
        return []


def ids(incomplete: str) -> list[str]:
    return _known("id", incomplete)


def places(incomplete: str) -> list[str]:
    return _known("place", incomplete)


def agencies(incomplete: str) -> list[str]:
    return _known("agency", incomplete)


def names(incomplete: str) -> list[str]:
    """Names, or `editing:` and then names."""
    role, colon, rest = incomplete.rpartition(":")
    found = _known("name", rest)
    if colon:
        return [f"{role}:{name}" for name in found]
    from newscli.article import ROLES

    return [f"{one}:" for one in ROLES if one.startswith(incomplete)] + found


def _fields(use: Callable[[Any], object], incomplete: str) -> list[str]:
    from newscli.query.fields import FIELDS

    return [field.name for field in FIELDS if use(field) and field.name.startswith(incomplete)]


def fields_one_can_have(incomplete: str) -> list[str]:
    return _fields(lambda field: field.has, incomplete)


def fields_in_the_text(incomplete: str) -> list[str]:
    return _fields(lambda field: field.spans, incomplete)


def any_field(incomplete: str) -> list[str]:
    done, comma, last = incomplete.rpartition(",")
    return [done + comma + name for name in _fields(lambda _: True, last)]


def sort_fields(incomplete: str) -> list[str]:
    done, comma, last = incomplete.rpartition(",")
    minus = "-" if last.startswith("-") else ""
    return [f"{done}{comma}{minus}{name}" for name in _fields(lambda field: field.sort, last.removeprefix("-"))]


def formats(incomplete: str) -> list[str]:
    from newscli.render import format_names

    return [name for name in format_names() if name.startswith(incomplete)]


def groups(incomplete: str) -> list[str]:
    from newscli.statistics._grouping import GROUPS

    return [name for name in GROUPS if name.startswith(incomplete)]


def source_formats(incomplete: str) -> list[str]:
    from newscli.corpus.manner import meant
    from newscli.errors import NewscliError

    try:
        known = meant(False, None, (), os.environ).readers()
    except NewscliError:
        return []
    return [name for name in known if name.startswith(incomplete)]
