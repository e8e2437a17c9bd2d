"""ARC, the older form of web archives."""

from io import BytesIO

import pytest
from tests.readers.reading import broken, items, records

from newscli.errors import UnreadableError
from newscli.readers import NotNews, RawArticle, Source, arc, html

PAGE = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + html.example()
HEAD = b"filedesc://a.arc 0.0.0.0 20220201000000 text/plain 2\n1\n\n"


def record(content: bytes, url: str = "https://harbour.example/f", behind: str = "") -> bytes:
    return f"{url} 192.0.2.1 20220201000000 text/html{behind} {len(content)}\n".encode() + content + b"\n"


def test_a_page_is_an_article_with_the_address_it_came_from() -> None:
    (article,) = records("arc", HEAD + record(b"20220201\n192.0.2.1\n", "dns:harbour.example") + record(PAGE))
    assert (article.headline, article.date) == ("Ferries cross the fjord again", "2022-01-14")
    assert article.facts.url == "https://harbour.example/f"


def test_the_second_version_has_more_fields() -> None:
    assert len(records("arc", HEAD + record(PAGE, behind=" 200 - - 77 a.arc"))) == 1


def test_a_record_of_another_length_than_it_says_loses_only_itself() -> None:
    found = items("arc", HEAD + b"lost line\n" + record(PAGE))
    assert (len(found), broken(found)) == (2, ["a record is not as long as it says"])


def test_an_archive_that_breaks_off_keeps_the_pages_before_the_break() -> None:
    data = HEAD + record(PAGE) + record(PAGE)[:-50]
    reading = arc.read(Source("a.arc", "a.arc", BytesIO(data)))
    assert isinstance(next(reading), RawArticle)
    with pytest.raises(UnreadableError, match="breaks off"):
        next(reading)


def test_an_archive_without_pages_says_so() -> None:
    with pytest.raises(NotNews, match="a web archive without pages"):
        items("arc", HEAD)
    assert arc.sniff(HEAD, "a")
