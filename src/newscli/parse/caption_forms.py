"""The forms of captions: the labels that begin them, and the photo credits that stand before or behind them.

The `kind` of a credit is what a text must hold for the row to be tried, parted by semicolons.
"""

from newscli.parse.conventions import Convention, convention

_NAME = r"[^\s.()\[\]/](?:[^.()\[\]/\n]|(?<=\b[A-Z])\.){1,60}"
_PERSON = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}"
_COUNTRY = r"(?:\s\([A-Z][A-Z ,.-]{2,40}\))?"  # "REUTERS/Wei Lan (NORWAY)"
_WIRES = r"(?:REUTERS|Reuters|AP(?: Photo)?|AFP|EPA|Getty Images|Bloomberg|Xinhua|NurPhoto)"
# Houses that sell nothing but pictures: whatever stands in front of them, they end a credit.
_PICTURES = (
    r"(?:Getty(?: Images)?(?: [A-Z]\w+)?|Shutterstock(?:\.com)?|iStock(?:photo)?|Alamy(?: Stock Photo)?"
    r"|Rex(?: Features)?|REX(?: FEATURES)?"
    r"|PA (?:Wire|Images|Media)|EPA-EFE|NurPhoto|Corbis|WireImage|Zuma(?: Press)?|ZUMA(?: Press)?|Sipa(?: USA)?|SIPA(?: USA)?"
    r"|Polaris|Redux|Splash News|picture[- ]alliance|Anadolu(?: Agency)?|AP Images|Newscom|Bettmann)"
)
# And those that print words as well.
_PRESS = (
    r"(?:REUTERS|Reuters|AP(?: Photo| Newsroom)?|Associated Press|The Associated Press|AFP|EPA|EFE|PA|Press Association|dpa"
    r"|AAP|ANSA|Bloomberg(?: News)?|Xinhua|TASS|Sputnik|Kyodo|Yonhap|The Canadian Press"
    r"|Canadian Press|CP|UPI|CBC|BBC|CNN|NBC(?: News)?"
    r"|ABC(?: News)?|CBS(?: News)?|Fox News|NPR|Los Angeles Times|The New York Times|The Washington Post|TNS|TCA|MCT"
    r"|Flickr|Wikimedia(?: Commons)?|YouTube|Flash90|Handout|Pool|File)"
)
_SELLERS = rf"(?:{_PICTURES}|{_PRESS})"
# How a photo credit at the end of a text looks; `credit` is what the record keeps. `kind` lists what a text must hold for
# the row to be tried.
CREDITS: tuple[Convention, ...] = (
    convention("credit.agency-photo", r"[(\[](?P<credit>(?:AP|AFP|EPA|PA) Photo/[^()\[\]\n]{2,60})[)\]]\.?$",
               "Cranes stand idle in fog. (AP Photo/Dana Whitlock)", "Photo/"),
    convention("credit.bracketed",
               r"[(\[](?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture|File|Foto|Bild)s?(?: credit| courtesy)?(?: of| by| via| provided "
               r"(?:by|to)| ?:|/)? ?(?P<credit>[A-Z][^()"
               r"\[\]\n]{1,70}|[a-z]\w+\.[a-z.]{2,20})[)\]]\.?$",
               "Cranes stand idle in fog. (Photo by Wei Lan/Harbour Press via Getty Images)",
               "hoto;mage;icture;File;Foto;Bild"),
    convention("credit.bracketed-via", rf"[(\[](?P<credit>[A-Z][^()\[\]\n]{{2,70}}(?:/| via ){_WIRES}(?:, [Ff]ile)?)[)\]]\.?$",
               "Cranes stand idle in fog. (Harbour Authority via AP)", " via ;/A;/R;/E;/G;/B;/X;/N"),
    convention("credit.bracketed-pair",
               rf"[(\[](?:File: )?(?P<credit>[A-Z][^()\[\]\n]{{1,60}}?(?: ?[/|—] ?| via ){_SELLERS}(?: ?(?:/|via) ?{_SELLERS})*"
               r"(?:,? (?i:file)(?: [Pp]hoto)?)?)[)\]]\.?$",
               "Cranes stand idle in fog. (Wei Lan / Los Angeles Times)", "/;|;—; via "),
    convention("credit.bracketed-press",
               r"[(\[](?P<credit>(?:AAP|ABC|SBS|Supplied|Reuters|AP|AFP|Facebook|Twitter|Instagram)"
               r"(?: [A-Z]\w+){0,2}: [A-Z@][^()\[\]\n]{2,50})"
               r"[)\]]\.?$",
               "Cranes stand idle in fog. (AAP: Wei Lan)", ": "),
    convention("credit.surname-in-capitals",
               r"\((?P<credit>[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: [A-Z]\.)? (?:[A-Z]{2,}[ -]?)*[A-Z]{4,})\)$",
               "Cranes stand idle in fog (Wei LANG)", ")"),
    convention("credit.bracketed-paper",
               rf"(?<=[.!?\"”]) \((?P<credit>{_PERSON}(?:/| for (?=The ))[A-Z][\w .&'’-]{{2,40}})\)$",
               "Cranes stand idle in fog. (Wei Lan/The Harbour Post)", ")\n"),
    convention("credit.square", r"\[(?P<credit>[A-Z][\w.'’ -]{2,40}/[A-Z][\w.'’ &/-]{1,50})\]\.?$",
               "Cranes stand idle in fog [Wei Lan/Harbour TV]", "/"),
    convention("credit.agency-first",
               r"(?:^|(?<=\s)|[(\[])(?P<credit>(?:(?:AFP|AP|EPA|PA) (?:PHOTO|Photo) ?/ ?"
               rf"|(?:Reuters|Getty(?: Images)?|EPA-EFE|EPA|EFE|AFP|AP|ANSA|Xinhua|Kyodo|Yonhap|TASS)/){_PERSON})[)\]]?\.?$",
               "Cranes stand idle in fog. (Xinhua/Wei Lan)", "P/;A/;E/;SS/;s/;y/;a/;o/;p/;PHOTO;Photo"),
    convention("credit.barred",
               r"(?<=[.!?\"”])\s\| (?P<credit>(?:[A-Z][\w.'’ -]{2,40}/)?"
               r"(?:AP(?: Photo)?|Getty(?: Images)?|AFP|Reuters|REUTERS|POLITICO|Bloomberg|EPA)"
               r"(?:/[A-Z][\w.'’ -]{2,40}| via [A-Z][\w ]{1,20})?)$",
               "Cranes stand idle in fog. | Wei Lan/AP Photo", "| "),
    convention("credit.bracketed-reuters", r"[(\[](?P<credit>REUTERS/[A-Z][^()\[\]\n]{2,60})[)\]]\.?$",
               "Cranes stand idle in fog. (REUTERS/Wei Lan)", "REUTERS/"),
    convention("credit.in-capitals",
               r"(?<=[^A-Z][.!?\"”] )(?:[|/] )?(?P<credit>(?:[A-Z]{2,}[ -])+(?:PHOTO|IMAGE)S?"
               r"|(?:[A-Z][A-Z.'’-]+ )+(?:[A-Z][A-Z'’-]+ ?/ ?|/ VIA )[A-Z][A-Z ]{2,30}"
               r"|(?<=[|/] )[A-Z][\w '’-]{2,40})$",
               "Cranes stand idle in fog. HARBOUR FILE PHOTO", "PHOTO;IMAGE;/;| "),
    convention("credit.bracketed-house",
               rf"\s\((?P<credit>{_PICTURES}(?=\)$)|(?<=[.!?\"”] \()(?:{_PICTURES}|EPA|Associated Press))\)\.?$",
               "Cranes stand idle in fog. (Getty Images)", ")"),
    convention("credit.house-photo",
               r"[(\[](?P<credit>[A-Z][\w ]{1,20} (?:(?i:photo|image|file): |(?:[Ff]ile )?[Pp]hotos? by )"
               r"[A-Z][^()\[\]\n]{2,50})[)\]]\.?$",
               "Cranes stand idle in fog. (Harbour photo: Wei Lan)", "hoto: ;mage: ;hoto by ;hotos by "),
    convention("credit.square-agency",
               r"(?<=[.!?\"”] )\[(?P<credit>(?:[A-Z][A-Za-z-]+/)?(?:AP|AFP|EPA|REUTERS|YONHAP|KYODO|XINHUA|NEWS1))\]$",
               "Cranes stand idle in fog. [YONHAP]", "]\n"),
    convention("credit.behind-dash",
               r"(?<=[.!?\"”]) [—–-] (?P<credit>[A-Z][\w/ ]{1,30} (?:pic|[Pp]hoto))$",
               "Cranes stand idle in fog. — Reuters pic", " pic;hoto"),
    convention("credit.photo-slash",
               r"(?:^|(?<=[.!?\"”] ))Photo / (?P<credit>[A-Z][\w.'’ /-]{2,50})$",
               "Cranes stand idle in fog. Photo / Wei Lan", "hoto"),
    convention("credit.canadian-press", r"(?P<credit>THE CANADIAN PRESS/[A-Z][\w.'’ /-]{2,50})$",
               "Cranes stand idle in fog. THE CANADIAN PRESS/Wei Lan", "SS/"),
    convention("credit.file-alone", r"^(?P<credit>[A-Z]{2,6} (?:file )?photo)(?: [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})?$",
               "CNA file photo", "hoto"),
    convention("credit.video",
               r"\([A-Z][a-z]{2,8}\.? \d{1,2}\)\s+"
               r"(?P<credit>(?:AP|Reuters|AFP|USA TODAY|Wochit)(?:, (?:AP|Reuters|AFP|USA TODAY))?)\.?$",
               "CLOSE Cranes stand idle in fog. (May 10) AP, AP", ") AP;) Reuters;) AFP;) USA;) Wochit"),
    convention("credit.copyright", r"(?:^|(?<=[\w.’]) )©\s?(?P<credit>[A-Z][\w.&’' -]{1,40} ?/ ?[A-Z][\w.&’' /-]{2,50})$",
               "© Harbour TV / Wei Lan", "©"),
    convention("credit.copyright-last", rf"©\s?(?P<credit>{_PERSON}(?:, ?| ?/ ?)(?:{_WIRES}|dpa|ANSA|EFE|Kyodo))\.?$",
               "Cranes stand idle in fog. © Wei Lan, AFP", "©"),
    convention("credit.photo-house", r"(?:^|(?<=[.!?\"”]) )(?P<credit>Getty(?: Images)?|Shutterstock|Alamy)\.?$",
               "Cranes stand idle in fog. Getty Images", "Getty;Shutterstock;Alamy"),
    convention("credit.copyright-alone", rf"^©\s?(?:Photo ?: ?)?(?P<credit>{_PICTURES}|{_PERSON})$", "© Getty Images", "©"),
    convention("credit.labelled",
               r"(?:\b(?:Photographer|PHOTOGRAPHER|Photograph|Photo(?: credit)?|Picture|(?:Image|Photo) [Cc]redits?"
               r"|Credit|CREDIT)"
               r"|(?:(?<=[^\sE] )|(?<=[.!?]))(?!FILE)(?:[A-Z]{2,4} )?PHOTO|(?<=[.!?] )PHOTOS|^PHOTO(?= BY )|Source(?=: "
               r"(?:AP Photo"
               r"|Getty|REUTERS/)))"
               r"(?:: ?| by | BY |(?<=[.!?] Credit) (?=[A-Z][\w ]{3,30}/))(?P<credit>[A-Z][^\n:]{1,80}?)\.?$",
               "Cranes stand idle in fog. Photograph: Wei Lan/EPA", "hoto;icture;Credit;CREDIT;PHOTO"),
    convention("credit.image-labelled",
               rf"(?:(?<=[\w’.!?\"”] )|\| ?)(?:Image|Bild|Foto|Pic): ?"
               rf"(?P<credit>[A-Z][\w.'’ -]{{1,40}}/[A-Za-z][^\n:]{{1,60}}?|{_SELLERS})\.?$",
               "Cranes stand idle in fog Image: Wei Lan/dpa/picture alliance", "mage: ;Bild: ;Foto: ;Pic: "),
    convention("credit.via",
               rf"(?P<credit>[^.()\n]{{2,80}}(?<!\bthe)(?:(?: via |/via ){_WIRES}(?: TV)?| VIA GETTY IMAGES)){_COUNTRY}\.?$",
               "Cranes stand idle in fog. Wei Lan/Harbour Press via REUTERS", " via ;/via ; VIA "),
    convention("credit.reuters", rf"(?P<credit>\bREUTERS/{_NAME}(?:/{_NAME})*?){_COUNTRY}\.?$",
               "Cranes stand idle in fog. REUTERS/Wei Lan/File Photo", "REUTERS/"),
    convention("credit.new-york-times",
               r"\bCredit(?:\.\.\.|…|:?(?=\s*[A-Z][^\n.]{2,60}(?:/| for )The New York Times))\s*"
               r"(?P<credit>[A-Z][^\n]{2,70}?)\.?$",
               "Cranes stand idle in fog. Credit...Wei Lan for The New York Times", "Credit"),
    convention("credit.images", r"^(?:Images?|Photos?|Pictures?|Fotos?|Bild(?:er)?): "
               r"(?P<credit>[A-Z][\w /&.’'-]{2,40}(?: \(\d+\))?)$",
               "Images: Getty Images (2)", "mages: ;mage: ;hotos: ;hoto: ;icture;Foto;Bild"),
    convention("credit.illustration",
               r"^(?:Photo [Ii]llustration|Illustration|Animation) by (?P<credit>[A-Z][^\n]{2,140}?)\.?$",
               "Photo illustration by Wei Lan. Photos by Harbour Press.", "llustration;nimation"),
    convention("credit.courtesy",
               r"[(\[]?\b(?:Photo |Image )?[Cc]ourtesy (?:of )?(?:the )?(?P<credit>[A-Z][^()\[\]\n.]{2,60})[)\]]?\.?$",
               "Cranes stand idle in fog. (Courtesy of the Harbour Museum)", "ourtesy"),
    convention("credit.file", r"[(\[](?P<credit>(?:[A-Z][\w.]*[ /]){0,3}(?:(?i:file )?(?i:photo|picture)|(?i:file)))[)\]]\.?$",
               "Cranes stand idle in fog. (Reuters File Photo)", "hoto);HOTO);icture);ile);hoto];ile]"),
    convention("credit.slash-agency",
               rf"(?!^[^/—\n]*\|)(?P<credit>(?:[A-Z][\w.'’-]+ ){{1,3}}?[A-Z][\w'’-]+ ?[/|—] ?{_SELLERS}"
               rf"(?: ?/ ?{_SELLERS})*(?:,? "
               rf"(?i:file))?)$",
               "Cranes stand idle in fog. Wei Lan/EPA", "/;|;—"),
    convention("credit.paper-behind-comma",
               rf"(?<=[.!?\"”]) (?P<credit>{_PERSON}, (?:The )?(?:[A-Z][\w&-]* ){{0,4}}"
               r"(?:Times|Post|News|Tribune|Herald|Journal|Gazette|Press|Star|Register|Republic|Enquirer|Inquirer|Democrat|Sentinel"
               r"|Chronicle|Courier|Globe|Observer|TODAY|NETWORK|Network|Getty Images|AP|AFP|Reuters))$",
               "Cranes stand idle in fog. Wei Lan, Harbour Free Press", ", "),
    convention("credit.usa-today", r"(?<=[.!?\"”] )(?P<credit>USA TODAY(?: NETWORK)?|Wochit)\.?$",
               "CLOSE Cranes stand idle in fog. USA TODAY", "USA TODAY;Wochit"),
    convention("credit.handout",
               r"(?P<credit>[A-Z][^.()/\n]{2,40}/(?:Handout|Pool|File Photo|AFP|AFP/Getty Images|Getty Images))\.?$",
               "Cranes stand idle in fog. Harbour Press/File Photo", "/Handout;/Pool;/File Photo;/AFP;/Getty Images"),
)  # fmt: skip
# A figure's label; only above a story, since reports write of their figures too.
FIGURE = convention(
    "caption.figure", r"(?:Figure|Fig\.) \d{1,2}[A-Za-z]?(?:[:.]|\s[-–—|])?\s(?=[A-Z])", "Figure 1: Cranes of the outer harbour"
)
# A picture's credit that has the story behind it in the same paragraph.
LABELLED_FIRST = convention(
    "credit.labelled-first",
    rf"(?:Photo|Image|Photograph|Illustration): (?P<credit>[A-Z][\w.'’ -]{{1,40}}(?:/| for ){_SELLERS})\s+(?=[A-Z]\w* [\w’'])",
    "Photo: Wei Lan/Getty Images Ships sailed on Tuesday.",
)
# What a page's buttons leave in front of a caption.
SHARING = convention(
    "note.sharing-buttons",
    r"(?:Facebook Twitter Pinterest|Media playback is (?:un|not )supported on (?:your|this) device) (?=[A-Z\"“])",
    "Facebook Twitter Pinterest Cranes stand idle in fog. Photograph: Wei Lan/EPA",
    "boilerplate",
)
# The credit stands in front of the caption.
LEADING: tuple[Convention, ...] = (
    convention("credit.toggled",
               r"(?:Enlarge this image\s+)?(?:toggle|hide) caption\s+(?P<credit>[A-Z][^\n]{2,60}?)(?:\s+(?P=credit))?$",
               "Enlarge this image toggle caption Wei Lan/Harbour Radio Wei Lan/Harbour Radio", "caption"),
    convention("credit.leading",
               r"(?:©|\(c\))?\s?(?P<credit>[A-Z][^/\n.]{2,40}?(?: ?/ ?[A-Z][^/\n.]{2,50}?)?(?: ?/ ?| via |—)"
               r"(?:Getty Images|AP|AFP|Reuters|REUTERS|EPA|Bloomberg|NPR))\s+(?=[A-Z]\w+ [\w'’])",
               "© Wei Lan / Harbour Collection / Getty Images Cranes stand idle in fog.", "/; via ;—"),
    convention("credit.leading-bracketed",
               r"\((?:Photo|Image|Picture)s?(?: credit)? ?: ?(?P<credit>[A-Z][^()\n]{1,60})\)\s?(?=[A-Z][\w’'-]* [\w’'])",
               "(Photo: Wei Lan) Cranes stand idle in fog.", "(Photo;(Image;(Picture"),
    convention("credit.leading-capitals",
               r"(?P<credit>(?:[A-Z][A-Z.'’-]+ ){1,3}?(?:[A-Z][A-Z'’-]+(?: VIA |/))"
               r"(?:GETTY IMAGES|GETTY|AP|AFP|REUTERS|EPA|BLOOMBERG|STUFF|PA|NZME)"
               r"|ASSOCIATED PRESS|GETTY IMAGES)\s+(?=[A-Z]\w+ [\w'’])",
               "WEI LAN VIA GETTY IMAGES Cranes stand idle in fog.", "/; VIA ;ASSOCIATED;GETTY"),
    convention("credit.leading-reuters", rf"©\s?(?P<credit>REUTERS/{_PERSON})\s+(?=[A-Z]\w* [a-z])",
               "© REUTERS/Wei Lan Cranes stand idle in fog.", "©"),
    convention("credit.leading-agency", r"©\s?(?P<credit>Reuters|AP|AFP|Bloomberg)\.\s+(?=[A-Z]\w* )",
               "© Reuters. Cranes stand idle in fog.", "©"),
    convention("credit.image-source",
               r"Image (?:source|copyright)[,:]?\s+(?P<credit>[A-Z][\w /.-]{1,40}?)(?:\s+(?:Image|Media) caption[,:]?\s+|$)",
               "Image copyright Getty Images Image caption Cranes stand idle in fog.", "Image "),
)  # fmt: skip
LABELS: tuple[Convention, ...] = (
    convention("caption.close", r"CLOSE (?=[A-Z])", "CLOSE Cranes stand idle in fog."),
    convention("caption.file", r"(?:FILE|File)\s?(?:[-–—:]|In this)\s?", "FILE - Cranes stand idle in fog, Jan. 30, 2020."),
    convention("caption.file-photo",
               r"(?i:file (?:photo|picture|image))(?:\s?[-:–—]|\.(?=\s[A-Z]))\s?", "FILE PHOTO: Cranes stand idle in fog."),
    convention("caption.label", r"(?:(?:Photo|Media|Image) caption[:,]?|(?:CAPTION|PHOTO|GRAPHIC):|Buy Photo)\s",
               "Media caption Cranes stand idle in fog."),
    convention("caption.gallery", r"Photos: (?=[^\n]{10,600}[Hh]ide [Cc]aption(?: \d+ of \d+)?$)",
               "Photos: Ships in the fog Cranes stand idle at the outer harbour of Bergen. Hide Caption 1 of 12"),
    convention("caption.in-this-photo",
               r"In this (?:(?:[A-Z][\w.]+ ?(?:\d{1,2}, )?(?:\d{4},? )|[A-Z][\w.]+ \d{1,2},? |file |handout |undated "
               r"|combination |combo )"
               r"(?:file |handout |undated )*|(?=(?:photo|image|picture),? (?:taken|provided|released|made|from|posted)\b))"
               r"(?:photo|image|picture)\b",
               "In this Jan. 30, 2020 file photo cranes stand idle in fog."),
    convention("caption.this-image",
               r"(?:This|A still|A combination|An aerial|A handout) (?:of )?(?:\w+ )?(?:image|photo|picture|frame)s?\b"
               rf"(?=[^\n]{{0,200}}\b(?:shows?|taken|provided|released|made|posted|from (?:video|television|TV|a)|{_WIRES})\b)",
               "This image from video shows cranes in fog."),
)  # fmt: skip
# A text that a credit ends, or that stands where only a caption can.
PHOTO = convention("caption.photo", r"[^\n]+", "Cranes stand idle in fog. REUTERS/Wei Lan")
# The author's name alone between the paragraphs: what stands under his portrait.
PORTRAIT = convention("caption.portrait", r"[^\n]+", "Mara Lind")
