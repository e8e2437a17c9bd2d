"""Stories that a source has put on one line: each field is found in it all the same."""

import pytest

from newscli.parse import parse

FIRST = "Ships sailed again on Tuesday after three days of fog."
SECOND = "The fog had gone, the pilots said."
BODY = f"{FIRST} {SECOND}"
SIGNOFF = "(Reporting by Mara Lind in Oslo; Editing by Tom Acht)"


@pytest.mark.parametrize(
    ("line", "headline", "notes"),
    [
        (f"OSLO (Reuters) - {BODY} {SIGNOFF}", None, []),
        (f"Ferries cross again By Mara Lind OSLO (Reuters) - {BODY} {SIGNOFF}", "Ferries cross again", []),
        (f"Ferries cross again in fog OSLO, Jan 11 (Reuters) - {BODY} {SIGNOFF}", "Ferries cross again in fog", []),
        (f"By Mara Lind OSLO (Reuters) - {BODY} {SIGNOFF}", None, []),
        (f"(Adds comment) By Mara Lind OSLO (Reuters) - {BODY} {SIGNOFF}", None, ["advisory"]),
        (f"OSLO (Reuters) - {BODY} ($1 = 8.2 crowns) {SIGNOFF}", None, ["currency"]),
        (f"OSLO (Reuters) - {FIRST} ($1 = 8.2 crowns) {SECOND} {SIGNOFF}", None, ["currency"]),
        (f"OSLO (Reuters) - {BODY} {SIGNOFF} (This story has been refiled to fix a name)", None, ["refile"]),
        (f"OSLO (Reuters) - {BODY} {SIGNOFF} ((mara.lind@harbour.example; +47 22 555 0100))", None, ["contact"]),
        (f"OSLO (Reuters) - {BODY} {SIGNOFF} Keywords: FOG/ (C) Reuters 2007. All rights reserved.", None, ["copyright"]),
        (f"OSLO (Reuters) - {FIRST} read more {SECOND} read more {SIGNOFF}", None, ["link", "link"]),
        (
            f"OSLO (Reuters) - {FIRST} read more {SECOND} {SIGNOFF[1:-1]} Our Standards: The Principles.",
            None,
            ["link", "boilerplate"],
        ),
        (
            f"OSLO (Reuters) - {FIRST} Register now for FREE unlimited access to harbour.example Register {SECOND} {SIGNOFF}",
            None,
            ["boilerplate"],
        ),
        (f"OSLO (Reuters) - {BODY} For a graphic click on [HARBOUR] {SIGNOFF}", None, ["link"]),
    ],
)
def test_each_field_is_found_on_one_line(line: str, headline: str | None, notes: list[str]) -> None:
    article = parse(line)
    assert article.headline == headline
    assert article.dateline is not None
    assert article.dateline.text.startswith("OSLO")
    assert [(one.name, one.place) for one in article.credits if one.role != "by"] == [("Mara Lind", "Oslo"), ("Tom Acht", None)]
    assert [note.kind for note in article.notes] == notes
    assert " ".join(article.body) == BODY


@pytest.mark.parametrize(
    "line",
    [
        f"He told OSLO (Reuters) - {BODY}",
        f"Ships sailed. OSLO (Reuters) - {BODY}",
        f"Mara Lind OSLO (Reuters) - {BODY}",
    ],
)
def test_what_stands_before_a_dateline_is_not_always_a_headline(line: str) -> None:
    assert parse(line).headline is None
