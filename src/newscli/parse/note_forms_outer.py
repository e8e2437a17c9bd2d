"""The forms of notes that stand above and below a story only, a paragraph each: what a page or a paper says around it."""

from newscli.parse.conventions import Convention, convention

_NAME = r"[A-Z][\w.’'-]+(?: (?:de |van |von |al-)?[A-Z][\w.’'-]*){1,3}"
_JOURNALIST = (
    r"(?:(?:staff |senior |freelance )?(?:reporters?|columnists?|correspondents?|writers?|journalists?)"
    r"|contributors?|contributing (?:editor|writer|reporter|columnist|correspondent|photographer|author|opinion)"
    r"|(?:news|features|opinion|managing|deputy|assistant|associate|senior|business|markets|economics) (?:[a-z]+"
    r" )?editor|editor(?: at| of|-at)"
    r"|administrator|editorial (?:board|page)|editor(?:-in-chief| in chief| emeritus)|publisher of)"
)
_PROFESSION = (
    r"(?:editor|publisher|president|director|founder|professor|fellow|author|columnist|writer|lawyer|attorney|analyst|consultant"
    r"|strategist|lecturer|scholar|contributor|journalist|chairman|economist|historian|host|researcher|partner|activist)"
)
# A paragraph at the end of the story, or above its dateline: anywhere else it could be of the story.
OUTER: tuple[Convention, ...] = (
    # 3 April to one reader, 4 March to another: no date, and no headline either.
    convention("note.ambiguous-day",
               r"(?:(?:[Ii]ssued|[Pp]ublished|[Pp]osted|[Uu]pdated|[Mm]odified|[Dd]ate)(?: on| at)?:?\s+)?"
               r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:,?\s?[-–|]?\s?\d{1,2}[:.h]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s[A-Z]{2,4})?)?$",
               "Issued on: 03/04/2021 - 17:32", "advisory"),
    convention("note.author",
               rf"(?:[-–—•*] ?|\()?{_NAME}(?: and {_NAME})? (?:is|are|was|has been|works as)\b"
               rf" [^.\n]{{0,100}}?\b{_JOURNALIST}\b[^\n]*$",
               "Lena Brandt is a senior reporter in Oslo.", "contact"),
    convention("note.about-author",
               rf"\(?{_NAME}, [^.,\n]{{0,60}}\b{_JOURNALIST}\b[^.,\n]{{0,60}}, (?:has|is|covers|writes)\b [^\n]*$",
               "Lena Brandt, assistant editor for ships, has covered ships for 20 years.", "contact"),
    convention("note.byline-author",
               rf"\(?(?P<author>{_NAME})(?:, [^,\n]{{3,90}})?,? (?:is|was|has|covers|writes|teaches|reports|lives)\b[^\n]*$",
               "Mara Lind teaches at the harbour school.", "contact"),
    convention("note.stranger",
               rf"\(?(?P<stranger>{_NAME})(?:, an? [^,\n]{{3,80}})?,? (?:is|are|was)"
               rf" [^.\n]{{0,100}}?\b{_PROFESSION}\b[^\n]{{0,400}}$",
               "Lena Brandt is professor of history at the University of Bergen.", "contact"),
    convention("note.label",
               r"(?i:(?:news )?(?:analysis|opinion|commentary|editorial|perspective|op-ed)"
               r"(?: ?/ ?(?:analysis|opinion|commentary))?):?$",
               "ANALYSIS/OPINION:", "advisory"),
    convention("note.says-what", r"(?:Corrects|Removes|Deletes|Adds|Fixes|Clarifies|Inserts|Changes|Refiles) [^\n]*"
               r"\b(?:paragraphs?|graph|story|headline|spelling|reference|lead|sentence|text|dateline|byline)\b[^\n]*$",
               "Corrects number of ships in second paragraph.", "correction"),
    convention("note.updated", r"(?:CNN(?:Money|Business)? \([A-Z][\w .,]{3,40}\) )?"
               r"(?:Updated|UPDATED|Published|Posted|(?:Last|First) (?i:updated|modified|published))(?: at| on)?:? "
               r"(?=[^\n]{0,60}(?:(?<!\d)(?:19|20)\d\d(?!\d)|\d[:.]\d\d|\d [ap]\.?m))[^\n]{5,80}$",
               "Updated at 8:44 a.m. ET on July 20, 2020.", "advisory"),
    convention("note.released", r"\(The following (?:statement|press release|item|text)[^\n]*\)$",
               "(The following statement was released by the harbour)", "advisory"),
    convention("note.reach",
               r"(?:Reach|Contact|Email|Write to) (?:the )?(?:(?:(?:staff )?(?:reporter|writer|author) )?[A-Z]|"
               r"(?:author|writer|reporter) at )"
               r"[^\n]*(?:@|\d{3})[^\n]*$",
               "Contact Lena Brandt at lena@harbour.example", "contact"),
    convention("note.with-files",
               r"\W{0,3}[Ww]ith (?:files|reporting|material|contributions?|inputs?) (?:from|by)"
               r" (?:[^\n]{3,80} )?(?:Press|News|Reuters|AP|AFP|CBC|CTV|Bloomberg|staff|dpa|TASS"
               r"|[Aa]gencies|PTI|IANS|Interfax)[.)]*$|\(?[Ww]ith (?:agency|[A-Z]\w+(?: [A-Z]\w+)?) inputs[.)]*$",
               "- With files from Harbour Press", "boilerplate"),
    convention("note.press-release",
               r"SOURCE(?:: [A-Z]| [A-Z](?=[^\n]*[a-z]))[^\n]{2,80}$|View (?:original content|source version)\b[^\n]*$",
               "SOURCE Harbour Corp", "boilerplate"),
    convention("note.address-alone", r"[\w.+-]+ ?@[\w-]+\.[\w.-]+\w(?: Twitter: @\w+)?$", "lena@harbour.example", "contact"),
    convention("note.address-line", r"(?:E-?mail|EMAIL|Tel|Phone|Twitter): ?[^\n]*(?:@|\d{3})[^\n]*$",
               "Email: lena@harbour.example", "contact"),
    convention("note.transcript",
               r"(?i:this is a rush transcript)\b[^\n]*$"
               r"|This transcript (?:was (?:created|produced|made)|is provided)\b[^\n]*$",
               "THIS IS A RUSH TRANSCRIPT. THIS COPY MAY BE UPDATED.", "advisory"),
    convention("note.original", r"Read (?:the )?(?:original|full) (?:article|story|post|report) (?:on|at|from) [^\n]{2,80}$",
               "Read the original article on Harbour Insider", "link"),
    convention("note.pitch",
               r"(?:Want the latest|We want to hear (?:what you think|from you)|Calling all HuffPost|Will you support [A-Z]\w+"
               r"|Have you been affected by"
               r"|(?:Download|Get) (?:our|the [A-Z]\w{1,20}(?: \w{2,20})?) app|Join (?:our|us on) (?:WhatsApp|Telegram)"
               r"|Please include a contact number|You can read diverse opinions|Got a (?:news )?tip"
               r"|Have something to add|Looking for news you can trust|You can share this story|Get inside access to"
               r"|The Daily Wire(?: is one of|, headed by)|Like this (?:column|story|article)|Want (?:top|more) [^\n]*(?:inbox"
               r"|newsletter))\b[^\n]*$|:: [A-Z][^\n]*$",
               "We want to hear what you think about this article. Write to us.", "boilerplate"),
    convention("note.came-from",
               r"This (?:report|story|article) (?:contains|includes|uses) (?:material|information|reporting) from [A-Z][^\n]*$"
               r"|(?:Some )?[Ii]nformation (?:for|in) this (?:report|story|article) (?:came from|was provided by) [A-Z][^\n]*$",
               "Some information for this report came from Harbour Press.", "boilerplate"),
    convention("note.with-agency",
               r"(?:Text by:? |\(|[-–—]+ ?)(?:[A-Z][\w ]{1,30} )?(?:with|and) (?:AFP|AP|Reuters|dpa|Xinhua|EFE"
               r"|ANSA|Bloomberg|PA)[^()\n]{0,40}\)?$",
               "(HARBOUR 24 with AFP)", "boilerplate"),
    convention("note.source-named",
               r"(?:S(?:ource|OURCE)s?|V(?:ia|IA)): [A-Z](?:[^\n.:/]{2,60}|[\w ]{1,30}/[a-z]{2,3}(?:\([a-z]{2,3}\))?)$",
               "Source: Harbour Post", "boilerplate"),
    convention("note.tagged",
               r"(?:This article (?:is )?tagged (?:under|with)|T(?:ags?|AGS?)|F(?:iled [Uu]nder|ILED UNDER)|Topics):"
               r"\s[^\n]{2,200}$",
               "Filed under: Ferries, fog", "boilerplate"),
    convention("note.independent", r"This article is commentary by an independent contributor\b[^\n]*$",
               "This article is commentary by an independent contributor.", "boilerplate"),
    convention("note.held",
               r"At the time of (?:publication|writing|this writing)\b[^\n]{3,80}\b(?:h[eo]ld|own|had|was|were)\w*\b[^\n]*$",
               "At the time of publication, the author held no positions in any of the stocks mentioned.", "boilerplate"),
    convention("note.stock-report", r"[^\n]{3,120}: (?:Free Stock Analysis Report|Get Free Report|ETF Research Reports)$"
               r"|Zacks Investment Research$|To read this article on Zacks\.com[^\n]*$",
               "Harbour Corp (HBR): Free Stock Analysis Report", "boilerplate"),
    convention("note.author-telephone", rf"{_NAME}: (?:\(\d{{3}}\) ?|\+?\d)[\d-]{{6,}}[^\n]*$",
               "Lena Brandt: 425-555-0100; lena@harbour.example", "contact"),
    convention("note.disclosures", r"D(?i:isclosures?): [^\n]*$", "Disclosure: Lena Brandt owns no shares.", "boilerplate"),
    convention("note.transmitted",
               r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, \d{4},? \d{1,2}:\d\d [^\n]{2,30}$",
               "January 11, 2022 07:32 ET (12:32 GMT)", "advisory"),
    convention("note.more-stories", r"More stories like this are available (?:on|at) [^\n]{4,40}$",
               "More stories like this are available on harbour.example", "link"),
    convention("note.catch-up", r"Catch up on\b[^\n]*$",
               "Catch up on the harbour election with our podcast.", "boilerplate"),
)  # fmt: skip
# The same, told by words that may stand anywhere in the paragraph: behind each row, what it must hold for the row to be tried.
ANYWHERE: tuple[tuple[Convention, tuple[str, ...]], ...] = (
    (convention("note.newsletter-pitch", r"[^\n]{10,260}\b[Ss]ign up (?:here|now|for|to)\b[^\n]{0,120}$",
                "Want more of this? Sign up here for the harbour letter.", "boilerplate"), ("ign up",)),
    (convention("note.support",
                r"[^\n]*(?:\bAP is solely responsible for\b|receives? (?:financial )?support from the [A-Z]"
                r"|(?:corps|staff) member for the Associated Press/Report)[^\n]*$",
                "The Associated Press receives support from the Harbour Foundation.", "boilerplate"),
     ("solely responsible", " support from the ", "/Report for")),
    (convention("note.appeal",
                r"[^\n]*(?:small favou?r to ask|[Pp]lease consider (?:making a|supporting)"
                r"|clicking on Foxnews|delivered to your inbox)"
                r"[^\n]*$", "Before you go, we have a small favour to ask.", "boilerplate"),
     ("r to ask", "lease consider ", "on Foxnews", "to your inbox")),
    (convention("note.views", r"[^\n]*\b(?:views|opinions) expressed (?:here|in this|are)\b[^\n]*$",
                "The opinions expressed here are her own.", "boilerplate"), (" expressed",)),
    (convention("note.affiliate",
                r"(?:All products|If you (?:buy|purchase|click)|We may|Some of|This (?:article|post|page)|[A-Z]\w+ may earn)"
                r"[^\n]*\b(?:affiliate (?:links?|commissions?)|may earn an? (?:\w+ )?commission)\b[^\n]*$",
                "If you buy something through one of these links, we may earn a commission.", "boilerplate"),
     ("ffiliate", "ommission")),
    (convention("note.holdings",
                rf"(?:{_NAME}|The Motley Fool) (?:has|have|owns?|holds?|recommends)\b [^\n]*"
                r"\b(?:positions?|stocks?|shares)\b[^\n]*"
                r"(?:mentioned|disclosure policy)[^\n]*$",
                "Lena Brandt owns no shares of any of the companies mentioned.", "boilerplate"),
     ("disclosure policy", "mentioned")),
    (convention("note.reached", rf"\W{{0,3}}{_NAME} (?:can be|may be) (?:reached|contacted) (?:at|on|via|by)\b[^\n]*$",
                "Lena Brandt can be reached at lena@harbour.example.", "contact"),
     (" be reached ", " be contacted ")),
    (convention("note.contact-line", rf"{_NAME}, [^\n]{{2,60}}\b(?:Tel|Phone|Mobile|Mob|Cell)\b[^\n]*\d{{3}}[^\n]*$",
                "Lena Brandt, Harbour Authority, Tel. +47 22 555 0100", "contact"),
     ("Tel", "Phone", "Mob", "Cell")),
    (convention("note.author-contact",
                rf"\(?{_NAME} (?:is|are) [^\n]*\b(?:contact (?:him|her|them|[A-Z]\w+) |[Ff]ollow (?:him|her|them) "
                r"|on Twitter|@\w+|https?:)[^\n]*$", "Lena Brandt is a harbour pilot. Follow her on Twitter.", "contact"),
     ("ontact ", "ollow ", "Twitter", "@", "http")),
)  # fmt: skip
# What a page sets below a story, told by this alone: a story's last sentence ends in a full stop.
UNFINISHED = convention("note.below-last-sentence",
                        r"(?![-–—•*·])(?![^\n]*[a-z]{3}[.!?][\"”]?\s)[^\n\d]{3,99}(?<![.!?…\"”’'):\],;>])$",
                        "Why harbours close in fog", "boilerplate")  # fmt: skip
