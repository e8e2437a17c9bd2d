"""The forms of notes that stand within a paragraph of the story, or are glued to the end of its last."""

from newscli.parse.conventions import Convention, convention

# Within or at the end of a paragraph; the second column is what a story must hold for the row to be tried.
INLINE: tuple[tuple[Convention, str], ...] = (
    (convention("link.read-more", r"(?<=[.!?\"”’)])\s+[Rr]ead more(?=\s+[A-Z\"“]|$)",
               "The port is open again. read more", "link"), "ead more"),
    (convention("note.register-inline",
               r"(?<=[.!?\"”’)])\s+Register now for FREE unlimited access to [\w.]+(?:\s+Register(?=\s|$))?",
               "The port is open again. Register now for FREE unlimited access to harbour.example", "boilerplate"),
     "Register now for FREE"),
    (convention("currency.inline", r"\(\s*(?:US)?\$1\s*=[^()\n]{1,60}\)",
               "Trains ran. ($1 = 435.20 tenge) More will.", "currency"), "$1"),
    (convention("currency.inline-euro", r"\(\s*1 (?:euro|pound|British pound|Swiss franc)\s*=[^()\n]{1,60}\)",
               "Trains ran. (1 euro = $1.36) More will.", "currency"), "(1 "),
)  # fmt: skip
# Glued to the end of the last paragraph, and ending in no full stop; behind each row, what a paragraph must hold for the row to
# be tried.
GLUED: tuple[tuple[Convention, tuple[str, ...]], ...] = (
    (convention("contact.phone", r"\s(?:[-–]+\s*)?[A-Z][\w .&/]{2,50}(?:[Nn]ewsroom|[Dd]esk|[Bb]ureau)"
               r"\s*,?\s*(?:[Tt]el\.?:?\s*)?\+?\s?\d[\d ()+-]{6,}"
               r"(?:\s*(?:[Ff]ax\.?:?)?\s*\+?\d[\d ()+-]{6,})?$",
               "Ships sailed. -- Oslo Newsroom +47 22 555 0100", "contact"), ("ewsroom", "esk", "ureau")),
    (convention("link.click-on",
                r"(?<=[.!?\"”)])\s+\W{0,4}For [^.\n]{5,160}\b(?:double-click|click|go to|see|visit)\b[^.\n]{0,80}$",
               "Ships sailed. For highlights of the talks click on [HARBOUR]", "link"), ("For ",)),
    (convention("currency.behind", r"(?<=[.!?\"”)])\s+\$1 ?= ?[\w. ]{3,40}$", "Ships sailed. $1 = 5.35 kroner", "currency"),
     ("$1",)),
    (convention("link.code-behind", r"(?<=[.!?\"”)])\s*(?:(?:\[ID:\w+\]|\[n[A-Z]\w+\]|<[A-Z][A-Z/0-9.:]{2,20}>)\s*)+$",
               "Ships sailed. [ID:nHARBOUR01]", "link"), ("[ID:", "[n", "<")),
    (convention("furniture.houses-behind", r"(?<=[.!?\"”)]) +Reuters/(?:[A-Z]\w+)(?: [A-Z]\w+)?$",
               "Ships sailed. Reuters/Harbour Reporter", "boilerplate"), ("Reuters/",)),
    (convention("furniture.initials-behind",
               r"(?<=[.\"”])\s+PTI(?: [A-Z]{2,4}){1,4}$", "Ships sailed. PTI ML TA", "boilerplate"), (" PTI ",)),
    (convention("furniture.end-behind",
                r"(?<=[.!?\"”)])(?:\s+(?:[Ee]nd(?:item|it|s)|ENDS|\((?:END|MORE|©[A-Z]{2,5})\)"
                r"|\(end\)(?: [a-z.]{2,12})?|-0-|###)"
                r"|\s*/(?:[a-zäöü]{2,4}/){1,4}[a-zäöü]{2,4})$",
                "Ships sailed. Enditem", "boilerplate"), ("nd", "END", "MORE", "(©", "-0-", "###", "/")),
    (convention("furniture.continued", r"\s\[(?:CONTINUED|END)\]$", "Ships sailed. [CONTINUED]", "boilerplate"), ("]",)),
)  # fmt: skip
# The same, and a full stop may end them as it ends a story.
GLUED_SENTENCES: tuple[tuple[Convention, tuple[str, ...]], ...] = (
    (convention("link.source-text", r"\s+(?:Source text(?: for \w+| in \w+)?|Further company coverage):[^\n]{0,200}$",
                "* SAYS SHIPS SAILED Source text for Eikon: Further company coverage:", "link"),
     ("Source text", "Further company")),
    (convention("link.click-on-address",
               r"(?<=[.!?\"”)])\s+\W{0,4}(?:[Ff]or|[Tt]o (?:read|see|view|watch|subscribe)) [^.\n]{5,160}"
               r"\b(?:double[- ])?click(?:ing)?\b"
               r"(?:[^.\n]|\.(?!\s)){0,100}\.?$",
               "Ships sailed. To read the speech please click on: harbour.example/speech", "link"), ("click",)),
    (convention("contact.further-information",
               r"\s+For (?:more|further) (?:details|information),? (?:please )?(?:phone|call|contact|e-?mail|write to)\b"
               r"[^\n]{5,160}$",
               "Ships sailed. For further information, please phone Harbour Corp on +47 22 555 0100", "contact"),
     ("For further", "For more")),
    (convention("note.sources",
               r"\s+(?:(?<=[.!?\"”)]\s)|(?<=percent\s))\(?(?:SOURCES?|Sources?): ?[A-Z][^\n]{2,160}$",
               "Ships sailed. Source: Harbour Authority", "boilerplate"), ("ource: ", "ources:", "OURCE")),
    (convention("note.standards-behind", r"\sOur Standards: [^\n]{5,100}$",
               "Ships sailed. Editing by Tom Acht Our Standards: The Harbour Press Principles.", "boilerplate"),
     ("Our Standards: ",)),
    (convention("note.keywords", r"(?<=[.)\"”])\s+(?:Keywords: [^\n]{3,120}?)?\(C\) [A-Z][^\n]{5,500}$",
               "Ships sailed. (Editing by Tom Acht) Keywords: FOG/ (C) Harbour Press 2007. All rights reserved.", "copyright"),
     ("(C) ",)),
    (convention("note.behind-bracket",
               r"(?<=\))\s+(?:Corrects|(?:This|The) story (?:update )?(?:corrects|was|has|is))\b[^\n]{5,300}$",
               "Ships sailed. (Editing by Tom Acht) Corrects number of ships in paragraph 2.", "correction"),
     (") Corrects", ") This", ") The")),
    (convention("furniture.agency-stopped",
                r" \((?:ANSA|AGI|EFE|LUSA|APA|SDA|NTB|TT)\)\.$", "Ships sailed. (ANSA).", "boilerplate"), (").",)),
    (convention("furniture.reuter-behind",
                r"\s+(?:Reuter|REUTER|reuter)(?:\.{1,3})?(?:\^M)?$", "Ships sailed at 0600 GMT Reuter", "boilerplate"),
     ("euter", "EUTER")),
    (convention("note.teaser-behind", r",(?:(?<=[a-z]{5}[.!?],)|(?<=\d[.!?],))\s+(?=[A-Z][^\n]{20,400}[.!?]$)[^\n]+$",
               "Ships sailed again on 11 January., Why harbours close in fog, and who pays for it.", "link"),
     (".,", "?,", "!,")),
)  # fmt: skip
# Behind a story's last sentence.
AGENCY_BEHIND = convention(
    "furniture.agency-behind",
    r"(?<=[.!?\"”’)]) +(?:(?:--?|[–—=/]+) ?)?\(?[A-Za-z][A-Za-z-]+\)?$",
    "Ships sailed. (ANI)",
    "boilerplate",
)
