"""Every sentence of the reports in English, by key; the other languages are in ``locale``.

A key that is a rule's slug names what is said of its defect, ``<slug>.title`` what people call
it and ``<slug>.todo`` what to do about it. A key's templates are ordered: the first whose
arguments are all given is taken. In a template ``{terms}`` joins several values with "or",
``{terms:and}`` with "and".
"""

from collections import ChainMap
from collections.abc import Mapping
from typing import Final

from kielipari.report.catalogue.actions import ACTIONS
from kielipari.report.catalogue.defects import DEFECTS
from kielipari.report.catalogue.interface import INTERFACE
from kielipari.report.catalogue.titles import TITLES

__all__ = ["CATALOGUE"]

CATALOGUE: Final[Mapping[str, tuple[str, ...]]] = ChainMap(
    *(dict(part) for part in (DEFECTS, ACTIONS, TITLES, INTERFACE))
)
