"""Credits: who did what, and from where."""

import pytest

from newscli.parse import parse

STORY = "OSLO (Reuters) - Ships sailed again on Tuesday after three days of fog."


def credited(text: str) -> list[tuple[str, str, str | None]]:
    return [(credit.name, credit.role, credit.place) for credit in parse(text).credits]


@pytest.mark.parametrize(
    ("signoff", "people"),
    [
        ("Reporting by Mara Lind; Editing by Tom Acht", [("Mara Lind", "reporting", None), ("Tom Acht", "editing", None)]),
        (
            "(Reporting by Mara Lind and Olga Serova in Oslo, Tom Acht in St. Paul, Minn.; Editing by A. Petrie)",
            [
                ("Mara Lind", "reporting", "Oslo"),
                ("Olga Serova", "reporting", "Oslo"),
                ("Tom Acht", "reporting", "St. Paul, Minn."),
                ("A. Petrie", "editing", None),
            ],
        ),
        (
            "(Additional reporting by Mara Lind in Albany, New York; Writing by Tom Acht)",
            [("Mara Lind", "additional", "Albany, New York"), ("Tom Acht", "writing", None)],
        ),
        (
            "(Reporting by Mara Lind, editing by Tom Acht/Olga Serova)",
            [("Mara Lind", "reporting", None), ("Tom Acht", "editing", None), ("Olga Serova", "editing", None)],
        ),
        (
            "(Reporting by Mara Lind in Oslo and BergenEditing by Tom Acht)",
            [("Mara Lind", "reporting", "Oslo and Bergen"), ("Tom Acht", "editing", None)],
        ),
        (
            "(Writing and additional reporting by Mara Lind)",
            [("Mara Lind", "writing", None), ("Mara Lind", "additional", None)],
        ),
        ("(Reporting Mara Lind; Editng by Tom Acht)", [("Mara Lind", "reporting", None), ("Tom Acht", "editing", None)]),
        ("(Editing by Tom Acht; tom.acht@harbour.example; +47 22 555 0100)", [("Tom Acht", "editing", None)]),
        ("(Compiled by Mara Lind; Graphics by Tom Acht)", [("Mara Lind", "writing", None), ("Tom Acht", "other", None)]),
        (
            "(Reporting by Kim Yeon-hee and Ludwig van der Berg",
            [("Kim Yeon-hee", "reporting", None), ("Ludwig van der Berg", "reporting", None)],
        ),
        (
            "(Reporting by Oslo, Bergen, Panama, Molde and Moss newsrooms; Editing by Tom Acht)",
            [("Oslo, Bergen, Panama, Molde and Moss newsrooms", "reporting", None), ("Tom Acht", "editing", None)],
        ),
        (
            "(Reporting by Oslo Commodities & Energy Team; Editing by Tom Acht, Jr.; Writing by A. Petrie)",
            [
                ("Oslo Commodities & Energy Team", "reporting", None),
                ("Tom Acht, Jr.", "editing", None),
                ("A. Petrie", "writing", None),
            ],
        ),
        (
            "(Reporting by Mara Lind in Paris Tom Acht in Lyon, Olga Serova In Turin and A. Petrie in Milan)",
            [
                ("Mara Lind", "reporting", "Paris"),
                ("Tom Acht", "reporting", "Lyon"),
                ("Olga Serova", "reporting", "Turin"),
                ("A. Petrie", "reporting", "Milan"),
            ],
        ),
        (
            "(Reporting by Mara Lind via Oslo newsroom, and Tom Archer. Plus Olga Serova in Molde)",
            [
                ("Mara Lind", "reporting", None),
                ("Oslo newsroom", "reporting", None),
                ("Tom Archer", "reporting", None),
                ("Olga Serova", "reporting", "Molde"),
            ],
        ),
        (
            "(Writing by Mara Lind, with reporting from Asia and Jordan; Compiled by Tom Acht from wire reports)",
            [("Mara Lind", "writing", None), ("Tom Acht", "writing", None)],
        ),
        ("(With additional reporting by Mara Lind)", [("Mara Lind", "additional", None)]),
        ("(By Mara Lind; Editing by Tom Acht)", [("Mara Lind", "by", None), ("Tom Acht", "editing", None)]),
        (
            "(Addtional reporting by Mara Lind and by Olga Serova)",
            [("Mara Lind", "additional", None), ("Olga Serova", "additional", None)],
        ),
        (
            "(Reporting by Mara Lind and Olga Serova, Kim Yeon-hee in Oslo)",  # the "and" closes a group without a place
            [
                ("Mara Lind", "reporting", None),
                ("Olga Serova", "reporting", None),
                ("Kim Yeon-hee", "reporting", "Oslo"),
            ],
        ),
        ("(Reporting by Mara Lind, BBC Nynorsk in Oslo)", [("Mara Lind", "reporting", "Oslo")]),
        ("(Editing by Tom Acht) (tom.acht@harbour.example; +47 22 555 0100)", [("Tom Acht", "editing", None)]),
        ("(Editing by Tom Acht) (The harbour column runs weekly)", [("Tom Acht", "editing", None)]),
        (
            "(Polling by Mara Lind of the Oslo Polling Unit; Editing by Tom\nAcht)",
            [("Mara Lind", "other", None), ("Tom Acht", "editing", None)],
        ),
        (
            "Lind reported from Bergen. Associated Press writers Tom Acht in Englewood, Colo., and Olga Serova contributed.",
            [
                ("Lind", "reporting", "Bergen"),
                ("Tom Acht", "additional", "Englewood, Colo."),
                ("Olga Serova", "additional", None),
            ],
        ),
    ],
)
@pytest.mark.parametrize("before", ["\n\n", " "])
def test_a_signoff_credits_everybody_it_names(signoff: str, people: list[tuple[str, str, str | None]], before: str) -> None:
    glued_prose = before == " " and "contributed" in signoff  # a sentence within a paragraph may be of the story
    assert credited(STORY + before + signoff) == ([] if glued_prose else people)


