"""How files are read: which, as what, and with which limits. Two manners never share an index."""

import codecs
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from newscli import readers
from newscli.corpus import layouts
from newscli.errors import QueryError, closest
from newscli.frozen import frozen

if TYPE_CHECKING:
    from newscli.containers import Limits

# Files without an ending that stand in every source tree and are no articles.
NOT_ARTICLES = frozenset(
    "README LICENSE LICENCE COPYING NOTICE AUTHORS CONTRIBUTORS CHANGELOG CHANGES NEWS TODO INSTALL VERSION MANIFEST"
    " Makefile GNUmakefile Dockerfile Containerfile Vagrantfile Gemfile Rakefile Procfile Jenkinsfile Pipfile".split()
)


@frozen
class Manner:
    """How files are read.

    all_files    every one that is text, whatever its ending
    format       the reader that takes every file, whatever it looks like; None: each is recognised
    columns      pairs of a field and the column (or key) that holds it
    unpacking    what the user set of containers.Limits, where it isn't the usual
    own          the user's layouts that take part: of each its path and its text
    encoding     what text is in that is not UTF-8, by Python's name; None: it says so itself, or is guessed
    """

    all_files: bool = False
    format: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    unpacking: tuple[tuple[str, int], ...] = ()
    own: tuple[layouts.Text, ...] = ()
    encoding: str | None = None

    def key(self) -> bytes:
        """What tells the index of a corpus read in this manner from that of another; b"" is the plain one.

        A layout's text is no part of it, so that one that is edited leaves no index behind: see layouts_key.
        """
        if self == Manner(self.all_files, own=self.own):
            return b"\0all" if self.all_files else b""
        forced = os.path.realpath(self.own[0][0]) if self.format and self.own else self.format
        said = (self.all_files, forced, self.columns, self.unpacking, self.encoding)
        return b"\0" + blake2b(repr(said).encode(), digest_size=16).digest()

    def layouts_key(self) -> str:
        """What tells these layouts from others; "" where there is none. An index that was made with others is made anew."""
        used = self.own if self.format else layouts.taking_files(self.own)
        said = [(os.path.basename(path), text) for path, text in used]  # noqa: PTH119  # whatever way led there
        return blake2b(repr(said).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest() if said else ""

    def readers(self) -> Mapping[str, readers.Reader]:
        """Every reader by name, the user's layouts first."""
        return _with_layouts(self.own)

    @property
    def limits(self) -> "Limits":
        """What may come out of a container."""
        from newscli.containers import Limits

        return Limits(**dict(self.unpacking))

    def wanted(self, name: str, endings: frozenset[str] | None = None) -> bool:
        """Whether a walk reads a file of this name (its content may still tell that it is nothing to read).

        `endings` are those of `endings()`, where one knows them already.
        """
        if self.all_files:
            return True
        return readers.ending(name) in (endings or self.endings()) and name not in NOT_ARTICLES

    def endings(self) -> frozenset[str]:
        """The endings of files that a walk reads. Asking loads every reader."""
        return _endings(self.own)

    def promises(self, name: str) -> bool:
        """Whether a name's ending says that newscli can read it: then it is a problem if it can't."""
        ending = readers.ending(name)
        return ending != "" and ending in self.endings()

    def recognised(self, name: str, head: bytes) -> tuple[str, str] | None:
        """The format that takes a file of this name and beginning, and why; None if it is nothing that newscli reads."""
        if self.format is not None:
            return self.format, "--as says so"
        return readers.recognised(name, head, self.readers())

    def as_plain(self) -> tuple[Any, ...]:
        """Tuples and strings only."""
        return self.all_files, self.format, self.columns, self.unpacking, self.own, self.encoding

    @classmethod
    def from_plain(cls, plain: tuple[Any, ...]) -> "Manner":
        return cls(*plain)


PLAIN = Manner()


@cache
def _with_layouts(own: tuple[layouts.Text, ...]) -> Mapping[str, readers.Reader]:
    return (layouts.readers(own) | readers.table()) if own else readers.table()


@cache
def _endings(own: tuple[layouts.Text, ...]) -> frozenset[str]:
    from newscli import containers

    listed = (ending for reader in layouts.readers(own).values() for ending in reader.ENDINGS) if own else ()
    return readers.endings() | containers.endings() | frozenset(listed)


def meant(
    all_files: bool,
    format_name: str | None,
    mapped: Sequence[str],
    environment: Mapping[str, str],
    encoding: str | None = None,
) -> Manner:
    """The manner that --all-files, --as, --map, --encoding, the environment and the user's layouts ask for.

    QueryError for what makes no sense, BadLayout for a layout that does.
    """
    name, own = _format(format_name, environment)
    return Manner(all_files, name, tuple(_columns(mapped)), tuple(_limits(environment)), own, _encoding(encoding))


def _format(format_name: str | None, environment: Mapping[str, str]) -> tuple[str | None, tuple[layouts.Text, ...]]:
    """The reader that takes every file, and the user's layouts that take part."""
    if format_name is not None and layouts.is_path(format_name):
        one = layouts.at(format_name)
        return next(iter(layouts.readers((one,)))), (one,)
    own = layouts.of_user(environment)
    if format_name is None:
        return None, own
    for one in own:
        if format_name in layouts.readers((one,)):
            return format_name, (one,)
    if format_name not in readers.table():
        known = [*_with_layouts(own)]
        raise QueryError(f"--as: no format {format_name!r}{_close(format_name, known)}; `newscli formats` lists them")
    return format_name, ()


def _encoding(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        b"ab".decode(name, "replace")  # what decodes something else than text ("hex") raises LookupError
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        raise QueryError(f"--encoding: no encoding {name!r}; cp1251, koi8-r, shift_jis, gb18030 and such are some") from None


def _columns(mapped: Sequence[str]) -> Iterator[tuple[str, str]]:
    """ "headline=title,date=published" as pairs."""
    if not mapped:
        return
    from newscli.readers._record_names import KEYS

    for piece in ",".join(mapped).split(","):
        field, mark, column = (part.strip() for part in piece.partition("="))
        if not mark or not column:
            raise QueryError(f"--map: {piece!r} is not FIELD=COLUMN, as in headline=title,date=published")
        if field not in KEYS:
            raise QueryError(f"--map: no field {field!r}{_close(field, KEYS)}; there are {', '.join(KEYS)}")
        yield field, column


def _limits(environment: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """What the environment sets of containers.Limits to something else than is usual."""
    for name in ("bytes", "ratio"):
        variable = f"NEWSCLI_UNPACK_{name.upper()}"
        if given := environment.get(variable):
            usual = getattr(PLAIN.limits, name)
            if not given.isdigit() or not int(given):
                raise QueryError(f"{variable}={given}: give a number, as in {variable}={usual}")
            if int(given) != usual:
                yield name, int(given)


def _close(given: str, known: Iterable[str]) -> str:
    close = closest(given.casefold(), known)
    return f" (did you mean {close}?)" if close else ""
