"""Whatever the pattern, there is a result or a sentence, within a time that doesn't depend on it."""

import os
import random
import time
from collections import Counter
from pathlib import Path

import pytest
from tests.conftest import story
from tests.trust.running import Piped, figure, in_pipes

# Reading a pattern may take some seconds, a paragraph two; the rest is for a slow and busy machine.
BOUND_SECONDS = 30

CATASTROPHIC = [
    r"(a+)+$", r"(a|aa)+$", r"(a|a)*b", r"(.*)*x", r"(.+)+\1y", r"((a*)*)*c", r"(?:a?){40}a{40}b", r"(x+x+)+y",
    r"(\w+\s?)+$Z", r"(?=(a+)+$)b", r"(?<=(a+)+)c", r"(?:aaaaaaaaaaaaaaaaaa){e<=9}b", r"^(([a-z])+.)+[A-Z]([a-z])+$",
]  # fmt: skip
LARGE = [
    "a{100000}", "a{1,100000}b", "(ab){1000}", "((a{1000}){1000}){1000}", "(((ab+){100,}){100,}){100,}", "(?:ab){9999999999}",
    "[a-z]{65000}", "(?:a{0,1000}){0,1000}", "(?<!(?:ab){1000000})c", ".*" * 30_000, "(" * 5_000 + ")" * 5_000,
    "(a|" * 300 + ")" * 300,
    "[" + "".join(map(chr, range(0x4E00, 0x9000))) + "]",
]  # fmt: skip
INVALID = [
    "(",
    ")",
    "[",
    "[a",
    "a**",
    "*",
    "a{2,1}",
    "(?P<a>b",
    r"\1",
    r"(?P=b)",
    "(?<=a+",
    r"\p{Nonsense}",
    "(?z)",
    "\\",
    "(?R",
    "[z-a]",
]
OPTIONS: list[list[str]] = [[], ["-i"], ["-w"], ["-P", "-o"], ["-x", "-c"], ["-v", "-l"], ["-i", "-w", "--in", "body"]]


@pytest.fixture(params=["without an index", "with an index"])
def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Some articles, in one of which stands what is hard for patterns that go back."""
    root = tmp_path / "news"
    root.mkdir()
    for n in range(12):
        (root / f"{n}.txt").write_text(story(n))
    (root / "hard.txt").write_text(f"{'a' * 300}!\n\n{'x' * 300}\n\n{'word ' * 200}\n\nZebra.")
    if request.param == "with an index":
        (built,) = in_pipes([["index", "build", str(root)]], tmp_path)
        assert built.status == 0
    return root


def asked(commands: list[list[str]], cwd: Path) -> list[Piped]:
    """Each command with a result or a sentence, all of them in time."""
    begun = time.monotonic()
    found = in_pipes(commands, cwd)
    assert time.monotonic() - begun < BOUND_SECONDS * 3
    for ran in found:
        assert ran.status in (0, 1, 2), (ran.arguments, ran.said)
        assert (ran.status == 2) == ran.said.startswith("newscli: "), (ran.arguments, ran.said)
        assert "internal error" not in ran.said
    return found


def in_a_file(pattern: str, folder: Path) -> str:
    """The name of a file with this pattern, which may be longer than a command line."""
    path = folder / "pattern.list"
    while path.exists():
        path = path.with_name(f"x{path.name}")
    path.write_text(f"{pattern}\n")
    return str(path)


@pytest.mark.parametrize("hostile", [CATASTROPHIC, LARGE, INVALID], ids=["catastrophic", "large", "invalid"])
def test_a_hostile_pattern_ends_in_its_time_with_a_result_or_a_sentence(hostile: list[str], corpus: Path) -> None:
    has_index = (Path(os.environ["XDG_CACHE_HOME"]) / "newscli").exists()
    hostile = hostile[has_index::2]  # half of them each way: `make soak` tries all of them both ways, with every option
    options = (OPTIONS[at % len(OPTIONS)] for at in range(len(hostile)))
    commands = [
        ["grep", *one, "-f", in_a_file(pattern, corpus.parent), "."] for one, pattern in zip(options, hostile, strict=True)
    ]
    found = asked(commands, corpus)
    assert hostile[0] not in INVALID or all(ran.status == 2 and "bad pattern" in ran.said for ran in found)


@pytest.mark.soak
@pytest.mark.parametrize("options", OPTIONS[:4], ids=" ".join)
@pytest.mark.parametrize("hostile", [CATASTROPHIC, LARGE, INVALID], ids=["catastrophic", "large", "invalid"])
def test_every_hostile_pattern_with_every_option(hostile: list[str], options: list[str], corpus: Path) -> None:
    commands = [["grep", *options, "-f", in_a_file(pattern, corpus.parent), "."] for pattern in hostile]
    begun = time.monotonic()
    said = Counter("a sentence" if ran.status == 2 else "a result" for ran in asked(commands, corpus))
    mean = (time.monotonic() - begun) / len(hostile)
    figure(f"{len(hostile)} hostile patterns with {' '.join(options) or 'no option'}: {dict(said)}, {mean:.1f} s each")


def test_a_hundred_thousand_strings_and_long_ones_are_sought_at_once(corpus: Path) -> None:
    chance = random.Random(6)
    names = {"".join(chance.choices("abcdefghijklmnop", k=chance.randint(3, 12))) for _ in range(100_000)}
    listed, long = corpus.parent / "names.list", corpus.parent / "long.list"
    listed.write_text("\n".join([*sorted(names), "harbour master", "Zebra"]) + "\n")
    long.write_text("harbour" * 150_000)
    one, *others, none = asked(
        [
            ["grep", "-c", "-e", "harbour master", "-e", "Zebra", "."],
            *(["grep", "-c", *options, "-w", "-f", str(listed), "."] for options in ([], ["-F"], ["-i"], ["-S", "-P"])),
            ["grep", "-c", "-f", str(long), "."],
        ],
        corpus,
    )
    assert (none.status, none.out) == (1, b"")
    for ran in others:
        assert ran.status == 0
        assert {*ran.out.splitlines()} >= {*one.out.splitlines()}
    assert others[0].out == others[1].out == one.out


def test_what_a_file_of_patterns_may_not_be_is_said(corpus: Path) -> None:
    (corpus.parent / "latin.list").write_bytes(b"caf\xe9\n")
    (corpus.parent / "many.list").write_text("[ab]+c\n" * 30_000)
    commands = [
        ["grep", "-f", "../latin.list", "."], ["grep", "-f", "/dev/zero", "."], ["grep", "-f", "..", "."],
        ["grep", "-f", "../many.list", "."], ["grep", "--all", "-F", "-f", "../many.list", "."],
    ]  # fmt: skip
    said = [ran.said for ran in in_pipes(commands, corpus) if ran.status == 2 and ran.said.startswith("newscli: ")]
    wanted = ("is not UTF-8", "bytes of patterns", "Is a directory", "30,000 patterns are too large", "at most")
    assert len(said) == len(wanted)
    assert all(word in one for word, one in zip(wanted, said, strict=True)), said
