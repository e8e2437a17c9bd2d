"""Web archives: pages as servers sent them, among everything else that a crawler met."""

import gzip
import sys
import zlib
from io import BytesIO

import pytest
from tests.readers.reading import broken, items, records

from newscli import containers, readers
from newscli.errors import MissingExtra, UnreadableError
from newscli.readers import NotNews, RawArticle, Source, html, warc

PAGE = html.example()
URL = "https://harbour.example/f"


def record(block: bytes, kind: str = "response", url: str = URL, head: str = "", length: int | None = None) -> bytes:
    named = f"WARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2022-02-01T00:00:00Z\r\n{head}"
    size = len(block) if length is None else length
    return f"WARC/1.1\r\n{named}Content-Length: {size}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(body: bytes = PAGE, head: str = "Content-Type: text/html", status: str = "HTTP/1.1 200 OK") -> bytes:
    return f"{status}\r\n{head}\r\n\r\n".encode() + body


def test_a_page_that_was_sent_is_an_article_with_the_address_it_came_from() -> None:
    (article,) = records("warc", record(answer()))
    assert (article.headline, article.facts.url) == ("Ferries cross the fjord again", URL)
    assert article.date == "2022-01-14"


def test_the_day_of_fetching_is_no_date() -> None:
    bare = PAGE.replace(b"datePublished", b"dateFetched")
    (article,) = records("warc", record(answer(bare)))
    assert article.date is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(PAGE)),
        ("Content-Encoding: deflate", zlib.compress(PAGE)),
        ("Content-Encoding: deflate", zlib.compress(PAGE)[2:-4]),
        ("Content-Encoding: gzip", PAGE),
        (
            "Transfer-Encoding: chunked",
            b"%x\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (700, PAGE[:700], len(PAGE) - 700, PAGE[700:]),
        ),
        ("Transfer-Encoding: chunked", PAGE),
    ],
)
def test_what_a_server_did_to_a_page_is_undone_unless_the_archive_did_it(head: str, body: bytes) -> None:
    (article,) = records("warc", record(answer(body, f"Content-Type: text/html; charset=utf-8\r\n{head}")))
    assert len(article.body) == 3


def test_a_page_in_the_encoding_that_its_server_said() -> None:
    page = PAGE.replace(b'<meta charset="utf-8">', b"").replace(b"Ferries crossed", "Паромы вышли".encode("cp1251"))
    (article,) = records("warc", record(answer(page, "Content-Type: text/html; charset=windows-1251")))
    assert article.body[0].startswith("Паромы вышли")


def test_everything_else_in_an_archive_is_passed_over() -> None:
    archive = b"".join(
        (
            record(b"software: made by hand\r\n", "warcinfo"),
            record(b"GET /f HTTP/1.1\r\n\r\n", "request"),
            record(answer(b"body { color: black }", "Content-Type: text/css")),
            record(answer(status="HTTP/1.1 404 Not Found")),
            record(answer(b"<html><body><a href='/'>Home</a></body></html>")),
            record(PAGE, "resource", head="Content-Type: text/html\r\n"),
            record(PAGE[:50], "metadata"),
        )
    )
    assert len(records("warc", archive)) == 1
    assert broken(items("warc", archive)) == []


def test_a_record_of_another_length_than_it_says_loses_only_itself() -> None:
    archive = record(answer(), length=len(answer()) - 40) + record(answer(), url=f"{URL}2") + record(answer(), url=f"{URL}3")
    found = items("warc", archive)
    assert broken(found) == ["a record is not as long as it says"]
    assert [one.stated.facts.url for one in found if isinstance(one, RawArticle)] == [URL, f"{URL}2", f"{URL}3"]


def test_a_page_that_can_not_be_unpacked_is_named() -> None:
    (reason,) = broken(
        items("warc", record(answer(b"\x8b\x02", "Content-Type: text/html\r\nContent-Encoding: br")) + warc.example())
    )
    assert reason == f"{URL}: compressed as newscli can't read it (br)"


def test_an_archive_that_breaks_off_keeps_the_pages_before_the_break() -> None:
    found = warc.read(Source("a", "a", BytesIO(record(answer()) + record(answer())[:-300])))
    assert isinstance(next(found), RawArticle)
    with pytest.raises(UnreadableError, match="breaks off"):
        list(found)


@pytest.mark.parametrize(
    ("archive", "reason"),
    [(record(b"software: x", "warcinfo"), "without pages"), (record(answer(b"<html><body>404</body></html>")), "1 pages")],
)
def test_an_archive_without_stories_says_so(archive: bytes, reason: str) -> None:
    with pytest.raises(NotNews, match=reason):
        items("warc", archive)


def test_each_record_may_be_a_gzip_file_of_its_own() -> None:
    packed = b"".join(gzip.compress(record(answer(), url=f"{URL}{n}")) for n in range(3))
    (leaf,) = containers.leaves(BytesIO(packed), "crawl.warc.gz", containers.Limits(), lambda _: True)
    assert isinstance(leaf, containers.Leaf)
    assert readers.recognised(leaf.name, containers.head_of(leaf.stream)) == ("warc", "the version line of WARC")
    found = list(warc.read(Source("a", leaf.name, leaf.stream)))
    assert [one.stated.facts.url for one in found if isinstance(one, RawArticle)] == [f"{URL}{n}" for n in range(3)]


def test_without_its_library_an_archive_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtra, match=r"a web archive; `pip install 'newscli\[warc\]'`"):
        items("warc", warc.example())


def test_the_text_of_a_page_is_an_article_where_a_line_of_it_tells_something() -> None:
    told = "Ferries cross again\nHome\nBERGEN, Norway (Reuters) - Ferries crossed the fjord again on Friday, it was said.\n"
    head = "Content-Type: text/plain\r\nWARC-Identified-Content-Language: eng,nor\r\n"
    text = record(told.encode(), "conversion", head=head) + record(b"Home\nLog in\n", "conversion", head=head)
    (article,) = records("warc", text)
    assert (article.headline, article.facts.url, article.facts.language) == ("Ferries cross again", URL, "eng")
    assert article.body == ("Ferries crossed the fjord again on Friday, it was said.",)
