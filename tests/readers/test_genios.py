"""GENIOS and wiso-net: labels below each story."""

import pytest
from tests.readers.conftest import Records
from tests.readers.reading import broken, by, items

from newscli.readers import NotNews, genios

STORIES = genios.example().decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_labels_below_a_story_state_its_fields(records: Records, encoding: str) -> None:
    first, second = records(STORIES.encode(encoding), "genios")
    assert (first.headline, first.date, by(first)) == ("Fähren fahren wieder", "2022-01-14", ["Mara Lind"])
    assert (first.facts.source, first.facts.section) == ("Hafenzeitung", "Lokales")
    assert first.facts.url == "https://wiso.example/document/HAZ__123"
    assert first.body == ("Die Fähren fahren seit Freitag wieder.", "Kein Schiff war verspätet, sagte der Hafenmeister.")
    assert [note.text for note in first.notes] == ["(c) Hafenzeitung"]
    assert (second.headline, second.date, second.facts.url) == (
        "Züge fahren wieder", "2022-01-15", "https://wiso.example/document/HAZ__124"
    )  # fmt: skip


@pytest.mark.parametrize(
    "whence",
    [
        "Hafenzeitung vom 14.01.2022",
        "Hafenzeitung, 14.01.2022, S. 3",
        "Hafenzeitung v. 14.1.2022 Nr. 11",
        "Hafenzeitung den 14. Januar 2022",
    ],
)
def test_a_source_and_its_day_in_many_forms(records: Records, whence: str) -> None:
    data = STORIES.replace("Hafenzeitung vom 14.01.2022, Nr. 11, S. 5", whence)
    first = records(data, "genios")[0]
    assert (first.facts.source, first.date) == ("Hafenzeitung", "2022-01-14")


def test_a_source_without_a_day(records: Records) -> None:
    first = records(STORIES.replace(" vom 14.01.2022, Nr. 11, S. 5", ""), "genios")[0]
    assert (first.facts.source, first.date) == ("Hafenzeitung", None)


def test_an_article_without_a_text_loses_only_itself() -> None:
    data = STORIES.replace("Die Züge mit Getreide fahren wieder.\n\n", "")
    assert broken(items("genios", data)) == ["no text: Züge fahren wieder"]


def test_what_has_no_article_is_named() -> None:
    with pytest.raises(NotNews):
        items("genios", "Nothing\n")
