"""Text to Article: one file a field, each a table of conventions."""

from collections.abc import Sequence

from newscli.article import NOTHING_STATED, Article, Stated

# Raised whenever the same text may give another record, so that indexes are made anew.
VERSION = 35


def parse(text: str, stated: Stated = NOTHING_STATED, warnings: Sequence[str] = (), line: int = 1) -> Article:
    """The record of one decoded text. Never fails: a text that says nothing has a record that says nothing.

    `line` is the number of the text's first line in its source file, from 1.
    """
    # A command that is answered from an index never needs the tables.
    from newscli.parse.assembling import assembled

    return assembled(text, stated, warnings, line)
