"""What is read while it is asked for, and only once: standard input, and large files that were named one by one."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from newscli.article import Record
from newscli.containers import below
from newscli.corpus.changes import Task
from newscli.corpus.collecting import How
from newscli.corpus.manner import Manner
from newscli.corpus.reading import STANDARD_INPUT, Problem, articles, opened, unreadable
from newscli.corpus.walking import Found, found, weight
from newscli.errors import UnreadableError
from newscli.query.filters import Filters

_ENDLESS = 1 << 62  # bytes: what may come through a pipe


@dataclass(slots=True)
class Unread:
    """Files in the order named.

    `problems` grow as they are read, and `undated`: how many articles only their lacking date kept out.
    """

    tasks: list[Task]
    shown: dict[bytes, str]
    how: How
    problems: list[UnreadableError] = field(default_factory=list)
    undated: int = 0

    def records(self, filters: Filters) -> Iterator[Record]:
        """The articles that the filters choose, as they are read."""
        dateless = replace(filters, dates=(), since=None, until=None)
        for record in self._all():
            if filters.matches(record):
                yield record
            elif filters.by_date and record.article.date is None and dateless.matches(record):
                self.undated += 1

    def _all(self) -> Iterator[Record]:
        for task in self.tasks:
            shown = self.shown[task.path]
            try:
                content = opened(task.path, task.file.name)
            except OSError as error:
                self.problems.append(UnreadableError(shown, error.strerror or str(error)))
                continue
            with content.stream:
                for item in articles(content.stream, os.fsdecode(task.file.name), shown, self.how.manner, named=True):
                    if isinstance(item, Problem):
                        self.problems.append(unreadable(shown, item))
                    else:
                        yield Record(below(shown, item.inner), item.ordinal, item.format, item.article)


def named(paths: Sequence[str], manner: Manner, problems: list[UnreadableError]) -> tuple[Unread, int]:
    """These files, and how many bytes they have in all; more than anybody has where one is a pipe.

    What isn't there is among the problems.
    """
    unread = Unread([], {}, How(b"", manner, named=True), problems)
    size = 0
    for path in paths:
        full = STANDARD_INPUT if path == "-" else os.path.abspath(os.fsencode(path))  # noqa: PTH100  # bytes
        directory, name = os.path.split(full)
        try:
            file = found(name, os.stat(full)) if directory else Found(name, _ENDLESS, 0, 0, 0)  # noqa: PTH116  # bytes
        except OSError as error:
            problems.append(UnreadableError(path, error.strerror or str(error)))
            continue
        size += weight(file)
        unread.shown[full] = path
        unread.tasks.append(Task(directory, file, None))
    return unread, size
