"""A progress bar on standard error: only on a terminal, only after a moment, gone when the work is done."""

import time
from types import TracebackType
from typing import Protocol, Self, TextIO

AFTER_SECONDS = 0.5
EVERY_SECONDS = 0.1
_BAR = 30


class Progress(Protocol):
    """What long work tells."""

    @property
    def label(self) -> str: ...
    @property
    def done(self) -> int: ...
    @property
    def total(self) -> int: ...
    @property
    def what(self) -> str: ...


class ProgressBar:
    """Called with the progress of some work; draws it on one line."""

    def __init__(self, out: TextIO, width: int) -> None:
        self.out = out
        self.width = width
        self.began = time.monotonic()
        self.drawn = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        if self.drawn:
            self.out.write("\r\x1b[K")
            self.out.flush()

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self.began < AFTER_SECONDS or now - self.drawn < EVERY_SECONDS:
            return
        self.drawn = now
        self.out.write("\r" + line(progress, now - self.began, self.width) + "\x1b[K")
        self.out.flush()


def line(progress: Progress, seconds: float, width: int) -> str:
    """ "Reading  ━━━━━━╸───  8,412 of 16,000 files  6,100/s  1 s left", as much of it as fits."""
    share = progress.done / progress.total if progress.total else 0.0
    rate = progress.done / seconds if seconds > 0 else 0.0
    left = (progress.total - progress.done) / rate if rate else 0.0
    halves = round(share * _BAR * 2)
    bar = "━" * (halves // 2) + "╸" * (halves % 2)
    parts = [
        progress.label,
        bar + "─" * (_BAR - len(bar)),
        f"{progress.done:,} of {progress.total:,} {progress.what}",
        f"{rate:,.0f}/s",
        f"{left:,.0f} s left",
    ]
    while len(parts) > 1 and len("  ".join(parts)) >= width:
        parts.pop(1 if len(parts) == 5 and width < 60 else -1)
    return "  ".join(parts)[: max(0, width - 1)]
