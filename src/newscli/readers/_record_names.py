"""What records of news call things (keys of JSON, columns of CSV and Parquet, elements of XML): which name states which field.

Names are compared without case, blanks and punctuation: "datePublished", "date_published" and "Date Published" are one.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

# What states each field, best first. A value that is an object or a list is looked into (_values).
KEYS: dict[str, tuple[str, ...]] = {
    # NewsAPI, schema.org, Guardian (webTitle), Arc (headlines.basic), HuffPost; "headline_text" of headline collections
    "headline": ("headline", "title", "headlines", "webtitle", "headlinetext", "articletitle", "newstitle", "heading", "head",
                 "storytitle", "documenttitle", "articleheadline", "newsheadline", "header", "titre", "titulo", "título",
                 "titolo", "titel",
                 "überschrift", "schlagzeile"),
    # HTML before plain where a source gives both: it has paragraphs. news-please "maintext", schema.org "articleBody",
    # WordPress "content.rendered", Arc and TREC Washington Post lists of blocks, multi_news "document", CNN "article"
    "text": ("bodyhtml", "articlehtml", "contenthtml", "bodyxhtml", "bodyhtml5", "body", "articlebody", "maintext", "text",
             "contenttext", "bodytext", "content", "contents", "contentelements", "articletext", "articlecontent", "fulltext",
             "storytext", "story", "newstext", "plaintext", "rawtext", "cleantext", "cleanedtext", "document", "article",
             "news", "main", "paragraphs", "newscomponents", "texte", "contenu", "texto", "contenido",
             "testo", "contenuto", "inhalt", "artikel", "artikeltext"),
    # What stands above or beside the story: a note of the record; the text where there is nothing else
    "summary": ("standfirst", "trailtext", "leadparagraph", "lead", "leadtext", "ingress", "abstract", "summary",
                "description", "descriptionhtml", "descriptiontext", "descriptionsummary", "shortdescription", "teaser",
                "excerpt", "snippet", "highlights", "subhead", "subheading", "subheadline", "subtitle",
                "deck", "dek", "metadescription"),
    "byline": ("byline", "bylines", "authorsbyline", "authors", "author", "credits", "creator", "dccreator", "creators",
               "writer", "writers", "reporter", "reporters", "journalist", "authorname", "articleauthor", "auteur", "auteurs",
               "autor", "autores", "autoren", "autore", "autori", "verfasser"),
    # When it was published; never when it was changed, crawled or fetched
    "date": ("datepublished", "datepublish", "publishdate", "publishingdate", "publicationdate", "publisheddate",
             "publishedat", "publishedon", "published", "pubdate", "webpublicationdate", "firstpublished",
             "firstpublicationdate", "publishtime", "publishedtime", "publicationdatetime", "publishdatetime", "publishedutc",
             "datetimepub", "displaydate", "articledate", "newsdate", "dategmt", "datetime", "date", "dcdate", "issued",
             "dateissued", "posted", "postedat", "versioncreated", "datecreated", "createdat", "createdate", "creationdate",
             "created", "createddatetime", "createdutc", "firstcreated", "seendate", "releasedate", "timestamp",
             "unixtimestamp", "pubtime",
             "datepublication", "datedepublication", "datum", "fecha", "fechapublicacion"),
    "time": ("time", "timeofday", "publicationtime"),
    "year": ("year",),
    "month": ("month",),
    "day": ("day",),
    "dateline": ("dateline",),
    "url": ("url", "link", "weburl", "articleurl", "canonicalurl", "canonicallink", "permalink", "storyurl", "newsurl", "href",
            "articlelink", "respondedurl", "requestedurl", "guid", "uri", "mainentityofpage", "pageurl", "warctargeturi",
            "longurl", "documenturl", "loc", "id", "sourceurl"),
    "source": ("source", "publication", "publisher", "outlet", "newspaper", "sourcename", "sitename", "medianame", "media",
               "publicationname", "publicationtitle", "pubtitle", "newspapername", "newspapertitle", "mediumname",
               "namesource", "newssource",
               "sourceinfo", "ispartof", "provider", "portal", "sourcehostname", "site", "origin", "journal", "hostname",
               "sourcedomain", "domain", "cleanurl", "sitefull", "firstsource",
               "quelle", "zeitung", "fuente", "fonte"),
    "section": ("articlesection", "section", "sectionname", "sectiontitle", "primarysection", "category", "newsdesk", "desk",
                "rubric", "rubrik", "rubricnames", "currentrubricnames", "pillarname", "headlinecategory", "rubrique",
                "ressort", "sección", "seccion", "sezione"),
    "language": ("language", "lang", "inlanguage", "languagecode", "locale", "metalang", "humanlanguage", "langue",
                 "sprache", "idioma", "lingua"),
    # All of these together
    "subjects": ("keywords", "newskeywords", "metakeywords", "tags", "topics", "topic", "subjects", "subject", "categories",
                 "desfacet", "concepts", "themes", "dpasubjectnames", "keywordnames", "descriptors", "codes",
                 "motscles", "motsclés", "schlagwörter", "schlagworte", "palabrasclave"),
    "rights": ("copyrightnotice", "copyright", "copyrightline", "rights", "license", "copyrightholder"),
    "agency": ("agency", "newsagency", "wireservice", "creditline"),
    # What stands beside a story, for readers (dpa's boxes) and for editors
    "notes": ("infobox", "infoboxhtml", "linkboxhtml", "ednote", "ednotes", "editornote", "editornotes", "editorsnote",
              "editorialnote", "editorialnotes", "editorialinfo"),
    "captions": ("captions", "caption", "imagecaption", "imagecaptions", "photocaption", "figcaption", "mediacaption",
                 "descriptioncaption", "images", "image", "multimedia", "associations", "leadimage", "featuredimage"),
}  # fmt: skip
# Objects whose values count as the record's own where it has none by that name: Elasticsearch, Guardian, JSON:API ...
INSIDE = (
    "_source",
    "fields",
    "attributes",
    "item",
    "article",
    "node",
    "thread",
    "post",
    "meta",
    "metadata",
    "taxonomy",
    "links",
    "html",  # Fundus: where a page was fetched from
    "_embedded",  # WordPress
    "blocks",  # Guardian
    "warc_headers",  # OSCAR, ungoliant
    "news",  # Google's sitemaps of news
    "teiHeader",
    "fileDesc",
    "titleStmt",
    "publicationStmt",
    "sourceDesc",
    "biblFull",
)
_FOLD = re.compile(r"[\W_]+")


def folded(name: str) -> str:
    return _FOLD.sub("", name).casefold()


_KNOWN = {name: (field, rank, name) for field, names in KEYS.items() for rank, name in enumerate(names)}


@lru_cache(maxsize=4096)
def known_as(name: str) -> tuple[str, int, str] | None:
    """The field that a name states, how good a name for it that is (0 is best), and the name as it is compared."""
    return _KNOWN.get(folded(name))


def known(names: Iterable[str]) -> set[str]:
    """The fields that some of these names state."""
    return {found[0] for name in names if (found := known_as(name))}
