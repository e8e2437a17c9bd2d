"""Layouts in commands: by --as, from the config directory, and in an index that has to follow them."""

import os
from pathlib import Path

import pytest
from tests.conftest import ROOT

from newscli.corpus import Manner, open_corpus
from newscli.corpus.manner import meant
from newscli.errors import BadLayout, QueryError

PROSE = "Ferries crossed the fjord again on Friday, and the harbour master said that no ship had been lost."
TITLED = '[header]\nheadline = "Title"\n'


@pytest.fixture
def config() -> Path:
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "newscli" / "formats"
    folder.mkdir(parents=True)
    return folder


def manner(format_name: str | None = None) -> Manner:
    return meant(False, format_name, (), os.environ)


def headlines(root: Path, how: Manner, index: Path | None = None) -> list[tuple[str, str | None]]:
    corpus = open_corpus([str(root)], manner=how, index=str(index) if index else None)
    assert corpus.problems == []
    return [(record.format, record.article.headline) for record in corpus.records()]


def test_the_examples_of_the_documents_are_read_as_they_say() -> None:
    folder = ROOT / "docs" / "layouts"
    corpus = open_corpus([str(folder / "harbour.txt")], manner=manner(str(folder / "harbour.toml")))
    first, second = (record.article for record in corpus.records())
    assert (first.headline, first.date, first.facts.section) == ("Ferries cross the fjord again", "2021-02-03", "Coast")
    assert (first.facts.url, first.facts.source) == ("https://harbour.example/ferries", "Harbour Times")
    assert [credit.name for credit in (*first.credits, *second.credits)] == ["Mara Lind", "Tom Achterberg", "Inés Duarte"]
    corpus = open_corpus([str(folder / "agency.asc")], manner=manner(str(folder / "agency.toml")))
    first, second = (record.article for record in corpus.records())
    assert (first.agency, first.time, second.date) == ("Fjord", "06:30", "2022-01-14")
    assert first.dateline is not None
    assert (first.dateline.text, first.facts.subjects) == ("Bergen", ("ferries", "weather"))
    assert [note.kind for note in first.notes] == ["copyright"]


def test_a_layout_of_the_config_directory_takes_its_files_in_a_walk(tmp_path: Path, config: Path) -> None:
    (config / "harbour.toml").write_text("endings = ['.wire']\n" + TITLED)
    root = tmp_path / "news"
    root.mkdir()
    (root / "a.wire").write_text(f"Title: Ferries\n\n{PROSE}\n")
    (root / "b.txt").write_text(f"{PROSE}\n")
    assert headlines(root, manner()) == [("harbour", "Ferries"), ("text", None)]
    assert headlines(root, manner("harbour")) == [("harbour", "Ferries"), ("harbour", None)]
    assert headlines(root, manner("text"))[0][0] == "text"
    assert Manner.from_plain(manner().as_plain()) == manner()


def test_an_index_follows_a_layout_that_changes(tmp_path: Path) -> None:
    root, mine, index = tmp_path / "news", tmp_path / "mine.toml", tmp_path / "index"
    root.mkdir()
    (root / "a.txt").write_text(f"Title: Ferries\nKicker: Coast\n\n{PROSE}\n")
    mine.write_text(TITLED)
    assert headlines(root, manner(str(mine)), index) == [("mine", "Ferries")]
    mine.write_text(TITLED.replace("Title", "Kicker"))
    assert headlines(root, manner(str(mine)), index) == [("mine", "Coast")]
    corpus = open_corpus([str(root)], manner=manner(str(mine)), index=str(index))
    assert corpus.notices == []
    mine.write_text("[header]")
    with pytest.raises(BadLayout):
        manner(str(mine))


def test_two_layouts_of_one_name_have_an_index_each(tmp_path: Path) -> None:
    keys = set()
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.toml").write_text(TITLED)
        keys.add(manner(str(tmp_path / folder / "mine.toml")).key())
    assert len(keys) == 2


def test_a_layout_that_only_as_uses_changes_no_other_index(config: Path) -> None:
    (config / "harbour.toml").write_text(TITLED)
    assert manner().layouts_key() == ""
    assert manner("harbour").layouts_key() != ""


@pytest.mark.parametrize(
    ("name", "toml", "said"),
    [
        ("text.toml", TITLED, "'text' is a format of newscli"),
        ("b.toml", "name = 'a'\n" + TITLED, "is also that of"),
        ("b.toml", "nam = 'a'\n" + TITLED, "did you mean name"),
    ],
)
def test_a_mistake_in_the_config_directory_is_said_before_anything_is_read(
    config: Path, name: str, toml: str, said: str
) -> None:
    (config / "a.toml").write_text(TITLED)
    (config / name).write_text(toml)
    with pytest.raises(BadLayout, match=said):
        manner()


def test_a_layout_that_is_not_there_and_a_name_that_nobody_has_are_said(config: Path) -> None:
    (config / "harbour.toml").write_text(TITLED)
    with pytest.raises(BadLayout, match="No such file"):
        manner("./nothing.toml")
    with pytest.raises(QueryError, match="did you mean harbour"):
        manner("harbor")
