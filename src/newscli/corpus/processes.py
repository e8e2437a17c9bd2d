"""How many processes may work at once, and how much memory all of them may take."""

import os
import re
import sys

from newscli.errors import CorpusError

_MOST = 8
_MEMORY = 500_000_000
_A_PROCESS = 110_000_000  # what one that reads and parses takes, with a batch in hand
_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9}


def memory() -> int:
    """Bytes that building an index may take, as NEWSCLI_MEMORY says ("300M", "2G"); CorpusError if that is no size."""
    text = os.environ.get("NEWSCLI_MEMORY", "").strip()
    if not text:
        return _MEMORY
    size = re.fullmatch(r"(\d+)\s*([kmg]?)b?", text, re.IGNORECASE)
    if size is None or int(size[1]) == 0:
        raise CorpusError(f"NEWSCLI_MEMORY is {text!r}; give a size such as 300M or 2G")
    return int(size[1]) * _UNITS[size[2].lower()]


def count() -> int:
    """How many processes may work here."""
    if not sys.executable:
        return 1
    try:
        allowed = len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        allowed = os.cpu_count() or 1
    return max(1, min(allowed, _MOST, memory() // _A_PROCESS))
