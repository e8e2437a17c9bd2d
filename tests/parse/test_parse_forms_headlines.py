"""Headlines and their tags: what is a headline though it looks like a name, and which words before one are tags."""

import pytest

from newscli.parse import parse

STORY = "Ships sailed again on Tuesday after three days of fog in the outer harbour."
AROUND = (
    f"-- {{}}\n-- By Mara Lind\n-- Fri Jan 14, 2022 5:32pm EST\n\nOSLO (Reuters) - {STORY}",
    f"{{}}\n\nOSLO (Reuters) - {STORY}\n\n{STORY}",
    f"{{}}\n\nBy Mara Lind\n\n{STORY}\n\n{STORY}",
)

TAGGED = [
    ("FACTBOX: Ferries of the fjord", "FACTBOX"),
    ("FACTBOX-Ferries of the fjord", "FACTBOX"),
    ("FACTBOX - Ferries of the fjord", "FACTBOX"),
    ("Factbox: Ferries of the fjord", "FACTBOX"),
    ("INSTANT VIEW: Ferries sail again", "INSTANT VIEW"),
    ("ANALYSIS: Ferries sail again", "ANALYSIS"),
    ("ANALYSIS-Ferries sail again", "ANALYSIS"),
    ("Analysis: Ferries sail again", "ANALYSIS"),
    ("Analysis-Ferries sail again", "ANALYSIS"),
    ("EXCLUSIVE: Ferries sail again", "EXCLUSIVE"),
    ("Exclusive: Ferries sail again", "EXCLUSIVE"),
    ("Exclusive-Ferries sail again", "EXCLUSIVE"),
    ("TIMELINE: Ferries sail again", "TIMELINE"),
    ("Timeline: Ferries sail again", "TIMELINE"),
    ("INSIGHT: Ferries sail again", "INSIGHT"),
    ("Insight: Ferries sail again", "INSIGHT"),
    ("HIGHLIGHTS: Ferry chief speaks", "HIGHLIGHTS"),
    ("HIGHLIGHTS 2: Ferry chief speaks", "HIGHLIGHTS 2"),
    ("CORRECTED: Ferries sail again", "CORRECTED"),
    ("CORRECTED-Ferries sail again", "CORRECTED"),
    ("CORRECTED - CORRECTED-Ferries sail again", "CORRECTED; CORRECTED"),
    ("CORRECTION: Ferries sail again", "CORRECTION"),
    ("(CORRECTED) - FERRIES SAIL AGAIN", "CORRECTED"),
    ("Q+A: Ferries sail again", "Q+A"),
    ("Q+A-Why ferries sail again", "Q+A"),
    ("Q&A: Why ferries sail again", "Q&A"),
    ("SCENARIOS: Ferries sail again", "SCENARIOS"),
    ("SPECIAL REPORT: Ferries sail again", "SPECIAL REPORT"),
    ("Special Report: Ferries sail again", "SPECIAL REPORT"),
    ("SNAP ANALYSIS: Ferries sail again", "SNAP ANALYSIS"),
    ("UPDATE 1-Ferries sail again", "UPDATE 1"),
    ("UPDATE 3: Ferries sail again", "UPDATE 3"),
    ("UPDATE 10-Ferries sail again", "UPDATE 10"),
    ("UPDATE: Ferries sail again", "UPDATE"),
    ("RPT-UPDATE 2-Ferries sail again", "RPT; UPDATE 2"),
    ("REFILE-UPDATE 1-Ferries sail again", "REFILE; UPDATE 1"),
    ("TEXT: Statement of the ferry company", "TEXT"),
    ("TEXT-Statement of the ferry company", "TEXT"),
    ("CHRONOLOGY: Ferries of the fjord", "CHRONOLOGY"),
    ("NEWSMAKER: Ferry chief speaks", "NEWSMAKER"),
    ("WALL ST WEEK AHEAD: Ferries sail again", "WALL ST WEEK AHEAD"),
    ("Wall St Week Ahead: Ferries sail again", "WALL ST WEEK AHEAD"),
    ("ANALYST VIEW: Ferries sail again", "ANALYST VIEW"),
    ("ANALYSTS VIEW: Ferries sail again", "ANALYSTS VIEW"),
    ("SNAPSHOT: Ferries sail again", "SNAPSHOT"),
    ("QUOTEBOX: Ferries sail again", "QUOTEBOX"),
    ("INTERVIEW: Ferries sail again", "INTERVIEW"),
    ("INTERVIEW-Ferry chief speaks", "INTERVIEW"),
    ("WRAPUP 4-Ferries sail again", "WRAPUP 4"),
    ("WRAPUP 1: Ferries sail again", "WRAPUP 1"),
    ("GLOBAL MARKETS: Ferries sail again", "GLOBAL MARKETS"),
    ("GLOBAL MARKETS-Ferries sail again", "GLOBAL MARKETS"),
    ("POLL: Ferries sail again", "POLL"),
    ("POLL-Ferries to sail again", "POLL"),
    ("PREVIEW: Ferries to sail again", "PREVIEW"),
    ("FEATURE: Ferries sail again", "FEATURE"),
    ("BREAKINGVIEWS-Ferries sail again", "BREAKINGVIEWS"),
    ("Advisory: Ferries sail again", "ADVISORY"),
    ("Story Withdrawn: Ferries sail again", "STORY WITHDRAWN"),
    ("EXPLAINER: Why ferries sail again", "EXPLAINER"),
    ("Explainer: Why ferries sail again", "EXPLAINER"),
    ("BRIEF-Ferry company names chief", "BRIEF"),
    ("COLUMN-Ferries sail again", "COLUMN"),
    ("DEALTALK-Ferries sail again", "DEALTALK"),
    ("MONEY MARKETS-Ferries sail again", ""),
    ("TNK-BP to buy ferries", ""),
    ("EADS-BAE ferry plan fails", ""),
    ("IMF: Ferries sail again", ""),
    ("S&P: Ferries sail again", ""),
    ("GM CEO: Ferries sail again", ""),
    ("Text-message ferry plan fails", ""),
    ("Poll-leading captain speaks", ""),
    ("Interview-only rule for captains ends", ""),
    ("Insight into ferries of the fjord", ""),
    ("UPDATED TIMETABLE FOR FERRIES", ""),
]


