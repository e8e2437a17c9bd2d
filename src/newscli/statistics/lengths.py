"""How long articles are: words an article, as a distribution with its quartiles."""

from collections.abc import Mapping

from newscli.results import Block
from newscli.statistics._counted import Counted

ORDER = 60
_BINS = 16


class Tally(Counted):
    kind = "words"

    def block(self) -> Block:
        counts = {int(words): number for words, number in self.counts.items()}
        if not counts:
            return Block("lengths", "words an article", "histogram", ())
        low, median, high, longest = (quantile(counts, share) for share in (0.25, 0.5, 0.75, 1.0))
        note = f"median {median:,}, half of them {low:,} to {high:,}, longest {longest:,}"
        # Bins reach to where 98 in 100 articles end, the last holds the rest: a few very long ones must not flatten it.
        width = max(1, -(-(quantile(counts, 0.98) + 1) // _BINS))
        bins = [0] * _BINS
        for words, count in counts.items():
            bins[min(words // width, _BINS - 1)] += count
        labels = [f"{i * width}-{(i + 1) * width - 1}" for i in range(_BINS - 1)] + [f"{(_BINS - 1) * width}-"]
        return Block("lengths", "words an article", "histogram", tuple(zip(labels, bins, strict=True)), note=note)


def quantile(counts: Mapping[int, int], share: float) -> int:
    """The smallest value that at least this share of all values doesn't exceed (the inverted distribution function)."""
    wanted, seen = share * sum(counts.values()), 0
    for value in sorted(counts):
        seen += counts[value]
        if seen >= wanted:
            return value
    return 0
