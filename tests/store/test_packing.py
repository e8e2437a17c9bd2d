"""How an article lies in a segment."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newscli.parse import parse
from newscli.query.paragraphs import ARTICLES_APART
from newscli.store.packing import (
    NOWHERE,
    decode,
    decode_lede,
    decode_numbers,
    encode,
    encode_numbers,
    pack_record,
    pack_text,
    unpack_record,
    unpack_text,
)
from newscli.store.writing import SegmentWriter

TEXTS = st.text(alphabet=st.sampled_from(list("ab.-(\n\r\t \u2028é—")), max_size=80)


@given(TEXTS)
@settings(max_examples=200)
def test_the_exact_text_comes_back(text: str) -> None:
    paragraphs = parse(text).paragraphs
    lines, gaps = pack_text(text, paragraphs)
    assert unpack_text(lines, gaps, [paragraph.line for paragraph in paragraphs]) == (text, paragraphs)
    assert ARTICLES_APART not in lines
    assert "\r" not in lines


@given(TEXTS)
@settings(max_examples=100)
def test_the_exact_record_comes_back(text: str) -> None:
    article = parse(text)
    lines, gaps = pack_text(text, article.paragraphs)
    numbers = decode_numbers(encode_numbers([paragraph.line for paragraph in article.paragraphs]))
    assert unpack_record(lines, decode(encode([pack_record(article, gaps)]))[0], numbers) == article


def test_a_record_with_every_kind_of_field_comes_back() -> None:
    text = (
        "date 2022-01-14 A pilot boards a ferry at the quay of Bergen, January 13, 2022. REUTERS/Mara Lind\n\n"
        "BERGEN, Norway, Jan 14 (Reuters) - Ferries crossed the fjord again on Friday.\n\nNo ship was lost.\n\nread more\n\n"
        "Buses to the quay ran every\r\n  hour, said the town, which had asked the\nharbour to keep two of its piers\nopen."
        "\n\n\n(Reporting by Mara Lind; Editing by Jon Berg)\n"
    )
    article = parse(text)
    assert article.captions
    assert article.dateline
    assert article.notes
    assert article.credits
    lines, gaps = pack_text(text, article.paragraphs)
    numbers = [paragraph.line for paragraph in article.paragraphs]
    assert unpack_record(lines, decode(encode([pack_record(article, gaps)]))[0], numbers) == article


def test_a_segment_gives_every_article_by_its_number(tmp_path: Path) -> None:
    texts = ["", "One.\n", "A -- B\r\n\r\nC\r\n", "x" * 70_000, "last\n\nReporting by Mara Lind\n"]
    writer = SegmentWriter(tmp_path, 5)
    numbers = [writer.add(parse(text)) for text in texts]
    segment = writer.finish()
    assert numbers == [5, 6, 7, 8, 9]
    assert [segment.block_of(number).article(number).text for number in numbers] == texts
    assert [block.first for block in segment.blocks()] == [5, 9]
    assert [segment.block_of(number).lede(number) for number in numbers] == [None, "One.", "A -- B", "x" * 70_000, None]


def test_a_first_paragraph_that_is_not_one_piece_of_the_text_is_that_of_the_record(tmp_path: Path) -> None:
    writer = SegmentWriter(tmp_path, 1)
    article = replace(parse("Fog é (x) lifted.\n"), body=("Fog é lifted.",))
    writer.add(article)
    writer.add(replace(article, body=("é (x)",)))
    block = writer.finish().block_of(1)
    assert decode_lede(block._column("ledes"), 0) == (0, NOWHERE)
    assert block.lede(1) == block.article(1).lede
    assert block.lede(2) == "é (x)"
