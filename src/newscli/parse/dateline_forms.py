"""The forms of datelines, a table a kind: those that can't be mistaken, and those that are only believed where a story begins.

`kind` is what must vouch for a row beside its shape (see dateline): its outer shape alone is no dateline.
"""

from newscli.parse.conventions import Convention, convention
from newscli.parse.dates import DATELINE_DATE, MONTH

_SEP = r"(?P<sep>\s*(?:--+|[-–—_―\ufffd](?:\s?[–—])?|\.\s?[-–—])(?!\w*-)\s*)"
_SEP_OR_COLON = _SEP.replace("(?P<sep>\\s*(?:", "(?P<sep>\\s*(?::(?=\\s)|")
_SEP_OR_STOP = _SEP.replace("(?P<sep>\\s*(?:", "(?P<sep>\\s*(?:\\.(?=\\s)|")
DATE = rf"(?P<date>(?i:{DATELINE_DATE}))"
_LEAD = r"(?P<lead>[^()\n\r:;\"“”]{2,100}?(?:\s?\([^\W\d_a-z][\w .'-]{2,30}\))?(?:\s?\[[A-Z][a-z ]{2,20}\])?)"
_GAP = r"(?:\s*+,)?\s*+"  # gives nothing back: 300 spaces behind a word would be divided in 100,000 ways
# What a sentence may begin with, and a name may not.
_FIRST_WORDS = "A|An|The|In|On|At|For|With|After|As|It|When|There|This|These|Two|Three|Four|Five|Police|Officials"
_AGENCY = r"\((?P<agency>[A-Za-z][^()\n]{1,40})\)"

# What must vouch for a family, beside its shape.
AGENCY = "agency"  # an agency of the list
NAMED = "named"  # an agency of the list, or whatever stands in brackets behind a place in capitals
PLACE = "place"  # a place of the table and a comma, or else one in capitals and a sentence behind it
KNOWN = "known"  # a place of the table, and a sentence behind it
SENTENCE = "sentence"  # a sentence behind it
STORY = "story"  # a place of the table, and a sentence behind it that ends: a headline may look just the same
SHAPED = "shaped"  # a place in capitals: the rest of the shape can't be mistaken
BARRED = "barred"  # an agency of the list, or whatever stands between bars behind a place of the table

