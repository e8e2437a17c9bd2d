"""An article as a page, for a pipe and for Markdown: what is known, captions, the story, who made it."""

from collections.abc import Iterator

from newscli.article import Article, Credit, Record
from newscli.render.formats.markdown import escape

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
READ = {"correction", "refile", "advisory", "summary"}  # notes that a reader wants to see; the others are counted


def long_date(iso: str) -> str:
    """ "Tuesday 11 January 2022"; a month or a year alone as it is."""
    if len(iso) == 4:
        return iso
    month = f"{_MONTHS[int(iso[5:7]) - 1]} {int(iso[:4])}"
    if len(iso) == 7:
        return month
    from datetime import date

    return f"{_DAYS[date.fromisoformat(iso).weekday()]} {int(iso[8:])} {month}"


def facts(article: Article) -> list[str]:
    """What stands over an article, behind its place: date, time, agency."""
    when = [long_date(article.date)] if article.date else []
    if article.time:
        when.append(article.time[:5] + (f" (UTC{article.time[5:]})" if article.time[5:] else ""))
    return [*when, *([article.agency] if article.agency else [])]


def place(article: Article) -> str:
    return "/".join(map(str, article.dateline.places)) if article.dateline else ""


def by_role(article: Article) -> Iterator[tuple[str, str]]:
    """(role, people) a role: "reporting", "Mara Lindqvist in Shanghai, Tom Acht"."""
    roles: dict[str, list[str]] = {}
    for credit in article.credits:
        roles.setdefault(credit.role, []).append(person(credit))
    return ((role, ", ".join(people)) for role, people in roles.items())


def person(credit: Credit) -> str:
    return f"{credit.name} in {credit.place}" if credit.place else credit.name


def counts(record: Record) -> list[str]:
    """What stands under an article: where it is, how long, how many notes of which kind."""
    a = record.article
    kinds = [note.kind for note in a.notes if note.kind not in READ]
    noted = [f"{kinds.count(kind)} {kind}{'s' * (kinds.count(kind) != 1)}" for kind in dict.fromkeys(kinds)]
    warned = [f"{len(a.warnings)} warning{'s' * (len(a.warnings) != 1)}"] if a.warnings else []
    return [record.address, f"{a.words:,} words", *noted, *warned]


def plain_page(record: Record) -> str:
    """The page for a pipe: a paragraph a line, nothing cut or wrapped, a blank line at its end."""
    a = record.article
    lines = ["   ".join(filter(None, (place(a), *facts(a))))]
    lines += [a.headline] if a.headline else []
    for caption in a.captions:
        lines.append("   " + "   ".join(filter(None, (caption.text, caption.credit))))
    lines += [note.text for note in a.notes if note.kind in READ]
    lines += a.body
    credited = "\n".join(f"{role}: {people}" for role, people in by_role(a))
    lines += [credited] if credited else []
    lines.append("  ".join((a.id, *counts(record))))
    lines += [f"warning: {warning}" for warning in a.warnings]
    return "\n\n".join(filter(None, lines)) + "\n"


def markdown_page(record: Record) -> str:
    """The page as Markdown."""
    a = record.article
    parts = [f"# {escape(a.headline)}" if a.headline else ""]
    parts.append(escape("  ·  ".join(filter(None, (place(a), *facts(a))))))
    parts += [f"> {escape(c.text)}" + (f" — {escape(c.credit)}" if c.credit else "") for c in a.captions]
    parts += [f"*{escape(note.text)}*" for note in a.notes if note.kind in READ]
    parts += [escape(paragraph) for paragraph in a.body]
    parts.append("\n".join(f"- {role}: {escape(people)}" for role, people in by_role(a)))
    parts.append(f"`{a.id}` {escape(record.address)}")
    return "\n\n".join(filter(None, parts)) + "\n"
