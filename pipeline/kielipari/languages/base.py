"""The protocol that every language fulfils; nothing outside this room asks which language it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class Token(NamedTuple):
    """A word or a punctuation mark: ``text[start:end]`` of the text it was cut from."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or a digit."""
        return any(c.isalnum() for c in self.text)


class Part(NamedTuple):
    """A part of a compound: ``word[start:end]``, and its base form in lower case."""

    start: int
    end: int
    base: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word form.

    ``base`` is in lower case; ``pos`` is one of noun, proper, adjective, numeral, pronoun, verb,
    adverb, adposition, conjunction, abbreviation, other; ``parts`` are the compound's parts from
    left to right, a single one for a simple word. ``case`` and ``number`` are empty where the
    language or the word has none. ``features`` name what else the form shows: finite, imperative,
    infinitive, a-infinitive, person1 … person4, past, negative, participle, comparative, superlative,
    possessive, clitic, verbal-noun, derived.
    """

    base: str
    pos: str
    parts: tuple[Part, ...] = ()
    case: str = ""
    number: str = ""
    features: frozenset[str] = frozenset()

    @property
    def is_nominal(self) -> bool:
        """Whether a term of nouns, names, adjectives or numerals can stand in this form."""
        return self.pos in {"noun", "proper", "adjective", "numeral", "abbreviation"}


ATTRIBUTE = "attr"
"""Tag of a form that a word only has before a noun, where it is a noun itself as well."""


class Form(NamedTuple):
    """An inflected form, in lower case, with what agreement looks at.

    ``tag`` is case and number as in ``ine.plur``; empty where the language or the word has none.
    """

    text: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a language as data. Words are in lower case.

    ``function_words`` carry no content (they weigh nothing in alignment); ``abbreviations`` end
    in a full stop that ends no sentence; ``negations`` deny; ``quotation_marks`` are the pairs
    that its writing uses, the recommended first; ``before_numbers`` are abbreviations that stand right
    before a number, with or without a full stop. ``tells_names`` says whether the analyser tells
    names from other words. ``in_itself`` is how the language says "in this language";
    ``suffix_nouns`` are nouns that as the last part of a compound hardly mean themselves.

    Letters tell before a lexicon is asked: hardly a long word of another language here has one of
    the ``endings``. Where the lexicon is no table but an analyser, which takes its time, no word
    of the language matches ``impossible``, a regular expression for whole words in lower case, and
    few have anything that ``unlikely`` finds.

    ``name_endings`` are hung on a foreign name as it stands; ``deverbal`` ones make a noun of a verb,
    ``agents`` the noun for who does it. A compound that ends in one of the ``places`` names one.

    From a language that ``lends`` others take words over as they stand: offline, backend.

    ``joining`` words join clauses and items. No text ends with one, but an item that others follow;
    none ends with one of the ``unfinished``, nor with one of the ``prepositions`` but in a clause
    that one of the ``relatives`` begins.
    """

    function_words: frozenset[str]
    abbreviations: frozenset[str]
    negations: frozenset[str] = frozenset()
    quotation_marks: tuple[tuple[str, str], ...] = ()
    before_numbers: frozenset[str] = frozenset()
    tells_names: bool = False
    in_itself: str = ""
    suffix_nouns: frozenset[str] = frozenset()
    lends: bool = False
    endings: tuple[str, ...] = ()
    impossible: str = ""
    unlikely: str = ""
    name_endings: tuple[str, ...] = ()
    deverbal: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()


class Language(Protocol):
    """What the pipeline needs to know of a language."""

    @property
    def code(self) -> str:
        """The language's code, as in ``fi``."""

    @property
    def facts(self) -> Facts:
        """What is known of it as data."""

    def tokenize(self, text: str) -> tuple[Token, ...]:
        """Cut a text into words and punctuation marks, by spaCy's rules for the language."""

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return every reading of a word form; empty for a word the analyser does not know."""

    def bases(self, word: str) -> frozenset[str]:
        """Return the base forms of a word form in lower case, itself where it is unknown."""

    def knows(self, word: str) -> bool:
        """Whether the word form is in the language's lexicon (evidence for the language)."""

    def accepts(self, word: str) -> bool:
        """Whether a word in lower case may stand so in a text: cheaper than an analysis."""

    def forms(self, word: str) -> frozenset[str]:
        """Return the inflected forms, in lower case, of a word given in its citation form."""

    def lemmas(self, word: str) -> tuple[str, ...]:
        """Return the singular citation forms that a citation form stands for: a plural's too."""

    def paradigm(self, word: str) -> tuple[Form, ...]:
        """Return the forms of a word given in a citation form, singular or plural."""

    def rest(self) -> None:
        """Give back what only :meth:`paradigm` and its like need, until they are asked again."""

    def head(self, word: str) -> tuple[int, tuple[Reading, ...]]:
        """Return where the longest known nominal tail of an unknown word begins, and its readings.

        (0, ()) where there is none. The word is in lower case.
        """

    def parts(self, word: str) -> tuple[tuple[Part, ...], ...]:
        """Return the ways to cut a word into the parts of a compound; empty for a simple word."""

    def stems(self, word: str, forms: Sequence[Form]) -> tuple[frozenset[str], frozenset[str]]:
        """Return what a word given in a citation form begins with in texts, whatever its form.

        ``forms`` is its paradigm. Every form begins with one of the first stems, with whatever
        suffixes; the first part of a compound may begin with one of the second. Both are empty
        where that is not told for sure.
        """

    def doubtful(self, word: str) -> bool:
        """Whether a form that can be a noun can be something else as well."""

    def stands(self, tokens: Sequence[Token], place: int, base: str) -> bool | None:
        """Whether a doubtful form stands for the noun ``base`` in its context; None: untold."""
