"""The forms of notes, as tables: what stands in an article but is not of the story."""

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
               r"(?:C(?:ORRECTIONS?|orrections?|LARIFICATION|larification)(?: (?:\([^()\n]{3,40}\)|(?:and|&) \w+))?: "
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
               rf"(?! than )|To (?:read|see|watch) )[^\n]*{_POINTS}[^\n]*$",
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
    convention("note.click-here", r"(?:CLICK HERE|Click here|READ MORE ON|READ MORE:)[^\n]*$",
               "CLICK HERE FOR THE HARBOUR APP", "link"),
    convention("note.related",
               r"(?:(?:RELATED|SEE ALSO|In case you missed(?: it)?|Check out|JUST WATCHED|MUST WATCH|NOW WATCH)\b[^\n]{3,200}"
               r"|(?:R(?:elated|ELATED)(?: \w+)?|See also|ALSO|(?:ALSO|Also) (?:READ|read|SEE|see|ON|on)(?: [\w ]{2,20})?"
               r"|M(?:ORE|ore)(?: (?:FROM|from|ON|on) [\w’'& ]{2,40})?|W(?:ATCH|atch)|R(?:EAD|ead)|V(?:IDEO|ideo)"
               r"|L(?:ISTEN|isten)|P(?:HOTOS|hotos)|G(?:ALLERY|allery)|D(?:on[’']t miss|ON[’']T MISS)"
               r"|Bookmark this|You might also like)"
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
               r"|c\.\d{4} |All [Rr]ights [Rr]eserved|This material may not be published|Distributed by [A-Z])[^\n]{0,250}$",
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
               r"|Order Reprints\b[^\n]{0,60}$", "View Comments", "boilerplate"),
    convention("note.slideshow", r"Slideshow \( ?\d+ [Ii]mages? ?\)$", "Slideshow (3 Images)", "link"),
    convention("note.share",
               r"(?:SHARE THIS|Share this|Share on (?:Facebook|Twitter)|Facebook Twitter|Read or Share this)[^\n]{0,100}$",
               "SHARE THIS ARTICLE Share Tweet Post Email", "boilerplate"),
    convention("note.newsletter", r"(?:Sign up (?:for|to|here)|Get (?:all )?the latest [^\n,]{0,60}(?:news|stories|in your)\b"
               r"|Get the [A-Z]|Subscribe (?:to|for|now))[^\n]{0,200}$",
               "Sign up for the Harbour newsletter", "boilerplate"),
    convention("note.source-text",
               r"(?:(?:S|\(S)ource text(?: for \w+| in \w+)?|F(?:urther company coverage|ull story))(?::[^\n]{0,200}|)$",
               "Further company coverage:", "link"),
    convention("note.poll", r"(?:Urgent|URGENT|National|Special|Alert)(?: (?:Poll|POLL))?: ?[^\n]{0,120}(?<![.])$"
               r"|(?:Who|What|Which|Will|Should|Do|Does|Did|Is|Are|Can)\b[^\n]{5,100}\? Vote (?:Here|Now)\b[^\n]{0,30}$",
               "Who will cross the fjord? Vote Here!", "boilerplate"),
    convention("note.bracketed-pitch",
               r"\[(?:Sign up|Read|Watch|Get|Want|See|Here|Follow|Like|Listen|Receive|Subscribe|Click|For more)\b[^\[\]\n]*\]$",
               "[Read more about the fog in our harbour pages]", "link"),
    convention("note.form",
               r"(?:Please verify you[’']re not a robot|(?:Invalid|Please enter a valid) e-?mail address"
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
    convention("note.follow", r"(?:F|[•*] ?F|L)(?:ollow|OLLOW|ike) (?:@\w+|(?:us|[A-Z@][^\n]{2,60}) (?:on Twitter|on X"
               r"|on Facebook|on Instagram|on LinkedIn|at https?:|at @|@))[^\n]*$",
               "Follow Lena Brandt on Twitter", "contact"),
    convention("note.agency-contributed",
               r"(?:(?:The )?(?:Associated Press|Reuters|AP|AFP|Agence France-Presse|Bloomberg|PA Media|dpa)"
               r"(?:,? and )?)+ contributed to this (?:report|story|article)\.?$",
               "Agence France-Presse contributed to this report.", "boilerplate"),
    convention("note.capitals",
               r"\((?=[^a-z()\n]*\b(?:STORY|OPTIONAL|EDITORS|TRIM|PHOTOS?|GRAPHIC)\b)[^a-z()\n]{12,200}\)$",
               "(STORY CAN END HERE. OPTIONAL MATERIAL FOLLOWS)", "advisory"),
    convention("note.contacts-heading", r"#+ [\w -]{0,20}(?:[Cc]ontacts?|N(?:otebook|OTEBOOK)|Notizblock|Kontakte):?$",
               "## Harbour Contacts", "contact"),
    convention("note.developing", r"This is a (?:developing|breaking)\b[^\n]{0,20} (?:news )?(?:story|report)\b[^\n]*$"
               r"|(?:Stay with|Check back|Stay tuned)\b[^\n]*\b(?:updates?|developing)\b[^\n]*$",
               "This is a developing story and will be updated.", "advisory"),
    convention("note.syndicated", r"This (?:story|article|report) has not been edited by\b[^\n]*$",
               "This story has not been edited by our staff.", "boilerplate"),
    convention("note.originally",
               r"This (?:article|story|column|piece|post|report)(?: by [A-Z][\w ]{2,40})? (?:was )?(?:originally|first)"
               r" (?:appeared|published|ran)\b[^\n]*$",
               "This article originally appeared on Harbour Today: Ferries cross", "boilerplate"),
    convention("note.opinion", r"This column does not necessarily reflect\b[^\n]*$",
               "This column does not necessarily reflect the opinion of the harbour.", "boilerplate"),
    convention("note.information-from", r"Information from: [^\n]{3,120}$",
               "Information from: HARB-TV, www.harbour.example", "boilerplate"),
    convention("note.print-edition", r"A version of this (?:article|story) appear(?:s|ed)? in print\b[^\n]*$",
               "A version of this article appears in print on page A1.", "boilerplate"),
)  # fmt: skip
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
    convention("note.author",
               rf"\(?{_NAME}(?: and {_NAME})? (?:is|are|was|has been|works as)\b [^.\n]{{0,100}}?\b{_JOURNALIST}\b[^\n]*$",
               "Lena Brandt is a senior reporter in Oslo.", "contact"),
    convention("note.about-author",
               rf"\(?{_NAME}, [^.,\n]{{0,60}}\b{_JOURNALIST}\b[^.,\n]{{0,60}}, (?:has|is|covers|writes)\b [^\n]*$",
               "Lena Brandt, assistant editor for ships, has covered ships for 20 years.", "contact"),
    convention("note.byline-author",
               rf"\(?(?P<author>{_NAME})(?:, [^,\n]{{3,90}})?,? (?:is|was|has|covers|writes|teaches|reports|lives)\b[^\n]*$",
               "Mara Lind teaches at the harbour school.", "contact"),
    convention("note.stranger",
               rf"\(?(?P<stranger>{_NAME}),? (?:is|are|was) [^.\n]{{0,100}}?\b{_PROFESSION}\b[^\n]{{0,400}}$",
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
               r"(?:Reach|Contact|Email|Write to) (?:the )?(?:(?:staff )?(?:reporter|writer|author) )?[A-Z]"
               r"[^\n]*(?:@|\d{3})[^\n]*$",
               "Contact Lena Brandt at lena@harbour.example", "contact"),
    convention("note.with-files",
               r"\W{0,3}[Ww]ith (?:files|reporting|material|contributions?|inputs?) (?:from|by)"
               r" (?:[^\n]{3,80} )?(?:Press|News|Reuters|AP|AFP|CBC|CTV|Bloomberg|staff|dpa|TASS"
               r"|[Aa]gencies|PTI|IANS|Interfax)[.)]*$",
               "- With files from Harbour Press", "boilerplate"),
    convention("note.press-release",
               r"SOURCE(?:: [A-Z]| [A-Z](?=[^\n]*[a-z]))[^\n]{2,80}$|View (?:original content|source version)\b[^\n]*$",
               "SOURCE Harbour Corp", "boilerplate"),
    convention("note.address-alone", r"[\w.+-]+ ?@[\w-]+\.[\w.-]+$", "lena@harbour.example", "contact"),
    convention("note.address-line", r"(?:E-?mail|EMAIL|Tel|Phone|Twitter): ?[^\n]*(?:@|\d{3})[^\n]*$",
               "Email: lena@harbour.example", "contact"),
    convention("note.original", r"Read (?:the )?(?:original|full) (?:article|story|post|report) (?:on|at|from) [^\n]{2,80}$",
               "Read the original article on Harbour Insider", "link"),
    convention("note.pitch", r"(?:Want the latest|We want to hear (?:what you think|from you))\b[^\n]*$",
               "We want to hear what you think about this article. Write to us.", "boilerplate"),
    convention("note.came-from",
               r"(?:Some )?[Ii]nformation (?:for|in) this (?:report|story|article) (?:came from|was provided by) [A-Z][^\n]*$",
               "Some information for this report came from Harbour Press.", "boilerplate"),
    convention("note.with-agency",
               r"\((?:[A-Z][\w ]{1,30} )?(?:with|and) (?:AFP|AP|Reuters|dpa|Xinhua|EFE|ANSA|Bloomberg|PA)[^()\n]{0,40}\)$",
               "(HARBOUR 24 with AFP)", "boilerplate"),
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
# Within or at the end of a paragraph; the second column is what a story must hold for the row to be tried.
INLINE: tuple[tuple[Convention, str], ...] = (
    (convention("link.read-more", r"(?<=[.!?\"”’)])\s+read more(?=\s+[A-Z\"“]|$)",
               "The port is open again. read more", "link"), "read more"),
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
FURNITURE: tuple[Convention, ...] = (
    convention("furniture.full-text", r"(?:ABSTRACT|FULL TEXT|Full Text|LINKS)[.:]?$", "FULL TEXT"),
    convention("furniture.rule", r"(?:[-_*=~]{3,}|(?:\* ){2}\*)\s*(?:&[A-Z]{2};)?$", "-----------------"),
    convention("furniture.bracketed-mark", r"[\[(](?:CONTINUED|END|TEXT|MORE|RECORDED)[\])]$", "[CONTINUED]"),
    convention("furniture.end-mark", r"(?:Reuter|REUTER|reuter|More|MORE|ENDIT|-30-|###|\*\*\*|___+|-0-)\.{0,3}$", "REUTER"),
    convention(
        "furniture.initials",
        r"(?:dpa(?: [a-zäöü/]{2,7}| [an]\d){1,6}|[a-z]{2,4}(?:[/-] ?[a-z]{2,4}){1,4}/?|\([a-z]{2,4}(?:[/-][a-z]{2,4}){0,4}\)"
        r"|[a-z]{2,3}/[a-z]{2,3} \((?:\w{2,8}(?:, )?){1,5}\)|PTI(?: [A-Z]{2,4}){1,4}"
        r"|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}(?: // [A-Z]{2,4}\.?)?|(?:[A-Z]\.){2,3}|\d{3,5}\*\*\d{3,5})$",
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
        r"(?:[Ee]nds|ENDS|-?[Ee]nd-?|[Ee]nd(?:it(?:em)?)?(?:/[A-Z]{2,4})?|/[A-Za-z]{2,12}/|=+ ?[A-Z][a-z]+|\(©?[A-Z]{2,6}\)\.?"
        r"|\(END\)[^\n]{0,40}|The-CNN-Wire)$",
        "/ritzau/",
    ),
    convention(
        "furniture.agency",
        r"(?:AP|AFP|UPI|PTI|ANI|IANS|AAP|PA|Reuters(?: Staff)?|(?:The )?Associated Press|Bloomberg(?: News)?|USA TODAY|CNN"
        r"|CNN Business|BBC(?: News)?|Fox News|NBC News|CBS News|ABC News|Press Association|Agence France-Presse)$",
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
    convention("furniture.printed", r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?: ?[AaPp][Mm])?$", "3/4/22, 1:37 PM"),
    convention("furniture.published", r"(?:Published|Updated|Posted|PUBLISHED|UPDATED)(?: [Oo]n)?:?$", "Published"),
    convention("furniture.url", r"https?://\S+$", "http://news.example/2022/01/11/snow"),
)
# Behind a story's last sentence.
AGENCY_BEHIND = convention(
    "furniture.agency-behind",
    r"(?<=[.!?\"”’)]) +(?:(?:--?|[–—=/]+) ?)?\(?[A-Za-z][A-Za-z-]+\)?$",
    "Ships sailed. (ANI)",
    "boilerplate",
)
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
# The heading of a list of other stories.
LISTED = convention(
    "note.page-end",
    r"(?:More on this story|Related (?i:topics|internet links|stories|articles|links|content)"
    r"|(?i:top stories|most (?:read|popular))|Recommended(?: for you)?|You may also like|Trending(?: now)?"
    r"|More [Ff]rom [\w &]{2,40}|Around the (?:BBC|[Ww]eb)|What to read next|Read (?:next|more stories)"
    r"|You (?:may|might) (?:also )?be interested in|Trending [Nn]ews|Popular [Nn]ow|Don[’']t [Mm]iss|RELATED READING|See also"
    r"|(?:Sponsored|Promoted) [Cc]ontent|More (?:[Nn]ews|[Ss]tories)"
    r"|Most Read from [\w ]{4,40}"
    r"|(?:Media|MEDIA|Press|Investor|Company)(?: Relations)? (?:Contacts?|CONTACTS?|[IiEe]n?quir(?:y|ies))"
    r"|C(?:ontacts?|ONTACTS?)"
    r"|Rückfragen (?:& Kontakt|bitte an))\s*:?",
    "More on this story",
    "boilerplate",
)
