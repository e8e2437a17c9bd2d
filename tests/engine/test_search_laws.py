"""An index, a scan without one and a naive loop over paragraphs give the same hits, whatever the pattern and the texts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
import regex
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newscli import words
from newscli.engine.local import Depth, Scan, Task
from newscli.errors import QueryError
from newscli.parse import parse
from newscli.query.conditions import Conditions
from newscli.query.pattern import Pattern, compile_pattern
from newscli.query.search import Search
from newscli.store import segment
from newscli.store.segment import Segment
from newscli.store.writing import SegmentWriter

# Two cases and four of a letter, a ligature, apostrophes, Han, Thai and accents that combine, every i, long s, Kelvin.
LETTERS = "abkisABKIS1_ -.'’éÉßﬁ北京ก่e\u0301ıİſ\u212aµϐ²"
WORDS = [
    "ab",
    "is",
    "kiss",
    "Basis",
    "İs",
    "bık",
    "\u212ais",
    "ſa",
    "cafe\u0301",
    "é",
    "ﬁs",
    "北京",
    "ก่า",
    "a’b",
    "a-b",
    "1_a",
    "B.",
]
PARAGRAPHS = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join), st.text(LETTERS, min_size=1, max_size=10)
)
ARTICLES = st.lists(st.lists(PARAGRAPHS, min_size=1, max_size=3).map("\n\n".join), min_size=1, max_size=5)

PLAIN = [*"abkisBKS1_ -'éßıİſ北", "\u212a", "ab", "is", "ki", "İs", "e\u0301", "ﬁ"]
SPECIAL = [
    r"\.", ".", r"\w", r"\W", r"\s", r"\S", r"\d", r"\D", r"\b", r"\B", "^", "$", "[ab]", "[^a]", "[a-k]", "[A-Z]", r"[\w-]",
    r"[^\W_]", "[iſ]", r"\A", r"\Z", "(?=a)", "(?!a)", "(?<=s)", "(?<!s)", r"(?>a+)", r"(a|b)\1", r"\p{Lu}", "[[:alpha:]]",
    "a++", "(?i:k)",
]  # fmt: skip
TIMES = st.sampled_from(["", "", "", "", "*", "+", "?", "{0}", "{2}", "{1,}", "{0,1}", "{,2}", "+?", "??"])
ELEMENTS = st.builds(str.__add__, st.sampled_from(PLAIN * 2 + SPECIAL), TIMES)
RUNS = st.lists(ELEMENTS, min_size=1, max_size=4).map("".join)
CHOICES = st.lists(RUNS, min_size=1, max_size=3).map("|".join)
GROUPS = st.builds("{}{}){}".format, st.sampled_from(["(", "(?:", "(?P<x>"]), CHOICES, TIMES)
REGULAR = st.builds(
    str.__add__,
    st.sampled_from(["", "", "", "(?i)"]),
    st.lists(st.one_of(RUNS, RUNS, GROUPS), min_size=1, max_size=3).map("".join),
)
PATTERNS = st.one_of(REGULAR, CHOICES, st.sampled_from(WORDS), st.text(LETTERS, min_size=1, max_size=4))


@dataclass(frozen=True)
class Options:
    """grep's -F -i -w -x -v."""

    fixed: bool = False
    ignore_case: bool = False
    whole: str = ""
    invert: bool = False

    def naive(self, patterns: Sequence[str], line: str) -> list[tuple[int, int]]:
        """Where any of the patterns matches a paragraph, read straight off the manual."""
        source = "|".join(f"(?:{regex.escape(one) if self.fixed else one})" for one in patterns)
        source = {"": source, "word": rf"(?<!\w)(?:{source})(?!\w)", "line": rf"\A(?:{source})\Z"}[self.whole]
        return [match.span() for match in regex.finditer(source, line, regex.V0 | (regex.I if self.ignore_case else 0))]

    def search(self, patterns: Sequence[str], conditions: Conditions | None = None) -> Search:
        return Search(self.compiled(patterns), invert=self.invert, conditions=conditions or Conditions())

    def compiled(self, patterns: Sequence[str]) -> Pattern:
        return compile_pattern(
            patterns, fixed=self.fixed, ignore_case=self.ignore_case, whole_word=self.whole == "word",
            whole_line=self.whole == "line",
        )  # fmt: skip


OPTIONS = st.builds(Options, st.booleans(), st.booleans(), st.sampled_from(["", "", "word", "line"]), st.booleans())


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment, "STRETCH_CHARACTERS", 10)
    monkeypatch.setattr(segment, "BLOCK_CHARACTERS", 160)


def indexed(articles: Sequence[str]) -> Segment:
    writer = SegmentWriter(None, 0)
    for text in articles:
        writer.add(parse(text))
    return writer.finish()


def paragraphs(article: str) -> list[str]:
    return [article[p.start : p.end] for p in parse(article).paragraphs]


Rows = list[tuple[int, list[tuple[str, tuple[tuple[int, int], ...]]]]]


