"""Every table of conventions, under the heading that docs/conventions.md gives it."""

from newscli.parse import (
    bylines,
    caption_forms,
    contributions,
    credits,
    dateline_forms,
    dates,
    header,
    name_lines,
    note_forms,
    note_forms_inside,
    note_forms_outer,
    standfirsts,
    stated,
    unparted,
    verbless,
)
from newscli.parse.conventions import Convention

TABLES: dict[str, tuple[Convention, ...]] = {
    "Dates": dates.STATED,
    "What a format states": stated.ROWS,
    "The head": (*header.ROWS, *header.PLACED, header.GLUED, *name_lines.ROWS, standfirsts.HIGHLIGHTS, standfirsts.DECK),
    "Bylines": (*bylines.ROWS, bylines.MORE, bylines.HOUSE, bylines.BEFORE, bylines.REPORTERS),
    "Datelines": (
        *dateline_forms.FAMILIES,
        dateline_forms.ALONE,
        unparted.BEFORE_NAME,
        dateline_forms.TEASER,
        dateline_forms.SOURCE_MARKS,
    ),
    "Captions": (
        *caption_forms.LABELS,
        *caption_forms.LEADING,
        *caption_forms.CREDITS,
        caption_forms.FIGURE,
        caption_forms.SHARING,
        caption_forms.PHOTO,
        caption_forms.PORTRAIT,
        verbless.DATED,
    ),
    "Sign-offs": (*credits.SIGNOFFS, credits.SIGNATURE, credits.BY_AND_HOUSE, credits.NAME_AND_HOUSE),
    "Contributions": (*contributions.SENTENCES, *contributions.CONTACTS),
    "Notes": (*note_forms.WHOLE, credits.BEHIND, credits.BELOW),
    "Notes above and below a story": (
        *note_forms_outer.OUTER,
        *(row for row, _ in note_forms_outer.ANYWHERE),
        note_forms_outer.LISTED,
        note_forms_outer.ABOUT,
        note_forms_outer.UNFINISHED,
    ),
    "Notes within a paragraph": (
        *(row for row, _ in note_forms_inside.INLINE),
        *(row for row, _ in note_forms_inside.GLUED),
        *(row for row, _ in note_forms_inside.GLUED_SENTENCES),
        note_forms_inside.AGENCY_BEHIND,
    ),
    "Furniture": note_forms.FURNITURE,
}
