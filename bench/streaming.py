"""What going through one large file takes, for every kind of file that can be read piece by piece.

    python bench/streaming.py [--megabytes 100 1000] [--kinds jsonl csv ...] [--folder DIR] [--write]

Makes a file of each kind and size from made-up articles (in DIR, one at a time, removed afterwards) and runs
`newscli export FILE`, which keeps no index; for the first size the same through standard input, too. Shows the memory of
all its processes at its highest, which should be the same for each size, and the bytes of the file for a second of a
processor's time; of what is compressed, the bytes unpacked. With --write, docs/formats.md gets the table.
"""

import argparse
import csv
import gzip
import io
import json
import os
import random
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from uuid import UUID

from measure import NEWSCLI, Taken, taken, write_block

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
WORDS = (
    "the harbour master said that no ship had been lost on the night boats would sail again when wind drops over fjord and"
    " ministers met in capital to talk about grain prices which rose for a third day as snow closed the high road behind trains"
    " workers who had waited since morning near quay told reporters they expected wages before spring comes"
).split()
PLACES = ("OSLO", "MUMBAI", "LONDON", "NAIROBI", "BERGEN, Norway", "SAO PAULO")
PEOPLE = ("Mara Lind", "Tom Achterberg", "Ines Duarte", "Olga Serova", "Ann Petrie")
G2 = "http://iptc.org/std/nar/2006-10-01/"
STORIES = 300  # different ones; then they come again under other numbers
MEGABYTE = 1_000_000


class Story:
    """One made-up article."""

    def __init__(self, chance: random.Random) -> None:
        self.place, self.by, self.editor = chance.choice(PLACES), chance.choice(PEOPLE), chance.choice(PEOPLE)
        self.day = f"2022-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        self.title = " ".join(chance.choices(WORDS, k=7)).capitalize()
        self.paragraphs = [
            ". ".join(" ".join(chance.choices(WORDS, k=chance.randint(8, 22))).capitalize() for _ in range(2)) + "."
            for _ in range(chance.randint(6, 14))
        ]
        self.paragraphs[0] = f"{self.place} (Reuters) - {self.paragraphs[0]}"
        self.paragraphs.append(f"(Reporting by {self.by}; Editing by {self.editor})")

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


def stories() -> Iterator[tuple[int, Story]]:
    """Without end, each with a number of its own."""
    chance = random.Random(1)
    made = [Story(chance) for _ in range(STORIES)]
    return ((number, made[number % STORIES]) for number in count(1))


# -- an article as each format writes it -------------------------------------------------------------------------------


def as_object(number: int, story: Story) -> dict[str, object]:
    return {
        "title": f"{story.title} {number}", "authors": [story.by], "date_publish": f"{story.day} 06:30:00",
        "url": f"https://harbour.example/{number}", "source_domain": "harbour.example", "language": "en",
        "maintext": story.text,
    }  # fmt: skip


def as_jsonl(number: int, story: Story) -> str:
    return json.dumps(as_object(number, story)) + "\n"


def as_json(number: int, story: Story) -> str:
    return ",\n" * (number > 1) + json.dumps(as_object(number, story), indent=1)


def as_csv(number: int, story: Story) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([number, f"{story.title} {number}", story.by, story.day, "Coast", story.text])
    return line.getvalue()


def as_text(number: int, story: Story) -> str:
    return f"{story.title} {number}\n\nBy {story.by}\n\n{story.text}\n"


def as_ruled(number: int, story: Story) -> str:
    return f"{as_text(number, story)}\n==========\n\n"


def as_mail(number: int, story: Story) -> str:
    head = f"From: {story.by} <a@harbour.example>\nSubject: {story.title} {number}\nDate: Fri, 14 Jan 2022 15:32:00 +0100\n"
    return f"From a@harbour.example Fri Jan 14 15:32:00 2022\n{head}Message-ID: <{number}@harbour.example>\n\n{story.text}\n\n"


def as_sgml(number: int, story: Story) -> str:
    body = "\n    ".join(story.paragraphs[:-1])
    return (
        f'<REUTERS TOPICS="YES" NEWID="{number}">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TOPICS><D>grain</D></TOPICS>\n'
        f"<TEXT>&#2;\n<TITLE>{story.title} {number}</TITLE>\n<BODY>{body}\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
    )


def as_nitf(number: int, story: Story) -> str:
    paragraphs = "".join(f"<p>{escape(one)}</p>\n" for one in story.paragraphs)
    return (
        f'<nitf><head><title>{story.title} {number}</title><docdata><date.issue norm="20220114T063000Z"/></docdata></head>'
        f"<body><body.head><hedline><hl1>{story.title} {number}</hl1></hedline><byline>By <person>{story.by}</person></byline>"
        f"</body.head><body.content>\n{paragraphs}</body.content></body></nitf>\n"
    )


