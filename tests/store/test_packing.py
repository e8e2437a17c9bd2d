"""How an article lies in a segment."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.parse import parse
from newscli.query.paragraphs import ARTICLES_APART
from newscli.store.packing import (
    decode,
    decode_numbers,
    encode,
    encode_numbers,
    pack_record,
    pack_text,
    unpack_record,
    unpack_text,
)
from newscli.store.segment import SegmentWriter

TEXTS = st.text(alphabet=st.sampled_from(list("ab.-(\n\r\t \u2028é—")), max_size=80)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_exact_text_comes_back(text: str) -> None:
    lines, pieces = pack_text(text, parse(text).paragraphs)
    assert unpack_text(lines, pieces) == text
    assert ARTICLES_APART not in lines
    assert "\r" not in lines


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_exact_record_comes_back(text: str) -> None:
    article = parse(text)
    lines, pieces = pack_text(text, article.paragraphs)
    numbers = decode_numbers(encode_numbers([paragraph.line for paragraph in article.paragraphs]))
    assert unpack_record(lines, decode(encode([pack_record(article, pieces)]))[0], numbers) == article


def test_a_segment_gives_every_article_by_its_number(tmp_path: Path) -> None:
    texts = ["", "One.\n", "A -- B\r\n\r\nC\r\n", "x" * 70_000, "last\n\nReporting by Mara Lind\n"]
    writer = SegmentWriter(tmp_path / "seg.db", 5)
    numbers = [writer.add(parse(text)) for text in texts]
    segment = writer.finish()
    assert numbers == [5, 6, 7, 8, 9]
    assert [segment.block_of(number).article(number).text for number in numbers] == texts
    assert [block.first for block in segment.blocks()] == [5, 9]
