"""Swedish words: readings and inflected forms by simplemma's table, both ways.

The table has one base form for each form and no word classes, so a base form's class is told from
the shape of its forms. A word that it lacks is read by its longest known tail: "innostädernas"
inflects as "städernas" does.
"""

import re
from dataclasses import replace
from functools import lru_cache

from kielipari.languages.base import ATTRIBUTE, Form, Part, Reading
from kielipari.languages.lexicon import lexicon
from kielipari.languages.memory import ANSWERS_KEPT
from kielipari.languages.sv.facts import FACTS
from kielipari.languages.sv.inflection import Shape, shape, unseen
from kielipari.languages.text import LONGEST_WORD, fold

_SHORTEST_TAIL = 3
_SHORTEST_FRONT = 2
_LEARNED = re.compile(
    "(?:aero|agro|anti|astro|audio|bio|centi|cyber|deka|deci|eko|elektro|etno|euro|extra|foto|geo|"
    "giga|hekto|homo|hydro|hyper|info|inter|intra|kilo|makro|mega|meta|meteo|mikro|milli|mono|"
    "multi|nano|neuro|pseudo|psyko|semi|socio|super|tele|tera|termo|trans|turbo|ultra|video)"
)
"""First parts of learned words: they join any word that fits, more than a table can list."""
_SHORTEST_AFTER_LEARNED = 4
_SCIENCE = re.compile(
    r"\w{3,}(?:logi|kirurgi|terapi|grafi|nomi|metri|skopi|iatri|pati|fobi)(?:n|s|ns|er|erna|ernas)?"
)
"""Last parts of learned words; Finnish has an -a after them, or means who practises it."""
_COLON = frozenset(
    {"s", "n", "en", "t", "et", "ns", "ens", "ts", "ets", "er", "erna", "ar", "arna"}
)


@lru_cache(maxsize=ANSWERS_KEPT)
def table_bases(word: str) -> tuple[str, ...]:
    """Return the table's base forms for a word in lower case, names included."""
    table = lexicon("sv")
    found = table.bases(word) or table.bases(word.capitalize()) or table.bases(word.upper())
    if not found and word.endswith("s") and len(word) > _SHORTEST_TAIL:
        bare = word[:-1]
        found = table.bases(bare) or table.bases(bare.capitalize())
    return tuple(dict.fromkeys(base.lower() for base in found))


@lru_cache(maxsize=ANSWERS_KEPT)
def table_forms(base: str) -> tuple[str, ...]:
    """Return the table's forms of a base form in lower case, in lower case."""
    table = lexicon("sv")
    found = [*table.forms(base), *table.forms(base.capitalize())]
    return tuple(dict.fromkeys(form.lower() for form in found))


@lru_cache(maxsize=ANSWERS_KEPT)
def shape_of(base: str) -> Shape:
    """Return what kind of word a base form is, and its noun and adjective forms."""
    return shape(base, table_forms(base))


