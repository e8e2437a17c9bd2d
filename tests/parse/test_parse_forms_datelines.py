"""Every form of dateline: how it is written, what parts it from the story, and its places, date and agency."""

import pytest

from newscli.parse import parse

STORY = "Ships sailed again on Tuesday after three days of fog in the outer harbour."

FORMS = [
    # Place, date, agency.
    ("BERGEN, Jan 11 (Reuters)", " - ", "BERGEN", "XXXX-01-11", "Reuters"),
    ("BERGEN Nov 29 (Reuters)", " - ", "BERGEN", "XXXX-11-29", "Reuters"),
    ("SALEM, Ore., Oct. 4 (UPI)", " — ", "SALEM, Ore.", "XXXX-10-04", "UPI"),
    ("SALEM, Ore. Oct. 4 (UPI)", " — ", "SALEM, Ore.", "XXXX-10-04", "UPI"),
    ("SALEM, Ore., Oct. 4, 2012 (UPI)", " — ", "SALEM, Ore.", "2012-10-04", "UPI"),
    # Place, agency.
    ("PALM BAY, Fla./BERGEN (Reuters)", " - ", "PALM BAY, Fla.; BERGEN", None, "Reuters"),
    ("McALLEN, Texas (AP)", " _ ", "McALLEN, Texas", None, "AP"),
    ("PADUCAH, Ky (WXYZ)", " -- ", "PADUCAH, Ky", None, "WXYZ"),
    # An agency alone.
    ("(Reuters)", " - ", "", None, "Reuters"),
    ("(Bloomberg)", " -- ", "", None, "Bloomberg"),
    ("(CNN)", " — ", "", None, "CNN"),
    ("(Reuters Health)", " - ", "", None, "Reuters Health"),
    ("(Hollywood Reporter)", " - ", "", None, "Hollywood Reporter"),
    ("(The Hollywood Reporter)", " - ", "", None, "The Hollywood Reporter"),
    ("(REUTERS)", " - ", "", None, "REUTERS"),
    ("(Reuters/IFR)", " - ", "", None, "Reuters/IFR"),
    # Date, agency.
    ("Nov 11 (Reuters)", " - ", "", "XXXX-11-11", "Reuters"),
    ("Feb 13 (LPC)", " - ", "", "XXXX-02-13", "LPC"),
    # An agency and no separator.
    ("(Reuters)", " ", "", None, "Reuters"),
    ("(CNN)", "", "", None, "CNN"),
    # Place, agency, no separator.
    ("TAMPA, Florida (Reuters)", " ", "TAMPA, Florida", None, "Reuters"),
    ("Ottawa (CNN)", " ", "Ottawa", None, "CNN"),
    ("TAMPA, Florida (CNN)", "", "TAMPA, Florida", None, "CNN"),
    # Places in small letters.
    ("Doha (AFP)", " - ", "Doha", None, "AFP"),
    ("Herat, Afghanistan (CNN)", " -- ", "Herat, Afghanistan", None, "CNN"),
    ("Hue (VNA)", " – ", "Hue", None, "VNA"),
    ("Bonn (dpa)", " - ", "Bonn", None, "dpa"),
    ("San Jose (tca/dpa)", " - ", "San Jose", None, "tca/dpa"),
    ("Doha, Jan 5 (AFP)", " - ", "Doha", "XXXX-01-05", "AFP"),
    # Agency without brackets.
    ("OSLO, March 12, Reuter", " - ", "OSLO", "XXXX-03-12", "Reuter"),
    # Place and date.
    ("SANTOS, Feb 26", " - ", "SANTOS", "XXXX-02-26", None),
    ("VIENNA/BERN, Dec 3", " - ", "VIENNA; BERN", "XXXX-12-03", None),
    ("ALBANY, N.Y., March 3", " - ", "ALBANY, N.Y.", "XXXX-03-03", None),
    ("FLINT, MICH., March 3", " - ", "FLINT, MICH.", "XXXX-03-03", None),
    ("Ottawa, Feb 26", " - ", "Ottawa", "XXXX-02-26", None),
    ("Regina, Saskatchewan, March 18", " - ", "Regina, Saskatchewan", "XXXX-03-18", None),
    # A date alone.
    ("April 7", " - ", "", "XXXX-04-07", None),
    ("Mar. 21", " -- ", "", "XXXX-03-21", None),
    # A place alone.
    ("OSLO", " — ", "OSLO", None, None),
    ("LISBON", "—", "LISBON", None, None),
    ("TRENTON, N.J.", " _ ", "TRENTON, N.J.", None, None),
    ("DURHAM, N.C.", "—", "DURHAM, N.C.", None, None),
    ("OSLO", " - ", "OSLO", None, None),
    ("OSLO", " -- ", "OSLO", None, None),
    ("DeKALB, Ill.", " – ", "DeKALB, Ill.", None, None),
    ("DeKALB", " – ", "DeKALB", None, None),
    ("OSLO/BERGEN", " — ", "OSLO; BERGEN", None, None),
    ("Battle Creek", " — ", "Battle Creek", None, None),
    ("Linz/Graz", " – ", "Linz; Graz", None, None),
    # Press releases.
    ("DENVER, Colo.--(BUSINESS WIRE)", "--", "DENVER, Colo.", None, "BUSINESS WIRE"),
    ("DENVER--(BUSINESS WIRE)", "--", "DENVER", None, "BUSINESS WIRE"),
    ("DENVER -- (BUSINESS WIRE)", " -- ", "DENVER", None, "BUSINESS WIRE"),
    ("DENVER—(BUSINESS WIRE)", "—", "DENVER", None, "BUSINESS WIRE"),
    ("Regina, Saskatchewan--(Newsfile Corp. - August 20, 2019)", " - ", "Regina, Saskatchewan", "2019-08-20", "Newsfile Corp."),
    ("DENVER, CO--(Marketwired - Aug 20, 2014)", " - ", "DENVER, CO", "2014-08-20", "Marketwired"),
    ("TORONTO, ONTARIO--(Marketwire - March 3, 2010)", " - ", "TORONTO, ONTARIO", "2010-03-03", "Marketwire"),
    ("BOSTON, Feb. 12, 2020 /PRNewswire/", " -- ", "BOSTON", "2020-02-12", "PRNewswire"),
    ("BOSTON, Feb. 12, 2020 /PRNewswire-PRWeb/", " -- ", "BOSTON", "2020-02-12", "PRNewswire-PRWeb"),
    ("TORONTO, Feb. 12, 2020 /CNW/", " - ", "TORONTO", "2020-02-12", "CNW"),
    ("SALEM, Ore., Feb. 12 /PRNewswire/", " -- ", "SALEM, Ore.", "XXXX-02-12", "PRNewswire"),
    (
        "OSLO, Norway and BERN, Switzerland, Feb. 12, 2020 /PRNewswire/",
        " -- ",
        "OSLO, Norway; BERN, Switzerland",
        "2020-02-12",
        "PRNewswire",
    ),
    ("BOSTON, Feb. 12, 2020 (PRNewswire)", " -- ", "BOSTON", "2020-02-12", "PRNewswire"),
    ("VICTORIA, BC / ACCESSWIRE / July 12, 2017", " / ", "VICTORIA, BC", "2017-07-12", "ACCESSWIRE"),
    ("VICTORIA, BC / ACCESSWIRE / July 12, 2017", " - ", "VICTORIA, BC", "2017-07-12", "ACCESSWIRE"),
    ("DALLAS, April 05, 2018 (GLOBE NEWSWIRE)", " -- ", "DALLAS", "2018-04-05", "GLOBE NEWSWIRE"),
    ("DALLAS and LONDON, April 05, 2018 (GLOBE NEWSWIRE)", " -- ", "DALLAS; LONDON", "2018-04-05", "GLOBE NEWSWIRE"),
    ("PLANO, Texas, April 05, 2018 (GLOBE NEWSWIRE)", " -- ", "PLANO, Texas", "2018-04-05", "GLOBE NEWSWIRE"),
    ("DALLAS, TEXAS, USA, April 5, 2018 /EINPresswire.com/", " -- ", "DALLAS, TEXAS, USA", "2018-04-05", "EINPresswire.com"),
    # A colon.
    ("TRIPOLI", ": ", "TRIPOLI", None, None),
    ("NEW DELHI", ": ", "NEW DELHI", None, None),
    ("TRIPOLI, Libya", ": ", "TRIPOLI, Libya", None, None),
    # FBIS.
    ("MADRID, 14 SEP 89 (DPA)", " -- [TEXT] ", "MADRID", "1989-09-14", "DPA"),
    ("MADRID, NO DATE (HARBOUR RADIO)", " -- [INTERVIEW WITH THE PILOT] ", "MADRID", None, "HARBOUR RADIO"),
    ("CLANDESTINE, NO DATE (HARBOUR RADIO)", " -- [TEXT] ", "CLANDESTINE", None, "HARBOUR RADIO"),
    ("MADRID, 14 SEP 89", " -- [TEXT] ", "MADRID", "1989-09-14", None),
    ("NO CITY (PERU), 16 SEP 89", "-- ", "NO CITY, PERU", "1989-09-16", None),
    (
        "SAN SALVADOR, 8 MAR 90 (HARBOUR RADIO AND TELEVISION NETWORK)",
        " -- [TEXT] ",
        "SAN SALVADOR",
        "1990-03-08",
        "HARBOUR RADIO AND TELEVISION NETWORK",
    ),
    ("OSLO (NORWAY), 16 SEP 89 (DPA)", " -- [TEXT] ", "OSLO, NORWAY", "1989-09-16", "DPA"),
    ("MADRID, 14 SEP 89 (DPA)", " [TEXT] ", "MADRID", "1989-09-14", "DPA"),
    ("MADRID, 14 SEP 89 (DPA)", " -- [REPORT] [MARA LIND] [TEXT] ", "MADRID", "1989-09-14", "DPA"),
    # Other languages and agencies.
    ("Sevilla, 1 dic (EFE)", ".- ", "Sevilla", "XXXX-12-01", "EFE"),
    ("Alcañiz (Teruel), 2 ago (EFE)", ".- ", "Alcañiz, Teruel", "XXXX-08-02", "EFE"),
    ("Alcañiz (Teruel), 2 ago (EFE)", " ", "Alcañiz, Teruel", "XXXX-08-02", "EFE"),
    ("Managua, Jan 2 (EFE)", ".- ", "Managua", "XXXX-01-02", "EFE"),
    ("МОСКВА, 18 окт - РИА Новости", ". ", "МОСКВА", "XXXX-10-18", "РИА Новости"),
    ("МОСКВА, 18 окт - РИА Новости, Мария Линд", ". ", "МОСКВА", "XXXX-10-18", "РИА Новости"),
    ("МОСКВА, 30 июня. /ТАСС/", ". ", "МОСКВА", "XXXX-06-30", "ТАСС"),
    ("MOSCOW, January 5. /TASS/", ". ", "MOSCOW", "XXXX-01-05", "TASS"),
    ("МОСКВА, 18 окт - Р-Спорт", ". ", "МОСКВА", "XXXX-10-18", "Р-Спорт"),
    ("(ANSA) - Milan, October 11", " - ", "Milan", "XXXX-10-11", "ANSA"),
    ("(ANSA) - ROMA, 1 LUG", " - ", "ROMA", "XXXX-07-01", "ANSA"),
    ("ANSA (ANSA) - ROMA, 1 LUG", " - ", "ROMA", "XXXX-07-01", "ANSA"),
    ("PERTH March 22 AAP", " - ", "PERTH", "XXXX-03-22", "AAP"),
    ("SAITAMA, Japan, Dec. 9 Kyodo", " - ", "SAITAMA, Japan", "XXXX-12-09", "Kyodo"),
    ("TOKYO, Dec. 9 Kyodo", " - ", "TOKYO", "XXXX-12-09", "Kyodo"),
    ("TOKYO, Dec. 9 Kyodo News", " — ", "TOKYO", "XXXX-12-09", "Kyodo News"),
    ("Wien", " – ", "Wien", None, None),
    ("LILLE, 10 août (Xinhua)", " -- ", "LILLE", "XXXX-08-10", "Xinhua"),
    ("Lille, 10 août 2012 (AFP)", " - ", "Lille", "2012-08-10", "AFP"),
    ("Paris (AFP)", " - ", "Paris", None, "AFP"),
    # Slips.
    ("(Reuters) NEW YORK", " - ", "NEW YORK", None, "Reuters"),
    ("LONDON/PARIS - (Reuters)", " - ", "LONDON; PARIS", None, "Reuters"),
    ("L'AQUILA, July 10 Reuters)", " - ", "L'AQUILA", "XXXX-07-10", "Reuters"),
    ("OSLO ()", " - ", "OSLO", None, None),
    ("NEW YORK(Reuters)", " - ", "NEW YORK", None, "Reuters"),
    ("OSLO, (Reuters)", " - ", "OSLO", None, "Reuters"),
    ("OSLO, (Reuters)", " ", "OSLO", None, "Reuters"),
    ("OSLO - OSLO (Reuters)", " - ", "OSLO", None, "Reuters"),
    ("RICHMOND Va (Reuters)", " - ", "RICHMOND, Va", None, "Reuters"),
    ("HAIFA (ISRAEL), April 30 (Xinhua)", " -- ", "HAIFA, ISRAEL", "XXXX-04-30", "Xinhua"),
    ("HARBIN, Nov. 22, (xinhua)", " -- ", "HARBIN", "XXXX-11-22", "xinhua"),
    # Slips of 1987.
    ("WHEELING, W.Va., March 4", " - ", "WHEELING, W.Va.", "XXXX-03-04", None),
    ("WHEELING, W. Va., March 4", " - ", "WHEELING, W. Va.", "XXXX-03-04", None),
    ("OSLO, March 4", "- ", "OSLO", "XXXX-03-04", None),
    ("RICHMOND, Va. Feb 26", " - ", "RICHMOND, Va.", "XXXX-02-26", None),
    ("OSLO March 4", " - ", "OSLO", "XXXX-03-04", None),
    ("OSLO , March 4", " - ", "OSLO", "XXXX-03-04", None),
    ("OSLO, March 4", ", - ", "OSLO", "XXXX-03-04", None),
    ("OSLO, April", " - ", "OSLO", "XXXX-04", None),
    ("****OSLO, March 4", " - ", "OSLO", "XXXX-03-04", None),
    ("OSLO, 2 March", " - ", "OSLO", "XXXX-03-02", None),
    ("OSLO, March 2O", " - ", "OSLO", None, None),
    ("OSLO, April l", " - ", "OSLO", None, None),
    ("OSLO, March 187", " - ", "OSLO", None, None),
    ("WALtHAM, Mass., March 4", " - ", "WALtHAM, Mass.", "XXXX-03-04", None),
    ("HAILEY, Idaho, Calif., March 4", " - ", "HAILEY, Idaho, Calif.", "XXXX-03-04", None),
    ("OSLO, Narch 4", " - ", "OSLO", "XXXX-03-04", None),
    ("OSLO, MArch 4", " - ", "OSLO", "XXXX-03-04", None),
    ("OSLO, march 4", " - ", "OSLO", "XXXX-03-04", None),
    ("OSLO, MARCH 4", " - ", "OSLO", "XXXX-03-04", None),
    ("THE HAGUE, the Netherlands, March 4", " - ", "THE HAGUE, the Netherlands", "XXXX-03-04", None),
    # Shapes of places.
    ("FRANKFURT/OSLO/PLANO, Texas (Reuters)", " - ", "FRANKFURT; OSLO; PLANO, Texas", None, "Reuters"),
    ("DOVER, Del. and NEW YORK (Reuters)", " - ", "DOVER, Del.; NEW YORK", None, "Reuters"),
    (
        "BODDEN TOWN, Grand Cayman, British West Indies (Reuters)",
        " - ",
        "BODDEN TOWN, Grand Cayman, British West Indies",
        None,
        "Reuters",
    ),
    ("NEW YORK, Louisville, KY, March 3", " - ", "NEW YORK, Louisville, KY", "XXXX-03-03", None),
    ("ABOARD MARINE ONE (Reuters)", " - ", "ABOARD MARINE ONE", None, "Reuters"),
    ("ON BOARD AIR FORCE TWO (Reuters)", " - ", "ON BOARD AIR FORCE TWO", None, "Reuters"),
    ("ABOARD A U.S. MILITARY PLANE (Reuters)", " - ", "ABOARD A U.S. MILITARY PLANE", None, "Reuters"),
    ("ABOARD THE PAPAL PLANE (Reuters)", " - ", "ABOARD THE PAPAL PLANE", None, "Reuters"),
    ("CAMP DAVID, Maryland (Reuters)", " - ", "CAMP DAVID, Maryland", None, "Reuters"),
    ("NAVAL AIR STATION KEY WEST, Florida (Reuters)", " - ", "NAVAL AIR STATION KEY WEST, Florida", None, "Reuters"),
    ("ST. GEORGE'S, Grenada (Reuters)", " - ", "ST. GEORGE'S, Grenada", None, "Reuters"),
    ("ST.GEORGE'S, Grenada (Reuters)", " - ", "ST.GEORGE'S, Grenada", None, "Reuters"),
    ("ST.-URSANNE, Switzerland (Reuters)", " - ", "ST.-URSANNE, Switzerland", None, "Reuters"),
    ("St. PAUL, Minnesota (Reuters)", " - ", "St. PAUL, Minnesota", None, "Reuters"),
    ("FT. LAUDERDALE, Fla. (AP)", " _ ", "FT. LAUDERDALE, Fla.", None, "AP"),
    ("COEUR D'ALENE, Idaho (Reuters)", " - ", "COEUR D'ALENE, Idaho", None, "Reuters"),
    ("XI'AN (Reuters)", " - ", "XI'AN", None, "Reuters"),
    ("N’DJAMENA (Reuters)", " - ", "N’DJAMENA", None, "Reuters"),
    ("WILKES-BARRE, Pa. (AP)", " _ ", "WILKES-BARRE, Pa.", None, "AP"),
    ("McLEAN, VIRGINIA/LOS ANGELES (Reuters)", " - ", "McLEAN, VIRGINIA; LOS ANGELES", None, "Reuters"),
    ("AL-KHOBAR, Saudi Arabia (Reuters)", " - ", "AL-KHOBAR, Saudi Arabia", None, "Reuters"),
    ("al-KHOBAR, Saudi Arabia (Reuters)", " - ", "al-KHOBAR, Saudi Arabia", None, "Reuters"),
    ("New YORK (Reuters)", " - ", "New YORK", None, "Reuters"),
    ("HO-CHI-MINH City (Reuters)", " - ", "HO-CHI-MINH City", None, "Reuters"),
    ("Bangalore (Reuters)", " - ", "Bangalore", None, "Reuters"),
    ("SÃO PAULO (Reuters)", " - ", "SÃO PAULO", None, "Reuters"),
    ("UNITED NATIONS (AP)", " _ ", "UNITED NATIONS", None, "AP"),
    ("UNITED NATIONS, Jan 3", " - ", "UNITED NATIONS", "XXXX-01-03", None),
    ("UNITED NATIONS/GENEVA (Reuters)", " - ", "UNITED NATIONS; GENEVA", None, "Reuters"),
    ("UNITED NATIONS", " — ", "UNITED NATIONS", None, None),
    ("AT THE UNITED NATIONS (AP)", " — ", "AT THE UNITED NATIONS", None, "AP"),
    ("NEAR MOSUL, Iraq (Reuters)", " - ", "NEAR MOSUL, Iraq", None, "Reuters"),
    ("GULF OF ADEN (Reuters)", " - ", "GULF OF ADEN", None, "Reuters"),
    ("REYHANLI, Turkish-Syrian border (Reuters)", " - ", "REYHANLI, Turkish-Syrian border", None, "Reuters"),
    ("ON THE TURKISH-SYRIAN BORDER (Reuters)", " - ", "ON THE TURKISH-SYRIAN BORDER", None, "Reuters"),
    ("WASHINGTON, D.C. (AP)", " _ ", "WASHINGTON, D.C.", None, "AP"),
    ("ABOARD THE USS LAKE (AP)", " — ", "ABOARD THE USS LAKE", None, "AP"),
    ("ABOARD THE USS LAKE, in the Persian Gulf (AP)", " — ", "ABOARD THE USS LAKE, in the Persian Gulf", None, "AP"),
    ("OSLO/BERGEN, Feb 3 (Reuters)", " - ", "OSLO; BERGEN", "XXXX-02-03", "Reuters"),
    ("OSLO / BERGEN (Reuters)", " - ", "OSLO; BERGEN", None, "Reuters"),
    # Names of agencies.
    ("OSLO (Thomson Reuters Foundation)", " - ", "OSLO", None, "Thomson Reuters Foundation"),
    ("OSLO (Reuters Life!)", " - ", "OSLO", None, "Reuters Life!"),
    ("LOS ANGELES (TheWrap.com)", " - ", "LOS ANGELES", None, "TheWrap.com"),
    ("LOS ANGELES (Variety.com)", " - ", "LOS ANGELES", None, "Variety.com"),
    ("OSLO (Reuters Breakingviews)", " - ", "OSLO", None, "Reuters Breakingviews"),
    # Separators.
    ("OSLO (Reuters)", " -- ", "OSLO", None, "Reuters"),
    ("OSLO (Reuters)", " --- ", "OSLO", None, "Reuters"),
    ("OSLO (Reuters)", " \u2015 ", "OSLO", None, "Reuters"),
    ("OSLO (Reuters)", "- ", "OSLO", None, "Reuters"),
    ("OSLO (Reuters)", "-", "OSLO", None, "Reuters"),
    ("OSLO (Reuters)", " \ufffd ", "OSLO", None, "Reuters"),
    ("OSLO (Reuters)", ": ", "OSLO", None, "Reuters"),
    ("OSLO (AP)", " — — ", "OSLO", None, "AP"),
    ("OSLO (AP)", ".— ", "OSLO", None, "AP"),
    ("OSLO (AP)", "\n", "OSLO", None, "AP"),
    ("OSLO (AP)", " — ", "OSLO", None, "AP"),
    ("NEW YORK (AP)", " — ", "NEW YORK", None, "AP"),
    # Others.
    ("DOHA, Jan 5, 2006", " - ", "DOHA", "2006-01-05", None),
    ("OSLO, Monday (AP)", " — ", "OSLO", None, "AP"),
    ("OSLO, 11 January (Reuters)", " - ", "OSLO", "XXXX-01-11", "Reuters"),
    # A sentence that no name begins with.
    ("OSLO, Norway", " ", "OSLO, Norway", None, None),
    ("TAMPA, Fla.", " ", "TAMPA, Fla.", None, None),
    # A paper of which nobody has heard, behind a town that is known.
    ("Harare, July 19 (The Harbour Post)", " - ", "Harare", "XXXX-07-19", "The Harbour Post"),
    ("St Paul, April 7", " - ", "St Paul", "XXXX-04-07", None),
]


