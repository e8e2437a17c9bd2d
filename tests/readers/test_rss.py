"""Feeds as publishers write them."""

from collections.abc import Callable
from io import BytesIO

import pytest

from newscli.article import Article
from newscli.readers import NotNews, Source
from newscli.readers.rss import example, read, sniff

Records = Callable[..., list[Article]]

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Times</title>
<entry><title>Grain moves</title><link rel="alternate" href="https://harbour.example/grain"/><id>urn:1</id>
<published>2022-01-14T08:00:00Z</published><updated>2022-01-15T08:00:00Z</updated><author><name>Tom Acht</name></author>
<category term="rail" label="Railways"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Trains moved.</p><p>Snow had gone.</p></div></content>
</entry>
</feed>"""


def rss(item: str) -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Times</title>{item}</channel></rss>'


def test_what_an_item_says(records: Records) -> None:
    article = records(example(), "rss")[0]
    assert (article.headline, article.date, article.time) == ("Ferries cross the fjord again", "2022-01-14", "17:32+01:00")
    assert [credit.name for credit in article.credits] == ["Mara Lind"]
    assert (article.facts.url, article.facts.source) == ("https://harbour.example/ferries", "Harbour Times")
    assert article.body == ("Ferries crossed the fjord again.", "No ship was late.")
    assert [caption.text for caption in article.captions] == ["A ferry leaves the old harbour."]


def test_atom_says_the_same_in_its_own_way(records: Records) -> None:
    article = records(ATOM, "rss")[0]
    assert (article.headline, article.date) == ("Grain moves", "2022-01-14")
    assert (article.facts.url, article.facts.subjects) == ("https://harbour.example/grain", ("Railways",))
    assert article.facts.language == "en"
    assert [credit.name for credit in article.credits] == ["Tom Acht"]
    assert article.body == ("Trains moved.", "Snow had gone.")


def test_a_summary_is_the_text_where_there_is_no_other(records: Records) -> None:
    item = "<item><title>Grain moves</title><description>&lt;p&gt;Trains &amp;amp; ships moved.&lt;/p&gt;</description></item>"
    assert records(rss(item), "rss")[0].body == ("Trains & ships moved.",)


def test_an_address_is_no_name(records: Records) -> None:
    item = "<item><title>A</title><description>Ships sailed.</description><author>mara@h.example (Mara Lind)</author></item>"
    assert [credit.name for credit in records(rss(item), "rss")[0].credits] == ["Mara Lind"]


def test_an_empty_entry_loses_only_itself(records: Records, reasons: Callable[[str], list[str]]) -> None:
    data = rss("<item/><item><title>Grain moves</title></item>")
    assert len(records(data, "rss")) == 1
    assert reasons(data) == ["an entry without title and text"]


def test_a_feed_without_entries_is_no_news() -> None:
    with pytest.raises(NotNews):
        list(read(Source("a", "a", BytesIO(rss("").encode()))))


def test_other_rdf_is_no_feed() -> None:
    assert sniff(b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', "a.xml") is None


def test_what_stands_beside_the_full_text(records: Records) -> None:
    item = (
        "<item><title>Grain moves</title><description>Snow is gone.</description>"
        '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>Trains moved again.</p>'
        '<p>The post <a href="x">Grain moves</a> appeared first on Harbour Times.</p>]]></content:encoded>'
        '<media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://harbour.example/t.jpg" medium="image">'
        "<media:description>A train.</media:description><media:credit>Ann Petrie</media:credit></media:content></item>"
    )
    (article,) = records(rss(item), "rss")
    assert article.body == ("Trains moved again.",)
    notes = [("summary", "Snow is gone."), ("advisory", "The post Grain moves appeared first on Harbour Times.")]
    assert [(note.kind, note.text) for note in article.notes] == notes
    assert [(caption.text, caption.credit) for caption in article.captions] == [("A train.", "Ann Petrie")]


def test_the_source_behind_a_headline_is_none_of_it_and_a_text_that_says_both_is_none(records: Records) -> None:
    said = "&lt;a href='x'&gt;Grain moves&lt;/a&gt;&amp;nbsp;&lt;font&gt;Coast Radio&lt;/font&gt;"
    entry = (
        f"<item><title>Grain moves - Coast Radio</title><description>{said}</description><source>Coast Radio</source></item>"
    )
    (article,) = records(rss(entry), "rss")
    assert (article.headline, article.body, article.facts.source) == ("Grain moves", (), "Coast Radio")


def test_wordpress_names_its_authors_above_and_has_more_than_posts(records: Records) -> None:
    author = "<author><author_login>mlind</author_login><author_display_name>Mara Lind</author_display_name></author>"
    post = "<item><title>Grain moves</title><creator>mlind</creator><encoded>Trains moved.</encoded></item>"
    picture = "<item><title>f.jpg</title><creator>mlind</creator><post_type>attachment</post_type></item>"
    (article,) = records(rss(author + post + picture), "rss")
    assert (article.headline, [credit.name for credit in article.credits]) == ("Grain moves", ["Mara Lind"])
    with pytest.raises(NotNews, match="WordPress's attachment"):
        records(rss(author + picture), "rss")


def test_a_link_to_the_whole_story_is_no_summary(records: Records) -> None:
    entry = (
        "<item><title>Grain</title><description>&lt;p&gt;Snow had gone.&lt;/p&gt; &lt;a&gt;Continue reading...&lt;/a&gt;"
        "</description><encoded>&lt;p&gt;Trains moved again on Friday.&lt;/p&gt;&lt;p&gt;It snows.&lt;/p&gt;</encoded></item>"
    )
    (article,) = records(rss(entry), "rss")
    assert "Continue" not in article.text
    assert len(article.body) == 2
