"""NewsML-G2 as agencies send it."""

from collections.abc import Callable
from io import BytesIO

import pytest

from newscli.article import Article
from newscli.readers import NotNews, Source
from newscli.readers.newsmlg2 import example, read, sniff

Records = Callable[..., list[Article]]

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en"><itemMeta>
<itemClass qcode="ninat:{kind}"/><provider qcode="nprov:AP"><name>The Associated Press</name></provider>
<versionCreated>2022-01-14T17:34:00Z</versionCreated><pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><headline>Grain moves</headline>{meta}</contentMeta>
<contentSet><inlineXML contenttype="{mime}">{body}</inlineXML></contentSet></newsItem>"""
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Trains moved.</p></body></html>'
NITF = "<nitf><body><body.content><p>Trains moved.</p></body.content></body></nitf>"


def item(
    body: str = XHTML, mime: str = "application/xhtml+xml", kind: str = "text", status: str = "usable", meta: str = ""
) -> str:
    return ITEM.format(body=body, mime=mime, kind=kind, status=status, meta=meta)


def message(*items: str) -> str:
    return f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{"".join(items)}</itemSet></newsMessage>'


def test_what_the_elements_say(records: Records) -> None:
    article = records(example(), "newsmlg2")[0]
    assert (article.date, article.time) == ("2022-01-14", "17:32+01:00")
    assert article.headline == "Ferries cross the fjord again"
    assert [(credit.name, credit.role) for credit in article.credits] == [("Mara Lind", "by")]
    assert article.dateline is not None
    assert article.dateline.text == "BERGEN, Norway"
    assert article.agency == "AFP"
    assert (article.facts.section, article.facts.subjects, article.facts.language) == ("Coast", ("ferries",), "en")
    assert article.body == ("Ferries crossed the fjord again on Friday after a week of ice.", "No ship was late.")
    assert [caption.text for caption in article.captions] == ["A ferry leaves the old harbour."]


@pytest.mark.parametrize(("body", "mime"), [(XHTML, "application/xhtml+xml"), (NITF, "application/nitf+xml")])
def test_the_text_may_be_xhtml_or_nitf(records: Records, body: str, mime: str) -> None:
    assert [one.body for one in records(item(body, mime), "newsmlg2")] == [("Trains moved.",)]


def test_a_pages_own_head_is_no_part_of_the_story(records: Records) -> None:
    head = (
        '<header><ul class="slugline"><li class="subject">Work</li></ul><time class="publicationDate">14.01.2022 17:16</time>'
        '<p class="genre">Summary</p><h1>Grain moves</h1><p class="byline">Von Mara Lind, dpa</p></header>'
    )
    story = '<section class="main"><p class="teaser">The snow is gone.</p><p>Oslo (dpa) - Trains moved.</p></section>'
    (article,) = records(item(XHTML.replace("<p>Trains moved.</p>", head + story)), "newsmlg2")
    assert (article.headline, article.body) == ("Grain moves", ("Trains moved.",))
    assert [credit.name for credit in article.credits] == ["Mara Lind"]
    assert [(note.kind, note.text) for note in article.notes] == [("summary", "The snow is gone.")]
    assert article.dateline is not None


def test_the_line_below_the_headline_is_a_summary_wherever_it_stands(records: Records) -> None:
    meta = '<headline role="hld:main">Grain</headline><description role="drol:summary">Snow is gone.</description>'
    document = item(meta=meta).replace("<headline>Grain moves<", '<headline role="hld:sub">A long wait ends<')
    (article,) = records(document, "newsmlg2")
    assert article.headline == "Grain"
    assert [(note.kind, note.text) for note in article.notes] == [("summary", "A long wait ends"), ("summary", "Snow is gone.")]


def test_boxes_and_editors_notes_stand_beside_the_story(records: Records) -> None:
    box = '<div class="INFOBOX"><h2>Rails</h2><p>A line of 900 km.</p></div>'
    notes = '<edNote>Pictures follow.</edNote><edNote role="dpaednoterole:closingline">dpa ab cd</edNote></itemMeta>'
    document = item(body=XHTML.replace("</body>", f"{box}</body>")).replace("</itemMeta>", notes)
    (article,) = records(document, "newsmlg2")
    assert article.body == ("Trains moved.",)
    assert [note.text for note in article.notes] == ["Rails", "A line of 900 km.", "Pictures follow."]
    assert article.text.endswith("Pictures follow.")
    assert "dpa ab cd" in article.text


@pytest.mark.parametrize(
    ("signal", "kind"), [("sig:correction", "correction"), ("sig:repeat", "correction"), ("sig:update", "advisory")]
)
def test_an_editors_note_on_what_was_wrong_is_a_correction_unless_the_item_is_an_update(
    records: Records, signal: str, kind: str
) -> None:
    notes = f'<signal qcode="{signal}"/><edNote role="role:correction">Names the pilot Lind.</edNote></itemMeta>'
    (article,) = records(item(body=XHTML).replace("</itemMeta>", notes), "newsmlg2")
    assert [(note.kind, note.text) for note in article.notes] == [(kind, "Names the pilot Lind.")]


def test_what_stands_in_a_box_below_a_heading_for_corrections_is_one(records: Records) -> None:
    box = (
        '<section class="notepad"><h3>Notizblock</h3><h4>Berichtigung</h4><ul><li>Lind (statt Lund).</li></ul>'
        "<h4>Orte</h4><ul><li>Bergen</li></ul></section>"
    )
    (article,) = records(item(body=XHTML.replace("</body>", f"{box}</body>")), "newsmlg2")
    kinds = {note.text: note.kind for note in article.notes}
    assert kinds == {
        "Berichtigung": "correction", "Lind (statt Lund).": "correction",
        "Notizblock": "advisory", "Orte": "advisory", "Bergen": "advisory",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Eds: CORRECTS: pilot is Lind, not Lund.", "correction"),
        ("Korrektur: der Lotse heißt Lind.", "correction"),
        ("Pictures follow.", "advisory"),
    ],
)
def test_a_note_is_a_correction_by_its_first_word(records: Records, said: str, kind: str) -> None:
    (article,) = records(item(body=XHTML).replace("</itemMeta>", f"<edNote>{said}</edNote></itemMeta>"), "newsmlg2")
    assert [note.kind for note in article.notes] == [kind]


def test_a_header_without_a_headline_is_part_of_it(records: Records) -> None:
    body = XHTML.replace("<p>", "<header><p>Trains stood for a week.</p></header><p>")
    assert records(item(body), "newsmlg2")[0].body == ("Trains stood for a week.", "Trains moved.")


def test_elements_in_capitals_of_a_swedish_kind(records: Records) -> None:
    body = "<BODY xmlns=''><TEXT><RUBRIK>Grain moves</RUBRIK><INGRESS><P>It is thawing.</P></INGRESS><BRODTEXT>"
    body += "<CITAT>Trains move, he said.</CITAT><MELLIS>Late</MELLIS><P>Some were late.</P></BRODTEXT></TEXT></BODY>"
    article = records(item(body, "application/ttnitf+xml"), "newsmlg2")[0]
    assert article.body == ("It is thawing.", "Trains move, he said.", "Late", "Some were late.")


def test_a_headline_alone_is_an_alert(records: Records) -> None:
    (article,) = records(item(""), "newsmlg2")
    assert (article.headline, article.body, article.warnings) == ("Grain moves", (), ("no body",))


def test_a_message_holds_several_items(records: Records) -> None:
    assert len(records(message(item(), item(kind="picture"), item()), "newsmlg2")) == 2


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (item(kind="picture"), "a photo's metadata"),
        (item(status="canceled"), "a story that was withdrawn"),
        (message(), "a message without a news item"),
        ('<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "a package, a list of other items"),
        ('<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', "a concept of a vocabulary"),
    ],
)
def test_what_is_no_story_says_what_it_is(document: str, reason: str) -> None:
    with pytest.raises(NotNews, match=reason):
        list(read(Source("a", "a", BytesIO(document.encode()))))


def test_other_xml_is_not_taken() -> None:
    assert sniff(b"<NewsML><NewsItem/></NewsML>", "a.xml") is None
    assert sniff(b"<rss/>", "a.xml") is None


@pytest.mark.parametrize(
    "said",
    ["di Mara Lind", "von Mara Lind", "por Mara Lind", "av Mara Lind", "Tekst: Mara Lind", "Text Mara Lind", "de Mara Lind"],
)
def test_a_byline_that_is_stated_is_one_whatever_its_word_for_by(records: Records, said: str) -> None:
    (article,) = records(item(meta=f"<by>{said}</by>", body=XHTML), "newsmlg2")
    assert [credit.name for credit in article.credits] == ["Mara Lind"]


def test_several_behind_a_small_by(records: Records) -> None:
    (article,) = records(item(meta="<by>von Mara Lind und Tom Acht</by>", body=XHTML), "newsmlg2")
    assert [credit.name for credit in article.credits] == ["Mara Lind", "Tom Acht"]


@pytest.mark.parametrize(
    ("creator", "names"),
    [
        ('<creator qcode="x:1"><name>Mara Lind</name></creator>', ["Mara Lind"]),
        ('<creator literal="Mara Lind"/>', ["Mara Lind"]),
        ('<creator literal="AFP"/>', []),
        ("<creator><name>Harbour News Agency</name></creator>", []),
    ],
)
def test_a_creator_is_the_author_where_no_byline_is_stated_and_it_is_a_person(
    records: Records, creator: str, names: list[str]
) -> None:
    (article,) = records(item(meta=creator, body=XHTML), "newsmlg2")
    assert [credit.name for credit in article.credits] == names
