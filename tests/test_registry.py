"""Extension by adding a file."""

import json

import newscli
from newscli import registry


def test_a_package_lists_its_public_modules_in_order_without_importing_them() -> None:
    found = registry.names(json)
    assert found == ("decoder", "encoder", "scanner", "tool")
    assert "errors" in registry.names(newscli)


def test_a_module_whose_name_begins_with_an_underscore_is_no_row() -> None:
    assert not [name for name in registry.names(newscli) if name.startswith("_")]


def test_a_row_is_loaded_by_its_name() -> None:
    assert registry.load(newscli, "errors").Exit.NO_MATCH == 1
