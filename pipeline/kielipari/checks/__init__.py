"""Checks: what is wrong between two texts. Files are by theme; ``catalogue`` lists every rule.

The catalogue is loaded when something of it is asked for, so that a run that finds everything in
its cache need not load a single check.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kielipari.checks.catalogue import RULES, find_rule, named, select_rules

__all__ = ["RULES", "find_rule", "named", "select_rules"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 whatever the catalogue calls so
    if name in __all__:
        from kielipari.checks import catalogue  # noqa: PLC0415 see above

        return getattr(catalogue, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
