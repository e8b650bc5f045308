"""What stands in a text in the place of an agreed term, as far as that can be told.

A word that shares the last part of the agreed compound (samarbetsavtal for ekosystemavtal), the
word that the translation lexicon takes for the rendering and for nothing else of the source, or
the only one that renders nothing else. Where every word of the target renders something else, the
idea was left out.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kielipari.checks.lexical import Translations
from kielipari.checks.view import SideView, UnitView
from kielipari.languages.base import Token
from kielipari.model import TermHit
from kielipari.terms.names import USAGE_DOMAIN

_SURE = 0.3  # probability from which the lexicon's rendering is taken
_COVERED = 0.3  # share of a word from which it renders something of the source
_LIKELY = 0.5  # how sure its rendering the term is, at least, where it may render another word
_SHORTEST = 4  # letters of a word that can stand for a term


class Instead(NamedTuple):
    """The word that stands there, or None; and whether any word is left that could."""

    word: Token | None
    is_possible: bool


def look_instead(view: UnitView, hit: TermHit, wanted: tuple[str, ...]) -> Instead:
    """Return what the target has in the place of a term that it does not use."""
    words = tuple(_free_words(view.target))
    heads = _heads(view.target, wanted)
    for word in words if heads else ():
        if _shares_head(word, view.target, heads):
            return Instead(word, is_possible=True)
    if view.analysers.translations is None:
        return Instead(None, is_possible=True)
    translations = view.analysers.translations()
    if not translations.knows_anything:
        return Instead(None, is_possible=True)
    left, as_sure = _left(words, view, hit, translations)
    found = translations.rendering(hit.form, (word.text for word in left), by_head=True)
    if found is not None and found[2] >= _SURE:
        return Instead(left[found[0]], is_possible=True)
    only = left[0] if len(left) == 1 and _is_noun(left[0], view.target) else None
    return Instead(as_sure or only, is_possible=bool(left or as_sure))


def _free_words(side: SideView) -> Iterator[Token]:
    """Yield the words that are no function words and belong to no term or value."""
    taken = [
        (hit.start, hit.end)
        for hit in side.hits
        if not hit.how.is_compound and hit.concept.domain != USAGE_DOMAIN
    ]
    taken += [(value.start, value.end) for value in side.values]
    for token in side.tokens:
        if (
            len(token.text) >= _SHORTEST
            and token.text[0].isalpha()
            and token.text.lower() not in side.language.facts.function_words
            and not any(start < token.end and token.start < end for start, end in taken)
        ):
            yield token


def _heads(side: SideView, wanted: tuple[str, ...]) -> frozenset[str]:
    """Return the last parts of the compounds among the agreed terms."""
    return frozenset(
        reading.parts[-1].base
        for term in wanted
        for reading in side.language.readings(term.split()[-1])
        if len(reading.parts) > 1
    )


def _shares_head(word: Token, side: SideView, heads: frozenset[str]) -> bool:
    return any(
        len(reading.parts) > 1 and reading.parts[-1].base in heads
        for reading in side.language.readings(word.text)
    )


def _is_noun(word: Token, side: SideView) -> bool:
    kinds = {reading.pos for reading in side.language.readings(word.text)}
    return not kinds or ("noun" in kinds and not kinds & {"adjective", "verb"})


def _left(
    words: Sequence[Token], view: UnitView, hit: TermHit, translations: Translations
) -> tuple[list[Token], Token | None]:
    """Return the target words that render no other word of the source than the term.

    Beside them the one, if any, that renders another one too, but the term as surely: "regering" has
    something of "hallinto", and of "valtioneuvosto". Parts of compounds have too many renderings for that.
    """
    source = view.source.text
    rest = f"{source[: hit.start]} {source[hit.end :]}"
    covers = translations.target_covers(rest, (word.text for word in words))
    left, best, as_sure = [], 0.0, None
    for word, cover in zip(words, covers, strict=True):
        share = cover.covered / cover.expected if cover.expected else 0.0
        if share < _COVERED:
            left.append(word)
        elif not hit.how.is_compound:
            own = translations.rendering(hit.form, (word.text,), by_head=True)
            if own is not None and own[2] >= _LIKELY and own[2] - share >= best:
                best, as_sure = own[2] - share, word
    return left, as_sure
