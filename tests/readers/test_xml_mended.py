"""XML in which one article is broken: the others are read, and it is named with its place and its line."""

import re
from io import BytesIO

import pytest

from newscli import readers
from newscli.errors import UnreadableError
from newscli.readers import Broken, Item, RawArticle, Source, _xml_mended

G2 = "http://iptc.org/std/nar/2006-10-01/"
# By format: what stands around articles, and one with its headline.
AROUND = {
    "rss": (
        '<rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title>\n{}</channel></rss>',
        "<item><title>{}</title><dc:creator>Mara Lind</dc:creator><description>Ships sailed.</description></item>\n",
    ),
    "newsml1": (
        "<NewsML><NewsEnvelope/>\n{}</NewsML>",
        "<NewsItem><NewsComponent><NewsLines><HeadLine>{}</HeadLine></NewsLines><ContentItem><DataContent>Ships sailed."
        "</DataContent></ContentItem></NewsComponent></NewsItem>\n",
    ),
    "newsmlg2": (
        f'<newsMessage xmlns="{G2}"><itemSet>\n{{}}</itemSet></newsMessage>',
        "<newsItem><contentMeta><headline>{}</headline></contentMeta><contentSet><inlineXML><p>Ships sailed.</p></inlineXML>"
        "</contentSet></newsItem>\n",
    ),
    "nitf": (
        "<docs>\n{}</docs>",
        "<nitf><body><body.head><hedline><hl1>{}</hl1></hedline></body.head><body.content><p>Ships sailed.</p></body.content>"
        "</body></nitf>\n",
    ),
}
BREAKS = {
    "an element that nothing ends": "Grain <br> moves",
    "an end of nothing": "Grain </b> moves",
    "a sign that begins a tag": "Grain < 5 tons moves",
    "an entity that nobody knows": "Grain &tons; moves",
    "CDATA that nothing ends": "<![CDATA[Grain moves",
    "an attribute that stands twice": '<a b="1" b="2">Grain moves</a>',
    "a prefix that nobody declared": "<x:y>Grain moves</x:y>",
}


def given(format_name: str, data: bytes) -> list[Item]:
    return list(readers.table()[format_name].read(Source("file", "file", BytesIO(data))))


def shown(items: list[Item]) -> list[str]:
    return [one.text.partition("\n")[0] if isinstance(one, RawArticle) else "broken" for one in items]


def written(format_name: str, *headlines: str) -> bytes:
    around, article = AROUND[format_name]
    return around.format("".join(article.format(one) for one in headlines)).encode()


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS)
@pytest.mark.parametrize("format_name", AROUND)
def test_an_article_that_is_broken_loses_only_itself(format_name: str, broken: str) -> None:
    found = given(format_name, written(format_name, "Ferries cross", broken, "Snow falls", "Trains move"))
    assert shown(found) == ["Ferries cross", "broken", "Snow falls", "Trains move"]
    (named,) = (one for one in found if isinstance(one, Broken))
    assert named.reason.startswith("broken XML (")


@pytest.mark.parametrize("format_name", AROUND)
def test_the_first_may_be_broken_and_the_last(format_name: str) -> None:
    bad = BREAKS["an end of nothing"]
    assert shown(given(format_name, written(format_name, bad, "Snow falls", bad))) == ["broken", "Snow falls", "broken"]


def test_a_break_has_its_line_in_the_file() -> None:
    bad = BREAKS["an end of nothing"]
    found = given("rss", written("rss", "Ferries cross", bad, "Snow falls", bad, "Trains move"))
    assert [one.reason for one in found if isinstance(one, Broken)] == [
        "broken XML (mismatched tag: line 3)",
        "broken XML (mismatched tag: line 5)",
    ]


def test_what_the_elements_around_have_declared_still_holds() -> None:
    first, last = (one for one in given("rss", written("rss", "<br>", "Snow falls")))
    assert isinstance(first, Broken)
    assert isinstance(last, RawArticle)
    assert [credit.name for credit in last.stated.credits] or "Mara Lind" in last.text


def test_what_stands_before_a_cut_is_kept_and_the_cut_is_said() -> None:
    data = written("newsmlg2", "Ferries cross", BREAKS["an end of nothing"], "Snow falls", "Trains move")
    found: list[Item] = []
    with pytest.raises(UnreadableError, match="broken XML"):
        found.extend(readers.table()["newsmlg2"].read(Source("file", "file", BytesIO(data[: data.index(b"Trains")]))))
    assert shown(found) == ["Ferries cross", "broken", "Snow falls"]


@pytest.mark.parametrize("format_name", AROUND)
def test_wherever_a_byte_is_wrong_at_most_one_article_is_lost(format_name: str) -> None:
    data = written(format_name, "Ferries cross", "Grain moves", "Snow falls")
    _, start, end, _ = (found.start() for found in re.finditer(b"\n", data))
    for at in range(start, end, 3):
        found = shown(given(format_name, data[:at] + b"<" + data[at + 1 :]))
        assert {"Ferries cross", "Snow falls"} <= set(found), (at, found)


def test_bare_ampersands_are_text() -> None:
    said = "Lind & Acht, <![CDATA[AT&T &amp;]]>, <a href='?a=1&b=2'>R&D</a> &amp; &#38;"
    (article,) = given("newsml1", written("newsml1", said))
    assert isinstance(article, RawArticle)
    assert article.text.startswith("Lind & Acht, AT&T &amp;, R&D & &\n")


def test_an_ampersand_in_cdata_that_is_read_in_two_pieces() -> None:
    long = "x" * 70_000
    (article,) = given("newsml1", written("newsml1", f"<![CDATA[{long} A&B {long} ]] C&D]]> E&F"))
    assert isinstance(article, RawArticle)
    assert article.text.partition("\n")[0].replace("x", "") == " A&B  ]] C&D E&F"


def test_a_file_that_is_broken_everywhere_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_xml_mended, "_MOST_AGAIN", 100_000)
    with pytest.raises(UnreadableError, match="in too many places"):
        given("rss", written("rss", *("<![CDATA[Grain moves",) * 100))
