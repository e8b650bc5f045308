"""How a language denies: the words that negate a clause, and the many words that may render one.

What is known of a language stands in its ``denial`` module: ``STRONG`` words negate a clause by
themselves; ``POSSIBLE`` ones do or merely continue a negation; ``KINDS`` name, by a pattern for
the whole word, other ways to say that something is not so, under kinds that are the same for
every language ("without", "deny", …), so that an "avvikelse" can be set against a "poiketen";
``UNCLEAR`` finds phrases in which a negation denies nothing ("ei ainoastaan", "inte bara"), ``OTHERWISE`` phrases
that the other language may render by one ("muu kuin": "inte"); ``CONTINUING`` words carry a
negation on ("eikä", "inte heller"); ``EACH`` words, where a language has any,
deny each of the clauses that they join ("varken … eller"); ``ACRONYMS``, where there are any, are no
negations in capitals (the EN standards);
the module ``connegative`` of a language, if there is one, finds verbs that only a negation leaves so;
``BUT``, where a language needs it, finds as its group 1 a
word of ``KINDS`` that after a negation only says "but" ("inte i dag utan i morgon").
Patterns were written from grammars (VISK § 1615–1643; SAG 4:29) and tried on statutes and news.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import import_module
from typing import NamedTuple

from kielipari.languages.memory import Answers, Remembering

_WORD = re.compile(r"(?<![\d:])[^\W\d_]+(?:['’]t(?![^\W\d_]))?")
_ADDRESS = re.compile(r"\w{1,20}://\S+")  # the "en" of https://en.example.org/en/ denies nothing
_LETTERS = re.compile(r"[^\W\d_]+")
_NOWHERE = re.compile(r"(?!)")
_LISTED = "listed"  # a kind by itself: what such a word does is told by its list


@dataclass(frozen=True, eq=False, slots=True)
class Denial:
    """What is known of one language.

    ``signs`` are the last runs of letters of the strong words ("t" of "isn't"): a text without
    any of them denies nothing.
    """

    strong: frozenset[str]
    signs: frozenset[str]
    possible: frozenset[str]
    continuing: frozenset[str]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    unclear: re.Pattern[str]
    otherwise: re.Pattern[str]
    but: re.Pattern[str]
    each: frozenset[str]
    acronyms: frozenset[str]

    @property
    def is_of_letters(self) -> bool:
        """Whether every strong word is one run of letters: not "isn't"."""
        return self.strong == self.signs


@dataclass(frozen=True, slots=True)
class Denials:
    """What a text denies: sure negations with their places, possible ones, and others by kind.

    ``carrying`` counts those of the possible ones that carry a negation on ("eikä"), ``beside``
    the words that say beside a sure one that it does ("inte heller").
    """

    strong: tuple[tuple[int, int], ...] = ()
    possible: int = 0
    carrying: int = 0
    beside: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    unclear: bool = False


@cache
def denial(lang: str) -> Denial | None:
    """Return what is known of a language, or None."""
    try:
        module = import_module(f"kielipari.languages.{lang}.denial")
    except ModuleNotFoundError:
        return None
    kinds = tuple((kind, re.compile(pattern)) for kind, pattern in module.KINDS)
    return Denial(
        module.STRONG,
        frozenset(_LETTERS.findall(word)[-1] for word in module.STRONG),
        module.POSSIBLE,
        module.CONTINUING,
        kinds,
        re.compile(module.UNCLEAR),
        re.compile(module.OTHERWISE),
        re.compile(module.BUT) if hasattr(module, "BUT") else _NOWHERE,
        getattr(module, "EACH", frozenset()),
        getattr(module, "ACRONYMS", frozenset()),
    )


def denials(text: str, lang: str) -> Denials:
    """Find everything in a text that may deny something."""
    known = denial(lang)
    if known is None:
        return Denials(unclear=True)
    lowered = _without_addresses(text.lower())
    strong = []
    possible = carrying = beside = 0
    kinds: Counter[str] = Counter({"except": len(known.otherwise.findall(lowered))})
    others: list[tuple[int, str]] = []
    met = _met(lang)
    for match in _WORD.finditer(lowered):
        kind = met[match[0]]
        if not kind:
            continue
        word = match[0].replace("’", "'")
        if word in known.strong:
            if lowered.startswith("-", match.end()):  # a prefix: icke-statlig
                kinds["un"] += 1
            elif word not in known.acronyms or not text[slice(*match.span())].isupper():
                strong.append(match.span())
                possible += word in known.each
        elif word in known.possible:
            possible += 1
            carrying += word in known.continuing
        elif word in known.continuing:
            beside += 1
        else:
            others.append((match.start(), kind))
    but = {match.start(1) for match in known.but.finditer(lowered)} if others else ()
    for start, kind in others:
        kinds["but" if start in but else kind] += 1
    unclear = known.unclear.search(lowered) is not None
    return Denials(tuple(strong), possible, carrying, beside, kinds, unclear)


def _without_addresses(text: str) -> str:
    """Blank out addresses; lengths stay."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text) if "://" in text else text


class Bare(NamedTuple):
    """Where a verb stands in a form that only a negation leaves it in, though there is none.

    If it ``is_led``, it begins an item of a list whose negation may stand before the list.
    """

    span: tuple[int, int]
    is_led: bool


def left_bare(text: str, lang: str) -> Bare | None:
    """Return the first such verb of a text; None for none, or where the language has no such forms."""
    find = _bare_finder(lang)
    return find(text) if find is not None else None


@cache
def _bare_finder(lang: str) -> Callable[[str], Bare | None] | None:
    try:
        module = import_module(f"kielipari.languages.{lang}.connegative")
    except ModuleNotFoundError:
        return None
    found: Callable[[str], Bare | None] = module.bare_connegative
    return found


@cache
def _met(lang: str) -> Answers[str, str]:
    """Return the kinds of the words met so far: empty for most, which deny nothing."""
    return Answers(partial(_kind_of, denial(lang)))


def met_denials(lang: str) -> Remembering:
    """Return what remembers which words deny something."""
    return _met(lang)


def _kind_of(known: Denial | None, written: str) -> str:
    if known is None:
        return ""
    word = written.replace("’", "'")
    is_listed = word in known.strong or word in known.possible or word in known.continuing
    return _LISTED if is_listed else _kind(word, known)


@cache
def _any_kind(kinds: tuple[tuple[str, re.Pattern[str]], ...]) -> re.Pattern[str]:
    """Return what matches whole words of whatever kind: most words are of none."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in kinds))


def _kind(word: str, known: Denial) -> str:
    if _any_kind(known.kinds).fullmatch(word) is None:
        return ""
    return next(kind for kind, pattern in known.kinds if pattern.fullmatch(word))
