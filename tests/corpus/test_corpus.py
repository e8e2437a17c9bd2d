"""Opening what the user named, and keeping it fresh."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from tests.conftest import story, summary_of

from newscli.corpus import Corpus, Manner, maintenance, named, open_corpus, place, processes, workers
from newscli.corpus.changes import Task
from newscli.corpus.collecting import How
from newscli.corpus.walking import Found
from newscli.errors import AmbiguousArticle, CorpusError, UnknownArticle
from newscli.parse import parse
from newscli.query.filters import Filters, Interval, PersonFilter
from newscli.query.sorting import NEWEST_FIRST, parse_sort, reverse


def paths(corpus: Corpus) -> list[str]:
    return [summary.path for summary in corpus.summaries()]


def on_disk(root: Path) -> Corpus:
    """The corpus from an index on disk, however small it is."""
    return open_corpus([str(root)], index=str(root.parent / "index"))


# -- what is named -----------------------------------------------------------------------------------------------------


def test_folders_are_walked_in_order_and_hidden_ones_left_out(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "a/notes.md", ".git/x.txt", "a/.hidden.txt", "c", "README"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}")
    assert paths(open_corpus([str(tmp_path)])) == [f"{tmp_path}/{name}" for name in ("a/1.txt", "b/2.txt", "c")]
    assert len(paths(open_corpus([str(tmp_path)], manner=Manner(all_files=True)))) == 5


def test_links_that_go_round_in_circles_are_survived(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_text("One.")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert paths(open_corpus([str(tmp_path)])) == [f"{tmp_path}/a/1.txt"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes.md").write_text("OSLO (dpa) - Ships.")
    monkeypatch.chdir(tmp_path)
    assert paths(open_corpus(["notes.md"])) == ["notes.md"]


def test_what_is_named_twice_is_read_once(news: Path) -> None:
    assert open_corpus([str(news), str(news) + "/"]).count() == 40


def test_paths_are_shown_as_named_then_down(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(news.parent)
    assert paths(open_corpus(["news"]))[0] == "news/2022-0/000.txt"
    assert paths(open_corpus(["./news/2022-1"]))[0] == "./news/2022-1/001.txt"
    monkeypatch.chdir(news)
    assert paths(open_corpus([""]))[0] == "2022-0/000.txt"


def test_what_does_not_exist_is_named_and_the_rest_is_done(news: Path) -> None:
    corpus = open_corpus(["/no/such", str(news)])
    assert corpus.count() == 40
    assert [str(problem) for problem in corpus.problems] == ["/no/such: no such file or folder"]
    with pytest.raises(CorpusError, match="/no/such"):
        open_corpus(["/no/such"])


def test_binary_files_are_named_each_time_and_the_rest_is_done(news: Path) -> None:
    (news / "bad.txt").write_bytes(b"\x00\x01\x02\x00")
    for _ in range(2):
        corpus = on_disk(news)
        assert corpus.count() == 40
        assert [problem.path for problem in corpus.problems] == [f"{news}/bad.txt"]


def test_a_folder_of_other_files_says_how_they_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    corpus = open_corpus([str(tmp_path)])
    assert "--all-files" in corpus.notices[0]


def test_a_name_that_is_not_utf8_survives(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text("OSLO (dpa) - Ships.")
    (found,) = paths(on_disk(tmp_path))
    assert os.fsencode(found).endswith(b"\xff.txt")


def test_without_arguments_the_variable_or_the_current_folder_is_meant(tmp_path: Path) -> None:
    assert named([], {"NEWSCLI_CORPUS": f"a{os.pathsep}b"}, tmp_path) == ("a", "b")
    assert named([], {}, tmp_path) == ("",)
    assert named(["x"], {"NEWSCLI_CORPUS": "a"}, tmp_path) == ("x",)
    with pytest.raises(CorpusError, match="name it"):
        named([], {}, Path("/"))
    with pytest.raises(CorpusError, match="home folder"):
        named([], {}, Path.home())


# -- the same from memory and from disk --------------------------------------------------------------------------------

FILTERS = {
    "all": Filters(),
    "since": Filters(since="2022-06-01"),
    "on": Filters(dates=(Interval("2022-03-01", "2022-03-31"), Interval("2022-08-01", "2022-08-31"))),
    "place": Filters(places=("sao paulo", "oslo")),
    "person": Filters(people=(PersonFilter("duarte", "editing"), PersonFilter("serova"))),
    "agency": Filters(agencies=("reuters",)),
    "path": Filters(paths=("*/2022-1/*", "003.txt")),
    "has": Filters(has=("date",), missing=("headline",)),
    "missing": Filters(missing=("date",)),
    "many": Filters(until="2022-09-30", places=("london",), people=(PersonFilter("mara"),)),
}


@pytest.mark.parametrize("asked", FILTERS.values(), ids=FILTERS)
def test_an_index_chooses_exactly_what_the_filters_mean(news: Path, asked: Filters) -> None:
    meant = [record.path for record in open_corpus([str(news)]).records() if asked.matches(record)]
    for corpus in (open_corpus([str(news)]), on_disk(news)):
        assert [summary.path for summary in corpus.summaries(asked)] == meant
        assert corpus.count(asked) == len(meant)


def test_records_and_summaries_are_the_same_from_memory_and_disk(news: Path) -> None:
    memory, disk = open_corpus([str(news)]), on_disk(news)
    assert list(memory.records()) == list(disk.records())
    for record, summary in zip(disk.records(), disk.summaries(ledes=True), strict=True):
        assert summary_of(record, summary.number) == summary
        assert record.article == parse(Path(record.path).read_bytes().decode())


@pytest.mark.parametrize("keys", [NEWEST_FIRST, reverse(NEWEST_FIRST), parse_sort("-words,date"), parse_sort("place")])
def test_several_folders_are_merged_in_one_order(news: Path, keys: tuple) -> None:  # type: ignore[type-arg]
    whole = open_corpus([str(news)])
    parts = open_corpus([str(news / f"2022-{n}") for n in (3, 1, 0, 2)])
    assert [s.path for s in parts.summaries(sort=keys)] == [s.path for s in whole.summaries(sort=keys)]


def test_the_undated_come_last_in_either_direction(news: Path) -> None:
    for keys in (NEWEST_FIRST, reverse(NEWEST_FIRST)):
        dates = [summary.date for summary in open_corpus([str(news)]).summaries(sort=keys)]
        assert None in dates
        assert all(date is None for date in dates[dates.index(None) :])


def test_a_sample_is_the_same_however_the_corpus_is_cut(news: Path) -> None:
    whole = open_corpus([str(news)])
    parts = open_corpus([str(news / f"2022-{n}") for n in range(4)])
    drawn = [s.path for s in whole.summaries(sample=7, seed=3)]
    assert drawn == [s.path for s in parts.summaries(sample=7, seed=3)]
    assert len(drawn) == 7
    assert drawn != [s.path for s in whole.summaries(sample=7, seed=4)]


def test_vocabulary_is_the_same_counted_at_once_and_kept_up(news: Path) -> None:
    corpus = on_disk(news)
    before = corpus.vocabulary()
    assert before is not None
    assert before == open_corpus([str(news)]).vocabulary(Filters(has=("body",)))
    (news / "new.txt").write_text("Zebras quaffed xylophones.")
    assert on_disk(news).vocabulary() == before + 3
    (news / "new.txt").unlink()
    assert on_disk(news).vocabulary() == before


def test_the_vocabulary_of_several_folders_is_that_of_all_their_articles(news: Path) -> None:
    parts = open_corpus([str(news / f"2022-{n}") for n in range(4)])
    assert parts.vocabulary() == open_corpus([str(news)]).vocabulary()
    assert parts.vocabulary(Filters(missing=("date",)), most=1) is None


# -- finding one -------------------------------------------------------------------------------------------------------


def test_an_article_is_found_by_its_path_and_by_letters_of_its_id(news: Path) -> None:
    corpus = open_corpus([str(news)])
    (record,) = corpus.find(f"{news}/2022-1/001.txt")
    assert corpus.find(record.article.id[:7]) == corpus.find(record.article.id.upper()) == [record]
    assert corpus.short_id(record.article.id) == record.article.id[:7]


def test_unknown_and_ambiguous_ids_say_so(news: Path) -> None:
    shutil.copy(news / "2022-0" / "000.txt", news / "copy.txt")
    corpus = open_corpus([str(news)])
    twin = corpus.find(f"{news}/copy.txt")[0].article.id
    with pytest.raises(AmbiguousArticle, match=r"copy\.txt"):
        corpus.find(twin)
    for reference in ("kkkk", "abc", "nowhere.txt", str(news)):
        with pytest.raises(UnknownArticle, match=reference):
            corpus.find(reference)


# -- freshness ---------------------------------------------------------------------------------------------------------


def test_edited_added_renamed_and_removed_files_are_seen(news: Path) -> None:
    assert on_disk(news).count() == 40
    edited = news / "2022-0" / "000.txt"
    edited.write_text("OSLO (dpa) - Altogether new.")
    (news / "2022-1" / "001.txt").rename(news / "2022-2" / "moved.txt")
    (news / "2022-3" / "003.txt").unlink()
    (news / "2022-9").mkdir()
    (news / "2022-9" / "added.txt").write_text(story(99))
    corpus = on_disk(news)
    assert paths(corpus) == paths(open_corpus([str(news)]))
    assert list(corpus.records()) == list(open_corpus([str(news)]).records())
    assert maintenance.Index(os.fsencode(news), news.parent / "index", Manner()).check() == []


def test_an_edit_that_keeps_size_and_time_is_seen(news: Path) -> None:
    target = news / "2022-0" / "000.txt"
    on_disk(news)
    before = target.stat()
    target.write_bytes(target.read_bytes().replace(b"harbour", b"hArbour"))
    os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "hArbour" in on_disk(news).find(str(target))[0].article.text


def test_files_that_just_changed_are_read_again_until_they_have_aged(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_disk(news)
    catalog, _ = place.read(news.parent / "index")
    racy = catalog.connection.execute("SELECT count(*) FROM directories WHERE signature = x''").fetchone()[0]
    assert racy == 4
    for path in news.rglob("*.txt"):
        os.utime(path, (1, 1))
    monkeypatch.setattr("newscli.corpus.place.now", lambda _: time.time_ns() + 10**10)
    on_disk(news)
    catalog, _ = place.read(news.parent / "index")
    assert catalog.connection.execute("SELECT count(*) FROM directories WHERE signature = x''").fetchone()[0] == 0


def test_a_folder_inside_an_indexed_one_uses_its_index(news: Path) -> None:
    maintenance.Index(os.fsencode(news), place.index_of(os.fsencode(news), Manner()), Manner()).build(None)
    corpus = open_corpus([str(news / "2022-1")])
    assert corpus.parts[0].scope == b"2022-1"
    assert paths(corpus) == [f"{news}/2022-1/{n:03}.txt" for n in range(1, 40, 4)]


def test_only_the_folder_that_was_named_is_looked_at(news: Path) -> None:
    maintenance.Index(os.fsencode(news), place.index_of(os.fsencode(news), Manner()), Manner()).build(None)
    for folder in ("2022-1", "2022-2"):
        (news / folder / "late.txt").write_text(f"OSLO (dpa) - Late in {folder}.")
    assert len(paths(open_corpus([str(news / "2022-1")]))) == 11
    assert len(paths(open_corpus([str(news)], refresh=False))) == 41
    assert len(paths(open_corpus([str(news)]))) == 42


def test_an_index_inside_its_own_corpus_is_not_read(news: Path) -> None:
    for _ in range(2):
        assert open_corpus([str(news)], index=str(news / "index"), manner=Manner(all_files=True)).count() == 40


def test_a_link_to_nothing_is_named_and_one_into_the_corpus_is_not_followed(news: Path) -> None:
    (news / "gone.txt").symlink_to(news / "nowhere")
    (news / "same").symlink_to(news / "2022-0")
    corpus = on_disk(news)
    assert corpus.count() == 40
    assert [problem.path for problem in corpus.problems] == [f"{news}/gone.txt"]


def test_a_command_sees_one_state_whatever_is_published_meanwhile(news: Path) -> None:
    before = on_disk(news)
    (news / "late.txt").write_text("OSLO (dpa) - Late.")
    assert on_disk(news).count() == 41
    assert before.count() == 40
    assert len(list(before.records())) == 40


# -- damage and death --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["catalog.db", "seg-*.db"])
def test_a_damaged_index_is_made_anew_and_says_so(news: Path, target: str) -> None:
    on_disk(news)
    (damaged,) = (news.parent / "index").glob(target)
    damaged.write_bytes(b"not a database, whatever it was before" * 200)
    if target != "catalog.db":
        (news / "2022-0" / "000.txt").write_text("An edit that needs the old text.")
    corpus = on_disk(news)
    assert corpus.count() == 40
    assert any("made anew" in notice for notice in corpus.notices)
    assert len(list(corpus.records())) == 40


def test_an_index_of_another_version_is_made_anew(news: Path) -> None:
    on_disk(news)
    connection = sqlite3.connect(news.parent / "index" / "catalog.db")
    connection.execute("UPDATE meta SET value = 'older' WHERE key = 'version'")
    connection.commit()
    connection.close()
    corpus = on_disk(news)
    assert corpus.count() == 40
    assert any("another version" in notice for notice in corpus.notices)


def test_an_index_that_cannot_be_kept_is_no_obstacle(news: Path) -> None:
    blocked = news.parent / "blocked"
    blocked.write_text("a file where a folder should be")
    corpus = open_corpus([str(news)], index=str(blocked / "index"))
    assert corpus.count() == 40
    assert "no index can be kept" in corpus.notices[0]


def test_while_another_process_writes_the_index_answers_as_it_is(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_disk(news)
    (news / "late.txt").write_text("OSLO (dpa) - Late.")
    with place.writing(news.parent / "index") as ours:
        assert ours
        corpus = on_disk(news)
    assert corpus.count() == 40
    assert "another newscli" in corpus.notices[0]
    assert on_disk(news).count() == 41


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a few files are read by several processes."""
    monkeypatch.setattr(workers, "LEAST_FILES", 10)
    monkeypatch.setattr(processes, "count", lambda: 3)


