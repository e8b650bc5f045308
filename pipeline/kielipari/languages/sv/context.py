"""Whether a Swedish form that can be a noun stands for one, told by its neighbours."""

from collections.abc import Sequence
from functools import lru_cache

from kielipari.languages.base import Token
from kielipari.languages.memory import ANSWERS_KEPT
from kielipari.languages.sv.facts import FACTS
from kielipari.languages.sv.morphology import shape_of, table_bases
from kielipari.languages.text import fold, words

_INFINITIVE_BEFORE = words(
    """
    att kan ska skall vill måste bör får skulle kunde ville borde fick må lär torde låter
    lät brukar brukade kunna vilja behöver behövde tycks verkar kommer tänker tänkte
    försöker försökte vågar slipper slapp hinner hann orkar orkade önskar
        väntas antas tros anses sägs uppges börja börjar började börjat sluta slutar slutade slutat
    försökt råkar råkade vågade vågat planerar planerade hoppas hoppades beslutade beslutar lyckas
    lyckades lyckats
    """
)
"""The infinitive marker, and verbs that take an infinitive (SAG 4, Verbfraser § 12)."""
_BETWEEN = words(
    """
    inte också även ju väl nog alltid aldrig bara själv själva ofta man
    """
)
_ARTICLES = words("en ett den det denna detta")
_SUBJECTS = words("jag du han hon vi ni man som")
_DETERMINERS = words(
    """
    en ett den det de dem denna detta dessa min mitt mina din ditt dina hans hennes dess vår
    vårt våra er ert era deras sin sitt sina någon något några ingen inget inga vilken
    vilket vilka varje alla många flera få två tre fyra fem sex sju åtta nio tio samma båda
    sådan sådant sådana all allt annan annat andra av i på för till med om från under efter
    vid mot genom mellan över hos utan inom bland kring per enligt
    """
)
_ADVERBS = words("väl slut trots tack kring mån stund ur topp bort jämt fullt")
"""Adverbs, prepositions and particles that are spelt like a noun."""
_DEGREE = frozenset({"rätt"})
"""A noun that before an adjective says to what degree: "rätt bra"."""
_PARTICIPLES = words("nämnd gift")
"""Participles and adjectives that are spelt like a noun and stand before one: "i 2 § nämnd person"."""
_OF_VERBS = ("a", "r", "s", "de", "te", "t")  # endings
_ABOVE = words("ovan nedan redan förut tidigare")


@lru_cache(maxsize=ANSWERS_KEPT)
def doubtful(word: str) -> bool:
    """Whether a form that can be a noun can be a verb or adverb as well."""
    folded = fold(word)
    return (
        folded in _ADVERBS
        or folded in _DEGREE
        or folded in _PARTICIPLES
        or folded in FACTS.function_words
        or bool(_verb(folded))
    )


@lru_cache(maxsize=ANSWERS_KEPT)
def _verb(word: str) -> str:
    """Return which verb form a word can be: infinitive, present, passive; empty for none."""
    if word.endswith("a") and _is_verb(word):
        return "infinitive"
    if word.endswith(("ar", "er")) and _is_verb(word[:-2] + "a"):
        return "present"
    if word.endswith("s") and (_is_verb(word[:-1]) or _is_verb(word[:-1] + "a")):
        return "passive"
    return ""


def _is_verb(infinitive: str) -> bool:
    if not infinitive.endswith("a"):
        return False
    if shape_of(infinitive).verb:
        return True
    return infinitive in table_bases(infinitive) and any(
        infinitive in table_bases(infinitive[:-1] + ending) for ending in ("ade", "de", "te", "it")
    )


def stands(  # noqa: PLR0911  one rule after the other, each with its answer
    tokens: Sequence[Token], place: int, base: str
) -> bool | None:
    """Whether ``tokens[place]`` stands for the noun; None where it cannot be told."""
    del base
    word = fold(tokens[place].text)
    before = fold(tokens[place - 1].text) if place else ""
    following = fold(tokens[place + 1].text) if place + 1 < len(tokens) else ""
    if word in _PARTICIPLES:
        return before not in _ABOVE and not _is_nominal(following)
    if word in _DEGREE and following:
        return not any(following in shape_of(base).adjectives for base in table_bases(following))
    if word in FACTS.function_words:
        return before in _ARTICLES
    if word in _ADVERBS:
        return None if before in _DETERMINERS else False
    form, lead = _verb(word), _lead(tokens, place)
    if form == "infinitive":
        if lead in _INFINITIVE_BEFORE:
            return False
        return True if before in _DETERMINERS else None
    if before in _DETERMINERS and before not in {"det", "den"}:
        return True
    if before in _SUBJECTS:
        return False
    if form == "passive":
        return False if lead in _INFINITIVE_BEFORE else None
    return None


def _lead(tokens: Sequence[Token], place: int) -> str:
    """Return the word before, adverbs passed over."""
    back = place - 1
    while back > 0 and fold(tokens[back].text) in _BETWEEN:
        back -= 1
    return fold(tokens[back].text) if back >= 0 else ""


def _is_nominal(word: str) -> bool:
    """Whether a word is a noun or an adjective, be it one that the table lacks: no form of a verb."""
    if not word.isalpha() or word in FACTS.function_words:
        return False
    shapes = [shape_of(base) for base in table_bases(word)]
    if any(word in shape.nouns | shape.adjectives for shape in shapes):
        return True
    return not (word.endswith(_OF_VERBS) and any(shape.verb for shape in shapes))
