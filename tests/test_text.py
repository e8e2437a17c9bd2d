"""Bytes to text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.errors import UnreadableError
from newscli.text import decode, identify, sniff

TEXT = "OSLO (dpa) – A ferry line\r\nto run on hydrogen: “soon”.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_unicode_is_read_and_the_mark_is_no_part_of_the_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt").text == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_unmarked_utf16_is_told_by_where_its_nul_bytes_stand(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt").text == TEXT
    assert sniff(TEXT.encode(encoding))


def test_windows_1252_is_the_fallback_and_is_said() -> None:
    decoded = decode("“Málaga”".encode("cp1252"), "a.txt")
    assert decoded.text == "“Málaga”"
    assert decoded.encoding == "windows-1252"
    assert decoded.warnings == ("read as Windows-1252: byte 0x93 at 0 is not UTF-8",)


def test_bytes_that_windows_1252_leaves_undefined_are_kept_as_controls() -> None:
    assert decode(b"caf\xe9 \x81 au lait", "a.txt").text == "café \x81 au lait"


def test_newlines_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt").text == "a\r\nb\rc\n"


@pytest.mark.parametrize("data", [b"\x7fELF\x02\x01\x00\x00\x00", b"some text\x00and more", b"PK\x03\x04\x14\x00\x08\x00"])
def test_binary_files_are_named_and_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"^news/a\.txt: is not text"):
        decode(data, "news/a.txt")


def test_text_marked_as_utf16_that_is_not_is_refused() -> None:
    with pytest.raises(UnreadableError, match="utf-16"):
        decode(b"\xff\xfea\x00b", "a.txt")


def test_an_id_is_twenty_letters_from_k_to_z_that_newlines_do_not_change() -> None:
    assert re.fullmatch("[k-z]{20}", identify(TEXT))
    assert identify("a\r\nb\rc") == identify("a\nb\nc")
    assert identify("a\nb") != identify("a b")
    assert identify("") == "qzulxszwzxrltkoqxrqm"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_by_name(data: bytes) -> None:
    try:
        text = decode(data, "a.txt").text
    except UnreadableError as refusal:
        text = refusal.reason
    assert re.fullmatch("[k-z]{20}", identify(text))
