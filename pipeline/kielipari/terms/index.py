"""The form index: every form of every word of the terms, compiled once and kept on disk.

Two kinds of keys lead to a word: a form that was generated for it, and the base forms that the
analyser finds in it (marked with ``=``), which readings of a text's word are compared with.
Forms are kept per word, not per phrase: "kestävä kaupunkikehitys" costs the forms of two words.
"""

import marshal
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Any

from kielipari.languages import store
from kielipari.languages.base import Form, Language
from kielipari.model import Concept
from kielipari.terms import letters, tries
from kielipari.terms.forms import EXACT, Pattern, key, patterns
from kielipari.terms.letters import ANY_WORD, Glossary, Letters, Opens, Phrase, Ways

_FORMAT = 10
MANY_FORMS = 400_000
"""Forms of a glossary from which on the words of a text are not told apart by letters first."""
BASE = "="
"""Marks the key of a base form, as against a form."""


@dataclass(frozen=True)
class Index:
    """A compiled glossary of one language.

    ``forms`` maps a key to pairs of a word's number and a tag's; ``tags`` are the tags.
    ``terms`` are pairs of indices: concept, and term among the concept's terms. ``single`` maps
    a word to the terms that it is, ``phrases`` a first and then a second word to the phrases that
    begin with them. ``letters`` tell the words of a text apart; None where there are many forms.
    """

    forms: tries.Tries
    words: tuple[str, ...]
    tags: tuple[str, ...]
    terms: tuple[tuple[int, int], ...]
    single: dict[int, tuple[int, ...]]
    phrases: dict[int, dict[int, tuple[Phrase, ...]]]
    letters: Letters | None


def load(concepts: Sequence[Concept], language: Language, *, cache: bool) -> Index:
    """Return the index of the concepts' terms, from the cache where it is, else compiled."""
    if not cache:
        return _compile(concepts, language)
    path = _place(concepts, language)
    found = _open(path)
    if found is not None:
        return found
    index = _compile(concepts, language)
    if tries.keep(path, index.forms):
        _, *tables, told = vars(index).values()  # the forms are kept
        data = marshal.dumps((len(index.forms.tries), *tables, _plain(told)))
        mark = zlib.crc32(data).to_bytes(4, "little")
        store.write_atomically(_tables(path), lambda place: place.write_bytes(mark + data))
    return index


def is_kept(concepts: Sequence[Concept], language: Language) -> bool:
    """Whether the index of the concepts' terms is in the cache directory."""
    return _tables(_place(concepts, language)).exists()


def _place(concepts: Sequence[Concept], language: Language) -> Path:
    return store.cache_dir() / f"terms-{language.code}-{_digest(concepts, language)}"


def _tables(path: Path) -> Path:
    return path.with_name(path.name + ".tables")


def _open(path: Path) -> Index | None:
    try:
        data = _tables(path).read_bytes()
    except OSError:
        return None
    if zlib.crc32(data[4:]).to_bytes(4, "little") != data[:4]:
        return None
    try:
        count, *tables, told = marshal.loads(data[4:])  # noqa: S302  our own file
    except (ValueError, EOFError, TypeError):
        return None
    forms = tries.mapped(path, count)
    return None if forms is None else Index(forms, *(*tables, _letters(told)))


def _plain(told: Letters | None) -> tuple[Any, ...]:
    """Return letters as marshal takes them."""
    if told is None:
        return ()
    holds, by_stem, by_word, *rest = told
    openers = [{opener: tuple(o) for opener, o in by.items()} for by in (by_stem, by_word)]
    return (tuple(holds), *openers, *rest)


def _letters(plain: tuple[Any, ...]) -> Letters | None:
    if not plain:
        return None
    holds, by_stem, by_word, *rest = plain
    openers = [{opener: Opens(*o) for opener, o in by.items()} for by in (by_stem, by_word)]
    return Letters(Ways(*holds), openers[0], openers[1], *rest)


