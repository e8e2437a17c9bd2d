"""What is certain of a place, and what is left open."""

import pytest

from newscli.article import Place
from newscli.parse.places import is_city, is_region, listed, located


@pytest.mark.parametrize(
    ("name", "region", "country", "kind"),
    [
        ("LONDON", None, "GB", "city"),
        ("LONDON", "Ontario", "CA", "city"),
        ("PARIS", "Texas", "US", "city"),
        ("TBILISI", "Georgia", None, None),  # the country, or the state?
        ("GEORGETOWN", None, None, None),
        ("GEORGETOWN", "Del.", "US", "city"),
        ("PEKING", None, "CN", "city"),
        ("São Paulo", None, "BR", "city"),
        ("SYRIA", None, "SY", None),
        ("UNITED NATIONS", None, None, None),
        ("ABOARD AIR FORCE ONE", None, None, "aircraft"),
        ("ABOARD THE USS HARBOUR", None, None, "ship"),
        ("ABOARD A SLOW TRAIN", None, None, None),
        ("VERYSMALLVILLE", None, None, None),
        ("VERYSMALLVILLE", "Neb.", "US", None),
    ],
)
def test_country_and_kind_are_said_where_they_are_certain(
    name: str, region: str | None, country: str | None, kind: str | None
) -> None:
    assert located(name, region) == Place(name, region, country, kind)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("FRANKFURT/STOCKHOLM/HOUGHTON, Michigan", ["FRANKFURT", "STOCKHOLM", "HOUGHTON, Michigan"]),
        ("GEORGETOWN, Grand Cayman, British West Indies", ["GEORGETOWN, Grand Cayman, British West Indies"]),
        ("RICHMOND Va", ["RICHMOND, Va"]),
        ("EILAT (ISRAEL)", ["EILAT, ISRAEL"]),
        ("McLEAN, VIRGINIA/LOS ANGELES", ["McLEAN, VIRGINIA", "LOS ANGELES"]),
        ("WALtHAM", ["WALtHAM"]),
        ("sioux falls", ["sioux falls"]),
    ],
)
def test_lists_of_places_are_read_as_they_are_written(text: str, names: list[str]) -> None:
    found = listed(text)
    assert found is not None
    assert [str(place) for place in found.places] == names


@pytest.mark.parametrize("text", ["", "Sales of 3M tape rose", "the quick fox", "Ships that pass in the night fog"])
def test_what_is_no_list_of_places_is_none(text: str) -> None:
    assert listed(text) is None


def test_tables_know_towns_and_regions_whatever_their_case_and_accents() -> None:
    assert is_city("Oslo")
    assert is_city("SÃO PAULO")
    assert is_region("N.Y.")
    assert is_region("Nova Scotia")
    assert not is_city("ECONOMIC SPOTLIGHT")
    assert not is_region("Oslo")
