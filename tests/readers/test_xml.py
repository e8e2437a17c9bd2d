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
