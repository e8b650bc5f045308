"""Names of one language in a text of the other that inflects or joins them as its own words.

*Åbossa*, *Kelas*, *Helsinki-området*: no analyser of either language reads these. What the text's
language hangs on a name that it does not know is taken off, and the rest looked up as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from kielipari.checks.analysers import Analysers
from kielipari.languages.base import Language
from kielipari.model import MatchKind, TermHit

_SHORTEST = 3  # letters of a name: Åbo
_NAME = re.compile(r"(?<![^\W\d_])[^\W\d_a-zåäö][^\W\d_]{2,40}(?:[:'’][^\W\d_]{1,4})?(?![^\W\d_.])")


def borrowed(text: str, language: Language, lang: str, analysers: Analysers) -> Iterator[TermHit]:
    """Yield names of ``lang`` in a text of another language, with the endings that they got there.

    Of a compound with a hyphen the name alone is the mention.
    """
    endings = language.facts.name_endings
    for found in _NAME.finditer(text):
        word, end = found.group(), found.end()
        if text[end : end + 1] == "-" and text[end + 1 : end + 2].islower():
            names = [word]
        elif word.endswith(endings):
            names = [word.removesuffix(e) for e in endings if word.endswith(e)]
        else:
            continue
        start = found.start()
        for name in names:
            hit = _name(name, lang, analysers)
            if hit is not None and not _is_own(word, language, analysers, begins=not start):
                yield replace(hit, start=start, end=end, form=word, how=MatchKind.INFLECTED)
                break


def _is_own(word: str, language: Language, analysers: Analysers, *, begins: bool) -> bool:
    """Whether a word is the text's own: a name there too, or any word that begins the text."""
    is_name = any(hit.form == word for hit in analysers.hits(word, language.code))
    return is_name or (begins and language.accepts(word.lower()))


def _name(word: str, lang: str, analysers: Analysers) -> TermHit | None:
    """Return the mention of a term that a word is as it stands, if it is one for sure."""
    if len(word) < _SHORTEST or not analysers.lists(frozenset({word.lower()}), lang):
        return None
    hits = analysers.hits(word, lang)
    if len(hits) != 1 or hits[0].form != word or hits[0].how is not MatchKind.EXACT:
        return None
    return hits[0]
