"""A person is found under every way of writing the name."""

import pytest

from newscli.query.filters import is_named, parse_person

LOPEZ = ("José García-López", "JOSE GARCIA-LOPEZ", "Jose Garcia Lopez", "J. García-López", "José M. García-López")


@pytest.mark.parametrize("name", LOPEZ)
@pytest.mark.parametrize("asked", ["José García-López", "jose garcia lopez", "García-López, José", "J. Garcia-Lopez", "Lopez"])
def test_accents_case_hyphens_initials_and_order_make_no_other_person(asked: str, name: str) -> None:
    assert is_named(parse_person(asked).name, name)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("van der Berg", "LUDWIG VAN DER BERG"),
        ("Berg, Ludwig van der", "Ludwig van der Berg"),
        ("Pedro da Costa", "Pedro Nicolaci da Costa"),
        ("Martin de SaPinto", "Martin de Sa'Pinto"),
        ("Kim Yeonhee", "Kim Yeon-hee"),
        ("Yeon-hee Kim", "Kim Yeon-hee"),
        ("Hans Mueller", "Hans Müller"),
        ("Hans Müller", "HANS MUELLER"),
        ("Soeren Aakesson", "Søren Åkesson"),
        ("J.-B. Vey", "Jean-Baptiste Vey"),
        ("Robert Acht", "Robert F. Acht Jr."),
        ("Robert F. Acht, Jr.", "Robert F. Acht Jr."),
        ("GG LaBelle", "G.G. LaBelle"),
        ("al-Sayed", "Mohammed Al Sayed"),
        ("Lukasz Zolc", "Łukasz Żółć"),
    ],
)
def test_one_person_is_found(asked: str, name: str) -> None:
    assert is_named(parse_person(asked).name, name)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Mara Lind", "Tom Lind"),
        ("Mara Lind", "Mara Acht"),
        ("Lin", "Mara Lind"),
        ("M. Lind", "Tom Lind"),
        ("Mara Lind", "M. L. Acht"),
        ("M. L.", "Mara Lind"),
        ("Mara Lind", "Mara"),
        ("", "Mara Lind"),
    ],
)
def test_another_person_is_not(asked: str, name: str) -> None:
    assert not is_named(parse_person(asked).name, name)
