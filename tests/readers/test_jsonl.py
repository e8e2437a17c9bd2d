"""JSON Lines as crawlers write them."""

import json

from tests.readers.reading import broken, by, items, records

GRAIN = json.dumps(
    {"title": "Grain moves", "authors": ["Mara Lind"], "date_publish": "2022-01-15", "maintext": "Trains moved."}
)


def test_a_line_is_an_article() -> None:
    found = records("jsonl", f"{GRAIN}\n{GRAIN}\n")
    assert [(one.headline, by(one), one.date) for one in found] == [("Grain moves", ["Mara Lind"], "2022-01-15")] * 2


def test_a_broken_line_loses_only_itself_and_is_named_by_its_number() -> None:
    data = f"{GRAIN}\n{{broken\n\n{GRAIN}\n"
    assert len(records("jsonl", data)) == 2
    (reason,) = broken(items("jsonl", data))
    assert reason.startswith("line 2")


def test_objects_on_one_line_are_articles_too() -> None:
    assert len(records("jsonl", GRAIN + GRAIN + "\n" + GRAIN)) == 3


def test_an_article_knows_its_line_in_the_file() -> None:
    found = records("jsonl", f"{GRAIN}\n\n{GRAIN}\n")
    assert [one.paragraphs[0].line for one in found] == [1, 3]


def test_a_value_over_many_lines_is_read_as_json() -> None:
    pretty = json.dumps(json.loads(GRAIN), indent=2)
    assert [one.headline for one in records("jsonl", f"{pretty}\n{pretty}\n")] == ["Grain moves"] * 2
