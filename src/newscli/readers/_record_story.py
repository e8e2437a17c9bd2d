"""The text of a record: paragraphs, captions, and what stands beside them, in whatever form JSON has them."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from newscli.readers._record_names import folded
from newscli.readers._record_view import View
from newscli.readers._story import credited
from newscli.readers._swissdox import marked
from newscli.readers._values import first, paragraphs, plain, several

# Of a list or object of pictures, only what these say is a caption.
_CAPTION_KEYS = ("caption", "fullcaption", "descriptiontext", "descriptionhtml", "description")
_CREDIT_KEYS = ("creditline", "credit", "credittext", "byline", "photographer", "authors", "author", "credits")
_NOTE_KEYS = ("ednote", "note", "value")
_CORRECTION = re.compile(r"\bcorrection(?:short)?$", re.I)  # roles of dpa's
_TITLES, _CAPTION = frozenset(("title", "headline")), "caption"  # parts of Belga's items that are no text of the story
_CUT = re.compile(r"(?:\s?(?:…|\.\.\.))?\s*\[\+?(?P<count>[\d,]+) chars\]\s*$")
_APART = re.compile(r"\s*\|\|\|\|\|\s*")  # holds the documents of one row of multi_news apart


def story_of(view: View) -> tuple[list[str], list[str], tuple[str, ...]]:
    """The paragraphs of the first value that has text, captions that stand among them, and warnings."""
    lead = plain(view.values.get("snippet")) if "source_name" in view.values and "an" in view.values else ""
    for _, value in view.every("text"):
        if isinstance(value, list) and value and isinstance(value[0], dict) and "type" in value[0]:
            return (*_blocks(value), ())
        if isinstance(value, list) and value and isinstance(value[0], dict) and "proxies" in value[0]:
            if any(told := _components(value)):
                return (*told, ())
            continue
        swiss = marked(value) if isinstance(value, str) else None
        story, captions = paragraphs(swiss.text if swiss else value)
        if swiss:
            captions += swiss.captions
        if not any(map(str.strip, story)):
            continue
        if lead and not "\n".join(story).startswith(lead):  # of Factiva's snapshots: the body is what comes behind it
            story.insert(0, lead)
        if story[-1].endswith("]") and (cut := _CUT.search(story[-1])):
            story[-1] = story[-1][: cut.start()]
            return story, captions, (f"the text is cut: {int(cut['count'].replace(',', '')):,} more characters are not in it",)
        return story, captions, ()
    return [], [], ()


def apart(story: list[str]) -> list[list[str]]:
    """The documents that one text holds: one, or what rows of five bars divide."""
    if not any("|||||" in paragraph for paragraph in story):
        return [story]
    whole = "\n\n".join(story).replace("NEWLINE_CHAR", "\n\n")
    return [document.split("\n\n") for document in _APART.split(whole) if document.strip()]


def _blocks(blocks: Iterable[object]) -> tuple[list[str], list[str]]:
    """The paragraphs and captions of a list of typed blocks: Arc's content_elements, the Washington Post of TREC."""
    story: list[str] = []
    captions: list[str] = []
    for block in blocks:
        if not isinstance(block, dict):
            continue
        kind = block.get("type")
        if kind in ("text", "sanitized_html", "paragraph", "p", "header", "heading", "headline", "html", "raw_html"):
            story += paragraphs(block.get("content") or block.get("text") or block.get("value"))[0]
        elif kind in ("list", "quote", "blockquote"):
            items = block.get("items") or block.get("content_elements") or ()
            inner = _blocks({**one, "type": one.get("type", "text")} for one in items if isinstance(one, dict))
            story += inner[0]
            captions += inner[1]
        elif kind in ("image", "picture"):
            captions += _caption(block)
    return story, captions


def _components(components: Iterable[object]) -> tuple[list[str], list[str]]:
    """The paragraphs and captions of Belga's components, each of which has its text in proxies."""
    story: list[str] = []
    captions: list[str] = []
    for one in components:
        if not isinstance(one, dict) or (kind := plain(one.get("assetType")).casefold()) in _TITLES:
            continue
        proxies = [proxy for proxy in one.get("proxies") or () if isinstance(proxy, dict)]
        texts = (proxy.get(name) for proxy in proxies for name in ("varcharData", "clobData"))
        told = next((said for text in texts if any(map(str.strip, said := paragraphs(text)[0]))), [])
        (captions if kind == _CAPTION else story).extend(told)
    return story, captions


class Captions(NamedTuple):
    """Captions that a record states: its own, as a picture has, and those of its pictures."""

    own: list[str]
    of_pictures: list[str]


def captions_of(view: View) -> Captions:
    """What a record and its pictures say."""
    own: list[str] = []
    found: list[str] = []
    for name, value in view.every("captions"):
        if "caption" in name:
            own += several(value) if isinstance(value, list) else [plain(value)]
        else:
            pictures = list(value.values()) if isinstance(value, dict) and name == "associations" else value
            for picture in pictures if isinstance(pictures, list) else (pictures,):
                found += _caption(picture)
    kept = dict.fromkeys(filter(None, own))
    return Captions(list(kept), [one for one in dict.fromkeys(found) if one and one not in kept])


def _caption(picture: object) -> list[str]:
    if not isinstance(picture, dict):
        return []
    named = {folded(str(key)): value for key, value in picture.items()}
    text = first(named, _CAPTION_KEYS)
    return [credited(text, first(named, _CREDIT_KEYS))] if text else []


class Beside(NamedTuple):
    """What stands beside a story; `marks` are the initials below it."""

    notes: list[str]
    corrections: list[str]
    marks: list[str]


def beside(view: View) -> Beside:
    """What a record's boxes and its editors say."""
    notes: list[str] = []
    corrections: list[str] = []
    marks: list[str] = []
    found = view.every("notes")
    updates = bool(found) and plain(view.values.get("signal")).endswith("update")  # then dpa calls corrections what is new
    for _, value in found:
        for one in value if isinstance(value, list) else (value,):
            said, role = (first(one, _NOTE_KEYS), plain(one.get("role"))) if isinstance(one, dict) else (one, "")
            by_role = (
                marks if role.endswith("closingline") else corrections if _CORRECTION.search(role) and not updates else notes
            )
            by_role += paragraphs(said)[0]
    return Beside(list(dict.fromkeys(notes)), corrections, marks)


def summary_of(view: View) -> tuple[str, list[str]]:
    """(which name says it, its lines) of what stands above or beside a story to tell what is in it."""
    inside = (("summary", value.get("summary")) for _, value in view.every("text") if isinstance(value, dict))  # Fundus
    return next(((name, said) for name, value in (*view.every("summary"), *inside) if (said := _summary(value))), ("", []))


def _summary(value: object) -> list[str]:
    if isinstance(value, dict) and "sentences" in value:
        value = value["sentences"]
    return [text for paragraph in paragraphs(value)[0] for text in paragraph.split("\n") if text.strip()]
