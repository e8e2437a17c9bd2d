"""Mail: newsletters and wire copy as single messages (.eml), in mailboxes (mbox), and as news groups keep theirs."""

import re
from collections.abc import Iterator

from newscli.readers import Item, Source

SUMMARY = "mail: single messages, mailboxes (mbox), news groups"
ENDINGS = (".eml", ".mbox", ".mbx")
GIVES = ("date", "time", "headline", "source", "section", "language", "subjects", "url")
ORDER = 20  # a mailed export begins like a mail
DECLARES = True

_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):[ \t]?(.*)")
# What stands before each message of a mailbox; in MMDF's, behind it, too.
ENVELOPE = re.compile(rb"\x01{4}\s*\Z|From \S+.{0,60}\d\d:\d\d.{0,30}\d{4}|From [^\s:]+@\S+ .{0,60}\d{4}|From - \w+ .*\d{4}")
_SENDER = {b"from", b"return-path", b"received", b"delivered-to", b"sender", b"x-from"}
_LETTER = {b"subject", b"date", b"message-id", b"mime-version", b"newsgroups", b"to", b"content-type"}


def sniff(head: bytes, name: str) -> str | None:
    top = head.lstrip(b" \t\r\n\xef\xbb\xbf")
    first = top[:500].split(b"\n", 1)[0]
    is_box = ENVELOPE.match(first) is not None
    if not is_box and not _FIELD.match(first):
        return None
    lines = top.splitlines()[is_box:]
    seen: set[bytes] = set()
    for line in lines:
        if line[:1] in (b" ", b"\t") and seen:
            continue
        found = _FIELD.fullmatch(line.rstrip(b"\r"))
        if not found:
            break
        seen.add(found[1].lower())
    begun = "the line of a mailbox that begins a message" if is_box else "the header of a mail"
    return begun if seen & _SENDER and (len(seen & _LETTER) > 1 or {b"from", b"subject"} <= seen) else None


def read(source: Source) -> Iterator[Item]:
    from newscli.readers import _mail

    return _mail.read(source)


def example() -> bytes:
    return b"""From news@harbour.example Fri Jan 14 15:32:00 2022
From: "Harbour Times" <news@harbour.example>
To: readers@harbour.example
Subject: =?utf-8?q?Ferries_cross_the_fjord_again?=
Date: Fri, 14 Jan 2022 15:32:00 +0100
List-Id: Morning letter <morning.harbour.example>
Archived-At: <http://letters.harbour.example/2022/14>
Newsgroups: harbour.news
Keywords: ferries, storms
Content-Language: en
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

BERGEN, Norway, Jan 14 (Reuters) - Ferries crossed the fjord again on Frid=
ay.

>From the quay, buses run every hour.

(Reporting by Mara Lind; Editing by Tom Acht)

You are receiving this letter because you signed up. Unsubscribe here.

From news@harbour.example Thu Jan 13 15:32:00 2022
From: "Harbour Times" <news@harbour.example>
Subject: Snow closes the high road
Date: Thu, 13 Jan 2022 15:32:00 +0100

The high road is closed until Sunday.

"""
