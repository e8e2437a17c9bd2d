"""What the index counted is what looking at every article counts, whatever has happened to the files."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conftest import story

from newscli import statistics
from newscli.article import Summary
from newscli.corpus import Corpus, maintenance, open_corpus, place, processes, workers
from newscli.corpus.manner import PLAIN
from newscli.query.filters import Filters, Interval, PersonFilter
from newscli.results import Block
from newscli.statistics._grouping import GROUPS, Grouped

ASKED = (
    Filters(),
    Filters(since="2022-06-01"),
    Filters(dates=(Interval("2022-03-01", "2022-03-31"),)),
    Filters(places=("oslo",), people=(PersonFilter("mara"),)),
    Filters(missing=("date",)),
)
FILES = st.integers(0, 5)
CHANGES = st.one_of(
    st.tuples(st.just("write"), FILES, st.integers(0, 40)),
    st.tuples(st.just("remove"), FILES, st.just(0)),
    st.tuples(st.just("rename"), FILES, FILES),
)


def walked(corpus: Corpus, asked: Filters) -> statistics.Overview:
    overview = statistics.Overview()
    for summary in corpus.summaries(asked):
        overview.add(summary)
    return overview


def counted(corpus: Corpus, asked: Filters) -> statistics.Overview:
    overview = statistics.Overview()
    overview.take(corpus.counts(asked), lambda: iter(()))
    return overview


def change(root: Path, what: str, one: int, other: int) -> None:
    path = root / f"{one}.txt"
    if what == "write":
        path.write_text(story(other))
    elif what == "remove":
        path.unlink(missing_ok=True)
    elif path.exists():
        path.rename(root / f"{other}.txt")


def same(corpus: Corpus) -> None:
    for asked in ASKED:
        assert list(counted(corpus, asked).blocks()) == list(walked(corpus, asked).blocks())
        for by in GROUPS:
            taken, looked = Grouped(by), Grouped(by)
            taken.take(corpus, asked)
            for summary in corpus.summaries(asked):
                looked.add(summary)
            assert (list(taken.rows()), taken.without) == (list(looked.rows()), looked.without)
        extent = corpus.extent(asked)
        dates = sorted(summary.date for summary in corpus.summaries(asked) if summary.date)
        assert (extent.articles, extent.first, extent.last) == (
            len(list(corpus.summaries(asked))), min(dates, default=None), max(dates, default=None),
        )  # fmt: skip
        assert corpus.count(asked) == extent.articles


@given(st.lists(st.lists(CHANGES, min_size=1, max_size=4), min_size=1, max_size=3))
@settings(max_examples=12)
def test_after_any_changes_the_tables_agree_with_the_articles(steps: list[list[tuple[str, int, int]]]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder) / "news"
        root.mkdir()
        for n in range(3):
            (root / f"{n}.txt").write_text(story(n))
        for step in steps:
            for what, one, other in step:
                change(root, what, one, other)
            same(open_corpus([str(root)], index=f"{folder}/index"))


def test_what_several_processes_counted_adds_up(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "LEAST_FILES", 10)
    monkeypatch.setattr(processes, "count", lambda: 3)
    same(open_corpus([str(news)], index=str(news.parent / "index")))


def test_a_folder_inside_an_index_is_counted_alone(news: Path) -> None:
    root = os.fsencode(news)
    maintenance.Index(root, place.index_of(root, PLAIN), PLAIN).build(None)
    corpus = open_corpus([str(news / "2022-1")])
    assert corpus.parts[0].scope == b"2022-1"
    assert corpus.extent().articles == 10
    same(corpus)


class Warned:
    """A statistic that counts no label."""

    def __init__(self) -> None:
        self.articles = 0

    def add(self, summary: Summary) -> None:
        self.articles += summary.warnings == 0

    def merge(self, other: "Warned") -> None:
        self.articles += other.articles

    def block(self) -> Block:
        return Block("warned", "warned", "totals", (("articles", self.articles),))


def test_a_statistic_of_something_else_looks_at_every_article(news: Path) -> None:
    corpus = open_corpus([str(news)])
    overview, warned = statistics.Overview(), Warned()
    overview.tallies = (*overview.tallies, warned)
    overview.take(corpus.counts(), corpus.summaries)
    assert warned.articles == 40
