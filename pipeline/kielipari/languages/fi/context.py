"""Whether a Finnish form with several readings stands for the noun, told by its neighbours.

The rules are the usual ones of a constraint grammar: what agrees before it, which finite verbs
the clause has already, a negation that wants a verb. They answer None where they cannot tell.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kielipari.languages.base import Reading, Token
from kielipari.languages.fi.facts import FACTS
from kielipari.languages.fi.lexicalised import (
    ADPOSITIONS,
    ADVERBS,
    DEGREE,
    UNCERTAIN,
    WITH_POSSESSIVE,
)
from kielipari.languages.fi.morphology import readings
from kielipari.languages.memory import ANSWERS_KEPT
from kielipari.languages.text import fold, words

_CLAUSE_END = frozenset('.,;:!?()–—-…"”»«[]/')
_OTHER = frozenset({"adverb", "adposition", "pronoun", "conjunction"})
_POSSESSIVES = ("ni", "si", "nsa", "nsä", "mme", "nne", "an", "än", "en", "in", "on")
_NEGATIONS = words(
    """
    en et ei emme ette eivät enkä etkä eikä emmekä ettekä eivätkä älä älkää älköön
    """
)
# Forms that a negated verb can have; of some verbs Voikko gives only the third person for it.
_CONNEGATIVE = frozenset({"imperative", "negative", "person3"})
_DETERMINERS = words(
    """
    tämä tuo se nämä nuo ne sama joku jokin kaikki moni muu molemmat jokainen eräs muuan
    usea mikä kumpi kumpikin mikään kukin jompikumpi muutama monta
    """
)
_CONJUNCTIONS = words("että mutta vaan kun koska jos jotta vaikka sillä joskin kunnes")
_QUANTITIES = words("lailla monta monessa moni paljon vähän")
_MODALS = words(
    """
    voida pitää täytyä saada saattaa haluta tahtoa taitaa aikoa tulla osata yrittää alkaa
    ehtiä jaksaa kannattaa kehdata viitsiä uskaltaa mahtaa sopia pystyä sallia käskeä antaa
    """
)


@lru_cache(maxsize=ANSWERS_KEPT)
def doubtful(word: str) -> bool:
    """Whether a form has readings besides that of a noun, name, adjective or numeral."""
    folded = fold(word)
    if folded in DEGREE or folded in UNCERTAIN or folded == "asiassa" or _frozen(folded):
        return True
    return any(not reading.is_nominal for reading in readings(word))


@lru_cache(maxsize=ANSWERS_KEPT)
def _frozen(word: str) -> bool:
    """Whether the form is an adverb or adposition of the closed classes."""
    if word in ADVERBS or word in ADPOSITIONS:
        return True
    for suffix in _POSSESSIVES:
        stem = word.removesuffix(suffix)
        if stem != word and (stem in WITH_POSSESSIVE or stem in ADPOSITIONS):
            return True
    return False


def stands(  # noqa: PLR0911  one rule after the other, each with its answer
    tokens: Sequence[Token], place: int, base: str
) -> bool | None:
    """Whether ``tokens[place]`` stands for the noun ``base``; None where it cannot be told."""
    word = fold(tokens[place].text)
    found = readings(word)
    own = [r for r in found if r.is_nominal and r.base == base] or [
        r for r in found if r.is_nominal
    ]
    if any(r.pos == "verb" and r.base == base for r in found):
        return None if own else True  # the term is a verb
    attribute = _attribute_before(tokens, place, own)
    if word in DEGREE:
        return not _before_quality(tokens, place)
    if word in UNCERTAIN:
        return None
    if word == "asiassa" and place and fold(tokens[place - 1].text) == "itse":
        return False  # itse asiassa
    if own and (_frozen(word) or any(r.pos in _OTHER for r in found)):
        return None if attribute else False
    verbs = [r for r in found if r.pos == "verb"]
    if not (own and verbs) or attribute:
        return True
    return _against_verb(tokens, place, own, verbs)


def _against_verb(  # noqa: PLR0911  one rule after the other, each with its answer
    tokens: Sequence[Token], place: int, own: list[Reading], verbs: list[Reading]
) -> bool | None:
    finite = [r for r in verbs if "finite" in r.features]
    word = fold(tokens[place].text)
    if finite and all("possessive" in r.features for r in own) and word.endswith(("si", "mme")):
        return False
    if finite and all(r.case == "ins" for r in own):
        return False
    clause = list(_clause(tokens, place))
    if any(r.features & _CONNEGATIVE and "past" not in r.features for r in verbs) and _denied(
        clause, place
    ):
        return False
    if any("a-infinitive" in r.features for r in verbs) and _modal_before(clause, place):
        return False
    if not finite:
        return True
    if any(i != place and _is_finite(other) for i, other in clause):
        return True
    persons = {f for r in finite for f in r.features if f.startswith("person")}
    if "person3" in persons:
        return None if not _subject_near(clause, place, own) else False
    if "person1" in persons and _opens(clause, place):
        return False
    return None


def _divides(word: str) -> bool:
    """Whether a token stands between two clauses."""
    return word in _CLAUSE_END or word in _CONJUNCTIONS


def _clause(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, str]]:
    """Yield the places and words of the clause around a place, from left to right."""
    first = place
    while first > 0 and not _divides(tokens[first - 1].text):
        first -= 1
    last = place + 1
    while last < len(tokens) and not _divides(tokens[last].text):
        last += 1
    for i in range(first, last):
        yield i, fold(tokens[i].text)


@lru_cache(maxsize=ANSWERS_KEPT)
def _is_finite(word: str) -> bool:
    """Whether a word is a finite verb and nothing else."""
    found = readings(word)
    return any("finite" in r.features for r in found) and not any(
        r.is_nominal and "participle" not in r.features for r in found
    )


def _denied(clause: list[tuple[int, str]], place: int) -> bool:
    """Whether a negation before the place still waits for its verb."""
    waiting = False
    for i, word in clause:
        if i >= place:
            return waiting
        bare = word.removesuffix("hän").removesuffix("kö").removesuffix("pä")
        if bare in _NEGATIONS or bare.removesuffix("vat") in _NEGATIONS:
            waiting = True
        elif waiting and any(
            r.pos == "verb" and r.features & {"imperative", "negative"} for r in readings(word)
        ):
            waiting = False
    return waiting


def _modal_before(clause: list[tuple[int, str]], place: int) -> bool:
    """Whether a verb that takes an infinitive stands at most three words before the place."""
    return any(
        place - 4 < i < place and any(r.pos == "verb" and r.base in _MODALS for r in readings(word))
        for i, word in clause
    )


def _subject_near(clause: list[tuple[int, str]], place: int, own: list[Reading]) -> bool:
    """Whether the clause has a nominative that the verb could have as its subject."""
    words = dict(clause)
    before, after = words.get(place - 1, ""), words.get(place + 1, "")
    if before in {"joka", "jotka", "mikä", "hän", "he", "se", "ne", "kuka", "tämä"}:
        return True
    if any(r.case == "gen" for r in readings(before) if r.is_nominal):
        return False
    nominative = any(r.case == "nom" for r in own)

    def nominal(word: str) -> bool:
        return any(r.case == "nom" and r.is_nominal for r in readings(word))

    return nominal(before) or (nominative and nominal(after) and bool(before))


def _opens(clause: list[tuple[int, str]], place: int) -> bool:
    """Whether only adverbs and conjunctions stand before the place in its clause."""
    return (
        len(clause) > 1
        and all(
            i >= place
            or word in FACTS.function_words
            or not any(r.is_nominal for r in readings(word))
            for i, word in clause
        )
        and not any(r.is_nominal for r in readings(dict(clause).get(place + 1, "")))
    )


def _attribute_before(tokens: Sequence[Token], place: int, own: list[Reading]) -> bool:
    """Whether an adjective, numeral or determiner that agrees stands right before the place."""
    if not place:
        return False
    cases = {(r.case, r.number) for r in own}
    return any(
        (r.case, r.number) in cases
        for r in readings(tokens[place - 1].text)
        if r.pos == "adjective" or r.base in _DETERMINERS
    )


def _before_quality(tokens: Sequence[Token], place: int) -> bool:
    """Whether an adjective or adverb follows."""
    if place + 1 >= len(tokens):
        return False
    word = fold(tokens[place + 1].text)
    return word in _QUANTITIES or any(
        r.pos == "adjective" or (r.pos == "adverb" and word not in {"sitten", "ajoin"})
        for r in readings(word)
    )
