"""Whether a line break that an author set also ends what is said."""

_CLOSERS = frozenset('.!?:;…)”"»')


def ends_line(last: str, first: str) -> bool:
    """Whether text that ends in ``last`` ends where a line that begins with ``first`` begins.

    It does where the line before is closed, or where the next begins like a new one: addresses,
    opening hours, verses. Otherwise the break only serves the layout.
    """
    begins = first.isupper() or first.isdigit() or first in tuple("-–•·*[")
    return last in _CLOSERS or (begins and last not in ",-–")
