"""Finnish words: readings by Voikko, inflected forms by taivutin.

taivutin (https://pypi.org/project/taivutin/) inflects by the classes of Kotus's word list and
guesses the class of other words; it is handed the last part of a compound that Voikko finds, so
that "innovaatioekosysteemi" inflects as "systeemi" does.
"""

from dataclasses import replace
from functools import lru_cache

from kielipari.languages.base import Form, Part, Reading
from kielipari.languages.fi import guess
from kielipari.languages.fi.backends import backend
from kielipari.languages.fi.facts import FACTS
from kielipari.languages.fi.inflection import inflect, possessed
from kielipari.languages.fi.voikko import analyse
from kielipari.languages.memory import ANSWERS_KEPT
from kielipari.languages.text import LONGEST_WORD, fold

# Endings written after a colon or an apostrophe (EU:n, Bordeaux'ssa), by case. The illative's
# vowel follows how the abbreviation is read aloud (VISK § 169), hence its many shapes.
_COLON = {
    "": "nom.sing",
    "n": "gen.sing",
    "in": "gen.sing",
    "en": "gen.sing",
    "ssa": "ine.sing",
    "ssä": "ine.sing",
    "issa": "ine.sing",
    "issä": "ine.sing",
    "sta": "ela.sing",
    "stä": "ela.sing",
    "ista": "ela.sing",
    "istä": "ela.sing",
    "lla": "ade.sing",
    "llä": "ade.sing",
    "lta": "abl.sing",
    "ltä": "abl.sing",
    "lle": "all.sing",
    "ille": "all.sing",
    "illa": "ade.sing",
    "illä": "ade.sing",
    "ilta": "abl.sing",
    "iltä": "abl.sing",
    "ksi": "tra.sing",
    "iksi": "tra.sing",
    "na": "ess.sing",
    "nä": "ess.sing",
    "a": "par.sing",
    "ä": "par.sing",
    "ta": "par.sing",
    "tä": "par.sing",
    "ia": "par.sing",
    "iä": "par.sing",
    "tta": "par.sing",
    "ttä": "par.sing",
    "t": "nom.plur",
    "it": "nom.plur",
    "ien": "gen.plur",
    "iden": "gen.plur",
    "itten": "gen.plur",
    "ita": "par.plur",
    "itä": "par.plur",
    "eja": "par.plur",
    "ejä": "par.plur",
    "hin": "ill.sing",
    "han": "ill.sing",
    "hen": "ill.sing",
    "hon": "ill.sing",
    "hun": "ill.sing",
    "hyn": "ill.sing",
    "hän": "ill.sing",
    "hön": "ill.sing",
    "iin": "ill.sing",
    "een": "ill.sing",
    "seen": "ill.sing",
    "aan": "ill.sing",
    "ään": "ill.sing",
    "oon": "ill.sing",
    "uun": "ill.sing",
}
_CLITICS = ("kin", "kaan", "kään", "ko", "kö", "han", "hän", "pa", "pä")
_SHORTEST_TAIL = 4


@lru_cache(maxsize=ANSWERS_KEPT)
def readings(word: str) -> tuple[Reading, ...]:
    """Return every reading of a word form; of a hyphenated or colon form by its last part.

    Empty for a word that Voikko does not know.
    """
    if len(word) > LONGEST_WORD:
        return ()
    found = tuple(again for reading in _readings(fold(word)) for again in _cases(reading))
    if found and len(fold(word)) != len(word):
        return tuple(_shifted(reading, word) for reading in found)
    return found


def _readings(word: str) -> tuple[Reading, ...]:
    for mark in ":'":
        stem, found, ending = word.rpartition(mark)
        if found and stem:
            return _abbreviated(word, stem, ending)
    if word.startswith("-") and len(word) > 1:
        return tuple(
            replace(r, parts=tuple(Part(p.start + 1, p.end + 1, p.base) for p in r.parts))
            for r in _readings(word[1:])
        )
    front, hyphen, tail = word.rstrip("-").rpartition("-")
    if not (hyphen and front and tail):
        return analyse(word)
    heads = tuple(_pieces(front + hyphen))
    return tuple(
        Reading(
            base=front + hyphen + reading.base,
            pos=reading.pos,
            parts=heads
            + tuple(
                Part(part.start + len(front) + 1, part.end + len(front) + 1, part.base)
                for part in reading.parts
            ),
            case=reading.case,
            number=reading.number,
            features=reading.features,
        )
        for reading in analyse(tail)
        if reading.pos != "other"
    )


def _cases(reading: Reading) -> tuple[Reading, ...]:
    """Spell out the cases that one form stands for.

    With a possessive suffix the nominative singular, the genitive singular and the nominative
    plural look alike (taloni, VISK § 96); Voikko answers with the first.
    """
    if "possessive" not in reading.features or (reading.case, reading.number) != ("nom", "sing"):
        return (reading,)
    return (
        reading,
        replace(reading, case="gen"),
        replace(reading, number="plur"),
    )


