"""What a pair is judged with: rules, analysers, alignment resources and facts of the site.

A :class:`Settings` is small and can be sent to another process, which builds its own
:class:`Context` from it once and judges many pairs with that.
"""

import gc
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from kielipari import align, languages
from kielipari.align import Resources
from kielipari.checks import select_rules
from kielipari.checks.analysers import Analysers, words_of
from kielipari.checks.base import Scope
from kielipari.checks.borrowed import Borrowing
from kielipari.checks.confirmed import PairConfirmed
from kielipari.checks.lexical import Translations
from kielipari.checks.runner import Active, Chosen
from kielipari.config import Checks
from kielipari.languages.denial import met_denials
from kielipari.languages.glance import Glance, glance, met_words
from kielipari.languages.identify import Identified, asked_words, identify
from kielipari.languages.memory import Memories
from kielipari.languages.tokens import met_chunks
from kielipari.model import Concept, TermHit
from kielipari.site.survey import SiteFacts
from kielipari.terms.ahead import compile_ahead
from kielipari.terms.finder import Finder
from kielipari.terms.match import compile_matcher
from kielipari.terms.names import with_names
from kielipari.values import extract

Confirmed = Mapping[tuple[str | None, str | None], PairConfirmed]

_CANDIDATES = ("en",)  # the third language that Finnish and Swedish pages really stray into
_FINDERS = 4  # kept in a process: one for each language of a pair, and of another pair
_REMEMBERED = 4096  # segments whose analysis is kept: boilerplate and repeated strings


@dataclass(frozen=True, slots=True)
class Settings:
    """What a context is built from."""

    source_lang: str
    target_lang: str
    concepts: tuple[Concept, ...] = ()
    lexicons: tuple[Path, ...] = ()
    checks: Checks = field(default_factory=Checks)
    facts: SiteFacts = field(default_factory=SiteFacts)
    confirmed: Confirmed = field(default_factory=dict)
    use_cache: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a pair is judged with; holds loaded models and stays in its process.

    ``of_units`` are those of the active rules that look at units.
    """

    active: Active
    of_units: Chosen
    analysers: Analysers
    resources: Callable[[], Resources]
    facts: SiteFacts
    confirmed: Confirmed = field(default_factory=dict)


def prepare(
    concepts: tuple[Concept, ...], langs: Iterable[str], starting: Callable[[], None]
) -> None:
    """Compile, for several languages side by side, what is kept in the cache and is not there yet.

    ``starting`` is called where there is something to compile, which takes some seconds.
    """
    langs = tuple(langs)
    others = tuple(lang for lang in _CANDIDATES if lang not in langs)
    compile_ahead(dict.fromkeys(langs, _glossaries(concepts)), others, starting)


def build(settings: Settings, memories: Memories | None = None) -> Context:
    """Load what the settings name. Alignment resources are loaded when first asked for.

    What looks words up joins the ``memories``, and need not look up again what they know.
    """
    memories = Memories() if memories is None else memories
    pair = (settings.source_lang, settings.target_lang)
    mine, more = _glossaries(settings.concepts)
    concepts = (*mine, *more)
    finders = {lang: _finder(mine, more, lang, use_cache=settings.use_cache) for lang in pair}
    candidates = tuple(dict.fromkeys((*pair, *_CANDIDATES)))
    _remember(memories, finders, candidates)

    @lru_cache(_REMEMBERED)
    def hits(text: str, lang: str) -> tuple[TermHit, ...]:
        return hits_in(text, lang, words_of(text))

    def hits_in(text: str, lang: str, words: frozenset[str]) -> tuple[TermHit, ...]:
        return finders[lang].find(text, words) if lang in finders else ()

    def lists(words: frozenset[str], lang: str) -> bool:
        return lang in finders and finders[lang].lists(words)

    @cache
    def borrowing(lang: str, other: str) -> Borrowing:
        found = Borrowing(languages.get(lang), other, lists, hits)
        return memories.join(f"terms {other} in {lang}", found)

    def borrowed(text: str, words: frozenset[str], lang: str, other: str) -> tuple[TermHit, ...]:
        return borrowing(lang, other).find(text, words)

    @lru_cache(_REMEMBERED)
    def identified(text: str) -> Identified:
        return identify(text, candidates)

    def seen(text: str, lang: str, words: frozenset[str]) -> Glance:
        return glance(text, lang, candidates, words)

    @lru_cache(1)
    def resources() -> Resources:
        found = align.load_resources(*pair, lexicons=settings.lexicons, concepts=concepts)
        memories.join("keys of the source", found.lexicon.source.table.known)
        memories.join("keys of the target", found.lexicon.target.table.known)
        return found

    @lru_cache(1)
    def translations() -> Translations:
        found = Translations(resources())
        memories.join("renderings", found.beginnings)
        return found

    active = select_rules(settings.checks)
    gc.freeze()  # lexicons and indices stay: the collector need not walk them again and again
    return Context(
        active=active,
        of_units=Chosen(active.of(Scope.UNIT)),
        analysers=Analysers(
            language=languages.get,
            hits=hits,
            values=extract,
            identify=identified,
            concepts=settings.concepts,
            glance=seen,
            hits_in=hits_in,
            borrowed=borrowed,
            translations=translations,
        ),
        resources=resources,
        facts=settings.facts,
        confirmed=settings.confirmed,
    )


def _remember(
    memories: Memories, finders: Mapping[str, Finder], candidates: tuple[str, ...]
) -> None:
    """Let what meets the words of texts in these languages join the memories."""
    for lang, finder in finders.items():
        memories.join(f"terms {lang}", finder)
        memories.join(f"language {lang}", met_words(lang, candidates))
        memories.join(f"tokens {lang}", met_chunks(lang))
        memories.join(f"denials {lang}", met_denials(lang))
    for lang in candidates:
        memories.join(f"lexicon {lang}", asked_words(lang))


@lru_cache(_FINDERS)
def _finder(
    mine: tuple[Concept, ...], more: tuple[Concept, ...], lang: str, *, use_cache: bool
) -> Finder:
    """Return what finds the terms of both glossaries, with the words it has met in this process."""
    return Finder(
        (
            compile_matcher(mine, lang, cache=use_cache),
            compile_matcher(more, lang, cache=use_cache, listed_only=True),
        )
    )


def _glossaries(concepts: tuple[Concept, ...]) -> tuple[tuple[Concept, ...], tuple[Concept, ...]]:
    """Return the user's concepts, and the package's that none of them speaks of."""
    return concepts, with_names(concepts)[len(concepts) :]
