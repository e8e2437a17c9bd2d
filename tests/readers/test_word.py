"""Word documents and RTF: databases' exports inside them, and plain articles."""

import sys
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from newscli.errors import UnreadableError
from newscli.readers import NotNews, Source, word

from .conftest import Records
from .test_nexis import NEW


def docx(*paragraphs: str) -> bytes:
    return docx_of("".join(map(paragraph, paragraphs)))


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"


def docx_of(runs: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{runs}</w:body></w:document>",
        )
    return made.getvalue()


def rtf(*paragraphs: str) -> bytes:
    body = "".join(f"{text}\\par\n" for text in paragraphs)
    body = "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in body)
    return f"{{\\rtf1\\ansi{{\\fonttbl\\f0\\fswiss Arial;}}\\f0\n{body}}}".encode("ascii")


@pytest.mark.parametrize("write", [docx, rtf])
def test_a_nexis_export_inside_is_read_as_one(records: Records, write: object) -> None:
    assert callable(write)
    (one,) = records(write(*NEW.split("\n")), "word")
    assert (one.date, one.headline) == ("2022-01-14", "Ferries cross the fjord again; Storm is over")
    assert len(one.body) == 2


@pytest.mark.parametrize("write", [docx, rtf])
def test_the_list_of_a_nexis_export_is_no_article(write: Callable[..., bytes]) -> None:
    item = ("Client/Matter: -None-", "Search Terms: ferries", "Search Type: NaturalAndAnd")
    told = (
        "User Name: Mara Lind",
        "Date and Time: Monday, 17 January 2022",
        "Job Number: 1",
        "Documents (2)",
        "1. Ferries",
        *item,
    )
    with pytest.raises(NotNews, match="the list of what was taken from Nexis"):
        list(word.read(Source("list", "list", BytesIO(write(*told, "2. Grain moves", *item)))))


@pytest.mark.parametrize("write", [docx, rtf])
def test_any_other_document_is_an_article(records: Records, write: object) -> None:
    assert callable(write)
    (one,) = records(
        write("Ferries cross the fjord again", "BERGEN, Jan 14 (Reuters) - Ferries crossed.", "No ship was lost."), "word"
    )
    assert (one.headline, one.agency) == ("Ferries cross the fjord again", "Reuters")
    assert one.body == ("Ferries crossed.", "No ship was lost.")


def test_other_zip_archives_are_not_taken_for_documents() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("ferries.txt", "Ferries crossed.")
    assert word.sniff(made.getvalue(), "news.zip") is None


def test_a_document_that_unpacks_to_far_more_than_it_is_worth_is_refused() -> None:
    made = BytesIO()
    with ZipFile(made, "w", compression=8) as package:
        package.writestr("word/document.xml", b" " * (1 << 25))
    with pytest.raises(UnreadableError, match="trap"):
        list(word.read(Source("a.docx", "a.docx", BytesIO(made.getvalue()))))


def test_rtf_without_its_extra_says_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    with pytest.raises(UnreadableError, match=r"newscli\[rtf\]"):
        list(word.read(Source("a.rtf", "a.rtf", BytesIO(rtf("Ferries crossed.")))))


def test_a_document_whose_directory_points_before_its_beginning_is_refused() -> None:
    data = bytearray(word.example())
    at = data.rindex(b"PK\x05\x06")
    data[at + 16 : at + 20] = (int.from_bytes(data[at + 16 : at + 20], "little") + 1_000_000).to_bytes(4, "little")
    with pytest.raises(UnreadableError, match="broken Word document"):
        list(word.read(Source("a.docx", "a.docx", BytesIO(bytes(data)))))


STORY = "BERGEN, Jan 14 (Reuters) - Ferries crossed the fjord again on Friday after three days of storm."


def test_the_rows_of_a_table_are_lines_and_a_layout_is_none(records: Records) -> None:
    table = f"<w:tbl>{row('Port', 'Ships')}{row('Bergen', '12')}</w:tbl>"
    (one,) = records(docx_of(f"{paragraph('Ferries cross')}{paragraph(STORY)}{table}{paragraph('That was all.')}"), "word")
    assert one.body[1:] == ("Port | Ships", "Bergen | 12", "That was all.")
    (laid_out,) = records(docx_of(f"<w:tbl>{row(STORY, 'Ferries')}</w:tbl>"), "word")
    assert laid_out.text == f"{STORY}\n\nFerries"


def test_a_page_break_may_stand_between_articles(records: Records) -> None:
    page = "<w:p><w:r><w:br w:type='page'/></w:r></w:p>"
    stories = (f"{paragraph(title)}{paragraph(STORY)}" for title in ("Ferries cross", "Grain moves", "Snow falls"))
    assert [one.headline for one in records(docx_of(page.join(stories)), "word")] == [
        "Ferries cross",
        "Grain moves",
        "Snow falls",
    ]


def test_halves_of_characters_in_rtf_are_put_together(records: Records) -> None:
    (one,) = records(b"{\\rtf1\\ansi Ferries \\u-10179?\\u-8704? cross\\par Ferries crossed the fjord again.\\par}", "word")
    assert one.text.startswith("Ferries \U0001f600 cross")


def test_stories_below_headings_are_apart_where_each_has_a_byline(records: Records) -> None:
    def story(title: str, byline: str) -> str:
        heading = f"<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>{title}</w:t></w:r></w:p>"
        return f"{heading}{paragraph(byline)}{paragraph('Ferries crossed the fjord again on Friday after a week of ice.')}"

    titles = ["Boats sail again", "Grain moves", "Snow falls"]
    three = "".join(story(title, "By Mara Lind") for title in titles)
    assert [one.text.split("\n")[0] for one in records(docx_of(three), "word")] == titles
    (whole,) = records(docx_of("".join(story(title, "So it was.") for title in titles)), "word")
    assert "Snow falls" in whole.text
