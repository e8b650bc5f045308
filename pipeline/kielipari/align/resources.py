"""What an alignment needs besides the two texts, loaded once a run."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from kielipari.align.join import merge, with_concepts
from kielipari.align.lexicon import Lexicon
from kielipari.align.lexicon_file import load
from kielipari.align.scorer import Scorer, load_scorer, untrained
from kielipari.errors import StateError
from kielipari.model import Concept

__all__ = ["Resources", "load_resources"]

_KEPT = 2  # lexicons joined with a glossary: a run has one, or one for each direction
_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Resources:
    """A lexicon for the direction asked for, and the trained weights."""

    source_lang: str
    target_lang: str
    lexicon: Lexicon
    scorer: Scorer


def load_resources(
    source_lang: str,
    target_lang: str,
    *,
    lexicons: Sequence[Path] = (),
    concepts: Sequence[Concept] = (),
) -> Resources:
    """Load what aligning texts of two languages needs.

    The lexicon that ships with the package is used in either direction. ``lexicons`` are files
    of the user's own (written by ``kielipari learn``), ``concepts`` the glossary; both join it.
    Raises :class:`kielipari.errors.StateError` for a file that is no lexicon or is of other
    languages. For a pair of languages without any lexicon, alignment goes by cognates, numbers
    and length.
    """
    stamps = tuple((path, _stamp(path)) for path in lexicons)
    lexicon = _joined(source_lang, target_lang, stamps, tuple(concepts))
    return Resources(source_lang, target_lang, lexicon, _weights())


def _stamp(path: Path) -> int:
    """Return what changes when a file does; 0 for none, which reading it will complain of."""
    return path.stat().st_mtime_ns if path.exists() else 0


@lru_cache(_KEPT)
def _joined(
    source_lang: str,
    target_lang: str,
    lexicons: tuple[tuple[Path, int], ...],
    concepts: tuple[Concept, ...],
) -> Lexicon:
    """Join all lexicons and the glossary; kept, since it knows the keys of all words it has met."""
    found = [_shipped(source_lang, target_lang)]
    found += [_directed(load(path), source_lang, target_lang, path) for path, _ in lexicons]
    lexicon = merge([one for one in found if one is not None], source_lang, target_lang)
    return with_concepts(lexicon, concepts) if concepts else lexicon


@cache
def _weights() -> Scorer:
    """Load the trained weights once."""
    path = _DATA / "weights.json"
    return load_scorer(path) if path.exists() else untrained()


@cache
def _shipped(source_lang: str, target_lang: str) -> Lexicon | None:
    """Load the lexicons that ship for a pair of languages, in the direction asked for."""
    for first, second in ((source_lang, target_lang), (target_lang, source_lang)):
        paths = [_DATA / f"{first}-{second}{name}.npz" for name in ("", *_MORE)]
        found = [_directed(load(p), source_lang, target_lang, p) for p in paths if p.exists()]
        if found:
            return merge(found, source_lang, target_lang)
    return None


_MORE = ("-words", "-interface", "-everyday")  # what was learned on top of the lexicon of law text


def _directed(lexicon: Lexicon, source_lang: str, target_lang: str, path: Path) -> Lexicon:
    """Turn the lexicon into the direction asked for."""
    langs = (lexicon.source.lang, lexicon.target.lang)
    if langs == (source_lang, target_lang):
        return lexicon
    if langs == (target_lang, source_lang):
        return lexicon.inverted()
    raise StateError(
        f"This lexicon is for {langs[0]}–{langs[1]}, the texts are {source_lang}–{target_lang}; "
        "learn one for these languages with “kielipari learn”.",
        str(path),
    )
