"""The options that commands share, as they are typed; and what they mean.

Each dataclass is one group of options (spread into signatures by cli.spread); its methods turn what was typed into
what the layers below understand.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from newscli.cli import completion
from newscli.frozen import frozen

if TYPE_CHECKING:
    from newscli.article import Record, Summary
    from newscli.corpus import Corpus
    from newscli.corpus.manner import Manner
    from newscli.query.filters import Filters
    from newscli.query.sorting import SortKey

Many = list[str]


def countable(most: int | None) -> int | None:
    """A limit as far as anything can be counted: people type nines for all there is."""
    return None if most is None else min(most, sys.maxsize)


CorpusArgument = Annotated[
    Many | None,
    Argument(metavar="[CORPUS]...", help="Files and folders; - is standard input.", show_default=False),
]


def _filter(flag: str, metavar: str, text: str, complete: Callable[..., list[str]] | None = None) -> object:
    return Option(flag, metavar=metavar, help=text, rich_help_panel="Filters", show_default=False, autocompletion=complete)


@frozen
class FilterOptions:
    """Which articles. One option given twice means "or", different ones mean "and"."""

    since: Annotated[Many, _filter("--since", "DATE", "From this date on: 2022, 'Jan 2022', yesterday, 7d ...")] = field(
        default_factory=list
    )
    until: Annotated[Many, _filter("--until", "DATE", "Up to and including this date.")] = field(default_factory=list)
    on: Annotated[Many, _filter("--on", "DATE", "On this day, or in this month or year.")] = field(default_factory=list)
    place: Annotated[Many, _filter("--place", "NAME", "Filed from this place or region.", completion.places)] = field(
        default_factory=list
    )
    by: Annotated[
        Many,
        _filter("--by", "[ROLE:]NAME", "Credited to this person or desk, in any role or in one.", completion.names),
    ] = field(default_factory=list)
    agency: Annotated[Many, _filter("--agency", "NAME", "From this agency.", completion.agencies)] = field(default_factory=list)
    path: Annotated[Many, _filter("--path", "GLOB", "From files whose path or name matches.")] = field(default_factory=list)
    has: Annotated[Many, _filter("--has", "FIELD", "That have this field.", completion.fields_one_can_have)] = field(
        default_factory=list
    )
    missing: Annotated[Many, _filter("--missing", "FIELD", "That lack this field.", completion.fields_one_can_have)] = field(
        default_factory=list
    )

    def meant(self) -> "Filters":
        from newscli.query.fields import field as named
        from newscli.query.filters import Filters, Interval, parse_person

        on: tuple[Interval, ...] = ()
        firsts: list[str] = []
        lasts: list[str] = []
        if self.on or self.since or self.until:
            from datetime import date

            from newscli.query.dates import interval  # its forms take longer to load than most starts have for them

            today = date.today()
            on = tuple(interval(text, today) for text in self.on)
            firsts = [first for text in self.since if (first := interval(text, today).first)]
            lasts = [last for text in self.until if (last := interval(text, today).last)]
        return Filters(
            dates=on,
            since=min(firsts, default=None),
            until=max(lasts, default=None),
            places=tuple(self.place),
            people=tuple(parse_person(text) for text in self.by),
            agencies=tuple(self.agency),
            paths=tuple(self.path),
            has=tuple(named(text, lambda f: f.has, "--has").name for text in self.has),
            missing=tuple(named(text, lambda f: f.has, "--missing").name for text in self.missing),
        )


def _corpus(
    *flags: str, text: str, metavar: str | None = None, autocompletion: Callable[[str], list[str]] | None = None
) -> object:
    return Option(
        *flags, help=text, metavar=metavar, rich_help_panel="Corpus", show_default=False, autocompletion=autocompletion
    )


@frozen
class CorpusOptions:
    """Where the articles are, and what newscli keeps of them."""

    corpus_paths: Annotated[
        Many, _corpus("--corpus", metavar="PATH", text="A file or folder, as if named among the arguments.")
    ] = field(default_factory=list)
    all_files: Annotated[bool, _corpus("--all-files", text="Read every file that is text, whatever its ending.")] = False
    format_name: Annotated[
        str | None,
        _corpus(
            "--as",
            metavar="FORMAT",
            text="Read every file as this format, or as a layout of yours (FILE.toml) says.",
            autocompletion=completion.source_formats,
        ),
    ] = None
    mapped: Annotated[
        Many, _corpus("--map", metavar="FIELD=COLUMN,...", text="Which column or key of CSV, JSON states a field.")
    ] = field(default_factory=list)
    encoding: Annotated[
        str | None, _corpus("--encoding", metavar="NAME", text="What text is in that isn't UTF-8, whatever it says: cp1251 ...")
    ] = None
    index: Annotated[Path | None, _corpus("--index", metavar="DIR", text="Keep the index in this folder.")] = None
    no_refresh: Annotated[bool, _corpus("--no-refresh", text="Answer from the index without looking at the files.")] = False

    def paths(self, named: Many | None = None) -> tuple[str, ...]:
        """What the arguments and --corpus name together, or what is meant where they name nothing."""
        from newscli.corpus import named as what_is_named

        return what_is_named([*(named or ()), *self.corpus_paths], os.environ, Path.cwd())

    def index_folder(self) -> str | None:
        return str(self.index) if self.index else None

    def manner(self) -> "Manner":
        """How the files are to be read."""
        from newscli.corpus.manner import meant

        return meant(self.all_files, self.format_name, self.mapped, os.environ, self.encoding)

    def open(self, named: Many | None = None, while_reading: bool = False) -> "Corpus":
        """The corpus that was named, read or refreshed; notices are said at once, problems kept for the end."""
        from newscli.cli.diagnostics import say
        from newscli.cli.output import progress_bar
        from newscli.corpus import open_corpus

        paths = self.paths(named)
        with progress_bar() as progress:
            corpus = open_corpus(
                paths,
                manner=self.manner(),
                index=self.index_folder(),
                refresh=not self.no_refresh,
                progress=progress,
                while_reading=while_reading,
            )
        for notice in corpus.notices:
            say(notice)
        return corpus


@frozen
class OrderOptions:
    """Which come first, and how many."""

    sort: Annotated[
        str | None,
        Option("--sort", metavar="FIELDS", help="Sort by these fields, - before one for large first: -words,date.",
               show_default=False, autocompletion=completion.sort_fields),
    ] = None  # fmt: skip
    reverse: Annotated[bool, Option("-r", "--reverse", help="The other way round.", show_default=False)] = False
    limit: Annotated[
        int | None, Option("-n", "--limit", min=0, metavar="N", help="At most N articles.", show_default=False)
    ] = None
    sample: Annotated[
        int | None,
        Option("--sample", min=0, metavar="N", help="N articles by chance, the same for the same --seed.",
               show_default=False),
    ] = None  # fmt: skip
    seed: Annotated[int, Option("--seed", metavar="S", help="Which sample.", show_default=False)] = 0

    def keys(self, default: tuple["SortKey", ...]) -> tuple["SortKey", ...]:
        from newscli.query.sorting import parse_sort, reverse

        keys = parse_sort(self.sort) if self.sort else default
        return reverse(keys) if self.reverse else keys

    def as_read(self, keys: tuple["SortKey", ...]) -> bool:
        """Whether the order is that in which articles are read, so that the first can be there before the last is read."""
        from newscli.query.sorting import BY_PATH

        return keys == BY_PATH and self.sample is None

    def summaries(
        self, corpus: "Corpus", filters: "Filters", keys: tuple["SortKey", ...], ledes: bool = False
    ) -> "Iterator[Summary]":
        return corpus.summaries(
            filters, sort=keys, limit=countable(self.limit), sample=self.sample, seed=self.seed, ledes=ledes
        )

    def records(self, corpus: "Corpus", filters: "Filters", keys: tuple["SortKey", ...]) -> "Iterator[Record]":
        return corpus.records(filters, sort=keys, limit=countable(self.limit), sample=self.sample, seed=self.seed)