@pytest.mark.parametrize(("line", "separator", "places", "date", "agency"), FORMS)
def test_a_dateline_gives_its_places_date_and_agency_and_leaves_the_story(
    line: str, separator: str, places: str, date: str | None, agency: str | None
) -> None:
    article = parse(line + separator + STORY)
    found = article.dateline
    assert found is not None
    assert (found.text, "; ".join(map(str, found.places)), found.date, found.agency) == (line, places, date, agency)
    assert article.body == (STORY,)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("SAN SALVADOR, 3 JAN 90 -- [REPORT] [HARBOUR PRESS COMMITTEE] [TEXT] SHIPS SAILED.", "SAN SALVADOR, 3 JAN 90"),
        ("MADRID, NO DATE (HARBOUR RADIO) -- [TEXT] SHIPS SAILED.", "MADRID, NO DATE (HARBOUR RADIO)"),
        ("(EDITOR'S CHOICE) [TEXT] SHIPS SAILED.", None),
    ],
)
def test_a_monitoring_service_writes_all_in_capitals(text: str, line: str | None) -> None:
    article = parse(text)
    assert (article.dateline and article.dateline.text) == line
    assert article.body == ("SHIPS SAILED." if line else text,)


@pytest.mark.parametrize(
    ("above", "people", "note"),
    [
        ("By Mara Lind ", ["Mara Lind"], None),
        ("By  Mara Lind and Tom Acht  ", ["Mara Lind", "Tom Acht"], None),
        ("(By Mara Lind) ", ["Mara Lind"], None),
        ("Mara Lind ", ["Mara Lind"], None),
        ("(Adds comment, share price) ", [], "(Adds comment, share price)"),
        ("(Corrects name of pilot in paragraphs 4-5) ", [], "(Corrects name of pilot in paragraphs 4-5)"),
        ("(Releads with harbour master)  By Mara Lind  ", ["Mara Lind"], "(Releads with harbour master)"),
    ],
)
@pytest.mark.parametrize("line", ["BERGEN (Reuters)", "MINSK/OSLO Dec 27 (Reuters)", "OSLO, Dec 27 (Reuters)"])
def test_names_and_notes_may_stand_before_a_dateline_in_its_paragraph(
    above: str, people: list[str], note: str | None, line: str
) -> None:
    article = parse(f"{above}{line} - {STORY}")
    assert article.dateline is not None
    assert article.dateline.text == line
    assert [credit.name for credit in article.credits] == people
    assert [one.text for one in article.notes] == ([note] if note else [])
    assert article.body == (STORY,)