def as_newsml(number: int, story: Story) -> str:
    return (
        f"<NewsItem><Identification><NewsIdentifier><ProviderId>harbour.example</ProviderId><DateId>20220114</DateId><NewsItemId>"
        f'{number}</NewsItemId></NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/>'
        "<FirstCreated>20220114T063000Z</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>"
        f"{story.title} {number}</HeadLine><ByLine>By {story.by}</ByLine></NewsLines><ContentItem><DataContent>"
        + "".join(f"<p>{escape(one)}</p>\n" for one in story.paragraphs)
        + "</DataContent></ContentItem></NewsComponent></NewsItem>\n"
    )


def as_g2(number: int, story: Story) -> str:
    return (
        f'<newsItem guid="urn:harbour:{number}" version="1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>'
        "2022-01-14T06:30:00Z</versionCreated></itemMeta><contentMeta>"
        f"<by>By {story.by}</by><headline>{story.title} {number}</headline></contentMeta><contentSet>"
        '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        + "".join(f"<p>{escape(one)}</p>\n" for one in story.paragraphs)
        + "</body></html></inlineXML></contentSet></newsItem>\n"
    )


def as_atom(number: int, story: Story) -> str:
    body = escape("".join(f"<p>{one}</p>" for one in story.paragraphs))
    return (
        f"<entry><title>{story.title} {number}</title><id>urn:{number}</id><published>{story.day}T06:30:00Z</published>"
        f'<author><name>{story.by}</name></author><content type="html">{body}</content></entry>\n'
    )


def as_page(number: int, story: Story) -> str:
    paragraphs = "".join(f"<p>{escape(one)}</p>\n" for one in story.paragraphs)
    head = f'<title>{story.title} {number}</title><meta property="article:published_time" content="{story.day}T06:30:00Z">'
    return (
        f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><article><h1>{story.title} {number}</h1>{paragraphs}'
        "</article></body></html>\n"
    )


# -- files -------------------------------------------------------------------------------------------------------------

Unit = Callable[[int, Story], str]
Maker = Callable[[Path, int], int]  # writes a file; returns how many bytes there are to read, unpacked


def units(unit: Unit, size: int) -> Iterator[tuple[int, bytes]]:
    """Articles with their numbers, about `size` bytes together."""
    for number, story in stories():
        data = unit(number, story).encode()
        yield number, data
        size -= len(data)
        if size <= 0:
            return


def plain(unit: Unit, head: str = "", tail: str = "", packed: bool = False) -> Maker:
    def make(path: Path, size: int) -> int:
        written = 0
        with gzip.open(path, "wb", 1) if packed else path.open("wb") as file:
            written += file.write(head.encode())
            for _, data in units(unit, size):
                written += file.write(data)
            written += file.write(tail.encode())
        return written

    return make


def tar(unit: Unit, ending: str) -> Maker:
    def make(path: Path, size: int) -> int:
        written = 0
        with tarfile.open(path, "w") as archive:
            for number, data in units(unit, size):
                member = tarfile.TarInfo(f"news/{number // 1000}/{number}{ending}")
                member.size = len(data)
                archive.addfile(member, io.BytesIO(data))
                archive.members.clear()  # of which it keeps a list
                written += len(data)
        return written

    return make


def zipped(unit: Unit, ending: str) -> Maker:
    def make(path: Path, size: int) -> int:
        written = 0
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for number, data in units(unit, size):
                archive.writestr(f"news/{number // 1000}/{number}{ending}", data)
                written += len(data)
        return written

    return make


def zipped_whole(unit: Unit, ending: str) -> Maker:
    """All articles in one member."""

    def make(path: Path, size: int) -> int:
        written = 0
        with (
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
            archive.open(f"news{ending}", "w") as one,
        ):
            for _, data in units(unit, size):
                written += one.write(data)
        return written

    return make


def warc(record: Callable[[int, Story], bytes]) -> Maker:
    """A record in a gzip member of its own, as crawlers write them; the size is that of what the records hold."""

    def make(path: Path, size: int) -> int:
        written = 0
        with path.open("wb") as file:
            for number, story in stories():
                data = record(number, story)
                file.write(gzip.compress(data, 1, mtime=0))
                written += len(data)
                if written >= size:
                    return written
        return written

    return make


