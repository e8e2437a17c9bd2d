"""Agencies and wires by the names that they use in datelines."""

import re
from functools import lru_cache

# Known ones are believed wherever a dateline can stand; any other name only behind a place in capitals.
KNOWN = frozenset(
    name.casefold()
    for name in (
        "Reuters", "Reuter", "Reuters Life!", "Reuters Legal", "Reuters.com", "Thomson Reuters Foundation",
        "Thomson Reuters Accelus", "Reuters Point Carbon", "Reuters Health", "Reuters Breakingviews", "IFR", "LPC",
        "RLPC", "Hollywood Reporter", "Billboard", "Variety", "TrustLaw", "AlertNet", "Complinet", "Basis Point",
        "TheWrap.com", "Variety.com", "The Hollywood Reporter", "PFI", "MNI", "AP",
        "Associated Press", "The Associated Press", "AFP", "UPI", "Bloomberg",
        "Bloomberg News", "Bloomberg Opinion", "Bloomberg View", "Bloomberg Gadfly", "Bloomberg Businessweek", "Bloomberg Law",
        "CNN", "CNN Business", "CNNMoney", "BBC", "Xinhua", "dpa", "EFE", "ANSA", "TASS", "Itar-Tass",
        "ITAR-TASS",
        "Interfax", "RIA", "RIA Novosti", "Sputnik", "Kyodo", "Kyodo News", "Jiji", "Yonhap", "KCNA", "AAP",
        "PA",
        "Press Association", "PTI", "ANI", "IANS", "UNI", "APP", "KUNA", "SPA", "WAM", "MENA", "NNA", "VNA", "CNA",
        "Bernama",
        "Antara", "PNA", "Anadolu", "AA", "APA", "SDA", "ATS", "sid", "Belga", "ANP", "NTB", "TT", "STT", "PAP", "CTK",
        "MTI", "BTA", "Tanjug", "Hina", "STA", "ANA", "Lusa", "Agerpres", "JTA", "Canadian Press", "The Canadian Press",
        "CP", "Ritzau", "ANA-MPE",
        "NYT", "Los Angeles Times", "The Washington Post", "tca/dpa", "TNS", "MarketWatch", "Zacks", "TheStreet",
        "StatNews", "USA TODAY", "NPR", "Fox News", "ABC News", "NBC News", "CBS News", "BBC News", "CNBC",
        "Kyodo-Reuters", "Bernama-Xinhua", "Business Wire", "BUSINESS WIRE", "PRNewswire", "PR Newswire",
        "PRNewswire-USNewswire", "PRNewswire-PRWeb", "PRNewswire-FirstCall", "PRNewswire-AsiaNet", "PRWEB", "EINPresswire.com",
        "Jiji Press",
        "GLOBE NEWSWIRE", "GlobeNewswire", "Marketwired", "Marketwire", "ACCESSWIRE", "Newsfile", "Newsfile Corp.",
        "ТАСС", "РИА Новости", "Р-Спорт", "新华社", "新华网", "人民网", "中新社", "中新网",
        "IRNA", "ISNA", "Tasnim", "Fars", "Mehr", "MNA", "Petra", "QNA", "ONA", "BNA", "SANA", "INA", "SUNA", "WAFA", "MAP",
        "dpa-AFX", "OTS", "Interfax-Ukraine",
        "APS", "TAP", "PANA", "GNA", "NAN", "ANGOP", "AIM", "IPS", "IRIN", "VOA", "RFE/RL", "RFA", "AGI", "Adnkronos",
        "Europa Press", "efe-epa", "BelTA", "Ukrinform", "UNIAN", "Kazinform", "AZERTAC", "Trend", "LETA", "BNS", "ELTA",
        "FENA", "MIA", "China News Service", "ECNS", "Xinhuanet", "CNS", "RNS", "ENS", "Knight Ridder", "McClatchy",
        "Australian Associated Press", "Agence France-Presse", "Deutsche Presse-Agentur", "United Press International",
        "ARMENPRESS", "Prensa Latina", "askanews", "Italpress", "NAMPA", "BSS", "UNB", "MONTSAME", "VNS", "Rappler.com",
        "PA Media", "Cox Newspapers", "Inter Press Service", "BBC Monitoring", "Gray News", "Stacker", "CNN Newsource",
        "CNW", "CNW Group", "Baystreet.ca", "EurekAlert", "Thomson Financial", "AFX", "Dow Jones", "RTTNews",
    )
)  # fmt: skip

# "dpa/lni", "dpa-tmn": the German agency's services for a state or a section.
_SERVICE = re.compile(r"dpa[/-](?:l[a-z]{2}|[a-z]{2}|tmn|afx|infocom)")

_BETWEEN = re.compile("[/–-]")  # several that a story is of: "APA/dpa", "NTB-Reuters"


@lru_cache(maxsize=4096)
def known(name: str) -> bool:
    folded = name.casefold()
    if folded.startswith("dpa") and _SERVICE.fullmatch(folded):
        return True
    return folded in KNOWN or all(one.strip() in KNOWN for one in _BETWEEN.split(folded))
