"""What Nexis calls things, in the languages that it is used in."""

import re

COUNTED = re.compile(
    r"(?:FOCUS\s*-\s*)?(?:\d[\d.,]*\s+(?:of|von|de|di|van|sur|av)\s+\d[\d.,]*\s+D[OÓ][CK]UMENT[A-Z]*"
    r"|(?:Document|Dokument|Documento)\s+\d[\d.,]*\s+(?:of|von|de|di|van|sur|av)\s+\d[\d.,]*)",
    re.I,
)
ENDED = re.compile(
    r"(?:End of Document|Ende des Dokument(?:e?s)|Fin (?:du|de|del) document[eo]?|Fim do documento|Fine (?:del )?documento"
    r"|Einde (?:van )?(?:het )?document)\.?",
    re.I,
)
NOT_SHOWN = re.compile(r"We are sorry but there is an error in this document", re.I)
# A line that says what the lines below it are.
_MARKS = {
    "body": "body textkörper haupttext volltext corps cuerpo corpo testo tekst hoofdtekst",
    "graphic": "graphic graphics grafik graphique gráfico grafico grafiek illustration",
    "tail": "classification klassifizierung klassifikation clasificación clasificacion classificazione classificação"
    " classificatie",
    "note": "notes hinweise notas note noten correction",
}
# What each field is called, in English, German, French, Spanish, Italian, Portuguese, Dutch; "-" keeps two words together.
_LABELS = {
    "byline": "byline autor autorin von auteur par autore author authors autores door verfasser",
    "section": "section rubrik ressort rubrique sección seccion sezione seção seccao rubriek sectie",
    "length": "length länge laenge longueur longitud extensión extension lunghezza extensão lengte",
    "dateline": "dateline ort lieu origen lugar luogo local plaats",
    "headline": "headline title schlagzeile titel titre título titulo titolo kop",
    "highlight": "highlight highlights encart insert series-highlight zusammenfassung teaser chapeau",
    "body": "body text",
    "graphic": "graphic graphics grafik graphique gráfico grafico grafiek illustration illustrations caption",
    "credit": "photographer credit photo-credit fotograf photographe fotógrafo",
    "correction": "correction korrektur rectificatif corrección correccion rettifica correctie",
    "note": "notes note",
    "loaded": "load-date update date-chargement ladedatum fecha-carga fecha-de-carga data-caricamento data-de-carga laaddatum"
    " datum-geladen aktualisierung",
    "language": "language sprache langue idioma lingua língua taal",
    "subjects": "subject subjects sujet thema schlagwörter asunto tema argomento assunto onderwerp person persons personne"
    " personas organization organisation organisationen organización company société societe firma unternehmen empresa"
    " industry branche industrie secteur-activite activity-sector geographic geo-localization localisation-geo geographie"
    " país geografía",
    "url": "url",
    "rights": "rights copyright",
    "other": "publication-type type-publication publikationstyp publikationsart tipo-publicación tipo-de-publicación type"
    " document-type dokumenttyp journal-code zeitschriftencode distribution ticker symbole-boursier stock-symbol city state"
    " country series name correction-date edition ausgabe"
    " acc-no isbn issn cusip doi publication-date volume issue state-or-country publisher pub-type kind record-type"
    " publicatietype soort-publicatie tipo-pubblicazione terms tag-line memo source-file release-date",
}
_FIELD = {name.replace("-", " "): key for key, names in _LABELS.items() for name in names.split()}
_MARK = {name: key for key, names in _MARKS.items() for name in names.split()}
LABELLED = re.compile(r"\s*(?P<label>[^\W\d_][\w '’/-]{1,30}?)\s?:(?:\s+|$)(?P<rest>.*)")
RIGHTS = re.compile(r"\s*(?:Copyright|Copr\.?|Copy|©|\(c\))\W.{0,80}\d{4}|\s*(?:©|\(c\)|Copyright)\s*\S", re.I)
RESERVED = re.compile(
    r"\s*(?:All Rights Reserved|Tous droits|Alle Rechte|Todos los|Tutti i diritti|Todos os|Alle rechten)", re.I
)
LEFT_OUT = re.compile(r"Link to (?:Image|PDF|Original|Document)|.{0,40}\bedition\b.{0,40}|Correction Appended", re.I)
NO_HEADLINE = re.compile(r"No Headline (?:In Original|Available)|\(?untitled\)?|Sans titre|Ohne Titel|\W*", re.I)
PAGE = re.compile(r"(?:(?:Pg|Page|Blz|Pag|Pág)\.?\s?[A-Z]{0,4}\d[\w-]*|[SP]\.\s?\w+|Version\s?:\s?\d+)", re.I)
COVER = re.compile(
    r"(?:Date and Time|Job Number|Documents? \(\d|Dokumente? \(\d|Client/Matter|Search T|Narrowed by|Datum und Uhrzeit"
    r"|Date et heure|User Name|Suchbegriffe|Fecha y hora|Content Type)"
)


def field(label: str) -> str | None:
    """The field that a label names: "Byline" and "AUTEUR" are both "byline"."""
    return _FIELD.get(label.casefold().replace("-", " "))


def mark(line: str) -> str | None:
    """What begins below a line that is one word: "Body", "Grafik"."""
    return _MARK.get(line.strip().casefold())
