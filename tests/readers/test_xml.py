"""XML of makers that nobody knows: read where its elements speak for themselves, else named."""

import pytest
from tests.readers.conftest import Records
from tests.readers.reading import by, items, records

from newscli import readers
from newscli.errors import UnreadableError
from newscli.readers import NotNews, RawArticle, Source, xml

TEXT = "OSLO (Reuters) - Trains moved again on Friday after a week of snow, the railway said, and nobody was late."


def test_the_children_of_the_outermost_element(records: Records) -> None:
    rows = "".join(f"<item nr='{n}'><Headline>Story {n}</Headline><Body>{TEXT}</Body></item>" for n in range(3))
    found = records(f"<?xml version='1.0'?><list><made>by hand</made>{rows}</list>", "xml")
    assert [one.headline for one in found] == ["Story 0", "Story 1", "Story 2"]
    assert all(one.agency == "Reuters" for one in found)


def test_the_outermost_element_itself(records: Records) -> None:
    (article,) = records(
        '<?xml version="1.0"?><News PublishDate="2022-01-14T17:32:00"><headline>Trains move</headline>'
        f"<byLine>Mara Lind</byLine><content>&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;It snows.&lt;/p&gt;</content>"
        "<language>1</language></News>",
        "xml",
    )
    assert (article.headline, article.date, article.time, by(article)) == ("Trains move", "2022-01-14", "17:32", ["Mara Lind"])
    assert article.body[1:] == ("It snows.",)
    assert article.facts.language is None


def test_elements_deep_inside(records: Records) -> None:
    story = f"<Story><title>Trains move</title><text><p>{TEXT}</p><p>It snows.</p></text></Story>"
    (article,) = records(f"<?xml version='1.0'?><a:answer xmlns:a='urn:x'><a:ok>1</a:ok><a:l>{story}</a:l></a:answer>", "xml")
    assert (article.headline, len(article.body)) == ("Trains move", 2)


def test_an_article_is_read_whole_and_nothing_in_it_a_second_time(records: Records) -> None:
    inner = f"<related><title>Snow falls</title><text>{TEXT}</text></related>"
    (article,) = records(f"<?xml version='1.0'?><l><a><title>Trains move</title><text>{TEXT}</text>{inner}</a></l>", "xml")
    assert article.headline == "Trains move"


def test_elements_of_the_user() -> None:
    data = f"<?xml version='1.0'?><liste><sak><kop>Trains move</kop><tekst>{TEXT}</tekst></sak></liste>"
    (article,) = records("xml", data, {"headline": "kop", "text": "tekst"})
    assert article.headline == "Trains move"


@pytest.mark.parametrize(
    ("data", "root"),
    [
        ("<?xml version='1.0'?><urlset><url><loc>https://harbour.example/</loc></url></urlset>", "urlset"),
        (f"<?xml version='1.0'?><config><text>{TEXT}</text></config>", "config"),
        (f"<?xml version='1.0'?><photo><title>Fog</title><caption>{TEXT}</caption></photo>", "photo"),
        ("<?xml version='1.0'?><event><title>Fair</title><text>At noon.</text></event>", "event"),
    ],
)
def test_other_xml_is_named_by_its_outermost_element(data: str, root: str) -> None:
    assert readers.recognised("download", data.encode()) == ("xml", f"XML whose outermost element is {root}")
    with pytest.raises(NotNews, match=rf"outermost element is {root}, which no reader knows.*--map.*--as text"):
        items("xml", data)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("europresse", "europresse"), ("rss", "rss"), ("nitf", "nitf"), ("newsml1", "newsml1"), ("newsmlg2", "newsmlg2")],
)
def test_formats_that_have_a_reader_keep_it(name: str, expected: str) -> None:
    taken = readers.recognised("a.xml", readers.table()[name].example()[: readers.HEAD])
    assert taken is not None
    assert taken[0] == expected


def test_text_in_angle_brackets_is_text(records: Records) -> None:
    records("<NOTE>\n<TEXT>\nTrains moved.\n</TEXT>\n</NOTE>\n", "text")


