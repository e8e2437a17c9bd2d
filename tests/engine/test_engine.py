"""The same hits from memory, from an index, and from looking at every article."""

import time
from pathlib import Path

import pytest

from newscli import engine, statistics
from newscli.corpus import open_corpus
from newscli.engine import planning
from newscli.engine import processes as shared
from newscli.query.filters import Filters
from newscli.query.pattern import compile_pattern
from newscli.query.search import Search
from newscli.store import segment

PATTERNS = {
    "literal": (["harbour"], {}),
    "across a line break": (["that the night"], {}),
    "fixed": (["day 3."], {"fixed": True}),
    "ignore case": (["NIGHT"], {"ignore_case": True}),
    "word": (["boat"], {"whole_word": True}),
    "whole line": (["Reporting by Mara Lindqvist; Editing by Tom Achterberg"], {"whole_line": True}),
    "alternatives": (["number 1\\b", "SÃO"], {}),
    "look-behind": (["(?<=number )3\\d"], {}),
    "back-reference": (["(\\d)\\1"], {}),
    "anchors": (["^Night.*\\.$"], {}),
    "white space": (["again\\s+on"], {}),
    "nothing": (["zebra"], {}),
    "everything": ([""], {}),
}


@pytest.mark.parametrize(("patterns", "options"), PATTERNS.values(), ids=PATTERNS)
@pytest.mark.parametrize("fields", [(), ("body",), ("dateline", "credits")], ids=["whole", "body", "two fields"])
@pytest.mark.parametrize("invert", [False, True], ids=["", "inverted"])
def test_hits_do_not_depend_on_where_the_text_lies(
    news: Path, patterns: list[str], options: dict[str, bool], fields: tuple[str, ...], invert: bool
) -> None:
    asked = Search(compile_pattern(patterns, **options), fields, invert)
    memory = open_corpus([str(news)])
    disk = open_corpus([str(news)], index=str(news.parent / "index"))
    plain = [(record.path, hits) for record in memory.records() if (hits := asked.hits(record))]
    for corpus in (memory, disk):
        assert [(found.record.path, found.hits) for found in engine.search(corpus, Filters(), asked)] == plain


def test_hits_come_in_the_order_of_paths_also_after_changes(news: Path) -> None:
    def index() -> list[str]:
        corpus = open_corpus([str(news)], index=str(news.parent / "index"))
        asked = Search(compile_pattern(["Story"]))
        return [found.record.path for found in engine.search(corpus, Filters(), asked)]

    index()
    (news / "2022-0" / "000.txt").write_text("OSLO (dpa) - Story of an edit.")
    (news / "2022-3" / "039.txt").rename(news / "2022-0" / "0005.txt")
    assert index() == sorted(index())
    assert len(index()) == 40


def test_all_articles_come_along_where_they_are_asked_for(news: Path) -> None:
    asked = Search(compile_pattern(["number 7 "]))
    found = list(engine.search(open_corpus([str(news)]), Filters(), asked, all_articles=True))
    assert len(found) == 40
    assert sum(bool(one.hits) for one in found) == 1


def test_a_tally_of_parts_is_the_tally_of_the_whole(news: Path) -> None:
    whole = engine.tally(open_corpus([str(news)]), Filters(), statistics.Overview)
    parts = engine.tally(open_corpus([str(news / f"2022-{n}") for n in range(4)]), Filters(), statistics.Overview)
    assert list(whole.blocks()) == list(parts.blocks())


@pytest.mark.parametrize(("patterns", "options"), PATTERNS.values(), ids=PATTERNS)
@pytest.mark.parametrize("fields", [(), ("body",)], ids=["whole", "body"])
@pytest.mark.parametrize("invert", [False, True], ids=["", "inverted"])
def test_addresses_are_those_of_the_articles_with_hits(
    news: Path, patterns: list[str], options: dict[str, bool], fields: tuple[str, ...], invert: bool
) -> None:
    (news / "empty.txt").write_text("")
    asked = Search(compile_pattern(patterns, **options), fields, invert)
    corpus = open_corpus([str(news)])
    found = [one.record.address for one in engine.search(corpus, Filters(), asked)]
    assert list(engine.addresses(corpus, Filters(), asked)) == found


def test_nothing_is_addressed_where_no_paragraph_is_wanted(news: Path) -> None:
    assert not list(engine.addresses(open_corpus([str(news)]), Filters(), Search(compile_pattern(["harbour"]), limit=0)))


@pytest.mark.parametrize("processes", [1, 2])
def test_the_first_hit_is_there_before_the_rest_is_looked_at(
    news: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    monkeypatch.setattr(segment, "BLOCK_CHARACTERS", 200)
    monkeypatch.setattr(planning, "_BLOCKS_A_TASK", 1)
    monkeypatch.setattr(shared, "ALONE_SECONDS", 0.0)
    monkeypatch.setattr(shared, "LEAST_TASKS", 1)
    monkeypatch.setattr(shared, "count", lambda: processes)
    corpus = open_corpus([str(news)], index=str(news.parent / "index"))
    gate, block = news.parent / "open", segment.Segment.block

    def slow(self: segment.Segment, number: int) -> segment.Block:
        until = time.monotonic() + 20
        while number > 1 and not gate.exists():
            assert time.monotonic() < until, "nobody had the first hit"
            time.sleep(0.01)
        return block(self, number)

    if processes > 1:  # alone, nobody could open the gate
        monkeypatch.setattr(segment.Segment, "block", slow)
    found = engine.search(corpus, Filters(), Search(compile_pattern(["Story"])))
    first = next(found)
    assert not gate.exists()
    gate.touch()
    assert [first.address, *(one.address for one in found)] == [record.address for record in corpus.records()]


def test_who_wants_one_hit_has_one_block_read(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment, "BLOCK_CHARACTERS", 200)
    corpus = open_corpus([str(news)], index=str(news.parent / "index"))
    read: list[int] = []
    block = segment.Segment.block

    def counted(self: segment.Segment, number: int) -> segment.Block:
        read.append(number)
        return block(self, number)

    monkeypatch.setattr(segment.Segment, "block", counted)
    next(engine.search(corpus, Filters(), Search(compile_pattern(["Story"]))))
    assert len(read) == 1