def test_a_known_town_in_small_letters_ends_a_byline_too() -> None:
    article = parse(f"By Mara Lind Harare, July 19 (The Harbour Post) - {STORY}")
    assert [credit.name for credit in article.credits] == ["Mara Lind"]
    assert article.dateline is not None
    assert str(article.dateline.places[0]) == "Harare"


@pytest.mark.parametrize(
    ("teaser", "line"),
    [
        ("Nebel über dem Fjord. ", "Bergen"),
        ("Nebel über dem Fjord. Die Schiffe fahren wieder. ", "Wien/Bergen"),
    ],
)
def test_a_teaser_before_a_german_dateline_is_a_summary(teaser: str, line: str) -> None:
    article = parse(f"{teaser}{line} – {STORY}")
    assert article.dateline is not None
    assert article.dateline.text == line
    assert [(one.kind, one.text) for one in article.notes] == [("summary", teaser.strip())]
    assert article.body == (STORY,)


@pytest.mark.parametrize(
    "text",
    [
        "ABSTRACT. The",
        "Claim: The",
        "LETTERS. The",
        "GOODYEAR PRODUCTS Inc. said",
        "VIGIL. The",
        "SHIP TRADING is back:",
        "OPEC GETS EARLY START",
        "A Norwegian court",
        "ITT Corp said",
        "TipRanks Harbour Lines: These",
        "Harbour Chemicals - the biggest -",
        "LONDON Mayor Tom Acht said",
        "CHICAGO Bears won.",
        "Paris - the city of light -",
        "Today, May 5 - the day of the race -",
        "(Red Oak) --",
        "REUTERS AND AP (all of them) -",
        "For the tenth time it rained. Paris - where it rains a lot -",
    ],
)
def test_what_only_begins_like_a_dateline_is_none(text: str) -> None:
    assert parse(f"{text} {STORY}\n\n{STORY}").dateline is None


