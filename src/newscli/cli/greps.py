"""grep's own options, as they are typed; and what they mean. Letters mean what they mean to grep."""

from pathlib import Path
from typing import Annotated, Any

from typer import Option

from newscli.cli import completion
from newscli.cli.options import countable
from newscli.errors import QueryError
from newscli.frozen import frozen
from newscli.query.conditions import Conditions
from newscli.query.fields import field as named
from newscli.query.pattern import Pattern, compile_pattern
from newscli.query.search import Search

_MOST_CONDITIONS = 200
_MOST_BYTES = 64_000_000  # of a file of patterns


def _listed(path: Path) -> list[str]:
    """The patterns in a file, one a line, as grep reads them."""
    with path.open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise QueryError(f"-f {path}: has more than {_MOST_BYTES:,} bytes of patterns")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"-f {path}: is not UTF-8 (byte {error.start}); patterns are text") from None
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")] if text else []


def _flag(*flags: str, text: str = "", **more: Any) -> Any:
    return Option(*flags, help=text, show_default=False, **more)


def _silent(*flags: str) -> Any:
    return Option(*flags, hidden=True, help="Accepted, as in grep; changes nothing.")


@frozen
class PatternOptions:
    """What to look for."""

    patterns: Annotated[list[str] | None, _flag("-e", "--regexp", metavar="PATTERN", text="Also this pattern.")] = None
    pattern_file: Annotated[Path | None, _flag("-f", "--file", metavar="FILE", text="Patterns from a file, one a line.")] = None
    fixed: Annotated[bool, _flag("-F", "--fixed-strings", text="Plain strings, no patterns.")] = False
    ignore_case: Annotated[bool, _flag("-i", "--ignore-case", text="Capitals and small letters are equal.")] = False
    smart_case: Annotated[bool, _flag("-S", "--smart-case", text="As -i, unless the pattern has a capital.")] = False
    case_sensitive: Annotated[bool, _flag("-s", "--case-sensitive", text="Case matters (the default).")] = False
    word: Annotated[bool, _flag("-w", "--word-regexp", text="Whole words only.")] = False
    line: Annotated[bool, _flag("-x", "--line-regexp", text="Whole paragraphs only.")] = False
    every: Annotated[bool, _flag("--all", text="Articles in which all patterns match somewhere.")] = False
    near: Annotated[
        int | None, _flag("--near", metavar="N", min=1, text="All patterns match within N words of each other.")
    ] = None
    unwanted: Annotated[
        list[str] | None, _flag("--not", metavar="PATTERN", text="No articles in which this matches anywhere.")
    ] = None
    perl: Annotated[bool, _silent("-P", "--perl-regexp")] = False
    extended: Annotated[bool, _silent("-E", "--extended-regexp")] = False

    def meant(self, pattern: str | None) -> tuple[Pattern, Conditions]:
        """What paragraphs must match, and what the whole article must."""
        found = [*(self.patterns or ()), *([pattern] if pattern is not None else [])]
        if self.pattern_file is not None:
            found += _listed(self.pattern_file)
        if not found:
            raise QueryError("grep: name a pattern, or give one with -e or -f")
        together = self.every or self.near is not None
        if self.near is not None and len(found) < 2:
            raise QueryError("--near takes two patterns or more: give each with -e")
        if max(together * len(found), len(self.unwanted or ())) > _MOST_CONDITIONS:
            raise QueryError(f"--all, --near and --not take {_MOST_CONDITIONS} patterns at most: each is sought by itself")
        return self._compiled(found), Conditions(
            tuple(self._compiled([one]) for one in found) if together else (),
            tuple(self._compiled([one]) for one in self.unwanted or ()),
            self.near,
        )

    def _compiled(self, patterns: list[str]) -> Pattern:
        return compile_pattern(
            patterns, fixed=self.fixed, ignore_case=self.ignore_case and not self.case_sensitive,
            smart_case=self.smart_case and not self.case_sensitive, whole_word=self.word, whole_line=self.line,
        )  # fmt: skip


@frozen
class ShowOptions:
    """What to show of what was found."""

    invert: Annotated[bool, _flag("-v", "--invert-match", text="The paragraphs that don't match.")] = False
    count: Annotated[bool, _flag("-c", "--count", text="Only how many paragraphs, an article with any a line.")] = False
    with_matches: Annotated[bool, _flag("-l", "--files-with-matches", text="Only the articles that match.")] = False
    without: Annotated[bool, _flag("-L", "--files-without-match", text="Only the articles that don't match.")] = False
    only: Annotated[bool, _flag("-o", "--only-matching", text="Only what matched, a match a line.")] = False
    quiet: Annotated[bool, _flag("-q", "--quiet", text="Nothing; the exit status tells.")] = False
    after: Annotated[int, _flag("-A", "--after-context", metavar="N", min=0, text="N paragraphs after each.")] = 0
    before: Annotated[int, _flag("-B", "--before-context", metavar="N", min=0, text="N paragraphs before each.")] = 0
    context: Annotated[int, _flag("-C", "--context", metavar="N", min=0, text="N before and after.")] = 0
    most: Annotated[int | None, _flag("-m", "--max-count", metavar="N", min=0, text="At most N an article.")] = None
    limit: Annotated[int | None, _flag("--limit", metavar="N", min=0, text="At most N paragraphs in all.")] = None
    fields: Annotated[
        list[str] | None,
        _flag("--in", metavar="FIELD", text="Only in this field: body, headline, caption ...",
              autocompletion=completion.fields_in_the_text),
    ] = None  # fmt: skip
    kwic: Annotated[bool, _flag("--kwic", text="A concordance: every match in one column.")] = False
    sort: Annotated[str | None, _flag("--sort", metavar="BY", text="Sort the concordance: left, right or date.")] = None
    no_path: Annotated[bool, _flag("-I", "--no-filename", text="No path before the lines.")] = False
    null: Annotated[bool, _flag("-0", "--null", text="A NUL byte after each path.")] = False
    n: Annotated[bool, _silent("-n", "--line-number")] = False
    r: Annotated[bool, _silent("-r", "--recursive")] = False
    big_r: Annotated[bool, _silent("-R", "--dereference-recursive")] = False
    h: Annotated[bool, _silent("-H", "--with-filename")] = False

    def meant(self, looking: PatternOptions, pattern: str | None, placed: bool) -> Search:
        """What is asked for; `placed` where somebody wants to know which field a hit is in."""
        spans = {name for text in self.fields or () for name in named(text, lambda f: f.spans, "--in").spans}
        sought, conditions = looking.meant(pattern)
        return Search(
            sought, tuple(sorted(spans)), self.invert, max(self.before, self.context), max(self.after, self.context),
            countable(self.most), conditions, placed,
        )  # fmt: skip
