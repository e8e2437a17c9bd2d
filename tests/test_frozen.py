"""Frozen values: equal by their fields, and printed as they would be written."""

from dataclasses import field, replace

import pytest

from newscli.frozen import frozen


@frozen
class Ship:
    name: str
    length: int = 80
    ports: tuple[str, ...] = field(default_factory=tuple)


@frozen
class Crane:
    name: str
    length: int = 80
    ports: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<{self.name}>"


def test_values_with_equal_fields_are_equal_and_one_key() -> None:
    assert Ship("Alba") == Ship("Alba", 80, ())
    assert Ship("Alba") != Ship("Alba", 81)
    assert {Ship("Alba"): 1}[Ship("Alba")] == 1


def test_a_value_equals_none_of_another_kind() -> None:
    others: list[object] = [Crane("Alba"), ("Alba", 80, ()), None]
    assert Ship("Alba") not in others


def test_a_value_is_printed_as_it_is_written() -> None:
    assert repr(Ship("Alba", ports=("Oslo",))) == "Ship(name='Alba', length=80, ports=('Oslo',))"


def test_what_a_class_says_for_itself_stays() -> None:
    assert repr(Crane("north")) == "<north>"


def test_a_value_is_copied_with_other_fields_and_has_no_others() -> None:
    assert replace(Ship("Alba"), length=90) == Ship("Alba", 90)
    with pytest.raises(AttributeError):
        Ship("Alba").flag = "NO"  # type: ignore[attr-defined]  # what is to be refused
