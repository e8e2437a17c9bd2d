"""A corpus: what the user named, made into parts that can be asked, each fresh before anybody asks."""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from heapq import merge, nsmallest
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from newscli.article import Record, Summary
from newscli.corpus.manner import PLAIN, Manner
from newscli.corpus.part import Part
from newscli.corpus.progress import Progress
from newscli.errors import AmbiguousArticle, CorpusError, UnknownArticle, UnreadableError
from newscli.query.filters import Filters
from newscli.query.labels import Counts
from newscli.query.sorting import BY_PATH, SortKey, ordering
from newscli.text import ID_LETTERS, packed_id

if TYPE_CHECKING:
    from newscli.corpus.unread import Unread

__all__ = ["Corpus", "Extent", "Manner", "Part", "Progress", "named", "open_corpus"]

SHORTEST_ID = 7
UNREAD_ID = 12  # of an article of which nobody knows yet what else there is
T = TypeVar("T")
_EVERYTHING = Filters()
_ORDINAL = re.compile(r"[0-9]{1,9}")
_LETTERS = frozenset(ID_LETTERS)
_NO_LIMIT = -1  # as SQLite has it


class Extent(NamedTuple):
    """How much there is and of when; `first` and `last` are None where nothing is dated."""

    articles: int
    files: int
    undated: int
    first: str | None
    last: str | None


def named(arguments: Sequence[str], environment: "os._Environ[str] | dict[str, str]", here: Path) -> tuple[str, ...]:
    """What a command line names: its arguments, else NEWSCLI_CORPUS, else the current folder ("").

    CorpusError where that would be a whole home folder or disk: those are only read when they are named.
    """
    if arguments:
        return tuple(arguments)
    if listed := environment.get("NEWSCLI_CORPUS"):
        return tuple(filter(None, listed.split(os.pathsep)))
    if here in (Path.home(), Path(here.anchor)):
        raise CorpusError(f"{here} is a whole {'home folder' if here == Path.home() else 'disk'}; name it to read it")
    return ("",)


def open_corpus(
    paths: Sequence[str],
    *,
    manner: Manner = PLAIN,
    index: str | None = None,
    refresh: bool = True,
    progress: Callable[[Progress], None] | None = None,
    while_reading: bool = False,
) -> "Corpus":
    """What `paths` name, opened; what was read or refreshed on the way is in its notices and problems.

    With `while_reading`, standard input and large files that are named are read as they are asked for, and only once.
    CorpusError if nothing of it exists; a path that doesn't exist beside others that do is a problem.
    """
    from newscli.corpus.opening import Opening

    return Opening(manner, index, refresh, progress, while_reading).open(paths)


