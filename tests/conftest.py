"""What all tests share: no test touches the user's cache or layouts, and made-up news to test on."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings

from newscli.article import Record, Summary
from newscli.store.rows import SUMMARY_COLUMNS, article_row, summary

settings.register_profile("newscli", deadline=None)  # how long a machine takes says nothing about what is right
settings.load_profile("newscli")

ROOT = Path(__file__).resolve().parent.parent
PLACES = ("OSLO", "MUMBAI", "LONDON", "SÃO PAULO", "NAIROBI")
PEOPLE = ("Mara Lindqvist", "Tom Achterberg", "Inés Duarte", "Olga Serova")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
    for name in ("NEWSCLI_CORPUS", "NO_COLOR", "COLUMNS", "LESS", "PAGER", "NEWSCLI_PAGER", "NEWSCLI_DEBUG"):
        monkeypatch.delenv(name, raising=False)


def story(n: int, newline: str = "\n") -> str:
    """The n-th made-up article: two paragraphs, a dateline, a sign-off; some wrapped, some undated."""
    place, reporter, editor = PLACES[n % 5], PEOPLE[n % 4], PEOPLE[(n + 1) % 4]
    date = f" date 2022-{n % 12 + 1:02}-{n % 28 + 1:02}\n\n" if n % 7 else ""
    wrapped = "The harbour master said that the\nnight boats would sail again" if n % 3 else "Night boats sail again"
    text = (
        f"{date}{place} (Reuters) - Story number {n} of the harbour.\n\n{wrapped} on day {n * 31 % 97}.\n\n"
        f"Reporting by {reporter}; Editing by {editor}\n"
    )
    return text.replace("\n", newline)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of 40 articles in four folders, some with CRLF."""
    root = tmp_path / "news"
    for n in range(40):
        folder = root / f"2022-{n % 4}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{n:03}.txt").write_bytes(story(n, "\r\n" if n % 5 == 0 else "\n").encode())
    return root


def summary_of(record: Record, number: int) -> Summary:
    """What a list would be told of a record."""
    row = article_row(number, os.fsencode(record.path), record.ordinal, record.format, record.article)
    columns = row._asdict() | {"team": None}
    found = summary([columns[name] for name in SUMMARY_COLUMNS.split(", ")], os.fsdecode, lambda _: row.people)
    return replace(found, lede=None if found.headline else record.article.lede)
