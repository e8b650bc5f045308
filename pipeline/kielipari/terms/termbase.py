"""The termbase: every concept that a run knows, from one file or several.

Files are read by :mod:`kielipari.terms.formats`; this module joins them. What a person should
look at but what stops nothing is kept as an :class:`Issue` and judged by the glossary checks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from kielipari.errors import GlossaryError
from kielipari.model import Concept, Term

SUFFIXES = (".csv", ".tsv", ".xlsx", ".tbx", ".ttl", ".rdf")
"""What a folder given as a glossary is searched for."""


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that reading or merging met and that a person should mend; nothing was lost.

    ``kind`` names it: ``duplicate-row``, ``id-collision`` (one id, two unlike concepts),
    ``id-conflict`` (two files disagree about a term), ``several-domains``, ``ignored-column``,
    ``ignored-sheet``, ``outer-space`` (around a term), ``wrong-level`` (not where TBX-Basic puts
    it), ``unknown-status``, ``empty-term``, ``no-term``. ``detail`` is what it is about, in the
    file's own words.
    """

    kind: str
    path: str
    line: int
    concept: str = ""
    lang: str = ""
    text: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Termbase:
    """The concepts of one or several files, in the order of the files; ids are unique."""

    concepts: tuple[Concept, ...]
    files: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = field(default=(), compare=False)

    @cached_property
    def digest(self) -> str:
        """Hash of all that is in the termbase (not of where it lies); names a cache entry."""
        digest = sha256()
        for concept in self.concepts:
            digest.update(repr(_content(concept)).encode("utf-8", "backslashreplace"))
        return digest.hexdigest()

    @cached_property
    def _by_id(self) -> dict[str, Concept]:
        return {concept.id: concept for concept in self.concepts}

    def concept(self, concept_id: str) -> Concept | None:
        """Return the concept with this id, or None."""
        return self._by_id.get(concept_id)

    def in_language(self, lang: str) -> tuple[Concept, ...]:
        """Return the concepts that have a term in the language, whole, in order."""
        return tuple(c for c in self.concepts if any(t.lang == lang for t in c.terms))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a term, in order of first use."""
        return tuple(dict.fromkeys(t.lang for c in self.concepts for t in c.terms))

    def __len__(self) -> int:
        return len(self.concepts)


def _content(concept: Concept) -> tuple[object, ...]:
    """Return all values of a concept but the files' names."""
    own = tuple(getattr(concept, f.name) for f in fields(concept) if f.name != "terms")
    names = [f.name for f in fields(Term) if f.name != "path"]
    return own, tuple(tuple(str(getattr(t, name)) for name in names) for t in concept.terms)


def load(paths: Sequence[Path | str]) -> Termbase:
    """Read glossary files and folders into one termbase.

    A folder stands for every CSV, TSV, XLSX, TBX, TTL and RDF file in it and below it, by name.
    A file named twice is read once.

    Raises:
        GlossaryError: a path is not there, a file is of no known format or cannot be read, or a
            row makes no sense; ``path`` and ``line`` say where.

    """
    from kielipari.terms import formats  # noqa: PLC0415 - formats builds on this module

    read = [formats.read(_bytes(path), str(path)) for path in _files(paths)]
    return join(read)


def join(termbases: Iterable[Termbase]) -> Termbase:
    """Merge termbases: the same id is the same concept, unless its two entries contradict.

    Entries that share no term and prefer different terms in the same language only happen to
    have the same id (exports number their concepts c1, c2 …); the later one gets a new id and
    the collision becomes an issue.
    """
    termbases = list(termbases)
    files = dict.fromkeys(file for termbase in termbases for file in termbase.files)
    issues = [issue for termbase in termbases for issue in termbase.issues]
    concepts, found = unite(c for termbase in termbases for c in termbase.concepts)
    return Termbase(concepts, tuple(files), (*issues, *found))


