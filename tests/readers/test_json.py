"""JSON as publishers, their interfaces and scrapers write it."""

import json

import pytest
from tests.readers.reading import broken, by, items, records

from newscli.readers import NotNews


def test_a_news_article_of_schema_org() -> None:
    from newscli.readers.json import example

    article = records("json", example())[0]
    assert (article.date, article.time) == ("2022-01-14", "06:30+01:00")
    assert article.headline == "Ferries cross the fjord again"
    assert by(article) == ["Mara Lind", "Tom Acht"]
    assert article.dateline is not None
    assert article.dateline.text == "BERGEN, Norway (Reuters)"
    assert article.facts.subjects == ("ferries", "weather")
    assert [caption.text for caption in article.captions] == ["Cranes stand idle in fog"]


def test_a_wrapper_around_a_list_is_the_list_whatever_it_is_called() -> None:
    story = {"title": "Grain moves", "content": "Trains moved again.", "publishedAt": "2022-01-14T08:00:00Z"}
    for wrapper in (
        {"status": "ok", "totalResults": 2, "articles": [story, story]},
        {"response": {"status": "ok", "docs": [story, story]}},
        [story, story],
    ):
        found = records("json", json.dumps(wrapper))
        assert [(one.headline, one.date) for one in found] == [("Grain moves", "2022-01-14")] * 2


def test_a_site_or_an_agency_as_author_is_no_person() -> None:
    story = {"title": "Grain moves", "text": "Trains moved.", "author": "Reuters", "source": {"name": "Harbour Times"}}
    assert by(records("json", json.dumps(story))[0]) == []


def test_html_in_a_field_becomes_paragraphs() -> None:
    story = {"title": "Grain moves", "content": "<p>Trains moved.</p><p>Snow &amp; ice had gone.</p>"}
    assert records("json", json.dumps(story))[0].body == ("Trains moved.", "Snow & ice had gone.")


def test_what_an_interface_cuts_off_is_a_warning() -> None:
    story = {"title": "Grain moves", "content": "Trains moved again on… [+1234 chars]"}
    article = records("json", json.dumps(story))[0]
    assert article.warnings
    assert "1234 chars" not in article.text


@pytest.mark.parametrize("nothing", [None, "", "NaN", [], float("nan")])
def test_what_states_nothing_is_absent(nothing: object) -> None:
    story = {"title": "Grain moves", "text": "Trains moved.", "author": nothing, "date": nothing, "url": nothing}
    article = records("json", json.dumps(story))[0]
    assert (by(article), article.date, article.facts.url) == ([], None, None)


def test_columns_of_the_user_are_asked_first() -> None:
    story = {"title": "A slug", "kop": "Grain moves", "text": "Trains moved."}
    assert records("json", json.dumps(story), {"headline": "kop"})[0].headline == "Grain moves"


def test_an_article_without_words_loses_only_itself() -> None:
    stories = [{"title": "Grain moves", "text": "Trains moved."}, {"title": "", "text": None, "url": "https://h.example/"}]
    found = items("json", json.dumps(stories))
    assert len(records("json", json.dumps(stories))) == 1
    assert len(broken(found)) == 1


def test_json_that_is_no_news_says_so() -> None:
    with pytest.raises(NotNews):
        items("json", '{"compilerOptions": {"strict": true}}')


def test_a_picture_is_named_as_one() -> None:
    with pytest.raises(NotNews, match="a photo's metadata"):
        items(
            "json",
            json.dumps({"type": "image", "headline": "Fog", "version_created": "2022-01-14", "caption": "A ferry leaves."}),
        )


@pytest.mark.parametrize("said", ["Von Mara Lind und Tom Acht, dpa", "Par Mara Lind et Tom Acht", "Von Mara Lind, Tom Acht"])
def test_several_behind_one_by_of_another_language(said: str) -> None:
    (article,) = records("json", json.dumps({"headline": "Züge fahren", "text": "Die Züge fahren wieder.", "byline": said}))
    assert by(article) == ["Mara Lind", "Tom Acht"]


