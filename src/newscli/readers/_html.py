"""The story of a web page. Trafilatura finds it among menus, teasers and comments; the page's head says what it is.

A page becomes a record with schema.org's names, so that what is read from JSON and from pages is read in one way.
"""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from newscli.errors import MissingExtra, UnreadableError
from newscli.readers import Item, NotNews
from newscli.readers._declared import by_markup, decoded
from newscli.readers._html_authors import is_box
from newscli.readers._html_head import Head
from newscli.readers._html_story import is_prose, paragraphs
from newscli.readers._record import Found
from newscli.readers._record import articles as of_records
from newscli.readers._values import plain
from newscli.readers._xml import text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: lxml's elements are used in the same way

MOST_BYTES = 20_000_000  # of a page; its tree takes many times as much
_MOST_ELEMENTS = 100_000  # of a page without its lists of links: some 5 s
_MANY_ELEMENTS = 5_000  # few stories have as many; from here on each costs
_LINKS = 20  # of a list that is worth taking out
_LINKED = 0.8  # of such a list's text
_XML_PROLOG = re.compile(r"^\s*<\?xml[^>]*>")
_NO_STORY = "a web page without a story"
_PAGE = re.compile(r"<(?:!doctype|html|head|body|title|script|nav)\b", re.I)  # else it is a story out of somebody's system
_TOP = 5  # paragraphs in which a story's headline stands again
_BETWEEN = (":", "|", "-", "–", "—", "»")  # what holds a site's name and a headline apart in a title
_FRONT = "a front page or a list of stories, by its own word"


def articles(data: bytes, path: str, charset: str = "", url: str = "") -> Iterator[Item]:
    """The article of a page. `charset` and `url` are what its server said of it; a page's own address is its canonical one.

    NotNews for a page without a story; MissingExtra without trafilatura.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError(path, f"is a page of more than {MOST_BYTES:,} bytes")
    markup, warnings = _decoded(data, charset)
    values = _record(markup, path, url) if _PAGE.search(markup) else _fragment(markup)
    if not values["headline"] and not values["articleBody"]:
        raise NotNews(_NO_STORY)
    yield from of_records((Found(1, values, warnings),), {}, "a web page in which nothing")


def _record(markup: str, path: str, url: str) -> dict[str, object]:
    """A page as a record."""
    tree = _tree(markup, path)
    if tree is None:
        raise NotNews("a web page without a word")
    head = Head(tree, markup, url)
    if head.is_front:
        raise NotNews(_FRONT)
    told, facts = _extracted(tree, path)
    story = list(paragraphs(told)) if told is not None else []
    if not any(map(is_prose, story)):
        story = head.body or story
        if not (story and head.story) and not any(map(is_prose, story)):
            raise NotNews(_NO_STORY)
    pictures = {str(one.get("src")) for one in told.iter("graphic")} if told is not None else set()
    values = head.values(facts, _heading(told, head.site), story, list(_captions(tree, pictures | {head.picture})))
    values["headline"] = _without_site(plain(values["headline"]), tree)
    headline = plain(values["headline"]).casefold()
    values["articleBody"] = [
        one for at, one in enumerate(story) if at >= _TOP or (one.casefold() != headline and not is_box(one))
    ]
    return values


def _fragment(markup: str) -> dict[str, object]:
    """HTML that is all story, as a record."""
    from newscli.readers._markup import blocks, with_rows

    found = list(with_rows(blocks(markup)))
    captions = [block.text for block in found if block.within("figcaption")]
    story = [block for block in found if not block.within("figure")]
    headline = story.pop(0).text if story and story[0].within("h1") else ""
    return {"headline": headline, "articleBody": [block.text for block in story], "captions": captions}


def _decoded(data: bytes, charset: str) -> tuple[str, tuple[str, ...]]:
    """The text of a page, and what is odd about it."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").replace("\0", ""), ()
    return decoded(data.replace(b"\0", b""), charset or by_markup(data))


def _tree(markup: str, path: str) -> "Element | None":
    try:
        from trafilatura import load_html
    except ImportError:
        raise MissingExtra(path, "a web page", "html") from None
    _hush()
    markup = _XML_PROLOG.sub("", markup)
    if "<html" not in markup[:2000].casefold():
        markup = f"<html>{markup}</html>"
    return cast("Element | None", load_html(markup) if markup.strip() else None)


def _hush() -> None:
    """Trafilatura reports to the log what it can't make sense of; nobody listens, and Python would print it."""
    import logging

    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
            logger.propagate = False


def _extracted(tree: "Element", path: str) -> "tuple[Element | None, Mapping[str, Any]]":
    """(the story's elements, what trafilatura read from the head). Its own search for dates would take any in the page.

    In a page of very many elements, lists of links are none of the story, and trafilatura isn't asked for second opinions:
    each goes through all of it again, and they take in what stands around the story.
    """
    from trafilatura import bare_extraction

    large = _has_more(tree, _MANY_ELEMENTS)
    if large:
        tree = _without_links(tree)
        if _has_more(tree, _MOST_ELEMENTS):
            raise UnreadableError(path, f"is a page of more than {_MOST_ELEMENTS:,} elements")
    found = bare_extraction(
        cast(Any, tree),
        fast=large,
        include_comments=False,
        include_images=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        return None, {}
    facts: Mapping[str, Any] = found if isinstance(found, dict) else found.as_dict()
    return facts.get("body"), facts


def _has_more(tree: "Element", most: int) -> bool:
    return next(islice(tree.iter(), most, None), None) is not None


def _without_links(tree: "Element") -> "Element":
    """A copy of a page without the lists that are little but links."""
    copy = cast(Any, deepcopy(tree))  # lxml's iter takes several names
    for one in list(copy.iter("ul", "ol", "select", "nav")):
        linked = [text(link) for link in one.iter("a", "option")]
        if len(linked) >= _LINKS and sum(map(len, linked)) > _LINKED * len(text(one)):
            tail = one.tail
            one.clear()
            one.tail = tail
    return cast("Element", copy)


def _heading(body: "Element | None", site: str) -> str:
    """The heading of the first order near the beginning of the story, which is not the site's name."""
    for one in list(body if body is not None else ())[:_TOP]:
        said = text(one)
        if one.tag == "head" and one.get("rend") == "h1" and said.casefold() != site.casefold():
            return said
    return ""


def _without_site(headline: str, tree: "Element") -> str:
    """A title without what stands before the story's own heading: "Harbour Post: Ferries cross"."""
    if not any(map(headline.__contains__, _BETWEEN)):
        return headline
    headings = (text(one) for name in ("h1", "h2", "h3") for one in tree.iter(name))
    found = (one for one in headings if one and headline.endswith(one))
    return next((one for one in found if headline[: -len(one)].rstrip()[-1:] in _BETWEEN), headline)


def _captions(tree: "Element", pictures: set[str]) -> Iterator[str]:
    """What stands under the pictures of the story: the other pictures of the page belong to other stories."""
    names = {address.partition("?")[0].rpartition("/")[2] for address in pictures} - {""}
    for figure in tree.iter("figure"):
        images = (value for tag in ("img", "source") for image in figure.iter(tag) for value in image.attrib.values())
        if any(value.split(" ", 1)[0].partition("?")[0].rpartition("/")[2] in names for value in images):
            for caption in figure.iter("figcaption"):
                if said := text(caption):
                    yield said
