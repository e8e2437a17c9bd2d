"""RIS, as databases of news export it."""

from tests.readers.conftest import Records
from tests.readers.reading import broken, by, items, records

from newscli.readers import ris


def test_a_record_states_its_fields(records: Records) -> None:
    first, second = records(ris.example(), "ris")
    assert (first.headline, first.date, by(first)) == ("Ferries cross the fjord again", "2022-01-14", ["Mara Lind", "Tom Acht"])
    assert (first.facts.source, first.facts.section, first.facts.language) == ("Harbour Post", "Coast", "English")
    assert first.facts.subjects == ("Ferries", "Fjords")
    assert first.facts.url == "https://harbour.example/f"
    assert first.body == ("Ferries crossed the fjord again on Friday.", "No ship was late.")
    assert first.warnings == ("no text of its own: this is its abstract",)
    assert (second.headline, second.date, second.facts.source) == ("Grain moves", "2022-01-15", "Harbour Post")


def test_a_year_alone_and_a_record_without_a_text() -> None:
    (one,) = records("ris", "TY  - NEWS\nTI  - Grain moves\nPY  - 2022///\nER  - \n")
    assert (one.headline, one.date, one.body) == ("Grain moves", "2022", ())


def test_a_record_that_never_ends_is_named() -> None:
    assert broken(items("ris", ris.example()[:-8])) == ["line 18: a record that never ends"]
