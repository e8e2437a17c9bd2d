"""Tags that desks put before a headline: a closed list, since "TNK-BP" and "IMF: ..." look just the same."""

import re

_NUMBERED = "UPDATE|WRAPUP|REFILE|RPT|ADVISER|TOPNEWS|HIGHLIGHTS"
_PLAIN = (
    "FACTBOX", "INSTANT VIEW", "SNAP ANALYSIS", "ANALYSIS", "EXCLUSIVE", "TIMELINE", "INSIGHT", "CORRECTED", "CORRECTION",
    "Q+A", "Q&A", "SCENARIOS", "SPECIAL REPORT", "TEXT", "CHRONOLOGY", "NEWSMAKER", "WALL ST WEEK AHEAD", "ANALYST VIEW",
    "ANALYSTS VIEW", "SNAPSHOT", "QUOTEBOX", "INTERVIEW", "GLOBAL MARKETS", "POLL", "PREVIEW", "FEATURE", "BREAKINGVIEWS",
    "STORY WITHDRAWN", "MEDIA ADVISORY", "CORRECTION ET MISE À JOUR", "MISE À JOUR",
    "ADVISORY", "EXPLAINER", "BRIEF", "COLUMN", "DEALTALK",
)  # fmt: skip
_CAPITALS = "|".join(map(re.escape, _PLAIN))
# In small letters a tag goes before a colon, or a dash with a capital behind it: "Text-message" has none.
_TITLES = "|".join(re.escape(tag.title()) for tag in _PLAIN if tag.isupper())
_TAG = re.compile(
    rf"\(?(?P<tag>(?:{_NUMBERED}) ?\d{{0,2}}|{_CAPITALS}|(?:{_TITLES}|Update ?\d{{0,2}})(?=:\s|\s?[-–—]\s?[A-Z0-9\"'“‘]))"
    r"\)?\s*[:\-–—]\s*"
)


def tags(headline: str) -> tuple[str, ...]:
    """The tags that a headline begins with, in capitals: "RPT-UPDATE 2-..." has two."""
    at, found_tags = 0, []
    while found := _TAG.match(headline, at):
        found_tags.append(found["tag"].strip().upper())
        at = found.end()
    return tuple(found_tags)
