"""A part of a corpus: one index, the piece of it that was named, and how its paths are shown."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from newscli.article import Article, Record, Summary
from newscli.query.filters import Filters
from newscli.query.sorting import SortKey
from newscli.store import selection
from newscli.store.catalog_reader import CatalogReader
from newscli.store.rows import summary
from newscli.store.segment import Block, Segment
from newscli.store.where import Where

T = TypeVar("T")


@dataclass(slots=True)
class Part:
    """`scope` is the folder (or file) inside the index that was named; `named` is how the user wrote it.

    `shown` overrides the path of single files that were named one by one.
    """

    catalog: CatalogReader
    segments: dict[str, Segment]
    scope: bytes = b""
    named: str = ""
    shown: dict[bytes, str] = field(default_factory=dict)
    _block: Block | None = None

    def display(self, path: bytes) -> str:
        """A path of the catalog as the user sees it."""
        if self.shown:
            return self._shown(path)
        below = os.fsdecode(path[len(self.scope) :].lstrip(b"/"))
        if not below:
            return self.named or os.fsdecode(path)
        return f"{self.named.rstrip('/')}/{below}" if self.named.strip("/") else f"{self.named}{below}"

    def _shown(self, path: bytes) -> str:
        """The path of a file that was named itself, or of a member of an archive that was."""
        file = path
        while file not in self.shown and file:
            file = file.rpartition(b"/")[0]
        return self.shown.get(file, "") + os.fsdecode(path[len(file) :])

    def stored(self, shown: str) -> bytes | None:
        """The catalog's path of a path as shown; None if it can't be in this part."""
        for path, name in self.shown.items():
            if name == shown:
                return path
            if shown.startswith(f"{name}/"):
                return path + os.fsencode(shown[len(name) :])
        prefix = self.named.rstrip("/") + "/" if self.named.strip("/") else self.named
        if self.shown or not (shown == self.named or shown.startswith(prefix)):
            return None
        below = os.fsencode(shown[len(prefix) :]) if shown != self.named else b""
        return b"/".join(filter(None, (self.scope, below)))

    def where(self, filters: Filters | None = None) -> Where:
        scope = selection.inside(self.scope)
        return selection.where(filters, scope, self.display) if filters else scope

    def undated(self, filters: Filters) -> Where:
        return selection.undated(filters, selection.inside(self.scope), self.display)

    def summaries(self, where: Where, keys: tuple[SortKey, ...], limit: int | None) -> Iterator[Summary]:
        for row in self.catalog.rows(where, selection.order(keys), limit):
            yield summary(row, self.display, self.catalog.stored.people)

    def values(self, filters: Filters, attribute: str, of: Callable[[Any], T]) -> Iterator[tuple[T, int, str | None]]:
        """See CatalogReader.values; a path is as the user sees it."""
        shown = (lambda path: of(self.display(path))) if attribute == "path" else of
        return self.catalog.values(self.where(filters), attribute, shown)

    def numbers(self, filters: Filters) -> set[int] | None:
        """The numbers of the articles that the filters choose; None if that is all."""
        if not self.scope and filters == Filters():
            return None
        return set(self.catalog.numbers(self.where(filters), "number"))

    def article(self, number: int) -> Article:
        return self._holding(number).article(number)

    def lede(self, number: int) -> str | None:
        """The first paragraph of an article's body."""
        return self._holding(number).lede(number)

    def _holding(self, number: int) -> Block:
        """The block that has an article; it is kept, since neighbours are asked for one after the other."""
        if self._block is None or not self._block.first <= number < self._block.first + self._block.count:
            self._block = self.segment_of(number).block_of(number)
        return self._block

    def segment_of(self, number: int) -> Segment:
        return self.segments[self.catalog.segment_of(number)]

    def record(self, number: int, article: Article | None = None) -> Record:
        """One record, with its path as the user sees it."""
        path, ordinal, format_name, _ = self.catalog.location(number) or (b"", 1, "", "")
        return Record(self.display(path), ordinal, format_name, article or self.article(number))
