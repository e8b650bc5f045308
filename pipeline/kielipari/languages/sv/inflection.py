"""Which forms in the table belong to a Swedish noun or adjective, told by their endings.

The table gives a base form all forms that any word of that spelling has ("vara": varor, but also
är and varit); a noun's are told by the endings of the declensions (Svenska Akademiens grammatik,
volume 2, chapter 2), with umlaut, syncope and doubled m and n.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

_NOUN_ENDINGS = frozenset(
    {
        "",
        "n",
        "en",
        "t",
        "et",
        "ar",
        "arna",
        "er",
        "erna",
        "or",
        "orna",
        "r",
        "rna",
        "na",
        "ena",
    }
)
_FIRST = frozenset({"a", "an", "or", "orna"})
_NEUTER_A = frozenset({"a", "at", "an", "ana", "ata", "on", "onen"})
_ADJECTIVE_ENDINGS = frozenset({"", "t", "tt", "a", "e", "na", "ne", "la", "le", "ra", "re"})
_IRREGULAR = ("rar", "rarna", "rars", "rarnas", "der", "derna", "ders", "dernas")
_FLAT = str.maketrans("åäöé", "aaoe")


@dataclass(frozen=True, slots=True)
class Shape:
    """A base form's noun forms and adjective forms (positive), and whether it is a verb."""

    nouns: frozenset[str]
    adjectives: frozenset[str]
    verb: bool


def shape(base: str, forms: tuple[str, ...]) -> Shape:
    """Sort the table's forms of a base form into noun and adjective forms."""
    if not base:
        return Shape(frozenset(), frozenset(), verb=False)
    known = frozenset(forms) | {base}
    verb, degrees = _is_verb(base, known), _has_degrees(base, known)
    nouns = _noun_forms(base, known, is_plain=not verb and not degrees)
    adjectives = _adjective_forms(base, known)
    is_adjective = base + "t" in known and any(f.endswith("a") and f != base for f in adjectives)
    is_adjective = is_adjective or degrees
    if not is_adjective:
        adjectives = frozenset()
    if is_adjective and not _is_noun(base, nouns - adjectives):
        nouns = frozenset()
    if verb and not _is_noun(base, nouns):
        nouns = frozenset()
    return Shape(nouns, adjectives, verb)


def _has_degrees(base: str, known: frozenset[str]) -> bool:
    stem = base[:-2] + base[-1] if base[-2:] in {"en", "el", "er"} else base
    return stem + "are" in known and stem + "ast" in known


def _is_verb(base: str, known: frozenset[str]) -> bool:
    """Whether the forms show a verb: a present and a past beside an infinitive."""
    stem = base.removesuffix("a")
    past = any(stem + end in known for end in ("ade", "de", "te", "dde"))
    present = any(stem + end in known for end in ("ar", "er", "r"))
    supine = any(stem + end in known for end in ("at", "it", "t", "tt"))
    return (past and (present or supine)) or (base.endswith("a") and stem + "it" in known)


def _is_noun(base: str, nouns: frozenset[str]) -> bool:
    """Whether the forms hold a definite form, which only nouns have."""
    ends = ("an", "en", "n", "et", "t", "arna", "erna", "orna", "na", "ana", "ena")
    stems = (base, base[:-1], base[:-2] + base[-1:], base + base[-1:])
    return any(stem + end in nouns and stem + end != base for stem in stems for end in ends)


def _noun_forms(base: str, known: frozenset[str], *, is_plain: bool) -> frozenset[str]:
    found = set()
    declined = _declined(base, known)
    for form in known:
        if is_plain and form.endswith(_IRREGULAR):
            found.add(form)  # husmor – husmödrar; bror – bröder
        genitive = form.endswith("s") and form != base
        if declined(form) or (genitive and declined(form[:-1])):
            found.add(form)
    # An indefinite plural by its definite form: the table gives one base form to each form, and
    # "händer" goes to the verb.
    if not base.endswith("are"):  # lärare – lärarna has none
        definite = {form for form in found if form.endswith(("arna", "erna", "orna"))}
        found |= {form.removesuffix("na") for form in definite}
    if base.endswith(("ium", "eum", "centrum")):
        found |= {base[:-2] + ending for ending in ("er", "erna", "et")} & (
            known | {base[:-2] + "er"}
        )
    # A genitive of any of them, also where the table lacks it; after s, x and z it is the same.
    found |= {form + "s" for form in found if form[-1:] not in "sxz"}
    return frozenset(found)


def _declined(base: str, known: frozenset[str]) -> Callable[[str], bool]:
    """Return what tells whether a form is a noun's: a stem of the base form with an ending."""
    if base.endswith("a"):
        stem, endings = base[:-1], _FIRST if base[:-1] + "or" in known else _NEUTER_A
        return lambda form: form.startswith(stem) and form[len(stem) :] in endings
    flat = base.translate(_FLAT)
    stems = [flat]
    if flat[-1:] in "eiouy":
        stems.append(flat[:-1])
    if flat[-2:-1] == "e":
        stems.append(flat[:-2] + flat[-1])
    if flat[-1:] in "mnt":
        stems.append(flat + flat[-1])
    if flat[-1:] == "k":
        stems.append(flat[:-1] + "ck")
    if flat[-2:] in {"um", "us"}:
        stems.append(flat[:-2])
    return lambda form: _has_ending(form.translate(_FLAT), stems, _NOUN_ENDINGS)


def _adjective_forms(base: str, known: frozenset[str]) -> frozenset[str]:
    stems = [base]
    if base[-2:-1] in "ea":
        stems.append(base[:-2] + base[-1])
    if base.endswith("en"):
        stems.append(base[:-1])
    if base.endswith("d"):
        stems.append(base[:-1])
    if base[-1:] in "mn":
        stems.append(base + base[-1])
    return frozenset(form for form in known if _has_ending(form, stems, _ADJECTIVE_ENDINGS))


def _has_ending(form: str, stems: Iterable[str], endings: frozenset[str]) -> bool:
    for stem in stems:  # noqa: SIM110 a generator takes twice as long
        if form.startswith(stem) and form[len(stem) :] in endings:
            return True
    return False


def unseen(word: str) -> tuple[str, ...]:
    """Return the forms that a word with no known tail may take, by the look of its end."""
    if not word.isalpha():
        return ()
    if word.endswith("a"):
        stems = [word, word + "n", word[:-1] + "or", word[:-1] + "orna", word + "t"]
    elif word.endswith("e"):
        stems = [word, word + "n", word + "t", word[:-1] + "ar", word[:-1] + "arna", word + "na"]
    elif word[-1] in "iouyåäö":
        stems = [word, word + "n", word + "t", word + "er", word + "erna", word + "n", word + "na"]
    else:
        endings = ("", "en", "et", "ar", "arna", "er", "erna", "n")
        stems = [word + ending for ending in endings]
    return tuple(dict.fromkeys([*stems, *(stem + "s" for stem in stems if stem[-1] not in "sxz")]))
