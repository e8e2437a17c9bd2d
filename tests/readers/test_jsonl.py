"""JSON Lines as crawlers write them."""

import json

from tests.readers.reading import broken, by, items, records

from newscli.readers import recognised

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


def test_lines_that_tell_elasticsearch_what_to_do_are_no_articles() -> None:
    action, story = {"index": {"_index": "news", "_id": "1"}}, {"title": "Grain moves", "text": "Trains moved."}
    found = items("jsonl", f"{json.dumps(action)}\n{json.dumps(story)}\n" * 2)
    assert [type(one).__name__ for one in found] == ["RawArticle", "RawArticle"]


def test_the_address_among_the_headers_of_a_web_archive() -> None:
    story = {"content": "OSLO (Reuters) - Trains moved.", "warc_headers": {"warc-target-uri": "https://harbour.example/t"}}
    (article,) = records("jsonl", json.dumps(story) + "\n")
    assert article.facts.url == "https://harbour.example/t"


def test_bytes_that_a_disk_has_lost_lose_no_article_but_their_own() -> None:
    lines = [f'{{"title": "{one}", "text": "Trains moved."}}\n'.encode() for one in ("Ferries", "Grain", "Snow")]
    assert [one.headline for one in records("jsonl", b"".join(lines) + b"\0" * 20)] == ["Ferries", "Grain", "Snow"]
    assert recognised("a.jsonl", b"".join(lines).replace(b"Gr", b"\0\0")) is not None
    found = items("jsonl", lines[0] + lines[1][:9] + b"\0" * 20 + b"\n" + lines[2])
    assert len(broken(found)) == 1
