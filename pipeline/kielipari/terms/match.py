"""Finding the terms of a glossary in running text, in any form and inside compounds.

``compile_matcher`` makes the form index (or opens it from the cache); ``Matcher.find`` cuts a text
into tokens, looks each word form up once and for all (the answers are kept), and walks phrases
word by word. Longest match wins.
"""

from collections.abc import Sequence
from typing import NamedTuple

from kielipari import languages
from kielipari.languages.base import Language, Part, Token
from kielipari.model import Concept, MatchKind, Term, TermHit
from kielipari.terms.forms import AGREE, EXACT, key
from kielipari.terms.index import BASE, Index, Phrase, load

_FORMS_KEPT = 300_000
_NOTHING: tuple[()] = ()


class _Word(NamedTuple):
    """A word of the terms that a token can be: its number, the tags of the form, its base form.

    ``doubt`` says that the form can be another word as well, so that the context must tell.
    """

    number: int
    tags: frozenset[str]
    base: str
    doubt: bool


class _Inside(NamedTuple):
    """A word of the terms that is a part of a token: ``token[start:end]``."""

    number: int
    how: MatchKind
    start: int
    end: int


class _Seen(NamedTuple):
    """What a word form can be: whole words of terms, and parts."""

    words: tuple[_Word, ...]
    inside: tuple[_Inside, ...]


class _Span(NamedTuple):
    """A mention in tokens: ``tokens[first:last]``, and the numbers of the terms it can be."""

    first: int
    last: int
    terms: tuple[int, ...]
    certain: bool


def compile_matcher(concepts: Sequence[Concept], lang: str, *, cache: bool = True) -> "Matcher":
    """Compile the terms that the concepts have in a language.

    With ``cache`` the compiled index is kept in the user's cache directory, under a hash of the
    terms and of the versions it was made with. Raises UsageError for an unknown language.
    """
    language = languages.get(lang)
    return Matcher(concepts, language, load(concepts, language, cache=cache))


