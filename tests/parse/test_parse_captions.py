"""Captions: told by their credit, their label, or whose name they are."""

import pytest

from newscli.parse import parse

STORY = "Ships sailed again on Tuesday after three days of fog in the outer harbour, the pilots said."


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_a_caption_is_parted_from_the_dateline_behind_it(gap: str) -> None:
    article = parse(f"FILE PHOTO: Cranes stand in fog in Oslo, January 3, 2019. REUTERS/Wei Lan{gap}OSLO (Reuters) - {STORY}")
    (caption,) = article.captions
    assert caption.text.startswith("FILE PHOTO: Cranes stand")
    assert caption.credit == "REUTERS/Wei Lan"
    assert article.dateline is not None
    assert article.body == (STORY,)


def test_the_authors_name_alone_between_paragraphs_is_the_caption_of_a_portrait() -> None:
    article = parse(f"Ships sail\n\nBy Mara Lind\n\nOSLO (AP) — {STORY}\n\nMara Lind\n\n{STORY}\n\nTom Acht\n\n{STORY}")
    assert [caption.text for caption in article.captions] == ["Mara Lind"]
    assert "Tom Acht" in article.body


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Cranes in fog. Photo by Wei Lan/Getty Images", "Wei Lan/Getty Images"),
        ("Cranes in fog. Wei Lan / Getty Images", "Wei Lan / Getty Images"),
        ("Cranes in fog. (AP Photo/Wei Lan, File)", "AP Photo/Wei Lan, File"),
        ("© Wei Lan / Getty Images Cranes stand idle in fog in the outer harbour.", "Wei Lan / Getty Images"),
        ("Facebook Twitter Pinterest Cranes in fog. Photograph: Wei Lan/EPA", "Wei Lan/EPA"),
    ],
)
def test_a_photo_credit_is_kept_without_the_words_around_it(caption: str, credit: str) -> None:
    (found,) = parse(f"OSLO (AP) — {STORY}\n\n{caption}\n\n{STORY}").captions
    assert found.credit == credit


@pytest.mark.parametrize(
    "sentence",
    [
        "The THOMSON REUTERS/UNIVERSITY OF MICHIGAN index rose, Credit Suisse analysts said on Friday.",
        "He said the photo was taken by his brother, and that the image was shared via Facebook on Friday.",
        "FILE PHOTO: " + STORY * 6,
    ],
)
def test_what_only_mentions_a_picture_is_no_caption(sentence: str) -> None:
    assert parse(f"OSLO (AP) — {STORY}\n\n{sentence}\n\n{STORY}").captions == ()
