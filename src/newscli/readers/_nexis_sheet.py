"""One article of a Nexis export taken apart: what stands above its date, its labelled lines, its body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newscli.readers import _nexis_words as words
from newscli.readers._calendar import Written, written

_LATEST_DATE = 40  # units of a head: a cover page has ten for each of its articles, and ends with the first article's head
_LONGEST_DATE_LINE = 120  # characters


@dataclass(slots=True)
class Sheet:
    """One article as it is taken apart."""

    above: list[str] = field(default_factory=list)  # the lines above the date
    date: Written | None = None
    between: list[str] = field(default_factory=list)  # between the date and the first label
    fields: dict[str, list[str]] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)

    def first(self, name: str) -> str | None:
        """The first value of a field, in one line."""
        value = next(iter(self.fields.get(name, ())), "")
        return " ".join(value.split()) or None


def taken_apart(pieces: list[str], counted: bool) -> Sheet:
    sheet = Sheet()
    units = list(_units(pieces, _are_capital(pieces) if not counted else True))
    at = _date_at(units)
    if at is not None:
        sheet.date = written(units[at][1])
    elif not counted:  # the lines above the first label are those that stand above a date elsewhere
        at = next((i for i, (label, _) in enumerate(units) if label), 0) - 1
    if at is not None:
        above = units[: at + (sheet.date is None)]
        sheet.above = [text for label, text in above if label is None]
        if any(words.COVER.match(text) for text in (*sheet.above, *pieces[:4])):
            sheet.above = sheet.above[-2:]
        else:
            sheet.fields = {label: [text] for label, text in above if label}
        units = units[at + 1 :]
    has_mark = any(label == "=body" for label, _ in units)
    where, begun = "", False
    for label, text in units:
        if label is None:
            _unlabelled(sheet, where, text, begun, has_mark)
            where = "body" if not where or where in ("+", "body") else where
            continue
        name = label.lstrip("=")
        begun = True
        if name == "body":
            sheet.body += [text] if text else []
            where = "body"
        elif label.startswith("=") or not text or name in ("graphic", "correction", "note"):
            where = name
            sheet.fields.setdefault(name, []).extend([text] if text else [])
        else:
            sheet.fields.setdefault(name, []).append(text)
            # Behind the body, what has no label goes on with the field above it.
            where = name if sheet.body else "+"
    return sheet


def _unlabelled(sheet: Sheet, where: str, text: str, begun: bool, has_mark: bool) -> None:
    """A paragraph without a label, below the date."""
    if words.RIGHTS.match(text) and len(text) < 400 and (not begun or where not in ("", "+", "body") or not sheet.body):
        sheet.fields.setdefault("rights", []).append(text)
    elif not begun:
        sheet.between.append(text)
    elif where in ("", "body") or (where == "+" and not has_mark):
        sheet.body.append(text)
    elif where == "+" or where in ("tail", "other", "loaded", "language"):
        return
    else:
        values = sheet.fields.setdefault(where, [])
        if where in ("subjects", "section", "byline", "rights") and values:
            values[-1] += "\n" + text
        else:
            values.append(text)


def _are_capital(pieces: list[str]) -> bool:
    """Whether the labels of an article are in capitals."""
    labels = [
        found["label"]
        for piece in pieces
        for line in piece.split("\n")
        if (found := words.LABELLED.match(line)) and words.field(found["label"])
    ]
    return bool(sum(label.isupper() for label in labels) * 2 > len(labels))


def _units(pieces: list[str], capital: bool) -> Iterator[tuple[str | None, str]]:
    """Label and text of everything, in order; no label for what has none, and "=body" for a mark such as "Body"."""
    dated = False
    for piece in pieces:
        label: str | None = None
        held: list[str] = []
        single = not dated and (capital or any(_is_date(line) for line in piece.split("\n")))
        for line in piece.split("\n"):
            found = words.LABELLED.match(line)
            name = words.field(found["label"]) if found and (not capital or found["label"].isupper()) else None
            mark = None if capital else words.mark(line)
            if name is None and mark is None and not (single and not dated):
                held.append(line)
                continue
            if held or label:
                yield label, "\n".join(held).strip()
            label, held = None, []
            if mark:
                yield f"={mark}", ""
            elif found and name:
                label, held = name, [found["rest"]]
            else:
                held = [line]
            dated = dated or (name is None and mark is None and _is_date(line))
        if held or label:
            yield label, "\n".join(held).strip()


def _is_date(text: str) -> bool:
    """Whether a line is an article's date, with what an edition may add to it: not the days between which somebody searched."""
    if len(text) > _LONGEST_DATE_LINE:
        return False
    found = written(text)
    if found is None or "Copyright" in text or written(text[found.end :]):
        return False
    return len(re.findall(r"\w+", text[: found.start])) < 2


def _date_at(units: list[tuple[str | None, str]]) -> int | None:
    """Which unit is the date."""
    for at, (label, text) in enumerate(units):
        if label is None and _is_date(text.split("\n")[0]):
            return at
        if label in ("length", "=body", "body") and at > _LATEST_DATE:
            return None
    return None
