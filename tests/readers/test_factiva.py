"""Factiva: with field codes and without, as HTML, XML and text, in its interface languages."""

import pytest

from newscli.readers import factiva

from .conftest import Records
from .test_word import rtf

SHOWN = """Schlagzeilen
Fähren fahren wieder
Mara Lind
1.295 Wörter
14 Januar 2022
06:30
Hafenzeitung
HAFENZ
12
Deutsch
(c) 2022 Hafenverlag

Am Freitag fuhren die Fähren wieder.

TD Bank half mit.

Dokument HAFENZ0020220114ei1e0001r


Snow closes the high road
65 words
13 January 2022
Harbour Times
HARBT
English
Copyright 2022 Harbour Media. All rights reserved.

The high road is closed until Sunday.

Document HARBT00020220113ei1d00015

© 2022 Factiva, Inc. Alle Rechte vorbehalten.
"""

CODED = """
HD\tLes bacs repartent
BY\tPar Mara Lind et Tom Acht
WC\t295 mots
PD\t29 décembre 2021
ET\t15:32
SN\tLe Courrier du Port
SC\tCOURP
LA\tFrançais
CY\t(c) 2021 Le Port.
LP\t
Les bacs sont repartis mercredi.

TD\t
TD Bank a payé.

Aucun navire n'est perdu.

NS\tgvote : Elections | gcat : Political/General News
RE\tfra : France
AN\tDocument COURP00020211229ehct0001r
"""

XML = """<?xml version="1.0" encoding="utf-8"?>
<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0"><ppsarticleResultSet count="1"><ppsarticle><article>
<accessionNo>HARBT00020220114</accessionNo><baseLanguage>EN</baseLanguage><copyright>(c) 2022 Harbour Media   </copyright>
<byline>By Mara Lind</byline>
<headline><paragraph display="Proportional"><hlt>Ferries</hlt> cross the fjord again</paragraph></headline>
<leadParagraph><paragraph>Ferries crossed the fjord <hlt>again</hlt> on Friday.</paragraph></leadParagraph>
<publicationDate><dateTime>2022-01-14T15:32:00Z</dateTime></publicationDate><sourceName>Harbour Times</sourceName>
<region code="nor"><name>Norway</name></region><newsSubject code="gweath"><name>Weather</name></newsSubject>
<tailParagraphs>
No ship was lost, the
harbour master said.
    Buses run.
</tailParagraphs></article></ppsarticle></ppsarticleResultSet></ppsArticleResponse></PPSResponse>"""


def test_field_codes_say_what_a_cell_is(records: Records) -> None:
    (one,) = records(factiva.example(), "factiva")
    assert (one.date, one.time, one.headline) == ("2022-01-14", "15:32", "Ferries cross the fjord again")
    assert [credit.name for credit in one.credits] == ["Mara Lind"]
    assert one.body == ("Ferries crossed the fjord again on Friday.", "No ship was lost.", "Buses to the quay run every hour.")
    assert (one.facts.source, one.facts.section, one.facts.language) == ("Harbour Times", "News", "English")
    assert one.facts.subjects == ("Weather", "Political/General News")


@pytest.mark.parametrize("separator", ["\t", "    ", " "])
def test_field_codes_in_text_begin_lines(records: Records, separator: str) -> None:
    text = CODED.replace("\t\n", "\n").replace("\t", separator) if separator != " " else CODED
    (one,) = records(text, "factiva")
    assert (one.date, one.time, one.headline) == ("2021-12-29", "15:32", "Les bacs repartent")
    assert [credit.name for credit in one.credits] == ["Mara Lind", "Tom Acht"]
    assert one.body == ("Les bacs sont repartis mercredi.", "TD Bank a payé.", "Aucun navire n'est perdu.")
    assert one.facts.subjects == ("Elections", "Political/General News", "France")


def test_without_codes_the_place_of_a_line_says_what_it_is(records: Records) -> None:
    first, second = records(SHOWN, "factiva")
    assert (first.date, first.time, first.headline) == ("2022-01-14", "06:30", "Fähren fahren wieder")
    assert [credit.name for credit in first.credits] == ["Mara Lind"]
    assert (first.facts.source, first.facts.section, first.facts.language) == ("Hafenzeitung", "Schlagzeilen", "Deutsch")
    assert first.body == ("Am Freitag fuhren die Fähren wieder.", "TD Bank half mit.")
    assert (second.headline, second.date, second.facts.source) == ("Snow closes the high road", "2022-01-13", "Harbour Times")
    assert second.body == ("The high road is closed until Sunday.",)
    assert [note.kind for note in second.notes] == ["copyright"]


def test_the_publishers_name_below_the_story_is_none_of_it(records: Records) -> None:
    shown = "Snow closes the high road\n12 words\n13 January 2022\nHarbour Times\nHARBT\nEnglish\n(c) 2022 Harbour Media\n\n"
    said = "The high road is closed.\n\nTrains move.\n\nVerlag der See GmbH & Co. KG\n\nDocument HARBT00020220114ei1e0001r\n"
    (one,) = records(shown + said, "factiva")
    assert one.body == ("The high road is closed.", "Trains move.")


def test_rtf_holds_the_same(records: Records) -> None:
    found = records(rtf(*SHOWN.split("\n")), "word")
    assert [one.headline for one in found] == ["Fähren fahren wieder", "Snow closes the high road"]


def test_xml_states_everything(records: Records) -> None:
    (one,) = records(XML, "factiva")
    assert (one.date, one.time, one.headline) == ("2022-01-14", "15:32+00:00", "Ferries cross the fjord again")
    assert [credit.name for credit in one.credits] == ["Mara Lind"]
    assert one.body == (
        "Ferries crossed the fjord again on Friday.",
        "No ship was lost, the harbour master said.",
        "Buses run.",
    )
    assert (one.facts.source, one.facts.language, one.facts.subjects) == ("Harbour Times", "EN", ("Weather", "Norway"))
    assert [note.text for note in one.notes] == ["(c) 2022 Harbour Media"]


def test_a_story_that_counts_words_is_text(records: Records) -> None:
    assert len(records("The captain spoke\n\n300 words\n\nwere all that he said on 14 January 2022.\n", "text")) == 1


def test_xml_of_the_articles_alone(records: Records) -> None:
    data = (
        "<GetArticleResponse><articleResponseSet><article><headline><paragraph>Grain moves</paragraph></headline>"
        "<leadParagraph><paragraph>Trains moved.</paragraph></leadParagraph><publicationDate><date>20220114</date>"
        "</publicationDate><publicationTime><time>063000</time></publicationTime><sourceName>Harbour Times</sourceName>"
        "</article></articleResponseSet></GetArticleResponse>"
    )
    (article,) = records(data, "factiva")
    assert (article.headline, article.date, article.time) == ("Grain moves", "2022-01-14", "06:30")
    assert (article.facts.source, article.body) == ("Harbour Times", ("Trains moved.",))
