"""Every form of caption and photo credit, wherever it stands: between paragraphs, above the story, glued to it."""

import pytest

from newscli.parse import parse

STORY = "Ships sailed again on Tuesday after three days of fog in the outer harbour, the pilots said."
AROUND = {
    "between paragraphs": f"OSLO (AP) — {STORY}\n\n{{}}\n\n{STORY}",
    "above the dateline": f"{{}}\n\nOSLO (AP) — {STORY}\n\n{STORY}",
    "below the headline": f"Ferries cross again\n\n{{}}\n\nOSLO (AP) — {STORY}\n\n{STORY}",
    "above a story without a dateline": f"Ferries cross again\n\n{{}}\n\n{STORY}\n\n{STORY}",
    "glued to the dateline": f"{{}} OSLO (AP) — {STORY}\n\n{STORY}",
}

FORMS = [
    (
        "FILE PHOTO - The cranes of Oslo stand in fog at the harbour in Norway, March 3, 2019. REUTERS/Wei Lan/File Photo",
        "REUTERS/Wei Lan/File Photo",
    ),
    ("FILE PHOTO: Cranes stand in fog in Oslo, Norway March 3, 2019. REUTERS/Wei Lan", "REUTERS/Wei Lan"),
    (
        "FILE PHOTO: FILE PHOTO: Cranes stand in fog in Oslo, Norway March 3, 2019. REUTERS/Wei Lan/File Photo/File Photo",
        "REUTERS/Wei Lan/File Photo/File Photo",
    ),
    ("Cranes stand in fog in Oslo, Norway March 3, 2019. REUTERS/Wei Lan", "REUTERS/Wei Lan"),
    ("Cranes stand in fog in Oslo, Norway March 3, 2019. REUTERS/Wei Lan (NORWAY)", "REUTERS/Wei Lan"),
    ("Cranes stand in fog in Oslo in this March 3, 2019 file photo. REUTERS/Wei Lan/Files", "REUTERS/Wei Lan/Files"),
    ("Cranes stand in fog in Oslo, Norway March 3, 2019. REUTERS/Wei Lan, Kim Sun/Files", "REUTERS/Wei Lan, Kim Sun/Files"),
    ("Cranes stand in fog in Oslo, March 3, 2019. REUTERS/Wei Lan/Pool", "REUTERS/Wei Lan/Pool"),
    ("Cranes stand in fog in Oslo, March 3, 2019. REUTERS/Handout", "REUTERS/Handout"),
    (
        "Cranes stand in fog in Oslo, March 3, 2019. Harbour Authority/Handout via REUTERS",
        "Harbour Authority/Handout via REUTERS",
    ),
    ("Cranes stand in fog in Oslo, March 3, 2019. Wei Lan/Pool via REUTERS", "Wei Lan/Pool via REUTERS"),
    (
        "Cranes stand in fog in Oslo, March 3, 2019. Courtesy of Harbour Authority/Handout via REUTERS "
        "ATTENTION EDITORS - THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY.",
        "Courtesy of Harbour Authority/Handout via REUTERS",
    ),
    ("Cranes stand in fog in Oslo, March 3, 2019. NTB/Wei Lan/via REUTERS", "NTB/Wei Lan/via REUTERS"),
    ("Cranes stand in fog in Oslo on March 3, 2019. (AP Photo/Wei Lan)", "AP Photo/Wei Lan"),
    ("Cranes stand in fog in Oslo on March 3, 2019. (AP Photo/Wei Lan, File)", "AP Photo/Wei Lan, File"),
    ("FILE - In this March 3, 2019 file photo cranes stand in fog in Oslo. (AP Photo/Wei Lan, File)", "AP Photo/Wei Lan, File"),
    (
        "FILE- Cranes stand in fog in Oslo, March 3, 2019. (Wei Lan/Harbour Times via AP, File)",
        "Wei Lan/Harbour Times via AP, File",
    ),
    ("Cranes stand in fog in Oslo. (Photo by Wei Lan/NurPhoto via Getty Images)", "Wei Lan/NurPhoto via Getty Images"),
    (
        "Cranes stand in fog in Oslo. [File: Wei Lan/The Harbour Post via Getty Images]",
        "Wei Lan/The Harbour Post via Getty Images",
    ),
    ("Cranes stand in fog in Oslo. [Wei Lan/Reuters]", "Wei Lan/Reuters"),
    ("Cranes stand in fog in Oslo [Wei Lan/Al Jazeera]", "Wei Lan/Al Jazeera"),
    ("Image copyright Getty Images Image caption Cranes stand in fog in Oslo", "Getty Images"),
    ("Image copyright Getty Images", "Getty Images"),
    ("Image source, Getty Images\nImage caption, Cranes stand in fog in Oslo", "Getty Images"),
    ("Media caption Cranes stand in fog in Oslo", ""),
    ("Image caption Cranes stand in fog in Oslo", ""),
    ("Cranes stand in fog in Oslo. Photograph: Wei Lan/EPA", "Wei Lan/EPA"),
    ("Cranes stand in fog in Oslo. Photograph: Wei Lan/The Harbour Guardian", "Wei Lan/The Harbour Guardian"),
    (
        "Facebook Twitter Pinterest Cranes stand in fog in Oslo. Photograph: Wei Lan/AFP/Getty Images",
        "Wei Lan/AFP/Getty Images",
    ),
    ("Cranes stand in fog in Oslo. Photographer: Wei Lan/Bloomberg", "Wei Lan/Bloomberg"),
    ("Cranes stand in fog in Oslo. Photo: Wei Lan/Harbour Press", "Wei Lan/Harbour Press"),
    ("Cranes stand in fog in Oslo. Photo credit: Wei Lan", "Wei Lan"),
    ("Cranes stand in fog in Oslo. Photo by Wei Lan", "Wei Lan"),
    ("Cranes stand in fog in Oslo. Credit: Wei Lan", "Wei Lan"),
    ("Cranes stand in fog in Oslo. Credit Wei Lan/The Harbour Times", "Wei Lan/The Harbour Times"),
    ("Cranes stand in fog in Oslo. Credit...Wei Lan for The New York Times", "Wei Lan for The New York Times"),
    ("Cranes stand in fog in Oslo. Wei Lan/EPA", "Wei Lan/EPA"),
    ("Cranes stand in fog in Oslo. Wei Lan/Getty Images", "Wei Lan/Getty Images"),
    ("Cranes stand in fog in Oslo. Wei Lan/AFP/Getty Images", "Wei Lan/AFP/Getty Images"),
    ("Cranes stand in fog in Oslo. Wei Lan | Getty Images", "Wei Lan | Getty Images"),
    ("Cranes stand in fog in Oslo. Wei Lan | Reuters", "Wei Lan | Reuters"),
    ("Cranes stand in fog in Oslo. Wei Lan/Bloomberg via Getty Images", "Wei Lan/Bloomberg via Getty Images"),
    ("Cranes stand in fog in Oslo. (Wei Lan/Reuters)", "Wei Lan/Reuters"),
    ("Cranes stand in fog in Oslo. (Wei Lan/AFP via Getty Images)", "Wei Lan/AFP via Getty Images"),
    ("Cranes stand in fog in Oslo. (Wei Lan/The Harbour Post)", "Wei Lan/The Harbour Post"),
    ("Cranes stand in fog in Oslo. (Wei Lan for The Harbour Post)", "Wei Lan for The Harbour Post"),
    ("Cranes stand in fog in Oslo. (Harbour Authority via AP)", "Harbour Authority via AP"),
    ("Cranes stand in fog in Oslo. (Reuters File Photo)", "Reuters File Photo"),
    ("Cranes stand in fog in Oslo. (File photo)", "File photo"),
    ("Cranes stand in fog in Oslo (AFP Photo/Wei Lan)", "AFP Photo/Wei Lan"),
    ("Cranes stand in fog in Oslo. AFP PHOTO / Wei Lan", "AFP PHOTO / Wei Lan"),
    ("Cranes stand in fog in Oslo. (Xinhua/Wei Lan)", "Xinhua/Wei Lan"),
    ("Cranes stand in fog in Oslo. (Courtesy of the Harbour Museum)", "Harbour Museum"),
    ("Cranes stand in fog in Oslo. Courtesy Harbour Museum", "Harbour Museum"),
    ("Cranes stand in fog in Oslo. Picture: PA", "PA"),
    ("Cranes stand in fog in Oslo (Image: Getty)", "Getty"),
    ("Cranes stand in fog in Oslo (Picture: Rex)", "Rex"),
    ("Cranes stand in fog in Oslo. EPA-EFE/WEI LAN", "EPA-EFE/WEI LAN"),
    ("© Wei Lan / Getty Images Cranes stand in fog in Oslo.", "Wei Lan / Getty Images"),
    ("© REUTERS/Wei Lan Cranes stand in fog in Oslo, March 3, 2019.", "REUTERS/Wei Lan"),
    ("© Reuters. Cranes stand in fog in Oslo", "Reuters"),
    ("Wei Lan/Getty Images Cranes stand in fog in Oslo.", "Wei Lan/Getty Images"),
    ("CLOSE Cranes stand in fog in Oslo. USA TODAY", "USA TODAY"),
    ("In this March 3, 2019, photo cranes stand in fog in Oslo. (AP Photo/Wei Lan)", "AP Photo/Wei Lan"),
    ("This image from video shows cranes in fog. (Harbour TV via AP)", "Harbour TV via AP"),
    (
        "A combination of file photos shows cranes in Oslo, and Bergen. REUTERS/Wei Lan, Kim Sun/Files",
        "REUTERS/Wei Lan, Kim Sun/Files",
    ),
    ("A still image from video shows cranes in fog, March 3, 2019. Harbour TV/via REUTERS TV", "Harbour TV/via REUTERS TV"),
    ("CAPTION: Cranes stand in fog in Oslo.", ""),
    ("CREDIT: Wei Lan", "Wei Lan"),
    ("PHOTO: Cranes stand in fog in Oslo.", ""),
    ("PHOTOGRAPHER: Wei Lan", "Wei Lan"),
]
# A second line, and a word in capitals that a dateline may begin with.
NEVER_GLUED = ("Image source, Getty Images\n", "A still image from video shows cranes in fog, March")


