"""Encodings: what a file says it is in is believed unless it lies, and a guess has its warning, in every format."""

import base64

import pytest
from tests.readers.conftest import Records

from newscli.readers._declared import decoded, encoding

RUSSIAN = "Паромы снова вышли. Ветер стих к утру, и поезда с зерном пошли в столицу."
POLISH = "Promy znów kursują. Żaden statek się nie spóźnił, powiedział kapitan Łukasz Wiśniewski."
GREEK = "Τα πλοία διέσχισαν ξανά το φιόρδ. Κανένα πλοίο δεν άργησε."
GERMAN = "Fähren fahren wieder. Der Wind – so der Hafenmeister – ließ nach."
JAPANESE = "フェリーがフィヨルドを再び渡る。風は朝までに弱まった。"


@pytest.mark.parametrize(
    ("text", "said", "codec"),
    [
        (GERMAN, "iso-8859-1", "cp1252"),
        (POLISH, "iso-8859-2", "iso8859-2"),
        (POLISH, "windows-1250", "cp1250"),
        (RUSSIAN, "windows-1251", "cp1251"),
        (RUSSIAN, "x-cp1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "ibm866", "cp866"),
        (GREEK, "iso-8859-7", "iso8859-7"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "windows-31j", "cp932"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (JAPANESE, "iso-2022-jp", "iso2022-jp"),
        ("渡轮〇再次穿越峡湾", "gb2312", "gbk"),  # what GB 2312 has no code for is written all the same
        (GERMAN, "utf-8", "utf-8"),
    ],
)
def test_what_tells_the_truth_is_believed_without_a_word(text: str, said: str, codec: str) -> None:
    assert decoded(text.encode(codec), said) == (text, ())


@pytest.mark.parametrize(
    ("text", "said", "codec", "name"),
    [
        (GERMAN, "iso-8859-1", "utf-8", "UTF-8"),
        (GERMAN, "utf-8", "cp1252", "Windows-1252"),
        (GERMAN, "windows-1251", "cp1252", "Windows-1252"),
        (RUSSIAN, "iso-8859-1", "cp1251", "Windows-1251"),
        (RUSSIAN, "utf-8", "koi8-r", "KOI8-R"),
        (RUSSIAN, "windows-1251", "koi8-r", "KOI8-R"),
        (RUSSIAN, "koi8-r", "cp1251", "Windows-1251"),
        (RUSSIAN, "iso-8859-5", "cp1251", "Windows-1251"),
        (RUSSIAN, "windows-1250", "cp1251", "Windows-1251"),
        (RUSSIAN, "gb2312", "utf-8", "UTF-8"),
        (POLISH, "iso-8859-2", "cp1250", "Windows-1250"),
        (POLISH, "windows-1250", "iso8859-2", "ISO-8859-2"),
        (JAPANESE, "shift_jis", "euc-jp", "EUC-JP"),
        (JAPANESE, "utf-8", "cp932", "Shift_JIS"),
    ],
)
def test_a_lie_is_found_out(text: str, said: str, codec: str, name: str) -> None:
    assert decoded(text.encode(codec), said) == (text, (f"read as {name}: it says {said}, and is not",))


def test_a_torn_character_is_no_lie() -> None:
    data = JAPANESE.encode("cp932") * 10
    assert encoding(data[:-1] + b" " + data, "shift_jis") == ("cp932", "")


def test_a_few_western_bytes_in_utf8_do_not_make_all_of_it_western() -> None:
    text, warnings = decoded(GERMAN.encode() * 3 + b" caf\xe9", "utf-8")
    assert text == GERMAN * 3 + " café"
    assert warnings == ("some bytes are not UTF-8 and were read as Windows-1252",)


@pytest.mark.parametrize("said", ["", "hex", "no-such-name", "idna"])
def test_what_is_no_encoding_of_text_states_nothing(said: str) -> None:
    (warning,) = decoded(RUSSIAN.encode("koi8-r"), said)[1]
    assert warning == "read as KOI8-R: some of it is not UTF-8; a guess, which --encoding overrules"


def as_nitf(said: str, text: str, codec: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="{said}"?>\n<nitf><body><body.head><hedline><hl1>{text}</hl1></hedline></body.head>'
        f"<body.content><p>{text}</p></body.content></body></nitf>"
    ).encode(codec)


def as_newsml1(said: str, text: str, codec: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="{said}"?><NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>{text}</HeadLine>'
        f"</NewsLines><ContentItem><DataContent><p>{text}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    ).encode(codec)


def as_newsmlg2(said: str, text: str, codec: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="{said}"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a" version="1">'
        f'<itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>{text}</headline></contentMeta>'
        f'<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body></html></inlineXML></contentSet>'
        "</newsItem>"
    ).encode(codec)


def as_rss(said: str, text: str, codec: str) -> bytes:
    item = f"<item><title>{text}</title><description>{text}</description></item>"
    return f'<?xml version="1.0" encoding="{said}"?><rss version="2.0"><channel>{item}</channel></rss>'.encode(codec)


def as_xml(said: str, text: str, codec: str) -> bytes:
    article = f"<article><title>{text}</title><date>2022-01-14</date><text>{text} {text}</text></article>"
    return f'<?xml version="1.0" encoding="{said}"?><archive>{article}</archive>'.encode(codec)


def as_page(said: str, text: str, codec: str) -> bytes:
    return (
        f'<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset={said}"><title>{text}</title>'
        f"</head><body><article><h1>{text}</h1><p>{text} {text}</p><p>{text} {text} {text}</p></article></body></html>"
    ).encode(codec)


def as_mail(said: str, text: str, codec: str) -> bytes:
    head = f"From: a@harbour.example\nSubject: Ferries\nMIME-Version: 1.0\nContent-Type: text/plain; charset={said}\n"
    return f"{head}Content-Transfer-Encoding: base64\n\n".encode() + base64.encodebytes(text.encode(codec))


def as_mailed_page(said: str, text: str, codec: str) -> bytes:
    """Only the page inside says what it is in."""
    head = b"From: a@harbour.example\nSubject: Ferries\nMIME-Version: 1.0\nContent-Type: text/html\n"
    return head + b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(as_page(said, text, codec))


def as_rtf(said: str, text: str, codec: str) -> bytes:
    escaped = "".join(chr(byte) if byte < 128 else f"\\'{byte:02x}" for byte in text.encode(codec))
    page = {"utf-8": "65001", "iso-8859-1": "1252", "koi8-r": "20866"}.get(said, said.rpartition("-")[2])
    return f"{{\\rtf1\\ansi\\ansicpg{page}{{\\fonttbl{{\\f0\\fcharset0 Arial;}}}}\\f0 {escaped}\\par {escaped}\\par}}".encode()


def as_nexis(said: str, text: str, codec: str) -> bytes:
    return (
        f'<html><head><meta charset="{said}"></head><body><!-- LXNComment 1:1 --><p>1 of 1 DOCUMENTS</p>'
        f"<p>Harbour Times</p><p>January 14, 2022</p><p>{text}</p><p>LENGTH: 30 words</p><p>{text}</p></body></html>"
    ).encode(codec)


MAKERS = {
    "nitf": as_nitf, "newsml1": as_newsml1, "newsmlg2": as_newsmlg2, "rss": as_rss, "xml": as_xml, "html": as_page,
    "mail": as_mail, "mail with a page": as_mailed_page, "word": as_rtf, "nexis": as_nexis,
}  # fmt: skip


@pytest.mark.parametrize("format_name", MAKERS)
@pytest.mark.parametrize(
    ("text", "said", "codec", "name"),
    [
        (GERMAN, "iso-8859-1", "utf-8", "UTF-8"),
        (GERMAN, "utf-8", "cp1252", "Windows-1252"),
        (RUSSIAN, "iso-8859-1", "cp1251", "Windows-1251"),
        (RUSSIAN, "windows-1251", "koi8-r", "KOI8-R"),
        (POLISH, "iso-8859-2", "cp1250", "Windows-1250"),
        (GERMAN, "iso-8859-1", "cp1252", ""),
        (RUSSIAN, "windows-1251", "cp1251", ""),
        (POLISH, "windows-1250", "cp1250", ""),
    ],
)
def test_a_declaration_in_each_format(records: Records, format_name: str, text: str, said: str, codec: str, name: str) -> None:
    (article,) = records(MAKERS[format_name](said, text, codec), format_name.partition(" ")[0], "a")
    assert text in (article.headline, *article.body)
    found = [warning for warning in article.warnings if warning.startswith("read as")]
    assert [warning.partition(":")[0] for warning in found] == [f"read as {name}"] * bool(name)


IPTC = b"\x01hta062 4 i 211 ccccb   dpa 061\r\n\r\nNorway/\r\n\x02Ferries cross =\r\n\r\n"
ANPA = b"\x16\x16\x01W2870\x1fnordic\r\nr i\x13\x11 BC-EU--Norway-Ferries     01-14 0121\r\n\x02^BC-EU--Norway-Ferries,121<\r\n"


@pytest.mark.parametrize(
    ("format_name", "head", "tail"),
    [
        ("iptc7901", IPTC, b"\r\n\x03141732 GMT Jan 22\r\n"),
        ("anpa", ANPA + b"^Ferries cross<\r\n\t   ", b"\r\n\t   \x03AP-WF-01-14-22 1732GMT<\r\n\x04"),
        ("zczc", b"ZCZC AAP\r\n$Ferries cross\r\n", b"\r\n\r\nNNNN\r\n"),
        ("trec", b"<DOC>\n<DOCNO> AP220115-0001 </DOCNO>\n<HEAD>Ferries cross</HEAD>\n<TEXT>\n", b"\n</TEXT>\n</DOC>\n"),
        ("mail", b"From: a@harbour.example\nSubject: Ferries\nDate: Fri, 14 Jan 2022 15:32:00 +0100\n\n", b"\n"),
        ("text", b"Ferries cross\n\n", b"\n"),
        ("nitf", b"<nitf><body><body.content><p>", b"</p></body.content></body></nitf>"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("text", "codec", "name"), [(RUSSIAN, "cp1251", "Windows-1251"), (GERMAN, "cp1252", "Windows-1252")])
def test_what_says_nothing_is_guessed_with_a_warning(
    records: Records, format_name: str, head: bytes, tail: bytes, text: str, codec: str, name: str
) -> None:
    (article,) = records(head + text.encode(codec) + tail, format_name)
    assert text in article.body
    (warning,) = article.warnings
    assert warning.startswith(f"read as {name}: ")
    assert ("--encoding" in warning) is (name != "Windows-1252" and format_name != "mail")


def test_a_subject_that_says_nothing_of_its_encoding(records: Records) -> None:
    head = b"From: a@harbour.example\nSubject: " + RUSSIAN.encode("cp1251")
    (article,) = records(head + b"\nDate: Fri, 14 Jan 2022 15:32:00 +0100\n\nFerries crossed.\n", "mail")
    assert article.headline == RUSSIAN
    assert article.warnings == ("read as Windows-1251: some of it is not UTF-8; a guess",)


def test_raw_bytes_in_rtf_are_in_its_code_page(records: Records) -> None:
    data = b"{\\rtf1\\ansi\\ansicpg1251 " + RUSSIAN.encode("cp1251") + b"\\par}"
    (article,) = records(data, "word")
    assert article.body == (RUSSIAN,)
    assert article.warnings == ()


def test_fonts_of_several_alphabets_in_rtf_are_believed(records: Records) -> None:
    fonts = "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}"
    russian = "".join(f"\\'{byte:02x}" for byte in "Паром".encode("cp1251"))
    data = f"{{\\rtf1\\ansi\\ansicpg1252{fonts}\\f0 F\\'e4hre heisst \\f1 {russian}.\\par}}"
    (article,) = records(data.encode(), "word")
    assert article.body == ("Fähre heisst Паром.",)
