"""Every form of date that stands on a line of its own above a story."""

import pytest

from newscli.parse import parse

STORY = "Ships sailed again on Tuesday after three days of fog in the outer harbour."


@pytest.mark.parametrize(
    ("line", "date", "time"),
    [
        ("26-FEB-1987 15:01:01.79", "1987-02-26", "15:01"),
        (" 6-FEB-1987 15:01:01.79", "1987-02-06", "15:01"),
        ("Mon Oct 22, 2007 2:28am EDT", "2007-10-22", "02:28-04:00"),
        ("Fri Jan 14, 2022 5:32pm EST", "2022-01-14", "17:32-05:00"),
        ("1999-10-25 17:05", "1999-10-25", "17:05"),
        ("1999-05-14 02:05:03", "1999-05-14", "02:05"),
        ("1998-11-05", "1998-11-05", None),
        ("07/11/18 05:04 AM EDT", "2018-07-11", "05:04-04:00"),
        ("January 11, 2018 / 5:32 AM / 2 years ago", "2018-01-11", "05:32"),
        ("11 January 2022 • 5:32pm", "2022-01-11", "17:32"),
        ("11 Jan 2022 05:32PM (Updated: 12 Jan 2022 10:00AM)", "2022-01-11", "17:32"),
        ("Dienstag, 11.01.2022", "2022-01-11", None),
        ("11 janvier 2022 à 17h32", "2022-01-11", "17:32"),
        ("December 31, 2017", "2017-12-31", None),
        ("2017-05-01 14:04:36+00:00", "2017-05-01", "14:04+00:00"),
        ("2017-05-01T14:04:36Z", "2017-05-01", "14:04+00:00"),
        ("2017-05-01T14:04:36.123Z", "2017-05-01", "14:04+00:00"),
        ("20131020T192751+1100", "2013-10-20", "19:27+11:00"),
        ("20150220T135142", "2015-02-20", "13:51"),
        ("March 24, 2009", "2009-03-24", None),
        ("Monday, March 16, 2009", "2009-03-16", None),
        ("Published Saturday, March 31, 2018 1:19PM CST", "2018-03-31", "13:19"),
        ("April 05, 2018 03:09 PM.", "2018-04-05", "15:09"),
        ("6 April 2018", "2018-04-06", None),
        ("March 14, 2013 Thursday 11:21 AM GMT", "2013-03-14", "11:21+00:00"),
        ("June 12, 2015 Friday", "2015-06-12", None),
        ("29 décembre 2011", "2011-12-29", None),
        ("29 décembre 2011 15:32", "2011-12-29", "15:32"),
        ("3. Januar 2022", "2022-01-03", None),
        ("3. März 2022", "2022-03-03", None),
        ("Montag, 3. Januar 2022", "2022-01-03", None),
        ("3 de enero de 2022", "2022-01-03", None),
        ("3 de março de 2022", "2022-03-03", None),
        ("3 gennaio 2022", "2022-01-03", None),
        ("3 января 2022", "2022-01-03", None),
        ("2022年1月3日", "2022-01-03", None),
        ("23.8.2015", "2015-08-23", None),
        ("16. 5. 2016", "2016-05-16", None),
        ("13.02.16", "2016-02-13", None),
        ("23.08.2015, 14:30", "2015-08-23", "14:30"),
        ("PUBLISHED: 06:27 EST, 5 November 2013", "2013-11-05", "06:27-05:00"),
        ("Tue 11 Jan 2022 06.00 GMT", "2022-01-11", "06:00+00:00"),
        ("Tue 11 Jan 2022 17.32 GMT", "2022-01-11", "17:32+00:00"),
        ("Tuesday 11 January 2022 17.32 GMT", "2022-01-11", "17:32+00:00"),
        ("First published on Tue 11 Jan 2022 06.00 GMT", "2022-01-11", "06:00+00:00"),
        ("Tue, Jan 11 2022 5:32 PM EST", "2022-01-11", "17:32-05:00"),
        ("Published 2:00 p.m. ET Jan. 11, 2022", "2022-01-11", "14:00"),
        ("Jan. 11, 2022", "2022-01-11", None),
        ("Posted Jan 11, 2022", "2022-01-11", None),
        ("Published Jan. 11, 2022 Updated Jan. 12, 2022", "2022-01-11", None),
        ("Jan. 11, 2022, 5:32 p.m. ET", "2022-01-11", "17:32"),
        ("January 11, 2022 at 5:32 p.m. EST", "2022-01-11", "17:32-05:00"),
        ("January 11, 20225:32 PM ET", "2022-01-11", "17:32"),
        ("11 Jan 2022, 05:32 PM IST", "2022-01-11", "17:32"),
        ("Tue, 11 Jan 2022 17:32:10 +0000", "2022-01-11", "17:32+00:00"),
        ("Tue, 11 Jan 2022 17:32:10 GMT", "2022-01-11", "17:32+00:00"),
        ("Tues., Jan. 11, 2022", "2022-01-11", None),
        ("11th January 2022", "2022-01-11", None),
        ("January 11th, 2022", "2022-01-11", None),
        ("Date: 11 January 2022", "2022-01-11", None),
        ("January 2022", "2022-01", None),
        ("7:00 a.m. EST (1200 GMT), January 11, 2022", "2022-01-11", "07:00-05:00"),
        ("11 de enero de 2022", "2022-01-11", None),
        ("le 11 janvier 2022 à 17:32", "2022-01-11", "17:32"),
        ("Publié le 11 janvier 2022", "2022-01-11", None),
        ("SATURDAY, JANUARY 15, 2022", "2022-01-15", None),
        ("2022/01/15", "2022-01-15", None),
        ("2022-01-15 25:00", "2022-01-15", None),
        ("11 Jan 2022 17:32 UTC+3", "2022-01-11", "17:32+03:00"),
        ("11 Jan 2022 17:32 GMT+8", "2022-01-11", "17:32+08:00"),
        ("31/12/2021", "2021-12-31", None),
        ("12/31/2021", "2021-12-31", None),
        ("5/5/2021", "2021-05-05", None),
        ("Jan. 11, 2022 Updated 5:32 p.m. ET", "2022-01-11", None),
        ("Updated 3:04 p.m. ET Jan. 12, 2022 | Published 2:00 p.m. ET Jan. 11, 2022", "2022-01-11", "14:00"),
        ("11 Jan 2022 5 p.m. EST", "2022-01-11", "17:00-05:00"),
        ("11 Jan 2022 25:00", "2022-01-11", None),
    ],
)
def test_a_line_that_is_a_date_gives_the_articles_date_and_time(line: str, date: str, time: str | None) -> None:
    article = parse(f"Ferries cross again\n\n{line}\n\nOSLO (Reuters) - {STORY}\n\n{STORY}")
    assert (article.date, article.time, article.date_from) == (date, time, "header")
    assert article.headline == "Ferries cross again"
    assert article.body == (STORY, STORY)


