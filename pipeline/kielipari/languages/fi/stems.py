"""What the forms of a Finnish word begin with, whichever they are, suffixes and clitics included."""

from collections.abc import Iterable, Iterator, Sequence

from kielipari.languages.base import Form
from kielipari.languages.fi.morphology import head, lemmas, readings
from kielipari.languages.text import LONGEST_WORD

_TELLING = frozenset({"gen.sing", "par.sing", "par.plur"})
"""Forms that show together what class a word inflects by, and how its consonants alternate."""
_ENOUGH, _DIFFERING = 5, 2


def stems(word: str, forms: Sequence[Form]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the beginnings of the forms, and of the first part of a compound.

    Both are empty where the analyser does not confirm the generated forms. After its beginning
    a form may take another ending than the one that was generated: clitics follow a whole form,
    possessive suffixes one without its last letter (VISK § 95).
    """
    bases = lemmas(word)
    known = readings(word)
    front = "" if known else word[: head(word)[0]]
    telling = [form for form in forms if form.tag in _TELLING]
    if (
        len({reading.pos for reading in known if reading.base in bases})
        > 1  # kuusi: kuusen, kuuden
        or {form.tag for form in telling} != _TELLING
        or not all(_is_confirmed(form, front, bases) for form in telling)
    ):
        return frozenset(), frozenset()
    found = {word}
    for text, tag in forms:
        if tag in {"", "nom.sing"}:
            found.add(text)
        else:
            found.add(text[: -2 if tag == "ess.sing" else -1])  # kätenä: kätensä
    # The analyser reads "lahdin" too, beside "lahden".
    size = max(_ENOUGH, len(word) - _DIFFERING) if word.endswith("i") else LONGEST_WORD
    first = (part for base in bases for part in _first(base, forms))
    return frozenset(stem[:size] for stem in found), frozenset(first)


def _is_confirmed(form: Form, front: str, bases: Iterable[str]) -> bool:
    """Whether the analyser reads a form so; ``front`` is what it does not know of the word."""
    return any(
        front + reading.base in bases and f"{reading.case}.{reading.number}" == form.tag
        for reading in readings(form.text.removeprefix(front))
    )


def _first(base: str, forms: Iterable[Form]) -> Iterator[str]:
    """Yield what a word looks like as the first part of a compound, if not like one of its forms."""
    if base.endswith("nen"):
        yield base.removesuffix("nen") + "s"  # naisasia
    elif base.endswith("i") and Form(base[:-1] + "en", "gen.sing") in forms:
        yield base[:-1]  # suurkaupunki
