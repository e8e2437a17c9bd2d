"""A place in capitals with nothing between it and the story: "WASHINGTON Mara Lind said ...".

A company may write its first word so too ("BOSTON Harbour Corp said ..."). So what follows must be none of the place: a
country, an office of state, or a person, whom the story calls by the surname alone further down.
"""

import re

from newscli.parse.conventions import Convention, convention
from newscli.parse.places import Places, is_city, is_region, listed

_OFFICE = (
    r"(?:Vice )?President|Prime Minister|(?:Foreign|Finance|Defen[cs]e|Interior|Justice) Minister|Secretary of State|Congress"
    r"|Republicans?|Democrats?|Pope|King|Queen|Chancellor"
)
BEFORE_NAME: Convention = convention(
    "dateline.place-name",
    rf"(?P<lead>[A-Z]{{3,}}(?:[ .'-][A-Z]+){{0,3}})\s+(?=[A-Z])(?:(?:{_OFFICE})\s"
    r"|(?P<name>[A-Z][a-z][\w'’-]*(?: [A-Z]\.)?(?: [A-Z][\w’-]*[a-z])?)(?:['’]s)?(?:,? (?!of\b|for\b)[a-z]|, ))",
    "OSLO Mara Lind closed the harbour on Tuesday. Lind spoke of fog.",
)
_INSTITUTION = re.compile(
    r"(?:Corp|Inc|Co|Ltd|Plc|Company|Corporation|Group|Bank|Banks|Trust|Fund|Funds|Industries|University|College|School|Council"
    r"|Commission|Party|Club|United|City|County|State|District|Hospital|Church|Museum|Airlines|Airways|Airport|Motors|Energy|Oil"
    r"|Gas|Power|Steel|Railway|Times|Post|Herald|Stock|Exchange|Market|Center|Centre|House|Hall|Park|Street|Society|Symphony"
    r"|Police|Fire|Department|Authority|Board|Court|Union|Association|Institute|Festival|Marathon|Open|Olympics|Games|Sox)"
)
_LONGEST = 80  # characters
_FAR = 6_000  # characters within which the surname comes again


def before_name(text: str, start: int, end: int) -> tuple[Places, int] | None:
    """The places that a paragraph begins with where a name follows, and how many characters they are."""
    if not text[start : start + 3].isupper() or text[end - 1] not in '.!?"”’':
        return None
    found = BEFORE_NAME.looks.match(text, start, min(end, start + _LONGEST))
    if not found or not is_city(found["lead"]):
        return None
    name = (found["name"] or "").replace("’", "'").removesuffix("'s")
    if name and not is_region(name) and not _is_person(text, found["lead"], name, found.end()):
        return None
    named = listed(found["lead"])
    return (named, len(found["lead"])) if named and named.capitals else None


def _is_person(text: str, lead: str, name: str, end: int) -> bool:
    """Whether the story calls somebody by the last of these words alone, and nothing by the place and the first."""
    given, _, surname = name.partition(" ")
    surname = surname.rpartition(" ")[2]
    if not surname or _INSTITUTION.fullmatch(given) or _INSTITUTION.fullmatch(surname):
        return False
    rest = text[end : end + _FAR]
    if f"{lead.title()} {given}" in rest:
        return False
    return re.search(rf"(?:^|[.\"“] |\n|[a-z,] )(?<!the )(?<!a ){re.escape(surname)}(?:['’]s)?[ ,.](?![A-Z])", rest) is not None
