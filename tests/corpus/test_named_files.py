"""A large file that is named itself has an index of its own, as a folder has; a small one leaves nothing behind."""

import json
import os
import zipfile
from pathlib import Path

import pytest
from tests.conftest import story

from newscli.corpus import Corpus, collecting, maintenance, open_corpus, opening
from newscli.corpus.manner import PLAIN
from newscli.errors import CorpusError


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty articles in a file that counts as large here."""
    monkeypatch.setattr(opening, "SMALL_BYTES", 1_000)
    monkeypatch.setattr(collecting, "RACY_NANOSECONDS", 0)  # else what was written just now is read again next time
    path = tmp_path / "year.jsonl"
    write(path, 40)
    (tmp_path / "beside.txt").write_text(story(1))
    return path


def write(path: Path, articles: int) -> None:
    path.write_text("".join(json.dumps({"title": f"Story {n}", "text": story(n)}) + "\n" for n in range(articles)))


def indexes() -> list[Path]:
    return sorted((Path(os.environ["XDG_CACHE_HOME"]) / "newscli").glob("*/catalog.db"))


def addresses(corpus: Corpus) -> list[str]:
    assert corpus.problems == []
    return [record.address for record in corpus.records()]


def test_it_is_read_once_and_its_path_is_what_was_named(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(large.parent)
    wanted = ["year.jsonl", *(f"year.jsonl#{n}" for n in range(2, 41))]
    assert addresses(open_corpus(["year.jsonl"])) == wanted
    (index,) = indexes()
    made = open_corpus(["year.jsonl"]).parts[0].catalog.generation()
    again = open_corpus([f"./{large.name}"])
    assert addresses(again) == [f"./{one}" for one in wanted]
    assert again.parts[0].catalog.generation() == made
    assert [index] == indexes()
    assert again.find("./year.jsonl#7")[0].article.headline == "Story 6"


def test_it_is_read_again_when_it_has_changed(large: Path) -> None:
    assert open_corpus([str(large)]).count() == 40
    write(large, 55)
    assert open_corpus([str(large)], refresh=False).count() == 40
    assert open_corpus([str(large)]).count() == 55
    large.unlink()
    with pytest.raises(CorpusError, match="no such file"):
        open_corpus([str(large)])


def test_members_of_an_archive_are_below_its_name_and_what_is_wrong_in_it_is_said(large: Path) -> None:
    packed = large.parent / "news.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(large, "2022/year.jsonl")
        archive.writestr("2022/bad.txt", b"\x00\x01\x02" * 400)
    corpus = open_corpus([str(packed)])
    assert len(corpus.parts) == len(indexes()) == 1
    assert [str(problem) for problem in corpus.problems] == [f"{packed}/2022/bad.txt: is not text; skipped"]
    assert {record.path for record in corpus.records()} == {f"{packed}/2022/year.jsonl"}


def test_small_files_beside_it_are_part_of_the_same_corpus(large: Path) -> None:
    corpus = open_corpus([str(large), str(large.parent / "beside.txt")])
    assert (corpus.count(), len(corpus.parts), len(indexes())) == (41, 2, 1)


def test_what_is_read_while_it_is_asked_for_makes_no_index_but_uses_one(large: Path) -> None:
    assert open_corpus([str(large)], while_reading=True).parts == []
    assert indexes() == []
    open_corpus([str(large)])
    assert len(open_corpus([str(large)], while_reading=True).parts) == 1


def test_its_index_can_be_looked_at_checked_and_cleared(large: Path) -> None:
    open_corpus([str(large)])
    (index,) = maintenance.indexes([str(large)], PLAIN, None)
    assert index.info()["articles"] == 40
    assert index.check() == []
    assert index.clear() > 0
    assert index.build(None).problems == []
    assert index.info()["state"] == "sound"


def test_a_small_file_has_none(large: Path) -> None:
    beside = large.parent / "beside.txt"
    assert open_corpus([str(beside)]).count() == 1
    assert indexes() == []
    with pytest.raises(CorpusError, match="only folders, and files of more than"):
        list(maintenance.indexes([str(beside)], PLAIN, None))
