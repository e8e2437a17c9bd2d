"""Web pages: the story among what stands around it, and what their heads state."""

import socket
import sys

import pytest
from tests.readers.conftest import Records
from tests.readers.reading import by, items

from newscli import readers
from newscli.errors import MissingExtra, UnreadableError
from newscli.readers import NotNews, _html, html

STORY = (
    "<p>BERGEN, Norway (Reuters) - Ferries crossed the fjord again on Friday after a week of ice had kept them in.</p>"
    "<h2>No ship late</h2>"
    "<p>The harbour master said that no ship was late, and that the night boats would sail from Monday.</p>"
    "<p>Passengers had waited in the cold since the early morning, with blankets and coffee from volunteers.</p>"
)
AROUND = (
    '<nav><a href="/">Home</a> <a href="/coast">Coast</a></nav>{}<aside><h3>Most read</h3><ul>'
    '<li><a href="/grain">Grain trains begin to move</a></li><li><a href="/snow">Snow falls</a></li></ul></aside>'
)


def page(head: str = "", body: str = STORY, lang: str = "") -> str:
    """A page with a story among menus."""
    around = AROUND.format(f"<article><h1>Ferries cross again</h1>{body}</article>")
    return f"<!DOCTYPE html><html{lang}><head><title>Ferries cross again</title>{head}</head><body>{around}</body></html>"


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_the_story_without_what_stands_around_it(records: Records) -> None:
    (article,) = records(page(), "html")
    assert article.headline == "Ferries cross again"
    assert article.dateline is not None
    assert [line[:12] for line in article.body] == ["Ferries cros", "No ship late", "The harbour ", "Passengers h"]
    assert (article.date, article.credits, article.facts.as_json()) == (None, (), {})


def test_a_news_article_of_schema_org_anywhere_in_the_pages_data(records: Records) -> None:
    story = (
        '{"@type": ["NewsArticle"], "headline": "Ferries cross again", "datePublished": "2022-01-14T17:32:00.000+0100",'
        ' "dateModified": "2022-02-01", "author": [{"@type": "Person", "name": "Mara Lind"}, {"name": "Tom Acht"}],'
        ' "publisher": {"@type": "Organization", "name": "Harbour Times"}, "articleSection": ["Coast", "Ships"],'
        ' "keywords": "ferries, weather", "inLanguage": "en-GB", "mainEntityOfPage": {"@id": "https://harbour.example/f"}}'
    )
    head = json_ld("{broken") + json_ld(f'<!-- {{"@graph": [{{"@type": "WebSite", "name": "Site"}}, {story}]}} -->')
    (article,) = records(page(head), "html")
    assert (article.date, article.time, by(article)) == ("2022-01-14", "17:32+01:00", ["Mara Lind", "Tom Acht"])
    facts = article.facts
    assert (facts.source, facts.section, facts.language) == ("Harbour Times", "Coast", "en-GB")
    assert facts.subjects == ("ferries", "weather", "Coast", "Ships")


def test_what_meta_elements_state(records: Records) -> None:
    head = (
        '<link rel="canonical" href="https://harbour.example/f"><meta property="og:site_name" content="Harbour Times">'
        '<meta property="og:title" content="Ferries cross again | Harbour Times"><meta name="author" content="Mara Lind">'
        '<meta property="article:published_time" content="2022-01-14T06:30:00Z">'
        '<meta property="article:modified_time" content="2022-03-01T06:30Z"><meta property="article:section" content="Coast">'
        '<meta property="article:tag" content="ferries"><meta property="article:tag" content="Bergen, Norway">'
    )
    (article,) = records(page(head, lang=' lang="en"').replace("<h1>Ferries cross again</h1>", ""), "html")
    assert (article.headline, article.date, article.time) == ("Ferries cross again", "2022-01-14", "06:30+00:00")
    assert by(article) == ["Mara Lind"]
    assert article.facts.as_json() == {
        "url": "https://harbour.example/f",
        "source": "Harbour Times",
        "section": "Coast",
        "language": "en",
        "subjects": ["ferries", "Bergen, Norway"],
    }


