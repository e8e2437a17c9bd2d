"""Text to Article: one file a field, each a table of conventions."""

from collections.abc import Sequence

from newscli.article import Article, Stated

# Raised whenever the same text may give another record, so that indexes are made anew.
VERSION = 2
_NOTHING_STATED = Stated()


def parse(text: str, stated: Stated = _NOTHING_STATED, warnings: Sequence[str] = ()) -> Article:
    """The record of one decoded text. Never fails: a text that says nothing has a record that says nothing."""
    # A command that is answered from an index never needs the tables.
    from newscli.parse.assembling import assembled

    return assembled(text, stated, warnings)
