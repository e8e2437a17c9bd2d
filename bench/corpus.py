"""What the commands take on a corpus of your own, against a named peer in the same run.

    python bench/corpus.py CORPUS [RUNS]

The index is built in a folder of its own that is removed afterwards: its peer is `cindex` of codesearch where that is
installed, which writes an index of trigrams. The other commands are paired with `find CORPUS -type f -size +0`, which
only looks at every file once. Medians of RUNS (default 5) after one that doesn't count. One file of the corpus is
written anew, with its own content, before each "refresh, one file changed".
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import NEWSCLI, paired, size, taken


def pairs(corpus: str, ident: str) -> dict[str, list[str]]:
    """What to time."""
    return {
        "list -n 20": ["list", "-n", "20", corpus],
        "list -n 20 --no-refresh": ["list", "-n", "20", "--no-refresh", corpus],
        "list -n 20 --sort -words --no-refresh": ["list", "-n", "20", "--sort", "-words", "--no-refresh", corpus],
        "list -n 20 --by lopez --no-refresh": ["list", "-n", "20", "--by", "lopez", "--no-refresh", corpus],
        "show ID --no-refresh": ["show", ident, "--corpus", corpus, "--no-refresh"],
        "stats --no-refresh": ["stats", "--no-refresh", corpus],
        "stats --since 2015 --no-refresh": ["stats", "--since", "2015", "--no-refresh", corpus],
        "stats --per place --no-refresh": ["stats", "--per", "place", "--no-refresh", corpus],
    }


def built(corpus: str, environment: dict[str, str], cache: Path) -> None:
    own = taken([NEWSCLI, "list", "-n", "1", corpus], environment)
    text = size(Path(corpus))
    files = sum(1 for path in Path(corpus).rglob("*") if path.is_file())
    print(f"index of {files:,} files, {text / 1e6:,.0f} MB: {own.seconds:.1f} s, {files / own.seconds:,.0f} files a second,")
    print(f"  {text / own.seconds / 3_000:,.0f} times 3 KB a second, {own.memory / 1e6:,.0f} MB of memory at most")
    print(f"  index / text: {size(cache) / text:.2f}")
    if shutil.which("cindex"):
        peer = taken(["cindex", corpus], environment | {"CSEARCHINDEX": str(cache / "csearch")})
        print(f"  cindex: {peer.seconds:.1f} s; ratio {own.seconds / peer.seconds:.2f}")


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    corpus, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    find = ["find", corpus, "-type", "f", "-size", "+0"]
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"XDG_CACHE_HOME": cache}
        built(corpus, environment, Path(cache))
        first = [NEWSCLI, "list", "--fields", "id,path", "--format", "tsv", "-n", "1", "--no-refresh", corpus]
        listed = subprocess.run(first, env=environment, capture_output=True, text=True, check=True).stdout
        ident, path = listed.splitlines()[-1].split("\t")
        touched = ["sh", "-c", 'cat "$1" > "$1.bench" && mv "$1.bench" "$1" && exec "$2" list -n 20 "$3"', "sh"]
        commands = {name: [NEWSCLI, *command] for name, command in pairs(corpus, ident).items()}
        commands["list -n 20, one file changed"] = [*touched, path, NEWSCLI, corpus]
        print(f"{'command':40}{'median':>9}   {'find':>9}{'ratio':>8}")
        for name, own in commands.items():
            result = paired(own, find, environment, runs)
            print(f"{name:40}{result.own:7.2f} s   {result.peer:7.2f} s{result.ratio:8.2f}")


if __name__ == "__main__":
    main()