@lru_cache(maxsize=ANSWERS_KEPT)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of a word form; empty for a word that the table does not know."""
    if len(word) > LONGEST_WORD:
        return ()
    folded = fold(word)
    stem, colon, ending = folded.rpartition(":")
    if colon and stem and ending in _COLON:
        return (Reading(stem, "abbreviation", (Part(0, len(word), stem),)),)
    if folded.startswith("-") and len(folded) > 1:
        return tuple(
            replace(r, parts=tuple(Part(p.start + 1, p.end + 1, p.base) for p in r.parts))
            for r in readings(folded[1:])
        )
    front, hyphen, tail = folded.rstrip("-").rpartition("-")
    if hyphen and front and tail:
        offset = len(front) + 1
        return tuple(
            Reading(
                f"{front}-{reading.base}",
                reading.pos,
                (
                    Part(0, len(front), front),
                    *(Part(p.start + offset, p.end + offset, p.base) for p in reading.parts),
                ),
            )
            for reading in _simple(tail)
        )
    return _simple(folded.rstrip("-") if folded != "-" else folded)


def _simple(word: str) -> tuple[Reading, ...]:
    return tuple(
        Reading(base, pos, (Part(0, len(word), base),))
        for base in table_bases(word)
        for pos in _classes(word, base)
    )


def _classes(word: str, base: str) -> tuple[str, ...]:
    if word in FACTS.function_words:
        return ("other",)
    table = lexicon("sv")
    if word not in table and word.removesuffix("s") not in table:
        return ("proper",)  # the table has it with a capital only
    kind = shape_of(base)
    found = []
    if word in kind.nouns:
        found.append("noun")
    if word in kind.adjectives:
        found.append("adjective")
    if kind.verb and (word not in kind.nouns or base.endswith("a")):
        found.append("verb")
    return tuple(found) or ("other",)


def bases(word: str) -> frozenset[str]:
    """Return the base forms of a word form in lower case, itself where it is unknown."""
    found = frozenset(reading.base for reading in readings(word))
    if found:
        return found
    folded = fold(word)
    start, tails = head(folded)
    return frozenset(folded[:start] + reading.base for reading in tails) or frozenset({folded})


def accepts(word: str) -> bool:
    """Whether the table has a word in lower case as it is written, or with a capital.

    Or it has what follows a learned first part: bioekonomi, kilojoule.
    """
    table, folded = lexicon("sv"), fold(word)
    return (
        folded in table
        or folded.capitalize() in table
        or folded.upper() in table
        or (
            folded[-1:] == "s"
            and len(folded) > _SHORTEST_TAIL
            and (folded[:-1] in table or folded[:-1].capitalize() in table)
        )
        or _is_learned(folded)
    )


def _is_learned(word: str) -> bool:
    if _SCIENCE.fullmatch(word):
        return True
    first = _LEARNED.match(word)
    if first is None:
        return False
    rest = word[first.end() :]
    return len(rest) >= _SHORTEST_AFTER_LEARNED and rest in lexicon("sv")


def knows(word: str) -> bool:
    """Whether the table has the word as it stands."""
    return bool(table_bases(fold(word)))


@lru_cache(maxsize=ANSWERS_KEPT)
def head(word: str) -> tuple[int, tuple[Reading, ...]]:
    """Return where the longest known noun or adjective tail of an unknown word begins, and it.

    "innostädernas" gives (4, readings of "städernas"); (0, ()) where there is none.
    """
    if len(word) > LONGEST_WORD:
        return 0, ()
    for start in range(_SHORTEST_FRONT, len(word) - _SHORTEST_TAIL + 1):
        if word[start - 1] == "-":
            continue
        found = tuple(r for r in _simple(word[start:]) if r.is_nominal)
        if found:
            return start, found
    return 0, ()


@lru_cache(maxsize=ANSWERS_KEPT)
def lemmas(word: str) -> tuple[str, ...]:
    """Return the singular citation forms of a citation form, singular or plural."""
    folded = fold(word)
    front, _, tail = folded.rpartition("-")
    front = folded[: len(folded) - len(tail)]
    found = [base for base in table_bases(tail) if base in table_forms(base) or base == tail]
    if not found:
        start, tails = head(tail)
        front, found = front + tail[:start], [reading.base for reading in tails]
    if tail in found or shape_of(tail).nouns - {tail, tail + "s"} or tail.endswith("nde"):
        found = [tail]
    return tuple(dict.fromkeys(front + base for base in found))


def forms(word: str) -> frozenset[str]:
    """Return the inflected forms of a word given in its citation form."""
    return frozenset(form.text for form in paradigm(word))


def _beyond(word: str, front: str, tail: str, kinds: list[Shape]) -> list[Form]:
    """Return the forms of a word that the table tells nothing of, as noun or adjective."""
    known = table_bases(tail)
    nouns_told = any(kind.nouns - {tail, tail + "s"} or kind.adjectives for kind in kinds)
    if not known or (len(tail) <= _SHORTEST_TAIL and not knows(word)):
        return [Form(form) for form in unseen(word)]
    if not nouns_told and tail in known and shape_of(tail).verb:
        return [Form(front + form) for form in table_forms(tail)]
    if not nouns_told:
        # The table gives "trycket" to another word than "tryck": what is in it counts.
        return [Form(front + form) for form in unseen(tail) if _is_definite(tail, form)]
    return []


def _is_definite(word: str, form: str) -> bool:
    """Whether the table has the form, and its ending is not a verb's as well."""
    bare = form.removesuffix("s")
    endings = ("en", "et", "arna", "erna", "orna", "n", "t", "na")
    return bool(table_bases(form)) and bare.startswith(word) and bare[len(word) :] in endings


def _shapes(word: str, known: tuple[str, ...]) -> list[Shape]:
    """Return the shapes of the base forms that a citation form stands for.

    The table sometimes leads two base forms to each other (spansk, spanska): both sets of forms
    then count, with the citation form as the base.
    """
    if word in known or shape_of(word).nouns - {word, word + "s"}:
        return [shape_of(word)]
    mutual = [base for base in known if word in table_bases(base)]
    if mutual:
        together = {form for base in (word, *mutual) for form in table_forms(base)}
        return [shape(word, tuple(sorted(together)))]
    return [shape_of(base) for base in known]


@lru_cache(maxsize=1_000)
def paradigm(word: str) -> tuple[Form, ...]:
    """Return the forms of a word given in a citation form, singular or plural.

    Forms that only an attribute has ("hållbara" of an adjective that is a noun too) are tagged
    ``attr``. A function word has one form, its own.
    """
    folded = fold(word)
    own = Form(folded)
    if not any(c.isalpha() for c in folded) or folded.endswith("-"):
        return (own,)
    if folded in FACTS.function_words and not shape_of(folded).nouns - {folded, folded + "s"}:
        return (own,)
    if folded.endswith(("ande", "ende")) and not shape_of(folded).nouns - {folded, folded + "s"}:
        # A present participle: as an adjective it has one form, as a noun it is a neuter.
        return (own, *(Form(folded + ending) for ending in ("s", "t", "ts")))
    cut = folded.rfind("-") + 1
    tail = folded[cut:]
    known = table_bases(tail)
    if not known:
        start, readings_of_tail = head(tail)
        cut += start
        known = tuple(dict.fromkeys(reading.base for reading in readings_of_tail))
        tail = tail[start:]
    front = folded[:cut]
    found = [own]
    kinds = _shapes(tail, known)
    if tail.endswith("an") and table_forms(tail[:-2] + "ning"):
        # ansökan – ansökningar: the plural belongs to another word (SAG 2, Substantiv § 83)
        plural = shape_of(tail[:-2] + "ning").nouns
        found += [Form(front + form) for form in sorted(plural) if "ningar" in form]
    for kind in kinds:
        found += [Form(front + form) for form in sorted(kind.nouns)]
        tag = ATTRIBUTE if kind.nouns else ""
        found += [Form(front + form, tag) for form in sorted(kind.adjectives - kind.nouns)]
    found += _beyond(folded, front, tail, kinds)
    if len(found) == 1:
        found += [Form(folded + "s")] if not folded.endswith("s") else []
    return tuple(dict.fromkeys(found))


def rest() -> None:
    """Give nothing back: the table is open for the words of texts too."""