@pytest.mark.parametrize(
    "stated",
    [
        '<time datetime="2022-01-14T17:32:00+01:00">Friday</time>',
        '<p class="article-date">Published 14 January 2022</p>',
        '<span itemprop="datePublished" content="2022-01-14"></span>',
        '<time class="updated" datetime="2022-02-01">1 Feb</time><time datetime="2022-01-14">14 Jan</time>',
    ],
)
def test_a_date_that_the_page_shows_as_its_own(records: Records, stated: str) -> None:
    (article,) = records(page(body=stated + STORY), "html")
    assert article.date == "2022-01-14"


@pytest.mark.parametrize(
    "beside",
    [
        '<meta property="article:modified_time" content="2022-01-14">',
        '<script>var crawled = "2022-01-14";</script>',
        '<meta property="og:image" content="https://harbour.example/2022/01/14/f.jpg">',
    ],
)
def test_any_other_date_is_none(records: Records, beside: str) -> None:
    (article,) = records(page(beside), "html")
    assert article.date is None


def test_dates_of_several_stories_are_nobodys(records: Records) -> None:
    teasers = '<div><span class="date">14 January 2022</span> Grain <span class="date">13 January 2022</span> Snow</div>'
    (article,) = records(page().replace("<aside>", f"<aside>{teasers}"), "html")
    assert article.date is None


def test_the_date_in_an_address_stands_in_where_the_page_has_no_other(records: Records) -> None:
    (article,) = records(page('<link rel="canonical" href="https://harbour.example/coast/2022/jan/14/ferries">'), "html")
    assert article.date == "2022-01-14"


def test_captions_are_those_of_the_storys_pictures(records: Records) -> None:
    figure = '<figure><img src="/{0}.jpg?w=9"><figcaption>{1}</figcaption></figure>'
    own, other = figure.format("ferry", "A ferry leaves. REUTERS/Tom Acht"), figure.format("grain", "A train.")
    (article,) = records(page(body=own + STORY).replace("<aside>", f"<aside>{other}"), "html")
    assert [(one.text, one.credit) for one in article.captions] == [("A ferry leaves.", "REUTERS/Tom Acht")]


def test_a_tables_rows_are_lines(records: Records) -> None:
    table = "<table><tr><th>Line</th><th>Boats</th></tr><tr><td>Night</td><td>2</td></tr></table>"
    (article,) = records(page(body=STORY + table), "html")
    assert "Line | Boats" in article.text
    assert "Night | 2" in article.text


def test_a_fragment_is_all_story(records: Records) -> None:
    (article,) = records(f"<h1>Ferries cross again</h1>{STORY}", "html", "a.html")
    assert article.headline == "Ferries cross again"
    assert "No ship late" in article.body


def test_the_only_heading_is_the_headline_of_a_page_without_a_title(records: Records) -> None:
    (article,) = records(f"<html><body><div><h1>Ferries cross again</h1></div><div>{STORY}</div></body></html>", "html")
    assert article.headline == "Ferries cross again"


def test_a_table_that_lays_out_a_page_is_none(records: Records) -> None:
    menu = "<td><a href='/'>Home</a><br><a href='/coast'>Coast</a></td>"
    story = STORY.replace("</p>", "").replace("<h2>No ship late</h2>", "")
    (article,) = records(
        f"<html><body><table><tr>{menu}<td><b>Ferries cross again</b><br>By MARA LIND{story}</td></tr></table>", "html"
    )
    assert by(article) == ["MARA LIND"]
    assert len(article.body) == 3
    assert "Home" not in article.text


def test_a_headline_below_a_kicker_stands_once(records: Records) -> None:
    (article,) = records(page().replace("<article>", "<article><p>Coast</p>"), "html")
    assert article.text.count("Ferries cross again") == 1


