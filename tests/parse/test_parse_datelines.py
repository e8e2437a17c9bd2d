"""Datelines: their forms, and what only looks like one."""

import pytest

from newscli.article import Place
from newscli.parse import parse

STORY = "Ships sailed again on Tuesday after three days of fog in the outer harbour."


@pytest.mark.parametrize(
    ("line", "separator", "places", "agency"),
    [
        ("OSLO, Jan 11 (Reuters)", " - ", ["OSLO"], "Reuters"),
        ("OSLO Nov 29 (Reuters)", " - ", ["OSLO"], "Reuters"),
        ("FLINT, Mich., Oct. 4 (UPI)", " — ", ["FLINT, Mich."], "UPI"),
        ("OSLO (Reuters)", " - ", ["OSLO"], "Reuters"),
        ("OSLO/BERGEN (Reuters)", " - ", ["OSLO", "BERGEN"], "Reuters"),
        ("WEST BAY, Fla./OSLO (Reuters)", " - ", ["WEST BAY, Fla.", "OSLO"], "Reuters"),
        ("GEORGETOWN, Del. and NEW YORK (Reuters)", " - ", ["GEORGETOWN, Del.", "NEW YORK"], "Reuters"),
        ("McCOOK, Neb. (AP)", " _ ", ["McCOOK, Neb."], "AP"),
        ("ST. JOHN'S, Antigua (Reuters)", " - ", ["ST. JOHN'S, Antigua"], "Reuters"),
        ("L'AQUILA, Italy (Reuters)", " - ", ["L'AQUILA, Italy"], "Reuters"),
        ("AIX-EN-PROVENCE, France (Reuters)", " - ", ["AIX-EN-PROVENCE, France"], "Reuters"),
        ("ABOARD THE USS HARBOUR (AP)", " — ", ["ABOARD THE USS HARBOUR"], "AP"),
        ("MÜNCHEN (dpa)", " – ", ["MÜNCHEN"], "dpa"),
        ("ISTANBUL (Turkey), June 2 (Xinhua)", " -- ", ["ISTANBUL, Turkey"], "Xinhua"),
        ("Kabul, Afghanistan (CNN)", " -- ", ["Kabul, Afghanistan"], "CNN"),
        ("(Reuters)", " - ", [], "Reuters"),
        ("(CNN)", " ", [], "CNN"),
        ("Nov 11 (Reuters)", " - ", [], "Reuters"),
        ("WASHINGTON, March 12, Reuter", " - ", ["WASHINGTON"], "Reuter"),
        ("SALVADOR, Feb 26", " - ", ["SALVADOR"], None),
        ("VIENNA/BERLIN, Dec 3", " - ", ["VIENNA", "BERLIN"], None),
        ("Calgary, Alberta, March 18", " - ", ["Calgary, Alberta"], None),
        ("April 7", " - ", [], None),
        ("WASHINGTON", " — ", ["WASHINGTON"], None),
        ("NEWARK, N.J.", " _ ", ["NEWARK, N.J."], None),
        ("BOGOTA, 14 SEP 89 (DPA)", " -- [TEXT] ", ["BOGOTA"], "DPA"),
        ("OSLO, Jan 11 (Reuters", " - ", ["OSLO"], "Reuters"),
        ("OSLO, Jan 11 Reuters)", " - ", ["OSLO"], "Reuters"),
        ("NEW YORK(Reuters)", " - ", ["NEW YORK"], "Reuters"),
        ("RICHMOND Va (Reuters)", " - ", ["RICHMOND, Va"], "Reuters"),
        ("(Reuters) NEW YORK", " - ", ["NEW YORK"], "Reuters"),
        ("(ANSA) - Rome, October 11", " - ", ["Rome"], "ANSA"),
        ("VANCOUVER, BC / ACCESSWIRE / July 12, 2017", " / ", ["VANCOUVER, BC"], "ACCESSWIRE"),
        ("Calgary, Alberta--(Newsfile Corp. - August 20, 2019)", " - ", ["Calgary, Alberta"], "Newsfile Corp."),
        ("MOSCOW, January 5. /TASS/", ". ", ["MOSCOW"], "TASS"),
        ("Málaga, 1 dic (EFE)", ".- ", ["Málaga"], "EFE"),
        ("BEIJING, 10 août (Xinhua)", " -- ", ["BEIJING"], "Xinhua"),
        ("SYDNEY March 22 AAP", " - ", ["SYDNEY"], "AAP"),
        ("BARCELONA", "—", ["BARCELONA"], None),
        ("NEW DELHI", ": ", ["NEW DELHI"], None),
        ("Goose Creek", " — ", ["Goose Creek"], None),
        ("AUSTIN, Texas", " ", ["AUSTIN, Texas"], None),
        ("omaha, april 7", " - ", ["omaha"], None),
    ],
)
def test_a_dateline_is_read_with_its_places_and_agency(
    line: str, separator: str, places: list[str], agency: str | None
) -> None:
    article = parse(line + separator + STORY)
    assert article.dateline is not None
    assert article.dateline.text == line
    assert [str(place) for place in article.dateline.places] == places
    assert article.dateline.agency == agency
    assert article.body == (STORY,)