@dataclass(slots=True)
class Corpus:
    """The parts of a corpus, in the order named. All answers are in one order, whatever the parts are."""

    pieces: "list[Part | Unread]" = field(default_factory=list)
    problems: list[UnreadableError] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def parts(self) -> list[Part]:
        """What has an index: all of it, unless it was opened to be read while it is asked for."""
        return [piece for piece in self.pieces if isinstance(piece, Part)]

    @property
    def unread(self) -> "list[Unread]":
        return [piece for piece in self.pieces if not isinstance(piece, Part)]

    def count(self, filters: Filters = _EVERYTHING) -> int:
        return sum(part.catalog.count(part.where(filters)) for part in self.parts)

    def undated(self, filters: Filters) -> int:
        """How many articles only their lacking date keeps out."""
        kept = sum(part.catalog.count(part.undated(filters)) for part in self.parts)
        return kept + sum(unread.undated for unread in self.unread)

    def extent(self, filters: Filters = _EVERYTHING) -> Extent:
        rows = [part.catalog.extent(part.where(filters)) for part in self.parts]
        return Extent(
            sum(row[0] for row in rows),
            sum(row[1] for row in rows),
            sum(row[2] for row in rows),
            min((row[3] for row in rows if row[3]), default=None),
            max((row[4] for row in rows if row[4]), default=None),
        )

    def counts(self, filters: Filters = _EVERYTHING) -> Counts:
        """How many articles count under what, by kind of label."""
        counts: Counts = {}
        for part in self.parts:
            for kind, own in part.catalog.counts(part.where(filters)).items():
                counts.setdefault(kind, Counter()).update(own)
        return counts

    def values(self, filters: Filters, attribute: str, of: Callable[[Any], T]) -> Iterator[tuple[T, int, str | None]]:
        """What `of` makes of an attribute of each article's Summary, with the article's words and date; in no order."""
        for part in self.parts:
            yield from part.values(filters, attribute, of)

    def summaries(
        self,
        filters: Filters = _EVERYTHING,
        *,
        sort: tuple[SortKey, ...] = BY_PATH,
        limit: int | None = None,
        sample: int | None = None,
        seed: int = 0,
        ledes: bool = False,
    ) -> Iterator[Summary]:
        """One line an article; with `ledes`, those without a headline have their first paragraph, read from their text."""
        chosen = self._chosen(filters, sort, limit, sample, seed)
        return (_with_lede(part, summary) if ledes and not summary.headline else summary for part, summary in chosen)

    def records(
        self,
        filters: Filters = _EVERYTHING,
        *,
        sort: tuple[SortKey, ...] = BY_PATH,
        limit: int | None = None,
        sample: int | None = None,
        seed: int = 0,
    ) -> Iterator[Record]:
        """Whole records, in the same order as summaries; what is read meanwhile comes in its own, one piece after the other."""
        if self.unread:
            yield from islice(chain.from_iterable(self._reading(piece, filters) for piece in self.pieces), limit)
            return
        for part, s in self._chosen(filters, sort, limit, sample, seed):
            yield Record(s.path, s.ordinal, s.format, part.article(s.number))

    def _reading(self, piece: "Part | Unread", filters: Filters) -> Iterator[Record]:
        return Corpus([piece]).records(filters) if isinstance(piece, Part) else piece.records(filters)

    def _chosen(
        self,
        filters: Filters,
        sort: tuple[SortKey, ...],
        limit: int | None,
        sample: int | None,
        seed: int,
    ) -> Iterator[tuple[Part, Summary]]:
        if self.unread:
            raise ValueError("what is read while it is asked for has one order")
        key = ordering(sort)
        bound = limit if sample is None else None
        streams = [self._stream(part, filters, sort, bound) for part in self.parts]
        if sample is not None:
            drawn = nsmallest(sample, (pair for stream in streams for pair in stream), key=lambda pair: _lot(pair[1], seed))
            found: Iterable[tuple[Part, Summary]] = sorted(drawn, key=lambda pair: key(pair[1]))
        else:
            found = streams[0] if len(streams) == 1 else merge(*streams, key=lambda pair: key(pair[1]))
        for at, (part, summary) in enumerate(found):
            if limit is not None and at >= limit:
                return
            yield part, summary

    @staticmethod
    def _stream(part: Part, filters: Filters, sort: tuple[SortKey, ...], limit: int | None) -> Iterator[tuple[Part, Summary]]:
        return ((part, summary) for summary in part.summaries(part.where(filters), sort, limit))

    def short_id(self, ident: str) -> str:
        """The shortest beginning of an id that is unique in the corpus, at least 7 letters."""
        length = UNREAD_ID if self.unread else SHORTEST_ID
        while length < len(ident) and len(self._with_prefix(ident[:length], 2)) > 1:
            length += 1
        return ident[:length]

    def _with_prefix(self, prefix: str, limit: int) -> list[str]:
        found: set[str] = set()
        for part in self.parts:
            found.update(part.catalog.with_prefix(prefix, part.where(), limit))
        return sorted(found)

    def find(self, reference: str) -> list[Record]:
        """The article that an id, the beginning of one, or `path#2` means; for a path alone, all articles of the file.

        UnknownArticle or AmbiguousArticle otherwise.
        """
        if found := self._at_path(reference):
            return found
        if Path(reference).is_dir():
            raise UnknownArticle(
                f"{reference or '.'} is a folder; `newscli list {reference or '.'}` shows its articles and their ids"
            )
        folded = reference.strip().casefold()
        if len(folded) < 4 or not _LETTERS.issuperset(folded):
            raise UnknownArticle(f"no article {reference!r}: give an id (4 or more of the letters k to z), or a path")
        candidates = self._with_prefix(folded, 12)
        if not candidates:
            raise UnknownArticle(f"no article's id begins with {reference!r}; `newscli list` shows ids")
        found = [record for ident in candidates for record in self._with_id(ident)]
        if len(found) > 1:
            raise AmbiguousArticle(reference, [_candidate(record) for record in found])
        return found

    def _with_id(self, ident: str) -> Iterator[Record]:
        for part in self.parts:
            for number in part.catalog.numbers(part.where().also("id = ?", packed_id(ident))):
                yield part.record(number)

    def _at_path(self, reference: str) -> list[Record]:
        for path, ordinal in _readings(reference):
            for part in self.parts:
                stored = part.stored(path)
                if stored is None:
                    continue
                where = part.where().also("path = ?", stored)
                numbers = list(part.catalog.numbers(where.also("ordinal = ?", ordinal) if ordinal else where))
                if numbers:
                    return [part.record(number) for number in numbers]
        return []

    def vocabulary(self, filters: Filters = _EVERYTHING, most: int | None = None) -> int | None:
        """How many different words the bodies have, case folded; None where more than `most` articles had to be read."""
        if filters == _EVERYTHING and not any(part.scope for part in self.parts):
            if len(self.parts) == 1:
                return self.parts[0].catalog.vocabulary()
            return len(set().union(*(part.catalog.terms() for part in self.parts)))
        if most is not None and self.count(filters) > most:
            return None
        from newscli.words import tokens

        known: set[str] = set()
        for record in self.records(filters):
            for paragraph in record.article.body:
                known.update(tokens(paragraph))
        return len(known)

    def known(self, kind: str, prefix: str) -> Iterator[str]:
        """What completion offers: ids, places, agencies or names of people that begin with `prefix`, by number."""
        if kind == "id":
            return iter(self._with_prefix(prefix, _NO_LIMIT) if _LETTERS.issuperset(prefix) else ())
        sql = {
            "agency": "SELECT label, articles FROM tallies WHERE kind = 'agency'",
            "place": "SELECT label, articles FROM tallies WHERE kind = 'place'",
            "name": "SELECT name, count(*) FROM credits JOIN people USING (person) GROUP BY person",
        }[kind]
        counts: dict[str, int] = {}
        for part in self.parts:
            for word, number in part.catalog.connection.execute(sql):
                if word.casefold().startswith(prefix.casefold()):
                    counts[word] = counts.get(word, 0) + number
        return iter(sorted(counts, key=lambda word: (-counts[word], word)))


def _lot(summary: Summary, seed: int) -> bytes:
    """What an article draws: the same wherever and however often, for one seed."""
    drawn = f"{seed}\0{summary.id}\0{summary.path}\0{summary.ordinal}"
    return blake2b(drawn.encode("utf-8", "surrogateescape"), digest_size=8).digest()


def _with_lede(part: Part, summary: Summary) -> Summary:
    from dataclasses import replace

    return replace(summary, lede=part.lede(summary.number))


def _readings(reference: str) -> Iterator[tuple[str, int | None]]:
    """A reference as a path, and as `path#2`."""
    yield reference, None
    yield os.path.relpath(reference) if reference and Path(reference).exists() else reference, None
    path, mark, ordinal = reference.rpartition("#")
    if mark and _ORDINAL.fullmatch(ordinal):
        yield path, int(ordinal)


def _candidate(record: Record) -> str:
    a = record.article
    title = (a.headline or a.lede or "")[:60]
    return "  ".join(filter(None, (a.id[:12], a.date or "undated", title, record.address)))
