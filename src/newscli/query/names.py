"""Whether a name is the one asked for, however either is written.

"García-López, José", "JOSE GARCIA LOPEZ", "J. García-López" and "José M. García-López" are one person: case and accents are
off, words count in any order, an initial is the word that it begins, and what a hyphen or a point parts may be one word.
"""

from collections.abc import Callable
from functools import lru_cache

# How a keyboard without them writes letters with two dots, a ring or a stroke.
_WRITTEN_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))


@lru_cache(maxsize=256)
def finder(asked: str) -> Callable[[str], bool]:
    """What says of a folded name whether it is the one asked for, itself folded (`query.filters.fold`)."""
    plain = _plain(asked)
    words = plain.split()
    joined = "".join(words)

    def finds(name: str) -> bool:
        if asked in name:
            return True
        other = _plain(name)
        if plain in other:
            return True
        own = other.split()
        if len(words) > 1 and _all_stand_for_one(words, own):
            return True
        return joined in other.replace(" ", "") and joined in _joined(own)

    return finds


def _plain(folded: str) -> str:
    for pair, letter in _WRITTEN_OUT:
        folded = folded.replace(pair, letter)
    return folded


def _all_stand_for_one(words: list[str], own: list[str]) -> bool:
    """Whether each word is one of the name's, or an initial of one, or has its initial there; one at least is whole."""
    left = list(own)
    whole = False
    for word in words:
        if len(word) > 1 and word in left:
            left.remove(word)
            whole = True
    if not whole:
        return False
    for word in words:
        if len(word) > 1 and word in own:
            continue
        stands = next((one for one in left if (len(one) == 1 or len(word) == 1) and one[0] == word[0]), None)
        if stands is None:
            return False
        left.remove(stands)
    return True


def _joined(own: list[str]) -> set[str]:
    """The words of a name that follow each other, written as one: "yeonhee", "kimyeonhee"."""
    return {"".join(own[i:j]) for i in range(len(own)) for j in range(i + 1, len(own) + 1)}
