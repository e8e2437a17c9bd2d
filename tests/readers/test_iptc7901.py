"""IPTC 7901 as agencies send it."""

from collections.abc import Callable

import pytest

from newscli.article import Article
from newscli.readers.iptc7901 import example, sniff

Records = Callable[..., list[Article]]


def test_what_the_lines_say(records: Records) -> None:
    article = records(example(), "iptc7901")[0]
    assert (article.headline, article.date, article.time) == ("Ferries cross the fjord again", "2022-01-14", "17:32+00:00")
    assert [(credit.name, credit.role) for credit in article.credits] == [("Mara Lind", "by")]
    assert article.dateline is not None
    assert (article.dateline.text, article.agency) == ("Bergen (dpa)", "dpa")
    assert article.body == ("Ferries crossed the fjord again on Friday after a week of ice.", "No ship was late.")


def test_a_copy_without_control_characters_says_the_same(records: Records) -> None:
    plain = example().translate(None, b"\x01\x02\x03\x04\x7f")
    assert [(one.headline, one.date, one.body) for one in records(plain, "iptc7901")] == [
        (one.headline, one.date, one.body) for one in records(example(), "iptc7901")
    ]


@pytest.mark.parametrize(("written", "meant"), [(b"Okt 15", "2015-10-14"), (b"dec 18", "2018-12-14"), (b"Xyz 22", None)])
def test_months_are_written_in_several_languages(records: Records, written: bytes, meant: str | None) -> None:
    assert records(example().replace(b"Jan 22", written), "iptc7901")[0].date == meant


def test_letters_of_another_encoding_are_read(records: Records) -> None:
    assert records(example().replace(b"No ship", b"Aucun d\xe9lai"), "iptc7901")[0].body[-1] == "Aucun délai was late."


def test_a_mark_alone_is_no_message() -> None:
    assert sniff(b"\x01racing\x1fresults\r\n", "a") is None
    assert sniff(b"eca 4 i 211\n", "a.txt") is None


def test_a_header_may_name_a_service_of_the_agency(records: Records) -> None:
    article = records(example().replace(b"ccccb   dpa 061", b"dpa-tns 0908"), "iptc7901")[0]
    assert (article.headline, article.agency) == ("Ferries cross the fjord again", "dpa")


def test_a_notebook_below_the_story_is_notes_and_sign_offs(records: Records) -> None:
    notebook = (
        b"No ship was late.\r\n\r\n# dpa-Notizblock\r\n\r\n## Redaktionelle Hinweise\r\n- Foto folgt\r\n\r\n"
        b"## Editorial contacts\r\n- Reporting by: Tom Acht in Oslo\r\n"
        b"- Editing by: Ann Petrie, +49 40 1234\r\n\r\ndpa ml yyno n1 ta\r\n"
    )
    (article,) = records(example().replace(b"No ship was late.\r\n", notebook), "iptc7901")
    assert article.body == ("Ferries crossed the fjord again on Friday after a week of ice.", "No ship was late.")
    signed = [(credit.name, credit.role, credit.place) for credit in article.credits[1:]]
    assert signed == [("Tom Acht", "reporting", "Oslo"), ("Ann Petrie", "editing", None)]
    assert [note.text for note in article.notes if note.kind == "advisory"] == [
        "# dpa-Notizblock",
        "## Redaktionelle Hinweise",
        "- Foto folgt",
        "## Editorial contacts",
    ]


def test_an_agency_that_writes_itself_in_capitals(records: Records) -> None:
    (article,) = records(example().replace(b"ccccb   dpa 061", b"ccccb   afp 061"), "iptc7901")
    assert article.agency == "AFP"


def test_a_header_of_the_standard_with_what_an_agency_puts_behind_it(records: Records) -> None:
    head = b"\x16\x16\x01AFP012 4 I 0080 NOR /AFP-AB12\r\nFerries cross the fjord again =\r\n"
    data = head + b"\x02Ferries crossed it.\r\n\x03141230 GMT Jan 22\r\n\x04"
    assert sniff(data, "wire") is not None
    (article,) = records(data, "iptc7901")
    assert (article.headline, article.date, article.time) == ("Ferries cross the fjord again", "2022-01-14", "12:30+00:00")
    assert (article.agency, article.body) == ("AFP", ("Ferries crossed it.",))


def test_messages_one_behind_the_other_are_articles_and_a_broken_one_loses_only_itself(
    records: Records, reasons: Callable[[bytes], list[str]]
) -> None:
    data = example() + b"\x01no header\r\n\x02No ship.\r\n\x03" + example()
    assert [one.headline for one in records(data, "iptc7901")] == ["Ferries cross the fjord again"] * 2
    assert reasons(data) == ["a wire message without a header line"]
