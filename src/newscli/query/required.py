r"""What the words of a paragraph must be for a pattern to match in it: pieces of ASCII words, as `syntax.key` spells them.

    (prime|foreign) minist\w+   Every(OneOf("prime" closed, "foreign" closed), "minist" open at its end)

An index may only narrow, so whatever isn't certain requires nothing. Every character beyond ASCII holds words apart
here, but for the four that `regex` takes for ASCII letters where case is ignored.
"""

from collections.abc import Iterator
from dataclasses import replace

from newscli.frozen import frozen
from newscli.query.syntax import ALIKE, WORDS, Chars, Either, Item, Mark, Track


@frozen
class Piece:
    """A run of letters, digits and underscores, unbroken in every match.

    It `opens` or `closes` where no such character can stand before or behind it.
    """

    text: str
    opens: bool
    closes: bool


@frozen
class Every:
    """All of these are required."""

    parts: tuple["Required", ...]


@frozen
class OneOf:
    """At least one of these is."""

    parts: tuple["Required", ...]


Required = Piece | Every | OneOf


def required(track: Track) -> Required | None:
    """What a track requires; None if nothing is certain."""
    return _every(list(_parts((Mark.GAP, *track, Mark.GAP))))


def _between(before: Item, track: Track, after: Item) -> Required | None:
    """What one of several alternatives requires, beside what stands before and behind all of them."""
    edges = [Mark.EDGE if _holds_apart(item) else Mark.GAP for item in (before, after)]
    return _every(list(_parts((edges[0], *track, edges[1]))))


def anywhere(need: Required) -> Required | None:
    """The same where words may be cut: every piece may be a part of one."""
    if isinstance(need, Piece):
        return replace(need, opens=False, closes=False) if len(need.text) > 1 else None
    parts = [anywhere(part) for part in need.parts]
    if isinstance(need, OneOf):
        return OneOf(tuple(part for part in parts if part)) if all(parts) else None
    return _every([part for part in parts if part])


def every(needs: list[Required | None]) -> Required | None:
    """What is required where all of these are; None where nothing is."""
    return _every([need for need in needs if need])


def _every(parts: list[Required]) -> Required | None:
    unique = tuple(dict.fromkeys(parts))
    if len(unique) < 2:
        return unique[0] if unique else None
    return Every(unique)


def _parts(track: Track) -> Iterator[Required]:
    run = ""
    opens = False
    for before, item, after in zip((Mark.GAP, *track), track, (*track[1:], Mark.GAP), strict=False):
        letter = item.key if isinstance(item, Chars) else ""
        if letter:
            if not run:
                opens = _holds_apart(before)
            run += letter
            continue
        if run:
            closes = _holds_apart(item)
            if len(run) > 1 or (opens and closes):
                yield Piece(run, opens, closes)
            run = ""
        if isinstance(item, Either):
            branches = [_between(before, branch, after) for branch in item.tracks]
            if all(branches):
                yield OneOf(tuple(dict.fromkeys(branch for branch in branches if branch)))


def _holds_apart(item: Item) -> bool:
    r"""Whether no letter of a word can stand where this does; beside one, `\b` is such a place."""
    if isinstance(item, Chars):
        return not item.mask & (WORDS | ALIKE)
    return item is Mark.EDGE
