"""What the commands take on a corpus of your own, against a named peer in the same run.

    python bench/corpus.py CORPUS [WORD] [RUNS]

The first command builds the index in a folder of its own that is removed afterwards. `grep` is paired with ripgrep
where it is installed and with GNU grep otherwise; the other commands with `find CORPUS -size +0`, which only looks at
every file once. Medians of RUNS (default 5) after one that doesn't count.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NEWSCLI = str(Path(sys.executable).with_name("newscli"))


def seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def pairs(corpus: str, word: str) -> dict[str, tuple[list[str], list[str]]]:
    """What to time: a newscli command and its peer."""
    capitals = r"\b[A-Z]{9,}\b"
    searcher = ["rg"] if shutil.which("rg") else ["grep", "-r", "-E"]
    walker = ["find", corpus, "-type", "f", "-size", "+0"]
    own = {
        f"grep -l {word}": (["grep", "-l", word], [*searcher, "-l", word, corpus]),
        f"grep -l --no-refresh {word}": (["grep", "-l", "--no-refresh", word], [*searcher, "-l", word, corpus]),
        f"grep --no-refresh {word}": (["grep", "--no-refresh", word], [*searcher, word, corpus]),
        f"grep -l --no-refresh {capitals}": (["grep", "-l", "--no-refresh", capitals], [*searcher, "-l", capitals, corpus]),
        "list -n 50 --no-refresh": (["list", "-n", "50", "--no-refresh"], walker),
        "list -n 50": (["list", "-n", "50"], walker),
        "stats --no-refresh": (["stats", "--no-refresh"], walker),
    }
    return {name: ([NEWSCLI, *command, corpus], peer) for name, (command, peer) in own.items()}


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    corpus, word = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "harbour"
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"XDG_CACHE_HOME": cache}
        print(f"first command, index built: {seconds([NEWSCLI, 'list', '-n', '1', corpus], environment):.1f} s")
        print(f"{'command':34}{'median':>9}   {'peer':12}{'median':>9}{'ratio':>8}")
        for name, (own, peer) in pairs(corpus, word).items():
            seconds(own, environment)
            taken = [(seconds(own, environment), seconds(peer, environment)) for _ in range(runs)]
            a, b = (statistics.median(side) for side in zip(*taken, strict=True))
            ratio = statistics.median(x / y for x, y in taken)
            print(f"{name:34}{a:7.2f} s   {peer[0]:12}{b:7.2f} s{ratio:8.2f}")


if __name__ == "__main__":
    main()
