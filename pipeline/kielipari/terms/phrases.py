"""Noun phrases of a text in a form that all their inflected mentions share.

A candidate for a term is a noun, alone or with adjectives that agree with it or nouns in the
genitive before it, or a coordination of compounds (``tutkimus- ja kehittämistoiminta``). Its
*key* holds base forms of what agrees and the written form of what stands in the genitive, so
that ``julkisessa hankinnassa`` and ``julkiset hankinnat`` are one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kielipari.languages.base import Language, Reading, Token
from kielipari.values import extract

Key = tuple[str, ...]

_LONGEST = 4
"""Words of the longest phrase; beyond that hardly any citation form is a term."""
_NOT_NOMINAL = frozenset({"adverb", "adposition", "pronoun", "conjunction", "numeral"})
_OTHERWISE = frozenset({"verb", "adjective"})
"""A base form that is one of these too is no noun: analysers call many verbs and adjectives so."""
_HEADS = frozenset({"noun", "proper", "abbreviation"})
_SENTENCE_END = frozenset(".!?:")
_SHORTEST = 3
"""Letters of a noun, unless it is an abbreviation."""


class Word(NamedTuple):
    """What a word can be within a phrase; an empty field is a part it cannot play.

    ``head`` and ``adjective`` are base forms, ``tail`` that of the head's last compound part,
    ``modifier`` the written form of a genitive (of
    any noun, where the language has no cases), ``parts`` the number of its compound parts,
    ``agreement`` the pairs of case and number it can stand in.
    """

    head: str = ""
    tail: str = ""
    adjective: str = ""
    modifier: str = ""
    parts: int = 1
    is_name: bool = False
    agreement: frozenset[tuple[str, str]] = frozenset()


_NO_WORD = Word()


class Phrase(NamedTuple):
    """A mention: its key, as written, its compound parts, and the last of them in base form.

    Where it begins a sentence, its capital says nothing.
    """

    key: Key
    written: str
    parts: int
    tail: str
    is_initial: bool = False


@dataclass(slots=True)
class Phrases:
    """Finds phrases in one language; words are analysed once.

    Bases of ambiguous forms are chosen by how often each base is met, so texts are first
    :meth:`learn`-ed, then searched.
    """

    language: Language
    bases: Counter[str] = field(default_factory=Counter)
    _readings: dict[str, tuple[Reading, ...]] = field(default_factory=dict)
    _words: dict[str, Word] = field(default_factory=dict)

    def learn(self, texts: Iterable[str]) -> None:
        """Count the base forms of texts."""
        for text in texts:
            for token in self.language.tokenize(text):
                self.bases.update({reading.base for reading in self._read(token.text)})
        self._words.clear()

    def halves(self, key: Key) -> tuple[Key, ...]:
        """Return what stands before a phrase's last noun, in base form, and that noun.

        A word that joins the two is left out; an adjective before a noun is no half.
        """
        *before, head = key
        linked = self.language.facts.function_words
        if len(before) > 1 and before[-1] in linked and not before[-2].endswith("-"):
            before.pop()
        base = self._word(before[-1]).head if before else ""
        return ((*before[:-1], base), (head,)) if base else (key,)

    def is_name(self, form: str) -> bool:
        """Whether a word form is a proper noun and nothing else."""
        return self._word(form).is_name

    def has_cases(self, form: str) -> bool:
        """Whether the analyser tells the cases of a word form."""
        return any(reading.case for reading in self._read(form))

    def find(self, text: str) -> Iterator["Phrase"]:
        """Yield the phrases of a text, by the place of their heads, short ones first."""
        tokens = self.language.tokenize(text)
        for end in range(len(tokens)):
            word = self._word(tokens[end].text)
            if word.head:
                yield from self._ending_at(text, tokens, end, word)
                yield from self._linked(text, tokens, end, word)

    def _ending_at(
        self, text: str, tokens: Sequence[Token], end: int, head: Word
    ) -> Iterator["Phrase"]:
        start = self._coordination(tokens, end)
        key = (*_halves(tokens[start:end]), head.head)
        parts = head.parts + (end - start)
        agreement = head.agreement
        while True:
            yield _mention(text, tokens[: end + 1], start, Phrase(key, "", parts, head.tail))
            start -= 1
            if start < 0 or len(key) >= _LONGEST:
                return
            word = self._word(tokens[start].text)
            common = agreement & word.agreement
            if word.adjective and (common or not agreement):
                agreement = common
                key = (word.adjective, *key)
            elif word.modifier:
                agreement = word.agreement & {("gen", "sing"), ("gen", "plur")}
                key = (word.modifier, *key)
            else:
                return
            first = self._coordination(tokens, start)
            key = (*_halves(tokens[first:start]), *key)
            parts += word.parts + (start - first)
            start = first

    def _linked(
        self, text: str, tokens: Sequence[Token], end: int, last: Word
    ) -> Iterator["Phrase"]:
        """Yield ``terveys ja hyvinvointi``, ``projekt med ledningsansvar``: a word between nouns.

        The last noun stands in its base form; so does the first, in a language with cases.
        """
        if end < 2 or tokens[end].text.lower() != last.head:  # noqa: PLR2004 - two words before
            return
        first, link = self._word(tokens[end - 2].text), tokens[end - 1].text.lower()
        if first.is_name and last.is_name:  # two members of a list
            return
        if not first.head or link not in self.language.facts.function_words:
            return
        if first.agreement and tokens[end - 2].text.lower() != first.head:
            return
        key, parts = (first.head, link, last.head), first.parts + last.parts
        yield _mention(text, tokens[: end + 1], end - 2, Phrase(key, "", parts, first.tail))

    def _coordination(self, tokens: Sequence[Token], end: int) -> int:
        """Return where ``tutkimus-, kehittämis- ja innovaatiotoiminta`` begins."""
        start = end
        linked = self.language.facts.function_words
        while start >= 2 and (  # noqa: PLR2004 - a half and its conjunction
            tokens[start - 2].text.endswith("-")
            and len(tokens[start - 2].text) > 1
            and (tokens[start - 1].text in linked or tokens[start - 1].text == ",")
        ):
            start -= 2
        return start

    def _read(self, form: str) -> tuple[Reading, ...]:
        known = self._readings.get(form)
        if known is None:
            known = self._readings[form] = self._analyse(form)
        return known

    def _analyse(self, form: str) -> tuple[Reading, ...]:
        if len(form) < 2 or not form[0].isalpha() or form.endswith("-"):  # noqa: PLR2004 - a letter
            return ()
        if form.lower() in self.language.facts.function_words:
            return ()
        if any(value.end == len(form) for value in extract(form, self.language.code)):
            return ()  # a number in letters
        readings = self.language.readings(form)
        if readings:
            return readings
        # in no dictionary: a compound, a new word or a name
        pos = "noun" if form.islower() else "proper"
        bases = sorted(b for base in self.language.bases(form) for b in self.language.bases(base))
        return tuple(Reading(base, pos) for base in bases if self._is_noun(base))

    def _is_noun(self, base: str) -> bool:
        """Whether a base form is a noun as far as the dictionary knows it."""
        readings = self.language.readings(base)
        return not readings or any(reading.pos in _HEADS for reading in readings)

    def _word(self, form: str) -> Word:
        word = self._words.get(form)
        if word is None:
            word = self._words[form] = self._part(form)
        return word

    def _part(self, form: str) -> Word:
        readings = self._read(form)
        if not readings or any(reading.pos in _NOT_NOMINAL for reading in readings):
            return _NO_WORD
        others = {r.base for r in readings if r.pos in _OTHERWISE}
        nouns = [
            r
            for r in readings
            if r.pos in _HEADS
            and r.base not in others
            and (len(r.base) >= _SHORTEST or form.isupper())
        ]
        adjectives = [
            r for r in readings if r.pos == "adjective" and "participle" not in r.features
        ]
        if not nouns and not adjectives:
            return _NO_WORD
        if any("finite" in r.features for r in readings) and not any(
            r.pos == "noun" and "derived" not in r.features for r in readings
        ):
            return _NO_WORD
        chosen = nouns or adjectives
        best = max(chosen, key=lambda r: (self.bases[r.base], r.base))
        is_base = form.lower() == best.base  # what a word in a language without cases is not
        is_modifier = any(
            r.case == "gen" or (not r.case and not is_base) for r in nouns if r.base == best.base
        )
        return Word(
            head=best.base if nouns else "",
            tail=best.parts[-1].base if best.parts else best.base,
            adjective="" if nouns else best.base,
            modifier=form.lower() if nouns and is_modifier else "",
            parts=max(1, len(best.parts)),
            is_name=all(r.pos == "proper" for r in nouns) if nouns else False,
            agreement=frozenset(
                (r.case, r.number) for r in chosen if r.base == best.base and r.case
            ),
        )


def _halves(tokens: Sequence[Token]) -> Iterator[str]:
    return (token.text.lower() for token in tokens if token.text != ",")


def _mention(text: str, tokens: Sequence[Token], start: int, phrase: Phrase) -> Phrase:
    """Add to a phrase how the tokens from ``start`` on are written."""
    written = " ".join(text[tokens[start].start : tokens[-1].end].split())
    is_initial = start == 0 or tokens[start - 1].text in _SENTENCE_END
    return phrase._replace(written=written, is_initial=is_initial)