@pytest.mark.parametrize(
    "line",
    [
        "20150220",
        # When a page was changed last is not when it was published.
        "Updated at 1:33 p.m. on Thursday, March 29, 2018.",
        "Updated 1407 GMT (2207 HKT) November 6, 2021",
        "Last updated at 1:25 AM on 3rd August 2011",
        "Last updated: 11 January 2022",
        "10/12/2022",
        "the 11th of January 2022",
        "Sun Jan 11 2022",
        "31 June 2022",
        "Feb. 29, 2023",
        "Jan 32, 2022",
        "March 187",
        "May",
        "15:32",
        "noon, January 11, 2022",
        "2022-13-15",
        "UTC+3",
        "Oslo, 3. januar 2022",
        "16 Mayor 2022",
        "Updated in 2022 by the pilots",
        "Dienstag, 14. Januar 2022",
    ],
)
def test_a_line_that_states_no_day_or_two_gives_none(line: str) -> None:
    article = parse(f"Ferries cross again\n\n{line}\n\nOSLO (Reuters) - {STORY}")
    assert (article.date, article.time) == (None, None)


@pytest.mark.parametrize(
    ("published", "line", "date"),
    [
        ("January 2022", "OSLO, Dec 31", "2021-12-31"),
        ("December 2021", "OSLO, Jan 1", "2022-01-01"),
        ("January 2022", "OSLO, Jan 11", "2022-01-11"),
        ("February 2022", "OSLO, Feb 29", None),
    ],
)
def test_a_month_alone_is_enough_to_date_a_dateline(published: str, line: str, date: str | None) -> None:
    article = parse(f"Ferries cross again\n\n{published}\n\n{line} (Reuters) - {STORY}")
    assert article.dateline is not None
    assert article.dateline.date == date
