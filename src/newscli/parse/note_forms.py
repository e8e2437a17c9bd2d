"""The forms of notes and furniture, a paragraph each: what stands in an article but is not of the story."""

from newscli.parse.conventions import Convention, convention

# Where a note points to: "click on [HARBOUR]", "go to here", "see ".
_POINTS = (
    r"(?:(?:double[- ]?)?[Cc]lick(?:ing)?\b|(?:visit|go to|see|log on to):?(?:(?=\s*\)?$)"
    r"|\s+(?:\[|<|https?:|www\.|here\b|Reuters\b|us\b|our\b|the [\w ]{3,30} (?:page|site)|[\w.-]+\.[a-z]{2,}\b)))"
)
# A paragraph of its own, wherever it stands.
WHOLE: tuple[Convention, ...] = (
    convention("note.corrects", r"\(+(?:Corrects|Fixes|Clarifies|Correcting)\b[^\n]*\)?$",
               "(Corrects spelling of company name in paragraph 2)", "correction"),
    convention("note.refile", r"\(+(?:(?:This|The) (?:\w+ ){0,5}story (?:\w+ ){0,3}(?:refiled|re-filed)|Refiles|Refiling)"
               r"\b[^\n]*\)?$", "(This story has been refiled to fix a typographical error)", "refile"),
    convention("note.corrects-story",
               r"\(+(?:In|This|The) (?:[\w.]+ ){0,7}(?:story|version|factbox|item|article|graphic)[^\n]*?\bcorrect"
               r"[^\n]*\)?$",
               "(This January 10 story corrects the number of boats)", "correction"),
    convention("note.amended", r"(?:T|\[T)h(?:is|e) (?:story|article|post|piece|report|headline) (?:has been|was)"
               r" (?:since |also )?(?:amended|corrected|updated|clarified)\b[^\n]*$",
               "This story has been amended to correct the harbour's name.", "correction"),
    convention("note.update",
               r"(?:UPDATE|Update)(?:,? [\w ,.:]{3,40})?: (?:This |The )?(?:[Ss]tory|[Aa]rticle|[Pp]ost|[Pp]iece|[Hh]eadline)"
               r" [^\n]*\b(?:updated|corrected|amended|reflect)[^\n]*$",
               "Update: This story has been updated with the pilot's answer.", "correction"),
    convention("note.earlier-version",
               r"C(?i:orrection|larification),? (?=[A-Z]\w+\.? \d{1,2}, \d{4})[^\n]{8,40}$"
               r"|(?:C(?:ORRECTIONS?|orrections?|LARIFICATION|larification)(?: (?:\([^()\n]{3,40}\)|(?:and|&) \w+))?: "
               r"|(?:An (?:earlier|older|original)|A previous|The original) version of this )"
               r"[^\n]*[.)\"”]$",
               "An earlier version of this story misspelled the pilot's name.", "correction"),
    convention("note.story", r"\((?:This|The) (?:\w+ ){0,4}(?:story|version|article|item)\b[^\n]*\)$",
               "(This story was translated by the harbour desk)", "advisory"),
    convention("note.adds", r"\((?:Adds|Recasts|Updates|Releads|Rewrites|Writes through|Repeats|Removes|Changes|Refreshes"
               r"|Deletes|Inserts|Drops|Refiles|Rearranges|Restores|Expands|Attributes|Amends)"
               r"\b[^\n]*\)$", "(Adds comment from the harbour master)", "advisory"),
    convention("note.note", r"[(\[](?:Note|(?i:editor[’']?s[’']? note)|ART ADV|EDS|Eds|EDITORS)\s?[:–—-][^\n]*[)\]]$",
               "(Note: Language in paragraph 4 may offend)", "advisory"),
    convention("note.attention",
               r"(?:ATT(?:ENTIO)?N EDITORS|EDITORS|EDS|Eds|[Ee](?i:ditor[’']?s?[’']? note)|ART ADV)\s?[:–—_-][^\n]*$",
               "ATTENTION EDITORS: One photo is available.", "advisory"),
    convention("note.underlined", r"&UR; [^\n]* &LR;(?: &[A-Z]{2};)?$",
               "&UR; (Distributed by Harbour Special Features) &LR;", "advisory"),
    convention("note.for-use", r"For Use By Clients\b[^\n]*$|\(For [Uu]se [Bb]y [^\n]*\)$",
               "(For use by Harbour News Service clients)", "advisory"),
    convention("note.for-release", r"(?i:for immediate release)[.:]?(?=\s|$)[^\n]{0,60}$", "For Immediate Release", "advisory"),
    convention("note.embargo", r"E(?:MBARGOED|mbargoed)(?:: | (?i:until|for)\b)(?=[^\n]*\d)[^\n]{3,60}(?:[^.\n]|[ap]\.m\.)$",
               "EMBARGOED UNTIL 00:01 GMT, Tuesday 11 January 2022", "advisory"),
    convention("note.filed-by", r"(?:Story Filed By|STORY FILED BY) [A-Z][^\n]{2,60}$",
               "Story Filed By Harbour Newspapers", "boilerplate"),
    convention("note.contact", r"\(+(?:[Ee]mail:? )?[\w.+-]+(?:@|\(at\)|\[at\])[\w.-]+[^\n]*\)+$",
               "(lena.brandt@harbour.example; +47 22 555 0100)", "contact"),
    convention("note.except-headline", r"\(Except for the headline, this story[^\n]*\)$",
               "(Except for the headline, this story has not been edited by our staff.)", "boilerplate"),
    convention("note.standards", r"Our Standards:[^\n]*$",
               "Our Standards: The Harbour Press Principles.", "boilerplate"),
    convention("note.more",
               r"(?:For (?:more|other|related|further|full"
               r"|(?:an? |the )?(?:related )?(?:graphic|interactive|factbox|timeline|chart|package|story)s?)\b"
               rf"(?! than )|To (?:read|see|watch) )[^\n]*{_POINTS}[^\n]*$"
               r"|For more (?:on|about) this story, (?:read|see|watch|listen)\b[^\n]*$",
               "For more articles like this, please visit us at harbour.example", "link"),
    convention("note.more-bracketed", rf"\((?:For|To) [^\n]*{_POINTS}[^\n]*\)?$",
               "(For a graphic on the harbour, click harbour.example/map)", "link"),
    convention("note.see", r"\([Ss]ee\s+(?:here\b|www\.|https?:|<)[^\n]*\)$", "(See here for the harbour's own pages)", "link"),
    convention("note.column-contact",
               r"\((?:[A-Z][\w ]{2,40}? (?:runs|appears) [^()\n.]{2,30}\. )?"
               r"(?:Questions?|Comments?) (?:(?:or|and) \w+ )?(?:on|about) this \w+ (?:can|may) be"
               r" (?:e-?mailed|sent) to[^\n]*\)$",
               "(The fog column runs weekly. Comments on this one can be e-mailed to lena(at)harbour.example)", "contact"),
    convention("note.sources-bracketed",
               r"\((?:SOURCES?|Sources?): ?[A-Z][^\n]*\)$", "(Sources: Harbour Authority, harbour.example)",
               "boilerplate"),
    convention("note.disclosure",
               r"\((?:Reporters|(?:The )?(?:[Aa]uthors?|[Ww]riters?|[Rr]eporters?|[Cc]olumnists?)|At the time of)\b"
               r"[^\n]*\b(?:securities|shares|stocks?|positions?)\b[^\n]*\)$",
               "(The author owns no shares in Harbour Corp)", "boilerplate"),
    convention("note.address", r"\([^()\n]{0,80}(?:https?://|www\.|\bblogs?\.)[^()\n]*\)$",
               "(Harbour blog: blogs.harbour.example/ferries)", "link"),
    convention("note.further-information",
               r"For (?:more|further) information(?:[:,]|,? please contact\b|,? contact\b)"
               r"[^\n]*(?:@|www\.|https?:|\d{3})[^\n]*$",
               "For more information: www.harbour.example", "link"),
    convention("note.also-on", r"\( ?(?:Also on|PHOTOS|VIDEO|Related|RELATED|SEE ALSO|Read more|More|Click)\b[^\n]*\)$",
               "( PHOTOS: Ships in the fog)", "link"),
    convention("note.click-here",
               r"(?:(?:CLICK HERE|Click here|READ MORE ON|READ MORE:)[^\n]*|GET [A-Z ]{3,50} BY CLICKING HERE)$",
               "CLICK HERE FOR THE HARBOUR APP", "link"),
    convention("note.related",
               r"(?:(?:RELATED|SEE ALSO|In case you missed(?: it)?|Check out|JUST WATCHED|MUST WATCH|NOW WATCH)\b[^\n]{3,200}"
               r"|(?:R(?:elated|ELATED)(?: \w+)?|[Ss]ee also|ALSO|(?:ALSO|Also) (?:READ|read|SEE|see|ON|on)(?: [\w ]{2,20})?"
               r"|M(?:ORE|ore)(?: (?:FROM|from|ON|on) [\w’'& ]{2,40})?|W(?:ATCH|atch)|R(?:EAD|ead)(?: now)?|V(?:IDEO|ideo)"
               r"|L(?:ISTEN|isten)|P(?:HOTOS|hotos(?![^\n]*ide [Cc]aption))|G(?:ALLERY|allery)"
               r"|D(?:on[’']t (?i:miss)|ON[’']T MISS)|Bookmark this|Go deeper|You might also like)"
               r"\s?[:|][^\n]{0,200})$",
               "See also: Snow in Oslo", "link"),
    convention("note.currency",
               r"(?:\(\s*(?:[A-Z]{0,2}\$\s?1?|1(?: [A-Za-z]+){0,3})\s*=[^()\n]*\)\s*)+$",
               "($1 = 435.20 tenge)", "currency"),
    convention("note.created-by", r"Content created by [A-Z][^\n]*$",
               "Content created by Harbour News is available without charge.", "boilerplate"),
    convention("note.see-photos",
               r"(?:See|Watch|Scroll down for|Click through) (?:the |more )?(?:photos|video|pictures|images|slideshow)\b"
               r"[^\n]{0,60}\b(?:below|above|here)[.:]?$",
               "See photos of the fog below.", "link"),
    convention("note.copyright",
               r"(?:(?:™\s?(?:&|and)\s?)?©|\([Cc]\) (?:\d{4}|[A-Z])"
               r"|C(?i:opyright) (?:©|\([Cc]\)|\d{4}|by [A-Z]|The [A-Z]|[A-Z]\w+ (?:[A-Z]|\d{4}))"
               r"|c\. ?\d{4} |All [Rr]ights [Rr]eserved|(?i:riproduzione riservata)|This material may not be published"
               r"|Distributed by [A-Z])[^\n]{0,250}$",
               "Copyright 2022 Harbour Press.", "copyright"),
    convention("note.advertisement",
               r"A(?i:dvertisement)(?: Continue reading[^\n]{0,40}| - story continues below)?$|AD$"
               r"|S(?i:tory continue[sd]\b)[^\n]{0,30}$|(?:Article|Content) continues\b[^\n]{0,30}$"
               r"|Scroll (?i:down for (?:video|more))[^\n]{0,20}$|Continue reading the main story$",
               "Advertisement", "boilerplate"),
    convention("note.register", r"Register now for FREE\b[^\n]*$|Register$|Log ?[Ii]n$",
               "Register now for FREE unlimited access to harbour.example", "boilerplate"),
    convention("note.buttons",
               r"(?:View )?Comments?(?: \(\d+\))?$|Print$|E-?mail$|Save$|Share$|Tweet$|Photo [Gg]allery$|Loading(?:\.\.\.|…)$"
               r"|Leave a (?i:comment|reply)$|Order Reprints\b[^\n]{0,60}$|Show Thumbnails\b[^\n]{0,60}$",
               "View Comments", "boilerplate"),
    convention("note.slideshow", r"Slideshow \( ?\d+ [Ii]mages? ?\)$", "Slideshow (3 Images)", "link"),
    convention("note.share",
               r"(?:SHARE THIS|\d+ SHARES?\b|Share this|Share on (?:Facebook|Twitter)|Like this: (?:Like )?Loading"
               r"|Facebook Twitter"
               r"|Read or Share this)[^\n]{0,100}$",
               "SHARE THIS ARTICLE Share Tweet Post Email", "boilerplate"),
    convention("note.newsletter",
               r"(?:(?:Breaking News Emails |Fight disinformation: )?(?:Sign up (?:for|to|here)|Get breaking news alerts)"
               r"|Get (?:all )?(?:the latest|breaking news) [^\n,]{0,60}(?:news|stories|in your)\b"
               r"|Get (?:the [A-Z]|our free newsletter)|Subscribe (?:to|for|now))[^\n]{0,200}$",
               "Sign up for the Harbour newsletter", "boilerplate"),
    convention("note.source-text",
               r"(?:(?:S|\(S)ource text(?: for \w+| in \w+)?|F(?:urther company coverage|ull story))(?::[^\n]{0,200}|)$",
               "Further company coverage:", "link"),
    convention("note.poll", r"(?:Urgent|URGENT|National|Special|Alert)(?: (?:Poll|POLL))?: ?[^\n]{0,120}(?<![.])$"
               r"|(?:Who|What|Which|Will|Should|Do|Does|Did|Is|Are|Can)\b[^\n]{5,100}\? Vote (?:Here|Now)\b[^\n]{0,30}$"
               r"|poll loading$|\d+\+ VOTES SO FAR$",
               "Who will cross the fjord? Vote Here!", "boilerplate"),
    convention("note.bracketed-pitch",
               r"\[(?:Sign up|Read|Watch|Get|Want|See|Here|Follow|Like|Listen|Receive|Subscribe|Click|For more)\b[^\[\]\n]*\]$",
               "[Read more about the fog in our harbour pages]", "link"),
    convention("note.hat-tip", r"[\[(]?[Hh]/[Tt]:? [A-Z@][^\n]{2,80}$", "(h/t: Harbour Post)", "boilerplate"),
    convention("note.bracketed-link",
               r"\[(?!\w* ?(?:words?|passage|sentence|speech|text)\b)(?![^\n]*\b[Bb]y [A-Z])[A-Z][^\[\]\n]{15,150}[^.\[\]]\]$",
               "[Why harbours close in fog]", "link"),
    convention("note.form",
               r"(?:(?:Newsletter Sign Up Continue reading the main story )?Please verify you[’']re not a robot"
               r"|(?:Invalid|Please enter a valid) e-?mail address"
               r"|You must select a newsletter|View all [\w ]{2,40} newsletters|You agree to receive|Thank you for subscribing"
               r"|An error has occurred|See [Ss]ample|NEWYou can now listen)\b[^\n]{0,160}$",
               "Invalid email address. Please re-enter.", "boilerplate"),
    convention("note.player",
               r"(?:Media playback is (?:un|not )supported|This video can ?not be played|Play [Vv]ideo|Close [Vv]ideo"
               r"|(?:Skip|End of) (?:Twitter|Facebook|YouTube)(?: post| video)?|Video (?:is )?(?:loading|unavailable)"
               r"|Replay(?: More Videos)?)\b[^\n]{0,80}$",
               "Media playback is unsupported on your device", "boilerplate"),
    convention("note.reading-time",
               r"\d{1,2} [Mm]in(?:ute)?s? [Rr]ead$|Reading time: ?\d[^\n]{0,40}$", "4 Min Read", "boilerplate"),
    convention("note.release-mark",
               r"(?:N(?:ews|EWS)|P(?:ress|RESS)|M(?:edia|EDIA)) (?i:release|advisory)(?:[ :#]{1,3}[\w/-]{1,12})?$"
               r"|RELEASE:? [\d-]{4,10}$",
               "NEWS RELEASE 22-003", "advisory"),
    convention("note.comments", r"Sorry,? we are not (?:currently )?accepting comments[^\n]*$",
               "Sorry we are not currently accepting comments on this article.", "boilerplate"),
    convention("note.browser", r"Your browser does not support\b[^\n]*$",
               "Your browser does not support video.", "boilerplate"),
    convention("note.read-more", r"(?:Read more|read more|READ MORE|Read More)\b:?[^\n]{0,120}$",
               "Read more: Snow in Oslo", "link"),
    convention("note.more-coverage", r"(?:More )?(?:AP|CNN|BBC)(?: coverage of)? [\w’' ]{2,40}: https?:[^\n]*$",
               "More AP harbour news: https://harbour.example/ap", "link"),
    convention("note.follow",
               r"(?:F|[•*] ?F|L|Don[’']t forget to f)(?:ollow|OLLOW|ike) (?:@\w+|(?:us|(?:the )?[A-Z@][^\n]{2,60}) "
               r"(?:on Twitter|on X"
               r"|on Facebook|on Instagram|on LinkedIn|at https?:|at @|@))[^\n]*$",
               "Follow Lena Brandt on Twitter", "contact"),
    convention("note.agency-contributed",
               r"(?:(?:The )?(?:Associated Press|Reuters|AP|AFP|Agence France-Presse|Bloomberg|PA Media|dpa)"
               r"(?:,? and )?)+ contributed to this (?:report|story|article)\.?$"
               r"|Additional reporting (?:by|from) (?:agencies|the Press Association|Associated Press|Reuters|AFP|AP|PA)\.?$",
               "Agence France-Presse contributed to this report.", "boilerplate"),
    convention("note.capitals",
               r"\((?=[^a-z()\n]*\b(?:STORY|OPTIONAL|EDITORS|TRIM|PHOTOS?|GRAPHIC)\b)[^a-z()\n]{12,200}\)$",
               "(STORY CAN END HERE. OPTIONAL MATERIAL FOLLOWS)", "advisory"),
    convention("note.contacts-heading", r"#+ [\w -]{0,20}(?:[Cc]ontacts?|N(?:otebook|OTEBOOK)|Notizblock|Kontakte):?$",
               "## Harbour Contacts", "contact"),
    convention("note.developing",
               r"This (?:is a (?:developing|breaking)\b[^\n]{0,20} (?:news )?(?:story|report)|story is (?:developing"
               r"|breaking))\b[^\n]*$"
               r"|(?:Stay with|Check back|Stay tuned)\b[^\n]*\b(?:updates?|developing)\b[^\n]*$",
               "This is a developing story and will be updated.", "advisory"),
    convention("note.syndicated", r"This (?:story|article|report) has not been edited by\b[^\n]*$",
               "This story has not been edited by our staff.", "boilerplate"),
    convention("note.originally",
               r"This (?:article|story|column|piece|post|report)(?: by [A-Z][\w ]{2,40})?"
               r" (?:(?:was )?(?:originally|first) (?:appeared|published|ran)|(?:is|was|has been) republished (?:from"
               r"|with))\b[^\n]*$",
               "This article originally appeared on Harbour Today: Ferries cross", "boilerplate"),
    convention("note.opinion", r"This column does not necessarily reflect\b[^\n]*$",
               "This column does not necessarily reflect the opinion of the harbour.", "boilerplate"),
    convention("note.information-from", r"Information from: [^\n]{3,120}$",
               "Information from: HARB-TV, www.harbour.example", "boilerplate"),
    convention("note.print-edition", r"A version of this (?:article|story) appear(?:s|ed)? in print\b[^\n]*$",
               "A version of this article appears in print on page A1.", "boilerplate"),
)  # fmt: skip
FURNITURE: tuple[Convention, ...] = (
    convention("furniture.full-text", r"(?:ABSTRACT|FULL TEXT|Full Text|LINKS)[.:]?$", "FULL TEXT"),
    convention("furniture.rule", r"(?:[-_*=~]{3,}|(?:\* ){2}\*)\s*(?:&[A-Z]{2};)?$", "-----------------"),
    convention("furniture.bracketed-mark", r"[\[(](?:CONTINUED|END|TEXT|MORE|RECORDED)[\])]$", "[CONTINUED]"),
    convention("furniture.end-mark", r"(?:Reuter|REUTER|reuter|More|MORE|ENDIT|-30-|###|\*\*\*|___+|-0-)\.{0,3}$", "REUTER"),
    convention(
        "furniture.initials",
        r"(?:dpa(?: [a-zäöü/]{2,7}| [an]\d){1,6}|[a-z]{2,4}(?:[/-] ?[a-z]{2,4}){1,4}/?|\([a-z]{2,4}(?:[/-][a-z]{2,4}){0,4}\)"
        r"|[a-z]{2,3}/[a-z]{2,3} \((?:\w{2,8}(?:, )?){1,5}\)|PTI(?: [A-Z]{2,4}){1,4}"
        r"|[A-Z]{2,4}(?:(?:/[A-Z]{2,4}){1,3}(?: // [A-Z]{2,4}\.?)?| // [A-Z]{2,4}\.?)|(?:[A-Z]\.){2,3}|\d{3,5}\*\*\d{3,5})$",
        "dpa ml ta",
    ),
    convention(
        "furniture.agency-initials",
        r"(?:AAP|AFP|PA|AP)(?: [A-Z]{2,4})?(?: [a-z]{2,4}(?:/[a-z]{2,4})*){1,2}$|AAP RTV$",
        "AAP RTV ml",
    ),
    convention(
        "furniture.transmission", r"\^?[A-Z]{2,4}-(?:[A-Z]{2}-)?\d\d-\d\d-\d\d \d{4}[A-Z]{3}<?$", "^AP-WF-11-13-13 0745GMT<"
    ),
    convention(
        "furniture.wire-end",
        r"(?:[Ee]nds|ENDS?|-?[Ee]nd-?|[Ee]nd(?:it(?:em)?)?(?:/[A-Z]{2,4})?"
        r"|(?:[A-Z]\w{1,9}/)?(?:Fim|FIM|Fin|FIN|Slut)|/[A-Za-z]{2,12}/|=+ ?[A-Z][a-z]+|\(©?[A-Z]{2,6}\)\.?"
        r"|\(END\)[^\n]{0,40}|The-CNN-Wire)$",
        "/ritzau/",
    ),
    convention(
        "furniture.agency",
        r"\^?(?:AP|AFP|UPI|PTI|ANI|IANS|AAP|PA|Reuters(?: Staff)?|(?:The )?Associated Press|Bloomberg(?: News)?|USA TODAY|CNN"
        r"|CNN Business|BBC(?: News)?|Fox News|NBC News|CBS News|ABC News|Press Association|Agence France-Presse"
        r"|(?:AP|AFP|AAP|Reuters|ABC|BBC|dpa|EFE)(?:/(?:AP|AFP|AAP|Reuters|ABC|BBC|dpa|EFE|wires)){1,3})=?$",
        "The Associated Press",
    ),
    convention(
        "furniture.agency-in-brackets",
        r"\((?:Australian Associated Press|The Canadian Press|Associated Press|Reuters|AFP)\)$",
        "(The Canadian Press)",
    ),
    convention(
        "furniture.slug",
        r"(?:[A-Z]\d{3,4} )?[A-Z]{2,}(?:-[A-Z\d&']+){2,}(?: \d{1,4})?$|\d{2,5} \d\d-\d\d \d{4}$",
        "BC-HARBOUR-FOG-NYT",
    ),
    convention("furniture.slot", r"(?:\d{1,2} (?:of|/) \d{1,2}|Image|Photo|Picture|Slideshow|Photos|Videos?)$", "Image"),
    convention("furniture.printed", r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?: ?[AaPp][Mm])?$", "3/4/22, 1:37 PM"),
    convention("furniture.published", r"(?:Published|Updated|Posted|PUBLISHED|UPDATED)(?: [Oo]n)?:?$", "Published"),
    convention("furniture.url", r"https?://\S+$", "http://news.example/2022/01/11/snow"),
)
