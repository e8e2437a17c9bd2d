"""Every form of byline, and whom it names: `#` marks a desk, `@` a place, `r:` a reporter."""

import pytest

from newscli.parse import parse

STORY = "Ships sailed again on Tuesday after three days of fog in the outer harbour."

FORMS = [
    ("By Mara Lind", "Mara Lind"),
    ("By Mara Lind and Tom Acht", "Mara Lind; Tom Acht"),
    ("By Mara Lind, Tom Acht and Olga Serova", "Mara Lind; Tom Acht; Olga Serova"),
    ("By Mara Lind, Tom Acht, and Olga Serova", "Mara Lind; Tom Acht; Olga Serova"),
    ("By Mara Lind & Tom Acht", "Mara Lind; Tom Acht"),
    ("By Mara Lind, Reuters", "Mara Lind"),
    ("By Mara Lind , Business Correspondent - Analysis", "Mara Lind"),
    ("By Mara Lind - Analysis", "Mara Lind"),
    ("By Mara Lind, European Energy Correspondent - Analysis", "Mara Lind"),
    ("BY MARA LIND", "MARA LIND"),
    ("by Mara Lind", "Mara Lind"),
    ("By MARA LIND", "MARA LIND"),
    ("By MARA LIND\nAssociated Press Writer", "MARA LIND"),
    ("By MARA LIND\n\nAP Business Writer", "MARA LIND"),
    ("By MARA LIND\n\nAP Military Writer", "MARA LIND"),
    ("By MARA LIND and TOM ACHT\n\nAssociated Press Writers", "MARA LIND; TOM ACHT"),
    ("By The Associated Press", ""),
    ("By Associated Press", ""),
    ("By G.G. LaLIND", "G.G. LaLIND"),
    ("By ED McACHT", "ED McACHT"),
    ("By MARA LIND and TOM ACHT=", "MARA LIND; TOM ACHT"),
    ("By MARA LIND\n\nc.1999 Harbour Times News Service", "MARA LIND"),
    ("By Mara Lind, dpa =", "Mara Lind"),
    ("By dpa correspondents =", "#dpa correspondents"),
    ("By Tom Acht, The Harbour Union-Tribune =", "Tom Acht"),
    ("Von Mara Lind, dpa", "Mara Lind"),
    ("Von Mara Lind und Tom Acht", "Mara Lind; Tom Acht"),
    ("Par Mara Lind", "Mara Lind"),
    ("Par Mara Lind et Tom Acht", "Mara Lind; Tom Acht"),
    ("Por Mara Lind", "Mara Lind"),
    ("Por Mara Lind y Tom Acht", "Mara Lind; Tom Acht"),
    ("di Mara Lind", "Mara Lind"),
    (
        "By MARA LIND and TOM ACHT; Mara Lind reported from Oslo, and Tom Acht from Bergen.",
        "MARA LIND; TOM ACHT; r:Mara Lind @Oslo; r:Tom Acht @Bergen",
    ),
    ("By Mara Lind mlind@harbour.example", "Mara Lind"),
    ("By Mara Lind; Staff", "Mara Lind"),
    ("By Mara Lind, Harbour Eagle, Pa.", "Mara Lind"),
    (
        "BY MARA LIND in Charleston, S.C., TOM ACHT and OLE BERG in Oslo",
        "MARA LIND @Charleston, S.C.; TOM ACHT @Oslo; OLE BERG @Oslo",
    ),
    ("By Mara Lind AP Business Writer", "Mara Lind"),
    ("By Mara Lind Associated Press Writer", "Mara Lind"),
    ("By Mara Lind Reuters", "Mara Lind"),
    ("By Mara Lind CNN", "Mara Lind"),
    ("By AFP Mara Lind", "Mara Lind"),
    ("By Reuters Mara Lind", "Mara Lind"),
    ("By Mara Lind, CNN", "Mara Lind"),
    ("By Mara Lind and Tom Acht, CNN", "Mara Lind; Tom Acht"),
    ("By Mara Lind, Tom Acht and Ole Berg, CNN Business", "Mara Lind; Tom Acht; Ole Berg"),
    ("By Mara Lind, AP Business Writer", "Mara Lind"),
    ("By Mara Lind, Staff Writer", "Mara Lind"),
    ("By Mara Lind Staff Writer", "Mara Lind"),
    ("By Mara Lind, Harbour Times Staff Writer", "Mara Lind"),
    ("By Mara Lind | Harbour News", "Mara Lind"),
    ("By Mara Lind for Harbour Online", "Mara Lind"),
    ("By Mara Lind For Harbour Online", "Mara Lind"),
    ("By Mara Lind in Oslo", "Mara Lind @Oslo"),
    ("By Mara Lind in Oslo and Tom Acht in Bergen", "Mara Lind @Oslo; Tom Acht @Bergen"),
    ("By Mara Lind, Harbour Correspondent", "Mara Lind"),
    ("By Mara Lind, Ph.D.", "Mara Lind"),
    ("By Dr. Mara Lind", "Mara Lind"),
    ("By Mara Lind Jr.", "Mara Lind Jr."),
    ("By Tom Acht III", "Tom Acht III"),
    ("By Tom Acht, Jr.", "Tom Acht, Jr."),
    ("By Ludwig van der Berg", "Ludwig van der Berg"),
    ("By Mara de la Cruz", "Mara de la Cruz"),
    ("By Conan O'Lind", "Conan O'Lind"),
    ("By Jean-Luc Acht", "Jean-Luc Acht"),
    ("By Lee Soo-jin", "Lee Soo-jin"),
    ("By Omar al-Amin", "Omar al-Amin"),
    ("By J.K. Lind", "J.K. Lind"),
    ("By MARA VAN DER BERG", "MARA VAN DER BERG"),
    ("By Ömer Şahin", "Ömer Şahin"),
    ('By Mara "Kit" Lind', 'Mara "Kit" Lind'),
    ("By Suharto", "Suharto"),
    ("Written by Mara Lind", "Mara Lind"),
    ("Story by Mara Lind", "Mara Lind"),
    ("Words by Mara Lind", "Mara Lind"),
    ("Posted by Mara Lind", "Mara Lind"),
    ("Author: Mara Lind", "Mara Lind"),
    ("Reported by Mara Lind", "r:Mara Lind"),
    ("Mara Lind, CNN", "Mara Lind"),
    ("Mara Lind, USA TODAY", "Mara Lind"),
    ("Mara Lind and Tom Acht, USA TODAY", "Mara Lind; Tom Acht"),
    ("Mara Lind, The Harbour Times", "Mara Lind"),
    ("Mara Lind in Oslo", "Mara Lind @Oslo"),
    ("Mara Lind and Tom Acht in Oslo", "Mara Lind @Oslo; Tom Acht @Oslo"),
    ("MARA LIND", "MARA LIND"),
    ("Mara Lind\n\nThe Associated Press", "Mara Lind"),
    ("By Mara Lind @maralind", "Mara Lind"),
    ("By Mara Lind | @maralind | mlind@harbour.example", "Mara Lind"),
    ("By Mara Lind, Tom Acht", "Mara Lind; Tom Acht"),
    ("By Mara Lind and agencies", "Mara Lind"),
    ("By Mara Lind and Associated Press", "Mara Lind"),
    ("By Mara Lind with Reuters", "Mara Lind"),
    ("By Mara Lind, special to the Harbour Times", "Mara Lind"),
    ("By Mara Lind Special to the Harbour Times", "Mara Lind"),
    ("By Reuters Staff", ""),
    ("By AFP", ""),
    ("By BBC News", ""),
    ("By Bloomberg News", ""),
    ("By CNN Staff", ""),
    ("By Staff Writer", ""),
    ("By Daily Harbour Reporter", ""),
    ("By Our Foreign Staff", "#Our Foreign Staff"),
    ("By the Oslo newsroom", "#the Oslo newsroom"),
    ("By Oslo Newsroom", "#Oslo Newsroom"),
    ("(By Mara Lind)", "Mara Lind"),
    ("* By Mara Lind", "Mara Lind"),
    ("-- By Mara Lind", "Mara Lind"),
    ("By: Mara Lind", "Mara Lind"),
    ("By Mara Lind.", "Mara Lind"),
    ("By Mara Lind\nand Tom Acht", "Mara Lind; Tom Acht"),
]
ROLES = {"by": "", "reporting": "r:", "photo": "p:"}


@pytest.mark.parametrize(("line", "people"), FORMS)
def test_a_byline_names_its_people_and_nothing_else(line: str, people: str) -> None:
    article = parse(f"Ferries cross again\n\n{line}\n\nOSLO (Reuters) - {STORY}\n\n{STORY}")
    named = [
        f"{ROLES[one.role]}{'#' * (one.kind == 'desk')}{one.name}{f' @{one.place}' if one.place else ''}"
        for one in article.credits
    ]
    assert "; ".join(named) == people
    assert article.headline == "Ferries cross again"
    assert article.body == (STORY, STORY)


@pytest.mark.parametrize(
    "line",
    [
        "By the time Mara Lind sailed the fog had gone.",
        "By noon on Tuesday 40 ships had sailed, by nightfall all of them.",
        "Written by hand, the letter took a month.",
        "Von Bergen bis Oslo fahren wieder Schiffe.",
        "and then they sailed",
    ],
)
def test_what_only_begins_like_a_byline_is_none(line: str) -> None:
    article = parse(f"Ferries cross again\n\nOSLO (Reuters) - {STORY}\n\n{line}\n\n{STORY}")
    assert article.credits == ()
    assert line in article.body
