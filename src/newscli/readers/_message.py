"""Parts of a mail as text: headers decoded, charsets that lie found out, footers told from the letter."""

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import TYPE_CHECKING

from newscli.errors import UnreadableError
from newscli.readers import HEAD
from newscli.readers._declared import by_markup, decoded
from newscli.text import HOLES, decode, has_holes, sniff

if TYPE_CHECKING:
    from email.message import Message as Mail

# A newsletter's own words about itself, in the languages of its readers.
_FOOTER = re.compile(
    r"unsubscribe|manage (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)|update your preferences|email preferences"
    r"|(?:you (?:are|were|have) )?receiv(?:ed?|ing) this (?:e-?mail|message|newsletter)|our mailing address|forward to a friend"
    r"|(?:view|read|open) in (?:(?:your|a) )?(?:web )?browser"
    r"|(?:view|read|open) (?:this|it|the) ?(?:e-?mail|message|newsletter)?"
    r" ?(?:in (?:your|a) (?:web )?browser|online)"
    r"|add us to your address book|sent to \S+@\S+|se désabonner|se désinscrire|ne plus recevoir"
    r"|voir (?:ce message|cet e-?mail) dans|abbestellen|newsletter abmelden|vom newsletter|im browser (?:ansehen|öffnen|lesen)"
    r"|darse de baja|cancelar (?:la |a )?su[bs]scri|ver en (?:el|tu) navegador|annulla l'iscrizione|cancella l'iscrizione"
    r"|(?:sie erhalten|du erhältst) diese[ns]? (?:e-?mail|newsletter|nachricht)"
    r"|vous recevez (?:cet?|cette) (?:e-?mail|newsletter|lettre)|recibes? est[ea] (?:correo|mensaje|boletín)"
    r"|ricevi quest[ao] (?:e-?mail|newsletter)|ontvangt deze (?:e-?mail|nieuwsbrief)"
    r"|uitschrijven|afmelden|avregistrera|avmelde|afmeld",
    re.I,
)
# What every match of it holds: looked for first, since a search without regard to case takes fifty times as long.
_FOOTER_WORDS = (
    "unsubscribe", "preferences", "subscription", "receiv", "mailing address", "forward to", "browser", "online",
    "address book", "sent to", "désabonner", "désinscrire", "plus recevoir", "voir ", "abbestellen", "abmelden", "newsletter",
    "erhalten diese", "erhältst diese", "vous recevez", "recibe", "ricevi quest", "ontvangt deze",
    "de baja", "cancelar", "navegador", "iscrizione", "uitschrijven", "afmeld", "avregistrera", "avmelde",
)  # fmt: skip
_LONGEST_FOOTER = 600  # characters
_SIGNATURE = re.compile(r"-- ?")
_BROWSER = re.compile(
    r"<a\b[^<>]*\bhref\s*=\s*[\"'](https?://[^\"'<>]+)[\"'][^<>]*>(?:\s|<[^<>]*>)*(?:View|Read|Open|Voir|Lire|Im Browser|Ver)\b"
    r"[^<>]{0,60}(?:browser|online|navigateur|Browser|navegador|web)",
    re.I,
)
_LONGEST_HEADER = 10_000  # characters; Python decodes one in time that grows by the square of its words
_BROWSER_TEXT = re.compile(r"(?:view|read|open)\b[^\n:]{0,60}(?:browser|online)\W{1,6}(https?://\S+)", re.I)


def headers(message: "Mail") -> dict[str, str]:
    """The headers of a message as they are written, by their names in lower case; of two with one name the first."""
    named: dict[str, str] = {}
    for name, value in message.raw_items():
        named.setdefault(name.lower(), str(value)[:_LONGEST_HEADER])
    return named


def header(named: Mapping[str, str], name: str, warnings: list[str] | None = None) -> str:
    """One of them in one line, its encoded words decoded; "" where there is none. `warnings` is told of a guess."""
    raw = named.get(name, "")
    if raw.isascii() and "=?" not in raw:
        return " ".join(raw.split())
    from email.errors import MessageError
    from email.header import decode_header, make_header

    data = raw.encode("utf-8", "surrogateescape")
    if b"=?" not in data:
        return " ".join(_decoded(data, "", [] if warnings is None else warnings).split())
    # Bytes beside encoded words are in the charset of the word, which Latin-1 hands on as they are.
    encoded = data.decode("ascii") if data.isascii() else data.decode("latin-1")
    try:
        text = str(make_header(decode_header(encoded)))
    except (LookupError, ValueError, MessageError):
        text = encoded
    return " ".join(text.split())


def content(part: "Mail", warnings: list[str]) -> str:
    """The text of a part; `warnings` is told of a charset that lies. "" for what is no text."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, AssertionError):
        return ""
    if not isinstance(data, bytes):
        return ""
    declared = (part.get_content_charset() or "").strip("\"'")
    if not declared and part.get_content_type() == "text/html":
        declared = by_markup(data)
    text = _decoded(data, declared, warnings)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if part.get_param("format") == "flowed":
        text = re.sub(r"(?<!\n-- )(?<=\S) \n(?=[^\s>])", " ", text)
    return text


def _decoded(data: bytes, declared: str, warnings: list[str]) -> str:
    """The text; `warnings` is told, once, where it isn't what is declared, or was guessed. "" for what is no text."""
    if has_holes(data):
        data = data.replace(b"\0", b" ")
        warnings += [HOLES] if HOLES not in warnings else []
    if b"\0" in data or not sniff(data[:HEAD]):
        try:
            return decode(data, "").text
        except UnreadableError:
            return ""
    text, odd = decoded(data, declared, overruled=False)
    warnings += (one for one in odd if one not in warnings)
    return text


def parted(paragraphs: Iterable[str]) -> tuple[list[str], list[str]]:
    """The letter, and its footers: what a newsletter says of itself, and what follows a signature's dashes."""
    letter: list[str] = []
    footers: list[str] = []
    found = list(paragraphs)
    whole = "\n".join(found).casefold()
    words = [word for word in _FOOTER_WORDS if word in whole]
    for at, paragraph in enumerate(found):
        first, _, rest = paragraph.partition("\n")
        if _SIGNATURE.fullmatch(first) and letter:
            footers += [rest, *found[at + 1 :]]
            break
        is_footer = len(paragraph) < _LONGEST_FOOTER and words and _is_footer(paragraph, words)
        (footers if is_footer else letter).append(paragraph)
        # Behind the way out, in the second half of a letter, nothing is news.
        if is_footer and letter and at * 2 >= len(found):
            footers += found[at + 1 :]
            break
    return letter, footers


def _is_footer(paragraph: str, words: Iterable[str]) -> bool:
    folded = paragraph.casefold()
    return any(word in folded for word in words) and _FOOTER.search(paragraph) is not None


def in_browser(markup: str) -> str | None:
    """The address at which a newsletter can be read on the web, where it says so itself."""
    folded = markup.casefold()
    if "http" not in folded or not any(word in folded for word in ("browser", "online", "navigateur", "navegador", "web")):
        return None
    found = _BROWSER.search(markup) or _BROWSER_TEXT.search(markup)
    return unescape(found[1]).rstrip(">)].,") if found else None
