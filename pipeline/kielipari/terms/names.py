"""The names that every Finnish–Swedish text may hold: towns, regions, ministries, authorities.

``data/names.csv`` is a glossary like any other. It was written down from general knowledge of the
bilingual names that the state, the municipalities and the EU use of themselves; where the Finnish
name is as usual in Swedish text, both are allowed. Left out are names that are as well a surname,
a first name or a common noun (Salo, Kaarina, Luoto); their municipalities stand there with
``kaupunki`` or ``kunta``.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from kielipari.model import Concept

PREFIX = "names/"  # an id is names/kind/name
_FILE = "data/names.csv"


@cache
def builtin() -> tuple[Concept, ...]:
    """Return the gazetteer's concepts, all of domain ``name``."""
    from kielipari.terms import formats  # noqa: PLC0415 - reads a file, only when names are needed

    source = files("kielipari.terms").joinpath(_FILE)
    return formats.read(source.read_bytes(), _FILE).concepts


def with_names(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Return the user's concepts, then the gazetteer's names that none of them speaks of."""
    taken = {(term.lang, term.text.casefold()) for c in concepts for term in c.terms}
    free = (c for c in builtin() if not any((t.lang, t.text.casefold()) in taken for t in c.terms))
    return (*concepts, *free)


def is_builtin(concept: str) -> bool:
    """Whether a concept's id is one of the gazetteer's."""
    return concept.startswith(PREFIX)


def kind(concept: str) -> str:
    """Return what a gazetteer's concept is (town, region, ministry …); empty for the user's."""
    return concept.split("/")[1] if is_builtin(concept) else ""
