"""HTML as blocks: read as browsers read it, whatever it is, in a time that grows with its length only."""

from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli.readers._markup import Block, blocks, flat
from newscli.readers._tags import attributes, tags

PIECES = (
    "<p>", "</p>", '<P class="a b">', "<br>", "<br/>", "<b>", "</b>", '<div id="x" class="y">', "</div>", " text ", "a &amp; b",
    "&lt;", "& ", "&#10;", "&copy ", "\n\n", "< ", ">", '"', "<!-- c -->", "<table>", "<x:y>", "<?php x?>",
    "</table>", "<tr>", "<td>", "</td>", '<img src="a" alt="b>">', "<a href='x'>", "</a>", "<p/>", "<hr />", "</p >",
    '<p class="a" class="b">', '<b\x0cid="z">', "</br>", "fjord é", "<![CDATA[x>y]]>", "<!DOCTYPE html>", "<a href=x y>",
    "<script>if (a<b) c('<p>')</script>", "<style>p > b {}</style>", "<![if !vml]>",
)  # fmt: skip


class Standard(HTMLParser):
    """What the standard library finds, which reads all of this right, and some other things for a very long time."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Any] = []
        self.raw = False
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, str] = {}
        for name, value in attrs:
            given.setdefault(name, value or "")
        self.raw = tag in ("script", "style")
        self.found.append((tag, given, False))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.raw = False
        self.found.append((tag, {}, True))

    def handle_data(self, data: str) -> None:
        if not self.raw:
            self.found.append(data)


def joined(found: list[Any]) -> list[Any]:
    """With texts that stand side by side as one."""
    result: list[Any] = []
    for one in found:
        if isinstance(one, str) and result and isinstance(result[-1], str):
            result[-1] += one
        else:
            result.append(one)
    return result


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_tags_and_texts_are_those_that_the_standard_parser_finds(markup: str) -> None:
    ours = [one if isinstance(one, str) else (one[0], {} if one[2] else attributes(one[1]), one[2]) for one in tags(markup)]
    assert joined(ours) == joined(Standard(markup).found)


@given(
    st.lists(st.sampled_from((*PIECES, "<p>fjord</p>", "<p title='x=y'>", "&am", "p;", "<em>", "</em>")), max_size=9).map(
        "".join
    )
)
def test_what_is_only_paragraphs_is_read_at_once_as_it_is_block_by_block(markup: str) -> None:
    assert flat(markup) in (None, [block.text for block in blocks(markup)])


def test_paragraphs_with_links_and_line_breaks_are_only_that() -> None:
    markup = '<div class="a"><p>The <b>boats</b> &amp; <a href="/f?a=b">trains</a><br/>ran.</p>\n<h2>Later</h2>none</div>'
    assert flat(markup) == ["The boats & trains\nran.", "Later", "none"]
    assert flat("<p>A</p><table><tr><td>1</td></tr></table>") is None


@given(st.text(alphabet="<>/!-=\"' ab&;[]?\n", max_size=40))
def test_whatever_it_is_it_is_read(markup: str) -> None:
    assert "".join(one for one in tags(markup) if isinstance(one, str)).count("b") <= markup.count("b")


@pytest.mark.parametrize("behind", ["", ">", '">"'])
@pytest.mark.parametrize(
    "again",
    [
        "<a ",
        '<a b="',
        "<a b='>",
        "<!--",
        "<!-- x>",
        "<![CDATA[",
        "<![CD-- ",
        "<?",
        "</",
        "<p>&",
        "<i></b>",
        "<div>x",
        "<script>",
    ],
)
def test_markup_that_never_ends_is_read_in_one_go(again: str, behind: str) -> None:
    markup = f"<p>Ferries sailed.</p>{again * 12_000}{behind}"
    found = list(blocks(markup))  # a second look at each would take minutes
    assert flat(markup) in (None, [block.text for block in found])
    assert found[0].text == "Ferries sailed."
    assert max(len(block.inside) for block in found) <= 256


def test_a_quoted_value_may_hold_the_end_of_a_tag() -> None:
    assert [block.text for block in blocks('<p title="a > b">Ferries</p><p title="a>sailed</p>')] == ["Ferries", "sailed"]


def test_a_paragraph_ends_where_the_next_begins() -> None:
    assert [[one.tag for one in block.inside] for block in blocks("<ul><li>One<li>Two</ul>Three")] == [["ul", "li"]] * 2 + [[]]


def test_an_element_knows_what_it_stands_in() -> None:
    (block,) = blocks('<div class="story wide" id="a1"><p>Ferries &amp; trains<br>move</p></div>')
    assert isinstance(block, Block)
    assert block.text == "Ferries & trains\nmove"
    assert block.within("div", "wide")
    assert block.inside[0].id == "a1"
