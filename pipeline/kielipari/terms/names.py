"""What every Finnish–Swedish text may hold: names, and Finland's own terms in Swedish.

``data/names.csv`` holds towns, regions, ministries and authorities, a glossary like any other. It was written down from general knowledge of the
bilingual names that the state, the municipalities and the EU use of themselves; where the Finnish
name is as usual in Swedish text, both are allowed. Left out are names that are as well a surname,
a first name or a common noun (Salo, Kaarina, Luoto); their municipalities stand there with
``kaupunki`` or ``kunta``.

``data/usage.csv`` holds terms of Finland's administration, services and law in Swedish, with what
they are called in Sweden as deprecated. Svenskt lagspråk i Finland (the Government's Swedish
language board) and Finlandssvensk ordbok (Institute for the Languages of Finland) treat them at
length. The same status marks the names of Sweden's authorities among the names.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from kielipari.model import Concept, TermHit

USAGE_DOMAIN = "usage"
_PREFIXES = ("names/", "usage/")  # an id is names/kind/name
_PLACES = frozenset({"town", "region", "welfare-area", "abroad"})
_FILES = ("data/names.csv", "data/usage.csv")


@cache
def builtin() -> tuple[Concept, ...]:
    """Return the concepts that come with the package, of domains ``name`` and ``usage``."""
    from kielipari.terms import formats  # noqa: PLC0415 - reads a file, only when names are needed

    home = files("kielipari.terms")
    read = [formats.read(home.joinpath(file).read_bytes(), file).concepts for file in _FILES]
    return tuple(concept for concepts in read for concept in concepts)


def with_names(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """Return the user's concepts, then the package's that none of them speaks of."""
    taken = {(term.lang, term.text.casefold()) for c in concepts for term in c.terms}
    free = (c for c in builtin() if not any((t.lang, t.text.casefold()) in taken for t in c.terms))
    return (*concepts, *free)


def merged(mine: Sequence[TermHit], more: Sequence[TermHit]) -> tuple[TermHit, ...]:
    """Join the hits of the user's glossary and of the package's names, by their start.

    Within a mention of the user's term the package's names say nothing. The other way round both
    stand: a ministry's name does not keep the user's *ministeriö* from being looked at.
    """
    if not more:
        return tuple(mine)
    free = [h for h in more if not any(m.start <= h.start and h.end <= m.end for m in mine)]
    return tuple(sorted((*mine, *free), key=lambda hit: (hit.start, -hit.end)))


def is_builtin(concept: str) -> bool:
    """Whether a concept's id is one of the package's own."""
    return concept.startswith(_PREFIXES)


def group(concept: str) -> str:
    """Return whether a concept of the package is a "place" or a "body"; empty for the user's."""
    found = kind(concept)
    return "" if not found else "place" if found in _PLACES else "body"


def kind(concept: str) -> str:
    """Return what a concept of the package is (town, ministry …); empty for the user's."""
    return concept.split("/")[1] if is_builtin(concept) else ""
