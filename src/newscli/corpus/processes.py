"""How many processes may work at once."""

import os
import sys

_MOST = 8


def count() -> int:
    """How many processes may work here."""
    if not sys.executable:
        return 1
    try:
        allowed = len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        allowed = os.cpu_count() or 1
    return min(allowed, _MOST)