def _pieces(front: str) -> list[Part]:
    """Cut the front of a hyphenated word ("tki-", "itä-suomen-") into parts, with their own."""
    pieces: list[Part] = []
    start = 0
    for piece in front.split("-")[:-1]:
        known = next((r for r in analyse(piece) if r.is_nominal), None)
        parts = known.parts if known else (Part(0, len(piece), piece),)
        pieces.extend(Part(start + part.start, start + part.end, part.base) for part in parts)
        start += len(piece) + 1
    return pieces


def _abbreviated(word: str, stem: str, ending: str) -> tuple[Reading, ...]:
    """Read EU:n, TKI:n, 1990-luvun:kin: what stands before the mark is the base form."""
    for clitic in ("", *_CLITICS):
        bare = ending.removesuffix(clitic) if clitic else ending
        if (bare or not clitic) and bare in _COLON:
            case, number = _COLON[bare].split(".")
            part = Part(0, len(word), stem)
            return (Reading(stem, "abbreviation", (part,), case, number),)
    return analyse(word)


def _shifted(reading: Reading, word: str) -> Reading:
    """Lead the parts' offsets back to the word as written, with its invisible characters."""
    places = [i for i, c in enumerate(word) if fold(c)]
    places.append(len(word))
    parts = tuple(
        Part(places[min(p.start, len(places) - 1)], places[min(p.end, len(places) - 1)], p.base)
        for p in reading.parts
    )
    return Reading(reading.base, reading.pos, parts, reading.case, reading.number, reading.features)


def bases(word: str) -> frozenset[str]:
    """Return the base forms of a word form in lower case, itself where it is unknown."""
    return frozenset(reading.base for reading in readings(word)) or frozenset({fold(word)})


def accepts(word: str) -> bool:
    """Whether Voikko's speller takes the word in lower case, which names are not."""
    folded = fold(word)
    return 0 < len(folded) <= LONGEST_WORD and backend().accepts(folded)


def knows(word: str) -> bool:
    """Whether Voikko knows the word as it stands."""
    return bool(analyse(fold(word)))


@lru_cache(maxsize=ANSWERS_KEPT)
def head(word: str) -> tuple[int, tuple[Reading, ...]]:
    """Return where the longest known nominal tail of an unknown word begins, and its readings.

    "innokaupunkien" gives (4, readings of "kaupunkien"); (0, ()) where there is none.
    """
    if len(word) > LONGEST_WORD:
        return 0, ()
    for start in range(2, len(word) - _SHORTEST_TAIL + 1):
        found = tuple(r for r in analyse(word[start:]) if r.is_nominal)
        if found:
            return start, found
    return 0, ()


@lru_cache(maxsize=ANSWERS_KEPT)
def lemmas(word: str) -> tuple[str, ...]:
    """Return the singular citation forms of a word given in the nominative, singular or plural."""
    folded = fold(word)
    return tuple(dict.fromkeys(front + reading.base for front, reading in _cited(folded)))


def _cited(word: str) -> list[tuple[str, Reading]]:
    """Return the nominative readings of a term's word, each with what stands before it."""
    known = readings(word)
    front = ""
    if not known:
        start, known = head(word)
        front = word[:start]
    nominal = [r for r in known if r.is_nominal and r.case in {"nom", ""}]
    singular = [r for r in nominal if r.number != "plur" and "possessive" not in r.features]
    return [(front, reading) for reading in singular or nominal]


def forms(word: str) -> frozenset[str]:
    """Return the inflected forms of a word given in its citation form, possessives included."""
    return frozenset(form.text for form in _paradigm(word, possessives=True))


def paradigm(word: str) -> tuple[Form, ...]:
    """Return the forms of a word given in the nominative, without clitics.

    A word that is known and no nominal, and a nominal in another case, has one form, its own.
    Possessive suffixes are left out where Voikko knows the word, since it then reads them itself.
    """
    return _paradigm(word, possessives=not _cited(fold(word)))


def rest() -> None:
    """Give taivutin's word list back, until a word is to be inflected."""
    guess.rest()


def _paradigm(word: str, *, possessives: bool) -> tuple[Form, ...]:
    folded = fold(word)
    own = Form(folded)
    if not any(c.isalpha() for c in folded):
        return (own,)
    cited = _cited(folded)
    if not cited and not _inflects(folded):
        return (own,)
    stems = [_split(front, reading) for front, reading in cited]
    if not stems:
        cut = folded.rfind("-") + 1
        stems = [(folded[:cut], folded[cut:])]
    found = [own]
    for front, stem in stems:
        plain = inflect(stem, known=bool(cited), harmony=bool(readings(folded)))
        if possessives:
            plain = plain + possessed(plain)
        found.extend(Form(front + form.text, form.tag) for form in plain)
    return tuple(dict.fromkeys(found))


def _inflects(word: str) -> bool:
    """Whether a word without a nominative reading may still be a noun: "kyse", "tweet"."""
    return word not in FACTS.function_words and not any(
        reading.is_nominal or reading.pos in {"verb", "conjunction", "pronoun"}
        for reading in readings(word)
    )


def _split(front: str, reading: Reading) -> tuple[str, str]:
    """Cut a base form before its last part, which alone inflects."""
    last = reading.parts[-1].base if reading.parts else reading.base
    if not reading.base.endswith(last):
        return front, reading.base
    return front + reading.base[: len(reading.base) - len(last)], last
