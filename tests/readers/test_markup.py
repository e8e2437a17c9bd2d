"""HTML as blocks: plain markup has a way of its own, which must not be seen."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from newscli.readers import _markup

PIECES = (
    "<p>", "</p>", '<P class="a b">', "<br>", "<br/>", "<b>", "</b>", '<div id="x" class="y">', "</div>", " text ", "a &amp; b",
    "&lt;", "&", "&#10;", "&copy", "\n\n", "<", "</", ">", '"', "<!-- c -->", "<script>", "</script>", "<title>", "<table>",
    "</table>", "<tr>", "<td>", "</td>", '<img src="a" alt="b>">', "<a href='x'>", "</a>", "<p/>", "<hr />", "</p >", "<x:y>",
    '<p class="a" class="b">', '<b\x1fclass="q">', '<b\x0cid="z">', "\0", "</br>", "fjord é",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_plain_markup_is_read_as_the_standard_parser_reads_it(markup: str) -> None:
    with patch.object(_markup, "_fed_plainly", return_value=False):
        standard = list(_markup.blocks(markup))
    assert list(_markup.blocks(markup)) == standard


def test_an_element_knows_what_it_stands_in() -> None:
    (block,) = _markup.blocks('<div class="story wide" id="a1"><p>Ferries &amp; trains<br>move</p></div>')
    assert block.text == "Ferries & trains\nmove"
    assert block.within("div", "wide")
    assert block.inside[0].id == "a1"
