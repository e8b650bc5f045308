"""How often a process looks for garbage."""

import gc

_AFTER = 50_000  # objects made and not given back; Python's own number is 700 to 2,000


def collect_seldom() -> None:
    """Look for garbage less often: most of what a run makes stays until its end."""
    gc.set_threshold(_AFTER, *gc.get_threshold()[1:])
