"""The names of months and weekdays, in the languages of news."""

from functools import cache

from newscli.text import unaccented

# A line a language: English, French, German, Spanish, Italian, Portuguese, Dutch, Danish and Norwegian, Swedish,
# Finnish, Polish, Russian (as it stands in dates), Turkish, Indonesian and Malay; then abbreviations.
_MONTHS = """
january february march april may june july august september october november december
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
januar februar marz april mai juni juli august september oktober november dezember
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
januar februar marts april maj juni juli august september oktober november desember
januari februari mars april maj juni juli augusti september oktober november december
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
januari februari mac april mei jun julai ogos september oktober november disember
jan feb mar apr may jun jul aug sep oct nov dec
janv fevr mar avr mai juin juil aou sept oct nov dec
jan feb mrz apr mai jun jul aug sep okt nov dez
ene feb mar abr may jun jul ago sept oct nov dic
gen feb mar apr mag giu lug ago set ott nov dic
jan fev mar abr mai jun jul ago set out nov dez
"""
_OTHER_MONTHS = {"setiembre": 9, "janner": 1, "ιαν": 1, "sierpien": 8, "maerz": 3, "januarie": 1}
# The same languages, from Monday.
_WEEKDAYS = """
monday tuesday wednesday thursday friday saturday sunday
lundi mardi mercredi jeudi vendredi samedi dimanche
montag dienstag mittwoch donnerstag freitag samstag sonntag
lunes martes miercoles jueves viernes sabado domingo
lunedi martedi mercoledi giovedi venerdi sabato domenica
segunda-feira terca-feira quarta-feira quinta-feira sexta-feira sabado domingo
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
mandag tirsdag onsdag torsdag fredag lordag sondag
mandag tisdag onsdag torsdag fredag lordag sondag
maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
poniedziałek wtorek sroda czwartek piatek sobota niedziela
понедельник вторник среда четверг пятница суббота воскресенье
pazartesi sali carsamba persembe cuma cumartesi pazar
senin selasa rabu kamis jumat sabtu minggu
"""


def _plain(word: str) -> str:
    """A word without case and accents."""
    return unaccented(word.casefold()).replace("ø", "o")


def month_named(word: str) -> int | None:
    """The month that a word means in any language of the table, from 1."""
    return _numbers()[0].get(_plain(word))


def weekday_named(word: str) -> int | None:
    """The weekday that a word means, Monday 0."""
    return _numbers()[1].get(_plain(word))


@cache
def _numbers() -> tuple[dict[str, int], dict[str, int]]:
    return _table(_MONTHS, 1) | _OTHER_MONTHS, _table(_WEEKDAYS, 0)


def _table(names: str, first: int) -> dict[str, int]:
    return {_plain(name): number for line in names.split("\n") for number, name in enumerate(line.split(), start=first)}
