"""From what the user named to documents with a language, and the pairs they form.

A file that cannot be read becomes a :class:`Problem` beside the others that could; alone, it is
the error of the run.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kielipari import ingest
from kielipari.config import Config, DeclaredPair
from kielipari.errors import EmptyInputError, InputError, UsageError
from kielipari.ingest.languages import primary
from kielipari.languages.identify import identify
from kielipari.model import (
    Bitext,
    Block,
    BlockKind,
    Document,
    Pair,
    Parity,
    Problem,
    Segment,
    Unit,
)
from kielipari.site import sitemap
from kielipari.site.addresses import is_web
from kielipari.site.claims import Found
from kielipari.site.crawl.options import CrawlOptions
from kielipari.site.duplicates import without_duplicates
from kielipari.site.pairing import pair_documents
from kielipari.site.paths import has_language, language_in_path, neutral_path, path_for
from kielipari.site.said import Said, with_said
from kielipari.site.sitemap import Entry
from kielipari.site.survey import SiteFacts, survey, with_owners
from kielipari.site.text import running_text, sample

_THIRD = "en"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to read, with what is known of it beforehand."""

    path: Path | str
    lang: str | None = None
    parity: Parity = Parity.FULL


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file's bytes, not read yet, or the problem with getting them."""

    wanted: Wanted
    uri: str
    data: bytes = b""
    problem: Problem | None = None
    said: Said = field(default_factory=Said)
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """The pairs of a run, in order, with the facts of the site and what could not be read.

    ``contents`` holds, by uri, a hash of the bytes that were read: 32 bytes of SHA-256.
    """

    pairs: tuple[Pair, ...]
    facts: SiteFacts
    documents: int
    problems: tuple[Problem, ...] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class _Read:
    """What came of the files, while they are being read."""

    documents: list[Document] = field(default_factory=list)
    bitexts: list[Bitext] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    parity: dict[str, Parity] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    listed: list[Entry] = field(default_factory=list)


