"""NewsML 1: where its stories stand among components."""

from collections.abc import Callable

import pytest

from newscli.article import Article
from newscli.readers import NotNews
from newscli.readers.newsml1 import example, sniff

Records = Callable[..., list[Article]]
TEXT = '<ContentItem><MediaType FormalName="Text"/><DataContent>{}</DataContent></ContentItem>'


def item(components: str, status: str = "Usable") -> str:
    management = f'<FirstCreated>20220114T173200Z</FirstCreated><Status FormalName="{status}"/>'
    return f"<NewsML><NewsItem><NewsManagement>{management}</NewsManagement>{components}</NewsItem></NewsML>"


def part(role: str, said: str) -> str:
    return f'<NewsComponent><Role FormalName="{role}"/>{TEXT.format(said)}</NewsComponent>'


def test_what_the_lines_say(records: Records) -> None:
    article = records(example(), "newsml1")[0]
    assert (article.date, article.time) == ("2022-01-14", "17:32+01:00")
    assert article.headline == "Ferries cross the fjord again"
    assert [credit.name for credit in article.credits] == ["Mara Lind"]
    assert article.dateline
    assert article.dateline.text == "Bergen, Jan 14, 2022 (AFP)"
    assert article.dateline.date == "2022-01-14"
    assert article.agency == "AFP"
    assert article.facts.as_json() == {"source": "AFP", "section": "ECO", "language": "en", "subjects": ["ferries"]}
    assert article.body == (
        "Ferries crossed the fjord again on Friday after a week of ice.",
        "No ship was late, the harbour master said.",
    )
    assert [caption.text for caption in article.captions] == ["A ferry leaves the old harbour."]


def test_title_lead_and_body_are_parts_of_one_story(records: Records) -> None:
    parts = (
        part("Title", "Ferries cross") + part("Lead", "Ferries cross again.") + part("Body", "None was late.\n\nNone at all.")
    )
    (article,) = records(item(f'<NewsComponent><Role FormalName="Short"/>{parts}</NewsComponent>'), "newsml1")
    assert article.headline == "Ferries cross"
    assert article.body == ("Ferries cross again.", "None was late.", "None at all.")


def test_a_story_in_several_languages_is_several_articles(records: Records) -> None:
    told = "".join(
        f'<NewsComponent xml:lang="{language}"><NewsLines><HeadLine>{headline}</HeadLine></NewsLines>'
        f"{part('Abstract', 'Ships.')}{part('Body', body)}</NewsComponent>"
        for language, headline, body in (("en", "Ferries cross", "All sail."), ("no", "Ferjene går", "Alle går."))
    )
    found = records(item(f"<NewsComponent>{told}</NewsComponent>"), "newsml1")
    assert [(one.headline, one.facts.language, one.body) for one in found] == [
        ("Ferries cross", "en", ("All sail.",)),
        ("Ferjene går", "no", ("Alle går.",)),
    ]


def test_the_same_text_in_other_forms_stands_once(records: Records) -> None:
    html = (
        '<ContentItem><MimeType FormalName="text/html"/><DataContent><![CDATA[<p>All sail.</p>]]></DataContent></ContentItem>'
    )
    pdf = '<ContentItem Href="a.pdf"><MimeType FormalName="application/pdf"/></ContentItem>'
    found = records(item(f"<NewsComponent>{html}{TEXT.format('All sail.')}{pdf}</NewsComponent>"), "newsml1")
    assert [one.body for one in found] == [("All sail.",)]


def test_a_date_line_that_is_only_a_date_is_no_dateline(records: Records) -> None:
    for line in ("4/4/2018", "2.4.2019 16:02:09 CEST", "January 14"):
        lines = f"<NewsLines><DateLine>{line}</DateLine></NewsLines>"
        component = f"<NewsComponent>{lines}{TEXT.format('<p>All sail.</p>')}</NewsComponent>"
        (article,) = records(item(component), "newsml1")
        assert article.dateline is None
        assert article.date == "2022-01-14"


def test_who_sends_a_release_did_not_write_it(records: Records) -> None:
    source = '<AdministrativeMetadata><Source><Party FormalName="HARBOUR GROUP ASA"/></Source></AdministrativeMetadata>'
    lines = "<NewsLines><ByLine>HARBOUR GROUP ASA</ByLine></NewsLines>"
    (article,) = records(item(f"<NewsComponent>{lines}{source}{TEXT.format('All sail.')}</NewsComponent>"), "newsml1")
    assert article.credits == ()
    assert article.facts.source == "HARBOUR GROUP ASA"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (item(f"<NewsComponent>{TEXT.format('All sail.')}</NewsComponent>", "Canceled"), "withdrawn"),
        (item(f'<NewsComponent><Role FormalName="Video"/>{part("Body", "00:01 ferries")}</NewsComponent>'), "video"),
        (
            item('<NewsComponent><ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>'),
            "photo",
        ),
        (item(f"<NewsComponent>{part('Title', 'Ferries')}</NewsComponent>"), "without text"),
        ("<NewsML><NewsEnvelope/></NewsML>", "without a news item"),
    ],
)
def test_what_is_no_story(records: Records, markup: str, reason: str) -> None:
    with pytest.raises(NotNews, match=reason):
        records(markup, "newsml1")


def test_nothing_else_is_taken_for_it() -> None:
    assert not sniff(b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">', "a.xml")
    assert not sniff(b"<nitf/>", "a.xml")


def test_a_head_of_nitf_says_what_the_lines_do_not(records: Records) -> None:
    nitf = (
        '<nitf><head><docdata><key-list><keyword key="ferries"/></key-list></docdata></head><body><body.head>'
        "<abstract><p>A long wait ends, the harbour says.</p></abstract></body.head><body.content><p>Trains moved.</p>"
        "</body.content><body.end><tagline>Extended.</tagline></body.end></body></nitf>"
    )
    lines = "<NewsLines><NewsLine><HeadLine>Grain moves</HeadLine></NewsLine></NewsLines>"
    (article,) = records(item(f"<NewsComponent>{lines}{TEXT.format(nitf)}</NewsComponent>"), "newsml1")
    assert (article.headline, article.body, article.facts.subjects) == (
        "Grain moves",
        ("Trains moved.", "Extended."),
        ("ferries",),
    )
    assert [(note.kind, note.text) for note in article.notes] == [("summary", "A long wait ends, the harbour says.")]


def test_a_last_line_that_only_says_the_editors_note_again_is_no_story(records: Records) -> None:
    nitf = (
        '<nitf><head><docdata><ed-msg info="Extended."/></docdata></head><body>'
        "<body.content><p>Trains moved.</p></body.content><body.end><tagline>Extended.</tagline></body.end></body></nitf>"
    )
    (article,) = records(item(f"<NewsComponent>{TEXT.format(nitf)}</NewsComponent>"), "newsml1")
    assert article.body == ("Trains moved.",)
    assert [(note.kind, note.text) for note in article.notes] == [("advisory", "Extended.")]


def test_two_agencies_are_nobodys_name(records: Records) -> None:
    lines = "<NewsLines><ByLine>NTB-Reuters</ByLine></NewsLines>"
    (article,) = records(item(f"<NewsComponent>{lines}{TEXT.format('Trains moved.')}</NewsComponent>"), "newsml1")
    assert article.credits == ()
