"""English words, by simplemma's table: enough for term lists and for telling the language."""

from functools import lru_cache

from kielipari.languages.base import Form, Part, Reading
from kielipari.languages.en.facts import FACTS
from kielipari.languages.lexicon import lexicon
from kielipari.languages.memory import ANSWERS_KEPT
from kielipari.languages.text import fold


@lru_cache(maxsize=ANSWERS_KEPT)
def _bases(word: str) -> tuple[str, ...]:
    table = lexicon("en")
    bare = word.removesuffix("'s").removesuffix("s'")
    for form in (word, word.capitalize(), word.upper(), bare):
        found = table.bases(form)
        if found:
            return tuple(base.lower() for base in found)
    return ()


def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of a word form; the class is only told for function words."""
    folded = fold(word)
    pos = "other" if folded in FACTS.function_words else "noun"
    if folded not in lexicon("en") and folded.removesuffix("'s") not in lexicon("en"):
        pos = "proper"  # the table has it with a capital only
    return tuple(Reading(base, pos, (Part(0, len(word), base),)) for base in _bases(folded))


def bases(word: str) -> frozenset[str]:
    """Return the base forms of a word form in lower case, itself where it is unknown."""
    folded = fold(word)
    return frozenset(_bases(folded)) or frozenset({folded})


def accepts(word: str) -> bool:
    """Whether the table has a word in lower case as it is written, or with a capital."""
    table, folded = lexicon("en"), fold(word)
    if folded in table or folded.capitalize() in table or folded.upper() in table:
        return True
    return folded[-1:] in "s'" and folded.removesuffix("'s").removesuffix("s'") in table


def knows(word: str) -> bool:
    """Whether the table has the word as it stands."""
    return bool(_bases(fold(word)))


def head(word: str) -> tuple[int, tuple[Reading, ...]]:
    """Return no tail: English compounds are written apart."""
    del word
    return 0, ()


def lemmas(word: str) -> tuple[str, ...]:
    """Return the singular citation forms of a citation form, singular or plural."""
    return tuple(sorted(bases(word)))


def forms(word: str) -> frozenset[str]:
    """Return the singular, plural and possessive forms of a word."""
    return frozenset(form.text for form in paradigm(word))


def paradigm(word: str) -> tuple[Form, ...]:
    """Return the forms of a word given in a citation form."""
    folded = fold(word)
    if folded in FACTS.function_words or not any(c.isalpha() for c in folded):
        return (Form(folded),)
    table = lexicon("en")
    found = {folded, *lemmas(folded)}
    for base in tuple(found):
        plural = base[:-1] + "ies" if base.endswith("y") else base + "s"
        found |= {plural, base + "es"} & set(table.forms(base))
    if len(found) == 1:
        found.add(folded + "s")
    return tuple(Form(form) for form in sorted(found | {form + "'s" for form in found}))


def rest() -> None:
    """Give nothing back: the table is open for the words of texts too."""