CASES = [
    pytest.param(around, caption, credit, id=f"{place}-{caption[:60]}")
    for place, around in AROUND.items()
    for caption, credit in FORMS
    if not (place == "glued to the dateline" and caption.startswith(NEVER_GLUED))
]


@pytest.mark.parametrize(("around", "caption", "credit"), CASES)
def test_a_caption_is_taken_whole_with_its_credit(around: str, caption: str, credit: str) -> None:
    article = parse(around.format(caption))
    assert [one.credit or "" for one in article.captions] == [credit]
    assert article.body == (STORY, STORY)


@pytest.mark.parametrize(
    "sentence",
    [
        "The THOMSON REUTERS/UNIVERSITY OF MICHIGAN index rose in March, it said.",
        "A poll by REUTERS/Ipsos",
        "He asked Credit Suisse.",
        "The photo was taken by his brother, he said.",
        "The pilots shared the image via Facebook.",
        "He gave credit to Mara Lind.",
        "He earns credit/Debit.",
        "The exhibition opens in Oslo on April 28.",
        "Harbour pilots vote on April 28.",
        "Harbour pilots boarded a ferry in Bergen on April 28.",
        "He will speak at the harbour on April 28.",
    ],
)
def test_what_only_mentions_a_picture_or_a_day_is_no_caption(sentence: str) -> None:
    article = parse(f"OSLO (AP) — {STORY}\n\n{sentence}\n\n{STORY}")
    assert article.captions == ()
    assert article.body == (STORY, sentence, STORY)


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbour pilots at a rehearsal on April 28.",
        "A pilot boards a ferry in the old harbour of Bergen, Norway, on April 28, 2021.",
        "Old cranes near the harbour, Jan. 3, 2020",
    ],
)
def test_a_sentence_without_a_past_tense_that_ends_in_a_day_is_a_caption_between_paragraphs(sentence: str) -> None:
    article = parse(f"OSLO (AP) — {STORY}\n\n{sentence}\n\n{STORY}")
    assert [caption.text for caption in article.captions] == [sentence]
    last = parse(f"OSLO (AP) — {STORY}\n\n{STORY}\n\n{sentence}")
    assert last.captions == ()
