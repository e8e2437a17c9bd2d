"""Every row of every table of conventions recognises its own example, in a whole article, under its own name."""

import pytest

from newscli.parse import (
    bylines,
    caption_forms,
    contributions,
    credits,
    dateline_forms,
    dates,
    header,
    name_lines,
    note_forms,
    note_forms_inside,
    note_forms_outer,
    parse,
    signoffs_abroad,
    standfirsts,
    unparted,
    unstopped,
    verbless,
)
from newscli.parse.conventions import Convention

STORY = "Ferries crossed the fjord again on Monday after three days of storm, the harbour master said."
ABOVE = f"Ferries cross the fjord again\n\nBy Mara Lind\n\nBERGEN, Norway (Reuters) - {STORY}\n\n"
BELOW = f"\n\nBERGEN, Norway (Reuters) - {STORY}\n\nMore will sail on Tuesday, he said."

# Where an example stands: what is above it and below it.
TABLES: tuple[tuple[tuple[Convention, ...], str, str], ...] = (
    (dates.STATED, "", BELOW),
    (header.ROWS, "", BELOW),
    (name_lines.ROWS, "", BELOW),
    ((standfirsts.HIGHLIGHTS,), "", BELOW),
    (header.PLACED[:2], "", BELOW),
    (header.PLACED[2:], "", f"\n\n{STORY} {STORY}\n\n{STORY}"),
    ((bylines.HOUSE,), "Ferries cross the fjord again\n\nBy Mara Lind\n\n", BELOW),
    ((bylines.MORE,), "Ferries cross the fjord again\n\nBy Mara Lind\n\n", BELOW),
    ((standfirsts.DECK,), "", f"\n\n{STORY} {STORY}\n\n{STORY}"),
    ((header.GLUED,), "", f"\n\n{STORY}"),
    ((bylines.BEFORE,), "", f"\n\n{STORY}"),
    ((credits.BEHIND,), ABOVE, ""),
    ((caption_forms.PHOTO,), ABOVE, f"\n\n{STORY}"),
    (bylines.ROWS, "Ferries cross the fjord again\n", BELOW),
    (dateline_forms.FAMILIES, "", f"\n\n{STORY}"),
    ((dateline_forms.ALONE,), "", f"\n\n{STORY} {STORY}"),
    ((unparted.BEFORE_NAME,), "", f"\n\n{STORY}"),
    ((bylines.REPORTERS,), "新华社北京9月2日电", ""),
    ((dateline_forms.SOURCE_MARKS,), "OSLO, 8 MAR 90 (HARBOUR RADIO) -- ", ""),
    (caption_forms.CREDITS, ABOVE, f"\n\n{STORY}"),
    (caption_forms.LABELS, ABOVE, f"\n\n{STORY}"),
    ((caption_forms.LABELLED_FIRST,), "", f"\n\n{STORY}"),
    ((unstopped.PICTURED,), ABOVE, f"\n\n{STORY}"),
    ((unstopped.LED,), ABOVE, f"\n\nScroll down for video\n\n{STORY}"),
    ((verbless.DATED, verbless.HOUSED), ABOVE, f"\n\n{STORY}"),
    ((caption_forms.PORTRAIT,), ABOVE + STORY + "\n\n", f"\n\n{STORY}"),
    ((caption_forms.FIGURE,), "", f" {BELOW.strip()}"),
    ((caption_forms.SHARING,), ABOVE, f"\n\n{STORY}"),
    (caption_forms.LEADING, ABOVE, f"\n\n{STORY}"),
    (credits.SIGNOFFS, ABOVE, ""),
    (signoffs_abroad.ROWS, ABOVE + STORY + "\n\n", ""),
    ((credits.BY_AND_HOUSE,), f"BERGEN, Norway (Reuters) - {STORY}\n\n", ""),
    ((credits.NAME_AND_HOUSE,), f"BERGEN, Norway (Reuters) - {STORY}\n\n", ""),
    ((credits.SIGNATURE,), f"BERGEN, Norway (Reuters) - {STORY}\n\n", ""),
    (contributions.SENTENCES, ABOVE, ""),
    (contributions.CONTACTS, ABOVE, ""),
    (note_forms.WHOLE, ABOVE, f"\n\n{STORY}"),
    (note_forms.WHOLE, ABOVE, ""),
    (note_forms_outer.OUTER, ABOVE, ""),
    (tuple(row for row, _ in note_forms_outer.ANYWHERE), ABOVE, ""),
    ((note_forms_outer.ABOUT,), f"BERGEN, Norway, Jan. 11, 2022 /PRNewswire/ -- {STORY}\n\n", "\n\nHarbour Corp runs ferries."),
    ((note_forms_outer.LISTED,), ABOVE + STORY + "\n\n", "\n\nFerries return to the fjord"),
    ((note_forms_outer.OFFERED,), ABOVE + STORY + "\n\n", "\n\nFive ferries. Click here.\n\nZacks Investment Research"),
    (tuple(row for row, _ in (*note_forms_inside.GLUED, *note_forms_inside.GLUED_SENTENCES)), ABOVE, ""),
    ((note_forms_inside.AGENCY_BEHIND,), ABOVE, ""),
    ((note_forms_outer.UNFINISHED,), ABOVE + f"{STORY}\n\n" * 4, ""),
    (tuple(row for row, _ in note_forms_inside.INLINE), ABOVE, f"\n\n{STORY}"),
    (note_forms.FURNITURE, ABOVE, ""),
)
CASES = [pytest.param(row, above, below, id=row.name) for table, above, below in TABLES for row in table]


@pytest.mark.parametrize(("row", "above", "below"), CASES)
def test_the_example_of_a_convention_is_claimed_by_that_convention(row: Convention, above: str, below: str) -> None:
    article = parse(above + row.example + below)
    assert row.name in {span.rule for span in article.spans}


@pytest.mark.parametrize(("row", "above", "below"), CASES)
def test_an_example_takes_nothing_from_the_story_around_it(row: Convention, above: str, below: str) -> None:
    body = " ".join(parse(above + row.example + below).body)
    assert STORY in body or STORY not in above + below


def test_no_two_conventions_have_one_name() -> None:
    names = [row.name for table, above, below in TABLES for row in table if (table, below) != (note_forms.WHOLE, "")]
    assert sorted(names) == sorted(set(names))


def test_note_kinds_are_those_of_the_record() -> None:
    from newscli.article import NOTE_KINDS

    placed = (*note_forms_inside.GLUED, *note_forms_inside.GLUED_SENTENCES, *note_forms_inside.INLINE)
    rows = (*note_forms.WHOLE, *note_forms_outer.OUTER, *(row for row, _ in placed))
    assert {row.kind for row in rows} <= set(NOTE_KINDS)
