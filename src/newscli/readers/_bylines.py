"""Authors as records state them: lists, objects, "By A and B", and the site's own name in the place of a person's."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from newscli.frozen import frozen
from newscli.parse import agencies
from newscli.parse.people import people
from newscli.readers._values import first, plain, several

_NO_PERSON = re.compile(
    r"https?:|www\.|\S+@\S+|^@|\d{3}|^\W*\d+\W*$|^(?:by|admin|administrator|unknown|anonymous|staff|editor)$", re.I
)
# What stands behind a name and is none: "Mara Lind, Contributor".
_ROLE = re.compile(
    r",?\s*\b(?:(?:Guest |Opinion |Senior |Staff )?(?:Contributor(?:[A-Z]\w*)?|Columnist|Author|Blogger)s?|View all posts)\b.*",
    re.I | re.S,
)
_HOUSE_STAFF = re.compile(r"\s+(?:Staff|News Agency|News Service|Newsroom|Editors?|Team)$", re.I)
# How papers are called and hardly anybody is: "Harbour Times", "Coast Media".
_HOUSE = re.compile(
    r"\b(?:Times|News|Gazette|Tribune|Herald|Chronicle|Newspapers?|Media|Network|Magazine|Newswires?|Newsroom|Radio|Zeitung"
    r"|Nachrichten|Agency|Agentur|Agence|Agencia|Agenzia)(?: (?:Staff|Online|Team|Desk))?$"
)
_LETTERS = re.compile(r"[^\W\d_][^\W\d_'’.\s-]*(?:[\s'’.-]+[^\W\d_]+)*\.?")
# "By" of other languages, too, unless several are named behind it, whom the parser knows by it.
_AND = re.compile(r"^(?:(?i:and|&)\s+|(?:Von|Par|Por|Door|Av)\s+(?=[^\W\d_])(?!.*(?:,|\s(?:und|et|y|e|en|och|og)\s)))")
_BY = re.compile(r"^by\s+", re.I)
_ORGANISATION = re.compile(r"organi[sz]ation|NewsMediaOrganization|corporation", re.I)
_EDITOR = re.compile(r"(?:.*:)?editor$", re.I)
_GIVEN = ("firstname", "firstName", "givenName")
_FAMILY = ("lastname", "lastName", "familyName")
_LONGEST = 300  # characters of a byline; more is a biography


@frozen
class Byline:
    """`text` is what stands in the article, "" where no person is named; `names` are people that the parser would not know
    for such; `agency` is the house where it stands in the place of a person; `editors` are listed among authors."""

    text: str = ""
    names: tuple[str, ...] = ()
    agency: str | None = None
    editors: tuple[str, ...] = ()


def byline(value: object, houses: Iterable[str] = ()) -> Byline:
    """What an author field says. `houses` are the site's or the publication's names, which are no persons."""
    if isinstance(value, str):
        return _remembered(value, tuple(houses))
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return _remembered(tuple(value), tuple(houses))
    return _byline(value, houses)


@lru_cache(maxsize=4096)  # who writes one story writes the next
def _remembered(value: str | tuple[str, ...], houses: tuple[str, ...]) -> Byline:
    return _byline(value if isinstance(value, str) else list(value), houses)


def _byline(value: object, houses: Iterable[str]) -> Byline:
    own = {_bare(house) for house in houses}
    listed = value if isinstance(value, list) else ()
    editors = [one for one in listed if isinstance(one, dict) and _EDITOR.match(plain(one.get("type") or one.get("role")))]
    if editors:
        value = [one for one in listed if one not in editors]
    agency: str | None = None
    persons: list[str] = []
    for person, whole in _authors(value):
        if not whole or len(whole) > _LONGEST:
            continue
        before, _, last = whole.rpartition(", ")
        name = before if before and agencies.known(last) else whole  # "Mara Lind, AP"
        agency = agency or (last if name != whole else None)
        house, is_agency, names_nobody = _looked_at(name)
        if is_agency:
            agency = agency or house
        elif person and not names_nobody and _bare(name) not in own and _bare(house) not in own:
            persons.append(name)
    persons = list(dict.fromkeys(persons))
    return Byline(
        _listed(persons),
        tuple(filter(_is_strange, persons)),
        agency,
        tuple(name for person, name in _authors(editors) if person and name),
    )


def same_house(one: str, other: str) -> bool:
    """Whether two names are one publication's."""
    return bool(bare := _bare(one)) and bare == _bare(other)


@lru_cache(maxsize=4096)
def _looked_at(name: str) -> tuple[str, bool, bool]:
    """A name without "Staff"; whether it is an agency's; whether it is nobody's."""
    house = _HOUSE_STAFF.sub("", name)
    return house, agencies.known(house), bool(_NO_PERSON.search(name) or _HOUSE.search(name))


def _authors(value: object) -> Iterable[tuple[bool, str]]:
    """(whether this is a person, the name) of each author."""
    if isinstance(value, dict):
        if "by" in value and isinstance(value["by"], str | list):  # Arc: credits.by; AP: bylines[].by
            listed = value["by"]
            return _authors(_BY.sub("", listed) if isinstance(listed, str) else listed)
        if isinstance(names := value.get("name"), list):
            return [pair for name in names for pair in _authors({**value, "name": name})]
        parts = (first(value, _GIVEN), first(value, _FAMILY))
        name = first(value, ("name", "fullName")) or " ".join(filter(None, parts)) or plain(value)
        return [(not _ORGANISATION.search(plain(value.get("@type") or value.get("type"))), _tidy(name))]
    if isinstance(value, list):
        return [pair for one in value for pair in _authors(one)]
    return [(True, _tidy(name)) for name in several(value, ";|")]


@lru_cache(maxsize=4096)  # who writes one story writes the next
def _tidy(name: str) -> str:
    tidy = _AND.sub("", _ROLE.sub("", " ".join(name.split())).strip(" ,;|·•"))
    person, slash, house = tidy.rpartition("/")  # "Mara Lind/TT"
    return person.strip() if slash and " " in person and agencies.known(house.strip()) else tidy


def _listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """A house's name as it can be compared: "www.Harbour-Times.com" is "harbourtimes"."""
    name = re.sub(r"^https?://|^www\.|^the\s+|/.*$", "", name.strip().casefold())
    name = re.sub(r"\.(?:co\.uk|com|org|net|co|[a-z]{2,4})$", "", name)
    return re.sub(r"[\W_]+", "", name)


@lru_cache(maxsize=4096)
def _is_strange(name: str) -> bool:
    """Whether all of a text can be one name, and the parser would not know it: "bell hooks"."""
    if len(name) < 2 or len(name.split()) > 4 or not _LETTERS.fullmatch(name):
        return False
    return not people(name, "by")
