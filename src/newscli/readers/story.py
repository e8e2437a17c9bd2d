"""CNN/DailyMail `.story`: paragraphs with blank lines between them, then highlights, each below a line "@highlight".

Highlights are what an editor put beside the story: summaries. The text stays the file's own, as _dailymail reads it.
"""

from collections.abc import Iterator

from newscli.readers import Item, Source, ending

SUMMARY = "CNN/DailyMail stories: paragraphs, then highlights below @highlight"
ENDINGS = (".story",)
GIVES = ("date", "time", "byline")
ORDER = 55

_SIGN = b"@highlight"


def sniff(head: bytes, name: str) -> str | None:
    if _SIGN in head:
        lines = [line.strip() for line in head.split(b"\n")]
        if _SIGN in lines and any(lines[lines.index(_SIGN) + 1 :]):
            return "lines that say @highlight"
    if ending(name) not in ENDINGS:
        return None
    from newscli.text import sniff as sniff_text

    return "a CNN/DailyMail story (its name's ending)" if sniff_text(head) else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _dailymail

    yield _dailymail.article(source)


def example() -> bytes:
    return (
        b"By\n\nMara Lind\n\nPUBLISHED:\n\n07:22 EST, 14 January 2022\n\n|\n\nUPDATED:\n\n08:01 EST, 14 January 2022\n\n"
        b"Ferries crossed the fjord again on Friday after a week of ice.\n\nNo ship was late.\n\n"
        b"@highlight\n\nThe night boats sail again\n\n@highlight\n\nNo ship was late, says the harbour master\n"
    )
