"""Parts of speech as evidence for homographs: what the glossary, the analyser and a tagger say.

The glossary's are TBX-Basic's (noun, properNoun, adjective, verb, adverb, other), the analyser's those
of :class:`kielipari.languages.base.Reading`, a tagger's the tags of Universal Dependencies
(https://universaldependencies.org/u/pos/). Where the glossary gives none, the analyser's
readings of the term itself say what it can be.

Answers are True (the form is the term), False (it is another word) and None (it can be both).
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kielipari.languages.base import Reading
from kielipari.model import Term

_PROPER = "properNoun"
VERB = "verb"
ADJECTIVE = "adjective"
# An analyser calls many nouns adjectives (nuori, the young), and names nouns.
_READ_AS = {
    "noun": frozenset({"noun", ADJECTIVE, "proper", "abbreviation"}),
    _PROPER: frozenset({"noun", ADJECTIVE, "proper", "abbreviation"}),
    ADJECTIVE: frozenset({ADJECTIVE, "noun", "proper"}),
    VERB: frozenset({"verb"}),
}
_TAGGED_AS = {
    "noun": frozenset({"NOUN", "PROPN"}),
    _PROPER: frozenset({"NOUN", "PROPN"}),
    ADJECTIVE: frozenset({"ADJ"}),
    VERB: frozenset({"VERB", "AUX"}),
    "adverb": frozenset({"ADV"}),
    "": frozenset({"NOUN", "PROPN", "ADJ", "NUM"}),  # any nominal
}
_UNCLEAR = frozenset({"", "X", "SYM"})
# Pairs that annotators themselves disagree about: participles, nouns made of adjectives.
_NEAR = {
    "noun": frozenset({"ADJ"}),
    _PROPER: frozenset({"ADJ"}),
    ADJECTIVE: frozenset({"NOUN", "PROPN", "VERB"}),
    VERB: frozenset({"ADJ"}),
    "adverb": frozenset({"ADJ", "ADP"}),
}


class Tagged(NamedTuple):
    """What a tagger says of a token: its part of speech and its lemma, empty where it says none."""

    pos: str
    lemma: str = ""


def fits(term: Term, form: str, base: str, readings: Sequence[Reading]) -> bool | None:
    """Whether a form can be the term by the part of speech that the glossary gives it.

    ``base`` is the base form by which the analyser led to the term; empty where it did not.
    "kuuden" (of six) is no "kuusi" that is a noun (a spruce), and "kuusi" can be both.
    """
    wanted = _READ_AS.get(term.pos)
    own = [reading for reading in readings if reading.base == base] if base and wanted else []
    if not own or wanted is None:
        return True
    if term.pos == _PROPER and form.islower() and not term.text[:1].islower():
        # "lahti" is a bay; of a name in no dictionary, or a long one, the small letter tells less
        is_bay = any(reading.pos == "noun" and len(reading.parts) < 2 for reading in own)  # noqa: PLR2004  a simple word
        return None if is_bay else True
    if term.pos == VERB:  # its homographs are nouns with another base form: tukea, tuki
        is_verb = any(reading.pos == "verb" for reading in own)
        return None if is_verb and any(r.is_nominal for r in readings) else is_verb
    others = [reading for reading in own if reading.pos not in wanted]
    if len(others) == len(own):
        return None if form.lower() == term.text.lower() else False
    # Whether a noun is a verb there is told by the context: a language's "stands" asks for it.
    return None if any(reading.is_nominal for reading in others) else True


def agrees(
    term: Term, tagged: Tagged, bases: Iterable[str], readings: Sequence[Reading]
) -> bool | None:
    """Whether a tagger's word for a token speaks for the term or against it.

    ``bases`` are the base forms that the term can have there, ``readings`` the analyser's of the
    term. A lemma that is the term's own outweighs the tag: then nothing is told.
    """
    kind = term.pos if term.pos in _TAGGED_AS else ""
    own = {term.text.lower(), *bases}
    if not kind and any(r.pos in {"verb", "adverb"} and r.base in own for r in readings):
        return None  # what the term itself is cannot be told
    if tagged.pos in _UNCLEAR or tagged.pos in _NEAR.get(kind, ()):
        return None
    is_lemma = tagged.lemma.lower() in own
    if tagged.pos in _TAGGED_AS[kind]:
        return True if is_lemma or not tagged.lemma else None
    return None if tagged.lemma and is_lemma else False
