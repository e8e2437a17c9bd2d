"""ProQuest: labelled paragraphs as text and HTML, in its interface languages, and its XML."""

import pytest

from newscli.readers import proquest

from .conftest import Records

GERMAN = f"""{"_" * 60}

Dokument 1 von 1

Fähren fahren wieder

Autor: Lind, Mara

Publikationsinfo: Hafenzeitung ; Bergen [Bergen]14 Jan 2022: 4.

Zusammenfassung: Nicht verfügbar.

Volltext: Am Freitag fuhren die Fähren wieder.

Thema: Fähren

Titel der Publikation: Hafenzeitung; Bergen

Publikationsdatum: 14. Januar 2022

Sprache der Publikation: Deutsch

ProQuest-Dokument-ID: 251439970

Datenbank: Hafen
"""

HTML = """<html><head><title>ProQuest Export</title></head><body><div>Mara Lind sent you the following:</div><p>Email 1 of 1</p>
<div><a name="DocID_1"></a><p>Ferries cross the fjord again: [National Desk]</p>
<p>Lind, Mara. Harbour Times, Late Edition; Bergen, Norway. 14 Jan 2022.</p>
<p><strong>Author: </strong>Lind, Mara</p><p><a href="http://search.example/1">ProQuest document link</a></p>
<p><strong>Abstract: </strong>None available.</p><div><strong>Links: </strong><a href="x">Get it</a></div>
<p><strong>Full text: </strong><text wordcount="9"><p>Ferries crossed.</p><p>Subject: that is how the captain began.</p>
<p>No ship was lost.</p><p>--</p><p>mara.lind@harbour.example</p></text></p><p>Credit: By Mara Lind, Times staff writer</p>
<p><strong>Caption: </strong>PHOTO: A pilot boards.; PHOTOGRAPHER:Wei Lan</p>
<p><strong>Publication title: </strong>Harbour Times; Bergen</p><p><strong>Publication date: </strong>Jan 14, 2 022</p>
<p><strong>Dateline: </strong>2022-01-14 @ 20:51</p><p><strong>Language ofpublication: </strong>English</p>
<p><strong>Database: </strong>Dailies</p></div>
<div><p>Snow closes the high road</p><p><strong>Abstract: </strong></p><p>The road is closed.</p>
<p><strong>Publication date: </strong>Jan 13, 2022</p><p><strong>Dateline: </strong>VOSS, Norway</p>
<p><strong>Database: </strong>Dailies</p></div></body></html>"""

MINED = """<?xml version="1.0" encoding="UTF-8"?><RECORD><GOID>251439970</GOID>
<DFS><PubFrosting><Title>Harbour Times</Title></PubFrosting></DFS>
<Obj><NumericDate>2022-01-14</NumericDate><TitleAtt><Title>Ferries cross the fjord again</Title></TitleAtt>
<Contributors><Contributor ContribRole="Author"><Author><LastNameAtt><LastName>Lind</LastName></LastNameAtt>
<FirstNameAtt><FirstName>Mara</FirstName></FirstNameAtt></Author></Contributor></Contributors>
<Terms><GenSubjTerm><GenSubjValue>Ferries</GenSubjValue></GenSubjTerm></Terms></Obj>
<TextInfo><Text HTMLContent="true">
&lt;p&gt;Ferries crossed.&lt;/p&gt;&lt;p&gt;No ship was lost.&lt;/p&gt;</Text></TextInfo>
</RECORD>"""

HISTORICAL = """<?xml version="1.0" encoding="UTF-8"?><Record><RecordID>1</RecordID>
<RecordTitle>FERRIES CROSS AGAIN</RecordTitle>
<Publication><Title>Harbour Times</Title></Publication><NumericPubDate>19220114</NumericPubDate>
<Contributor><ContribRole>Author</ContribRole><OriginalForm>MARA LIND</OriginalForm></Contributor>
<URLDocView>http://search.example/1</URLDocView><LanguageCode>ENG</LanguageCode>
<FullText>Ferries crossed.</FullText></Record>"""


def test_text_has_a_line_between_articles(records: Records) -> None:
    first, second = records(proquest.example(), "proquest")
    assert (first.date, first.headline) == ("2022-01-14", "Ferries cross the fjord again")
    assert [credit.name for credit in first.credits] == ["Mara Lind", "Tom Acht"]
    assert first.body == ("Ferries crossed the fjord again on Friday.", "No ship was lost, the harbour master said.")
    assert (first.facts.source, first.facts.section, first.facts.language) == ("Harbour Times", "News", "English")
    assert first.facts.subjects == ("Ferries", "Storms", "Bergen Norway", "Harbour Authority")
    assert first.facts.url == "http://search.example/docview/251439970"
    assert (second.date, second.headline, second.body) == (
        "2022-01-13", "Snow closes the high road", ("The high road is closed until Sunday.",),
    )  # fmt: skip


def test_labels_are_known_in_german(records: Records) -> None:
    (one,) = records(GERMAN, "proquest")
    assert (one.date, one.headline, one.facts.source) == ("2022-01-14", "Fähren fahren wieder", "Hafenzeitung")
    assert one.body == ("Am Freitag fuhren die Fähren wieder.",)


def test_html_has_no_line_between_articles_and_loses_spaces(records: Records) -> None:
    first, second = records(HTML, "proquest")
    assert (first.date, first.time, first.headline) == ("2022-01-14", "20:51", "Ferries cross the fjord again")
    assert [credit.name for credit in first.credits] == ["Mara Lind"]
    assert (first.body[0], first.body[-1]) == ("Ferries crossed.", "No ship was lost.")
    assert [(caption.text, caption.credit) for caption in first.captions] == [("PHOTO: A pilot boards.", "Wei Lan")]
    assert first.facts.language == "English"
    assert second.headline == "Snow closes the high road"


def test_an_abstract_stands_in_for_a_text_that_is_missing(records: Records) -> None:
    _, second = records(HTML, "proquest")
    assert second.body == ("The road is closed.",)
    assert second.warnings == ("text: ProQuest gives an abstract only",)
    assert second.dateline is not None
    assert second.dateline.places[0].name == "VOSS"


@pytest.mark.parametrize(("data", "url"), [(MINED, None), (HISTORICAL, "http://search.example/1")], ids=["mined", "historical"])
def test_both_kinds_of_xml_are_read(records: Records, data: str, url: str | None) -> None:
    (one,) = records(data, "proquest")
    assert one.headline is not None
    assert one.headline.casefold().startswith("ferries cross")
    assert one.date in ("2022-01-14", "1922-01-14")
    assert [credit.name.casefold() for credit in one.credits] == ["mara lind"]
    assert (one.body[0], one.facts.source, one.facts.url) == ("Ferries crossed.", "Harbour Times", url)


def test_a_letter_with_labels_is_text(records: Records) -> None:
    assert len(records("Title: Ferries\n\nAuthor: Mara Lind\n\nFerries crossed the fjord again.\n", "text")) == 1


def test_terms_of_a_historical_newspaper_are_subjects(records: Records) -> None:
    terms = "<Terms><GenSubjTerm><GenSubjValue>Ferries</GenSubjValue></GenSubjTerm></Terms>"
    (article,) = records(HISTORICAL.replace("</Record>", f"{terms}</Record>"), "proquest")
    assert article.facts.subjects == ("Ferries",)
