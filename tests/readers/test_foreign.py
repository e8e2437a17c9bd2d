"""Files that are nothing newscli reads: each is named, with what to do."""

import pytest

from newscli.readers import recognised
from newscli.readers._foreign import KNOWN, PARTS, Foreign, known

OTHERS = [pytest.param(one, id=one.what) for one in KNOWN]


@pytest.mark.parametrize("foreign", OTHERS)
def test_it_is_known_by_its_beginning_and_no_reader_takes_it(foreign: Foreign) -> None:
    for mark in foreign.marks:
        head = b"\x01" * foreign.at + mark + b"\0" * 600
        assert known(head) == ": ".join(filter(None, (foreign.what, foreign.advice)))
        assert recognised("paper.txt", head) is None


@pytest.mark.parametrize("foreign", PARTS, ids=lambda one: one.what)
def test_a_document_is_known_by_its_parts(foreign: Foreign) -> None:
    for mark in foreign.marks:
        head = b"PK\x03\x04" + b"\0" * 26 + mark
        assert known(head) == f"{foreign.what}: {foreign.advice}"


def test_what_nobody_knows_is_not_named() -> None:
    assert known(b"\0\1\2\3") is None
    assert known(b"") is None