def test_rows_of_a_table_are_lines_and_a_layout_is_none() -> None:
    cells = "<table><tr><th>Line</th><th>Boats</th></tr><tr><td>Night</td><td>2</td></tr></table>"
    layout = f"<table><tr><td><p>{'Trains moved again. ' * 5}</p></td><td>Snow fell.</td></tr></table>"
    (article,) = records("json", json.dumps({"title": "Grain moves", "body": f"<p>Boats sail.</p>{cells}{layout}"}))
    assert "\n\nLine | Boats\nNight | 2\n\nTrains moved" in article.text
    assert article.text.endswith("again.\n\nSnow fell.")


def test_boxes_and_editors_notes_are_notes_and_initials_are_furniture() -> None:
    story = {
        "headline": "Grain moves", "article_html": "<p>Trains moved.</p>", "creditline": "dpa", "kicker": "Rails and roads",
        "infobox_html": "<section class='infobox'><h2>Rails</h2><p>A line of 900 km.</p></section>",
        "ednotes": [
            {"role": "dpaednoterole:closingline", "ednote": "dpa ab cd", "is_publishable": True},
            {"role": "dpaednoterole:editorialnote", "ednote": "Pictures follow."},
        ],
        "dpasubject_names": ["trains"], "categories": [{"type": "dnltype:creator", "name": "lind.mara"}],
    }  # fmt: skip
    (article,) = records("json", json.dumps(story))
    assert article.body == ("Trains moved.",)
    assert [note.text for note in article.notes] == ["Rails", "A line of 900 km.", "Pictures follow."]
    assert "dpa ab cd" in article.text
    assert (article.agency, article.facts.section, article.facts.subjects) == ("dpa", None, ("trains",))


def test_dpas_note_on_what_was_wrong_is_a_correction_unless_it_is_an_update() -> None:
    story = {
        "headline": "Grain moves", "article_html": "<p>Trains moved.</p>", "signal": "sig:correction",
        "ednotes": [{"role": "dpaednoterole:correctionshort", "ednote": "Name"}, {"role": "x:picture", "ednote": "Foto"}],
    }  # fmt: skip
    (article,), (update,) = (records("json", json.dumps(one)) for one in (story, {**story, "signal": "sig:update"}))
    assert [(note.kind, note.text) for note in article.notes] == [("correction", "Name"), ("advisory", "Foto")]
    assert {note.kind for note in update.notes} == {"advisory"}


def test_belgas_items_have_their_text_in_components() -> None:
    def component(kind: str, text: str) -> dict[str, object]:
        return {"assetType": kind, "proxies": [{"varcharData": text, "clobData": None}]}

    story = {
        "assetType": "Text", "headLine": "Grain moves", "createDate": 1642141800000, "editorialInfo": "Pictures follow.",
        "authors": [{"name": "Mara Lind", "type": "AUTHOR"}, {"name": "Tom Acht", "type": "EDITOR"}],
        "newsComponents": [component("Title", "Grain"), component("Lead", "Trains moved."), component("Body", "Snow fell.")],
    }  # fmt: skip
    picture = {
        "assetType": "Picture", "headLine": "TRAINS", "createDate": 1642141800000,
        "newsComponents": [component("Caption", "A train.")],
    }  # fmt: skip
    found = items("json", json.dumps({"newsObjects": [story, picture]}))
    assert ["a photo's metadata" in reason for reason in broken(found)] == [True]
    (article,) = records("json", json.dumps({"newsObjects": [story, picture]}))
    assert (article.headline, article.date, article.body) == ("Grain moves", "2022-01-14", ("Trains moved.", "Snow fell."))
    assert [(credit.name, credit.role) for credit in article.credits] == [("Tom Acht", "editing"), ("Mara Lind", "by")]
    assert [note.text for note in article.notes] == ["Pictures follow."]


