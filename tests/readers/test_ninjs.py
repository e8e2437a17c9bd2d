"""ninjs in its versions, as agencies send it."""

import json
from collections.abc import Callable
from io import BytesIO

import pytest

from newscli.article import Article
from newscli.readers import NotNews, Source
from newscli.readers.ninjs import example, read, sniff

Records = Callable[..., list[Article]]

ITEM = {
    "uri": "urn:1", "type": "text", "pubstatus": "usable", "versioncreated": "2022-01-14T17:34:00Z", "headline": "Grain moves",
    "body_html": "<p>Trains moved.</p>", "source": "AFP",
}  # fmt: skip


def test_what_an_item_says(records: Records) -> None:
    article = records(example(), "ninjs")[0]
    assert (article.headline, article.date, article.time) == ("Ferries cross the fjord again", "2022-01-14", "17:32+01:00")
    assert [(credit.name, credit.role) for credit in article.credits] == [("Mara Lind", "by")]
    assert article.dateline is not None
    assert article.dateline.text == "BERGEN, Norway"
    assert (article.agency, article.facts.section, article.facts.subjects) == ("AFP", "Coast", ("ferries",))
    assert article.facts.url == "https://harbour.example/ferries"
    assert [caption.text for caption in article.captions] == ["A ferry leaves the old harbour."]


def test_an_editors_note_is_a_note(records: Records) -> None:
    (article,) = records(json.dumps(ITEM | {"ednote": "Pictures follow."}), "ninjs")
    assert (article.body, [note.text for note in article.notes]) == (("Trains moved.",), ["Pictures follow."])


def test_later_versions_have_lists_of_headlines_and_bodies(records: Records) -> None:
    item = {
        "uri": "urn:1", "type": "text", "versionCreated": "2022-01-14T17:34:00Z",
        "headlines": [{"role": "short", "value": "Grain"}, {"role": "main", "value": "Grain moves"}],
        "bodies": [
            {"contentType": "text/plain", "value": "In short."},
            {"contentType": "text/html", "value": "<p>Trains moved.</p>"},
        ],
    }  # fmt: skip
    article = records(json.dumps(item), "ninjs")[0]
    assert (article.headline, article.body, article.date) == ("Grain moves", ("Trains moved.",), "2022-01-14")


def test_the_media_api_of_ap_has_the_text_beside_the_item(records: Records) -> None:
    item: dict[str, object] = {name: value for name, value in ITEM.items() if name not in ("body_html", "source")}
    item |= {
        "bylines": [{"by": "By MARA LIND", "title": "AP Coast Writer"}], "provider": "AP", "uri": "https://api.harbour.example/1",
        "links": [{"rel": "self", "href": "x"}, {"rel": "canonical", "href": "https://harbour.example/grain"}],
    }  # fmt: skip
    answer = {"api_version": "2.0", "data": {"meta": {"products": [{"id": 1}]}, "item": item}}
    (article,) = records(json.dumps(answer | {"nitf": {"body_html": "<p>Trains moved.</p>"}}), "ninjs")
    assert (article.headline, article.body, article.agency) == ("Grain moves", ("Trains moved.",), "AP")
    assert [credit.name for credit in article.credits] == ["MARA LIND"]
    assert article.facts.url == "https://harbour.example/grain"
    (bare,) = records(json.dumps(answer), "ninjs")
    assert (bare.headline, bare.body) == ("Grain moves", ())


@pytest.mark.parametrize("name", ["body_html5", "bodyXhtml", "bodyText"])
def test_a_body_by_any_of_its_names(records: Records, name: str) -> None:
    item = {one: value for one, value in ITEM.items() if one != "body_html"} | {name: "Trains moved."}
    assert records(json.dumps(item), "ninjs")[0].body == ("Trains moved.",)


@pytest.mark.parametrize("several", [json.dumps([ITEM, ITEM]), f"{json.dumps(ITEM)}\n{json.dumps(ITEM)}\n"])
def test_a_file_may_hold_several_items(records: Records, several: str) -> None:
    assert [one.headline for one in records(several, "ninjs")] == ["Grain moves"] * 2


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"type": "picture"}, "a photo's metadata"),
        ({"pubstatus": "canceled"}, "a story that was withdrawn"),
        ({"headline": "", "body_html": ""}, "an item without text"),
    ],
)
def test_what_is_no_story_says_what_it_is(changed: dict[str, str], reason: str) -> None:
    with pytest.raises(NotNews, match=reason):
        list(read(Source("a", "a", BytesIO(json.dumps(ITEM | changed).encode()))))


def test_other_json_is_not_taken() -> None:
    assert sniff(b'{"title": "Grain moves", "text": "Trains moved."}', "a.json") is None
