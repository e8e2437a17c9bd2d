"""What of a file can't be read loses only itself, and is said."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from newscli.corpus import reading
from newscli.corpus.manner import PLAIN
from newscli.corpus.reading import Problem, Read, articles


def read(name: str, data: bytes) -> tuple[list[Read], list[Problem]]:
    found = list(articles(BytesIO(data), name, name, PLAIN, named=True))
    return [one for one in found if isinstance(one, Read)], [one for one in found if isinstance(one, Problem)]


def test_a_broken_article_keeps_its_ordinal_and_the_others_are_read() -> None:
    found, problems = read("a.jsonl", b'{"title": "A", "text": "One."}\n{broken\n{"title": "C", "text": "Three."}\n')
    assert [(one.ordinal, one.article.headline) for one in found] == [(1, "A"), (3, "C")]
    assert [one.ordinal for one in problems] == [2]
    assert problems[0].reason.startswith("line 2")


def test_a_file_without_news_says_what_it_is() -> None:
    found, problems = read("a.json", b'{"compilerOptions": {"strict": true}}')
    assert found == []
    assert [one.lost for one in problems] == [False]
    assert problems[0].reason.startswith("no article in it: ")


def test_every_broken_article_is_named() -> None:
    found, problems = read("a.jsonl", b'{"title": "A", "text": "One."}\n' + b"{broken\n" * 5)
    assert len(found) == 1
    assert [one.ordinal for one in problems] == [2, 3, 4, 5, 6]


def test_a_file_that_is_read_in_full_has_no_problem() -> None:
    assert read("a.txt", b"OSLO (Reuters) - Ships sailed.\n")[1] == []


def test_a_large_file_that_grows_is_read_as_far_as_it_went_when_it_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGE_BYTES", 100)
    log = tmp_path / "log.txt"
    log.write_bytes(b"one line\n" * 50)
    content = reading.opened(os.fsencode(log), b"log.txt")
    with content.stream as stream:
        with log.open("ab") as more:
            more.write(b"another\n" * 50)
        assert stream.read() == b"one line\n" * 50
        assert content.changed()