def test_what_fundus_writes_about_where_a_story_was() -> None:
    story = {
        "title": "Grain moves", "authors": ["Mara Lind", "Harbour Media"], "publishing_date": "2022-01-14 06:30:00+01:00",
        "html": {"responded_url": "https://harbour.example/g", "source_info": {"publisher": "HarbourTimes"}},
        "body": {"summary": ["Snow is gone."], "sections": [{"headline": ["Rails"], "paragraphs": ["Trains moved."]}]},
        "images": [{"caption": "A train.", "authors": ["Ann Petrie"], "is_cover": True}],
    }  # fmt: skip
    (article,) = records("json", json.dumps(story))
    assert (article.facts.url, article.facts.source) == ("https://harbour.example/g", "HarbourTimes")
    assert (by(article), article.body) == (["Mara Lind"], ("Rails", "Trains moved."))
    assert [(note.kind, note.text) for note in article.notes] == [("summary", "Snow is gone.")]
    assert [(caption.text, caption.credit) for caption in article.captions] == [("A train.", "Ann Petrie")]


@pytest.mark.parametrize("behind", [" - Harbour Times", " | The Harbour Times", " – harbourtimes.com"])
def test_the_publication_behind_a_headline_is_no_part_of_it(behind: str) -> None:
    story = {"title": f"Grain moves{behind}", "source": {"id": None, "name": "Harbour Times"}, "content": "Trains moved."}
    (article,) = records("json", json.dumps(story))
    assert article.headline == "Grain moves"
    (other,) = records("json", json.dumps(story | {"title": "Grain moves - Snow melts"}))
    assert other.headline == "Grain moves - Snow melts"


def test_an_author_of_an_agency_and_one_that_is_embedded() -> None:
    (article,) = records("json", json.dumps({"headline": "Grain moves", "text": "Trains moved.", "authors": "Mara Lind, AP"}))
    assert (by(article), article.agency) == (["Mara Lind"], "AP")
    post = {"title": {"rendered": "Grain moves"}, "content": {"rendered": "<p>Trains moved.</p>"}, "author": 3}
    (article,) = records("json", json.dumps(post | {"_embedded": {"author": [{"name": "Mara Lind"}]}}))
    assert by(article) == ["Mara Lind"]


def test_lists_and_credits_among_blocks_of_content() -> None:
    blocks = [
        {"type": "text", "content": "Trains moved."},
        {"type": "list", "items": [{"type": "text", "content": "One to Oslo"}, {"type": "text", "content": "One to Bergen"}]},
        {"type": "image", "caption": "A train.", "credits": {"by": [{"name": "Ann Petrie"}]}},
    ]
    (article,) = records("json", json.dumps({"headlines": {"basic": "Grain moves"}, "content_elements": blocks}))
    assert article.body == ("Trains moved.", "One to Oslo", "One to Bergen")
    assert [(caption.text, caption.credit) for caption in article.captions] == [("A train.", "Ann Petrie")]


@pytest.mark.parametrize(
    ("summary", "kept"),
    [
        ("Trains move.", True),  # the beginning of a word is no repetition
        ("Trains moved again", False),
        ("Trains moved ag...", False),
        ("on Friday", True),
        ("after a week of snow had closed the high road", False),
    ],
)
def test_a_summary_that_the_story_repeats_is_left_out(summary: str, kept: bool) -> None:
    text = "OSLO (AP) - Trains moved again on Friday after a week of snow had closed the high road."
    story = {"headline": "Grain", "text": text.removeprefix("OSLO (AP) - "), "summary": summary}
    (article,) = records("json", json.dumps(story))
    assert [note.text for note in article.notes] == [summary] * kept