class Matcher:
    """Finds the terms of one language; not to be made directly, see :func:`compile_matcher`."""

    def __init__(self, concepts: Sequence[Concept], language: Language, index: Index) -> None:
        self.lang = language.code
        self._language = language
        self._index = index
        self._terms: tuple[tuple[Concept, Term], ...] = tuple(
            (concepts[number], concepts[number].terms[place]) for number, place in index.terms
        )
        self._known: dict[str, _Seen | None] = {}

    def find(self, text: str) -> tuple[TermHit, ...]:
        """Return the mentions in a text, by their start; offsets are code points."""
        return self.find_in(text, self._language.tokenize(text))

    def find_in(self, text: str, tokens: Sequence[Token]) -> tuple[TermHit, ...]:
        """Return the mentions in a text that is already cut into tokens."""
        if not self._terms:
            return ()
        known = self._known
        hits: list[TermHit] = []
        spans: list[_Span] = []
        insides: list[tuple[int, _Inside]] = []
        single = self._index.single
        for place, token in enumerate(tokens):
            word = token[0]
            try:
                seen = known[word]
            except KeyError:
                seen = self._look_up(word)
            if seen is None:
                continue
            whole = False
            for candidate in seen.words:
                terms = single.get(candidate.number)
                if terms is not None:
                    stands = (
                        self._language.stands(tokens, place, candidate.base)
                        if candidate.doubt
                        else True
                    )
                    if stands is not False:
                        spans.append(_Span(place, place + 1, terms, stands is True))
                    whole = True
                for phrase in self._index.phrases.get(candidate.number, _NOTHING):
                    last = self._walk(text, tokens, place, phrase)
                    if last:
                        spans.append(_Span(place, last, (phrase[3],), True))
                        whole = True
            if not whole:
                insides += [(place, inside) for inside in seen.inside]
        for span in _longest(spans):
            hits.append(self._hit(text, tokens, span))
        covered = {place for span in spans for place in range(span.first, span.last)}
        for place, inside in insides:
            if place not in covered:
                hits += self._part(text, tokens[place], inside)
        hits.sort(key=_by_place)
        return tuple(hits)

    # ------------------------------------------------------------ one word form

    def _look_up(self, word: str) -> _Seen | None:
        """Find out what a word form can be, and keep the answer."""
        if len(self._known) >= _FORMS_KEPT:
            self._known.clear()
        seen = self._analysed(word)
        self._known[word] = seen
        return seen

    def _analysed(self, word: str) -> _Seen | None:
        # "Billboard Hot 100 -listalla": the hyphen joins the word to the name before it.
        form = key(word).lstrip("-")
        if not form:
            return None
        found: dict[int, set[str]] = {}
        bases: dict[int, str] = {}
        forms, tags = self._index.forms, self._index.tags
        for number, tag in forms.get(form, _NOTHING):
            found.setdefault(number, set()).add(tags[tag])
        readings = self._language.readings(word)
        for reading in readings:
            if not reading.is_nominal or "comparative" in reading.features:
                continue
            for base in {reading.base, "".join(part.base for part in reading.parts)}:
                for number, _ in forms.get(BASE + key(base), _NOTHING):
                    found.setdefault(number, set()).add(f"{reading.case}.{reading.number}")
                    bases.setdefault(number, reading.base)
        if not readings:
            start, tails = self._language.head(form)
            for reading in tails:
                base = form[:start] + key(reading.base)
                for number, _ in forms.get(BASE + base, _NOTHING):
                    found.setdefault(number, set()).add(f"{reading.case}.{reading.number}")
        doubt = self._language.doubtful(word)
        words = tuple(
            _Word(number, frozenset(kinds), bases.get(number, ""), doubt)
            for number, kinds in sorted(found.items(), key=lambda item: self._rank(item[0], form))
        )
        whole = any(w.number in self._index.single for w in words)
        inside = () if whole else self._inside(word)
        return _Seen(words, inside) if words or inside else None

    def _inside(self, word: str) -> tuple[_Inside, ...]:
        """Find the words of terms that are parts of a compound; longer runs of parts first."""
        found: list[_Inside] = []
        for parts in self._language.parts(word):
            taken: set[int] = set()
            size = len(parts)
            for length in range(size - 1, 0, -1):
                for first in range(size - length, -1, -1):
                    places = range(first, first + length)
                    if taken.isdisjoint(places):
                        inside = self._run(word, parts, first, first + length)
                        if inside is not None:
                            taken.update(places)
                            found.append(inside)
        return tuple(dict.fromkeys(found))

    def _run(self, word: str, parts: Sequence[Part], first: int, last: int) -> _Inside | None:
        """Look up neighbouring parts of a compound as one word of a term."""
        start, end = parts[first].start, parts[last - 1].end
        front = word[start : parts[last - 1].start]
        base = key(front + parts[last - 1].base)
        how = MatchKind.COMPOUND_HEAD if last == len(parts) else MatchKind.COMPOUND_MODIFIER
        keys = [BASE + base]
        if last == len(parts):
            keys.append(key(word[start:end]))
        for one in keys:
            for number, _ in self._index.forms.get(one, _NOTHING):
                if number in self._index.single:
                    return _Inside(number, how, start, end)
        return None

    def _rank(self, number: int, form: str) -> tuple[bool, int]:
        """Order the words that a form can be: the one it is as it stands comes first."""
        return key(self._index.words[number]) != form, number

    # ------------------------------------------------------------ phrases

    def _walk(self, text: str, tokens: Sequence[Token], place: int, phrase: Phrase) -> int:
        """Return where the phrase ends that begins at ``place``; 0 where it does not stand."""
        numbers, roles, head, _ = phrase
        last = place + len(numbers)
        if last > len(tokens):
            return 0
        agreeing: list[frozenset[str]] = []
        for offset, number in enumerate(numbers):
            token = tokens[place + offset]
            if offset and "\n" in text[tokens[place + offset - 1].end : token.start]:
                return 0
            own = key(token.text) == key(self._index.words[number])
            role = roles[offset]
            if role == EXACT:
                if not own:
                    return 0
                continue
            tags = self._tags(token.text, number)
            if tags is None:
                return 0
            if role == AGREE and own:
                continue
            agreeing.append(tags)
        del head
        if len(agreeing) > 1 and not _agree(agreeing):
            return 0
        return last

    def _tags(self, word: str, number: int) -> frozenset[str] | None:
        """Return the tags that a token has as a form of a word; None where it is no form of it."""
        try:
            seen = self._known[word]
        except KeyError:
            seen = self._look_up(word)
        if seen is not None:
            for candidate in seen.words:
                if candidate.number == number:
                    return candidate.tags
        return None

    # ------------------------------------------------------------ hits

    def _hit(self, text: str, tokens: Sequence[Token], span: _Span) -> TermHit:
        start, end = tokens[span.first].start, tokens[span.last - 1].end
        form = text[start:end]
        exact = [n for n in span.terms if self._terms[n][1].text == form]
        number = (exact or span.terms)[0]
        concept, term = self._terms[number]
        how = MatchKind.EXACT if term.text.lower() == form.lower() else MatchKind.INFLECTED
        return TermHit(concept, term, start, end, form, how, certain=span.certain)

    def _part(self, text: str, token: Token, inside: _Inside) -> list[TermHit]:
        start, end = token.start + inside.start, token.start + inside.end
        return [
            TermHit(*self._terms[number], start, end, text[start:end], inside.how)
            for number in self._index.single.get(inside.number, _NOTHING)[:1]
        ]


def _agree(tags: Sequence[frozenset[str]]) -> bool:
    """Whether words can stand in one case and number; words without tags always can."""
    told = [{tag for tag in each if "." in tag and tag != "."} for each in tags]
    told = [each for each in told if each]
    return len(told) < 2 or bool(set.intersection(*told))  # noqa: PLR2004  a pair


def _longest(spans: list[_Span]) -> list[_Span]:
    """Choose spans that do not overlap: longer before shorter, then earlier before later."""
    if len(spans) < 2:  # noqa: PLR2004  nothing to choose
        return spans
    chosen: list[_Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda span: (span.first - span.last, span.first)):
        places = range(span.first, span.last)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(span)
    return chosen


def _by_place(hit: TermHit) -> tuple[int, int, str]:
    return hit.start, hit.end, hit.concept.id
