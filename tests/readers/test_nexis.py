"""Nexis: both layouts, text and HTML, and the languages that the service is used in."""

from collections.abc import Callable

import pytest

from newscli.readers import nexis

from .conftest import Records

NEW = """Ferries cross the fjord again; Storm is over
The Harbour Times(Bergen)
January 14, 2022 Friday 8:05 PM GMT

Copyright 2022 Harbour Media All Rights Reserved

Section: NEWS; Version:2
Length: 40 words
Byline: Mara Lind (now), Tom Acht (earlier)
Highlight: Three days of storm are over
Body


Ferries crossed the fjord again on Friday.

By evening the quay was full. Section: that is what nobody called it.

Graphic

A pilot boards a ferry.
Classification

Language: ENGLISH
Subject: FERRIES (90%); STORMS (78%)
Load-Date: January 15, 2022

End of Document
"""

GERMAN = """                              Dokument 1 von 2

                              Hafenzeitung

                        14. Januar 2022 Freitag

Fähren fahren wieder

AUTOR: Mara Lind und Tom Acht

RUBRIK: Nachrichten; S. 4

LÄNGE: 12 Wörter

HIGHLIGHT: Der Sturm ist vorbei.

Am Freitag fuhren die Fähren wieder.

UPDATE: 15. Januar 2022

SPRACHE: GERMAN; DEUTSCH

PUBLICATION-TYPE: Zeitung

                  Copyright 2022 Hafenverlag
                     Alle Rechte vorbehalten

                              Dokument 2 von 2

                              Hafenzeitung

                        13. Januar 2022 Donnerstag

Schnee auf der Höhe

LÄNGE: 5 Wörter

Die Straße ist zu.

SPRACHE: GERMAN; DEUTSCH
"""

FRENCH_HTML = """<html><head><title>&nbsp;</title></head><body><!-- LXNComment 1:2 -->
<a name="DOC_ID_0_0"></a><!-- Hide XML section from browser
<DOC NUMBER=1>
<DOCFULL> -->
<br><div class="c0"><p class="c1"><span class="c2">1 of 1 DOCUMENTS</span></p></div>
<br><div class="c0"><p class="c1"><span class="c2">Le Courrier du Port</span></p></div>
<br><div class="c3"><p class="c1"><span class="c4">14</span><span class="c2"> janvier 2022 vendredi 3:00 AM GMT</span></p></div>
<br><div class="c5"><p class="c6"><span class="c7">Les bacs repartent</span></p></div>
<br><div class="c5"><p class="c6"><span class="c8">AUTEUR: </span><span class="c2">Par Mara Lind</span></p></div>
<br><div class="c5"><p class="c6"><span class="c8">RUBRIQUE: </span><span class="c2">RÉGION; Pg. 3</span></p></div>
<br><div class="c5"><p class="c6"><span class="c8">LONGUEUR: </span><span class="c2">9 mots</span></p></div>
<br><div class="c5"><p class="c9"><span class="c2">Les bacs sont repartis vendredi.</span></p>
<p class="c9"><span class="c2">Aucun navire
n'est perdu.</span></p></div>
<br><div class="c5"><p class="c6"><span class="c8">SUJET: </span><span class="c2">BACS (90%); </span><span class="c4">PORT
</span><span class="c2">
 (88%)</span></p></div>
<br><div class="c5"><p class="c6"><span class="c8">LANGUE: </span><span class="c2">FRENCH; FRANÇAIS</span></p></div>
<br><div class="c5"><p class="c6"><span class="c8">CORRECTION:<br></span></p><p class="c9">Le bac était plein.</p></div>
<br><div class="c0"><p class="c1"><span class="c2">Copyright 2022 Le Port<br>Tous Droits Réservés</span></p></div>
<!-- Hide XML section from browser
</DOCFULL></DOC> -->
<a name="DOC_ID_1_0"></a><div class="c5"><p class="c6">We are sorry but there is an error in this document and it is not
possible to display it.</p></div></body></html>"""


def test_the_old_layout_has_its_headline_below_the_date(records: Records) -> None:
    first, second = records(nexis.example(), "nexis")
    assert (first.date, first.time, first.headline) == ("2022-01-14", "11:21+00:00", "Ferries cross the fjord again")
    assert [one.name for one in first.credits] == ["Mara Lind", "Tom Acht"]
    assert (first.facts.source, first.facts.section, first.facts.language) == ("Harbour Times (Bergen)", "NEWS", "ENGLISH")
    assert first.facts.subjects == ("FERRIES", "WEATHER")
    assert first.dateline is not None
    assert [(place.name, place.region) for place in first.dateline.places] == [("BERGEN", "Norway")]
    assert first.body[-1] == "Buses to the quay run every hour."
    assert [caption.text for caption in first.captions] == ["A pilot boards a ferry in the old harbour."]
    assert [note.text for note in first.notes] == ["Copyright 2022 Harbour Times All Rights Reserved"]
    assert (second.date, second.headline, second.body) == (
        "2022-01-13", "Snow closes the high road", ("The high road is closed until Sunday.",),
    )  # fmt: skip


