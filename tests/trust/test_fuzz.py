"""Made-up nonsense for everything that reads: no exception but ours, no hang, no span out of order.

`make test` tries a few hundred inputs of each kind, always the same; `make soak` others for five minutes each, or a million.
"""

import io
import string
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, TypeVar
from zlib import crc32

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from tests.conftest import story
from tests.containers.test_containers import WHOLE
from tests.parse.test_parse_laws import FRAGMENTS, TEXTS, check
from tests.trust.running import SECONDS, figure, in_memory

from newscli import containers, readers, registry, text
from newscli.article import Article
from newscli.cli import app, commands
from newscli.corpus.manner import Manner
from newscli.corpus.reading import Read, articles
from newscli.errors import NewscliError, UnreadableError
from newscli.parse import parse
from newscli.query import dates, fields, filters, sorting
from newscli.query.pattern import compile_pattern

T = TypeVar("T")
HANG_SECONDS = 1.0  # of the processor: a busy machine is no hang
MOST = 1_000_000
BATCH = 20
NEIGHBOURS = 60  # of each input, in a soak
FEW, LONG = "a few", pytest.param("long", marks=pytest.mark.soak)


def fuzz(
    name: str,
    inputs: st.SearchStrategy[T],
    tried: Callable[[T], object],
    length: str,
    few: int = 200,
    near: Callable[[T, Random], T] | None = None,
) -> None:
    """Try inputs: a few that are always the same, or others until the time is over.

    `near` changes an input in some way: thinking of one takes Hypothesis forty times as long as reading it does.
    """
    slowest, many, until = 0.0, 0, time.monotonic() + SECONDS

    def some(value: T) -> None:
        one(value)
        if near is None or length == FEW:
            return
        chance = Random(crc32(repr(value).encode("utf-8", "surrogatepass")))  # the same again, when Hypothesis looks closer
        for _ in range(NEIGHBOURS):
            other = near(value, chance)
            try:
                one(other)
            except Exception as error:
                error.add_note(f"the input was {other!r}")
                raise

    def one(value: T) -> None:
        nonlocal slowest, many
        begun = time.process_time()
        tried(value)
        took = time.process_time() - begun
        slowest, many = max(slowest, took), many + 1
        if took > HANG_SECONDS:
            begun = time.process_time()
            tried(value)  # what was loaded for the first time, or a collection of garbage, isn't slow again
            assert time.process_time() - begun < HANG_SECONDS

    how = settings(
        max_examples=few if length == FEW else BATCH,
        derandomize=length == FEW,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    if length == FEW:
        how(given(inputs)(some))()
        return
    begun = time.monotonic()
    for number in count():
        if many >= MOST or time.monotonic() > until:
            break
        seed(number)(how(given(inputs)(some)))()
    ran = time.monotonic() - begun
    figure(f"fuzz {name}: {many:,} inputs in {ran:.0f} s, the slowest took {slowest:.2f} s of the processor")


# -- bytes and texts ---------------------------------------------------------------------------------------------------

TOKENS = [
    b"<", b">", b"</p>", b"]]>", b"<!--", b"&#x0;", b"&#99999999;", b"&nope;", b"\n\n", b"\r", b"\0",
    b"\xff", b"\xff\xfe", b"\xef\xbb\xbf",
    b"\x1b[2J", b"9" * 30, b"-1", b"{", b"[", b'"', b"\\", b"\\u0000", b"null", b",", b";", b"\t", b"=====\n",
    b"\f", b"By ", b"-- ",
    b"(Reporting by ", b"OSLO, Jan 11 (Reuters) - ", b"2022-13-45",
    b"\xe2\x80\xae", b"Content-Type: text/html\n", b"<![CDATA[", b"<p" * 9,
]  # fmt: skip
OPERATIONS = ("set", "cut", "double", "insert", "end")
CHANGES = st.lists(st.tuples(st.floats(0, 1), st.sampled_from(OPERATIONS), st.integers(0, 65_535)), max_size=8)


def changed(whole: bytes, changes: list[tuple[float, str, int]]) -> bytes:
    """Some bytes with these changes done to them, one after the other."""
    data = bytearray(whole)
    for where, operation, value in changes:
        at = int(where * max(0, len(data) - 1))
        if operation == "set" and data:
            data[at] = value % 256
        elif operation == "cut":
            del data[at : at + value % 60]
        elif operation == "double":
            data[at:at] = data[at : at + value % 400] * (1 + value % 3)
        elif operation == "insert":
            data[at:at] = TOKENS[value % len(TOKENS)]
        elif operation == "end":
            del data[at:]
    return bytes(data)


def near_bytes(whole: bytes, chance: Random) -> bytes:
    """The same with some changes more."""
    changes = ((chance.random(), chance.choice(OPERATIONS), chance.randrange(65_536)) for _ in range(chance.randint(1, 6)))
    return changed(whole, list(changes))


def near_text(whole: str, chance: Random) -> str:
    """The same with pieces of it moved, lost, doubled or changed, and a form of news more."""
    altered = near_bytes(whole.encode("utf-8", "surrogatepass"), chance).decode("utf-8", "replace")
    at = chance.randint(0, len(altered))
    return altered[:at] + chance.choice(("", "", *FRAGMENTS)) + altered[at:]


def in_order(article: Article) -> None:
    """Spans and paragraphs follow each other, and nothing but white space is between them."""
    for parts in (article.spans, article.paragraphs):
        at = 0
        for part in parts:
            assert at <= part.start < part.end <= len(article.text)
            assert article.text[at : part.start].strip() == ""
            at = part.end
        assert article.text[at:].strip() == ""


@pytest.mark.parametrize("length", [FEW, LONG])
def test_any_bytes_are_text_or_refused(length: str) -> None:
    def decoded(data: bytes) -> None:
        text.sniff(data[:8192])
        with suppress(UnreadableError):
            found = text.decode(data, "a")
            assert found.text.encode("utf-8", "surrogatepass") is not None
            assert len(text.identify(found.text)) == 20

    seeds = [story(n).encode(encoding) for n, encoding in enumerate(("utf-8", "utf-16", "utf-16-le", "cp1252", "utf-8-sig"))]
    fuzz(
        "text",
        st.one_of(st.binary(max_size=400), st.builds(changed, st.sampled_from(seeds), CHANGES)),
        decoded,
        length,
        near=near_bytes,
    )


@pytest.mark.parametrize("length", [FEW, LONG])
def test_any_text_is_divided_in_order(length: str) -> None:
    mixed = st.builds(lambda one, other: one + other, TEXTS, st.text(max_size=80))
    fuzz("parse", st.one_of(TEXTS, mixed, st.text(max_size=400)), lambda said: check(parse(said)), length, near=near_text)


def read(data: bytes, name: str, manner: Manner) -> None:
    """Read a file in full, and see that what comes out of it is in order."""
    for item in articles(io.BytesIO(data), name, name, manner, named=True):
        if isinstance(item, Read):
            in_order(item.article)


@pytest.mark.parametrize("length", [FEW, LONG])
@pytest.mark.parametrize("name", list(readers.table()))
def test_no_reader_fails_on_what_a_file_may_be(name: str, length: str) -> None:
    reader = readers.table()[name]
    manner, called = Manner(format=name), f"a{next(iter(reader.ENDINGS), '')}"
    seeds = [reader.example(), *(one.example() for other, one in readers.table().items() if other in ("text", "html", "json"))]
    inputs = st.builds(changed, st.sampled_from(seeds[:1] * 4 + seeds[1:]), CHANGES)
    fuzz(f"the reader {name}", inputs, lambda data: read(data, called, manner), length, few=60, near=near_bytes)


@pytest.mark.parametrize("length", [FEW, LONG])
def test_no_container_fails_on_what_a_file_may_be(length: str) -> None:
    inputs = st.builds(changed, st.sampled_from(WHOLE), CHANGES)
    fuzz("containers", inputs, lambda data: read(data, "a", Manner()), length, near=near_bytes)
    assert containers.table()


# -- the language of questions -----------------------------------------------------------------------------------------

WORDS = st.sampled_from([
    *fields.FIELDS[0].name.split(), "headline", "words", "date", "jan", "January", "2022", "-01", "/01", "/2022", " ", "7d",
    "0d", "w",
    "yesterday", "today", "now", "last", "week", "-", ",", ":", "editing", "by", "*", "?", "[", "]", "**", "/", "ß", "İ", "٣",
    "\x1b[2J", "\u202e",
    "9" * 12,
])  # fmt: skip
PHRASES = st.one_of(st.lists(WORDS, max_size=5).map("".join), st.text(max_size=12))
ATOMS = st.sampled_from([
    "a", "b", ".", "\\w", "\\b", "[ab]", "[^a]", "(", ")", "(?:", "(?i)", "(?=", "(?<!", "|", "*", "+", "?", "{2}",
    "{2,}", "{,3}", "{1000}",
    "^", "$",
    "\\1", "\\", "[", "]", "\\p{Lu}", "(?P<x>", "é", "İ", "{e<=1}", "&&", "--", "#", " ", "\n", "\\N{", "\\x", "(?(1)", "(?R)",
    "(?|", "\\K", "\\L<w>",
])  # fmt: skip


@pytest.mark.parametrize("length", [FEW, LONG])
def test_a_question_is_understood_or_refused_in_a_sentence(length: str) -> None:
    record = next(iter_records())

    def asked(value: tuple[str, str, list[str], int]) -> None:
        phrase, other, pattern, bits = value
        for understand in (
            lambda: dates.interval(phrase, date(2022, 1, 11)),
            lambda: sorting.ordering(sorting.parse_sort(phrase)),
            lambda: fields.field(phrase),
            lambda: filters.Filters(
                dates=(dates.interval(phrase, date(2022, 1, 11)),), places=(other,), paths=(phrase,)
            ).matches(record),
            lambda: filters.Filters(people=(filters.parse_person(phrase),), agencies=(other,), paths=(other,)).matches(record),
            lambda: compile_pattern(
                ["".join(pattern), other], fixed=bool(bits & 1), ignore_case=bool(bits & 2), smart_case=bool(bits & 4),
                whole_word=bool(bits & 8), whole_line=bool(bits & 16), timeout=0.5,
            ).find(record.article.text[:200].replace("\n", " ")),
        ):  # fmt: skip
            with suppress(NewscliError):
                understand()

    fuzz("questions", st.tuples(PHRASES, PHRASES, st.lists(ATOMS, max_size=8), st.integers(0, 31)), asked, length)


def iter_records() -> Iterator[Any]:
    from newscli.article import Record

    yield Record("news/0/a.txt", 1, "text", parse(story(1)))


# -- the command line --------------------------------------------------------------------------------------------------

NAMES = [*registry.names(commands), *app.ALIASES]
OPTIONS = sorted({
    option for name in registry.names(commands) for one in app.command(name).params
    for option in (*one.opts, *one.secondary_opts) if option.startswith("-")
})  # fmt: skip
# Nothing that leads out of the folder: a lone slash would have the whole machine read.
SAFE = st.text(st.characters(exclude_characters="/.~\0", codec="utf-8"), max_size=6)
VALUES = st.sampled_from([
    "", "-", "news", "a.txt", "bad.txt", "all.zip", "list.txt", "nowhere", "2022", "7d", "01/02/2022", "2022-13", "headline",
    "-words,date", "words",
    "place", "month", "*", "[", "(", "a{2,1}", "harbour", "\x1b]0;x\x07", "\u202e", "0", "1", "-1", "9" * 25, "1e9", "nan",
    "csv", "json", "jsonl",
    "table", "build", "info", "check", "clear", "kept", "always", "title=x", "=", "text", "klmn", "a.txt#2",
    "\udcff", "--", "--help", "-h",
])  # fmt: skip
ARGUMENTS = st.builds(
    lambda name, rest: [*name, *rest],
    st.one_of(st.sampled_from(NAMES).map(lambda name: [name]), st.just([])),
    st.lists(
        st.one_of(
            st.sampled_from(OPTIONS), VALUES, VALUES, SAFE,
            st.builds(lambda option, value: f"{option}={value}", st.sampled_from(OPTIONS), VALUES),
            st.sampled_from(string.ascii_letters + string.digits).map(lambda letter: f"-{letter}"),
        ),
        max_size=7,
    ),
)  # fmt: skip


@pytest.mark.parametrize("length", [FEW, LONG])
def test_every_command_line_ends_with_a_status_that_is_documented(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, length: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for n in range(6):
        (tmp_path / "news" / f"{n}").mkdir(parents=True)
        (tmp_path / "news" / f"{n}" / "a.txt").write_text(story(n))
    (tmp_path / "a.txt").write_text(story(9))
    (tmp_path / "list.txt").write_text("harbour\nnight\n")
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2")
    (tmp_path / "all.zip").write_bytes(WHOLE[0])
    before = sorted(tmp_path.parent.iterdir())

    def run(arguments: list[str]) -> None:
        ran = in_memory(arguments, story(3).encode())
        status, written, message = ran.status, ran.out, ran.said
        assert status in (0, 1, 2), (status, message)
        assert "Traceback" not in message
        assert "internal error" not in message
        if status == 2:
            assert message.startswith("newscli: ") or written, arguments
        (tmp_path / "news" / "0" / "a.txt").write_text(story(0))

    fuzz("command lines", ARGUMENTS, run, length, few=150)
    assert sorted(tmp_path.parent.iterdir()) == before
