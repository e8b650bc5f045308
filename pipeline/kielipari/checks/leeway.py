"""What a translator may do with an agreed term: shorten it, say it by a verb, leave it out.

Then the term checks cannot tell whether anything is wrong.
"""

import re

from kielipari.checks.view import SideView, UnitView
from kielipari.languages.abroad import speaks_of_abroad
from kielipari.model import TermHit

_STEM = 5  # letters of a term that a derived word begins with
_ROOT = 3  # letters of a verb that a noun is made of
_ACRONYM = re.compile(r"\b[A-ZÅÄÖ]{2,5}[a-zåäö]?\b")
_MIN_CONTENT = 0.5  # a target shorter than this share of its source leaves things out freely


def means_other(side: SideView, hit: TermHit) -> bool:
    """Whether the word means something else here.

    That is another country's institution ("Kiinan valtioneuvosto"), or the last part of a word
    that has a meaning of its own ("eduskunta").
    """
    before = side.prose[: hit.start]
    if hit.how.is_compound and before[-1:].isalpha():
        base = hit.term.text.lower()
        if base in side.language.facts.suffix_nouns:
            return True
    words = before.split(" ")[-2:-1]
    return speaks_of_abroad((word.lower() for word in words), side.lang)


def is_said_otherwise(view: UnitView, wanted: tuple[str, ...]) -> bool:
    """Whether the target may say the concept by none of its terms without being wrong."""
    return (
        _rendered_freely(view)
        or _shortened(view, wanted)
        or _derived(view, wanted)
        or _said_by_verb(view.target, wanted)
        or _abbreviated(view, wanted)
    )


def _rendered_freely(view: UnitView) -> bool:
    """Whether so little stands in the target that the idea may have been left out on purpose."""
    return len(view.target.text) < _MIN_CONTENT * len(view.source.text)


def _shortened(view: UnitView, wanted: tuple[str, ...]) -> bool:
    """Whether the target uses the last part of the agreed term alone, as one does on repetition."""
    heads = {
        reading.parts[-1].base
        for term in wanted
        for reading in view.target.language.readings(term.split()[-1])
        if len(reading.parts) > 1
    }
    if not heads:
        return False
    return any(
        heads & view.target.language.bases(token.text)
        for token in view.target.tokens
        if token.is_word
    )


def _derived(view: UnitView, wanted: tuple[str, ...]) -> bool:
    """Whether a target word is made of the agreed term's stem: "ansöka om", "dataskyddsförordning"."""
    stems = tuple(
        term[: max(_STEM, len(term) - 2)].lower()
        for term in wanted
        if len(term) > _STEM and " " not in term
    )
    longer = tuple(stem for stem in stems if len(stem) > _STEM)
    return bool(stems) and any(
        word.startswith(stems) or any(stem in word for stem in longer) for word in view.target.words
    )


def _said_by_verb(side: SideView, wanted: tuple[str, ...]) -> bool:
    """Whether a word is made of the verb that the agreed term is made of: "haku" for "hakemus".

    But for those who do it, "hakija", who are mentioned beside.
    """
    facts = side.language.facts
    roots = tuple(
        term[: -len(ending) - 1].lower()
        for term in wanted
        for ending in facts.deverbal
        if term.endswith(ending) and len(term) > _ROOT + len(ending)
    )
    return bool(roots) and any(
        part.base.startswith(roots) and not part.base.endswith(facts.agents)
        for word in side.words
        for reading in side.language.readings(word)
        for part in reading.parts
    )


def _abbreviated(view: UnitView, wanted: tuple[str, ...]) -> bool:
    """Whether an acronym that the source lacks may hold the agreed term: "STM", "VNa 12/2020".

    Its last letter is then the term's first, or its last capital.
    """
    firsts = {term[:1].casefold() for term in wanted}
    if view.target.text.isupper():
        return False
    words = set(_ACRONYM.findall(view.target.text)) - set(_ACRONYM.findall(view.source.text))
    lasts = {word[-1] for word in words} | {word[-2] for word in words if word[-1].islower()}
    return not firsts.isdisjoint(map(str.casefold, lasts))
