"""Whether `newscli grep` finds a pattern in the files that ripgrep finds it in, for twenty kinds of pattern.

    python bench/same_files.py CORPUS...

For plain text, where both search the same: a phrase that a line break cuts is found by newscli alone, and said so; a file that
only ripgrep has is a fault, and makes the exit status 1. An index that newscli keeps of a corpus is brought up to date.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NEWSCLI = str(Path(sys.executable).with_name("newscli"))
# Options that both read alike, and a pattern.
ASKED = (
    ("", "unrest"),
    ("", "xylophone"),
    ("", "european central bank"),
    ("-i", "European Central Bank"),
    ("-w", "oil"),
    ("-i -w", "opec"),
    ("-F", "U.S."),
    ("-F", "$1.5"),
    ("-x", "Keywords: .*"),
    ("", r"\b[A-Z]{9,}\b"),
    ("", r"\$\d+(\.\d+)? billion"),
    ("", r"(?i)\bsoy\w+"),
    ("", "nprofitab"),
    ("", "(prime|foreign) minister"),
    ("", "[a-z]+tion of [a-z]+ists"),
    ("", "^[A-Z]{4,}, "),
    ("", r"\)$"),
    ("", "caf[eé]"),
    ("", r"[^\x00-\x7f]"),
    ("", r"\d{1,3},\d{3},\d{3}"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The files in which a pattern was found, by whom."""

    options: str
    pattern: str
    newscli: frozenset[str]
    ripgrep: frozenset[str]


def answers(corpus: str, asked: tuple[tuple[str, str], ...] = ASKED) -> Iterator[Answer]:
    """What both say of each pattern."""
    for options, pattern in asked:
        how = [*options.split(), "-l", "-e", pattern, corpus]
        own = _lines([NEWSCLI, "grep", *how])
        yield Answer(options, pattern, own, _lines(["rg", "--no-config", "--no-ignore", *how]))


def _lines(command: list[str]) -> frozenset[str]:
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode > 1:
        sys.exit(f"{command[0]} ended with {done.returncode}: {os.fsdecode(done.stderr)}")
    return frozenset(line.rpartition("#")[0] or line for line in os.fsdecode(done.stdout).splitlines())


def main() -> None:
    if not sys.argv[1:]:
        sys.exit(__doc__)
    faults = 0
    for corpus in sys.argv[1:]:
        for answer in answers(corpus):
            missing, more = answer.ripgrep - answer.newscli, answer.newscli - answer.ripgrep
            faults += len(missing)
            said = f"{len(answer.ripgrep):7,} files" + (f", {len(missing):,} of them missed" if missing else "")
            said += f", {len(more):,} by newscli alone" if more else ""
            print(f"{said}   {answer.options} {answer.pattern}", flush=True)
            for path in sorted(missing)[:3]:
                print(f"        missed: {path}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
