"""Messages as articles: the subject is the headline, and whose mail it is is the source.

An export that a database mailed is read as that export, and so is an attachment that some reader takes; others are named.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from newscli.article import Facts, Stated
from newscli.errors import UnreadableError
from newscli.readers import (
    HEAD,
    WHOLE_BYTES,
    Broken,
    Item,
    NotNews,
    Source,
    europresse,
    factiva,
    nexis,
    proquest,
    recognised,
    table,
)
from newscli.readers._compose import composed
from newscli.readers._markup import paragraphs as markup_paragraphs
from newscli.readers._message import content, header, headers, in_browser, parted
from newscli.readers._moments import moment
from newscli.readers.mail import ENVELOPE

if TYPE_CHECKING:
    from email.message import Message as Mail


_FORWARDED = re.compile(r"(?:(?:Fwd?|Re|Aw|WG|TR|RV|Antw|SV|VS)\s?:\s*)+", re.I)
_STUB = re.compile(
    r"(?:does not|doesn't|cannot|can't|unable to) (?:support|display|view|read) html|view (?:it|this)[^.]{0,40}browser", re.I
)
_SHORT = 300  # characters: a plain text of no more, beside a far longer page, only says that there is a page
_EXPORTS = (proquest, nexis, factiva, europresse)
_LOOK = 1 << 18  # bytes of a text in which an export may show itself: whoever forwards one writes something above it
# "Headline: Ferries cross again" at the top of a form that somebody filled in.
_NAMED_HEADLINE = re.compile(r"\s*(?:Headline|HEADLINE)\s*:\s*(\S.*)", re.S)
_TOP = 12  # paragraphs
_NO_NEWS = frozenset(
    (
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/ms-tnef",
        "text/vcard",
    )
)
_QUOTED_FROM = re.compile(rb">+From ")
_PARTED = re.compile(rb"\r?\n-{30,70}\r?\n\r?\n")
_MESSAGE = re.compile(rb"\s*(?:(?:Date|From|Message|Subject|To|Sender): .*\r?\n){2}")
_DEEPEST = 8  # messages in messages


def read(source: Source) -> Iterator[Item]:
    for raw in _messages(source.lines(), source.path):
        yield from _items(raw, source.path, 0)


def _messages(lines: Iterator[bytes], path: str) -> Iterator[bytes]:
    """The messages of a mailbox, one by one; a file that begins like one message is one message."""
    held: list[bytes] = []
    is_box: bool | None = None
    blank, size = True, 0
    for line in _as_one_ends(lines):
        if is_box is None:
            if not line.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            line = line.removeprefix(BOM_UTF8)
            is_box = ENVELOPE.match(line) is not None
            if is_box:
                continue
        elif is_box and (blank or line[:1] == b"\x01") and ENVELOPE.match(line):
            if held:
                yield b"".join(held)
            held, size = [], 0
            continue
        blank = not line.strip()
        size += len(line)
        if size > WHOLE_BYTES:
            raise UnreadableError(path, f"has a message of more than {WHOLE_BYTES:,} bytes")
        held.append(line[1:] if line[:1] == b">" and is_box and _QUOTED_FROM.match(line) else line)
    if held:
        yield b"".join(held)


def _as_one_ends(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The lines, of which old Macintoshes end each with a carriage return."""
    for line in lines:
        if b"\r" in line[:-2]:
            yield from line.splitlines(keepends=True)
        else:
            yield line


def _items(raw: bytes, path: str, depth: int) -> Iterator[Item]:
    """The articles of one message: mostly one."""
    from email import message_from_bytes

    try:
        message = message_from_bytes(raw)
        parts = list(_leaves(message))
    except RecursionError:
        yield Broken("has parts in parts without end")
        return
    attachments = [part for part in parts if _is_attached(part)]
    exports = [item for part in parts if part not in attachments for item in _export(part, path)]
    if exports:
        yield from exports
        return
    if depth < _DEEPEST and (inside := _digest(parts)):
        for one in inside:
            yield from _items(one, path, depth + 1)
        return
    warnings: list[str] = []
    named = headers(message)
    attached = [(part, list(_attachment(part, path, depth))) for part in attachments]
    body, page = _body(parts, warnings)
    warnings += [f"attachment left out: {name}" for part, items in attached if not items and (name := _name_of(part))]
    letter, footers = parted(body)
    headline = _named_headline(letter) or _FORWARDED.sub("", header(named, "subject", warnings), count=1)
    inner = [item for part in parts for item in _inner(part, path, depth)]
    if letter:
        yield composed(letter, _stated(named, page), headline=headline, notes=footers, warnings=tuple(warnings))
    elif not inner and not any(items for _, items in attached):
        yield Broken(f"a mail without text: {headline or 'no subject'}")
    yield from (item for _, items in attached for item in items)
    yield from inner


