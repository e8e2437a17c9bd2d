"""What `newscli grep` takes on a corpus of your own, against the tools that one would otherwise reach for.

    python bench/grep.py [-l] CORPUS [RUNS] [NAME]...

Every pattern is searched with a look at the files and with --no-refresh, by ripgrep (`rg`), and by GNU grep and codesearch
(`csearch`) where they are installed: in turn, RUNS times (default 5) after one round that doesn't count, start-up included, the
output read through a pipe. Printed is a table in Markdown: medians in seconds, and the median of the ratios to ripgrep in the
same round. -l asks for files only. NAMEs choose some of the patterns.

The index is the one that newscli keeps, made first where there is none; that of codesearch is made in a folder of its own.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from measure import NEWSCLI

# A name, the pattern, and whether case is ignored.
PATTERNS = {
    "a word": ("unrest", False),
    "a phrase": ("european central bank", False),
    "a phrase, any case": ("european central bank", True),
    "a rare part of a word": ("nprofitab", False),
    "capitals": (r"\b[A-Z]{9,}\b", False),
    "amounts": (r"\$\d+(\.\d+)? billion", False),
    "a beginning, any case": (r"\bsoy\w+", True),
}
_PIECE = 1 << 20


def commands(pattern: str, ignore_case: bool, files: bool, corpus: str) -> dict[str, list[str]]:
    """What to run, by whom; ripgrep, which the others are compared with, is never missing."""
    flags = (["-i"] if ignore_case else []) + (["-l"] if files else [])
    shown = [] if files else ["-n"]
    found = {
        "newscli": [NEWSCLI, "grep", *flags, "-e", pattern, corpus],
        "newscli --no-refresh": [NEWSCLI, "grep", "--no-refresh", *flags, "-e", pattern, corpus],
        "rg": ["rg", "--no-heading", *shown, *flags, "-e", pattern, corpus],
    }
    if shutil.which("grep"):
        found["grep"] = ["grep", "-rP", *shown, *flags, "-e", pattern, corpus]
    if shutil.which("csearch"):
        found["csearch"] = ["csearch", *shown, *flags, pattern]
    return found


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Everything that is written is read: GNU grep would stop at the first line that goes nowhere."""
    start = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        while process.stdout and process.stdout.read(_PIECE):
            pass
    return time.perf_counter() - start


def row(name: str, by: dict[str, list[str]], environment: dict[str, str], runs: int) -> str:
    """One line of the table: each command in turn, again and again."""
    for command in by.values():
        seconds(command, environment)
    rounds = [{who: seconds(command, environment) for who, command in by.items()} for _ in range(runs)]
    cells = []
    for who in by:
        median = statistics.median(one[who] for one in rounds)
        ratio = statistics.median(one[who] / one["rg"] for one in rounds)
        cells.append(f"{median:.2f}" + (f" ({ratio:.2f})" if who != "rg" else ""))
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    arguments = [one for one in sys.argv[1:] if one != "-l"]
    if not arguments or not shutil.which("rg"):
        sys.exit(__doc__)
    corpus, files = arguments[0], "-l" in sys.argv
    runs = int(arguments[1]) if len(arguments) > 1 else 5
    chosen = arguments[2:] or list(PATTERNS)
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"CSEARCHINDEX": f"{folder}/csearch"}
        environment.pop("PYTHONUNBUFFERED", None)  # which makes every line a system call
        if shutil.which("cindex"):
            subprocess.run(["cindex", corpus], env=environment, stderr=subprocess.DEVNULL, check=True)
        subprocess.run([NEWSCLI, "index", "build", corpus], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        heads = list(commands("", False, files, corpus))
        print(f"| {'files with' if files else 'lines with'} | {' | '.join(f'`{who}`' for who in heads)} |")
        print("|---|" + "---:|" * len(heads))
        for name in chosen:
            pattern, ignore_case = PATTERNS[name]
            shown = f"{name}: `{'-i ' if ignore_case else ''}{pattern}`"
            print(row(shown, commands(pattern, ignore_case, files, corpus), environment, runs), flush=True)


if __name__ == "__main__":
    main()
