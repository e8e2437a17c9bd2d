"""Small segments become one, and nobody notices."""

import os
from pathlib import Path

import pytest
from tests.conftest import story

from newscli.corpus import maintenance, merging, open_corpus, place
from newscli.corpus.manner import PLAIN
from newscli.corpus.merging import FANOUT, MOST_ARTICLES, due
from newscli.store.catalog_reader import SegmentRow


def segments(*sizes: int, gone: int = 0) -> list[SegmentRow]:
    first, found = 1, []
    for size in sizes:
        found.append(SegmentRow(f"seg-{first}", first, first + size - 1, gone))
        first += size
    return found


def test_a_few_small_segments_are_left_alone() -> None:
    assert due(segments(*[1] * (FANOUT - 1), MOST_ARTICLES)) == []


def test_as_many_of_about_one_size_are_merged() -> None:
    small = segments(*[1] * FANOUT)
    assert due([*small, SegmentRow("large", 1_000, 1_000 + MOST_ARTICLES, 0)]) == small


def test_what_is_mostly_deleted_is_written_anew() -> None:
    (hollow,) = segments(10, gone=5)
    assert due([hollow, SegmentRow("sound", 100, 110, 1)]) == [hollow]


def test_no_merge_has_more_to_write_than_a_segment_holds() -> None:
    chosen = due(segments(*[MOST_ARTICLES - 1] * 5, gone=MOST_ARTICLES // 2))
    assert 1 <= len(chosen) < 5


def test_a_refresh_a_file_leaves_few_segments_and_all_articles(news: Path) -> None:
    index = news.parent / "index"
    for n in range(100, 100 + 3 * FANOUT):
        (news / f"{n}.txt").write_text(story(n))
        if n % 3 == 0:
            (news / f"{n - 2}.txt").write_text(story(n * 7))
        corpus = open_corpus([str(news)], index=str(index))
    assert len(corpus.parts[0].segments) < FANOUT + 2
    fresh = open_corpus([str(news)])
    assert list(corpus.records()) == list(fresh.records())
    assert [s.people for s in corpus.summaries()] == [s.people for s in fresh.summaries()]
    assert corpus.vocabulary() == fresh.vocabulary()
    assert maintenance.Index(os.fsencode(news), index, PLAIN).check() == []


def test_whoever_reads_a_merged_segment_reads_on(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = news.parent / "index"
    monkeypatch.setattr(merging, "FANOUT", 2)
    before = open_corpus([str(news)], index=str(index))
    wanted = list(before.records())
    (news / "late.txt").write_text(story(99))
    for n in range(40):
        (news / f"2022-{n % 4}" / f"{n:03}.txt").write_text(story(n + 200))
    after = open_corpus([str(news)], index=str(index))
    assert set(after.parts[0].segments).isdisjoint(before.parts[0].segments)
    assert list(before.records()) == wanted
    kept = {path.name for path in index.glob("seg-*.db")}
    assert kept > set(after.parts[0].segments)
    monkeypatch.setattr(place, "RETIRED_SECONDS", -1)
    (news / "later.txt").write_text(story(98))
    last = open_corpus([str(news)], index=str(index))
    catalog, _ = place.read(index)
    assert {path.name for path in index.glob("seg-*.db")} == set(last.parts[0].segments) | set(catalog.retired())