def test_what_stands_before_a_break_is_kept() -> None:
    from io import BytesIO

    item = f"<a><title>Trains move</title><text>{TEXT}</text></a>"
    found = xml.read(Source("a", "a", BytesIO(f"<?xml version='1.0'?><l>{item}{item}<a><title>".encode())))
    assert isinstance(next(found), RawArticle)
    assert isinstance(next(found), RawArticle)
    with pytest.raises(UnreadableError, match="broken XML"):
        next(found)


def test_elements_that_an_attribute_names() -> None:
    fields = {"id": "1", "title": "Trains move", "date": "2022-01-14T17:32:00Z", "author": "Mara Lind", "body": TEXT}
    rows = "".join(f'<field name="{name}">{said}</field>' for name, said in fields.items())
    (article,) = records("xml", f"<?xml version='1.0'?><add><doc>{rows}</doc></add>")
    assert (article.headline, article.date, by(article)) == ("Trains move", "2022-01-14", ["Mara Lind"])


def test_an_item_of_reuters_corpus_volume_1() -> None:
    facts = (
        '<codes class="bip:countries:1.0"><code code="NORW"><editdetail date="1996-08-20"/></code></codes>'
        '<codes class="bip:topics:1.0"><code code="C24"/><code code="CCAT"/></codes>'
        '<dc element="dc.date.created" value="1996-08-20"/><dc element="dc.source" value="Reuters"/>'
    )
    (article,) = records(
        "xml",
        '<?xml version="1.0"?><newsitem itemid="1" date="1996-08-20" xml:lang="en"><headline>Trains move.</headline>'
        f"<byline>Mara Lind</byline><text><p>{TEXT}</p></text><metadata>{facts}</metadata></newsitem>",
    )
    assert (article.headline, article.date, article.facts.source) == ("Trains move.", "1996-08-20", "Reuters")
    assert article.facts.subjects == ("NORW", "C24", "CCAT")


def test_tei_has_what_it_states_in_a_header() -> None:
    described = (
        "<titleStmt><title>Trains move</title><author>Mara Lind</author></titleStmt><publicationStmt>"
        '<publisher>Harbour Times</publisher><date when="2022-01-14"/></publicationStmt>'
    )
    header = f"<teiHeader><fileDesc>{described}</fileDesc></teiHeader>"
    (article,) = records(
        "xml",
        f'<?xml version="1.0"?><TEI xmlns="urn:tei">{header}<text><body><p>{TEXT}</p><p>It snows.</p></body></text></TEI>',
    )
    assert (article.headline, article.date, by(article)) == ("Trains move", "2022-01-14", ["Mara Lind"])
    assert (article.facts.source, len(article.body)) == ("Harbour Times", 2)


def test_what_trafilatura_writes_has_attributes_around_a_main_part() -> None:
    head = (
        'title="Trains move" author="Mara Lind" date="2022-01-14" sitename="Harbour Times" source="https://harbour.example/t"'
    )
    (article,) = records("xml", f"<?xml version='1.0'?><doc {head}><main><p>{TEXT}</p></main><comments/></doc>")
    assert (article.headline, article.date, by(article)) == ("Trains move", "2022-01-14", ["Mara Lind"])
    assert (article.facts.source, article.facts.url) == ("Harbour Times", "https://harbour.example/t")


def test_a_sites_map_of_its_news_has_headlines() -> None:
    news = (
        "<n:publication><n:name>Harbour Times</n:name><n:language>en</n:language></n:publication>"
        "<n:publication_date>2022-01-14</n:publication_date><n:title>Trains move</n:title>"
    )
    url = f"<url><loc>https://harbour.example/t</loc><n:news>{news}</n:news></url>"
    (article,) = records("xml", f"<?xml version='1.0'?><urlset xmlns:n='urn:n'>{url}</urlset>")
    assert (article.headline, article.date, article.facts.source) == ("Trains move", "2022-01-14", "Harbour Times")
    assert article.facts.url == "https://harbour.example/t"
