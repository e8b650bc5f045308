"""Finnish verbs in the form that follows a negation, where none stands: "maksua makseta".

Finnish denies by a verb of its own, and the other verb loses its ending (VISK § 108): who drops
"ei" leaves a form behind that no clause has.
"""

import re
from functools import lru_cache

from kielipari.languages.denial import Bare
from kielipari.languages.fi.denial import CONTINUING, POSSIBLE, STRONG
from kielipari.languages.fi.facts import FACTS
from kielipari.languages.fi.voikko import analyse
from kielipari.languages.memory import ANSWERS_KEPT

_DENYING = STRONG | POSSIBLE | CONTINUING
_FORMS = frozenset({"negative", "imperative"})  # the imperative looks the same
_LIKELY = ("ta", "tä", "ole")  # what all such forms of the passive end in, and many of the others
_ADJECTIVAL = ("ista", "istä")  # "kansainvälistä" is one of "kansainvälinen" too
_SENTENCE = re.compile(r"[.;:!?]\s")
# Not what a hyphen follows, which is a name: Suorita-painike.
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?!-)|,")
_ITEM = re.compile(r"\s*(?:[\w.]{1,4}\)|[-–―•]|(?=[a-zåäö]))")
_LED = 2  # words that begin an item, among which the verb stands whose subject is before the list
_OPENING = FACTS.joining | {"", ",", "vaan", "mutta"}  # a clause
_SUBORDINATE = FACTS.unfinished | {","}


def bare_connegative(text: str) -> Bare | None:
    """Return the first verb that stands so in a sentence without a negation before it.

    A word that may be anything else is none, nor one that begins a clause, which may command. What
    begins an item of a list may be led by "ei:" before it.
    """
    lowered = text.lower()
    item = _ITEM.match(text)
    start = item.end() if item is not None else 0
    for end in (*(match.end() for match in _SENTENCE.finditer(lowered, start)), len(lowered)):
        before = ""
        led = _LED if item is not None and start == item.end() else 0
        for place, match in enumerate(_WORD.finditer(lowered, start, end)):
            word = match[0]
            if word in _DENYING:
                break
            if word in _SUBORDINATE:
                led = 0
            elif (
                (place < led or before not in _OPENING)
                and word.endswith(_LIKELY)
                and text[match.start()].islower()
                and _is_connegative(word)
            ):
                return Bare(match.span(), is_led=place < led)
            before = word
        start = end
    return None


@lru_cache(maxsize=ANSWERS_KEPT)
def _is_connegative(word: str) -> bool:
    readings = analyse(word) if not word.endswith(_ADJECTIVAL) else ()
    return bool(readings) and all(
        reading.pos == "verb" and not _FORMS.isdisjoint(reading.features) for reading in readings
    )
