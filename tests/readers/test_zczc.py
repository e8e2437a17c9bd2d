"""Wires between ZCZC and NNNN, in the layouts of one agency's desks; and press releases that come with them."""

import pytest
from tests.readers.conftest import Records
from tests.readers.reading import broken, by, items

from newscli import readers
from newscli.readers import NotNews, RawArticle

TEXT = "SYDNEY, Dec 7 AAP - Ferries crossed the harbour again on Friday."


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_coded_lines_above_a_text(records: Records, end: str) -> None:
    wire = [
        "   ZCZC AAP",
        "$T",
        ":Ferries",
        "=Day 2",
        "^FERRIES:  Boats cross again",
        "*X",
        "&T",
        "+15039001",
        TEXT,
        "",
        "   AAP",
    ]
    (article,) = records(end.join((*wire, "NNNN", "")), "zczc")
    assert (article.headline, article.agency) == ("FERRIES: Boats cross again", "AAP")
    assert article.body == ("Ferries crossed the harbour again on Friday.",)
    assert article.dateline is not None
    assert article.dateline.date == "XXXX-12-07"


def test_what_radio_reads_has_its_headline_behind_a_dollar_sign_and_its_place_in_brackets(records: Records) -> None:
    (article,) = records(readers.table()["zczc"].example(), "zczc")
    assert article.headline == "Ferries cross the harbour again"
    assert article.dateline is not None
    assert [place.name for place in article.dateline.places] == ["SYDNEY"]
    assert article.body == ("Ferries crossed the harbour again on Friday after a week of fog.", "No ship was late.")


def test_where_a_wire_goes_is_no_part_of_it(records: Records) -> None:
    (article,) = records(f"ZCZC FMG000\nYY TDR\n:POTTED :Harbour\n    {TEXT}\n    AAP BETTING\n\nNNNN\n", "zczc")
    assert (article.headline, article.body) == (None, ("Ferries crossed the harbour again on Friday.",))


def test_labels_of_two_letters(records: Records) -> None:
    wire = "zczc\r\nAN#1\r\nKN#News Bits\r\nPD#06 June 2016 14:00:00\r\nCO#FJD.AX\r\nBY#Mara Lind\r\nTI#Ferries profit\r\n"
    (article,) = records(f"{wire}AB#Fares rose.\r\nTX#\r\nFerries made a profit.\r\nFares rose in May.\r\n", "zczc")
    assert (article.headline, article.date, article.time) == ("Ferries profit", "2016-06-06", "14:00")
    assert (by(article), article.facts.source, article.facts.subjects) == (["Mara Lind"], "News Bits", ("FJD.AX",))
    assert article.body == ("Ferries made a profit.", "Fares rose in May.")


@pytest.mark.parametrize("wire", ["ZCZC AAP\r\n$T\r\nNNNN\r\n", "ZCZC\r\nTI#Ferries\r\n", "ZCZC\n"])
def test_a_wire_without_a_text_says_so(wire: str) -> None:
    with pytest.raises(NotNews, match="without a text"):
        items("zczc", wire)


def test_prose_that_begins_so_is_text(records: Records) -> None:
    records("ZCZCs were the marks of old.\n", "text")


def test_a_press_release_of_asianet(records: Records) -> None:
    (article,) = records(readers.table()["asianet"].example(), "asianet")
    assert (article.headline, article.facts.source) == ("Ferries Cross the Fjord Again", "Harbour Ferries Ltd")
    assert article.dateline is not None
    assert article.date == "2022-01-14"
    assert len(article.body) == 1


BODY = "BERGEN, 14 GEN - Ferries crossed the fjord again on Friday after a week of ice.\n   No ship was late."
ITALIAN = {
    "ANSA": (
        "ZCZC1234/SXA\nXEF12345_SXA_QBXB\nR EST S0A QBXB\n+++ GRAIN MOVES +++\n\n   (ANSA) - {}(ANSA).\n\n  LND-ACT\n{} NNNN\n"
    ),
    "Adnkronos": (
        "ZCZC\nADN0123 7 ECO 0 ADN ECO NAZ\n\nGRAIN MOVES =\n\n{}\n\n(Mal/Adnkronos)\n\nISSN 2465 - 1222\n{}\n\n.\nNNNN\n"
    ),
}


@pytest.mark.parametrize("name", ITALIAN)
def test_italian_agencies_have_codes_above_and_the_time_below(records: Records, name: str) -> None:
    data = ITALIAN[name].format(BODY, "14-GEN-22 12:30").encode()
    assert readers.recognised("wire", data) == ("zczc", "begins with ZCZC, as wires do")
    (article,) = records(data, "zczc")
    assert (article.headline, article.date, article.time) == ("GRAIN MOVES", "2022-01-14", "12:30")
    assert article.dateline is not None
    assert len(article.body) == 2
    assert "ADN0123" not in " ".join(article.body)


def test_wires_one_behind_the_other_are_articles() -> None:
    wire = "ZCZC\n{}\n\nBERGEN, Jan 14 - Ferries crossed the fjord again on Friday.\n\nNNNN\n"
    found = items("zczc", wire.format("Ferries cross") + "ZCZC\n%A\n#B\nNNNN\n" + wire.format("Grain moves"))
    assert [one.text.split("\n")[0] for one in found if isinstance(one, RawArticle)] == ["Ferries cross", "Grain moves"]
    assert broken(found) == ["a wire message without a text"]
