"""Articles in archives and streams: addressed, filtered and found like any other."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest
from tests.conftest import story

from newscli.corpus import Manner, open_corpus
from newscli.corpus.manner import meant
from newscli.engine import search
from newscli.errors import QueryError
from newscli.query.filters import Filters
from newscli.query.pattern import compile_pattern
from newscli.query.search import Search


def archive(path: Path, numbers: range) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for n in numbers:
            made.writestr(f"in/{n:03}.txt", story(n))
    return path


def test_members_stand_below_their_archive(tmp_path: Path) -> None:
    made = archive(tmp_path / "a.zip", range(3))
    for named in (made, tmp_path):
        corpus = open_corpus([str(named)])
        assert [one.path for one in corpus.summaries()] == [f"{made}/in/{n:03}.txt" for n in range(3)]
        assert corpus.find(f"{made}/in/001.txt")[0].article.text == story(1)
        assert len(list(corpus.summaries(Filters(paths=("*/in/002.txt",))))) == 1


def test_an_archive_that_is_renamed_takes_its_members_along(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    made = archive(news / "a.zip", range(3))
    index = str(tmp_path / "index")
    assert open_corpus([str(news)], index=index).count() == 3
    made.rename(news / "b.zip")
    assert [one.path for one in open_corpus([str(news)], index=index).summaries()] == [
        f"{news}/b.zip/in/{n:03}.txt" for n in range(3)
    ]


def test_what_of_an_archive_can_not_be_read_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    data = bytearray(archive(tmp_path / "a.zip", range(3)).read_bytes())
    data[data.index(b"Story number 1")] ^= 255  # its checksum says so
    (tmp_path / "a.zip").write_bytes(data)
    corpus = open_corpus([str(tmp_path)])
    assert corpus.count() >= 2
    assert any("in/001.txt" in str(problem) for problem in corpus.problems)


def test_a_stream_is_searched_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "".join(json.dumps({"title": f"Story {n}", "text": story(n)}) + "\n" for n in range(5))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(lines.encode()))))
    corpus = open_corpus(["-"], while_reading=True)
    found = search(corpus, Filters(), Search(compile_pattern(["number 3"])))
    assert [one.address for one in found] == ["-#4"]


def test_two_manners_never_share_an_index(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('{"title": "A", "text": "Ships sailed."}')
    plain, forced = open_corpus([str(tmp_path)]), open_corpus([str(tmp_path)], manner=Manner(format="text"))
    assert [one.format for one in plain.summaries()] == ["json"]
    assert [one.format for one in forced.summaries()] == ["text"]
    assert Manner(format="text").key() != Manner().key() != Manner(all_files=True).key()


def test_what_was_typed_becomes_a_manner() -> None:
    manner = meant(False, "csv", ["headline=kop,date=wanneer"], {"NEWSCLI_UNPACK_BYTES": "1000"})
    assert (manner.format, manner.columns) == ("csv", (("headline", "kop"), ("date", "wanneer")))
    assert manner.limits.bytes == 1000
    assert Manner.from_plain(manner.as_plain()) == manner


@pytest.mark.parametrize(
    ("format_name", "mapped", "environment", "says"),
    [
        ("jsn", [], {}, "did you mean json"),
        (None, ["headline"], {}, "FIELD=COLUMN"),
        (None, ["headlin=kop"], {}, "did you mean headline"),
        (None, [], {"NEWSCLI_UNPACK_RATIO": "much"}, "give a number"),
    ],
)
def test_what_makes_no_sense_is_refused(
    format_name: str | None, mapped: list[str], environment: dict[str, str], says: str
) -> None:
    with pytest.raises(QueryError, match=says):
        meant(False, format_name, mapped, environment)
