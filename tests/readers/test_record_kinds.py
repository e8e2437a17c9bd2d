"""Records of services and collections whose names mean what they mean nowhere else, as each writes them."""

import json

from tests.readers.reading import by, records

TEXT = "BERGEN, Norway (Reuters) - Ferries crossed the fjord again on Friday.\n\nNo ship was late."


def test_troves_title_is_the_newspaper() -> None:
    article = {
        "id": "18342701", "url": "/newspaper/18342701", "heading": "FERRIES CROSS AGAIN.", "category": "Article",
        "title": {"id": "8", "value": "The Harbour Mercury (Hobart, Tas. : 1860 - 1954)"}, "date": "1902-07-30",
        "snippet": "the <B>ferries</B> crossed", "troveUrl": "https://nla.example/nla.news-article18342701",
        "articleText": "<p><span>HOBART, Tuesday.</span> <span>The ferries crossed again.</span></p>",
    }  # fmt: skip
    zone = {"zone": [{"name": "newspaper", "records": {"n": "1", "article": [article]}}]}
    (one,) = records("json", json.dumps(zone))
    assert one.headline == "FERRIES CROSS AGAIN."
    assert one.facts.source == "The Harbour Mercury (Hobart, Tas. : 1860 - 1954)"
    assert (one.date, one.facts.url) == ("1902-07-30", "https://nla.example/nla.news-article18342701")
    assert not one.notes


def test_troves_harvested_table() -> None:
    data = (
        "article_id,title,date,page,newspaper_id,newspaper_title,url,text\n1,FERRIES CROSS.,1902-07-30,3,8,Mercury,,They did.\n"
    )
    (one,) = records("csv", data)
    assert (one.headline, one.date, one.facts.source) == ("FERRIES CROSS.", "1902-07-30", "Mercury")


def test_a_page_of_chronicling_america_has_a_newspaper_and_no_headline() -> None:
    page = {
        "lccn": "sn83030214", "date": "19050105", "title": "Harbour post. [volume]", "publisher": "Harbour Pub. Co.",
        "subject": ["Bergen (Norway)--Newspapers."], "language": ["English"], "type": "page",
        "ocr_eng": "The ferries crossed the fjord again after a week of ice, and no ship was late.",
        "url": "https://chroniclingamerica.example/lccn/sn83030214/1905-01-05/ed-1/seq-5.json",
    }  # fmt: skip
    (one,) = records("json", json.dumps({"totalItems": 1, "items": [page]}))
    assert one.headline is None
    assert one.facts.source == "Harbour post. [volume]"
    assert (one.date, one.facts.subjects) == ("1905-01-05", ())
    assert one.body


def test_american_stories_name_their_newspaper() -> None:
    story = {
        "newspaper_name": "Harbour Post",
        "date": "1905-01-05",
        "headline": "FERRIES",
        "byline": "BY MARA LIND",
        "article": TEXT,
    }
    (one,) = records("json", json.dumps(story))
    assert (one.facts.source, by(one)) == ("Harbour Post", ["MARA LIND"])


def test_c4_says_when_it_crawled_and_not_when_it_was_published() -> None:
    (one,) = records(
        "jsonl", json.dumps({"text": TEXT, "timestamp": "2019-04-25T12:57:54Z", "url": "https://harbour.example/f"})
    )
    assert (one.date, one.facts.url) == (None, "https://harbour.example/f")


def test_a_timestamp_beside_a_title_is_a_date() -> None:
    record = {"title": "Ferries", "text": TEXT, "timestamp": "2019-04-25T12:57:54Z", "url": "https://harbour.example/f"}
    (one,) = records("jsonl", json.dumps(record))
    assert one.date == "2019-04-25"


def test_realnews_has_the_month_first() -> None:
    record = {
        "title": "Ferries", "text": TEXT, "authors": ["Mara Lind"], "publish_date": "04-05-2018", "domain": "harbour.example",
        "warc_date": "2019-02-17T03:30:36Z", "url": "https://harbour.example/f", "split": "train",
    }  # fmt: skip
    (one,) = records("jsonl", json.dumps(record))
    assert (one.date, by(one), one.facts.source, one.warnings) == ("2018-04-05", ["Mara Lind"], "harbour.example", ())