def scanned(texts: Segment, asked: Search, blocks: Sequence[tuple[int, int]]) -> Rows:
    """Which articles have hits, and these, looking at these blocks only; the same whatever is wanted of them."""
    scan = Scan({"": texts}, None, asked, Depth.HITS)
    found = list(scan.run(Task("", tuple(blocks), (b"", 0))))
    for depth in (Depth.WHERE, Depth.COUNT):
        briefly = list(replace(scan, depth=depth).run(Task("", tuple(blocks), (b"", 0))))
        assert [one[0] for one in briefly] == [one[0] for one in found]
    unplaced = replace(scan, asked=replace(asked, placed=False))
    bare = [(number, count, [(hit[0], "", *hit[2:]) for hit in hits]) for number, count, hits in found]
    assert list(unplaced.run(Task("", tuple(blocks), (b"", 0)))) == bare
    return [(number, [(hit[2], hit[3]) for hit in hits]) for number, _, hits in found]


def naive(articles: Sequence[str], patterns: Sequence[str], options: Options) -> Rows:
    rows: Rows = []
    for number, article in enumerate(articles):
        hits = []
        for line in paragraphs(article):
            found = options.naive(patterns, line)
            if bool(found) != options.invert:
                hits.append((line, () if options.invert else tuple(m for m in found if m[0] < m[1])))
        if hits:
            rows.append((number, hits))
    return rows


@given(ARTICLES, st.lists(PATTERNS, min_size=1, max_size=2), OPTIONS)
@settings(max_examples=1_000)
def test_index_scan_and_naive_loop_agree(articles: list[str], patterns: list[str], options: Options) -> None:
    try:
        asked = options.search(patterns)
    except QueryError:
        return  # a quantifier on an anchor, a bracket left open
    texts = indexed(articles)
    everything = texts.candidates(None)
    wanted = naive(articles, patterns, options)
    assert scanned(texts, asked, everything) == wanted
    assert scanned(texts, asked, texts.candidates(asked.required())) == wanted


@dataclass(frozen=True)
class Whole:
    """--all, --not, --near."""

    every: bool
    none: tuple[str, ...]
    near: int | None

    def meant(self, patterns: Sequence[str], options: Options) -> Conditions:
        together = self.every or self.near is not None
        return Conditions(
            tuple(options.compiled([one]) for one in patterns) if together else (),
            tuple(options.compiled([one]) for one in self.none),
            self.near,
        )

    def naive(self, article: str, patterns: Sequence[str], options: Options) -> set[int]:
        """Which paragraphs of an article hold what is looked for."""
        lines = paragraphs(article)
        found = [(i, m, one) for i, line in enumerate(lines) for one in patterns for m in options.naive([one], line)]
        together = self.every or self.near is not None
        if any(options.naive([one], line) for one in self.none for line in lines):
            return set()
        if together and {one for _, _, one in found} != set(patterns):
            return set()
        if self.near is None:
            return {i for i, _, _ in found}
        placed = [(*_words(lines, i, *m), i, m, one) for i, m, one in found]
        kept = set()
        for _, last, i, m, _ in placed:
            beside = [one for one in placed if (one[2], one[3]) >= (i, m) and one[0] - last <= self.near]
            if {one[4] for one in beside} == set(patterns):
                kept |= {one[2] for one in beside}
        return kept


def _words(lines: Sequence[str], at: int, start: int, end: int) -> tuple[int, int]:
    """Which words of the article a match begins and ends in."""
    before = sum(len(words.pattern().findall(line)) for line in lines[:at])
    begun = [word.start() for word in words.pattern().finditer(lines[at])]
    return tuple(before + sum(one <= place for one in begun) for place in (start, max(start, end - 1)))  # type: ignore[return-value]


SIMPLE = st.one_of(st.sampled_from(WORDS), RUNS)
WHOLE = st.builds(Whole, st.booleans(), st.lists(SIMPLE, max_size=1).map(tuple), st.sampled_from([None, 1, 2, 4]))


@given(ARTICLES, st.lists(SIMPLE, min_size=2, max_size=2, unique=True), OPTIONS, WHOLE)
@settings(max_examples=500)
def test_conditions_on_whole_articles_agree_too(
    articles: list[str], patterns: list[str], options: Options, whole: Whole
) -> None:
    try:
        asked = options.search(patterns, whole.meant(patterns, options))
    except QueryError:
        return
    # `regex` takes a ligature for \p{Lu} in any case where that stands alone, and not where it is one of two alternatives.
    lines = [line for article in articles for line in paragraphs(article)]
    assume(all(any(options.naive([one], line) for one in patterns) == bool(options.naive(patterns, line)) for line in lines))
    texts = indexed(articles)
    wanted = []
    for number, article in enumerate(articles):
        lines = paragraphs(article)
        holds = whole.naive(article, patterns, options)
        qualifies = holds or (not whole.every and whole.near is None)
        if options.invert:
            unwanted = any(options.naive([one], line) for one in whole.none for line in lines)
            together = whole.every or whole.near is not None
            every = all(any(options.naive([one], line) for line in lines) for one in patterns)
            qualifies = not unwanted and (every or not together)
            holds = set(range(len(lines))) - holds if qualifies else set()
        if qualifies and holds:
            wanted.append((number, [lines[i] for i in sorted(holds)]))
    everything = texts.candidates(None)
    for blocks in (everything, texts.candidates(asked.required())):
        assert [(n, [hit[0] for hit in hits]) for n, hits in scanned(texts, asked, blocks)] == wanted
