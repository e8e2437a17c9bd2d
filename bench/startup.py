"""How long newscli takes to start, as ratios to `python -c pass` in the same run.

    python bench/startup.py [RUNS]

Each command is run RUNS times (default 15) in turn with its peer, after one run that doesn't count; medians are shown.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEWSCLI = str(Path(sys.executable).with_name("newscli"))
PEER = [sys.executable, "-c", "pass"]
COMMANDS = {
    "newscli --version": [NEWSCLI, "--version"],
    "newscli list seeds": [NEWSCLI, "list", "seeds"],
    "newscli grep unrest seeds": [NEWSCLI, "grep", "unrest", "seeds"],
    "newscli --help": [NEWSCLI, "--help"],
}


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    print(f"{'command':28}{'median':>10}{'python -c pass':>18}{'ratio':>8}")
    for name, command in COMMANDS.items():
        seconds(command)
        pairs = [(seconds(command), seconds(PEER)) for _ in range(runs)]
        own, peer = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(a / b for a, b in pairs)
        print(f"{name:28}{own * 1000:7.0f} ms{peer * 1000:15.0f} ms{ratio:8.1f}")


if __name__ == "__main__":
    main()
