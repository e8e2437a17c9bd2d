"""What holds files: opened by content, down to the files that readers read. One file a container, a row in a table.

A compression (gzip, bzip2, xz, zstd) has
    SUMMARY, ENDINGS     as a reader has them (and EXTRA); ENDINGS also says what each leaves of the name: ".tgz" leaves ".tar"
    sniff(head)          why a file that begins with these bytes is one of these; None if it is not
    opened(stream, budget)    what is inside, as Unpacked
An archive (zip, tar) has, instead of `opened`,
    members(stream, budget)   Member and Refused, in the archive's order; each is read before the next is asked for
Both raise Damaged where they can't go on, and errors.MissingExtra where a library is missing.

Nothing here trusts what it opens: what it unpacks is counted, a path that leads out is refused, links are not followed.
"""

import io
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import BinaryIO, Protocol, cast

from newscli import registry
from newscli.errors import MissingExtra, UnreadableError
from newscli.frozen import frozen

HEAD = 8192  # bytes that sniff() is shown
ARCHIVES = 2  # an archive inside an archive is opened, one inside that is not
LAYERS = 4  # compressions and archives, one in the other
_BUFFER = 1 << 16


@frozen
class Limits:
    """What may come out of one file of a corpus.

    bytes    in all, uncompressed
    ratio    for each byte that went in: text shrinks to a tenth, repetitive text to a fiftieth, a bomb to a thousandth
    """

    bytes: int = 200_000_000_000
    ratio: int = 250


FREE_BYTES = 64_000_000  # so much may come out of a file at any ratio, all its layers and members together


@dataclass(slots=True)
class Budget:
    """What has come out of one file of a corpus so far, all layers together."""

    limits: Limits
    spent: int = 0
    beyond: int = 0  # bytes beyond the ratio

    def allowed(self, packed: int) -> int:
        """How many bytes may come out of so many."""
        return self.limits.ratio * packed

    def spend(self, size: int, beyond: int) -> None:
        """Count `size` bytes more, `beyond` of them beyond the ratio, which may be fewer than none.

        UnreadableError beyond the limits.
        """
        self.spent += size
        self.beyond += beyond
        if self.spent > self.limits.bytes:
            raise UnreadableError("", f"unpacks to more than {self.limits.bytes:,} bytes (NEWSCLI_UNPACK_BYTES sets the limit)")
        if self.beyond > FREE_BYTES:
            times = f"{self.limits.ratio:,} times its size, as a trap would"
            raise UnreadableError("", f"unpacks to more than {times} (NEWSCLI_UNPACK_RATIO sets the limit)")


class Damaged(Exception):
    """A container that can't be opened, or breaks; the text says how."""


@frozen
class Refused:
    """What is not read: `inner` is its path below the corpus's file; `lost` if an article may have been.

    `passes` if it may be read next time although the file is the same.
    """

    inner: str
    reason: str
    lost: bool = True
    passes: bool = False


@frozen
class Leaf:
    """A file to read: the corpus's own (`inner` is ""), or a member of an archive. It is read before the next is asked for.

    `name` is what readers go by: its own name, without the ending of a compression. `through` is what it was opened with.
    """

    inner: str
    name: str
    stream: BinaryIO
    through: tuple[str, ...] = ()


@frozen
class Member:
    """A file of an archive, by its name there; `opened` gives its bytes, or raises Damaged."""

    name: str
    opened: "Callable[[], Unpacked]"


class Source(Protocol):
    """Where packed or unpacked bytes come from: at most so many, as soon as there are any."""

    def read1(self, size: int = -1, /) -> bytes: ...


class Counted:
    """A stream that counts what is read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size)
        self.count += len(data)
        return data


class Unpacked(io.RawIOBase):
    """What comes out of a container. Where the container breaks it ends, so that what came before is kept; `fault` says why.

    UnreadableError beyond the limits of `budget`; `packed` says how many bytes have gone in.
    """

    def __init__(
        self,
        source: Source,
        errors: tuple[type[Exception], ...],
        what: str,
        budget: Budget | None = None,
        packed: Callable[[], int] = lambda: 0,
    ) -> None:
        self.source = source
        self.errors = errors
        self.what = what
        self.budget = budget
        self.packed = packed
        self.given = self.beyond = 0
        self.fault: str | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # any buffer, says typeshed
        """Fill the whole buffer, so that a look at the beginning sees enough of it."""
        view = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(view) and self.fault is None:
            try:
                data = self.source.read1(len(view) - filled)
            except self.errors as error:
                how = "ends in the middle" if isinstance(error, EOFError) else f"is damaged ({error})"
                self.fault = f"{self.what} {how}"
                break
            if not data:
                break
            view[filled : filled + len(data)] = data
            filled += len(data)
        self.given += filled
        if self.budget is not None:
            beyond = max(0, self.given - self.budget.allowed(self.packed()))
            change, self.beyond = beyond - self.beyond, beyond
            self.budget.spend(filled, change)
        return filled


def decompressed(
    stream: BinaryIO, library: Callable[[BinaryIO], Source], errors: tuple[type[Exception], ...], what: str, budget: Budget
) -> Unpacked:
    """What comes out of a compression that a library of Python's reads from a stream."""
    packed = Counted(stream)
    return Unpacked(library(cast(BinaryIO, packed)), errors, what, budget, lambda: packed.count)


