"""Containers: what comes out of them, and what is refused."""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import warnings
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscli import containers
from newscli.containers import Leaf, Limits, Refused
from newscli.containers._zip_directory import Directory
from newscli.errors import UnreadableError

STORY = b"OSLO (Reuters) - Ships sailed again.\n"
LIMITS = Limits()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def opened(data: bytes, name: str = "a", limits: Limits = LIMITS) -> list[tuple[str, str, bytes] | str]:
    """What is in a file: path, name and bytes of each, or why it is refused."""
    found: list[tuple[str, str, bytes] | str] = []
    for leaf in containers.leaves(io.BytesIO(data), name, limits, lambda _: True):
        if isinstance(leaf, Leaf):
            try:
                found.append((leaf.inner, leaf.name, leaf.stream.read()))
            except UnreadableError as error:
                found.append(error.reason)
        else:
            found.append(leaf.reason)
    return found


PACKED: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}


@pytest.mark.parametrize(("ending", "pack"), PACKED.items())
def test_a_compressed_file_is_opened_by_its_content_and_loses_its_ending(ending: str, pack: Callable[[bytes], bytes]) -> None:
    assert opened(pack(STORY), f"a.txt.{ending}") == [("", "a.txt", STORY)]
    assert opened(pack(STORY), "download") == [("", "download", STORY)]


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_members_are_named_by_their_path_inside(pack: Callable[[dict[str, bytes]], bytes]) -> None:
    found = opened(pack({"b/one.txt": STORY, "two.txt": STORY}))
    assert found == [("b/one.txt", "one.txt", STORY), ("two.txt", "two.txt", STORY)]


def test_an_archive_in_an_archive_is_opened_but_no_deeper() -> None:
    once = zipped({"one.txt": STORY})
    assert opened(gzip.compress(tarred({"in.zip": once}))) == [("in.zip/one.txt", "one.txt", STORY)]
    assert opened(zipped({"a.zip": zipped({"b.zip": once})})) == ["is zip inside zip inside zip; unpack it first"]


def test_a_document_of_an_office_is_no_archive() -> None:
    document = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    assert opened(document) == [("", "a", document)]


@pytest.mark.parametrize("pack", PACKED.values())
def test_what_stands_before_a_break_is_kept(pack: Callable[[bytes], bytes]) -> None:
    long = b"".join(b"Story number %d of the harbour.\n" % n for n in range(60_000))  # bzip2 has 900,000 bytes in a block
    kept, fault = opened(pack(long)[:-200])
    assert isinstance(kept, tuple)
    assert long.startswith(kept[2])
    assert "ends in the middle" in fault or "damaged" in fault


def test_a_bomb_is_refused_by_its_ratio_and_by_its_size() -> None:
    bomb = gzip.compress(bytes(100_000_000))
    assert any("NEWSCLI_UNPACK_RATIO" in one for one in opened(bomb) if isinstance(one, str))
    assert any("NEWSCLI_UNPACK_BYTES" in one for one in opened(bomb, limits=Limits(bytes=1_000_000)) if isinstance(one, str))


@pytest.mark.parametrize(
    ("path", "reason"), [("/etc/passwd", "an absolute path"), ("../a.txt", "leads out of it"), ("a/../../b", "leads out of it")]
)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_paths_that_lead_out_are_refused(pack: Callable[[dict[str, bytes]], bytes], path: str, reason: str) -> None:
    refused, kept = opened(pack({path: STORY, "b.txt": STORY}))
    assert reason in refused
    assert kept == ("b.txt", "b.txt", STORY)


def test_many_small_bombs_in_one_archive_are_one() -> None:
    found = opened(zipped({f"{number}.txt": bytes(30_000_000) for number in range(4)}))
    assert [type(one) for one in found] == [tuple, tuple, str, str]
    assert all("NEWSCLI_UNPACK_RATIO" in one for one in found if isinstance(one, str))


def test_a_directory_that_names_the_same_bytes_twice_is_a_trap() -> None:
    data = zipped({"a.txt": STORY})
    directory, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = data[directory:end] * 9
    counts = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 9, 9, len(entries), directory, 0)
    assert opened(data[:directory] + entries + counts) == ["holds files that overlap, as a trap would"]


def test_a_header_of_a_gigabyte_is_not_read() -> None:
    note = tarfile.TarInfo("note")
    note.type, note.size = tarfile.XHDTYPE, 1_000_000_000
    (reason,) = opened(note.tobuf(tarfile.USTAR_FORMAT) + bytes(10_240))
    assert reason == "is a damaged tar archive (a header of 1,000,000,000 bytes)"