# The heading of what a press release ends with.
ABOUT = convention(
    "note.release-end",
    r"(?:About|ABOUT) (?!\d)[^\n.!?]{2,80}|[\w ]{0,40}(?i:forward[- ]looking"
    r" (?:statements?|information)|safe harbor)[^\n.!?]{0,40}"
    r"|(?:Media|Press|Investor|Company|Further)? ?(?:Contacts?|CONTACTS?|Inquiries|Information):?"
    r"|(?:FOR|For) (?i:(?:further|more) information),?(?: (?i:please )?(?i:contact))?:?",
    "About Harbour Corp",
    "boilerplate",
)
# The heading of what an adviser of investors offers below his stories.
OFFERED = convention(
    "note.offer-end",
    r"Zacks(?: Names|[’'] (?:Top|Best|Single|Hottest)) [^\n]{3,80}|[^\n]{0,40}[Ff]rom Zacks\??"
    r"|(?:Just Released|Free|Breaking)[^\n]{0,40} Zacks[^\n]{0,60}|Looking for Stocks with Skyrocketing Upside\?"
    r"|(?:The (?:Hottest Tech|Best of)|Breakout Biotech|\d Stocks Set to|\d Best Stocks|More Stock News|Biggest Tech"
    r"|Wall Street[’']s Next)"
    r"[^\n.]{0,60}|(?:Will|Is) You[^\n]{5,80}\?",
    "Zacks Names the Best Ferries",
    "boilerplate",
)
# The heading of a list of other stories.
LISTED = convention(
    "note.page-end",
    r"(?:More on this story|Related (?i:topics|internet links|stories|articles|links|content)"
    r"|(?i:top stories|most (?:read|popular)|you may also like|related links)|Recommended(?: for you)?|Trending(?: now)?"
    r"|More [Ff]rom [\w &]{2,40}|Around the (?:BBC|[Ww]eb)|What to read next"
    r"|R(?i:ead (?:next|more(?: stories| here| from [\w ]{2,30}|(?=:))))"
    r"|You (?:may|might) (?:also )?be interested in|Trending [Nn]ews|Popular [Nn]ow|Don[’']t [Mm]iss|RELATED READING|See also"
    r"|(?:Sponsored|Promoted) [Cc]ontent|More (?:[Nn]ews|[Ss]tories)"
    r"|Most Read from [\w ]{4,40}"
    r"|(?:Media|MEDIA|Press|Investor|Company)(?: Relations)? (?:Contacts?|CONTACTS?|[IiEe]n?quir(?:y|ies))"
    r"|C(?:ontacts?|ONTACTS?)"
    r"|Rückfragen (?:& Kontakt|bitte an))\s*:?",
    "More on this story",
    "boilerplate",
)
