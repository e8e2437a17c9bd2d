"""Running newscli as others would: in a terminal, and in pipes."""

import fcntl
import io
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newscli.cli.guard import guarded

_MANY = """
import json, sys
from newscli.cli.guard import guarded
for arguments in json.loads(sys.argv[1]):
    status = guarded(arguments)
    for stream in (sys.stdout, sys.stderr)[: int(sys.argv[3])]:
        stream.flush()
        stream.write(f"{sys.argv[2]}{status}\\n")
        stream.flush()
"""
_MARK = "==== ended with "


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command wrote to its terminal (both streams, as they came), and its exit status."""

    arguments: Sequence[str]
    shown: str
    status: int


def in_terminal(commands: Sequence[Sequence[str]], cwd: Path, width: int = 100, **environment: str) -> list[Ran]:
    """Each command line in turn, in one process whose three streams are a pseudo-terminal."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", _MANY, json.dumps(commands), _MARK, "1"], cwd=cwd, stdin=slave, stdout=slave, stderr=slave,
        env=os.environ | {"TERM": "xterm-256color", "NEWSCLI_PAGER": "cat"} | environment,
    )  # fmt: skip
    os.close(slave)
    written = b"".join(iter(lambda: _read(master), b""))
    os.close(master)
    process.wait()
    pieces = written.decode().replace("\r\n", "\n").split(_MARK)
    statuses = [int(piece.partition("\n")[0]) for piece in pieces[1:]]
    shown = [pieces[0], *(piece.partition("\n")[2] for piece in pieces[1:])]
    return [Ran(*one) for one in zip(commands, shown[:-1], statuses, strict=True)]


@dataclass(frozen=True, slots=True)
class Piped:
    """What a command wrote to its pipes, and its exit status."""

    arguments: Sequence[str]
    out: bytes
    said: str
    status: int


def in_pipes(commands: Sequence[Sequence[str]], cwd: Path, **environment: str) -> list[Piped]:
    """Each command line in turn, in one process whose streams are pipes."""
    done = subprocess.run(
        [sys.executable, "-c", _MANY, json.dumps(commands), _MARK, "2"],
        cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, timeout=120, env=os.environ | environment,
    )  # fmt: skip
    outs, saids = done.stdout.split(_MARK.encode()), done.stderr.decode().split(_MARK)
    assert len(outs) == len(saids) == len(commands) + 1, done.stderr.decode()
    statuses = [int(piece.partition("\n")[0]) for piece in saids[1:]]
    shown = [outs[0], *(piece.partition(b"\n")[2] for piece in outs[1:])]
    said = [saids[0], *(piece.partition("\n")[2] for piece in saids[1:])]
    return [Piped(*one) for one in zip(commands, shown[:-1], said[:-1], statuses, strict=True)]


def in_memory(arguments: Sequence[str], stdin: bytes = b"") -> Piped:
    """A command line in this process, with streams that are in memory: where there are hundreds of them."""
    kept = sys.stdin, sys.stdout, sys.stderr
    out, said = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO(stdin)), out, said
    try:
        status = guarded(list(arguments))
        out.flush()
        said.flush()
        written, message = (stream.buffer.getvalue() for stream in (out, said))
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    return Piped(arguments, written, message.decode("utf-8", "surrogateescape"), status)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says EIO when the other side has closed
        return b""


def newscli(
    *arguments: str, cwd: Path, stdin: bytes | None = None, timeout: float = 60, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """One command as a process with pipes; it must end in time."""
    return subprocess.run(
        [sys.executable, "-m", "newscli", *arguments],
        cwd=cwd,
        input=stdin,
        stdin=None if stdin is not None else subprocess.DEVNULL,
        capture_output=True,
        timeout=timeout,
        env=os.environ | environment,
    )


SECONDS = float(os.environ.get("NEWSCLI_SOAK_SECONDS", "300"))


def lasting(times: int) -> int:
    """How often something is done in a soak of the usual length, at the length that is asked for (`make soak SECONDS=60`)."""
    return max(1, min(times, round(times * SECONDS / 300)))


def figure(text: str) -> None:
    """Say what a long test has measured: `make soak` shows it, and docs/reliability.md keeps it."""
    sys.stdout.write(f"figure: {text}\n")
