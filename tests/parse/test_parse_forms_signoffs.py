"""Every form of sign-off, and whom it credits: `#` marks a desk, `@` a place, `r:` a reporter, `e:` an editor and so on."""

import pytest

from newscli.parse import parse

STORY = "Ships sailed again on Tuesday after three days of fog in the outer harbour."
ROLES = {
    "by": "", "reporting": "r:", "additional": "a:", "writing": "w:", "editing": "e:", "photo": "p:", "other": "o:"
}  # fmt: skip


def credited(text: str) -> tuple[str, tuple[str, ...]]:
    """Everybody credited, and the body."""
    article = parse(f"OSLO (Reuters) - {STORY}\n\n{text}")
    named = [
        f"{ROLES[one.role]}{'#' * (one.kind == 'desk')}{one.name}{f' @{one.place}' if one.place else ''}"
        for one in article.credits
    ]
    return "; ".join(named), article.body


SIGNOFFS = [
    ("(Reporting by Mara Lind)", "r:Mara Lind"),
    ("(Reporting by Mara Lind; Editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind; Writing by Ole Berg; Editing by Tom Acht)", "r:Mara Lind; w:Ole Berg; e:Tom Acht"),
    (
        "(Reporting by Mara Lind; Additional reporting by Ole Berg; Writing by Kim Sun-hee; Editing by Tom Acht)",
        "r:Mara Lind; a:Ole Berg; w:Kim Sun-hee; e:Tom Acht",
    ),
    ("Reporting by Mara Lind; Editing by Tom Acht", "r:Mara Lind; e:Tom Acht"),
    ("(Additional reporting by Mara Lind, editing by Tom Acht)", "a:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind. Editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind, with additional reporting by Ole Berg)", "r:Mara Lind; a:Ole Berg"),
    ("(Reporting by Mara Lind with additional reporting by Ole Berg)", "r:Mara Lind; a:Ole Berg"),
    ("(Reporting by Mara Lind: Editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind;Editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara LindEditing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind in New YorkEditing by Tom Acht)", "r:Mara Lind @New York; e:Tom Acht"),
    ("(Reporting by Mara Lind and editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind Editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Compiled by Mara Lind)", "w:Mara Lind"),
    ("(Compiled by the Oslo Newsroom)", "w:#the Oslo Newsroom"),
    ("(Edited by Tom Acht)", "e:Tom Acht"),
    ("(Polling by Mara Lind of the Oslo Polling Unit)", "o:Mara Lind"),
    ("(Additional writing by Mara Lind)", "w:Mara Lind"),
    ("(Additional reporting and writing by Mara Lind)", "a:Mara Lind; w:Mara Lind"),
    ("(Graphics by Wei Lan)", "o:Wei Lan"),
    ("(Graphic by Wei Lan; Editing by Tom Acht)", "o:Wei Lan; e:Tom Acht"),
    ("(Reporting and writing by Mara Lind)", "r:Mara Lind; w:Mara Lind"),
    ("(Writing and additional reporting by Mara Lind)", "w:Mara Lind; a:Mara Lind"),
    ("(Additional writing and editing by Tom Acht)", "w:Tom Acht; e:Tom Acht"),
    ("(Additonal reporting by Mara Lind)", "a:Mara Lind"),
    ("(Reported by Mara Lind)", "r:Mara Lind"),
    ("(Compiling by Mara Lind)", "w:Mara Lind"),
    ("(Additional reporting from Mara Lind)", "a:Mara Lind"),
    ("(Analysis by Mara Lind)", "o:Mara Lind"),
    ("(Written by Mara Lind; Edited by Tom Acht)", "w:Mara Lind; e:Tom Acht"),
    ("(Created by Mara Lind)", "o:Mara Lind"),
    ("(Translated by Mara Lind)", "o:Mara Lind"),
    ("(Additional reporting Mara Lind)", "a:Mara Lind"),
    ("(Reporting by Mara Lind; Desking by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind; Esditing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind; Ediitng by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind; edting by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind; Editng by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Additional reporing by Mara Lind; Editing by Tom Acht)", "a:Mara Lind; e:Tom Acht"),
    ("(Repoting by Mara Lind; Eidting by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reproting by Mara Lind; Editign by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Writng by Mara Lind; Editing by Tom Acht)", "w:Mara Lind; e:Tom Acht"),
    ("(Addtional reporting by Mara Lind; Editing by Tom Acht)", "a:Mara Lind; e:Tom Acht"),
    ("(Aditional reporting by Mara Lind)", "a:Mara Lind"),
    ("(Additional reportng by Mara Lind)", "a:Mara Lind"),
    ("(Additional repporting by Mara Lind)", "a:Mara Lind"),
    ("(Reporting by Mara Lind; Editing buy Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind; Editing bY Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(reporting by Mara Lind; editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(REPORTING BY MARA LIND; EDITING BY TOM ACHT)", "r:MARA LIND; e:TOM ACHT"),
    ("(Reporting by Mara Lind, Ole Berg and Kim Sun-hee)", "r:Mara Lind; r:Ole Berg; r:Kim Sun-hee"),
    ("(Reporting by Mara Lind, Ole Berg, and Kim Sun-hee)", "r:Mara Lind; r:Ole Berg; r:Kim Sun-hee"),
    ("(Reporting by Mara Lind & Ole Berg)", "r:Mara Lind; r:Ole Berg"),
    ("(Reporting by Mara Lind amd Ole Berg)", "r:Mara Lind; r:Ole Berg"),
    ("(Editing by Mara Lind/Ole Berg)", "e:Mara Lind; e:Ole Berg"),
    ("(Editing by Mara Lind / Ole Berg)", "e:Mara Lind; e:Ole Berg"),
    ("(Reporting by Mara Lind and; Ole Berg in Oslo)", "r:Mara Lind @Oslo; r:Ole Berg @Oslo"),
    ("(Reporting by Mara Lind in Oslo)", "r:Mara Lind @Oslo"),
    ("(Reporting by Mara Lind and Ole Berg in Oslo)", "r:Mara Lind @Oslo; r:Ole Berg @Oslo"),
    ("(Reporting by Mara Lind in Oslo and Ole Berg in Bergen)", "r:Mara Lind @Oslo; r:Ole Berg @Bergen"),
    (
        "(Reporting by Mara Lind in Oslo, Ole Berg in Bergen and Kim Sun-hee in Seoul)",
        "r:Mara Lind @Oslo; r:Ole Berg @Bergen; r:Kim Sun-hee @Seoul",
    ),
    (
        "(Reporting by Mara Lind in Oslo, Ole Berg and Kim Sun-hee in Seoul)",
        "r:Mara Lind @Oslo; r:Ole Berg @Seoul; r:Kim Sun-hee @Seoul",
    ),
    (
        "(Reporting by Mara Lind in Oslo; Ole Berg in Bergen; Editing by Tom Acht)",
        "r:Mara Lind @Oslo; r:Ole Berg @Bergen; e:Tom Acht",
    ),
    ("(Additional reporting by Mara Lind in HONG KONG, Ole Berg in TOKYO)", "a:Mara Lind @HONG KONG; a:Ole Berg @TOKYO"),
    ("(Reporting by Mara Lind at Linate airport)", "r:Mara Lind @Linate airport"),
    ("(Reporting by Mara Lind on London)", "r:Mara Lind @London"),
    ("(Reporting by Mara Lind, both in New York)", "r:Mara Lind @New York"),
    ("(Reporting by Mara Lind and Ole Berg, both in New York)", "r:Mara Lind @New York; r:Ole Berg @New York"),
    ("(Reporting by Mara Lind is Boston)", "r:Mara Lind @Boston"),
    ("(Reporting by Mara Lind in New York and Washington)", "r:Mara Lind @New York and Washington"),
    ("(Reporting by Mara Lind aboard the USS Harbour)", "r:Mara Lind @the USS Harbour"),
    ("(Reporting by Mara Lind aboard Air Force One)", "r:Mara Lind @Air Force One"),
    ("(Reporting by Mara Lind near Mosul)", "r:Mara Lind @Mosul"),
    ("(Reporting by Mara Lind in St. Paul, Minnesota)", "r:Mara Lind @St. Paul, Minnesota"),
    ("(Reporting by Mara Lind in Rio de Janeiro; Editing by Tom Acht)", "r:Mara Lind @Rio de Janeiro; e:Tom Acht"),
    ("(Reporting by Mara Lind in Port-au-Prince; Editing by Tom Acht)", "r:Mara Lind @Port-au-Prince; e:Tom Acht"),
    ("(Reporting by Mara Lind from Oslo; Editing by Tom Acht)", "r:Mara Lind @Oslo; e:Tom Acht"),
    ("(Reporting by the Oslo Newsroom)", "r:#the Oslo Newsroom"),
    ("(Reporting by Mara Lind and the Oslo newsroom)", "r:Mara Lind; r:#the Oslo newsroom"),
    ("(Reporting by Oslo and Milan government bonds teams)", "r:#Oslo and Milan government bonds teams"),
    ("(Reporting by Reuters correspondents worldwide)", "r:#Reuters correspondents worldwide"),
    ("(Reporting by Reuters bureaux)", "r:#Reuters bureaux"),
    ("(Reporting by euro zone bureaux; Writing by Mara Lind)", "r:#euro zone bureaux; w:Mara Lind"),
    ("(Reporting by U.S. autos team; Editing by Tom Acht)", "r:#U.S. autos team; e:Tom Acht"),
    ("(Compiled by Economics and Markets Desk)", "w:#Economics and Markets Desk"),
    ("(Compiled by Editorial Reference Unit Bangalore)", "w:#Editorial Reference Unit Bangalore"),
    ("(Bangalore Equities Newsroom; +91 80 5555 0100)", "o:#Bangalore Equities Newsroom"),
    (
        "(Editing by Tom Acht; mara.lind@harbour.example; +41 58 306 0100; Reuters Messaging: mara.lind.harbour@reuters.net)",
        "e:Tom Acht",
    ),
    ("(Reporting by Mara Lind; mara.lind@harbour.example; +1 646 555 0100; Editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(mara.lind@harbour.example; +41 58 306 0100; Reuters Messaging: mara.lind.harbour@reuters.net)", ""),
    ("(Reporting by Mara Lind; + 1 646 555 0100, mara.lind@harbour.example))", "r:Mara Lind"),
    ("(Reporting by Mara Lind)(mara.lind@harbour.example)", "r:Mara Lind"),
    ("(Reporting by Mara Lind) (Editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind)\n\n(Editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind; Editing by Tom Acht) ($1 = 8.2 crowns)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind; Editing by Tom Acht)\n\n($1 = 8.2 crowns)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind; Editing by Tom Acht)\n\n(This story corrects the number of ships)", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind; Editing by Tom Acht)\n\n(For more harbour news, click here)", "r:Mara Lind; e:Tom Acht"),
    (
        "(Reporting by Mara Lind; Editing by Tom Acht) Keywords: HARBOUR SHIPS/ (C) Reuters 2007. All rights reserved.",
        "r:Mara Lind; e:Tom Acht",
    ),
    ("(Reporting by Mara Lind; Editing by Tom Acht", "r:Mara Lind; e:Tom Acht"),
    ("(Reporting by Mara Lind; Editing by)", "r:Mara Lind"),
    ("(Reporting by Mara Lind; editing by )", "r:Mara Lind"),
    ("(Reporting by Mara Lind; Editing by Editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("((Reporting by Mara Lind; Editing by Tom Acht))", "r:Mara Lind; e:Tom Acht"),
    ("((Reporting by Mara Lind)) ((mara.lind@harbour.example))", "r:Mara Lind"),
    ("[Reporting by Mara Lind; Editing by Tom Acht]", "r:Mara Lind; e:Tom Acht"),
    (
        "Reporting by Mara Lind in Oslo, Ole Berg in Bergen; Editing by Tom Acht and Kim Sun-hee",
        "r:Mara Lind @Oslo; r:Ole Berg @Bergen; e:Tom Acht; e:Kim Sun-hee",
    ),
    ("Reporting by Mara Lind\nEditing by Tom Acht", "r:Mara Lind; e:Tom Acht"),
    ("Reporting By Mara Lind; editing by Tom Acht", "r:Mara Lind; e:Tom Acht"),
    ("- Reporting by Mara Lind; Editing by Tom Acht", "r:Mara Lind; e:Tom Acht"),
    ("(By Mara Lind; Editing by Tom Acht)", "Mara Lind; e:Tom Acht"),
    ("(By Mara Lind)", "Mara Lind"),
    (
        "(Mara Lind and Ole Berg contributed from New York; Editing by Tom Acht)",
        "a:Mara Lind @New York; a:Ole Berg @New York; e:Tom Acht",
    ),
    ("(Reporting by Mara Lind; Photography by Wei Lan; Editing by Tom Acht)", "r:Mara Lind; p:Wei Lan; e:Tom Acht"),
    ("(Reporting by Mara Lind; Research by Wei Lan; Editing by Tom Acht)", "r:Mara Lind; o:Wei Lan; e:Tom Acht"),
    ("(Reporting by Mara Lind; Video by Wei Lan; Editing by Tom Acht)", "r:Mara Lind; o:Wei Lan; e:Tom Acht"),
    ("(Reporting by Mara Lind, translated by Wei Lan)", "r:Mara Lind; o:Wei Lan"),
    ("(Writing by Mara Lind, Editing by Tom Acht)", "w:Mara Lind; e:Tom Acht"),
    ("(Writing by Mara Lind in Oslo and Ole Berg; editing by Tom Acht)", "w:Mara Lind @Oslo; w:Ole Berg; e:Tom Acht"),
    ("(Reporting by Mara Lind and Kim sun-hee)", "r:Mara Lind; r:Kim sun-hee"),
    (
        "(Reporting by Mara de la Cruz, Ludwig van der Berg, Omar al-Amin, Conan O'Lind and J.P. Acht)",
        "r:Mara de la Cruz; r:Ludwig van der Berg; r:Omar al-Amin; r:Conan O'Lind; r:J.P. Acht",
    ),
    ("(Reporting by Mara Lind, Reuters)", "r:Mara Lind"),
    ("(Reporting by Mara Lind, IFR Asia)", "r:Mara Lind"),
    ("(Reporting by Mara Lind of IFR in Oslo)", "r:Mara Lind @Oslo"),
    ("(Reporting by Mara Lind, chief correspondent; Editing by Tom Acht)", "r:Mara Lind; e:Tom Acht"),
    ("(Additional reporting by Mara Lind, Editing by Tom Acht and Ole Berg.)", "a:Mara Lind; e:Tom Acht; e:Ole Berg"),
]


@pytest.mark.parametrize(("signoff", "people"), SIGNOFFS)
@pytest.mark.parametrize("before", ["\n\n", " "])
def test_a_signoff_is_taken_whole_alone_and_glued_to_the_story(signoff: str, people: str, before: str) -> None:
    assert credited(STORY + before + signoff) == (people, (STORY, STORY))


ENDINGS = [
    ("With assistance from Mara Lind, Tom Acht and Olga Serova.", "a:Mara Lind; a:Tom Acht; a:Olga Serova"),
    ("--With assistance from Mara Lind and Tom Acht.", "a:Mara Lind; a:Tom Acht"),
    ("-- With assistance by Mara Lind.", "a:Mara Lind"),
    (
        "--With assistance from Mara Lind.\n\n"
        "To contact the reporter on this story: Tom Acht in Oslo at tacht@harbour.example\n\n"
        "To contact the editor responsible for this story: Ole Berg at oberg@harbour.example",
        "a:Mara Lind; r:Tom Acht @Oslo; e:Ole Berg",
    ),
    (
        "To contact the reporters on this story: Mara Lind in Oslo at mlind@harbour.example;Tom Acht in "
        "Bergen at tacht@harbour.example",
        "r:Mara Lind @Oslo; r:Tom Acht @Bergen",
    ),
    (
        "To contact the reporter on this story: Mara Lind in Oslo at mlind@harbour.exampleTo contact "
        "the editors responsible for this story: Ole Berg at oberg@harbour.example, ;Kim Sun-hee",
        "r:Mara Lind @Oslo; e:Ole Berg; e:Kim Sun-hee",
    ),
    (
        "To contact the reporters on this story: Mara Lind in Oslo at mlind@harbour.exampleTom Acht in "
        "New York at tacht@harbour.example",
        "r:Mara Lind @Oslo; r:Tom Acht @New York",
    ),
    ("To contact the author of this story: Mara Lind at mlind@harbour.example", "r:Mara Lind"),
    (
        "To contact the editors responsible for this story: Ole Berg at oberg@harbour.example, Kim Sun-hee, Tom Acht",
        "e:Ole Berg; e:Kim Sun-hee; e:Tom Acht",
    ),
    (
        "To contact the reporter on this story: Mara Lind in Federal Court in Manhattan at mlind@harbour.example",
        "r:Mara Lind @Federal Court in Manhattan",
    ),
    (
        "To contact the reporter on this story: Mara Lind in St. Martin im Innkreis, Austria, at mlind@harbour.example",
        "r:Mara Lind @St. Martin im Innkreis, Austria",
    ),
    (
        "To contact the reporter on this story: Mara Lind in Oslo at mlind@harbour.example\n\n"
        "For more articles like this, please visit us at harbour.example\n\n"
        "©2019 Harbour L.P.",
        "r:Mara Lind @Oslo",
    ),
    (
        "(Updates with pilot's comment from the sixth paragraph.)\n\n"
        "To contact the reporter on this story: Mara Lind in Oslo at mlind@harbour.example",
        "r:Mara Lind @Oslo",
    ),
    (
        "To contact the author of this column: Mara Lind at mlind@harbour.example\n\n"
        "This column does not necessarily reflect the opinion of the editorial board or Harbour LP and "
        "its owners.",
        "r:Mara Lind",
    ),
    (
        "___\n\n"
        "Associated Press writers Mara Lind in Beirut, Tom Acht in Moscow and Ole Berg in Istanbul "
        "contributed to this report.",
        "a:Mara Lind @Beirut; a:Tom Acht @Moscow; a:Ole Berg @Istanbul",
    ),
    ("AP Basketball Writer Mara Lind contributed to this story.", "a:Mara Lind"),
    (
        "Lind reported from Oslo. Associated Press writers Tom Acht and Ole Berg in Bergen contributed to this report.",
        "r:Lind @Oslo; a:Tom Acht @Bergen; a:Ole Berg @Bergen",
    ),
    (
        "Contributing to this report were Associated Press writers Mara Lind in Oslo and Tom Acht in Bergen.",
        "a:Mara Lind @Oslo; a:Tom Acht @Bergen",
    ),
    ("Associated Press writer Mara Lind contributed.", "a:Mara Lind"),
    ("Associated Press journalist Mara Lind in Oslo contributed to this report.", "a:Mara Lind @Oslo"),
    ("AP writers Mara Lind and Tom Acht contributed to this report from Oslo.", "a:Mara Lind @Oslo; a:Tom Acht @Oslo"),
    ("Mara Lind contributed to this report.\n\nFollow Mara Lind at https://twitter.com/maralind", "a:Mara Lind"),
    (
        "Associated Press writer Mara Lind contributed to this report.\n\n___\n\nMore AP NBA: https://harbour.example/nba",
        "a:Mara Lind",
    ),
    (
        "Associated Press writer Mara Lind contributed to this report.\n\n"
        "Copyright 2024 The Associated Press. All rights reserved.",
        "a:Mara Lind",
    ),
    (
        "Associated Press writer Mara Lind contributed to this report.\n\n"
        "Information from: HARB-TV, http://www.harbour.example",
        "a:Mara Lind",
    ),
    (
        "Associated Press writer Mara Lind contributed to this report.\n\n"
        "Copyright 2024 The Associated Press. All rights reserved. This material may not be published, "
        "broadcast, rewritten or redistributed.",
        "a:Mara Lind",
    ),
    (
        "Mara Lind reported from Oslo, and Tom Acht and Ole Berg from Bergen, Norway.",
        "r:Mara Lind @Oslo; r:Tom Acht @Bergen, Norway; r:Ole Berg @Bergen, Norway",
    ),
    (
        "Mara Lind reported from Oslo, Tom Acht from Bergen and Ole Berg from Seoul.",
        "r:Mara Lind @Oslo; r:Tom Acht @Bergen; r:Ole Berg @Seoul",
    ),
    ("Mara Lind contributed reporting.", "a:Mara Lind"),
    ("Mara Lind and Tom Acht contributed reporting from Oslo.", "a:Mara Lind @Oslo; a:Tom Acht @Oslo"),
    ("Mara Lind contributed reporting from Oslo, and Tom Acht from Bergen.", "a:Mara Lind @Oslo; a:Tom Acht @Bergen"),
    (
        "Mara Lind reported from Oslo and Tom Acht from Bergen. Ole Berg contributed reporting from Seoul.",
        "r:Mara Lind @Oslo; r:Tom Acht @Bergen; a:Ole Berg @Seoul",
    ),
    ("Mara Lind contributed research.", "a:Mara Lind"),
    (
        "Reporting was contributed by Mara Lind from Oslo, Tom Acht from Bergen and Ole Berg.",
        "a:Mara Lind @Oslo; a:Tom Acht @Bergen; a:Ole Berg",
    ),
    ("Reporting was contributed by Mara Lind, Tom Acht and Ole Berg.", "a:Mara Lind; a:Tom Acht; a:Ole Berg"),
    (
        "Mara Lind contributed reporting.\n\n"
        "A version of this article appears in print on December 27, 2013, on page A18 of the National "
        "edition with the headline: Ferries Cross Again.\n\n"
        "Order Reprints| Today's Paper|Subscribe",
        "a:Mara Lind",
    ),
    ("CNN's Mara Lind and Tom Acht contributed to this report.", "a:Mara Lind; a:Tom Acht"),
    ("CNN's Mara Lind reported from Oslo and Tom Acht wrote from Bergen.", "r:Mara Lind @Oslo; w:Tom Acht @Bergen"),
    ("CNN's Mara Lind, Tom Acht, and journalist Ole Berg contributed to this story.", "a:Mara Lind; a:Tom Acht; a:Ole Berg"),
    ("Mara Lind, CNN, contributed to this report.", "a:Mara Lind"),
    (
        "## dpa Contacts\n\n"
        "- Reporting by: Mara Lind in Vienna, Tom Acht in Geneva\n\n"
        "- Editing by: Ole Berg, +49 30 5555 0100, <harbour@dpa.example>\n\n"
        "dpa ml ta ob",
        "r:Mara Lind @Vienna; r:Tom Acht @Geneva; e:Ole Berg",
    ),
    (
        "- Reporting by: Mara Lind in Vienna\n- Editing by: Ole Berg, +49 30 5555 0100, <harbour@dpa.example>\ndpa ml",
        "r:Mara Lind @Vienna; e:Ole Berg",
    ),
    ("dpa ml ta", ""),
    ("jav/cla", ""),
    ("abc/def/gh", ""),
    ("(APA, 18.3.2016)", ""),
    ("(APA/sid/red – 11.7. 2015)", ""),
    ("(Mara Lind aus Moskau, 30.12.2015)", "Mara Lind @Moskau"),
    ("(Mara Lind, 30.12.2015)", "Mara Lind"),
    ("(APA/dpa, 23.8.2015)", ""),
    ("(Except for the headline, this story has not been edited by HARB staff and is published from a syndicated feed.)", ""),
    ("PTI ML TA TA", ""),
    ("REUTER", ""),
    ("Reuter", ""),
    ("REUTER...", ""),
    ("More", ""),
    ("^AP-WF-11-13-13 0745GMT<", ""),
    ("ENDIT", ""),
    ("Story Filed By Harbour Newspapers", ""),
    ("For Use By Clients of the Harbour Times News Service", ""),
    ("Mara Lind is a reporter for the Harbour Times.", ""),
    ("Additional reporting by Mara Lind and Tom Acht", "a:Mara Lind; a:Tom Acht"),
    ("Additional reporting: Mara Lind", "a:Mara Lind"),
    ("Reporting: Mara Lind; Editing: Tom Acht", "r:Mara Lind; e:Tom Acht"),
    ("With reporting by Mara Lind", "r:Mara Lind"),
    ("With reporting from Mara Lind.", "r:Mara Lind"),
    ("— with reporting by Mara Lind", "r:Mara Lind"),
    ("With additional reporting by Mara Lind in Oslo.", "a:Mara Lind @Oslo"),
    ("With files from Mara Lind", "a:Mara Lind"),
    ("- With files from Harbour Press", ""),
    ("AFP", ""),
    ("-- Mara Lind", "Mara Lind"),
]


@pytest.mark.parametrize(("ending", "people"), ENDINGS)
def test_what_stands_below_a_story_credits_people_and_is_no_body(ending: str, people: str) -> None:
    assert credited(f"{STORY}\n\n{ending}") == (people, (STORY, STORY))


@pytest.mark.parametrize(
    "prose",
    [
        "The report was edited by hand, and that took a month.",
        "It was a study of fog, with further reporting by local papers that said ships had sailed.",
        "They were waiting by Lake Mara.",
        "(By noon the fog had gone)",
        "(The harbour, that is to say)",
        "Pilots contributed to this report of the harbour, which took a month.",
        "Mara Lind contributed to the harbour fund on Monday.",
        "- Mara Lind, a pilot, said so",
    ],
)
def test_prose_that_ends_a_story_stays_in_it(prose: str) -> None:
    assert credited(f"{STORY}\n\n{prose}") == ("", (STORY, STORY, prose))