def test_the_new_layout_has_its_headline_first(records: Records) -> None:
    (one,) = records(NEW, "nexis")
    assert (one.date, one.time, one.headline) == ("2022-01-14", "20:05+00:00", "Ferries cross the fjord again; Storm is over")
    assert [credit.name for credit in one.credits] == ["Mara Lind", "Tom Acht"]
    assert (one.facts.source, one.facts.section) == ("The Harbour Times(Bergen)", "NEWS")
    assert one.facts.subjects == ("FERRIES", "STORMS")
    assert len(one.body) == 2
    assert [caption.text for caption in one.captions] == ["A pilot boards a ferry."]
    assert {note.text for note in one.notes} == {
        "Three days of storm are over",
        "Copyright 2022 Harbour Media All Rights Reserved",
    }


def test_a_cover_page_and_its_list_are_no_article(records: Records) -> None:
    cover = """Date and Time: Friday, 14. January 2022 09:31:00 CET

Job Number: 00000001

Documents (1)

1. Ferries cross the fjord again; Storm is over

Client/Matter: -None-

Search Terms: ferries January 2022

Narrowed by:

News

Sources: The Harbour Times(Bergen)

"""
    (one,) = records(cover + NEW, "nexis")
    assert (one.headline, one.date) == ("Ferries cross the fjord again; Storm is over", "2022-01-14")


def test_labels_and_months_are_known_in_german(records: Records) -> None:
    first, second = records(GERMAN, "nexis")
    assert (first.date, first.headline, first.facts.section) == ("2022-01-14", "Fähren fahren wieder", "Nachrichten")
    assert [credit.name for credit in first.credits] == ["Mara Lind", "Tom Acht"]
    assert first.body == ("Am Freitag fuhren die Fähren wieder.",)
    assert (second.headline, second.facts.language, second.body) == ("Schnee auf der Höhe", "GERMAN", ("Die Straße ist zu.",))


def test_html_is_read_like_text_and_what_cannot_be_shown_is_named(
    records: Records, reasons: Callable[[str | bytes], list[str]]
) -> None:
    (one,) = records(FRENCH_HTML, "nexis")
    assert (one.date, one.time, one.headline) == ("2022-01-14", "03:00+00:00", "Les bacs repartent")
    assert [credit.name for credit in one.credits] == ["Mara Lind"]
    assert one.body == ("Les bacs sont repartis vendredi.", "Aucun navire n'est perdu.")
    assert one.facts.subjects == ("BACS", "PORT")
    assert "Le bac était plein." in {note.text for note in one.notes}
    assert reasons(FRENCH_HTML) == ["Nexis could not show this document"]


@pytest.mark.parametrize(
    "mark", ["1 of 9 DOCUMENTS", "Document 1 of 161", "Document 1 de 3", "Documento 1 di 3", "Dokument 1 von 2"]
)
def test_each_way_of_counting_begins_an_article(records: Records, mark: str) -> None:
    (one,) = records(nexis.example().decode().split("2 of 2 DOCUMENTS")[0].replace("1 of 2 DOCUMENTS", mark), "nexis")
    assert one.headline == "Ferries cross the fjord again"


def test_without_a_date_of_its_own_an_article_has_the_day_it_was_taken_in_and_a_warning(records: Records) -> None:
    (one,) = records(NEW.replace("The Harbour", "\nThe Harbour").replace("January 14, 2022 Friday 8:05 PM GMT\n", ""), "nexis")
    assert (one.date, one.headline) == ("2022-01-15", "Ferries cross the fjord again; Storm is over")
    assert one.facts.source == "The Harbour Times(Bergen)"
    assert one.warnings


@pytest.mark.parametrize(
    "text",
    [
        "Ferries cross\n\nLength: the new ferry has 90 metres.\n\nBody and soul, said the captain.\n",
        "The court saw page 1 of 50 documents on Friday.\n\nSection: none.\n",
    ],
)
def test_a_story_that_only_sounds_like_it_is_text(records: Records, text: str) -> None:
    assert len(records(text, "text")) == 1


def test_who_contributed_signs_below_the_story(records: Records) -> None:
    byline = "Byline: Mara Lind; Tom Acht contributed reporting."
    (article,) = records(NEW.replace("Byline: Mara Lind (now), Tom Acht (earlier)", byline), "nexis")
    assert [(credit.name, credit.role) for credit in article.credits] == [("Mara Lind", "by"), ("Tom Acht", "additional")]
    assert ("summary", "Three days of storm are over") in [(note.kind, note.text) for note in article.notes]


def test_html_is_known_by_its_count_of_documents(records: Records) -> None:
    lines = (line for line in GERMAN.splitlines() if line.strip())
    page = "".join(f"<DIV><P><SPAN>{line.strip()}</SPAN></P></DIV>" for line in lines)
    article = records(f"<HTML><BODY>{page}</BODY></HTML>", "nexis")[0]
    assert (article.headline, article.date) == ("Fähren fahren wieder", "2022-01-14")


def test_the_days_of_a_search_on_a_cover_page_are_no_articles_date(records: Records) -> None:
    cover = (
        "Date and Time: Monday, 17 January 2022 10:15:00 GMT\nJob Number: 1\nDocuments (1)\n1. Ferries cross\n"
        "Client/Matter: -None-\nNarrowed by:\nContent Type\nNews\nNarrowed by\nTimeline: 01 Jan 2022 to 31 Jan 2022\n\n"
    )
    (one,) = records(cover + NEW, "nexis")
    assert (one.date, one.headline) == ("2022-01-14", "Ferries cross the fjord again; Storm is over")
    assert one.facts.source == "The Harbour Times(Bergen)"
