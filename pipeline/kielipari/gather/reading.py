"""From bytes to documents and bilingual files whose languages are settled.

A file that cannot be read becomes a :class:`Problem` beside the others that could.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from kielipari import ingest
from kielipari.errors import InputError
from kielipari.gather.loading import Loaded, is_sitemap_name
from kielipari.gather.versions import versions
from kielipari.ingest.languages import primary
from kielipari.languages.identify import identify
from kielipari.model import Bitext, Document, Parity, Problem, Segment
from kielipari.site import sitemap
from kielipari.site.paths import language_in_path
from kielipari.site.said import Said, with_said
from kielipari.site.sitemap import Entry
from kielipari.site.text import running_text, sample

_THIRD = "en"
_DUPLICATES = ("duplicate-key", "duplicate-entry")  # of Meta.extra: line:key
_NOTHING_SAID = Said()


@dataclass(slots=True)
class ReadFiles:
    """What came of the files, while they are being read; ``both`` stood in one file."""

    documents: list[Document] = field(default_factory=list)
    bitexts: list[Bitext] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    parity: dict[str, Parity] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    listed: list[Entry] = field(default_factory=list)
    both: list[tuple[Document, Document]] = field(default_factory=list)


def read_all(
    loaded: Iterable[Loaded], languages: tuple[str, str], progress: Callable[[str], None]
) -> ReadFiles:
    """Read every file by its format; what cannot be read is a problem beside the others."""
    read = ReadFiles()
    for item in loaded:
        uri = item.uri
        progress(uri)
        if item.problem is not None:
            read.problems.append(item.problem)
            continue
        lang = item.wanted.lang or language_in_path(uri, languages)
        if is_sitemap_name(uri) and sitemap.is_sitemap(item.data):
            _take_sitemap(read, item)
            continue
        try:
            content = ingest.read(
                item.data, uri, lang=lang, encoding=item.said.encoding, format=item.format
            )
        except InputError as error:
            read.problems.append(Problem(error.path or uri, error.message, error.line))
            continue
        except Exception as error:  # noqa: BLE001 a reader's crash on one file is that file's
            said = f"it could not be read: {type(error).__name__}: {error}"
            read.problems.append(Problem(uri, said))
            continue
        read.problems += _duplicates(content)
        read.parity[uri] = item.wanted.parity
        read.contents[uri] = content_hash(item.data, item.said)
        if isinstance(content, Bitext):
            read.bitexts.append(_with_languages(content, languages))
            continue
        match versions(with_said(content, item.said), languages):
            case (first, second):
                read.both.append((first, second))
            case (document,):
                read.documents.append(document)
    return read


def _duplicates(content: Document | Bitext) -> list[Problem]:
    """Tell of keys that stand twice in a file: which text is meant, nobody can say."""
    found = [value for name, value in content.meta.extra if name in _DUPLICATES]
    if not found:
        return []
    line, _, key = found[0].partition(":")
    others = f", as do {len(found) - 1} more" if len(found) > 1 else ""
    said = f"“{key}” stands twice in the file{others}; keep one of each"
    return [Problem(content.uri, said, int(line))]


def content_hash(data: bytes, said: Said = _NOTHING_SAID) -> bytes:
    """Return the SHA-256 of a file's bytes and of what its transport said of them."""
    hashed = hashlib.sha256(data)
    hashed.update(repr(said).encode())
    return hashed.digest()


def _take_sitemap(read: ReadFiles, item: Loaded) -> None:
    """Keep what a sitemap that was saved with the pages says of them."""
    try:
        read.listed += sitemap.read(item.data, item.uri).pages
    except InputError as error:
        read.problems.append(Problem(item.uri, error.message))


def with_language(document: Document, languages: tuple[str, str]) -> Document:
    """Settle a document's language: what its path says, else its text, else what it declares."""
    by_path = language_in_path(document.uri, languages)
    declared = document.meta.declared_lang
    lang = by_path or identify(running_text(document), (*languages, _THIRD)).lang
    if lang is None and declared and primary(declared) in languages:
        lang = primary(declared)
    lang = lang or document.lang
    return document if lang == document.lang else replace(document, lang=lang)


def _with_languages(bitext: Bitext, languages: tuple[str, str]) -> Bitext:
    """Settle a bilingual file's languages: what it declares, else what its texts are in.

    Where its name and its header do not agree on the target, or name the source's language, its
    texts decide.
    """
    source = primary(bitext.source_lang) or _told((unit.source for unit in bitext.units), languages)
    target, declared = primary(bitext.target_lang), primary(bitext.meta.declared_lang)
    named = [lang for lang in (target, declared) if lang and lang != source]
    if len(set(named)) != 1:
        told = _told((unit.target for unit in bitext.units), languages)
        target = told if told != source else next(iter(named), None)
    else:
        target = named[0]
    if source is None:
        source = next((lang for lang in languages if lang != target), languages[0])
    if target is None:
        target = next((lang for lang in languages if lang != source), languages[1])
    return replace(bitext, source_lang=source, target_lang=target)


def _told(sides: Iterable[tuple[Segment, ...]], languages: tuple[str, str]) -> str | None:
    """Return the language that the texts of one side are in, or None where it cannot be told."""
    texts = sample(segment.text for side in sides for segment in side)
    return primary(identify(texts, (*languages, _THIRD)).lang)
