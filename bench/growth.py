"""How what commands take grows with the corpus: a table in Markdown, and a picture for docs/benchmarks.md.

    python bench/growth.py CORPUS PICTURE [SIZE]...

CORPUS is a folder of folders of files, such as 1,000 folders of 1,000. For each SIZE (default 10000 50000 200000) a
folder of links to its first folders is made; the index is built and removed. Medians of three. Of each build the memory of
all its processes at most is said, in which pages that they share count for each, and how large the index is.
"""

import math
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import NEWSCLI, seconds, size, taken

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 420, 70, 150, 24, 46
COLORS = {"build": "#0f766e", "refresh": "#b45309", "grep": "#1d4ed8", "stats": "#7c3aed"}
Curves = dict[str, list[tuple[int, float]]]


def commands(corpus: str) -> dict[str, list[str]]:
    """What is timed on an index."""
    return {
        "refresh": ["list", "-n", "1", corpus],
        "grep": ["grep", "-l", "--no-refresh", "unrest", corpus],
        "stats": ["stats", "--no-refresh", corpus],
        "list": ["list", "-n", "20", "--no-refresh", corpus],
        "show": ["show", "--no-pager", "--no-refresh", "--corpus", corpus],
        "a rare phrase": ["grep", "-l", "--no-refresh", "unrest in the harbour", corpus],
        "a phrase": ["grep", "-l", "--no-refresh", "european central bank", corpus],
    }


def measured(corpus: Path, files: int) -> tuple[dict[str, float], str]:
    """Seconds that each command takes on the first so many files; and what the index took."""
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / "news"
        part.mkdir()
        left, text = files, 0
        for one in sorted(corpus.iterdir()):
            if left <= 0:
                break
            (part / one.name).symlink_to(one)
            left -= sum(1 for _ in one.iterdir())
            text += size(one)
        environment = os.environ | {"XDG_CACHE_HOME": f"{folder}/cache"}
        build = taken([NEWSCLI, "index", "build", str(part)], environment)
        index = size(Path(folder) / "cache")
        listed = [NEWSCLI, "list", "--ids", "-n", "1", "--no-refresh", str(part)]
        ident = subprocess.run(listed, env=environment, capture_output=True, text=True, check=True).stdout.strip()
        times = {"build": build.seconds}
        for name, command in commands(str(part)).items():
            whole = [NEWSCLI, *command, *([ident] if name == "show" else [])]
            times[name] = statistics.median([seconds(whole, environment) for _ in range(4)][1:])
        return times, f"{build.memory / 1e6:.0f} MB, index / text {index / text:.2f}"


def picture(curves: Curves) -> str:
    """Both axes in powers of ten."""
    sizes = [size for points in curves.values() for size, _ in points]
    times = [time for points in curves.values() for _, time in points]
    first, last = math.log10(min(sizes)), math.log10(max(sizes))
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))

    def x(size: float) -> float:
        return LEFT + (math.log10(size) - first) / max(1e-9, last - first) * (WIDTH - LEFT - RIGHT)

    def y(time: float) -> float:
        return HEIGHT - BOTTOM - (math.log10(time) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
    ]
    for power in range(low, high + 1):
        at, label = y(10**power), f"{10**power:g} s"
        out.append(f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#e5e7eb"/>')
        out.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end" fill="#6b7280">{label}</text>')
    below = f'y="{HEIGHT - BOTTOM + 20}" text-anchor="middle" fill="#6b7280"'
    out += [f'<text x="{x(size):.1f}" {below}>{size:,}</text>' for size in sorted(set(sizes))]
    for name, points in curves.items():
        line = " ".join(f"{x(size):.1f},{y(time):.1f}" for size, time in points)
        out.append(f'<polyline points="{line}" fill="none" stroke="{COLORS[name]}" stroke-width="2"/>')
        out += [f'<circle cx="{x(size):.1f}" cy="{y(time):.1f}" r="3" fill="{COLORS[name]}"/>' for size, time in points]
        size, time = points[-1]
        out.append(f'<text x="{x(size) + 10:.1f}" y="{y(time) + 4:.1f}" fill="{COLORS[name]}">{name} {time:.2g} s</text>')
    middle = (LEFT + WIDTH - RIGHT) / 2
    out.append(f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle" fill="#374151">articles, one a file</text>')
    return "\n".join([*out, "</svg>", ""])


def main() -> None:
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    curves: Curves = {name: [] for name in COLORS}
    print("| articles | build |", " | ".join(commands("")), "|", flush=True)
    print("|---:|" + "---:|" * (len(commands("")) + 1), flush=True)
    for files in [int(argument) for argument in sys.argv[3:]] or [10_000, 50_000, 200_000]:
        times, index = measured(Path(sys.argv[1]), files)
        for name, points in curves.items():
            points.append((files, times[name]))
        build = f"{times.pop('build'):.1f} s ({index})"
        print(f"| {files:,} | {build} |", " | ".join(f"{time:.2f} s" for time in times.values()), "|", flush=True)
    Path(sys.argv[2]).write_text(picture(curves), "utf-8")


if __name__ == "__main__":
    main()