@pytest.mark.parametrize(
    ("published", "line", "date", "warned"),
    [
        ("1987-04-07", "CHICAGO, April", "1987-04", False),  # a month alone
        ("1987-01-02", "CHICAGO, December", "1986-12", False),
        ("1987-01-02", "CHICAGO, Dec 30", "1986-12-30", False),
        ("1986-12-30", "CHICAGO, Jan 2", "1987-01-02", False),
        ("1987-04-07", "CHICAGO, April 4", "1987-04-04", False),  # three days are nothing
        ("1987-04-07", "CHICAGO, April 3", "1987-04-03", True),  # four are
        ("1987-04-07", "CHICAGO, April 11", "1987-04-11", True),
        ("1987-04-07", "CHICAGO, March 7, 1986", "1986-03-07", False),  # its year is written
        ("1988-02-28", "CHICAGO, Feb 29", "1988-02-29", False),
        ("1987-02-28", "CHICAGO, Feb 29", None, True),
        ("1987-04-07", "CHICAGO, April 187", None, False),
    ],
)
def test_a_datelines_date_is_the_one_nearest_to_the_publication(
    published: str, line: str, date: str | None, warned: bool
) -> None:
    article = parse(f"date {published}\n\n{line} - {STORY}")
    assert article.dateline is not None
    assert article.dateline.date == date
    assert bool(article.warnings) == warned
