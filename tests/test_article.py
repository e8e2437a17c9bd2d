"""The records and their JSON."""

import json

from newscli.article import Article, Caption, Credit, Dateline, Note, Place, Record, Span, bylined

FULL = Article(
    text="x",
    id="k" * 20,
    date="2022-01-11",
    time="17:32-05:00",
    date_from="header",
    headline="UPDATE 2-Grain moves",
    tags=("UPDATE 2",),
    dateline=Dateline("ASTANA, Jan 11 (Reuters)", (Place("ASTANA", "Kazakhstan"),), "2022-01-11", "Reuters"),
    agency="Reuters",
    credits=(Credit("Olga Serova", "reporting", place="Moscow"), Credit("Beijing Newsroom", "editing", "desk")),
    captions=(Caption("Snow.", None),),
    notes=(Note("link", "read more"),),
    body=("One.", "Two."),
    words=2,
    warnings=("w",),
    spans=(Span(0, 1, "body", ""),),
)


def test_absent_is_null_or_an_empty_list_and_every_key_is_there() -> None:
    empty = Record("a.txt", 1, "text", Article(text="", id="k" * 20)).as_json()
    full = Record("a.txt", 1, "text", FULL).as_json()
    assert list(empty) == list(full)
    assert {key for key, value in empty.items() if value is None} == {
        "date", "time", "date_from", "headline", "dateline", "agency", "lede",
    }  # fmt: skip
    assert {key for key, value in empty.items() if value == []} == {
        "tags", "credits", "captions", "notes", "body", "warnings",
    }  # fmt: skip


def test_a_record_survives_json() -> None:
    record = Record("a.txt", 1, "text", FULL).as_json(spans=True)
    assert json.loads(json.dumps(record)) == record
    assert record["spans"] == [{"start": 0, "end": 1, "field": "body", "rule": ""}]
    assert "spans" not in Record("a.txt", 1, "text", FULL).as_json()


def test_the_lede_is_the_first_paragraph_and_paragraphs_counts_the_body() -> None:
    record = Record("a.txt", 1, "text", FULL).as_json()
    assert (record["lede"], record["paragraphs"]) == ("One.", 2)


def test_the_second_article_of_a_file_is_addressed_by_its_number() -> None:
    assert Record("a.txt", 1, "text", FULL).address == "a.txt"
    assert Record("a.txt", 2, "text", FULL).address == "a.txt#2"


def test_a_list_shows_bylines_and_else_those_who_reported() -> None:
    assert bylined(iter([("reporting", "A"), ("by", "B"), ("editing", "C")])) == ("B",)
    assert bylined(iter([("reporting", "A"), ("editing", "C")])) == ("A",)
    assert FULL.byline == ("Olga Serova",)


def test_a_place_is_written_with_its_region() -> None:
    assert str(Place("PORTLAND", "Ore.")) == "PORTLAND, Ore."
    assert str(Place("LONDON")) == "LONDON"
