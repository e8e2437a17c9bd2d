"""Europresse: the HTML of its first years, of its middle ones and of today."""

from newscli.readers import europresse

from .conftest import Records

FIRST = """<html xmlns:n1="http://www.cedrom-sni.com/schema/newsv1.xsd"><head></head><body>
<form><input type="button" value="Sauvegarder" /></form>
<table><tr><td><table><tr><td><img src="x.gif"><br></td></tr></table>
<span class="DocPublicationName">Le Courrier, no. 5968</span><br><span class="DocHeader">Éditorial, </span>
<span class="DocHeader">jeudi </span><span class="DocHeader">13 janvier 2022</span><span class="DocHeader">, p. 3</span><br><br>
Le sous-titre<br><span class="TitreArticleVisu">La route <span style="color:red">est</span> fermée</span><br><br>
Mara Lind<br><p></p>La route haute est <font style="font-weight:bold;">fermée</font>.<p></p>Jusqu'à dimanche.<p></p>
<b><i>© 2022 Le Port. Tous droits réservés.</i></b><p></p>Numéro de document : news·20220113·CP·2<br><br><br>
<table><tr><td>Ce certificat est émis à <b>Une université</b>.</td></tr></table></td></tr></table>
<p><br><table><tr><td><span class="DocPublicationName">Le Courrier</span><br><span class="DocHeader">vendredi </span>
<span class="DocHeader">14 janvier 2022</span><br><br><span class="TitreArticleVisu">Les bacs repartent</span><br><br>
Les bacs sont repartis vendredi.<p></p>Numéro de document : news·20220114·CP·1<br></td></tr></table></body></html>"""

TODAY = """<!DOCTYPE html><html><body><article><header>
<div class="rdp__DocPublicationName"><span class="DocPublicationName">Le Courrier (site web)</span></div>
<span class="DocHeader">Région, vendredi 14 janvier 2022 - 06:00 UTC +0100 312 mots</span>
<div class="titreArticle"><p class="titreArticleVisu rdp__articletitle">Les bacs repartent</p>
<p class="sm-margin-TopNews rdp__subtitle">La tempête est passée.</p></div>
<div class="docAuthors">Mara Lind; Tom Acht</div></header>
<section><div class="DocText clearfix"><p>Les bacs sont repartis vendredi.</p></div></section>
<footer><small>© 2022 Le Port. Tous droits réservés.</small>
<div class="publiC-lblNodoc">news·20220114·CPW·9</div></footer></article></body></html>"""


def test_the_middle_layout_has_header_section_and_footer(records: Records) -> None:
    (one,) = records(europresse.example(), "europresse")
    assert (one.date, one.headline, one.facts.source, one.facts.section) == (
        "2022-01-14", "Les bacs repartent", "Le Courrier du Port", "Région",
    )  # fmt: skip
    assert [credit.name for credit in one.credits] == ["Mara Lind"]
    assert one.body == ("Les bacs sont repartis vendredi.", "Aucun navire n'est perdu.")
    assert [caption.text for caption in one.captions] == ["Un pilote monte à bord."]
    assert {note.text for note in one.notes} == {"TRANSPORTS", "© 2022 Le Port. Tous droits réservés."}


def test_the_first_layout_is_told_by_line_breaks(records: Records) -> None:
    first, second = records(FIRST, "europresse")
    assert (first.date, first.headline) == ("2022-01-13", "La route est fermée")
    assert (first.facts.source, first.facts.section) == ("Le Courrier", "Éditorial")
    assert [credit.name for credit in first.credits] == ["Mara Lind"]
    assert first.body == ("La route haute est fermée.", "Jusqu'à dimanche.")
    assert (second.headline, second.facts.section, second.credits) == ("Les bacs repartent", None, ())
    assert second.body == ("Les bacs sont repartis vendredi.",)


def test_todays_layout_states_a_time(records: Records) -> None:
    (one,) = records(TODAY, "europresse")
    assert (one.date, one.time, one.facts.section) == ("2022-01-14", "06:00+01:00", "Région")
    assert [credit.name for credit in one.credits] == ["Mara Lind", "Tom Acht"]
    assert one.body == ("Les bacs sont repartis vendredi.",)
    assert "La tempête est passée." in {note.text for note in one.notes}


def test_a_number_of_the_issue_stands_above_the_date(records: Records) -> None:
    (one,) = records(TODAY.replace(">Région, vendredi", ">no. 12345<br />Région, vendredi"), "europresse")
    assert (one.date, one.headline) == ("2022-01-14", "Les bacs repartent")


def test_a_papers_name_above_the_date_is_no_section(records: Records) -> None:
    (one,) = records(TODAY.replace("Région", "Le Port, no. 12 • Région"), "europresse")
    assert one.facts.section == "Région"