@pytest.mark.parametrize(
    "text",
    [
        "Ships - big and small - sailed on Tuesday.",
        "EchoStar Corp. -- the biggest of them -- sailed.",
        "EDITOR'S NOTE _ Ships sailed.",
        "Ships (all of them) sailed.",
        "TNK-BP said on Tuesday that ships had sailed.",
        "The harbour (north) - Ships sailed.",
        "May 7 was the day on which ships sailed.",
        "SAILING SHIPS ARE BACK. They sailed on Tuesday - all of them.",
        "TOKYO RUBBER (YEN PER KILO) - APRIL 07",
        "For Immediate Release Chicago, IL – Ships sailed.",
        "HOUSTON ROCKETS - the new team - sailed.",
        "CALAMBA CITY, Laguna Mayor Mara Lind said ships had sailed.",
        "Exoplanets — that is, ships — sailed.",
        "UPDATE: Ships sailed.",
        "SIEGEL--Tom Acht, 98, has sailed.",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert parse(f"{text} {STORY}\n\n{STORY}").dateline is None


@pytest.mark.parametrize(
    ("header", "line", "date", "published"),
    [
        ("2022-01-11", "OSLO, Jan 11 (Reuters)", "2022-01-11", "2022-01-11"),
        ("2022-01-01", "OSLO, Dec 31 (Reuters)", "2021-12-31", "2022-01-01"),
        ("2021-12-31", "OSLO, Jan 1 (Reuters)", "2022-01-01", "2021-12-31"),
        ("", "OSLO, Jan 11 (Reuters)", "XXXX-01-11", None),
        ("", "OSLO, April 5, 2018 (Reuters)", "2018-04-05", "2018-04-05"),
        ("", "OSLO, 14 SEP 89 (DPA)", "1989-09-14", "1989-09-14"),
    ],
)
def test_a_date_without_a_year_takes_the_nearest_one(header: str, line: str, date: str, published: str | None) -> None:
    article = parse(f" date {header} \n\n{line} - {STORY}" if header else f"{line} - {STORY}")
    assert article.dateline is not None
    assert (article.dateline.date, article.date) == (date, published)
    assert article.date_from == ("header" if header else "dateline" if published else None)


def test_a_day_that_the_calendar_lacks_is_no_date_and_a_warning() -> None:
    article = parse(f"OSLO, Feb 30 (Reuters) - {STORY}")
    assert article.dateline is not None
    assert article.dateline.date is None
    assert article.warnings == ("dateline: there is no Feb 30",)


def test_a_dateline_far_from_the_publication_date_is_a_warning() -> None:
    assert parse(f" date 2022-04-01 \n\nOSLO, March 1 (Reuters) - {STORY}").warnings == (
        "dateline: March 1 is 31 days from 2022-04-01",
    )


def test_a_region_stands_beside_its_place() -> None:
    article = parse(f"HAVELOCK, N.C. (AP) — {STORY}")
    assert article.dateline is not None
    assert article.dateline.places == (Place("HAVELOCK", "N.C.", "US", "city"),)


@pytest.mark.parametrize(
    "headline",
    [
        "ECONOMIC SPOTLIGHT - SHIPS",
        "<HARBOUR INC> 4TH QTR NET",
        "(CORRECTED) - SHIPS SAIL",
        "OSLO PORT SUBSIDY TO END JULY 1 - MINISTER",
    ],
)
def test_what_stands_above_a_dated_dateline_is_the_headline_whatever_it_looks_like(headline: str) -> None:
    article = parse(f"{headline}\n\nOSLO, Feb 26 - {STORY}\n\n{STORY}")
    assert article.headline == headline
    assert article.dateline is not None
    assert article.dateline.text == "OSLO, Feb 26"


def test_reporters_in_brackets_behind_a_chinese_dateline_are_credited() -> None:
    article = parse("新华社北京9月2日电（记者王一鸣、李文）列车恢复运行。")
    assert article.dateline is not None
    assert (article.dateline.text, article.dateline.date, article.agency) == ("新华社北京9月2日电", "XXXX-09-02", "新华社")
    assert [credit.name for credit in article.credits] == ["王一鸣", "李文"]
    assert article.body == ("列车恢复运行。",)