def test_bings_news() -> None:
    value = {
        "name": "Ferries cross", "url": "https://harbour.example/f", "description": "No ship was late.", "category": "World",
        "provider": [{"_type": "Organization", "name": "Harbour Post"}], "datePublished": "2022-01-14T15:32:00.0000000Z",
    }  # fmt: skip
    (one,) = records("json", json.dumps({"_type": "News", "value": [value]}))
    assert (one.headline, one.date, one.facts.source) == ("Ferries cross", "2022-01-14", "Harbour Post")


def test_newscatcher_names_its_source() -> None:
    article = {"title": "Ferries", "published_date": "2022-01-14 15:32:00", "name_source": "Harbour Post", "content": TEXT}
    (one,) = records("json", json.dumps({"status": "ok", "articles": [article]}))
    assert one.facts.source == "Harbour Post"


def test_perigon_names_its_byline() -> None:
    article = {
        "title": "Ferries",
        "pubDate": "2022-01-14T15:32:00+00:00",
        "authorsByline": "Mara Lind, Tom Acht",
        "content": TEXT,
    }
    (one,) = records("json", json.dumps({"status": 200, "articles": [article]}))
    assert by(one) == ["Mara Lind", "Tom Acht"]


def test_infomedias_articles() -> None:
    article = {
        "Duid": "e1234567", "Heading": "Færgerne sejler igen", "SubHeading": "Ingen skib forsinket af isen", "BodyText": TEXT,
        "PublishDate": "2022-01-14T06:30:00", "Source": "Havneposten", "Authors": ["Mara Lind"],
    }  # fmt: skip
    (one,) = records("json", json.dumps({"Articles": [article]}))
    assert (one.headline, one.date, by(one)) == ("Færgerne sejler igen", "2022-01-14", ["Mara Lind"])
    assert (one.facts.source, [note.kind for note in one.notes]) == ("Havneposten", ["summary"])


def test_gales_table() -> None:
    names = "Document Title,Publication Title,Publication Date,Author,Language"
    (one,) = records("csv", f"{names},Content\nFerries cross,Harbour Post,1905-01-05,Mara Lind,English,They crossed again.\n")
    assert (one.headline, one.date, one.facts.source) == ("Ferries cross", "1905-01-05", "Harbour Post")


def test_swissdox_marks_its_authors_and_captions() -> None:
    names = "id\tpubtime\tmedium_code\tmedium_name\trubric\tlanguage\tdateline\thead\tsubhead\tcontent\n"
    content = "<tx><ld><p>Die Fähren fahren wieder.</p></ld><p>Kein Schiff war verspätet.</p><zt>Der Wind</zt>"
    end = "<p>Er liess nach.</p><au>Mara Lind</au><lg>Ein Kran.</lg></tx>"
    row = f"1\t2022-01-14 00:00:00+01\tHFZ\tHafenzeitung\tLokales\tde\t\tFähren\t\t{content}{end}\n"
    (one,) = records("csv", names + row)
    assert (one.headline, one.date, by(one)) == ("Fähren", "2022-01-14", ["Mara Lind"])
    assert one.body == ("Die Fähren fahren wieder.", "Kein Schiff war verspätet.", "Der Wind", "Er liess nach.")
    assert [caption.text for caption in one.captions] == ["Ein Kran."]
    assert (one.facts.source, one.facts.section, one.facts.language) == ("Hafenzeitung", "Lokales", "de")


def test_minds_table_has_no_header() -> None:
    rows = (
        'N55528\ttravel\ttravelnews\tFerries cross\tNo ship was late.\thttps://harbour.example/f\t[{"Label": "Bergen"}]\t[]\n'
        "N19639\tnews\tnewsworld\tGrain moves\t\thttps://harbour.example/g\t[]\t[]\n"
    )
    found = records("csv", rows)
    assert [(one.headline, one.facts.section) for one in found] == [("Ferries cross", "travel"), ("Grain moves", "news")]
    assert found[0].facts.url == "https://harbour.example/f"


def test_ag_news_has_no_header() -> None:
    found = records("csv", '"3","Ferries cross","Reuters - Ferries crossed on Friday."\n"1","Grain moves","Trains moved."\n')
    assert [one.headline for one in found] == ["Ferries cross", "Grain moves"]
