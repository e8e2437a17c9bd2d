"""Which articles the filters choose."""

import pytest

from newscli.article import Article, Credit, Dateline, Place, Record
from newscli.errors import QueryError
from newscli.query.fields import FIELDS, field, has_fields
from newscli.query.filters import Filters, Interval, PersonFilter, fold, parse_person, path_matches, words_within


def record(**known: object) -> Record:
    article = Article(
        text="x",
        id="k" * 20,
        dateline=Dateline("PORTLAND, Ore. (AP)", (Place("PORTLAND", "Ore."),), None, "AP"),
        agency="AP",
        credits=(Credit("Inés Duarte", "reporting"), Credit("Tom van Acht", "editing")),
    )
    from dataclasses import replace

    return Record("news/2022/a.txt", 1, "text", replace(article, **known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("date", "chosen"),
    [("2022-01-11", True), ("2022-01", True), ("2022", False), ("2021-12-31", False), ("2022-02-01", False), (None, False)],
)
def test_a_date_counts_only_if_the_whole_of_it_lies_inside(date: str | None, chosen: bool) -> None:
    asked = Filters(since="2022-01-01", until="2022-01-31")
    assert asked.matches(record(date=date)) is chosen
    assert Filters(dates=(Interval("2022-01-01", "2022-01-31"),)).matches(record(date=date)) is chosen


def test_one_filter_twice_means_or_and_different_ones_mean_and() -> None:
    assert Filters(places=("oslo", "portland")).matches(record())
    assert not Filters(places=("portland",), agencies=("reuters",)).matches(record())
    assert Filters(places=("portland",), agencies=("ap",)).matches(record())


@pytest.mark.parametrize("name", ["portland", "Ore", "PORTLAND, Ore.", "portland ore"])
def test_a_place_is_found_by_its_name_its_region_or_both(name: str) -> None:
    assert Filters(places=(name,)).matches(record())


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        (PersonFilter("duarte"), True),
        (PersonFilter("ines duarte"), True),
        (PersonFilter("duart"), False),
        (PersonFilter("acht", "editing"), True),
        (PersonFilter("acht", "reporting"), False),
    ],
)
def test_people_are_found_by_whole_words_of_their_name(asked: PersonFilter, chosen: bool) -> None:
    assert Filters(people=(asked,)).matches(record()) is chosen


def test_a_role_can_stand_before_a_name_and_an_unknown_one_is_refused() -> None:
    assert parse_person("Editing: van Acht") == PersonFilter("van Acht", "editing")
    assert parse_person("van Acht") == PersonFilter("van Acht")
    with pytest.raises(QueryError, match="Did you mean 'editing'"):
        parse_person("editting:acht")


def test_fields_are_asked_for_by_having_or_lacking_them() -> None:
    assert Filters(has=("place",)).matches(record())
    assert not Filters(has=("headline",)).matches(record())
    assert Filters(missing=("headline", "place")).matches(record())
    assert not Filters(missing=("place",)).matches(record())


@pytest.mark.parametrize(
    ("glob", "matches"),
    [("*.txt", True), ("a.*", True), ("news/*", True), ("*/2022/*", True), ("2022/*", False), ("b*", False)],
)
def test_a_glob_is_for_the_path_or_for_the_name_alone(glob: str, matches: bool) -> None:
    assert path_matches(glob, "news/2022/a.txt") is matches


def test_names_are_compared_without_case_and_accents() -> None:
    assert fold("São  Paulo/RIO") == " sao paulo rio "
    assert words_within("paulo", "SÃO PAULO")
    assert not words_within("", "") or fold("") == "  "


def test_fields_have_singular_and_plural_names_and_suggestions() -> None:
    assert field("captions").name == field("caption").name == "caption"
    with pytest.raises(QueryError, match=r"Did you mean 'headline'"):
        field("headlin")


def test_what_an_article_has_is_told_for_every_field_that_can_be_asked_for() -> None:
    assert has_fields(record().article) == {"dateline", "place", "agency", "sign-off", "reporting", "editing", "credit"}
    assert {name for one in FIELDS if one.has for name in (one.name,)} >= {"date", "headline", "byline", "warning"}


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("jose maria nunez", "José María Núñez"),
        ("JOSÉ", "JOSE MARIA NUNEZ"),
        ("lukaszewski", "J.P. Łukaszewski"),
        ("j. p. łukaszewski", "J.P. Lukaszewski"),
        ("Soren Aero", "Søren Ærø"),
        ("kim yeon-hee", "Kim Yeon Hee"),
        ("o'lind", "CONAN O’LIND"),
        ("Weiß", "ANNA WEISS"),
        ("Acht, Tom", "Tom Acht"),
    ],
)
def test_a_person_is_found_however_a_corpus_writes_the_name(asked: str, written: str) -> None:
    assert Filters(people=(parse_person(asked),)).matches(record(credits=(Credit(written, "by"),)))