def _digest(concepts: Sequence[Concept], language: Language) -> str:
    """Hash the terms with the versions of all that the index is made from."""
    digest = sha256()
    made_with = ("kielipari", "simplemma", "taivutin", "pyvoikko", "marisa-trie", "spacy")
    versions = [metadata.version(name) for name in made_with]
    digest.update(repr((_FORMAT, marshal.version, versions)).encode())
    for folder in (Path(store.__file__).parent, Path(__file__).parent):
        digest.update(store.code_digest(folder))
    for number, concept in enumerate(concepts):
        for place, term in enumerate(concept.terms):
            if term.lang == language.code:
                told = f"{number}\0{place}\0{term.text}\0{term.match}\n"
                digest.update(told.encode("utf-8", "replace"))
    return digest.hexdigest()[:32]


class _Builder:
    """Numbers the words as they come."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.words: dict[str, int] = {}
        self.tags: dict[str, int] = {"": 0}
        self.terms: list[tuple[int, int]] = []
        self.single: dict[int, list[int]] = {}
        self.phrases: dict[int, dict[int, list[Phrase]]] = {}
        self.inflected: set[int] = set()
        self.told: dict[int, letters.Word] = {}
        self._count = 0

    def word(self, text: str) -> int:
        return self.words.setdefault(text, len(self.words))

    def tag(self, text: str) -> int:
        return self.tags.setdefault(text, len(self.tags))

    def add(self, pattern: Pattern, term: int) -> None:
        numbers = tuple(self.word(word) if word else ANY_WORD for word in pattern.words)
        self.inflected.update(
            number for number, role in zip(numbers, pattern.roles, strict=True) if role != EXACT
        )
        if len(numbers) == 1:
            known = self.single.setdefault(numbers[0], [])
            if term not in known:
                known.append(term)
            return
        phrase = (numbers, pattern.roles, pattern.head, term)
        self.phrases.setdefault(numbers[0], {}).setdefault(numbers[1], []).append(phrase)

    def keys(self) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield every key with the word's number and the tag's."""
        for text, number in self.words.items():
            seen = {(key(text), 0)}
            yield key(text), (number, 0)
            if number not in self.inflected:
                continue
            forms = self.language.paradigm(text)
            self._remember(number, text, forms)
            for form in forms:
                entry = (key(form.text), self.tag(form.tag or "."))
                if entry not in seen:
                    seen.add(entry)
                    yield entry[0], (number, entry[1])
            for base in self.language.lemmas(text) or (text,):
                yield BASE + key(base), (number, 0)

    def _remember(self, number: int, text: str, forms: tuple[Form, ...]) -> None:
        self._count += len(forms)
        if self._count <= MANY_FORMS:
            self.told[number] = letters.Word(text, forms, self.language)
        else:
            self.told.clear()

    def glossary(self, concepts: Sequence[Concept]) -> Glossary:
        """Return what the letters are told from."""
        texts = [concepts[number].terms[place].text for number, place in self.terms]
        single = {word: [texts[t] for t in terms] for word, terms in self.single.items()}
        return Glossary(tuple(self.words), self.told, single, self.phrases)


def _compile(concepts: Sequence[Concept], language: Language) -> Index:
    builder = _Builder(language)
    for number, concept in enumerate(concepts):
        for place, term in enumerate(concept.terms):
            if term.lang != language.code:
                continue
            builder.terms.append((number, place))
            for pattern in patterns(term.text, language, term.match):
                builder.add(pattern, len(builder.terms) - 1)
    forms = tries.build(builder.keys())
    is_large = len(forms) > MANY_FORMS
    return Index(
        forms=forms,
        words=tuple(builder.words),
        tags=tuple(builder.tags),
        terms=tuple(builder.terms),
        single={word: tuple(terms) for word, terms in builder.single.items()},
        phrases={
            first: {second: tuple(phrases) for second, phrases in following.items()}
            for first, following in builder.phrases.items()
        },
        letters=None if is_large else letters.told(builder.glossary(concepts), language),
    )
