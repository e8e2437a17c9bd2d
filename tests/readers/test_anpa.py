"""ANPA 1312 as agencies send it."""

from collections.abc import Callable

from newscli.article import Article
from newscli.readers.anpa import example, sniff

Records = Callable[..., list[Article]]


def test_what_the_lines_say(records: Records) -> None:
    article = records(example(), "anpa")[0]
    assert (article.headline, article.date, article.time) == ("Ferries cross the fjord again", "2022-01-14", "17:32+00:00")
    assert [(credit.name, credit.role) for credit in article.credits] == [("MARA LIND", "by")]
    assert article.dateline is not None
    assert (article.dateline.text, article.agency) == ("BERGEN, Norway (AP)", "AP")
    assert article.body == ("Ferries crossed the fjord again on Friday after a week of ice.", "No ship was late.")
    assert any(note.text == "Eds: With AP Photos." for note in article.notes)


def test_an_agency_that_breaks_lines_and_writes_the_day_first(records: Records) -> None:
    data = (
        b"\x01a0105KYODO\x1fkoko-\r\nu s\x14\x12 BC-Ferries   14-01 0034\r\n\x02BC-Ferries\r\nFerries cross the bay again+\r\n"
        b"     Ferries crossed the bay again \r\non Friday.\r\n     No ship was late.\r\n"
        b"==Kyodo\r\n\x03KWS-21:37-14-01-22\x04\r\n"
    )
    article = records(data, "anpa")[0]
    assert (article.headline, article.date, article.time) == ("Ferries cross the bay again", "2022-01-14", "21:37")
    assert article.body == ("Ferries crossed the bay again on Friday.", "No ship was late.")
    assert article.agency == "Kyodo"


def test_the_cells_of_a_table_stay_apart(records: Records) -> None:
    table = b"\t   Lead.\r\n^\x08Bergen\x1f\x1e 73\x1e \x1e 52\r\n\t   \x03AP"
    data = example().replace(b"\t   \x03AP", table)
    assert records(data, "anpa")[0].body[-1] == "Bergen 73 52"


def test_a_mark_alone_is_no_message() -> None:
    assert sniff(b"\x01racing\x1fresults\r\n", "a") is None
    assert sniff(b"BC-EU--Norway-Ferries     01-14 0121\n", "a.txt") is None


def test_messages_one_behind_the_other_are_articles(records: Records) -> None:
    assert [one.headline for one in records(example() * 2, "anpa")] == ["Ferries cross the fjord again"] * 2


def test_a_copy_that_has_lost_its_control_characters_says_the_same(records: Records) -> None:
    stripped = example().translate(None, b"\x01\x02\x03\x04\x0c\x11\x13\x16").replace(b"\x1f", b" ")
    (whole,), (copy,) = records(example(), "anpa"), records(stripped, "anpa")
    assert (copy.headline, copy.date, copy.time, copy.body) == (whole.headline, whole.date, whole.time, whole.body)
