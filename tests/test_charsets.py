"""Old encodings: what is told from Windows-1252, and that nothing Western is taken for anything else."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscli import charsets
from newscli.text import decode

TEXTS = {
    "Russian": (
        "Паромы снова пересекли фьорд\n\nМОСКВА, 14 января — Паромы снова пересекли фьорд в пятницу после недели "
        "льда. «Ни один корабль не опоздал», — сказал начальник порта Иван Петров. Ветер стих к утру, и поезда с "
        "зерном пошли в столицу."
    ),
    "Ukrainian": (
        "Пороми знову перетнули затоку\n\nКИЇВ, 14 січня. Пороми знову перетнули затоку в п'ятницю після тижня "
        "криги. Жоден корабель не запізнився, сказав начальник порту. Вітер ущух, і потяги із зерном рушили до "
        "столиці."
    ),
    "Polish": (
        "Promy znów kursują\n\nWARSZAWA, 14 stycznia (PAP) - Promy znów przepłynęły fiord w piątek po tygodniu "
        "lodu. Żaden statek się nie spóźnił, powiedział kapitan portu Łukasz Wiśniewski. Pociągi ze zbożem "
        "ruszyły do stolicy."
    ),
    "Czech": (
        "Trajekty opět plují\n\nPRAHA 14. ledna (ČTK) - Trajekty v pátek po týdnu ledu opět přepluly fjord. Žádná "
        "loď se nezpozdila, řekl ředitel přístavu Jiří Dvořák. Vítr se k ránu utišil a vlaky s obilím vyjely do "
        "hlavního města."
    ),
    "Hungarian": (
        "Újra járnak a kompok\n\nBUDAPEST, január 14. (MTI) - A kompok pénteken egy hét jég után ismét átkeltek a "
        "fjordon. Egyetlen hajó sem késett, mondta a kikötő igazgatója, Kővári Gyöngyi. A szél reggelre elült, az "
        "űrhajósok megköszönték."
    ),
    "Greek": (
        "Τα πλοία διέσχισαν ξανά το φιόρδ\n\nΑΘΗΝΑ, 14 Ιανουαρίου - Τα πλοία διέσχισαν ξανά το φιόρδ την Παρασκευή "
        "μετά από μια εβδομάδα πάγου. Κανένα πλοίο δεν άργησε, είπε ο λιμενάρχης. Ο άνεμος έπεσε το πρωί."
    ),
    "Turkish": (
        "Feribotlar fiyordu yeniden geçti\n\nİSTANBUL, 14 Ocak (AA) - Feribotlar bir haftalık buzun ardından cuma "
        "günü fiyordu yeniden geçti. Hiçbir gemi gecikmedi, diyen liman başkanı Çağrı Işık, rüzgârın sabaha karşı "
        "dindiğini söyledi."
    ),
    "Arabic": (
        "العبارات تعبر المضيق من جديد\n\nالقاهرة 14 يناير - عبرت العبارات المضيق من جديد يوم الجمعة بعد أسبوع من "
        "الجليد. وقال مدير الميناء إن أي سفينة لم تتأخر. وهدأت الرياح في الصباح، وانطلقت قطارات الحبوب إلى "
        "العاصمة."
    ),
    "Hebrew": (
        "המעבורות חצו שוב את הפיורד\n\nירושלים, 14 בינואר - המעבורות חצו שוב את הפיורד ביום שישי אחרי שבוע של קרח. "
        "אף אונייה לא איחרה, אמר מנהל הנמל. הרוח שככה לפנות בוקר, ורכבות התבואה יצאו לבירה."
    ),
    "Japanese": (
        "フェリーがフィヨルドを再び渡る\n\n【東京１４日】フェリーは一週間の氷の後、金曜日に再びフィヨルドを渡った。"
        "「遅れた船は一隻もない」と港長は語った。風は朝までに弱まり、穀物を積んだ列車が首都へ向かった。"
    ),
    "Chinese": (
        "渡轮再次穿越峡湾\n\n北京1月14日电 经过一周的冰冻，渡轮周五再次穿越峡湾。港务局长说：没有一艘船晚点。清晨风"
        "势减弱，运粮列车驶向首都。"
    ),
    "Taiwanese": (
        "渡輪再次穿越峽灣\n\n台北14日電 經過一週的冰凍，渡輪週五再次穿越峽灣。港務局長說：沒有一艘船誤點。清晨風勢減"
        "弱，運糧列車駛向首都。"
    ),
    "Korean": (
        "여객선 다시 피오르를 건너다\n\n(서울) 여객선이 일주일간의 얼음 끝에 금요일 다시 피오르를 건넜다. "
        '항만청장은 "늦은 배는 한 척도 없다"고 말했다. 아침에 바람이 잦아들었고 곡물 열차가 수도로 떠났다.'
    ),
    "French": (
        "Les bacs traversent de nouveau le fjord\n\nPARIS, 14 janvier - Les bacs ont de nouveau traversé le fjord "
        "vendredi après une semaine de glace. Aucun navire n'a été retardé, a déclaré le capitaine du port, "
        "Étienne Garçon, à l'aube."
    ),
    "German": (
        "Fähren überqueren wieder den Fjord\n\nBERLIN, 14. Januar - Die Fähren haben am Freitag nach einer Woche "
        "Eis wieder den Fjord überquert. Kein Schiff war verspätet, sagte der Hafenmeister Jörg Müßig. Der Wind "
        "ließ gegen Morgen nach."
    ),
}
WESTERN = (
    "OSLO (Reuters) — Ferries crossed the fjord. “No ship was late,” said the harbour master’s deputy – and she didn’t"
    " smile… Prices rose 3½ percent to £4.50 (€5).",
    "“Yes.”", "café", "• Ferries\n• Trains", "© 2022 Harbour Times®", "25°C ±2, 5 km² of land, £5m, §4, 1ª división, Nº 5",
    "São Paulo\nBogotá\nZürich\nÅlesund", "LE PRÉSIDENT DE LA RÉPUBLIQUE À ÉVRY. « ÇA SUFFIT »", "»Schön«, sagte er. ‚süß‘",
    "¿Y mañana? ¡Olé, señor Ñuñez!", "Não há previsões, disse João Conceição, à espera do comboio.",
    "Färjorna korsade åter fjorden, sade hamnkapten Åke Öberg.", "Også prisen på brød øker, sa havnesjef Bjørn Ås.",
    "Yksikään laiva ei myöhästynyt, sanoi satamapäällikkö Väinö Mäkelä.", "La città è perché più, così però, dov’è?",
    "Ferjurnar sigldu aftur yfir fjörðinn á föstudag eftir viku af ís, sagði hafnarstjórinn Þórður. Það var gott veður.",
    "The leaders of São Paulo, Köln and Tromsø met Señor Muñoz and François in Århus on Friday, they said at Genève.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("language", "encoding", "said"),
    [
        ("Russian", "koi8-r", "KOI8-R"),
        ("Russian", "cp1251", "Windows-1251"),
        ("Russian", "iso8859-5", "ISO-8859-5"),
        ("Russian", "cp866", "CP866"),
        ("Ukrainian", "cp1251", "Windows-1251"),
        ("Ukrainian", "koi8-u", "KOI8-U"),
        ("Polish", "cp1250", "Windows-1250"),
        ("Polish", "iso8859-2", "ISO-8859-2"),
        ("Czech", "cp1250", "Windows-1250"),
        ("Czech", "iso8859-2", "ISO-8859-2"),
        ("Hungarian", "cp1250", ""),  # the letters that it has stand in the same places in ISO-8859-2
        ("Greek", "cp1253", ""),
        ("Greek", "iso8859-7", ""),
        ("Turkish", "cp1254", "Windows-1254"),
        ("Arabic", "cp1256", "Windows-1256"),
        ("Hebrew", "cp1255", "Windows-1255"),
        ("Japanese", "cp932", "Shift_JIS"),
        ("Japanese", "euc-jp", "EUC-JP"),
        ("Japanese", "iso2022-jp", "ISO-2022-JP"),
        ("Chinese", "gb18030", "GB18030"),
        ("Taiwanese", "big5", "Big5"),
        ("Korean", "euc-kr", "EUC-KR"),
        ("French", "mac-roman", "MacRoman"),
        ("French", "cp850", "CP850"),
        ("German", "mac-roman", "MacRoman"),
        ("German", "cp437", "CP850"),  # which has the letters of CP437 in the same places
    ],
)
def test_an_old_encoding_is_told_and_said_to_be_a_guess(language: str, encoding: str, said: str) -> None:
    text = TEXTS[language].replace("—", "-") if encoding in ("iso8859-5", "cp866") else TEXTS[language]
    text = text.replace("«", '"').replace("»", '"') if encoding in ("iso8859-5", "cp866", "koi8-r") else text
    found = decode(text.encode(encoding, "replace"), "a.txt")
    assert found.text == text.encode(encoding, "replace").decode(encoding)
    (warning,) = found.warnings
    assert warning.startswith(f"read as {said}")
    assert warning.endswith("; a guess, which --encoding overrules")


@pytest.mark.parametrize("text", WESTERN)
def test_western_text_is_windows_1252_whatever_its_signs(text: str) -> None:
    found = decode(text.encode("cp1252"), "a.txt")
    assert (found.text, found.encoding) == (text, "windows-1252")


@pytest.mark.parametrize("language", ["French", "German"])
@given(data=st.data())
def test_any_piece_of_a_western_text_is_read_as_what_it_is(language: str, data: st.DataObject) -> None:
    text = TEXTS[language]
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : start + data.draw(st.integers(1, 80))]
    assert decode(piece.encode("cp1252"), "a.txt").text == piece


@pytest.mark.parametrize("language", ["German", "Russian", "Japanese"])
def test_a_byte_that_is_not_utf8_does_not_make_the_others_something_else(language: str) -> None:
    found = decode(TEXTS[language].encode() + b" caf\xe9", "a.txt")
    assert (found.text, found.encoding) == (f"{TEXTS[language]} café", "utf-8")
    assert found.warnings == ("some bytes are not UTF-8 and were read as Windows-1252",)


def test_what_is_neither_is_read_as_browsers_read_it() -> None:
    data = bytes(range(0x20, 0x100))
    assert charsets.decoded(data) == (charsets.western(data), "Windows-1252")


@given(st.sampled_from(sorted(TEXTS)), st.integers(1, 50))
def test_text_in_a_named_encoding_becomes_utf8_piece_by_piece(language: str, size: int) -> None:
    text = TEXTS[language]
    stream = charsets.Transcoded(io.BufferedReader(io.BytesIO(text.encode("gb18030")), 1), "gb18030")
    pieces = iter(lambda: stream.read(size), b"")
    assert b"".join(pieces).decode() == text


def test_markup_in_a_named_encoding_gets_a_mark_that_overrules_what_it_says() -> None:
    page = '<?xml version="1.0" encoding="koi8-r"?><news>Фьорд</news>'
    stream = charsets.Transcoded(io.BytesIO(page.encode("cp1251")), "cp1251")
    assert stream.read().decode() == "\ufeff" + page
