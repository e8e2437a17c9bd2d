"""What the parser does not know yet: how articles begin that lack a field and look as if they had it."""

import pytest

from newscli.article import Record
from newscli.parse import parse
from newscli.statistics._openings import SUSPECTS, lacking, shape

STORY = "Ships sailed again on Tuesday after three days of fog in the outer harbour."


def records(*texts: str) -> list[Record]:
    return [Record(f"{at}.txt", 1, "text", parse(text)) for at, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("OSLO, Jan 11 (AP) -", "A, Aa 9 (A) -"),
        ("By Mara Lind and Tom", "Aa+ a Aa"),
        ("three days of fog", "a+"),
        ("", ""),
    ],
)
def test_a_shape_says_what_kinds_of_words_and_marks_stand_there(text: str, kind: str) -> None:
    assert shape(text) == kind


def test_articles_that_look_as_if_they_had_a_dateline_are_counted_by_their_form() -> None:
    found = lacking("dateline", records(f"UTOPIA [QRZ] - {STORY}", f"ATLANTIS [XYZ] - {STORY}", STORY))
    assert (found.articles, found.suspects) == (3, 2)
    (opening,) = found.openings()
    assert (opening.number, opening.path) == (2, "1.txt")
    assert opening.shape.startswith("A [A] - Aa a+")
    assert opening.example == f"UTOPIA [QRZ] - {STORY}"[:60]


def test_what_ends_like_a_signoff_is_shown() -> None:
    found = lacking("sign-off", records(f"{STORY} Then, reported by Lind, the fog was back."))
    assert [opening.example for opening in found.openings()] == ["reported by Lind, the fog was back."]


@pytest.mark.parametrize("name", SUSPECTS)
def test_a_plain_story_is_suspected_of_nothing(name: str) -> None:
    assert lacking(name, records(STORY)).suspects == 0
