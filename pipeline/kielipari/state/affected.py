"""What a change touches: the pairs of changed files, the uses of changed terms.

Everything is read and judged as always, from the cache where nothing changed; ``--since`` only
chooses which findings are told. So what needs the whole corpus (a word rendered otherwise
elsewhere) is judged on the whole corpus.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kielipari.checks import RULES
from kielipari.checks.base import Scope
from kielipari.checks.runner import normalise
from kielipari.config import Config
from kielipari.errors import GlossaryError
from kielipari.gather import Gathered, display
from kielipari.model import Concept, Finding, Pair, PairResult, texts_of
from kielipari.site.paths import neutral_path
from kielipari.state.changes import Changes
from kielipari.terms import formats
from kielipari.terms.termbase import join


@dataclass(frozen=True, slots=True)
class Affected:
    """What a finding must concern to be told.

    ``concepts`` have changed themselves; ``used`` and ``texts`` (normalised) occur in the changed
    files and count for the checks that look across files.
    """

    everything: bool = False
    paths: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return self.everything or bool(self.paths or self.concepts)

    def concerns(self, finding: Finding) -> bool:
        """Whether a finding stands in what changed, or is about a term or text that did."""
        if self.everything or finding.concept in self.concepts:
            return True
        sides = [side for side in (finding.source, finding.target) if side is not None]
        if any(side.path in self.paths for side in sides):
            return True
        return finding.rule in _ACROSS and (
            finding.concept in self.used or any(normalise(s.text) in self.texts for s in sides)
        )


_ACROSS = frozenset(rule.slug for rule in RULES if rule.scope is Scope.CORPUS)


def affected(  # noqa: PLR0913, PLR0917 a change touches everything a run is made of
    gathered: Gathered,
    results: Sequence[PairResult],
    changes: Changes,
    config: Config,
    glossary: Sequence[Path],
    concepts: tuple[Concept, ...],
) -> Affected:
    """Work out what the changes touch.

    A changed configuration or lexicon may change anything, so everything counts then. Terms that
    were added, changed or removed count wherever they are used; so do the terms and segments of
    changed files, in the checks that look across files.
    """
    settings = [path for path in (config.path, *config.lexicons) if path is not None]
    if any(changes.has(path) for path in settings):
        return Affected(everything=True)
    gone = _gone(changes, gathered, config)
    touched = [
        (pair.source_uri, pair.target_uri)
        for pair in gathered.pairs
        if any(changes.has(Path(uri)) for uri in _uris(pair)) or _lost(pair, gone, config)
    ]
    paths = frozenset(uri for uris in touched for uri in uris if uri)
    seen = [result for result in results if (result.source_uri, result.target_uri) in touched]
    used = frozenset(rendering.concept for r in seen for rendering in r.observations.renderings)
    texts = frozenset(
        normalise(text) for r in seen for sides in texts_of(r.units) for text in sides
    )
    changed = _changed_concepts(changes, glossary, concepts)
    return Affected(paths=paths, concepts=changed, used=used, texts=texts)


def _uris(pair: Pair) -> tuple[str, ...]:
    return tuple(uri for uri in (pair.source_uri, pair.target_uri) if uri)


def _gone(changes: Changes, gathered: Gathered, config: Config) -> frozenset[str]:
    """Return the paths of deleted files, as reports show them, with their languages left open."""
    if not changes.deleted or all(len(_uris(pair)) == 2 for pair in gathered.pairs):  # noqa: PLR2004
        return frozenset()
    shown = [display(path) for path in changes.deleted]
    return frozenset([*shown, *(neutral_path(path, config.languages) for path in shown)])


def _lost(pair: Pair, gone: frozenset[str], config: Config) -> bool:
    """Whether a page's counterpart is one of the deleted files."""
    uris = _uris(pair)
    if len(uris) != 1 or not gone:
        return False
    if neutral_path(uris[0], config.languages) in gone:
        return True
    declared = [
        {display(config.root / path) for _, path in declared.paths} for declared in config.pairs
    ]
    return any(uris[0] in paths and paths & gone for paths in declared)


def _changed_concepts(
    changes: Changes, glossary: Iterable[Path], concepts: tuple[Concept, ...]
) -> frozenset[str]:
    files = [file for path in glossary for file in _files(path)]
    removed = [file for file in changes.deleted if any(_is_in(file, path) for path in glossary)]
    if not any(changes.has(file) for file in files) and not removed:
        return frozenset()
    now = {c.id: _unplaced(c) for c in concepts}
    then = {c.id: _unplaced(c) for c in _before(changes, [*files, *removed])}
    return frozenset(name for name in {*now, *then} if now.get(name) != then.get(name))


def _unplaced(concept: Concept) -> Concept:
    """Leave out the rows, which move when another one is added above."""
    return replace(concept, terms=tuple(replace(term, line=0) for term in concept.terms))


def _before(changes: Changes, files: Iterable[Path]) -> tuple[Concept, ...]:
    """Return the concepts as they were; a file that could not be read then had none."""
    read = []
    for file in files:
        data = changes.before(file)
        if data is not None:
            try:
                read.append(formats.read(data, str(file)))
            except GlossaryError:
                continue
    return join(read).concepts


def _files(path: Path) -> list[Path]:
    return [p for p in path.rglob("*") if p.is_file()] if path.is_dir() else [path]


def _is_in(file: Path, path: Path) -> bool:
    return path.resolve() in (file, *file.parents)
