"""NITF as agencies write it."""

from collections.abc import Callable

import pytest

from newscli.article import Article
from newscli.errors import UnreadableError
from newscli.readers import NotNews
from newscli.readers.nitf import example, sniff

Records = Callable[..., list[Article]]
One = Callable[..., Article]

BODY = "<nitf><body><body.content><p>{}</p></body.content></body></nitf>\n"
HEAD = '<head><docdata><date.issue norm="20220114T173200+0100"/></docdata></head>'


@pytest.fixture
def one(records: Records) -> One:
    """one(body_head, content, head): the article of a document that has these."""

    def made(body_head: str, content: str, head: str = HEAD) -> Article:
        body = f"<body><body.head>{body_head}</body.head><body.content>{content}</body.content></body>"
        return records(f"<nitf>{head}{body}</nitf>", "nitf")[0]

    return made


def test_what_the_elements_say(records: Records) -> None:
    article = records(example(), "nitf")[0]
    assert (article.date, article.time) == ("2022-01-14", "17:32+01:00")
    assert article.headline == "Ferries cross the fjord again"
    assert [(credit.name, credit.role) for credit in article.credits] == [("Mara Lind", "by")]
    assert article.dateline
    assert article.dateline.text == "BERGEN, Norway"
    assert article.agency == "AP"
    assert article.facts.as_json() == {
        "source": "The Associated Press",
        "section": "Business",
        "language": "en-GB",
        "subjects": ["Economy", "Transport"],
    }
    assert article.body == (
        "Ferries crossed the fjord again on Friday after a week of ice.",
        "No ship late",
        "The harbour master said no ship was late yet.",
    )
    assert [(caption.text, caption.credit) for caption in article.captions] == [("A ferry leaves the old harbour.", "Wei Lan")]
    assert [note.text for note in article.notes] == ["Photos to follow", "© 2022 The Harbour Press"]


@pytest.mark.parametrize(
    ("head", "content", "dateline"),
    [
        ("<dateline>SYDNEY March 22 AAP -</dateline>", "<p>Ships sailed.</p>", "SYDNEY March 22 AAP"),
        ("<dateline><location>OSLO</location></dateline>", "<p>OSLO (AP) — Ships sailed again.</p>", "OSLO (AP)"),
        (
            "<dateline><location>ROME</location></dateline>",
            "<p>(ANSA) - ROME, JAN 14 - Ships sailed.</p>",
            "(ANSA) - ROME, JAN 14",
        ),
        (
            "<dateline><location><city>Oslo</city><country>Norway</country></location></dateline>",
            "<p>OSLO - Ships sailed again.</p>",
            "OSLO",
        ),
        ("<dateline><location>OSLO</location><story.date>Jan 14</story.date></dateline>", "<p>Ships.</p>", "OSLO, Jan 14"),
        (
            '<dateline><story.date norm="20220114T2228Z">20220114T2228Z</story.date></dateline>',
            "<p>Oslo, Jan 14 (EFE).- Ships sailed.</p>",
            "Oslo, Jan 14 (EFE)",
        ),
    ],
)
def test_a_dateline_stands_once_wherever_it_is_stated(one: One, head: str, content: str, dateline: str) -> None:
    article = one(head, content)
    assert article.dateline
    assert article.dateline.text == dateline
    assert article.body[0].startswith("Ships")


def test_a_byline_that_names_nobody_is_no_credit(one: One) -> None:
    assert one("<byline>gr/bp</byline>", "<p>Ships sailed.</p>").body == ("Ships sailed.",)
    article = one("<byline>Harbour serious, ready for every scenario</byline>", "<p>Ships sailed.</p>")
    assert article.credits == ()


def test_lines_lists_and_tables(one: One) -> None:
    content = (
        "<p>   Ships sailed through the fog and the ice of the old harbour <br />again.</p><p/>"
        "<ul><li>Ice</li><li><em>Fog</em>: thick</li></ul>"
        "<table><tr><th>Ship</th><th>Day</th></tr><tr><td>Lind</td><td>14</td></tr></table>"
        "<pre>Bergen v Oslo\nBergen: Lind, Acht\n\nOslo: Lan</pre>"
    )
    assert one("", content).body == (
        "Ships sailed through the fog and the ice of the old harbour again.",
        "Ice",
        "Fog: thick",
        "Ship | Day",
        "Lind | 14",
        "Bergen v Oslo",
        "Bergen: Lind, Acht",
        "Oslo: Lan",
    )


def test_a_template_that_was_never_filled_in_is_no_date(one: One) -> None:
    head = '<head><docdata><date.issue norm="YYYYMMDD000000-HHMM"/><date.release norm="20220114"/></docdata></head>'
    assert one("", "<p>Ships.</p>", head).date == "2022-01-14"


