"""What is read of corpora of your own, format by format; written into docs/formats.md.

    python bench/formats.py CORPUS...

Counts the files and articles of each format, and which share of the articles has a date, a headline, a byline and a
dateline. A share says as much of the corpus as of the reader: a wire's file of weather has no bylines.
"""

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from measure import write_block
from newscli.corpus import Corpus, open_corpus

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
FIELDS = ("date", "headline", "byline", "dateline")


def table(corpus: Corpus) -> list[str]:
    articles: Counter[str] = Counter()
    having: Counter[tuple[str, str]] = Counter()
    files: dict[str, set[str]] = {}
    for one in corpus.summaries():
        articles[one.format] += 1
        files.setdefault(one.format, set()).add(one.path)
        having.update((one.format, field) for field in FIELDS if field in one.has)
    lines = [f"| format | files | articles | {' | '.join(FIELDS)} |", "|---|---:|---:|" + "---:|" * len(FIELDS)]
    for name in sorted(articles):
        shares = " | ".join(f"{having[name, field] / articles[name]:.1%}" for field in FIELDS)
        lines.append(f"| `{name}` | {len(files[name]):,} | {articles[name]:,} | {shares} |")
    return lines


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    named = ", ".join(f"`{Path(path).name}`" for path in sys.argv[1:])
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = os.environ["XDG_CONFIG_HOME"] = cache
        corpus = open_corpus(sys.argv[1:])
        lines = table(corpus)
    lost = sum(problem.lost for problem in corpus.problems)
    said = f"Files without an article in them: {len(corpus.problems) - lost:,}. Files or articles that can't be read: {lost:,}."
    write_block(PAGE, "measured", "\n".join([f"On {named}:\n", *lines, "", f"{said} Each is named with a reason."]))
    for problem in corpus.problems:
        print(problem)
    print("\n".join(lines), said, sep="\n")


if __name__ == "__main__":
    main()
