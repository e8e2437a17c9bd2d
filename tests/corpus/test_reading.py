"""What of a file can't be read loses only itself, and is said."""

import json
import os
from io import BytesIO
from pathlib import Path

import pytest

from newscli.corpus import reading
from newscli.corpus.manner import PLAIN, Manner, meant
from newscli.corpus.reading import Problem, Read, articles
from newscli.errors import QueryError

HEADLINE = "Паромы снова пересекли фьорд"
STORY = (
    "Паромы снова пересекли фьорд в пятницу после недели льда. Ни один корабль не опоздал, сказал начальник порта. Ветер стих"
    " к утру, и поезда с зерном пошли в столицу, где министры обсуждали цены на хлеб."
)
FILES = {
    "a.txt": f"{HEADLINE}\n\n{STORY}\n",
    "a.jsonl": json.dumps({"title": HEADLINE, "text": STORY, "date": "2022-01-14"}, ensure_ascii=False) + "\n",
    "a.json": json.dumps([{"title": HEADLINE, "text": STORY, "date": "2022-01-14"}], ensure_ascii=False),
    "a.csv": f'title,date,text\n"{HEADLINE}",2022-01-14,"{STORY}"\n',
    "a.xml": f"<rss version='2.0'><item><title>{HEADLINE}</title><description>{STORY}</description></item></rss>",
    "a.html": f"<html><title>{HEADLINE}</title><body><article><h1>{HEADLINE}</h1><p>{STORY}</p></article></body></html>",
    "a.sgm": f"<DOC>\n<DOCNO> A1 </DOCNO>\n<HEADLINE>{HEADLINE}</HEADLINE>\n<TEXT>\n{STORY}\n</TEXT>\n</DOC>\n",
    "a.eml": f"From: Mara <m@harbour.example>\nDate: Fri, 14 Jan 2022 15:32:00 +0100\nSubject: {HEADLINE}\n\n{STORY}\n",
}


def read(name: str, data: bytes, manner: Manner = PLAIN) -> tuple[list[Read], list[Problem]]:
    found = list(articles(BytesIO(data), name, name, manner, named=True))
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


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_an_old_encoding_that_nobody_declares_is_guessed_in_every_format(name: str, encoding: str) -> None:
    (found,), problems = read(name, FILES[name].encode(encoding))
    assert problems == []
    assert (found.article.headline, found.article.body) == (HEADLINE, (STORY,))
    assert any("guess" in warning for warning in found.article.warnings)


@pytest.mark.parametrize("name", [*FILES])
def test_the_encoding_that_the_user_names_is_no_guess(name: str) -> None:
    manner = meant(False, None, (), {}, "Windows-1251")
    data = FILES[name].replace("<html>", '<html><meta charset="koi8-r">').encode("cp1251")
    ((found,), _), ((unicode,), _) = read(name, data, manner), read(name, FILES[name].encode(), manner)
    assert found.article.body == unicode.article.body == (STORY,)
    assert name == "a.eml" or found.article.warnings == unicode.article.warnings


def test_a_named_encoding_makes_text_of_what_looks_like_none() -> None:
    data = FILES["a.txt"].encode("utf-16-le")
    assert read("a.txt", data)[0] == []
    assert read("a.txt", data, meant(False, None, (), {}, "utf-16-le"))[0][0].article.headline == HEADLINE


def test_corpora_read_in_different_encodings_have_different_indexes() -> None:
    greek, russian = (meant(False, None, (), {}, name) for name in ("iso-8859-7", "koi8-r"))
    assert len({PLAIN.key(), greek.key(), russian.key()}) == 3
    assert Manner.from_plain(greek.as_plain()) == greek


@pytest.mark.parametrize("name", ["utf-17", "hex", "undefined", ""])
def test_an_encoding_that_is_none_is_said(name: str) -> None:
    with pytest.raises(QueryError, match="--encoding: no encoding"):
        meant(False, None, (), {}, name)
