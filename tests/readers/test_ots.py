"""Press releases of APA-OTS."""

from tests.readers.conftest import Records

from newscli.readers import ots


def test_a_press_release(records: Records) -> None:
    (one,) = records(ots.example(), "ots")
    assert (one.headline, one.date, one.time) == ("Fähren fahren wieder", "2022-01-14", "10:15")
    assert one.dateline is not None
    assert (one.dateline.text, one.agency) == ("Bergen (OTS)", "OTS")
    assert one.body[1] == "Kein Schiff war verspätet, sagte der Hafenmeister."
    assert len(one.body) == 2
    assert [(note.kind, note.text.partition(":")[0]) for note in one.notes] == [
        ("summary", "Gute Nachricht für Pendler"),
        ("advisory", "Rückfragehinweis"),
    ]
    assert one.facts.subjects == ("Verkehr", "Norwegen")
    assert one.facts.url == "http://www.ots.example/presseaussendung/OTS_20220114_OTS0123"


def test_a_headline_over_two_lines(records: Records) -> None:
    data = ots.example().decode().replace("Fähren fahren wieder =", "Fähren fahren\nseit Freitag wieder =")
    (one,) = records(data.encode("cp1252"), "ots")
    assert one.headline == "Fähren fahren seit Freitag wieder"


def test_a_release_that_is_cut_has_its_story_all_the_same(records: Records) -> None:
    (one,) = records(ots.example().partition(b"~")[0], "ots")
    assert (one.headline, one.date, len(one.body)) == ("Fähren fahren wieder", None, 2)
