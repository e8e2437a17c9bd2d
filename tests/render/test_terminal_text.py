"""Fitting text into columns, and making it safe."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.render.progress import line
from newscli.render.safe import safe
from newscli.render.terminal import Terminal, cells, cut, cut_left, fit, wrap

TEXTS = st.text(alphabet=st.sampled_from(list("ab  -é北京e\u0301😀")), max_size=60)


@given(TEXTS, st.integers(4, 30))
def test_a_text_is_cut_and_filled_to_exactly_its_column(text: str, width: int) -> None:
    assert cells(fit(text, width)) == width
    assert cells(cut(text, width)) <= width
    assert cells(cut_left(text, width)) <= width


@given(TEXTS, st.integers(4, 30))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    broken = wrap(text, width)
    assert all(cells(text[start:end]) <= width for start, end in broken)
    assert "".join(text[start:end] for start, end in broken).replace(" ", "") == text.replace(" ", "")


def test_lines_break_at_words_and_wide_characters_anywhere() -> None:
    text = "the night boats sail"
    assert [text[a:b] for a, b in wrap(text, 10)] == ["the night", "boats sail"]
    text = "北方三省迎来"
    assert [text[a:b] for a, b in wrap(text, 5)] == ["北方", "三省", "迎来"]
    text = "a" * 25
    assert [b - a for a, b in wrap(text, 10)] == [10, 10, 5]


@given(st.text(max_size=60))
def test_no_control_character_and_no_override_survives(text: str) -> None:
    assert not re.search("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", safe(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [("\x1b[31m", "␛[31m"), ("\x00", "␀"), ("\x7f", "␡"), ("\x9b", "<U+009B>"), ("\u202e", "<U+202E>"), ("a\tb", "a b")],
)
def test_what_is_hostile_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_colour_can_be_had_in_every_depth_or_not_at_all() -> None:
    assert Terminal(80).paint("x", "bold color(31)") == "x"
    assert Terminal(80, "mono").paint("x", "bold color(31)") == "\x1b[1mx\x1b[0m"
    assert Terminal(80, "256").paint("x", "color(31)") == "\x1b[38;5;31mx\x1b[0m"
    assert Terminal(80, "standard").paint("x", "color(31)").startswith("\x1b[3")


class Half:
    label, done, total, what = "Reading", 8412, 16000, "files"


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100])
def test_a_progress_bar_fits_its_terminal(width: int) -> None:
    drawn = line(Half(), 1.4, width)
    assert len(drawn) < width
    assert drawn.startswith("Reading")


def test_a_progress_bar_says_how_far_how_fast_and_how_long() -> None:
    assert line(Half(), 1.4, 100) == "Reading  ━━━━━━━━━━━━━━━━──────────────  8,412 of 16,000 files  6,009/s  1 s left"