@cache
def table() -> dict[str, ModuleType]:
    """Every container by name."""
    here = sys.modules[__name__]
    return {name: registry.load(here, name) for name in registry.names(here)}


@cache
def endings() -> frozenset[str]:
    """The endings of files that some container takes."""
    return frozenset(ending for container in table().values() for ending in container.ENDINGS)


def recognised(head: bytes) -> tuple[str, str] | None:
    """The container that a file with this beginning is, and why; None if it is none."""
    for name, container in table().items():
        if reason := container.sniff(head):
            return name, reason
    return None


def head_of(stream: BinaryIO) -> bytes:
    """The first bytes of a stream, which stay in it: it is seekable, or buffered."""
    if stream.seekable():
        head = stream.read(HEAD)
        stream.seek(-len(head), io.SEEK_CUR)
        return head
    peek: Callable[[int], bytes] | None = getattr(stream, "peek", None)
    return peek(HEAD)[:HEAD] if peek else b""


def leaves(stream: BinaryIO, name: str, limits: Limits, wanted: Callable[[str], bool]) -> Iterator[Leaf | Refused]:
    """The files to read in a file of the corpus: itself, or what it holds. `wanted(path)` says which members."""
    return _inside(Leaf("", name, stream), Budget(limits), wanted)


def _inside(leaf: Leaf, budget: Budget, wanted: Callable[[str], bool]) -> Iterator[Leaf | Refused]:
    known = recognised(head_of(leaf.stream))
    if known is None:
        yield leaf
        return
    kind = known[0]
    container = table()[kind]
    archives = sum(hasattr(table()[one], "members") for one in leaf.through)
    if len(leaf.through) >= LAYERS or (archives >= ARCHIVES and hasattr(container, "members")):
        yield Refused(leaf.inner, f"is {kind} inside {' inside '.join(reversed(leaf.through))}; unpack it first")
        return
    through = (*leaf.through, kind)
    try:
        if hasattr(container, "members"):
            for member in container.members(leaf.stream, budget):
                yield from _member(leaf, member, through, budget, wanted)
        else:
            raw = container.opened(leaf.stream, budget)
            inside = Leaf(leaf.inner, bare(leaf.name, container.ENDINGS), io.BufferedReader(raw, _BUFFER), through)
            yield from _whole(inside, raw, budget, wanted)
    except Damaged as error:
        yield Refused(leaf.inner, str(error))
    except MissingExtra as error:
        yield Refused(leaf.inner, error.reason, passes=not leaf.inner)


def _member(
    leaf: Leaf, member: Member | Refused, through: tuple[str, ...], budget: Budget, wanted: Callable[[str], bool]
) -> Iterator[Leaf | Refused]:
    if isinstance(member, Refused):
        yield Refused(below(leaf.inner, member.inner), member.reason, member.lost)
        return
    if reason := _misleading(member.name):
        yield Refused(leaf.inner, reason)
        return
    path = "/".join(part for part in member.name.split("/") if part not in ("", "."))
    if not wanted(path):
        return
    try:
        raw = member.opened()
    except Damaged as error:
        yield Refused(below(leaf.inner, path), str(error))
        return
    inside = Leaf(below(leaf.inner, path), path.rpartition("/")[2], io.BufferedReader(raw, _BUFFER), through)
    yield from _whole(inside, raw, budget, wanted)


def _whole(leaf: Leaf, raw: Unpacked, budget: Budget, wanted: Callable[[str], bool]) -> Iterator[Leaf | Refused]:
    """What is in a layer, and what was wrong with it: of layers in each other, what the outermost says."""
    try:
        if not head_of(leaf.stream) and raw.fault:  # else an empty file would be an article
            yield Refused(leaf.inner, raw.fault)
            return
        for found in _inside(leaf, budget, wanted):
            if not (raw.fault and isinstance(found, Refused)):
                yield found
    except UnreadableError as error:  # beyond the limits before a reader had it
        yield Refused(leaf.inner, error.reason)
    if raw.fault:
        yield Refused(leaf.inner, raw.fault)


def below(outer: str, inner: str) -> str:
    """The path of what stands at `inner` in the file or archive at `outer`; either may be "", which is where the other is."""
    return f"{outer}/{inner}" if outer and inner else outer or inner


def _misleading(name: str) -> str | None:
    """What is wrong with a member's path; None if nothing is."""
    if not name.strip("/.") or "\0" in name:
        return f"holds a file without a name ({name!r}); skipped"
    if name.startswith("/") or name[1:3] == ":/":
        return f"holds a file with an absolute path ({name}); skipped"
    if ".." in name.split("/"):
        return f"holds a file whose path leads out of it ({name}); skipped"
    return None


def bare(name: str, endings: Mapping[str, str]) -> str:
    """A name without the ending that a compression gave it."""
    stem, dot, last = name.rpartition(".")
    left = endings.get(f".{last.lower()}")
    return name if left is None or not dot or not stem else stem + left
