"""Number words, written out in every form a text may show them in.

The tables are generated whole (1 to 999 and the round thousands), so that reading a word is one
look-up and a word that merely resembles a numeral is none. Finnish declension follows Iso
suomen kielioppi § 770–778 (compound numerals inflect in every part; ``-toista`` never does).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

Forms = tuple[str, ...]  # nominative, genitive, partitive, then the local and the general cases


class Stems(NamedTuple):
    """A Finnish numeral's stems: ``weak`` before -n, -ssa, -lla; ``strong`` before -na."""

    nominative: str
    weak: str
    strong: str
    partitive: str
    illative: str
    a: str  # the ending's vowel, a or ä


def words(text: str) -> list[str]:
    """Return the words of a table that is written as running text."""
    return text.split()


def decline(stems: Stems) -> Forms:
    """Return the eleven singular cases; the first three are nominative, genitive, partitive."""
    weak, a = stems.weak, stems.a
    return (
        stems.nominative,
        f"{weak}n",
        stems.partitive,
        f"{weak}ss{a}",
        f"{weak}st{a}",
        stems.illative,
        f"{weak}ll{a}",
        f"{weak}lt{a}",
        f"{weak}lle",
        f"{stems.strong}n{a}",
        f"{weak}ksi",
    )


def ordinal(base: str, a: str) -> Forms:
    """Return the cases of a Finnish ordinal in -s: ``kolma`` gives kolmas, kolmannen, kolmatta."""
    return decline(Stems(f"{base}s", f"{base}nne", f"{base}nte", f"{base}tt{a}", f"{base}nteen", a))


def adjective(base: str, a: str) -> Forms:
    """Return the cases of a Finnish word in -inen: ``ensimmäi`` gives ensimmäinen, ensimmäisen."""
    stem = f"{base}se"
    return decline(Stems(f"{base}nen", stem, stem, f"{base}st{a}", f"{stem}en", a))


def _join(parts: Iterable[Forms]) -> Forms:
    return tuple("".join(pieces) for pieces in zip(*parts, strict=True))


def finnish(units: Mapping[int, Forms], *, ordinals: bool) -> Iterator[tuple[str, int]]:
    """Yield every form of 0–999 and of 1,000–99,000 with its value.

    ``units`` holds 0–10, 100 and 1000. In cardinals the nominative takes the partitive of what
    it multiplies (kaksikymmentä); elsewhere, and in ordinals, every part agrees.
    """

    def multiplied(value: int) -> Forms:
        forms = units[value]
        return forms if ordinals else (forms[2], *forms[1:])

    written: dict[int, Forms] = {n: units[n] for n in range(11) if n in units}
    constant = ("toista",) * 11
    for n in range(1, 10):
        written[10 + n] = _join((units[n], constant))
    for tens in range(2, 10):
        head = _join((units[tens], multiplied(10)))
        written[10 * tens] = head
        for n in range(1, 10):
            written[10 * tens + n] = _join((head, units[n]))
    below = dict(written)
    for hundreds in range(1, 10):
        head = units[100] if hundreds == 1 else _join((units[hundreds], multiplied(100)))
        written[100 * hundreds] = head
        for n in range(1, 100):
            written[100 * hundreds + n] = _join((head, below[n]))
    for thousands in (*range(1, 100), *range(100, 1000, 100)):
        head = written[thousands]
        written[1000 * thousands] = (
            units[1000] if thousands == 1 else _join((head, multiplied(1000)))
        )
    for value, forms in written.items():
        for form in forms:
            yield form, value


def germanic(
    ones: Mapping[int, str],
    tens: Mapping[int, str],
    hundred: str,
    thousand: str,
    joints: Iterable[str] = ("",),
) -> Iterator[tuple[str, int]]:
    """Yield the cardinals of Swedish or English: ``ones`` holds 1–19, ``tens`` 20–90.

    ``joints`` are what may stand between tens and ones (English hyphen, Swedish nothing).
    """
    below = dict(ones)
    more: list[tuple[str, int]] = []
    for ten, word in tens.items():
        below[ten] = word
        for n in range(1, 10):
            first, *others = joints
            below[ten + n] = f"{word}{first}{ones[n]}"
            more.extend((f"{word}{joint}{ones[n]}", ten + n) for joint in others)
    yield from ((word, value) for value, word in below.items())
    yield from more
    for hundreds in range(1, 10):
        for head in {f"{ones[hundreds]}{hundred}", hundred if hundreds == 1 else ""} - {""}:
            yield head, 100 * hundreds
            for n, word in below.items():
                yield f"{head}{word}", 100 * hundreds + n
    yield thousand, 1000
    for n, word in below.items():
        yield f"{word}{thousand}", 1000 * n
