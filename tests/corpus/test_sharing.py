"""Two processes that look at half of the folders, or of the files, each see what one sees."""

import os
from pathlib import Path

import pytest

from newscli.corpus import maintenance, open_corpus, processes, sharing
from newscli.corpus.manner import PLAIN
from newscli.corpus.walking import Folder, Walk


@pytest.fixture(params=["by folders", "by halves"], autouse=True)
def parted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to part the work."""
    monkeypatch.setattr(sharing, "LEAST_FOLDERS", 0 if request.param == "by folders" else 1_000_000)


def alone(root: Path) -> list[Folder]:
    return list(Walk(os.fsencode(root), PLAIN).folders())


def shared(root: Path, known: dict[bytes, bytes]) -> list[Folder]:
    return list(sharing.folders(Walk(os.fsencode(root), PLAIN), b"", known))


def test_folders_that_are_as_they_were_have_their_signature_and_no_files(news: Path) -> None:
    before = alone(news)
    found = shared(news, {folder.path: folder.signature for folder in before})
    assert [(f.path, f.signature, f.articles, f.others) for f in found] == [
        (f.path, f.signature, f.articles, f.others) for f in before
    ]
    assert not any(folder.files for folder in found)


def test_other_folders_are_looked_at_whole(news: Path) -> None:
    known = {folder.path: folder.signature for folder in alone(news)}
    (news / "2022-1" / "001.txt").write_text("Edited.")
    (news / "2022-9").mkdir()
    (news / "2022-9" / "new.txt").write_text("New.")
    now = {folder.path: folder for folder in alone(news)}
    found = {folder.path: folder for folder in shared(news, known)}
    assert found.keys() == now.keys()
    for path in (b"2022-1", b"2022-9"):
        assert found[path] == now[path]
    assert found[b"2022-2"].files == []


def test_without_the_helper_every_folder_is_seen_all_the_same(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = {folder.path: folder.signature for folder in alone(news)}
    monkeypatch.setattr(sharing, "_help", lambda *_: os._exit(1))
    assert [(f.path, f.signature, f.articles) for f in shared(news, known)] == [
        (f.path, f.signature, f.articles) for f in alone(news)
    ]


def test_what_a_walk_passes_by_is_passed_by(news: Path) -> None:
    known = {folder.path: folder.signature for folder in alone(news)}
    (news / "2022-3").rename(news / ".2022-3")
    (news / "2022-1" / "CACHEDIR.TAG").write_bytes(b"Signature: 8a477f597d28d172789f06886806bc55")
    (news / "2022-2" / "as-a-file.txt").mkdir()
    (news / "again").symlink_to(news / "2022-2")
    now = [(f.path, f.signature) for f in alone(news)]
    assert [(f.path, f.signature) for f in shared(news, known)] == now
    assert b"2022-2/as-a-file.txt" in dict(now)
    assert not dict(now).keys() & {b"2022-3", b"2022-1", b"again"}


def test_what_cannot_be_looked_at_is_named_once(news: Path) -> None:
    for n in range(8):  # some of either half
        (news / f"gone{n}.txt").symlink_to(news / "nowhere")
    one, two = (Walk(os.fsencode(news), PLAIN) for _ in range(2))
    list(one.folders())
    list(sharing.folders(two, b"", {}))
    assert sorted(two.problems) == sorted(one.problems)
    assert len(two.problems) == 8


def test_an_index_kept_fresh_by_two_processes_is_the_one_that_one_keeps(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "LEAST_FILES", 1)
    monkeypatch.setattr(processes, "count", lambda: 2)
    index = news.parent / "index"
    open_corpus([str(news)], index=str(index))
    (news / "2022-0" / "000.txt").write_text("OSLO (dpa) - Altogether new.")
    (news / "2022-1" / "001.txt").rename(news / "2022-2" / "moved.txt")
    (news / "2022-3" / "003.txt").unlink()
    assert list(open_corpus([str(news)], index=str(index)).records()) == list(open_corpus([str(news)]).records())
    assert maintenance.Index(os.fsencode(news), index, PLAIN).check() == []