def unite(entries: Iterable[Concept]) -> tuple[tuple[Concept, ...], tuple[Issue, ...]]:
    """Make the ids of entries unique, as :func:`join` says."""
    concepts: dict[str, Concept] = {}
    issues: list[Issue] = []
    for concept in entries:
        known = concepts.get(concept.id)
        if known is None:
            concepts[concept.id] = concept
        elif _only_share_an_id(known, concept):
            renamed = replace(concept, id=_free_id(concept.id, concepts))
            concepts[renamed.id] = renamed
            issues.append(_issue("id-collision", renamed, _path_of(known)))
        else:
            concepts[concept.id], found = merge(known, concept)
            issues += found
    return tuple(concepts.values()), tuple(issues)


def merge(first: Concept, second: Concept) -> tuple[Concept, tuple[Issue, ...]]:
    """Merge two entries of one concept; both sides' words are kept where they differ."""
    issues: list[Issue] = []
    terms = list(first.terms)
    for term in second.terms:
        index = next((i for i, t in enumerate(terms) if _is_same(t, term)), None)
        if index is None:
            clash = next((t for t in terms if (t.lang, t.text) == (term.lang, term.text)), None)
            if clash is not None:
                issues.append(_issue("id-conflict", second, _path_of(first), term))
            terms.append(term)
        else:
            issues.append(_issue("duplicate-row", second, _path_of(first), term))
            terms[index] = _fill(terms[index], term)
    if first.domain and second.domain and first.domain != second.domain:
        detail = f"{first.domain}; {second.domain}"
        issues.append(_issue("several-domains", second, detail))
    merged = replace(
        first,
        terms=tuple(terms),
        definition=_both(first.definition, second.definition),
        domain=_both(first.domain, second.domain, "; "),
        note=_both(first.note, second.note),
        source=_both(first.source, second.source),
        uri=first.uri or second.uri,
    )
    return merged, tuple(issues)


def _both(first: str, second: str, between: str = "\n") -> str:
    if not second or second in first.split(between):
        return first
    return f"{first}{between}{second}" if first else second


def _is_same(first: Term, second: Term) -> bool:
    """Whether two rows say the same, one perhaps more of it."""
    if (first.lang, first.text, first.status) != (second.lang, second.text, second.status):
        return False
    pairs = (
        (first.pos, second.pos),
        (first.definition, second.definition),
        (first.note, second.note),
        (first.source, second.source),
        (first.locale, second.locale),
        (first.match, second.match),
    )
    return all(a == b or not a or not b for a, b in pairs)


def _fill(first: Term, second: Term) -> Term:
    return replace(
        first,
        pos=first.pos or second.pos,
        definition=first.definition or second.definition,
        note=first.note or second.note,
        source=first.source or second.source,
        locale=first.locale or second.locale,
        match=first.match or second.match,
    )


def _only_share_an_id(first: Concept, second: Concept) -> bool:
    if first.uri and second.uri:
        return first.uri != second.uri
    mine, theirs = _words(first), _words(second)
    if mine & theirs:
        return False
    preferred = {t.lang for t in first.terms if t.status == "preferred"}
    return any(t.lang in preferred for t in second.terms if t.status == "preferred")


def _words(concept: Concept) -> set[tuple[str, str]]:
    return {(term.lang, term.text.casefold()) for term in concept.terms}


def _free_id(taken: str, concepts: dict[str, Concept]) -> str:
    number = 2
    while f"{taken}#{number}" in concepts:
        number += 1
    return f"{taken}#{number}"


def _path_of(concept: Concept) -> str:
    return concept.terms[0].path if concept.terms else ""


def _issue(kind: str, concept: Concept, detail: str, term: Term | None = None) -> Issue:
    term = term or concept.terms[0]
    return Issue(kind, term.path, term.line, concept.id, term.lang, term.text, detail)


def _files(paths: Sequence[Path | str]) -> list[Path]:
    found: dict[Path, Path] = {}
    for given in paths:
        path = Path(given)
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if _is_glossary(p, path))
            if not inside:
                raise GlossaryError(
                    "the folder holds no glossary; put a CSV, XLSX, TBX, TTL or RDF file in it",
                    str(given),
                )
        elif path.exists():
            inside = [path]
        else:
            raise GlossaryError("there is no such file or folder", str(given))
        for file in inside:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def _is_glossary(path: Path, root: Path) -> bool:
    """Whether a folder's file is meant: not hidden, not the lock file of an open workbook."""
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(root).parts)
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise GlossaryError(f"the file cannot be opened: {reason}", str(path)) from error