def test_the_guardians_blocks_and_tags() -> None:
    story = {
        "webTitle": "Grain moves", "webPublicationDate": "2022-01-14T06:30:00Z", "sectionName": "World news",
        "blocks": {"body": [{"id": "1", "bodyHtml": "<p>Trains moved.</p>"}, {"id": "2", "bodyHtml": "<p>Snow fell.</p>"}]},
        "tags": [{"type": "keyword", "webTitle": "Rail"}, {"type": "contributor", "webTitle": "Mara Lind"}],
    }  # fmt: skip
    (article,) = records("json", json.dumps({"response": {"status": "ok", "content": story}}))
    assert (article.headline, article.body) == ("Grain moves", ("Trains moved.", "Snow fell."))
    assert article.facts.subjects == ("Rail",)


def test_pictures_make_no_picture_of_a_story_without_text() -> None:
    story = {
        "title": "Grain moves", "abstract": "Trains moved again.", "published_date": "2022-01-14T06:30:00-05:00",
        "multimedia": [{"caption": "A train.", "copyright": "Tom Acht"}],
    }  # fmt: skip
    (article,) = records("json", json.dumps({"results": [story]}))
    assert (article.headline, article.body, article.captions[0].text) == ("Grain moves", ("Trains moved again.",), "A train.")


def test_a_date_in_a_list_is_a_date() -> None:
    (article,) = records(
        "json", json.dumps({"title": ["Grain moves"], "body": ["Trains moved."], "date": ["2022-01-14T06:30:00Z"]})
    )
    assert (article.headline, article.date, article.time) == ("Grain moves", "2022-01-14", "06:30+00:00")


@pytest.mark.parametrize("name", ["news", "story", "document", "articles", "content"])
def test_a_list_of_articles_may_be_called_what_others_call_a_text(name: str) -> None:
    stories = [{"title": title, "date": "2022-01-14", "body": "Trains moved."} for title in ("Grain moves", "Snow falls")]
    found = records("json", json.dumps({"result": {"count": 2, name: stories}}))
    assert [one.headline for one in found] == ["Grain moves", "Snow falls"]


def test_the_text_of_an_object_whose_names_have_capitals() -> None:
    (article,) = records("json", json.dumps({"Title": "Grain moves", "Document": {"Content": "<p>Trains moved.</p>"}}))
    assert article.body == ("Trains moved.",)


def test_a_snapshot_of_factivas_has_its_first_paragraph_apart_and_the_time_under_another_name() -> None:
    story = {
        "an": "HT0000020220114", "title": "Grain moves", "snippet": "Trains moved.", "body": "Snow fell.", "source_name": "HT",
        "publication_date": 1642118400000, "publication_datetime": 1642141800000,
    }  # fmt: skip
    (article,) = records("json", json.dumps(story))
    assert article.body == ("Trains moved.", "Snow fell.")
    assert (article.date, article.time) == ("2022-01-14", "06:30+00:00")


def test_a_day_of_publication_does_not_get_the_time_at_which_it_was_fetched() -> None:
    story = {"title": "Grain moves", "text": "Trains moved.", "date": "2022-01-14", "created_at": "2022-01-14T09:00:00Z"}
    (article,) = records("json", json.dumps(story))
    assert (article.date, article.time) == ("2022-01-14", None)


def test_what_stands_around_an_article_of_schema_org_is_nothing_broken() -> None:
    graph = [
        {"@type": "WebSite", "name": "Harbour Post"},
        {"@type": "NewsArticle", "headline": "Grain moves", "articleBody": "Trains moved."},
        {"@type": "BreadcrumbList", "itemListElement": []},
    ]
    found = items("json", json.dumps({"@context": "https://schema.org", "@graph": graph}))
    assert [one.headline for one in records("json", json.dumps({"@graph": graph}))] == ["Grain moves"]
    assert broken(found) == []


def test_what_an_interface_has_removed_is_no_article() -> None:
    stories = [
        {"title": "Grain moves", "content": "Trains moved."},
        {"title": "[Removed]", "description": "[Removed]", "content": "[Removed]", "publishedAt": "1970-01-01T00:00:00Z"},
    ]
    assert len(broken(items("json", json.dumps({"articles": stories})))) == 1