@pytest.mark.parametrize(("headline", "tags"), TAGGED)
@pytest.mark.parametrize("around", AROUND)
def test_a_headline_keeps_its_tags_and_lists_them(headline: str, tags: str, around: str) -> None:
    article = parse(around.format(headline))
    assert article.headline == headline
    assert "; ".join(article.tags) == tags


@pytest.mark.parametrize(
    "headline",
    [
        "FERRIES CROSS AGAIN",
        "FOG BOND",
        "HARBOUR MASTER RESIGNS, PILOTS SAY",
        "Ships Sail Again",
        "Night Ferries Return To Bergen Harbour",
    ],
)
def test_a_headline_in_capitals_above_a_dateline_is_no_name(headline: str) -> None:
    article = parse(f"{headline}\n\nOSLO, Feb 26 - {STORY} The fog had come on Friday.\n\n{STORY}")
    assert article.headline == headline
    assert article.credits == ()


@pytest.mark.parametrize(
    "above",
    ["Mara Lind\n\nThe Associated Press", "Ferries cross again\n\nMara Lind", "Ferries cross again\n\nMARA LIND", "Mara Lind"],
)
def test_a_name_above_a_dateline_is_a_byline(above: str) -> None:
    article = parse(f"{above}\n\nOSLO (AP) — {STORY}\n\n{STORY}")
    assert [credit.name.title() for credit in article.credits] == ["Mara Lind"]


def test_a_story_of_one_paragraph_has_a_headline_above_its_byline() -> None:
    article = parse(f"Ferries cross the fjord again\n\nBy Mara Lind\n\n{STORY}")
    assert (article.headline, article.byline, article.body) == ("Ferries cross the fjord again", ("Mara Lind",), (STORY,))