def test_a_desk_is_told_from_a_person() -> None:
    kinds = [
        (c.name, c.kind, c.place) for c in parse(f"{STORY}\n\nReporting by the Oslo Newsroom and Mara Lind in Bergen").credits
    ]
    assert kinds == [("the Oslo Newsroom", "desk", "Bergen"), ("Mara Lind", "person", "Bergen")]


@pytest.mark.parametrize(
    "byline",
    [
        "By Mara Lind and Tom Acht",
        "BY Mara Lind and Tom Acht",
        "By Mara Lind and Tom Acht, Associated Press Writers",
        "-- By Mara Lind and Tom Acht - Analysis",
    ],
)
def test_a_byline_above_the_story_names_its_authors(byline: str) -> None:
    above = "-- Ferries cross the fjord\n" if byline.startswith("--") else "Ferries cross the fjord\n"
    assert credited(f"{above}{byline}\n\n{STORY}") == [("Mara Lind", "by", None), ("Tom Acht", "by", None)]


def test_a_byline_may_stand_before_the_dateline() -> None:
    article = parse("By Mara Lind NEW YORK  (Reuters) - Ships sailed again on Tuesday.")
    assert [(c.name, c.role) for c in article.credits] == [("Mara Lind", "by")]
    assert article.dateline is not None
    assert article.dateline.text == "NEW YORK (Reuters)"


def test_a_name_alone_above_the_dateline_is_a_byline() -> None:
    article = parse(f"Mara Lind\n\nThe Associated Press\n\n{STORY}")
    assert [(c.name, c.role) for c in article.credits] == [("Mara Lind", "by")]
    assert article.headline is None


def test_one_person_has_one_credit_a_role_in_the_order_of_the_text() -> None:
    text = f"By Mara Lind\n\n{STORY}\n\n(Additional reporting by Mara Lind)\n\n(Reporting by Mara Lind; Editing by Mara Lind)"
    assert [role for _, role, _ in credited(text)] == ["by", "additional", "reporting", "editing"]


def test_reporting_by_in_the_middle_of_a_story_is_prose() -> None:
    text = "OSLO (Reuters) - A report by Harbour Watch and further reporting by local papers said ships sailed."
    assert credited(text) == []


def test_what_stands_below_a_signoff_is_no_story() -> None:
    article = parse(f"{STORY}\n\n(Reporting by Mara Lind)\n\nWatch the new harbour series on our player")
    assert [c.name for c in article.credits] == ["Mara Lind"]
    assert len(article.body) == 1
