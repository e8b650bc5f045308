"""Looks through a folder for texts in two languages and for glossaries."""

import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kielipari import ingest
from kielipari.errors import GlossaryError, InputError
from kielipari.gather.versions import versions
from kielipari.languages.identify import identify
from kielipari.model import Bitext, Document
from kielipari.setup.kinship import Kin, kin
from kielipari.setup.patterns import generalise
from kielipari.site.paths import files_for, language_in_path, neutral_path
from kielipari.site.text import running_text, sample
from kielipari.terms import formats
from kielipari.terms.termbase import SUFFIXES

_SKIPPED = frozenset(
    {"node_modules", "vendor", "venv", "build", "dist", "target", "__pycache__", "site-packages"}
)
_CODE = re.compile(r"(?<![^/])\{lang\}/|[._-]\{lang\}")
_MOST_FILES = 20_000
_LARGEST = 5_000_000  # bytes; larger files are no content that somebody writes by hand
_MOST_ALONE = 400  # texts without a counterpart that are still compared by content


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found: patterns with the number of pairs each covers, pairs, files, glossaries.

    Of ``named`` pairs one file has no language in its name, and the rest of it is the same;
    ``pairs`` are known by their contents only.
    """

    patterns: tuple[tuple[str, int], ...] = ()
    bilingual: tuple[str, ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    glossaries: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.patterns or self.bilingual or self.named or self.pairs)


@dataclass(slots=True)
class _Texts:
    """What was read, while it is being sorted."""

    bilingual: list[str] = field(default_factory=list)
    groups: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    documents: dict[str, Document] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def survey(root: Path, languages: tuple[str, str]) -> Survey:
    """Find the language pairs below a folder by their names, and the rest by their contents."""
    names = _files(root)
    texts = _Texts()
    for name in names:
        if ingest.is_readable(name):
            _sort(root, name, languages, texts)
    paired = {n: v for n, v in texts.groups.items() if all(lang in v for lang in languages)}
    patterns = generalise((path for v in paired.values() for path in v.values()), languages)
    below = {p: {lang: _below(root, p, lang) for lang in languages} for p in patterns}
    covered = {path for versions in below.values() for paths in versions.values() for path in paths}
    counts = tuple(
        (p, sum(all(v[lang] in below[p][lang] for lang in languages) for v in paired.values()))
        for p in patterns
    )
    in_pairs = {path for versions in paired.values() for path in versions.values()}
    left = {name: text for name, text in texts.documents.items() if name not in in_pairs}
    named = tuple(_without_code(left, languages))
    for name in (name for pair in named for name in pair):
        del left[name]
    found = _by_content(left, languages)
    of_kin = {document.uri for pair in found for document in (pair.source, pair.target)}
    alone = tuple(
        name
        for name, text in sorted(left.items())
        if name not in of_kin and (name in covered or text.lang == languages[1])
    )
    return Survey(
        patterns=counts,
        bilingual=tuple(texts.bilingual),
        named=named,
        pairs=tuple((pair.source.uri, pair.target.uri) for pair in found),
        glossaries=_glossaries(root, names, languages),
        alone=alone,
        notes=tuple(texts.notes),
    )


def _files(root: Path) -> list[str]:
    """List files as git knows them, new ones too, or everything that is not hidden without git."""
    try:
        done = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard", "-z", "--", "."],  # noqa: S607
            cwd=root,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        done = None
    if done is not None and done.returncode == 0:
        names = sorted(set(done.stdout.decode("utf-8", "surrogateescape").split("\0")) - {""})
    else:
        names = sorted(_walk(root))
    kept = (n for n in names if not any(_is_hidden(part) for part in n.split("/")))
    return [name for name in kept if _is_small_file(root / name)][:_MOST_FILES]


def _walk(root: Path) -> Iterable[str]:
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        for name in files:
            yield (Path(folder) / name).relative_to(root).as_posix()


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name in _SKIPPED


def _is_small_file(path: Path) -> bool:
    return path.is_file() and path.stat().st_size <= _LARGEST


def _sort(root: Path, name: str, languages: tuple[str, str], texts: _Texts) -> None:
    """Read one file and put it where it belongs."""
    by_name = language_in_path(name, languages)
    try:
        content = ingest.read((root / name).read_bytes(), name, lang=by_name)
    except (InputError, OSError):
        texts.notes.append(f"{name} could not be read and was left out")
        return
    if isinstance(content, Bitext):
        source, target = _languages(content, languages)
        if {source, target} == set(languages):
            texts.bilingual.append(name)
        elif target in languages and by_name == target:
            texts.groups[neutral_path(name, languages)][target] = name
        return
    if len(versions(content, languages)) == len(languages):
        texts.bilingual.append(name)
        return
    lang = by_name or identify(running_text(content), (*languages, "en")).lang
    if lang in languages:
        texts.documents[name] = Document(name, lang, content.blocks, content.meta)
        if by_name is not None:
            texts.groups[neutral_path(name, languages)][lang] = name


def _languages(bitext: Bitext, languages: tuple[str, str]) -> tuple[str | None, str | None]:
    """Return the languages of a bilingual file: what it says, else what its texts are in."""
    candidates = (*languages, "en")
    sides = (
        (bitext.source_lang, [s.text for unit in bitext.units for s in unit.source]),
        (bitext.target_lang, [s.text for unit in bitext.units for s in unit.target]),
    )
    one, other = (
        (said or identify(sample(texts), candidates).lang or "").split("-")[0] or None
        for said, texts in sides
    )
    return one, other


def _without_code(
    texts: Mapping[str, Document], languages: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    """Pair ``guide.md`` with ``guide.sv.md``: the main language often goes without its code."""
    for name in sorted(texts):
        lang = language_in_path(name, languages)
        bare = _CODE.sub("", neutral_path(name, languages))
        other = texts.get(bare)
        if lang and other is not None and {lang, other.lang} == set(languages):
            yield (bare, name) if lang == languages[1] else (name, bare)


def _by_content(texts: dict[str, Document], languages: tuple[str, str]) -> tuple[Kin, ...]:
    first, second = ([t for t in texts.values() if t.lang == lang] for lang in languages)
    if not first or not second or len(first) + len(second) > _MOST_ALONE:
        return ()
    return kin(first, second)


def _glossaries(root: Path, names: Sequence[str], languages: tuple[str, str]) -> tuple[str, ...]:
    found = []
    for name in names:
        if not name.lower().endswith(SUFFIXES):
            continue
        try:
            termbase = formats.read((root / name).read_bytes(), name)
        except (GlossaryError, OSError):
            continue
        if all(lang in termbase.languages for lang in languages):
            found.append(name)
    return tuple(found)


def _below(root: Path, pattern: str, lang: str) -> frozenset[str]:
    return frozenset(p.relative_to(root).as_posix() for p in files_for(root, pattern, lang))
