"""Reuters-21578: what its elements say, and what its text hides."""

from io import BytesIO

from newscli.article import Article
from newscli.parse import parse
from newscli.readers import Broken, RawArticle, Source
from newscli.readers.reuters21578 import example, read, sniff


def articles(data: bytes) -> list[Article]:
    items = list(read(Source("a.sgm", "a.sgm", BytesIO(data))))
    return [parse(one.text, one.stated, one.warnings, one.line) for one in items if isinstance(one, RawArticle)]


def one(text: str, head: str = "<DATE> 2-MAR-1987 09:15:05.40</DATE>", kind: str = "") -> Article:
    markup = f'<REUTERS TOPICS="NO" NEWID="7">\n{head}\n<TEXT{kind}>&#2;\n{text}</TEXT>\n</REUTERS>\n'
    return articles(markup.encode("latin-1"))[0]


def test_what_the_elements_say() -> None:
    article = articles(example())[0]
    assert (article.date, article.time, article.date_from) == ("1987-01-14", "17:32", "metadata")
    assert article.headline == "FJORD LINE <FJL> FERRIES CROSS AGAIN"
    assert [(credit.name, credit.role) for credit in article.credits] == [("Mara Lind", "by")]
    assert article.dateline
    assert article.dateline.text == "BERGEN, Norway, Jan 14"
    assert article.dateline.date == "1987-01-14"
    assert article.agency == "Reuters"
    assert article.facts.subjects == ("ship", "norway")
    assert article.body == (
        "Ferries crossed the fjord again on Wednesday.",
        "The harbour master said no ship was late.",
    )


def test_the_end_mark_is_no_body() -> None:
    for mark in (" Reuter\n", " REUTER...\n", "    reuter^M\n", " More\n", "more\n"):
        article = one(f"<DATELINE>    OSLO, March 2 - </DATELINE><BODY>None was.\n{mark}&#3;</BODY>")
        assert article.body == ("None was.",)


def test_a_dateline_that_swallowed_the_story_gives_it_back() -> None:
    article = one("<DATELINE>    OSLO, March 2 - State anti-</DATELINE><BODY>fog service sails.\n Reuter\n&#3;</BODY>")
    assert article.dateline
    assert article.dateline.text == "OSLO, March 2"
    assert article.body == ("State anti-fog service sails.",)


def test_a_row_of_a_table_is_no_dateline() -> None:
    article = one("<TITLE>OSLO FREIGHT</TITLE>\n<DATELINE>MAR8  --     --</DATELINE><BODY>\nMAY8 UNTRD\n Reuter\n&#3;</BODY>")
    assert article.dateline is None
    assert article.body == ("MAR8  --     --", "MAY8 UNTRD")


def test_what_interrupts_is_a_headline_alone() -> None:
    article = one("******<TITLE>FJORD LINE SAYS FERRIES SAIL\n</TITLE>Blah blah blah.\n&#3;\n", kind=' TYPE="BRIEF"')
    assert article.headline == "FJORD LINE SAYS FERRIES SAIL"
    assert article.body == ()


def test_text_that_nobody_divided_is_read_as_text() -> None:
    article = one("OSLO FREIGHT CLOSE - MAR 2\n    Tonnes       dlrs\n Coal  ... 4.10\n Reuter\n&#3;\n", kind=' TYPE="UNPROC"')
    assert article.dateline is None
    assert article.body[-2:] == ("Tonnes       dlrs", "Coal  ... 4.10")


def test_control_characters_are_nothing_visible() -> None:
    article = one("<TITLE>SHIPS&#127; SAIL</TITLE>\n<BODY>Ships &amp;&#27; crews &lt;S> sail.&#30;\n\x1e Reuter\n&#3;</BODY>")
    assert article.headline == "SHIPS SAIL"
    assert article.body == ("Ships & crews <S> sail.",)


def test_dates_with_something_behind_them_or_with_an_impossible_clock() -> None:
    assert one("<BODY>a&#3;</BODY>", "<DATE>27-MAR-1987 00:02:59.13&#5;&#5;&#5;RM</DATE>").time == "00:02"
    odd = one("<BODY>a&#3;</BODY>", "<DATE>  3-APR-1987 999:99</DATE>")
    assert (odd.date, odd.time) == ("1987-04-03", None)
    assert one("<BODY>a&#3;</BODY>", "<DATE>never</DATE>").date is None


def test_a_file_cut_within_an_article_gives_those_before_it() -> None:
    items = list(read(Source("a", "a", BytesIO(example() + example()[36:400]))))
    assert isinstance(items[0], RawArticle)
    assert isinstance(items[1], Broken)


def test_recognised_without_its_doctype() -> None:
    assert sniff(example()[example().index(b"<REUTERS") :], "news")
    assert not sniff(b"<!DOCTYPE lewis SYSTEM 'lewis.dtd'>", "news")
    assert not sniff(b"The element <REUTERS> begins an article.", "news")