def _named_headline(letter: list[str]) -> str:
    """The headline that the letter itself gives, taken out of it; "" where it gives none."""
    for at, paragraph in enumerate(letter[:_TOP]):
        if found := _NAMED_HEADLINE.fullmatch(paragraph):
            del letter[at]
            return " ".join(found[1].split())
    return ""


def _inner(part: "Mail", path: str, depth: int) -> Iterator[Item]:
    """The articles of the messages in a message."""
    if part.get_content_type() != "message/rfc822" or depth >= _DEEPEST:
        return
    for held in part.get_payload():
        if isinstance(held, type(part)):
            yield from _items(held.as_bytes(unixfrom=False), path, depth + 1)


def _leaves(message: "Mail") -> Iterator["Mail"]:
    """The parts of a message that hold something, those of messages in it left out."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.get_payload():
        if not isinstance(part, str):
            yield from _leaves(part)


def _digest(parts: list["Mail"]) -> list[bytes]:
    """The messages of a mailing list's digest (RFC 1153), each below a row of hyphens; none where it is a letter."""
    if len(parts) != 1 or parts[0].get_content_type() != "text/plain":
        return []
    data = parts[0].get_payload(decode=True)
    if not isinstance(data, bytes) or not _PARTED.search(data):
        return []
    found = [piece for piece in _PARTED.split(data) if _MESSAGE.match(piece)]
    return found if len(found) > 1 else []


def _export(part: "Mail", path: str) -> Iterator[Item]:
    """The articles of a text that is a database's export."""
    data = part.get_payload(decode=True) if part.get_content_maintype() == "text" else None
    if isinstance(data, bytes):
        for reader in _EXPORTS:
            if reader.sniff(data[:_LOOK], "part"):
                yield from reader.read(Source(path, "part", BytesIO(data)))
                return


def _attachment(part: "Mail", path: str, depth: int) -> Iterator[Item]:
    """The articles of an attachment that some reader takes; what it can't read is named elsewhere."""
    data, name = part.get_payload(decode=True), part.get_filename() or ""
    if not isinstance(data, bytes) or part.get_content_type() in _NO_NEWS or depth >= _DEEPEST:
        return
    taken = recognised(name, data[:HEAD])
    if taken and (taken[0] != "text" or (part.get_content_type() == "text/plain" and name.lower().endswith(".txt"))):
        try:
            yield from table()[taken[0]].read(Source(path, name, BytesIO(data)))
        except (UnreadableError, NotNews):
            return


def _body(parts: list["Mail"], warnings: list[str]) -> tuple[list[str], str]:
    """The paragraphs of a message's text, and the page (or the text) that they are from.

    Plain text is what its author wrote; the page beside it is read only where the text says no more than that.
    """
    told: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    for part in parts:
        if part.get_content_type() in told and part.get_content_disposition() != "attachment":
            told[part.get_content_type()].append(content(part, warnings))
    plain, page = "\n\n".join(told["text/plain"]), "\n".join(told["text/html"])
    if not page:
        return _plain(plain), plain
    found = markup_paragraphs(page)
    length = sum(map(len, found))
    is_stub = len(plain.strip()) < _SHORT and length > 2 * len(plain.strip())
    if not plain.strip() or is_stub or (_STUB.search(plain) and length > len(plain)):
        return found, page
    return _plain(plain), page


def _plain(text: str) -> list[str]:
    return [piece for piece in re.split(r"\n[^\S\n]*\n", text) if piece.strip()]


def _is_attached(part: "Mail") -> bool:
    """Whether a part is a file that came with the letter."""
    if part.get_content_disposition() == "attachment":
        return True
    return part.get_content_maintype() not in ("text", "image", "message", "multipart")


def _name_of(part: "Mail") -> str | None:
    """What a left-out attachment is called; pictures and signatures are nothing that one misses."""
    if part.get_content_maintype() == "image" or part.get_content_type() in _NO_NEWS:
        return None
    return part.get_filename() or part.get_content_type()


def _stated(named: Mapping[str, str], page: str) -> Stated:
    from email.utils import parseaddr

    date, time = moment(re.sub(r"\s*\([^()]*\)\s*$", "", header(named, "date")))
    name, address = parseaddr(header(named, "from"))
    group = header(named, "list-id")
    archived = re.search(r"https?://[^<>\s]+", header(named, "archived-at"))
    return Stated(
        date,
        time,
        facts=Facts(
            url=archived[0] if archived else in_browser(page),
            source=name.strip("\"' ") or group.partition("<")[0].strip('" ') or address or None,
            section=header(named, "newsgroups") or None,
            language=header(named, "content-language") or None,
            subjects=tuple(word for part in header(named, "keywords").split(",") if (word := part.strip())),
        ),
    )