@pytest.mark.usefixtures("shared")
def test_several_processes_read_what_one_reads(news: Path) -> None:
    (news / "bad.txt").write_bytes(b"\x00\x01\x02\x00")
    corpus = on_disk(news)
    assert list(corpus.records()) == list(open_corpus([str(news)]).records())
    assert corpus.vocabulary() == open_corpus([str(news)]).vocabulary()
    assert [problem.path for problem in corpus.problems] == [f"{news}/bad.txt"]
    assert maintenance.Index(os.fsencode(news), news.parent / "index", Manner()).check() == []
    (news / "late.txt").write_text("OSLO (dpa) - Late.")
    assert on_disk(news).count() == 41


@pytest.mark.usefixtures("shared")
def test_what_a_worker_that_died_had_to_read_is_read_all_the_same(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dead = [sys.executable, "-c", "import sys; sys.stdin.buffer.read(100)"]
    monkeypatch.setattr(workers, "_start", lambda _: subprocess.Popen(dead, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
    assert list(on_disk(news).records()) == list(open_corpus([str(news)]).records())


def test_batches_keep_the_order_of_tasks_and_never_share_numbers(tmp_path: Path) -> None:
    tasks = [Task(b"", Found(b"%d" % n, 10, 0, 0, n), None) for n in range(2_000)]
    pieces = list(workers.batches(How(b"/"), tmp_path, 7, tasks, workers.files_a_batch(len(tasks), 2)))
    assert [task for piece in pieces for task in piece.tasks] == tasks
    assert len(pieces) > 1
    assert all(b.first - a.first == workers.NUMBERS_A_BATCH for a, b in pairwise(pieces))


KILLED = """
import sys
from newscli.corpus import collecting, open_corpus, workers
collecting.ARTICLES_A_SEGMENT = 50
workers.LEAST_FILES = int(sys.argv[3])
print("begun", flush=True)
open_corpus([sys.argv[1]], index=sys.argv[2])
"""


@pytest.mark.parametrize("least", [100, 10_000], ids=["several", "one"])
@pytest.mark.parametrize("delay", [0.05, 0.15, 0.3])
def test_a_build_that_is_killed_is_taken_up_where_it_stood(tmp_path: Path, delay: float, least: int) -> None:
    root = tmp_path / "many"
    root.mkdir()
    for n in range(600):
        (root / f"{n:04}.txt").write_text(story(n))
    command = [sys.executable, "-c", KILLED, str(root), str(tmp_path / "index"), str(least)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    corpus = open_corpus([str(root)], index=str(tmp_path / "index"))
    for _ in range(40):  # what the dead one had begun ends a moment later, and the next command waits for that
        if corpus.count() == 600:
            break
        corpus = open_corpus([str(root)], index=str(tmp_path / "index"))
    assert corpus.count() == 600
    assert maintenance.Index(os.fsencode(root), tmp_path / "index", Manner()).check() == []
    published = {name for name, _, _ in corpus.parts[0].catalog.segments()}
    assert {path.name for path in (tmp_path / "index").glob("seg-*.db")} == published


def test_an_index_can_be_looked_at_checked_and_cleared(news: Path) -> None:
    index = maintenance.Index(os.fsencode(news), news.parent / "index", Manner())
    assert index.info()["state"] == "none"
    built = index.build(None)
    assert (built.notices, built.problems) == ([], [])
    assert {key: index.info()[key] for key in ("state", "files", "articles")} == {
        "state": "sound",
        "files": 40,
        "articles": 40,
    }
    assert index.info()["unreadable"] == []
    (news / "bad.txt").write_bytes(b"\x00\x01\x02\x00")
    assert len(index.build(None).problems) == 1
    assert index.info()["unreadable"] == [("bad.txt", "is not text; skipped")]
    assert index.info()["bytes"] >= index.info()["catalog bytes"]  # type: ignore[operator]  # both are numbers
    (news / "bad.txt").unlink()
    index.build(None)
    assert index.check() == []
    connection = sqlite3.connect(news.parent / "index" / "catalog.db")
    connection.execute("UPDATE articles SET id = zeroblob(10) WHERE number = 3")
    connection.commit()
    connection.close()
    assert len(index.check()) == 1
    assert index.clear() > 0
    assert index.info()["state"] == "none"
    assert not index.folder.exists()


def test_an_index_may_be_named_from_the_current_folder(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(news.parent)
    for _ in range(2):
        assert open_corpus(["news"], index="kept here").count() == 40
    (index,) = maintenance.indexes(["news"], Manner(), "kept here")
    assert index.info()["articles"] == 40
    assert index.check() == []