# An agency stands in these: they can't be mistaken, and what stands above one is no story. The commonest first; `kind` is
# what must vouch.
BRACKETS: tuple[Convention, ...] = (
    convention("dateline.place-agency", rf"{_LEAD}(?<!-){_GAP}(?:-\s*+)?(?!\(PRW[Ee][Bb]\),? [A-Z]){_AGENCY}{_SEP_OR_COLON}?",
               "WEST BAY, Fla./OSLO (Reuters) - Ships sailed.", NAMED),
    convention("dateline.agency-place",
               rf"(?:ANSA\s+)?{_AGENCY}\s*+(?:-\s*+)?{_LEAD}(?:,\s+{DATE})?(?P<sep>\s++(?:--?|–|—)\s+)",
               "(ANSA) - Rome, October 11 - Ships sailed.", KNOWN),
    convention("dateline.agency", rf"\(?{_AGENCY}(?P<sep>\s*(?:--+|[-–—_])\s*)",
               "(Bloomberg) -- Copper fell for a third day.", AGENCY),
    convention("dateline.date-agency", rf"{DATE},?\s*{_AGENCY}{_SEP}", "Nov 11 (Reuters) - Grain trains moved.", AGENCY),
    convention("dateline.business-wire",
               r"(?P<lead>[A-Z][^()\n]{2,60}?)\s?(?:--|[–—])\s?\((?P<agency>BUSINESS WIRE|Business Wire|Market[Ww]ired?"
               rf"|Newsfile Corp\.)(?: [-–—] (?:{DATE}|[^()\n]{{3,30}}))?\)(?P<sep>\s*(?:--?|[–—])\s*)",
               "FREMONT, Calif.--(BUSINESS WIRE)--Harbour Corp said ships sailed.", AGENCY),
    convention("dateline.place-date-agency", rf"{_LEAD}(?:\s*+,)?\s++{DATE}{_GAP}{_AGENCY}{_SEP_OR_COLON}?",
               "SHANGHAI, Jan 11 (Reuters) - Ships sailed.", NAMED),
    convention("dateline.agency-date", rf"{_LEAD}\s\((?P<agency>PRWEB|PRWeb)\),?\s+{DATE}{_SEP}",
               "Oslo, Norway (PRWEB) January 11, 2012 -- Harbour Corp said ships sailed.", AGENCY),
    convention("dateline.no-date", rf"{_LEAD},\s+NO DATE\s+{_AGENCY}{_SEP}",
               "OSLO, NO DATE (HARBOUR RADIO) -- [TEXT] Ships sailed.", NAMED),
    convention("dateline.fbis", rf"{_LEAD},\s+{DATE}\s+\((?P<agency>[^()\n]{{2,80}})\)(?P<sep>\s*(?:--|-|–|—)?\s*)(?=\[[A-Z])",
               "OSLO, 8 MAR 90 (HARBOUR RADIO AND TELEVISION SERVICE OF THE NORTH) -- [TEXT] SHIPS SAILED.", SHAPED),
    convention("dateline.half-bracket",
               rf"(?:(?![A-Z][a-z]{{2,8}}\.? \d){_LEAD}{_GAP})?(?:{DATE}{_GAP})?(?:\((?=[A-Za-z]+\s*-)|(?=[A-Za-z]+\)))"
               rf"(?P<agency>Reuters|AP|AFP|UPI)\)?{_SEP}",
               "OSLO, Jan 11 (Reuters - Ships sailed.", AGENCY),
    convention("dateline.empty-bracket",
               rf"{_LEAD}(?:,\s+{DATE})?(?P<agency>)\s*\(\s*\){_SEP}", "WASHINGTON () - Ships sailed.", KNOWN),
    convention("dateline.agency-glued", r"\((?P<agency>[A-Za-z][^()\n]{1,30})\)\s*(?=[A-Z\"“])",
               "(Reuters) Ships sailed on Tuesday.", AGENCY),
    convention("dateline.agency-in-slashes", rf"{_LEAD},\s+{DATE}\.?\s*/(?P<agency>[A-ZА-Я][\w. -]{{2,30}})/{_SEP_OR_STOP}",
               "OSLO, Feb. 12, 2020 /PRNewswire/ -- Harbour Corp said ships sailed.", PLACE),
    convention("dateline.agency-in-slashes-colon",
               rf"{_LEAD}\s*/(?P<agency>[A-Za-z]{{2,12}}(?:[-/][A-Za-z]{{2,12}})?)/(?P<sep>\s*[:–-]\s+)",
               "BERGEN /ritzau/: Ships sailed.", KNOWN),
    convention("dateline.accesswire",
               rf"{_LEAD}\s*/\s*(?P<agency>ACCESSWIRE|Accesswire)\s*/\s*{DATE}(?P<sep>\s*/\s*|\s+[-–—]+\s+)",
               "OSLO, NORWAY / ACCESSWIRE / July 12, 2017 / Harbour Corp said ships sailed.", AGENCY),
    convention("dateline.barred",
               rf"(?:{_LEAD}\s*+)?\|\s?(?P<agency>[A-Z][\w .'-]{{1,24}})"
               r"(?P<sep>\s?\|(?:[^|\n]{4,40}\|)?(?:\s\d{1,4} words)?\s*)",
               "OSLO, Norway | AFP | Ships sailed on Tuesday.", BARRED),
)  # fmt: skip
# A date stands in these, with a place: they can't be mistaken either.
DATED: tuple[Convention, ...] = (
    convention("dateline.russian",
               rf"{_LEAD},\s+{DATE}\s+[-–—]\s+(?P<agency>(?i:РИА Новости|Р-Спорт))(?:, [\w ]{{3,40}})?(?P<sep>\.\s+)",
               "МОСКВА, 18 окт - РИА Новости. Ships sailed.", AGENCY),
    convention("dateline.place-date",
               rf"{_LEAD}(?:(?P<comma>\s*+,)\s*+|\s++){DATE}(?:\s*,\s*(?P<agency>Reuters?))?\s*,?{_SEP}",
               "SALVADOR, Feb 26 - Showers continued.", PLACE),
    convention("dateline.date-in-brackets", rf"{_LEAD}\s\({DATE}\){_SEP}",
               "OSLO, Norway (January 11, 2022) – Harbour Corp said ships sailed.", KNOWN),
    convention("dateline.dashed-date", rf"(?P<lead>[A-Z][\w .'’-]{{1,30}}, [A-Z][\w.]+)\s+[-–—]\s?{DATE}{_SEP}",
               "Oslo, Norway – February 12, 2019 – Harbour Corp said ships sailed.", KNOWN),
    convention("dateline.fbis-no-source", rf"{_LEAD},\s+(?:{DATE}|NO DATE)(?P<sep>\s*(?:--|-|–|—)\s*)(?=\[[A-Z])",
               "PUERTO NIEBLA, 8 MAR 90 -- [TEXT] SHIPS SAILED.", SHAPED),
    convention("dateline.misprinted-date",
               rf"{_LEAD}(?P<comma>,)\s+(?P<date>(?i:{MONTH})\.?(?:,?\s?[\dlO]{{1,3}})?)\s*,?{_SEP}",
               "SALVADOR, Feb 2O - Showers continued.", KNOWN),
    convention("dateline.bare-agency",
               rf"{_LEAD}(?P<comma>\s*+,)?\s++{DATE},?\s+(?P<agency>[A-Za-z]{{2,12}}(?: News| Press)?){_SEP_OR_STOP}",
               "SYDNEY March 22 AAP - Showers continued.", AGENCY),
)  # fmt: skip
# These are believed only where the story is known to begin.
BARE: tuple[Convention, ...] = (
    convention("dateline.chinese",
               r"(?P<agency>新华社|新华网|人民网|中新社|中新网)(?P<lead>\w{2,8}?)(?:\d{4}年)?(?P<date>\d{1,2}月\d{1,2}日)电(?P<sep>\s*)",
               "新华社北京9月2日电（记者王一鸣）列车恢复运行。", AGENCY),
    convention("dateline.place-in-brackets",
               r"\((?P<lead>[A-Z][^()\n\r:;\"“”]{2,60})\)(?P<sep>\s*(?:--+|[-–—_])\s*)(?=[A-Z\"“‘])",
               "(WASHINGTON) — Showers continued.", KNOWN),
    convention("dateline.date", rf"{DATE}{_SEP}(?=[A-Z\"“])", "April 7 - Showers continued.", SENTENCE),
    convention("dateline.place-dash",
               r"(?P<lead>[A-Z][^()\n\r:;\"“”]{2,60}?)(?P<sep>\s*[—–]{1,2}\s*|\s+(?:--+|_|-)\s+|--)(?=[A-Z\"“‘])",
               "WASHINGTON — Showers continued.", KNOWN),
    convention("dateline.place-region",
               r"(?P<lead>[A-Z]{2}[A-Z .'-]{1,25}, [A-Z][\w.]+(?: [A-Z][\w.]+)?)(?P<sep>\s+)(?=(?:A |The |[A-Z][a-z]))",
               "AUSTIN, Texas Showers continued.", KNOWN),
    convention("dateline.place-text",
               rf"(?P<lead>[A-Z]{{3}}[A-Z .'-]{{0,25}})(?P<sep>\s+)(?=(?:{_FIRST_WORDS})\s+[\w\"“])",
               "OSLO The harbour was closed on Tuesday.", KNOWN),
    convention("dateline.place-colon",
               r"(?P<lead>[A-Z]{2}[A-Z .'-]{2,30}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?)(?P<sep>:\s+)(?=[A-Z\"“‘])",
               "BEIRUT: Showers continued.", KNOWN),
    convention("dateline.title-colon",
               r"(?P<lead>[A-Z][a-z][\w .'’-]{1,24}(?:, [A-Z][\w.]+)?)(?P<sep>:\s+)(?=[A-Z\"“‘])",
               "Muscat: Showers continued over the gulf on Tuesday.", STORY),
    convention("dateline.place-date-colon", rf"{_LEAD}(?P<comma>,)\s+{DATE}(?P<sep>:\s+)(?=[A-Z\"“‘])",
               "Kathmandu, Jan 11: Showers continued.", PLACE),
    convention("dateline.place-date-stop",
               rf"(?P<lead>[A-Z]{{2}}[A-Z .'’-]{{1,25}})(?P<comma>,)\s+{DATE}(?P<sep>\.\s+)(?=[A-Z\"“‘])",
               "BERGEN, JAN. 11. Showers continued.", PLACE),
    convention("dateline.place-weekday",
               r"(?P<lead>[A-Z]{2}[A-Z .'’-]{1,25}), (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
               r"(?P<sep>\.?\s?[—–-]+\s?|\.\s+)(?=[A-Z\"“‘])",
               "LONDON, Tuesday.—Showers continued.", KNOWN),
    convention("dateline.place-stop-agency", rf"(?P<lead>[A-Z]{{2}}[A-Z .'’-]{{1,25}})\.\s+(?P<agency>[A-Z]{{4,12}}){_SEP}",
               "ASTANA. KAZINFORM – Showers continued.", AGENCY),
    convention("dateline.date-bar-place", rf"{DATE}\s?\|\s?{_LEAD}{_SEP}",
               "11 January 2022 | OSLO -- Ships sailed on Tuesday.", KNOWN),
    convention("dateline.on-its-line", rf"{_LEAD},\s+{DATE},\s+(?P<agency>[A-Z][a-z]\w*(?: News)?)\.?$",
               "OSLO, Jan. 11, Kyodo", AGENCY),
    convention("dateline.dated-line", rf"{_LEAD}(?P<comma>,?\s+){DATE}\.?$",
               "OSLO, Jan. 11, 1997", PLACE),
    convention("dateline.agency-first", r"(?P<agency>REUTERS|Reuters|AP|AFP)(?P<sep>\s+[-–—]+\s+)(?=[A-Z\"“])",
               "REUTERS - Showers continued.", AGENCY),
)  # fmt: skip
FAMILIES = (*BRACKETS, *DATED, *BARE)
# The place alone on the line above the story.
ALONE = convention("dateline.alone", r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?", "WASHINGTON", KNOWN)
# What a German page sets in front of the dateline of its first paragraph.
TEASER = convention(
    "note.teaser",
    r"(?<=[.!?\"“”»])\s+(?=[A-ZÄÖÜ][\w/. -]{2,40} – [A-ZÄÖÜ„\"])",
    "Nebel im Hafen. Bergen – Ships sailed.",
    "summary",
)
# What FBIS and others put between dateline and story.
SOURCE_MARKS = convention("furniture.source-mark", r"(?:\[[^\[\]\n]{1,80}\]\s*)+", "[SPEECH] [TEXT] Ships sailed.")
