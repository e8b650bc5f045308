"""From what the user named to the bytes of files and pages."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kielipari import ingest
from kielipari.config import Config
from kielipari.errors import EmptyInputError, InputError, UsageError
from kielipari.model import Parity, Problem
from kielipari.site.addresses import is_web
from kielipari.site.crawl.options import CrawlOptions
from kielipari.site.paths import files_for, has_language
from kielipari.site.said import Said


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


def display(path: Path) -> str:
    """Return a path as reports show it: relative to the working directory where it is below."""
    # Strings take half the time of Path, and this is asked for every file.
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118 as above
    found = os.path.realpath(path)
    if not found.startswith(here):
        return path.as_posix()
    return found.removeprefix(here).replace(os.sep, "/")


def _from_paths(paths: Sequence[str]) -> list[Wanted]:
    wanted: list[Wanted] = []
    for name in paths:
        if "://" in name and not is_web(name):
            raise UsageError("is no address of http or https, which alone are crawled", name)
        path = Path(name)
        if name != "-" and path.is_dir():
            found = list(_below(path))
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
            for file in files_for(config.root, content.path, lang or ""):
                wanted.setdefault(file, Wanted(file, lang, content.parity))
    for pair in config.pairs:
        for lang, name in pair.paths:
            path = name if is_web(name) else config.root / name
            wanted[path] = Wanted(path, lang, pair.parity)
    return list(wanted.values())


def _below(folder: Path) -> Iterator[Path]:
    """Yield what can be read in a folder and the folders in it, in the order of their names.

    A folder that may not be looked into is yielded itself, so that reading it says so.
    """
    try:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in ordered:
        if entry.name.startswith((".", "_")) or entry.name.endswith("_files"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path))
        elif entry.is_file() and (ingest.is_readable(entry.path) or is_sitemap_name(entry.name)):
            yield Path(entry.path)


def _is_source(name: str) -> bool:
    """Whether a name stands for the pages of a site: no other needs the code that fetches them."""
    if not (is_web(name) or name.lower().endswith((".xml", ".gz", ".warc"))):
        return False
    from kielipari.site.sources import is_source  # noqa: PLC0415 as above

    return is_source(name)


def is_sitemap_name(name: str) -> bool:
    """Whether a file is named as sitemaps are; what it holds is another question."""
    stem = name.rpartition("/")[2].lower()
    return "sitemap" in stem and stem.endswith((".xml", ".xml.gz"))


def _load(wanted: Wanted) -> Loaded:
    uri = wanted.path if isinstance(wanted.path, str) else display(wanted.path)
    try:
        return Loaded(wanted, uri, ingest.load(wanted.path))
    except InputError as error:
        problem = Problem(error.path or uri, error.message, error.line)
        return Loaded(wanted, uri, problem=problem)
