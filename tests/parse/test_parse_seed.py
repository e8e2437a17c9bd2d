"""The seed article, to the last character."""

from pathlib import Path

from newscli.article import Caption, Credit, Dateline, Note, Place
from newscli.parse import parse

SEED = Path(__file__).resolve().parents[2] / "seeds" / "000_e24cba47f1df5c00.txt"


def test_the_seed_article_says_what_a_reader_sees() -> None:
    article = parse(SEED.read_bytes().decode())
    assert (article.date, article.time, article.date_from) == ("2022-01-11", None, "header")
    assert (article.headline, article.tags, article.agency) == (None, (), "Reuters")
    shanghai = Place("SHANGHAI", None, "CN", "city")
    assert article.dateline == Dateline("SHANGHAI, Jan 11 (Reuters)", (shanghai,), "2022-01-11", "Reuters")
    assert article.credits == (Credit("Josh Horwitz", "reporting"), Credit("Michael Perry", "editing"))
    (caption,) = article.captions
    assert caption == Caption(caption.text, "Russian Defence Ministry/Handout via REUTERS")
    assert caption.text.startswith("A still image from video")
    assert caption.text.endswith("January 7, 2022.")
    assert article.notes == (Note("link", "read more"), Note("link", "read more"))
    assert (len(article.body), article.words, article.warnings) == (8, 212, ())
    assert article.body[0].startswith("China supports Russian-led forces")
    assert article.body[-1].endswith("Chinese state television said.")
    assert [paragraph.line for paragraph in article.paragraphs] == [1, 3, 5, 7, 9, 11, 13, 15, 17, 19]