def as_record(kind: str, number: int, media: str, block: bytes) -> bytes:
    """A record of WARC 1.0."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{UUID(int=number)}>\r\nWARC-Date: 2022-01-14T06:30:00Z\r\n"
        f"WARC-Target-URI: https://harbour.example/{number}\r\nContent-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def as_response(number: int, story: Story) -> bytes:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + as_page(number, story).encode()
    return as_record("response", number, "application/http; msgtype=response", page)


def as_conversion(number: int, story: Story) -> bytes:
    return as_record("conversion", number, "text/plain", as_text(number, story).encode())


def parquet(path: Path, size: int) -> int:
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    written = 0
    columns = ("title", "date_publish", "url", "source_domain", "language", "maintext")
    schema = pyarrow.schema([(name, pyarrow.string()) for name in columns])
    found = stories()
    with ParquetWriter(path, schema, use_dictionary=False) as writer:  # else the stories that come again take no room
        while written < size:
            rows = [as_object(*next(found)) for _ in range(1_000)]
            writer.write_batch(pyarrow.RecordBatch.from_pylist([{name: row[name] for name in columns} for row in rows], schema))
            written += sum(len(str(value)) for row in rows for value in row.values())
    return written


@dataclass(frozen=True)
class Kind:
    """A kind of file: what its name ends in, and what makes one."""

    ending: str
    make: Maker
    extra: str = ""  # the module without which there is none


KINDS = {
    "JSON Lines": Kind(".jsonl", plain(as_jsonl)),
    "JSON Lines, gzip": Kind(".jsonl.gz", plain(as_jsonl, packed=True)),
    "JSON, a list": Kind(".json", plain(as_json, "[", "]")),
    "CSV": Kind(".csv", plain(as_csv, "id,title,author,date,section,content\n")),
    "text, several articles": Kind(".txt", plain(as_ruled)),
    "text in tar": Kind(".tar", tar(as_text, ".txt")),
    "text in zip": Kind(".zip", zipped(as_text, ".txt")),
    "JSON Lines in zip": Kind(".zip", zipped_whole(as_jsonl, ".jsonl")),
    "mailbox": Kind(".mbox", plain(as_mail)),
    "Reuters-21578 SGML": Kind(".sgm", plain(as_sgml, '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n')),
    "NITF in tar": Kind(".tar", tar(as_nitf, ".xml")),
    "NewsML 1": Kind(".xml", plain(as_newsml, "<NewsML>\n", "</NewsML>\n")),
    "NewsML-G2": Kind(".xml", plain(as_g2, f'<newsMessage xmlns="{G2}">\n<itemSet>\n', "</itemSet>\n</newsMessage>\n")),
    "Atom": Kind(".xml", plain(as_atom, '<feed xmlns="http://www.w3.org/2005/Atom">\n', "</feed>\n")),
    "WARC": Kind(".warc.gz", warc(as_response), "trafilatura"),
    "WARC, text (WET)": Kind(".warc.wet.gz", warc(as_conversion)),
    "Parquet": Kind(".parquet", parquet, "pyarrow"),
}


def through(path: Path, stdin: bool) -> Taken:
    """What going through a file takes; with `stdin` it comes as a stream."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home}
        if stdin:
            return taken(["sh", "-c", 'exec "$0" export - <"$1"', NEWSCLI, str(path)], environment)
        return taken([NEWSCLI, "export", str(path)], environment)


def row(name: str, kind: Kind, folder: Path, sizes: Sequence[int]) -> str:
    """A row of the table; the speed is that of the largest file."""
    cells: list[str] = []
    speed = 0.0
    for at, size in enumerate(sizes):
        path = folder / f"stream{kind.ending}"
        try:
            there = kind.make(path, size * MEGABYTE)
            own = through(path, stdin=False)
            cells += [f"{through(path, stdin=True).memory / MEGABYTE:,.0f}"] if at == 0 else []
        finally:
            path.unlink(missing_ok=True)
        cells.append(f"{own.memory / MEGABYTE:,.0f}")
        speed = there / MEGABYTE / own.busy
    return f"| {name} | {' | '.join(cells)} | {speed:.1f} |"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--megabytes", type=int, nargs="+", default=[100, 1000])
    options.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS), metavar="KIND")
    options.add_argument("--folder", type=Path)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    heads = [f"{given.megabytes[0]:,} MB, piped", *(f"{size:,} MB" for size in given.megabytes)]
    lines = [f"| file | {' | '.join(heads)} | MB/s |", "|---|" + "---:|" * (len(heads) + 1)]
    print("\n".join(lines))
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for name in given.kinds:
            kind = KINDS[name]
            if kind.extra and not find_spec(kind.extra):
                continue
            lines.append(row(name, kind, Path(folder), given.megabytes))
            print(lines[-1], flush=True)
    if given.write:
        write_block(PAGE, "streaming", "\n".join(lines))


if __name__ == "__main__":
    main()