def test_all_authors_that_links_name(records: Records) -> None:
    names = '<p>By <a rel="author" href="/l">Mara Lind</a> and <a rel="author" href="/a">Tom Acht</a></p>'
    (article,) = records(page(body=names + STORY), "html")
    assert by(article) == ["Mara Lind", "Tom Acht"]


def test_where_a_browser_saved_it_from_is_its_address(records: Records) -> None:
    saved = page().replace("<html>", "<!-- saved from url=(0025)https://harbour.example/f -->\n<html>")
    (article,) = records(saved, "html")
    assert article.facts.url == "https://harbour.example/f"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "utf-8"), ("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("windows-1251", "cp1251"), ("nonsense", "utf-8-sig")],
)
def test_an_encoding_is_as_declared_unless_that_is_a_lie(records: Records, declared: str, encoding: str) -> None:
    said = "Паромы" if encoding == "cp1251" else "Fähren — «ja»"
    data = page(f'<meta charset="{declared}">', STORY.replace("Ferries", said)).encode(encoding)
    (article,) = records(data, "html", "a.html")
    assert article.body[0].startswith(said)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<html><body><a href='/a'>Home</a> <a href='/b'>Coast</a></body></html>", "without a story"),
        ("<!DOCTYPE html><html></html>", "without a"),
        (page('<meta property="og:url" content="https://harbour.example/">'), "front page"),
        (page(json_ld('{"@type": "CollectionPage"}')), "front page"),
    ],
)
def test_a_page_without_a_story_says_what_it_is(data: str, reason: str) -> None:
    with pytest.raises(NotNews, match=reason):
        items("html", data)


def test_a_story_that_only_the_pages_data_hold_is_read(records: Records) -> None:
    head = json_ld('{"@type": "NewsArticle", "headline": "Ferries cross", "articleBody": "Boats sail.\\n\\nNone was late."}')
    (article,) = records(page(head, "<div>Loading</div>"), "html")
    assert article.body == ("Boats sail.", "None was late.")


@pytest.mark.parametrize("name", ["europresse", "factiva", "nexis", "proquest"])
def test_databases_keep_their_pages(name: str) -> None:
    example = readers.table()[name].example()
    taken = readers.recognised("page.html", example[: readers.HEAD])
    assert taken is not None
    assert taken[0] == name


def test_without_its_library_a_page_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtra, match=r"a web page; `pip install 'newscli\[html\]'`"):
        items("html", page())


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    def refused(*args: object, **kwargs: object) -> None:
        raise AssertionError("a page asked for the network")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    items("html", html.example())
    items("html", '<html><head><base href="https://harbour.example/"></head>' + page()[15:])
    with pytest.raises(NotNews):
        items("html", "<body")
    assert capfd.readouterr() == ("", "")


def test_thousands_of_links_beside_a_story_are_none_of_it(records: Records) -> None:
    links = "".join(f'<li><a href="/{number}">Snow closes road number {number} again</a></li>' for number in range(4_000))
    (article,) = records(page(body=STORY).replace("</body>", f"<div><ul>{links}</ul></div></body>"), "html")
    assert [line[:12] for line in article.body] == ["Ferries cros", "No ship late", "The harbour ", "Passengers h"]


def test_a_page_of_more_elements_than_any_story_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_html, "_MANY_ELEMENTS", 10)
    monkeypatch.setattr(_html, "_MOST_ELEMENTS", 12)
    with pytest.raises(UnreadableError, match="is a page of more than 12 elements"):
        items("html", page())


def test_what_json_ld_only_refers_to_is_looked_up(records: Records) -> None:
    graph = (
        '{"@graph": [{"@type": "NewsArticle", "headline": "Ferries cross again", "publisher": {"@id": "#p"},'
        ' "author": {"@type": "Person", "name": ["Mara Lind", "Tom Acht"]}},'
        ' {"@type": "NewsMediaOrganization", "@id": "#p", "name": "Harbour Times"}]}'
    )
    (article,) = records(page(json_ld(graph)), "html")
    assert (article.facts.source, by(article)) == ("Harbour Times", ["Mara Lind", "Tom Acht"])


