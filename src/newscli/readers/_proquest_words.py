"""What ProQuest calls its fields, in the languages that it is used in."""

import re

from newscli.text import unaccented

_LABELS = {
    "headline": "Title, Titel, Titre, Título, Titolo, Tytuł, 标题, 標題",
    "byline": "Author, Authors, Autor, Autoren, Verfasser, Auteur, Auteurs, Autores, Autore, Autori, 作者",
    "credit": "Credit",
    "caption": "Caption, Illustration, Illustration caption, Photo caption, Image caption",
    "issue": "Publication info, Publikationsinfo, Publikationsinformationen, Informations de publication,"
    " Informations sur la publication, Información de publicación, Informazioni sulla pubblicazione, Informações da publicação,"
    " 出版信息",
    "abstract": "Abstract, Zusammenfassung, Abstrakt, Résumé, Resumen, Riassunto, Resumo, 摘要",
    "text": "Full text, Volltext, Texte intégral, Texto completo, Testo completo, Pełny tekst, 全文",
    "links": "Links, Link, Liens, Enlaces, Collegamenti",
    "subjects": "Subject, Thema, Sujet, Materia, Soggetto, Assunto, Location, Ort, Lieu, Lugar, Ubicación, Luogo, Local,"
    " People, Personen, Personnes, Personas, Persone, Pessoas, Narrow subject, Broad subject, 主题",
    "companies": "Company / organization, Company, Unternehmen/Organisation, Unternehmen / Organisation,"
    " Société / organisation, Empresa / organización, Società / organizzazione, Empresa / organização",
    "source": "Publication title, Titel der Publikation, Publikationstitel, Titre de la publication, Título de publicación,"
    " Título de la publicación, Titolo della pubblicazione, Título da publicação, 出版物名称",
    "date": "Publication date, Publikationsdatum, Erscheinungsdatum, Veröffentlichungsdatum, Date de publication, Fecha de"
    " publicación, Data di pubblicazione, Data de publicação, Data da publicação, 出版日期",
    "year": "Publication year, Year, Erscheinungsjahr, Année de publication, Año de publicación, Anno di pubblicazione,"
    " Ano de publicação",
    "dateline": "Dateline",
    "section": "Section, Abschnitt, Rubrik, Rubrique, Sección, Sezione, Seção, Secção",
    "language": "Language of publication, Language, Sprache der Publikation, Publikationssprache, Langue de publication,"
    " Idioma de la publicación, Idioma de publicación, Lingua della pubblicazione, Idioma da publicação, 出版物语言",
    "address": "Document URL, Dokument-URL, URL du document, URL del documento, URL do documento, 文档 URL",
    "url": "URL",
    "rights": "Copyright, 版权",
    "last": "Database, Datenbank, Base de données, Base de datos, Base de dados, Banca dati, Last updated,"
    " Zuletzt aktualisiert, Dernière mise à jour, Última actualización,"
    " Ultimo aggiornamento, Última atualização, ProQuest document ID,"
    " ProQuest-Dokument-ID, ID de document ProQuest, ID del documento de ProQuest, ID documento ProQuest,"
    " ID do documento ProQuest, 数据库",
    "other": "Pages, Seiten, Páginas, Pagine, Page count, Number of pages, First page, Volume, Issue, Supplement, column,"
    " Publisher, Verlag, Herausgeber, Éditeur, Editorial, Editore, Editora, Place of publication, Erscheinungsort, Verlagsort,"
    " Lieu de publication, Lugar de publicación, Luogo di pubblicazione, Local de publicação, Country of publication,"
    " Land der Veröffentlichung, Erscheinungsland, Pays de publication, País de publicación, Paese di pubblicazione,"
    " País de publicação, Publication subject, Publikationsthema, Sujet de la publication, Materia de publicación, ISSN, eISSN,"
    " CODEN, ISBN, Source type, Quellentyp, Type de source, Tipo de fuente, Tipo di fonte, Tipo de fonte, Document type,"
    " Dokumenttyp, Type de document, Tipo de documento, Tipo di documento, Document feature, Classification,"
    " Identifier / keyword, Business indexing term, Entry date, Accession number, Source attribution",
}
LABELLED = re.compile(r"\s*(?P<label>[^\W\d_][\w /'’-]{1,40}?)\s?[:：](?:\s+|$)(?P<rest>.*)", re.S)


def _squeezed(label: str) -> str:
    """A label without case, accents and spaces: its spaces are lost here and there on the way through the mail."""
    return re.sub(r"\W", "", unaccented(label.casefold()))


_FIELD = {_squeezed(name): key for key, names in _LABELS.items() for name in names.split(",")}


def labelled(line: str) -> tuple[str | None, str]:
    """The field that a line begins with, and what follows; None and the line where it begins with none."""
    found = LABELLED.fullmatch(line.replace("\xa0", " "))
    name = _FIELD.get(_squeezed(found["label"])) if found else None
    return (name, found["rest"].strip()) if found and name else (None, line.strip())