def load(  # noqa: PLR0913 the configuration, and what the command line says instead of it
    paths: Sequence[str],
    config: Config,
    *,
    source_lang: str,
    target_lang: str,
    crawl: CrawlOptions | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> tuple[Loaded, ...]:
    """Get the bytes of what the paths name, or of what the configuration names without them.

    Addresses are crawled as ``crawl`` says. Raises UsageError where nothing is named, InputError
    where a site or an archive cannot be read at all.
    """
    languages = (source_lang, target_lang)
    wanted = _from_paths(paths) if paths else _from_config(config, languages)
    named = {name if is_web(name) else str(Path(name)) for name in paths}
    sites = {
        name: item
        for item in wanted
        if ((name := str(item.path)) in named or is_web(name)) and _is_source(name)
    }
    files = tuple(_load(item) for item in wanted if str(item.path) not in sites)
    if not sites:
        return files
    from kielipari.site.sources import fetch  # noqa: PLC0415 most runs fetch nothing

    options = crawl or CrawlOptions()
    fetched = fetch(tuple(sites), options, languages, progress, follow=bool(paths))
    pages = tuple(
        Loaded(sites.get(page.uri, Wanted(page.uri)), page.uri, page.data, None, page.said, "html")
        for page in fetched.pages
    )
    return (*files, *pages, *(Loaded(Wanted(p.path), p.path, problem=p) for p in fetched.problems))


def gather(  # noqa: PLR0913 the configuration, and what the command line says instead of it
    paths: Sequence[str],
    config: Config,
    *,
    source_lang: str,
    target_lang: str,
    progress: Callable[[str], None] = lambda _: None,
    loaded: Sequence[Loaded] | None = None,
) -> Gathered:
    """Read what the paths name, or what the configuration names where there are none.

    ``loaded`` is what :func:`load` gave for the same arguments, where that is known already.

    Raises UsageError where nothing is named, InputError where the only file cannot be read, and
    EmptyInputError where nothing readable is found.
    """
    languages = (source_lang, target_lang)
    if loaded is None:
        loaded = load(paths, config, source_lang=source_lang, target_lang=target_lang)
    read = _read_all(loaded, languages, progress)
    nothing = not read.documents and not read.bitexts
    half_a_pair = len(paths) == 2 and len(read.documents) == 1  # noqa: PLR2004 a pair is two
    if read.problems and (half_a_pair or (nothing and len(read.problems) == 1)):
        problem = read.problems[0]
        raise InputError(problem.message, problem.path, problem.line)
    if nothing and not read.problems:
        what = "the paths given hold" if paths else "the configured content holds"
        raise EmptyInputError(
            f"{what} nothing that can be read; readable are {', '.join(ingest.formats())}"
        )
    _pair_catalogues(read, languages)
    documents = [_with_language(d, languages) for d in read.documents]
    if any(is_web(d.uri) for d in documents):
        documents = without_duplicates(documents, survey(documents))
    sources, targets, strangers = _by_language(documents, languages)
    two_files = len(paths) == 2 and len(documents) == 2 and not read.bitexts  # noqa: PLR2004
    if two_files:
        sources, targets = _two(documents, languages)
        strangers = []
    read.problems.extend(strangers)
    if read.listed:
        from kielipari.site.sources import told_by_sitemaps  # noqa: PLC0415 as above

        documents = told_by_sitemaps(documents, read.listed)
        sources, targets, _ = _by_language(documents, languages)
    facts = survey(documents)
    pairs = (
        (_given(sources[0], targets[0], languages),)
        if two_files
        else pair_documents(
            sources,
            targets,
            source_lang=source_lang,
            target_lang=target_lang,
            facts=facts,
            declared=_declared(config, languages),
            parity=lambda d: read.parity.get(d.uri, Parity.FULL),
            similar=lambda one, other: _similar(one, other, languages, config),
        )
    )
    numbered = [*pairs, *(_bitext_pair(b, languages) for b in read.bitexts)]
    pairs = tuple(replace(pair, id=f"p{n}") for n, pair in enumerate(numbered, 1))
    return Gathered(
        pairs=pairs,
        facts=with_owners(facts, pairs),
        documents=len(documents) + len(read.bitexts),
        problems=tuple(read.problems),
        contents=read.contents,
    )


def display(path: Path) -> str:
    """Return a path as reports show it: relative to the working directory where it is below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


# ---------------------------------------------------------------- which files


def _from_paths(paths: Sequence[str]) -> list[Wanted]:
    wanted: list[Wanted] = []
    for name in paths:
        if "://" in name and not is_web(name):
            raise UsageError("is no address of http or https, which alone are crawled", name)
        path = Path(name)
        if name != "-" and path.is_dir():
            found = [p for p in sorted(path.rglob("*")) if _is_content(p, path)]
            if not found:
                raise EmptyInputError(
                    f"holds nothing to read; readable are {', '.join(ingest.formats())}", name
                )
            wanted += [Wanted(p) for p in found]
        else:
            wanted.append(Wanted(name if name == "-" or is_web(name) else path))
    return wanted


def _from_config(config: Config, languages: tuple[str, str]) -> list[Wanted]:
    if not config.content and not config.pairs:
        raise UsageError(
            "nothing to check: name files or a folder, or list [[content]] in kielipari.toml"
        )
    wanted: dict[Path | str, Wanted] = {}
    for content in config.content:
        versions = languages if has_language(content.path) else (None,)
        for lang in versions:
            pattern = path_for(content.path, lang) if lang else content.path
            for file in sorted(config.root.glob(pattern)):
                if file.is_file():
                    wanted.setdefault(file, Wanted(file, lang, content.parity))
    for pair in config.pairs:
        for lang, name in pair.paths:
            path = name if is_web(name) else config.root / name
            wanted[path] = Wanted(path, lang, pair.parity)
    return list(wanted.values())


def _is_content(path: Path, root: Path) -> bool:
    parts = path.relative_to(root).parts
    return (
        path.is_file()
        and not any(part.startswith((".", "_")) or part.endswith("_files") for part in parts)
        and (ingest.is_readable(str(path)) or _is_sitemap_name(path.name))
    )


def _is_source(name: str) -> bool:
    """Whether a name stands for the pages of a site: no other needs the code that fetches them."""
    if not (is_web(name) or name.lower().endswith((".xml", ".gz", ".warc"))):
        return False
    from kielipari.site.sources import is_source  # noqa: PLC0415 as above

    return is_source(name)


def _is_sitemap_name(name: str) -> bool:
    stem = name.rpartition("/")[2].lower()
    return "sitemap" in stem and stem.endswith((".xml", ".xml.gz"))


# ---------------------------------------------------------------- reading


def _load(wanted: Wanted) -> Loaded:
    uri = wanted.path if isinstance(wanted.path, str) else display(wanted.path)
    try:
        return Loaded(wanted, uri, ingest.load(wanted.path))
    except InputError as error:
        problem = Problem(error.path or uri, error.message, error.line)
        return Loaded(wanted, uri, problem=problem)


def _read_all(
    loaded: Iterable[Loaded], languages: tuple[str, str], progress: Callable[[str], None]
) -> _Read:
    read = _Read()
    for item in loaded:
        uri = item.uri
        progress(uri)
        if item.problem is not None:
            read.problems.append(item.problem)
            continue
        lang = item.wanted.lang or language_in_path(uri, languages)
        if _is_sitemap_name(uri) and sitemap.is_sitemap(item.data):
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
        read.parity[uri] = item.wanted.parity
        read.contents[uri] = hashlib.sha256(item.data + repr(item.said).encode()).digest()
        if isinstance(content, Bitext):
            read.bitexts.append(_with_languages(content, languages))
        else:
            read.documents.append(with_said(content, item.said))
    return read


def _take_sitemap(read: _Read, item: Loaded) -> None:
    """Keep what a sitemap that was saved with the pages says of them."""
    try:
        read.listed += sitemap.read(item.data, item.uri).pages
    except InputError as error:
        read.problems.append(Problem(item.uri, error.message))


def _with_language(document: Document, languages: tuple[str, str]) -> Document:
    """Settle a document's language: what its path says, else its text, else what it declares."""
    by_path = language_in_path(document.uri, languages)
    declared = document.meta.declared_lang
    lang = by_path or identify(running_text(document), (*languages, _THIRD)).lang
    if lang is None and declared and primary(declared) in languages:
        lang = primary(declared)
    return replace(document, lang=lang or document.lang)


def _with_languages(bitext: Bitext, languages: tuple[str, str]) -> Bitext:
    """Settle a bilingual file's languages: what it declares, else what its texts are in."""
    candidates = (*languages, _THIRD)
    source = (
        bitext.source_lang
        or identify(sample([s.text for unit in bitext.units for s in unit.source]), candidates).lang
    )
    target = (
        bitext.target_lang
        or identify(sample([s.text for unit in bitext.units for s in unit.target]), candidates).lang
    )
    source = primary(source) if source else None
    target = primary(target) if target else None
    if source is None:
        source = next((lang for lang in languages if lang != target), languages[0])
    if target is None:
        target = next((lang for lang in languages if lang != source), languages[1])
    return replace(bitext, source_lang=source, target_lang=target)


# ---------------------------------------------------------------- pairing


def _by_language(
    documents: Sequence[Document], languages: tuple[str, str]
) -> tuple[list[Document], list[Document], list[Problem]]:
    first, second = languages
    sources = [d for d in documents if d.lang == first]
    targets = [d for d in documents if d.lang == second]
    strangers = [
        Problem(
            d.uri,
            f"is in neither {first} nor {second} as far as can be told; "
            "put the language into its path or name it with --source-lang or --target-lang",
        )
        for d in documents
        if d.lang not in languages and not is_web(d.uri)  # a site has other languages too
    ]
    return sources, targets, strangers


def _two(
    documents: Sequence[Document], languages: tuple[str, str]
) -> tuple[list[Document], list[Document]]:
    """Put two given documents in order; raises UsageError where both are in one language."""
    one, other = documents
    if one.lang is not None and one.lang == other.lang:
        raise UsageError(
            f"{one.uri} and {other.uri} are in the same language ({one.lang}); "
            "give two language versions of one text"
        )
    if one.lang == languages[1] or other.lang == languages[0]:
        one, other = other, one
    return [replace(one, lang=languages[0])], [replace(other, lang=languages[1])]


def _given(source: Document, target: Document, languages: tuple[str, str]) -> Pair:
    return Pair(
        id="p1",
        source_uri=source.uri,
        target_uri=target.uri,
        source_lang=languages[0],
        target_lang=languages[1],
        source=source,
        target=target,
    )


def _declared(config: Config, languages: tuple[str, str]) -> dict[tuple[str, str], Parity]:
    def uri(pair: DeclaredPair, lang: str) -> str | None:
        name = pair.path(lang)
        if name and is_web(name):
            return name
        return display(config.root / name) if name else None

    rows = ((uri(p, languages[0]), uri(p, languages[1]), p.parity) for p in config.pairs)
    return {(first, second): parity for first, second, parity in rows if first and second}


def _similar(
    sources: Sequence[Document],
    targets: Sequence[Document],
    languages: tuple[str, str],
    config: Config,
) -> Iterable[Found]:
    """Compare the contents of pages that nothing else pairs."""
    from kielipari import align  # noqa: PLC0415 loads NumPy and the lexicon, rarely needed here
    from kielipari.site.similar import similar  # noqa: PLC0415 the same

    return similar(sources, targets, align.load_resources(*languages, lexicons=config.lexicons))


def _bitext_pair(bitext: Bitext, languages: tuple[str, str]) -> Pair:
    return Pair(
        id="",
        source_uri=bitext.uri,
        target_uri=bitext.uri,
        source_lang=bitext.source_lang or languages[0],
        target_lang=bitext.target_lang or languages[1],
        units=bitext.units,
    )


def _pair_catalogues(read: _Read, languages: tuple[str, str]) -> None:
    """Turn catalogues that translate one third language into two documents paired by key.

    ``fi.po`` and ``sv.po`` with English msgids say nothing of Finnish and Swedish each by
    itself; together they do.
    """
    groups: dict[str, dict[str, Bitext]] = defaultdict(dict)
    for bitext in read.bitexts:
        if bitext.source_lang not in languages and bitext.target_lang in languages:
            groups[neutral_path(bitext.uri, languages)][bitext.target_lang or ""] = bitext
    for versions in groups.values():
        if all(lang in versions for lang in languages):
            read.documents += [_as_document(versions[lang], lang) for lang in languages]
            for bitext in versions.values():
                read.bitexts.remove(bitext)


def _as_document(bitext: Bitext, lang: str) -> Document:
    blocks = tuple(_entry(unit, unit.target[0]) for unit in bitext.units if unit.target)
    return Document(bitext.uri, lang, blocks, bitext.meta)


def _entry(unit: Unit, segment: Segment) -> Block:
    plural = "" if unit.plural is None else f"[{unit.plural}]"
    source = " ".join(s.text for s in unit.source)
    key = f"{unit.context}\x04{source}{plural}" if unit.context else f"{source}{plural}"
    return replace(segment.block, id=key, kind=BlockKind.ENTRY)