def test_a_broken_header_in_a_tar_archive_loses_only_its_file_and_is_said() -> None:
    data = bytearray(tarred(dict.fromkeys(("a.txt", "b.txt", "c.txt"), STORY)))
    data[data.index(b"b.txt")] ^= 0x55
    first, last, reason = opened(bytes(data))
    assert [one[0] for one in (first, last)] == ["a.txt", "c.txt"]
    assert reason == "is a damaged tar archive (headers that can't be read, so that what they head is lost: 1)"


def test_what_stands_behind_the_end_of_a_tar_archive_is_another_or_nothing() -> None:
    whole = tarred({"a.txt": STORY})
    assert [one[0] for one in opened(whole + tarred({"b.txt": STORY}))] == ["a.txt", "b.txt"]
    assert [one[0] for one in opened(whole + b"signed" * 200)] == ["a.txt"]


def test_what_nothing_comes_out_of_is_no_empty_file() -> None:
    assert opened(gzip.compress(STORY)[:10]) == ["the gzip data ends in the middle"]


def test_links_are_not_followed() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    (reason,) = opened(out.getvalue())
    assert reason == "is a link inside an archive (to /etc/passwd); skipped"


def test_an_encrypted_member_is_refused() -> None:
    data = bytearray(zipped({"a.txt": STORY}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    assert opened(bytes(data)) == ["is encrypted; skipped"]


WHOLE = [zipped({"a.txt": STORY, "b.txt": STORY * 40}), tarred({"a.txt": STORY, "b.txt": STORY * 40})]
WHOLE += [pack(STORY * 40) for pack in PACKED.values()] + [gzip.compress(WHOLE[1])]


@given(st.sampled_from(WHOLE), st.data())
@settings(max_examples=300)
def test_a_container_cut_or_damaged_anywhere_is_read_as_far_as_it_goes_or_refused(whole: bytes, data: st.DataObject) -> None:
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(0, 3))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    opened(bytes(damaged[: data.draw(st.integers(0, len(whole)))]))


def test_every_container_says_what_it_is() -> None:
    for name, container in containers.table().items():
        assert container.SUMMARY, name
        assert all(ending.startswith(".") and ending == ending.lower() for ending in container.ENDINGS)


def test_refused_is_lost_unless_said_otherwise() -> None:
    assert Refused("a", "is broken").lost


@pytest.mark.parametrize("before", [b"", b"a program that unpacks itself\n"])
@pytest.mark.parametrize("comment", [b"", b"of the harbour"])
def test_a_directory_is_read_as_the_standard_library_reads_it(before: bytes, comment: bytes) -> None:
    whole = io.BytesIO()
    whole.write(before)
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings(action="ignore"):
        for number in range(3000):  # more than is read at once
            archive.writestr(f"møller/{number:0200}.txt", STORY * (number % 3))
        archive.writestr(f"møller/{7:0200}.txt", STORY)
        with archive.open("wide.txt", "w", force_zip64=True) as wide:
            wide.write(STORY)
        archive.comment = comment
    kept = ("filename", "CRC", "compress_size", "file_size", "header_offset", "flag_bits", "external_attr", "compress_type")
    own = list(Directory(whole).entries())
    expected = [[getattr(one, name) for name in kept] for one in zipfile.ZipFile(whole).infolist()]
    assert [[getattr(one, name) for name in kept] for one, _ in own] == expected
    assert [one.filename for one, again in own if again] == [f"møller/{7:0200}.txt"]


def test_a_directory_with_numbers_of_64_bits() -> None:
    packed = zipped({"a.txt": STORY})
    directory = packed.index(b"PK\x01\x02")
    entry = bytearray(packed[directory : packed.index(b"PK\x05\x06")])
    size, short = struct.unpack_from("<2L", entry, 20)
    struct.pack_into("<2L", entry, 20, 0xFFFFFFFF, 0xFFFFFFFF)
    struct.pack_into("<H", entry, 30, 20)
    entry += struct.pack("<HHQQ", 1, 16, short, size)
    at = directory + len(entry)
    end = struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, len(entry), directory)
    end += struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    end += struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert opened(packed[:directory] + bytes(entry) + end) == [("a.txt", "a.txt", STORY)]


def test_a_zip_archive_without_its_directory_is_read_file_by_file() -> None:
    whole = zipped({"a.txt": STORY, "b.txt": STORY * 2, "c.txt": STORY})
    cut = whole[: whole.index(b"c.txt") + 20]
    first, second, *reasons = opened(cut)
    assert [(one[0], one[2]) for one in (first, second)] == [("a.txt", STORY), ("b.txt", STORY * 2)]
    assert reasons[-1] == "is a damaged zip archive (breaks off before its directory)"