def test_a_heading_that_says_what_it_is(records: Records) -> None:
    marked = f'<div><h1 itemprop="headline">Ferries cross the fjord again</h1><div itemprop="articleBody">{STORY}</div></div>'
    (article,) = records(f"<!DOCTYPE html><html><head><title>Ferries</title></head><body>{marked}</body></html>", "html")
    assert article.headline == "Ferries cross the fjord again"


def test_a_sign_off_stands_above_the_captions_that_come_last(records: Records) -> None:
    figure = '<figure><img src="/f.jpg"><figcaption>A ferry leaves. Photograph: Ann Petrie</figcaption></figure>'
    (article,) = records(page(body=f"{figure}{STORY}<p>Reporting by Mara Lind; Editing by Tom Acht</p>"), "html")
    assert [(credit.name, credit.role) for credit in article.credits] == [("Mara Lind", "reporting"), ("Tom Acht", "editing")]
    assert [caption.text for caption in article.captions] == ["A ferry leaves."]


LD_STORY = '{{"@type": "NewsArticle", "headline": "Ferries cross again", {}}}'
AUTHORS = [
    (json_ld(LD_STORY.format('"author": {"@type": "Organization", "name": "Harbour Times"}, "contributor": "Mara Lind"')), ""),
    (json_ld(LD_STORY.format('"author": {"url": "https://harbour.example/mara"}, "creator": ["Mara Lind"]')), ""),
    (json_ld(LD_STORY.format('"author": {"name": "Reuters"}')) + '<meta name="byl" content="By Mara Lind">', ""),
    ('<meta property="article:author" content="https://x.example/ml"><meta name="parsely-author" content="Mara Lind">', ""),
    ('<meta name="citation_author" content="Lind, Mara">', ""),
    ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Mara Lind">', ""),
    ("", '<div class="artikel-meta"><span class="autor">Von Mara Lind</span> | 14.01.2022</div>'),
    ("", '<div class="article__meta"><span class="auteur">Par Mara Lind</span> Publié le 14 janvier 2022</div>'),
    ("", '<dl class="meta"><dt>Author:</dt><dd>Mara Lind</dd><dt>Date</dt><dd>14 January 2022</dd></dl>'),
    ("", "<table><tr><td>By</td><td>Mara Lind</td></tr><tr><td>Published</td><td>14 January 2022</td></tr></table>"),
    ("", '<aside class="meta"><p>By Mara Lind</p><p>Coast reporter</p></aside>'),
]  # fmt: skip


@pytest.mark.parametrize(("head", "box"), AUTHORS)
def test_authors_in_the_head_or_in_the_box_above_the_story(records: Records, head: str, box: str) -> None:
    (article,) = records(page(head, box + STORY), "html")
    assert by(article) == ["Mara Lind"]
    assert article.body[0].startswith("Ferries crossed the fjord again on Friday")


def test_a_box_of_another_story_is_not_of_this_one(records: Records) -> None:
    (article,) = records(page(body=STORY + '<div class="teaser"><p>By Tom Acht</p></div>'), "html")
    assert by(article) == []


def test_a_box_states_the_date(records: Records) -> None:
    box = "<table><tr><th>Veröffentlicht</th><td>14. Januar 2022</td></tr><tr><th>Ressort</th><td>Küste</td></tr></table>"
    (article,) = records(page(body=box + STORY), "html")
    assert article.date == "2022-01-14"
    assert "Ressort" not in article.text


def test_a_site_before_the_headline_in_the_title_is_none_of_it(records: Records) -> None:
    head = "<head><title>Harbour Post: Ferries cross again</title></head>"
    (article,) = records(f"<html>{head}<body><h2>Ferries cross again</h2>{STORY}</body></html>", "html")
    assert article.headline == "Ferries cross again"
    assert "Ferries cross again" not in article.body
