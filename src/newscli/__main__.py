"""`newscli` and `python -m newscli`."""

import gc
import sys

from newscli import __version__


def main() -> None:
    # Answered before anything else is imported: half of what scripts ask of a tool is its version.
    if sys.argv[1:] in (["--version"], ["-V"]):
        sys.stdout.write(f"newscli {__version__}\n")
        return
    gc.set_threshold(20_000, 20, 50)  # what is imported stays; looking through it for cycles took a twentieth of the start
    from newscli.cli.guard import guarded

    try:
        sys.exit(guarded(sys.argv[1:]))
    finally:
        gc.freeze()  # nor is it looked through once more at the end, which took a tenth of a short command


if __name__ == "__main__":
    main()
