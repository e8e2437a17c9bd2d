"""newscli in a pseudo-terminal: widths, colours, hostile text."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from rich.cells import cell_len
from tests.conftest import ROOT, story

SEQUENCES = re.compile(r"\x1b\[[0-9;]*[mK]|\x1b\]8;;[^\x1b]*\x1b\\")


def screen(*arguments: str, width: int = 80, cwd: Path = ROOT, errors: bool = False, **environment: str) -> str:
    """What the command writes to a terminal of this width; with `errors` what it writes to standard error, too."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 200, width, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key not in ("COLORTERM", "COLUMNS")}
    process = subprocess.Popen(
        [sys.executable, "-m", "newscli", *arguments],
        cwd=cwd,
        stdin=slave,
        stdout=slave,
        stderr=slave if errors else subprocess.DEVNULL,
        env=kept | {"TERM": "xterm-256color", "NEWSCLI_PAGER": "cat"} | environment,
    )
    os.close(slave)
    written = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # Linux says EIO when the other side has closed
            break
        if not piece:
            break
        written += piece
    os.close(master)
    process.wait()
    return written.decode().replace("\r\n", "\n")


COMMANDS = {
    "list": ["list", "seeds", "docs/sample"],
    "show": ["show", "docs/sample/2022/harbour.txt", "docs/sample/2022/grain.txt"],
    "explain": ["show", "--explain", "docs/sample/2022/harbour.txt"],
    "grep": ["grep", "-i", "night", "docs/sample", "-C", "1"],
    "kwic": ["grep", "-i", "--kwic", "night", "docs/sample"],
    "stats": ["stats", "seeds", "docs/sample"],
    "per": ["stats", "seeds", "docs/sample", "--per", "place"],
    "fields": ["list", "docs/sample", "--fields", "id,headline,lede,path"],
}


@pytest.mark.parametrize("width", [60, 80, 160])
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_no_line_is_wider_than_the_terminal(command: list[str], width: int) -> None:
    shown = screen(*command, width=width)
    assert "\x1b[" in shown
    lines = SEQUENCES.sub("", shown).splitlines()
    assert len(lines) > 3
    assert [line for line in lines if cell_len(line) > width] == []


def test_narrow_terminals_lose_columns_and_keep_headlines() -> None:
    heads = {
        width: SEQUENCES.sub("", screen("list", "docs/sample", width=width)).splitlines()[0].split() for width in (60, 80, 160)
    }
    assert heads == {
        60: ["id", "date", "place", "headline"],
        80: ["id", "date", "place", "agency", "headline"],
        160: ["id", "date", "place", "agency", "byline", "headline", "words"],
    }


def test_colours_follow_the_option_and_no_color() -> None:
    assert "\x1b[38;5;31m" in screen("list", "docs/sample")
    assert "\x1b" not in screen("list", "docs/sample", "--color", "never")
    plain = screen("grep", "night", "docs/sample", NO_COLOR="1")
    assert "38;5" not in plain
    assert "\x1b[1m" in plain
    assert "\x1b" not in screen("list", "docs/sample", TERM="dumb")


def test_hostile_text_cannot_touch_the_terminal(tmp_path: Path) -> None:
    hostile = "OSLO (dpa) - [bold]Red[/] \x1b[31m\x1b]0;owned\x07 \x9b2J :smile: \u202egnp.exe\u202c night\x08\x08 \x7f\n"
    (tmp_path / "a.txt").write_text("\x1b[2JHeadline\n\n" + hostile * 3 + "\nReporting by \x1b[31mMara Lind\n")
    for command in (
        ["list"],
        ["show", "a.txt"],
        ["show", "--explain", "a.txt"],
        ["grep", "night"],
        ["grep", "--kwic", "night"],
        ["stats"],
    ):
        shown = SEQUENCES.sub("", screen(*command, cwd=tmp_path))
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown), command
    assert "[bold]Red[/]" in screen("show", "a.txt", cwd=tmp_path)
    assert ":smile:" in screen("show", "a.txt", cwd=tmp_path)


def test_what_does_not_fit_goes_through_the_pager(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(story(1))
    assert "PAGED" in screen("list", cwd=tmp_path, NEWSCLI_PAGER="sed s/OSLO/PAGED/;s/MUMBAI/PAGED/")
    assert "PAGED" not in screen("list", "--no-pager", cwd=tmp_path, NEWSCLI_PAGER="sed s/OSLO/PAGED/;s/MUMBAI/PAGED/")


def test_a_terminal_is_shown_a_few_problems_the_worst_first_and_how_many_there_are(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("OSLO (Reuters) - Ships sailed on Tuesday.\n")
    for i in range(10):
        (tmp_path / f"a{i}.json").write_text('{"nothing": "of news"}')
    (tmp_path / "z.txt").write_bytes(b"\0\1\2")
    shown = screen("list", str(tmp_path), width=200, errors=True)
    lines = [line for line in shown.splitlines() if line.startswith("newscli: ")]
    assert "z.txt" in lines[0]
    assert sum("no article in it" in line for line in lines) == len(lines) - 2
    named = len(lines) - 1
    assert lines[-1].startswith(f"newscli: {11 - named} more of these")
    assert "1 article" in shown
