"""ProQuest's XML: a RECORD of its text mining service, and a Record of its historical newspapers."""

from typing import TYPE_CHECKING

from newscli.article import Facts, Stated
from newscli.readers import RawArticle
from newscli.readers._compose import composed
from newscli.readers._markup import paragraphs
from newscli.readers._moments import moment
from newscli.readers._names import byline
from newscli.readers._xml import children, every, find, text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # a type only: parsing is defusedxml's

ROOTS = ("RECORD", "Record")
SIGNS = ((b"<RECORD", b"<GOID"), (b"<Record", b"<RecordTitle"), (b"<Record", b"<NumericPubDate"))


def record(element: "Element") -> RawArticle:
    """One article of either kind. What they call things differs; what they mean does not."""
    obj = find(element, "Obj")
    date = moment(_first(element, ("Obj", "NumericDate"), ("NumericPubDate",), ("Obj", "StartDate")))[0]
    story = next((one for one in every(element, "Text") if text(one)), find(element, "FullText"))
    body = paragraphs("".join(story.itertext())) if story is not None else []
    abstract = next((text(one) for one in every(element, "AbsText") if text(one)), text(find(element, "Abstract")))
    warnings = ("text: ProQuest gives an abstract only",) if abstract and not body else ()
    terms = [text(one) for one in every(element, "GenSubjValue")]
    return composed(
        body or [abstract],
        Stated(
            date,
            rights=text(next(every(element, "CopyrightData"), None)) or None,
            facts=Facts(
                url=_first(element, ("URLDocView",), ("Obj", "URLDocView")),
                source=_first(
                    element,
                    ("DFS", "PubFrosting", "Title"),
                    ("DFS", "PublicationInfo", "PublicationTitle"),
                    ("Publication", "Title"),
                ),
                section=text(next(every(obj, "Section"), None)) or None,
                language=text(next(every(obj, "RawLang"), None)) or _first(element, ("LanguageCode",)),
                subjects=tuple(dict.fromkeys(filter(None, terms))),
            ),
        ),
        headline=_first(element, ("Obj", "TitleAtt", "Title"), ("RecordTitle",)),
        byline=byline("; ".join(_authors(element))),
        warnings=warnings,
    )


def _first(element: "Element", *paths: tuple[str, ...]) -> str | None:
    """The first of these paths that has text."""
    return next((found for path in paths if (found := text(find(element, *path)))), None)


def _authors(element: "Element") -> list[str]:
    """The contributors who wrote it, first name first."""
    names = []
    for one in every(element, "Contributor"):
        role = text(find(one, "ContribRole")) or one.get("ContribRole", "")
        person = find(one, "Author") if find(one, "Author") is not None else one
        last = text(next(every(person, "LastName"), None))
        first = text(next(every(person, "FirstName"), None))
        original = text(next(every(person, "OriginalForm"), None)) or text(next(children(one, "PersonName"), None))
        if role.casefold() in ("", "author", "aut", "byline"):
            names.append(f"{first} {last}".strip() if last else original)
    return [name for name in names if name]
