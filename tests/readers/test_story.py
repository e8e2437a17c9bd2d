"""CNN/DailyMail stories, with the top that pages of the Daily Mail leave on theirs."""

import pytest
from tests.readers.conftest import Records
from tests.readers.reading import by, items

from newscli.readers import NotNews

HIGHLIGHTS = "@highlight\n\nThe night boats sail again\n\n\n@highlight\n\nNo ship was late\n"
STORY = "(CNN) -- Ferries crossed the fjord again on Friday.\n\nCNN's Mara Lind contributed to this report.\n\n"


def test_highlights_are_summaries_and_no_part_of_the_body(records: Records) -> None:
    (article,) = records(STORY + HIGHLIGHTS, "story")
    assert article.body == ("Ferries crossed the fjord again on Friday.",)
    assert [(note.kind, note.text) for note in article.notes] == [
        ("summary", "The night boats sail again"),
        ("summary", "No ship was late"),
    ]
    assert (article.agency, article.headline) == ("CNN", None)
    assert [(one.name, one.role) for one in article.credits] == [("Mara Lind", "additional")]


def test_lines_are_the_files_own(records: Records) -> None:
    (article,) = records(STORY + HIGHLIGHTS, "story")
    assert article.text == STORY + HIGHLIGHTS
    assert [one.line for one in article.paragraphs] == [1, 3, 5, 7, 10, 12]


@pytest.mark.parametrize("stops", ["\n\n", "\n.\n"])
@pytest.mark.parametrize("names", [["Mara Lind"], ["Mara Lind", "and Tom Acht"]])
def test_the_top_of_a_page_is_byline_and_date(records: Records, stops: str, names: list[str]) -> None:
    top = ["By", *names, "PUBLISHED:", "07:22 EST, 14 January 2022", "|", "UPDATED:", "08:01 EST, 15 January 2022"]
    (article,) = records(f"{stops.join(top)}{stops}Ferries crossed again.\n\n{HIGHLIGHTS}", "story")
    assert (article.date, article.time) == ("2022-01-14", "07:22-05:00")
    assert by(article) == [name.removeprefix("and ") for name in names]
    assert article.body == ("Ferries crossed again.",)


def test_a_byline_without_a_date_ends_where_the_story_begins(records: Records) -> None:
    (article,) = records(f"By\n.\nMara Lind\n.\nFerries crossed again.\n\n{HIGHLIGHTS}", "story")
    assert (by(article), article.body, article.date) == (["Mara Lind"], ("Ferries crossed again.",), None)


def test_a_story_without_highlights_is_known_by_its_name(records: Records) -> None:
    (article,) = records("Ferries crossed the fjord again on Friday.\n", "story", "0a1b.story")
    assert article.body == ("Ferries crossed the fjord again on Friday.",)


@pytest.mark.parametrize(("data", "reason"), [(HIGHLIGHTS, "only highlights"), ("\n", "empty")])
def test_a_file_without_a_story_says_so(data: str, reason: str) -> None:
    with pytest.raises(NotNews, match=reason):
        items("story", data)


def test_a_page_that_speaks_of_the_sign_is_text(records: Records) -> None:
    records("A decorator, @highlight, marks it.\n\n@highlight\n", "text")
