"""Retriever's text, Swedish and Norwegian (layouts: see _retriever)."""

import pytest
from tests.readers.conftest import Records
from tests.readers.reading import broken, items

from newscli.readers import retriever

NORWEGIAN = """Søk: ferje

Ferjene går igjen

------------------------------------------------------------------------------
Havneposten, 14.01.2022 06:30
Publisert på nett.

BERGEN (Havneposten): Ferjene går igjen siden fredag.

Ingen skip var forsinket.

© Havneposten
Se webartikkelen på http://ret.example/1
==============================================================================

Snøen stenger veien

------------------------------------------------------------------------------
Havneposten, 13.01.2022
Side 6
Publisert på trykk.

Veien er stengt til søndag.

© Havneposten
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_swedish_export(records: Records, encoding: str) -> None:
    web, printed = records(retriever.example().decode().encode(encoding), "retriever")
    assert (web.headline, web.date, web.time) == ("Färjorna går igen", "2022-01-14", "06:30")
    assert (web.facts.source, web.facts.url) == ("Hamnposten", "http://ret.example/1")
    assert web.body == (
        "Färjorna går igen sedan i fredags, efter en vecka med is.",
        "Inget fartyg var försenat, säger hamnkaptenen.",
    )
    assert [note.text for note in web.notes] == ["© Hamnposten"]
    assert (printed.headline, printed.date, printed.facts.section) == ("Snön stänger vägen", "2022-01-13", "Kusten")
    assert [caption.text for caption in printed.captions] == ["En plog vid hamnen."]


def test_a_norwegian_export_has_a_rule_below_the_headline(records: Records) -> None:
    web, printed = records(NORWEGIAN, "retriever")
    assert (web.headline, web.date, web.time) == ("Ferjene går igjen", "2022-01-14", "06:30")
    assert web.facts.url == "http://ret.example/1"
    assert (printed.headline, printed.date, printed.body) == (
        "Snøen stenger veien", "2022-01-13", ("Veien er stengt til søndag.",)
    )  # fmt: skip


def test_a_headline_of_several_lines_with_a_blank_one_below(records: Records) -> None:
    data = retriever.example().decode().replace("\n\nSnön stänger vägen\n", "\n\nSnön stänger\nvägen igen\n\n")
    assert records(data, "retriever")[1].headline == "Snön stänger vägen igen"


def test_a_list_of_contents_that_fills_the_beginning_is_known(records: Records) -> None:
    listed = "".join(f"> Färja {number}, Hamnposten, 2022-01-14 06:30\n\n" for number in range(400))
    head, _, rest = retriever.example().decode().partition("> Färjorna")
    assert len(records(f"{head}{listed}> Färjorna{rest}", "retriever")) == 2


def test_what_says_nowhere_where_it_is_from_loses_only_itself() -> None:
    data = retriever.example().decode().replace("Hamnposten, 2022-01-13\nSida", "Sida")
    assert broken(items("retriever", data)) == ["no line says where it is from: Snön stänger vägen"]


def test_a_story_that_mentions_a_source_is_no_export() -> None:
    assert retriever.sniff(b"Ferries\n\nHarbour Post, 2022-01-14\n\nPublished again.\n", "a.txt") is None
