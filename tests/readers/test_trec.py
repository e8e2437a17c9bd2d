"""Collections of <DOC> elements, each with its own names."""

from collections.abc import Callable

import pytest
from tests.readers.reading import broken, items

from newscli.readers import trec

from .conftest import Records

STORY = "Ferries crossed the fjord again on Friday after a week of ice."


def doc(inside: str, attributes: str = "") -> str:
    return f"<DOC{attributes}>\n{inside}\n</DOC>\n"


def test_gigaword_says_date_and_agency_in_its_numbers(records: Records) -> None:
    first, second = records(trec.example(), "trec")
    assert (first.headline, first.date, first.agency) == ("Ferries cross the fjord again", "2022-01-14", "AFP")
    assert first.dateline is not None
    assert first.body == (STORY, "No ship was late.")
    assert (second.date, second.time, second.agency) == ("2022-01-15", "23:58", "AP")
    assert [(credit.name, credit.role) for credit in second.credits] == [("MARA LIND", "by")]


@pytest.mark.parametrize(
    ("inside", "headline", "date", "source"),
    [
        (
            "<DOCNO> LA010189-0001 </DOCNO>\n<DATE>\n<P>\nJanuary 1, 1989, Sunday, Home Edition \n</P>\n</DATE>\n<HEADLINE>\n"
            f"<P>\nFERRIES AT&T CROSS \n</P>\n</HEADLINE>\n<TEXT>\n<P>\n{STORY} \n</P>\n</TEXT>",
            "FERRIES AT&T CROSS", "1989-01-01", None,
        ),
        (
            "<DOCNO> WSJ870324-0001 </DOCNO>\n<HL> Ferries:\n@  A Story\n</HL>\n<DD> 03/24/87</DD>\n"
            f"<SO> HARBOUR JOURNAL (J)</SO>\n<TEXT>\n   {STORY}\n</TEXT>",
            "Ferries: A Story", "1987-03-24", "HARBOUR JOURNAL (J)",
        ),
        (
            "<DOCNO>FT911-1</DOCNO>\n<DATE>910514\n</DATE>\n<HEADLINE>\nFT  14 MAY 91 / Ferries cross\n</HEADLINE>\n"
            f"<TEXT>\n{STORY}\n</TEXT>\n<PUB>The Harbour Times\n</PUB>",
            "Ferries cross", "1991-05-14", "The Harbour Times",
        ),
        (
            "<DOCNO>APW19981016.0240</DOCNO>\n<DATE_TIME>1998-10-16 12:00</DATE_TIME>\n<BODY>\n"
            f"<HEADLINE> Ferries cross </HEADLINE>\n<TEXT>\n&UR;   {STORY}\n<P>\n</TEXT>\n</BODY>",
            "Ferries cross", "1998-10-16", None,
        ),
    ],
)  # fmt: skip
def test_each_collection_has_names_of_its_own(
    records: Records, inside: str, headline: str, date: str, source: str | None
) -> None:
    (article,) = records(doc(inside), "trec")
    assert (article.headline, article.date, article.facts.source, article.body) == (headline, date, source, (STORY,))


def test_a_document_that_is_broken_loses_only_itself() -> None:
    good = doc(f"<DOCNO>A1</DOCNO><TEXT>{STORY}</TEXT>")
    found = items("trec", f"{good}<DOCNO>A2</DOCNO></DOC>{doc('<DOCNO>A3</DOCNO>')}{good}{good[:40]}")
    assert broken(found) == [
        "an end tag without its document",
        "A3: no text and no headline",
        "the file ends within this article",
    ]
    assert len(found) == 5


def test_elements_that_never_end_take_no_time(reasons: Callable[[str], list[str]]) -> None:
    assert reasons(doc("<TEXT" * 200_000 + "<TEXT>" * 200_000 + "<!--" * 200_000)) == ["a document: no text and no headline"]


def test_documents_of_plain_text_with_a_title_among_their_attributes(records: Records) -> None:
    data = '<doc id="{0}" url="https://x.example/{0}" title="Grain {0}">\nGrain {0}\n\nTrains moved.\n\nSnow fell.\n</doc>\n'
    both = "".join(map(data.format, (1, 2)))
    assert trec.sniff(both.encode(), "AA/wiki_00") is not None
    first, second = records(both, "trec")
    assert (first.headline, first.body, first.facts.url) == ("Grain 1", ("Trains moved.", "Snow fell."), "https://x.example/1")
    assert second.headline == "Grain 2"


def test_aquaints_ap_has_its_byline_outside_of_all_elements(records: Records) -> None:
    data = (
        "<DOC>\n<DOCNO> APW19980602.0004 </DOCNO>\n<DATE_TIME> 06/02/1998 08:59:00 </DATE_TIME>\n"
        "<BODY>\n<SLUG> BC-Norway-Ferries </SLUG>\n<HEADLINE>\nFerries cross the fjord again\n</HEADLINE>\n&UR; By MARA LIND \n"
        "&QC;  Associated Press Writer \n&QL; \n<TEXT>\n\tBERGEN, Norway (AP) _ Ferries crossed again on Tuesday.\n"
        "\tNo ship was late.\n</TEXT>\n</BODY>\n</DOC>\n"
    )
    (one,) = records(data, "trec")
    assert (one.headline, one.date, one.agency) == ("Ferries cross the fjord again", "1998-06-02", "AP")
    assert [credit.name for credit in one.credits] == ["MARA LIND"]
    assert one.body == ("Ferries crossed again on Tuesday.", "No ship was late.")