def test_withdrawn_and_empty_stories_are_no_news(records: Records) -> None:
    for docdata, body in (('<docdata management-status="canceled"/>', "<p>Ships.</p>"), ("<docdata/>", "")):
        markup = f"<nitf><head>{docdata}</head><body><body.content>{body}</body.content></body></nitf>"
        with pytest.raises(NotNews):
            records(markup, "nitf")


def test_several_documents_in_a_file(records: Records) -> None:
    document = '<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "nitf.dtd">\n' + BODY
    found = records(document.format("Ice.") + document.format("Fog."), "nitf")
    assert [article.body for article in found] == [("Ice.",), ("Fog.",)]


def test_xml_that_is_not_as_it_says(records: Records) -> None:
    lying = b'\n\n<?xml version="1.0" encoding="UTF-8"?>' + BODY.format("Caf\xe9 &eacute;&#1;").encode("latin-1")
    assert records(lying, "nitf")[0].body == ("Café é",)
    other = '<?xml version="1.0" encoding="iso-8859-1"?>' + BODY.format("Café “Lind”")
    assert records(other, "nitf")[0].body == ("Café “Lind”",)
    wide = other.replace("iso-8859-1", "utf-16").encode("utf-16")
    assert records(wide, "nitf")[0].body == ("Café “Lind”",)


def test_entities_are_refused_and_parameter_entities_are_not_fetched(records: Records) -> None:
    with pytest.raises(UnreadableError, match="entities"):
        records('<!DOCTYPE nitf [<!ENTITY a "aaaa">]>' + BODY.format("&a;"), "nitf")
    parameter = '<!DOCTYPE nitf SYSTEM "x.dtd" [<!ENTITY % more SYSTEM "http://harbour.example/more.dtd">\n%more;]>'
    assert records(parameter + BODY.format("Ice."), "nitf")[0].body == ("Ice.",)


def test_recognised_by_its_outermost_element() -> None:
    namespace = b'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">'
    assert sniff(b'<?xml version="1.0"?>\n<!-- x --><!DOCTYPE nitf SYSTEM "a">\n' + namespace, "a")
    assert not sniff(b"<NewsML><nitf>", "a")
    assert not sniff(b"A story about <nitf>", "a")


def test_what_stands_above_the_story(one: One) -> None:
    article = one(
        "<hedline><hl1>Grain moves</hl1><hl2>Snow is gone</hl2></hedline><byline>By <person>Mara Lind</person></byline>"
        "<byline>By Tom Acht<byttl>Rail writer</byttl></byline><byline>Associated Press</byline>"
        '<dateline><location>OSLO, Norway</location> <story.date norm="20220114">(AP)</story.date></dateline>'
        "<abstract><p>Trains moved again.</p></abstract><abstract><p>A long wait ends.</p></abstract>",
        "<p>Trains moved again.</p>",
    )
    assert [credit.name for credit in article.credits] == ["Mara Lind", "Tom Acht"]
    assert article.dateline
    assert article.dateline.text == "OSLO, Norway (AP)"
    assert [note.text for note in article.notes] == ["Snow is gone", "A long wait ends."]
    assert article.body == ("Trains moved again.",)


def test_the_corpus_of_the_new_york_times_has_its_first_paragraph_twice_and_midnight_for_a_day(records: Records) -> None:
    facts = (
        '<docdata><identified-content><classifier type="descriptor">Grain</classifier><classifier type="taxonomic_classifier">'
        'Top/News</classifier><person class="indexing_service">Lind, Mara</person></identified-content></docdata>'
        '<meta name="online_sections" content="World"/><pubdata date.publication="20070102T000000" name="The New York Times"/>'
    )
    blocks = (
        '<block class="lead_paragraph"><p>LEAD: Trains moved.</p></block>'
        '<block class="full_text"><p>Trains moved.</p><p>Snow fell.</p></block>'
    )
    (article,) = records(f"<nitf><head>{facts}</head><body><body.content>{blocks}</body.content></body></nitf>", "nitf")
    assert article.body == ("Trains moved.", "Snow fell.")
    assert (article.date, article.time) == ("2007-01-02", None)
    assert (article.facts.section, article.facts.subjects) == ("World", ("Grain", "Lind, Mara"))


def test_what_a_line_below_the_headline_tells_editors_is_a_note(one: One) -> None:
    article = one("<hedline><hl1>Grain moves</hl1><hl2>Eds: Will be updated.</hl2></hedline>", "<p>Trains moved.</p>")
    assert [(note.kind, note.text) for note in article.notes] == [("advisory", "Eds: Will be updated.")]
