"""CSV and TSV as collections and exports write it."""

import pytest
from tests.readers.conftest import Records
from tests.readers.reading import broken, by, items, records

from newscli import readers
from newscli.errors import UnreadableError
from newscli.readers import NotNews

KAGGLE = (
    ",id,title,publication,author,date,year,month,url,content\n"
    '0,17,Ferries cross again,Harbour Times,Mara Lind,2016-12-31,2016.0,12.0,,"OSLO  —   Ferries crossed,\nand ""more""."\n'
    "1,18,Grain moves,Harbour Times,,,2016.0,11.0,https://h.example/g,Trains moved.\n"
)


def test_a_collection_whose_cells_run_over_lines() -> None:
    ferries, grain = records("csv", KAGGLE)
    assert (ferries.headline, ferries.date, by(ferries)) == ("Ferries cross again", "2016-12-31", ["Mara Lind"])
    assert ferries.facts.source == "Harbour Times"
    assert "".join(ferries.body).endswith('and "more".')
    assert (grain.date, grain.facts.url) == ("2016-11", "https://h.example/g")


def test_an_article_has_the_line_of_its_row() -> None:
    assert [one.line for one in items("csv", KAGGLE) if isinstance(one, readers.RawArticle)] == [2, 4]
    excel = "sep=;\ntitle;text\nGrain moves;Trains moved.\n"
    assert [one.line for one in items("csv", excel) if isinstance(one, readers.RawArticle)] == [3]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_usual_separator(records: Records, separator: str) -> None:
    rows = (("title", "text", "subject", "date"), ("Grain moves", "Trains moved.", "worldnews", '"December 31, 2017 "'))
    (article,) = records("".join(separator.join(row) + "\n" for row in rows), "csv")
    assert (article.headline, article.body, article.date) == ("Grain moves", ("Trains moved.",), "2017-12-31")
    assert article.facts.subjects == ("worldnews",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding(records: Records, encoding: str) -> None:
    (article,) = records("title,text,date\nFähren fahren,Der Wind ließ nach.,11.1.2022\n".encode(encoding), "csv", "a.csv")
    assert (article.headline, article.date) == ("Fähren fahren", "2022-01-11")


def test_quotes_in_a_table_without_quoting_are_quotes() -> None:
    found = records("csv", 'title\ttext\n"Grain" moves\t"Trains" moved.\nFerries\t"Boats sail\n')
    assert [one.headline for one in found] == ['"Grain" moves', "Ferries"]


def test_quotes_behind_a_backslash() -> None:
    (article,) = records("csv", 'title,text\nGrain,"He said \\"it moves\\", twice."\n')
    assert article.body == ('He said "it moves", twice.',)


def test_lists_and_nothing_as_data_tools_write_them() -> None:
    (article,) = records("csv", 'title,text,authors,date\nGrain,Trains moved.,"[\'Mara Lind\', ""Tom O\'Acht""]",NaN\n')
    assert by(article) == ["Mara Lind", "Tom O'Acht"]
    assert (article.date, article.warnings) == (None, ())


def test_the_order_of_day_and_month_is_what_the_other_rows_show() -> None:
    day_first = records("csv", "title,text,date\nA,Trains moved.,2/1/2022\nB,Trains moved.,13/1/2022\n")
    month_first = records("csv", "title,text,date\nA,Trains moved.,2/1/2022\nB,Trains moved.,1/13/2022\n")
    (unclear,) = records("csv", "title,text,date\nA,Trains moved.,2/1/2022\n")
    assert [one.date for one in day_first] == ["2022-01-02", "2022-01-13"]
    assert [one.date for one in month_first] == ["2022-02-01", "2022-01-13"]
    assert unclear.date is None
    assert "2/1/2022" in unclear.warnings[0]


def test_columns_of_the_user_by_name_or_by_number() -> None:
    named = records(
        "csv", "kop,tekst,dag\nGrain,Trains moved.,2022-01-14\n", {"headline": "Kop", "text": "tekst", "date": "dag"}
    )
    counted = records("csv", "N1\tnews\tGrain\tTrains moved.\n", {"headline": "3", "text": "4"})
    assert [(one.headline, one.body) for one in (*named, *counted)] == [("Grain", ("Trains moved.",))] * 2
    assert named[0].date == "2022-01-14"


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(UnreadableError, match=r"no column 'kop'.*title, text"):
        items("csv", "title,text\nGrain,Trains moved.\n", {"headline": "kop"})


def test_a_table_of_something_else_says_what_it_has() -> None:
    with pytest.raises(NotNews, match=r"code, name.*--map"):
        items("csv", "code,name\nOSE,Oslo\n")


def test_a_row_with_too_many_cells_loses_only_itself() -> None:
    data = "title,text\nGrain,Trains moved.\nFerries,Boats, too,sail.\nSnow,Snow fell.\n"
    assert broken(items("csv", data)) == ["line 3: 4 cells under 2 names"]
    assert [one.headline for one in records("csv", data)] == ["Grain", "Snow"]


def test_a_quote_that_is_never_closed_loses_no_more_than_a_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscli.readers.csv._LONGEST_CELL", 1000)
    rows = "".join(f"Story {n},Trains moved.\n" for n in range(100))
    found = records("csv", f'title,text\nLost,"Trains moved.\n{rows}')
    assert found[-1].headline == "Story 99"


@pytest.mark.parametrize(
    "text",
    [
        "Title, author and text of a poem\n\nRoses are red.\n",
        "OSLO (Reuters) - Ferries, boats, trains.\nThey moved, he said.\n",
        "date,value\n2022-01-01,3\n",
    ],
)
def test_prose_and_figures_are_no_news_table(text: str) -> None:
    taken = readers.recognised("download", text.encode())
    assert taken is None or taken[0] != "csv"


@pytest.mark.parametrize(
    "table",
    [
        "Titre;Contenu;Date de publication;Auteur;Journal;Rubrique;Langue\nG;Le train.;14/01/2022;Mara Lind;Port;Mer;xx\n",
        "Titel;Inhalt;Datum;Autor;Quelle;Ressort;Sprache\nG;Der Zug.;14.01.2022;Mara Lind;Port;Mer;xx\n",
        "Título;Texto;Fecha;Autor;Fuente;Sección;Idioma\nG;El tren.;14/01/2022;Mara Lind;Port;Mer;xx\n",
    ],
)
def test_columns_in_other_languages(table: str) -> None:
    (article,) = records("csv", table)
    facts = article.facts
    assert (article.headline, article.date, by(article)) == ("G", "2022-01-14", ["Mara Lind"])
    assert (facts.source, facts.section, facts.language) == ("Port", "Mer", "xx")


def test_a_weekday_behind_a_date() -> None:
    (article,) = records("csv", 'headlines,date,text\nG,"03 Aug 2017,Thursday",Trains moved.\n')
    assert article.date == "2017-08-03"


def test_a_table_without_names_is_read_by_number() -> None:
    table = '"37","Grain moves (AP)","OSLO (AP) - Trains with grain began to move again on Friday after a week of snow."\n'
    with pytest.raises(NotNews, match=r"names no columns \(--map headline=2,text=3"):
        items("csv", table)
    (article,) = records("csv", table, {"headline": "2", "text": "3"})
    assert (article.headline, article.agency) == ("Grain moves (AP)", "AP")


def test_a_row_is_no_header_though_a_cell_of_it_sounds_like_one() -> None:
    row = "N1\tnews\tnewsworld\tGrain moves\tSnow is gone.\thttps://harbour.example/g\n"
    with pytest.raises(NotNews, match="--map"):
        items("csv", row * 2)


def test_a_quote_that_nothing_closes_loses_only_its_row() -> None:
    rows = "".join(f"{number},Story {number},2022-01-14,Trains moved.\n" for number in range(2, 6))
    data = f'id,title,date,text\n1,Grain moves,2022-01-13,"Trains moved.\nSnow is gone.\n{rows}'
    found = items("csv", data)
    assert broken(found) == ["line 2: a quote that nothing closes"]
    told = records("csv", data)
    assert [one.headline for one in told] == ["Story 2", "Story 3", "Story 4", "Story 5"]
    assert [one.paragraphs[0].line for one in told] == [4, 5, 6, 7]


def test_a_table_that_is_cut_within_its_last_article_keeps_what_there_is() -> None:
    data = 'id,title,date,text\n1,Grain,2022-01-13,Trains moved.\n2,Snow,2022-01-14,"The road is closed.\nNobody kn'
    found = records("csv", data)
    assert [(one.headline, one.warnings) for one in found] == [
        ("Grain", ()),
        ("Snow", ("its last cell has no end: the file may be cut there",)),
    ]


def test_blank_lines_above_the_names_and_holes_below_the_rows(records: Records) -> None:
    data = b"\n  \r\ntitle,date,text\nGrain moves,2022-01-14,Trains moved.\n" + b"\0" * 2
    assert [(one.headline, one.date) for one in records(data, "csv", "a.csv")] == [("Grain moves", "2022-01-14")]
