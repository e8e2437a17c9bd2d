"""Press releases as AsiaNet sends them: whose it is, a number, the headline, and the release below a blank line."""

import re
from collections.abc import Iterator

from newscli.readers import Item, NotNews, Source

SUMMARY = "press releases of AsiaNet"
ENDINGS = (".tst", ".txt")
GIVES = ("headline", "source")
ORDER = 15


def sniff(head: bytes, name: str) -> str | None:
    if not head.lstrip().startswith(b"Source: "):
        return None
    return "a line of AsiaNet's, MEDIA RELEASE and a number" if re.search(rb"\nMEDIA RELEASE PR\d+", head[:500]) else None


def read(source: Source) -> Iterator[Item]:
    from newscli.article import Stated
    from newscli.readers._compose import composed
    from newscli.readers._facts import facts
    from newscli.readers._lines import paragraphs
    from newscli.text import decode

    decoded = decode(source.read(), source.path)
    head, *story = paragraphs(decoded.text.splitlines()) if decoded.text.strip() else [""]
    whose, _, rest = head.partition("\n")
    number, _, headline = rest.partition("\n")
    if not story:
        raise NotNews("a press release without a text")
    yield composed(
        story,
        Stated(facts=facts(source=whose.partition(":")[2])),
        headline=headline,
        furniture=(number,),
        warnings=decoded.warnings,
    )


def example() -> bytes:
    return (
        b"Source: Harbour Ferries Ltd\r\nMEDIA RELEASE PR12345\r\nFerries Cross the Fjord\r\nAgain\r\n\r\n"
        b"BERGEN, Norway, Jan. 14, 2022 /PRNewswire-AsiaNet/ --\r\n\r\n"
        b"Ferries crossed the fjord again on Friday\r\nafter a week of ice.\r\n"
    )
