"""Finding the terms of a glossary in running text, in any form and inside compounds.

``compile_matcher`` makes the form index (or opens it from the cache); ``Matcher.find`` cuts a text
into tokens, looks each word form up once and for all (the answers are kept), and walks phrases
word by word. Longest match wins.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from kielipari import languages
from kielipari.languages.base import Language, Token
from kielipari.languages.memory import WORDS_KEPT, Answers, Found
from kielipari.model import Concept, MatchKind, Term, TermHit
from kielipari.terms.ellipsis import Seams, completions, seams
from kielipari.terms.forms import EXACT
from kielipari.terms.index import Index, load
from kielipari.terms.letters import ANY_WORD, Beginnings, Phrase
from kielipari.terms.screen import Screen
from kielipari.terms.seen import Inside, Seen, Single, packed, unpacked
from kielipari.terms.spans import Span, agree, longest
from kielipari.terms.speech import Tagged, agrees
from kielipari.terms.words import OWN, Words, as_key


def compile_matcher(
    concepts: Sequence[Concept], lang: str, *, cache: bool = True, listed_only: bool = False
) -> "Matcher":
    """Compile the terms that the concepts have in a language.

    With ``listed_only`` only words are looked at that the index lists or that begin as its words
    do: enough for names, and cheap, since no other word is analysed. Of a glossary with hundreds of
    thousands of forms every word is looked at all the same.

    With ``cache`` the compiled index is kept in the user's cache directory, under a hash of the
    terms and of the versions it was made with. Raises UsageError for an unknown language.
    """
    language = languages.get(lang)
    index = load(concepts, language, cache=cache)
    return Matcher(concepts, language, index, listed_only=listed_only)


class Matcher:
    """Finds the terms of one language; not to be made directly, see :func:`compile_matcher`."""

    def __init__(
        self,
        concepts: Sequence[Concept],
        language: Language,
        index: Index,
        *,
        listed_only: bool = False,
    ) -> None:
        self.lang = language.code
        self._language = language
        self._words = Words(concepts, language, index, listed_only=listed_only)
        self._known: Answers[str, Seen | None] = Answers(self._words.see)
        self._numbers: Answers[str, dict[int, frozenset[str]]] = Answers(self._words.numbers)
        self._seams: Answers[str, Seams] = Answers(partial(seams, language=language))
        self._starts: dict[str, tuple[dict[int, tuple[Phrase, ...]], ...]] = {}
        self.is_empty = not index.terms
        self._has_gaps = any(ANY_WORD in following for following in index.phrases.values())

    def __len__(self) -> int:
        return len(self._known)

    def found(self) -> Found:
        """See :class:`kielipari.languages.memory.Remembering`."""
        known = {word: packed(seen) for word, seen in self._known.items()}
        return {"known": known, "numbers": dict(self._numbers), "seams": dict(self._seams)}

    def recall(self, found: Found) -> None:
        """See :class:`kielipari.languages.memory.Remembering`."""
        self._known.update((word, unpacked(plain)) for word, plain in found["known"].items())
        self._numbers.update(found["numbers"])
        self._seams.update(found["seams"])

    def find(self, text: str) -> tuple[TermHit, ...]:
        """Return the mentions in a text, by their start; offsets are code points."""
        if self.is_empty:
            return ()
        return self.find_in(text, self._language.tokenize(text))

    @property
    def terms(self) -> tuple[tuple[Concept, Term], ...]:
        """The glossary's terms in this language, with their concepts."""
        return self._words.terms

    @property
    def screen(self) -> Screen | None:
        """What tells the words by their letters that are looked at; None for a large glossary."""
        return self._words.screen

    @property
    def marks(self) -> str:
        """The characters besides letters that stand in the terms' words."""
        return self._words.marks

    @property
    def listed(self) -> frozenset[str] | None:
        """The forms of the terms' words as they stand in texts; None for a large glossary."""
        return self._words.listed

    def lists(self, word: str) -> bool:
        """Whether the index has a form as it stands."""
        return self._words.lists(word)

    def find_in(
        self,
        text: str,
        tokens: Sequence[Token],
        tagged: Sequence[Tagged] = (),
        *,
        places: Iterable[int] | None = None,
    ) -> tuple[TermHit, ...]:
        """Return the mentions in a text that is already cut into tokens.

        ``tagged`` is what a tagger says of each token; it tells homographs apart. ``places`` are
        the tokens that may hold a term or begin one, if that is known.
        """
        known = self._known
        hits: list[tuple[int, TermHit]] = []
        spans: list[Span] = []
        for place in range(len(tokens)) if places is None else places:
            token = tokens[place]
            seen = known[token[0]]
            if seen is None:
                continue
            if seen.opens is not None:
                spans.extend(self._phrases(text, tokens, place, seen.opens.seconds))
            if seen.single is not None:
                hit = self._whole(tokens, place, seen.single, tagged[place] if tagged else None)
                if hit is not None:
                    hits.append((place, hit))
            elif seen.elliptic:
                hits.extend((place, hit) for hit in self._elliptic(text, tokens, place))
            elif seen.inside:
                start = token[1]
                hits.extend((place, self._part(text, start, inside)) for inside in seen.inside)
        return self._chosen(text, tokens, hits, spans)

    def _chosen(
        self,
        text: str,
        tokens: Sequence[Token],
        hits: list[tuple[int, TermHit]],
        spans: list[Span],
    ) -> tuple[TermHit, ...]:
        """Put phrases in the place of what they cover."""
        if not spans:
            return tuple(hit for _, hit in hits)
        chosen = longest(spans)
        covered = {place for span in chosen for place in range(span.first, span.last)}
        found = [hit for place, hit in hits if place not in covered]
        found.extend(self._phrase(text, tokens, span) for span in chosen)
        found.sort(key=_by_place)
        return tuple(found)

    def see(self, word: str) -> Seen | None:
        """Return what a word form can be, and keep the answer."""
        return self._known[word]

    # ------------------------------------------------------------ one token

    def _whole(
        self, tokens: Sequence[Token], place: int, single: Single, tagged: Tagged | None
    ) -> TermHit | None:
        number, how, base, doubt, certain, is_plain = single
        concept, term = self._words.term(number)
        told = None
        if tagged is not None:
            own = self._language.readings(term.text)
            told = agrees(term, tagged, (base, *self._language.lemmas(term.text)), own)
            if doubt and told is False:
                return None
            certain = certain and told is not False
        certain = certain and (is_plain or told is True)
        if doubt and told is None:
            stands = self._language.stands(tokens, place, base)
            if stands is False:
                return None
            certain = certain and stands is True
        text, start, end = tokens[place]
        return TermHit(concept, term, start, end, text, how, certain)

    def _elliptic(self, text: str, tokens: Sequence[Token], place: int) -> Iterator[TermHit]:
        """Yield the term that "yliopisto-" or "-viranomaiset" stands for in its coordination."""
        token = tokens[place]
        found = [
            (seen, front)
            for word, front in completions(tokens, place, self._language, self._seams)
            if (seen := self.see(word)) is not None
        ]
        for seen, _ in found:
            if seen.single is not None:
                concept, term = self._words.term(seen.single.term)
                yield TermHit(
                    concept, term, token.start, token.end, token.text, MatchKind.INFLECTED
                )
                return
        for seen, front in found:
            parts = [inside for inside in seen.inside if inside.end <= front]
            if parts:
                yield from (self._part(text, token.start, inside) for inside in parts)
                return
        yield from self._half(text, token)

    def _half(self, text: str, token: Token) -> Iterator[TermHit]:
        """Yield the term that the half itself is."""
        bare = token.text.strip("-")
        start = token.start + token.text.index(bare) if bare else token.start
        seen = self.see(bare) if bare else None
        if seen is None:
            return
        if seen.single is not None:
            concept, term = self._words.term(seen.single.term)
            how = MatchKind.COMPOUND_MODIFIER if token.text[-1] == "-" else MatchKind.INFLECTED
            if how is MatchKind.INFLECTED:
                start = token.start
            end = start + len(bare) if token.text[-1] == "-" else token.end
            yield TermHit(concept, term, start, end, text[start:end], how)
        else:
            yield from (self._part(text, start, inside) for inside in seen.inside)

    def _part(self, text: str, offset: int, inside: Inside) -> TermHit:
        number, how, start, end = inside
        concept, term = self._words.term(number)
        start, end = start + offset, end + offset
        return TermHit(concept, term, start, end, text[start:end], how)

    # ------------------------------------------------------------ phrases

    def _phrases(
        self, text: str, tokens: Sequence[Token], place: int, seconds: Beginnings
    ) -> Iterator[Span]:
        if place + 1 >= len(tokens):
            return
        word, after = tokens[place][0], tokens[place + 1][0]
        starts = self._starts.get(word)
        following: Iterable[int] | None = self._numbers.get(after)
        if starts is None or following is None:
            if not as_key(after).startswith(seconds):
                return  # neither of the two is analysed
            starts = self._starts_of(word)
            following = self._numbers[after]
        if not starts:
            return
        if self._has_gaps:
            following = (*following, ANY_WORD)
        for start in starts:
            for number in following:
                for phrase in start.get(number, ()):
                    last = self._walk(text, tokens, place, phrase)
                    if last:
                        yield Span(place, last, phrase[3])

    def _starts_of(self, word: str) -> tuple[dict[int, tuple[Phrase, ...]], ...]:
        """Return the phrases that a word form begins, by the second word's number; keep them."""
        phrases = self._words.index.phrases
        if len(self._starts) >= WORDS_KEPT:
            self._starts.clear()
        found = tuple(phrases[n] for n in self._numbers[word] if n in phrases)
        self._starts[word] = found
        seen = self._known.get(word)
        if seen is not None and not found:
            self._known[word] = seen._replace(opens=None)  # its letters alone said so
        return found

    def _walk(self, text: str, tokens: Sequence[Token], place: int, phrase: Phrase) -> int:
        """Return where the phrase ends that begins at ``place``; 0 where it does not stand."""
        numbers, roles, head, _ = phrase
        last = place + len(numbers)
        if last > len(tokens) or "\n" in text[tokens[place].start : tokens[last - 1].end]:
            return 0
        agreeing: list[frozenset[str]] = []
        for offset, number in enumerate(numbers):
            if number == ANY_WORD:
                if not self._may_stand_between(tokens[place + offset]):
                    return 0
                continue
            tags = self._numbers[tokens[place + offset].text].get(number)
            if tags is None or (roles[offset] == EXACT and OWN not in tags):
                return 0
            if roles[offset] != EXACT and (offset == head or OWN not in tags):
                agreeing.append(tags)
        return last if len(agreeing) < 2 or agree(agreeing) else 0  # noqa: PLR2004  a pair

    def _may_stand_between(self, token: Token) -> bool:
        """Whether a token can be a modifier within a phrase: a word that has a meaning."""
        return token.is_word and token.text.lower() not in self._language.facts.function_words

    def _phrase(self, text: str, tokens: Sequence[Token], span: Span) -> TermHit:
        start, end = tokens[span.first].start, tokens[span.last - 1].end
        form = text[start:end]
        concept, term = self._words.term(span.term)
        how = MatchKind.EXACT if term.text.lower() == form.lower() else MatchKind.INFLECTED
        return TermHit(concept, term, start, end, form, how)


def _by_place(hit: TermHit) -> tuple[int, int]:
    return hit.start, hit.end
