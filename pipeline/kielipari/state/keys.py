"""What a pair's result depends on, as the key of its cache entry.

That is the bytes of its files, the glossary, the lexicons, the rules and their severities, what
the rest of the site says of this pair, what was confirmed of it, and the program itself: its own
files and the versions of the libraries it asks for.
"""

import hashlib
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from kielipari.checks.confirmed import PairConfirmed
from kielipari.config import Checks, Config
from kielipari.errors import StateError
from kielipari.gather import Loaded
from kielipari.model import Concept, Document, Pair
from kielipari.site.links import folder_of
from kielipari.site.survey import SiteFacts
from kielipari.state.cache import digest
from kielipari.terms.termbase import Termbase

_PACKAGE = Path(__file__).parent.parent
_ENVIRONMENT = "KIELIPARI_"  # variables that choose between libraries
_NEIGHBOURS = 5  # pages of a folder beyond which their number says nothing more
_ELSEWHERE = frozenset({"KIELIPARI_CACHE_DIR"})


@lru_cache(1)
def program() -> bytes:
    """Hash the package's files, its libraries' versions, and Python's own."""
    hashed = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for path in sorted(_files(_PACKAGE)):
        hashed.update(f"\0{path.relative_to(_PACKAGE).as_posix()}\0".encode())
        hashed.update(path.read_bytes())
    for requirement in sorted(metadata.requires("kielipari") or ()):
        name = requirement.split(";")[0].split("[")[0].split("=")[0].rstrip("<>~! ")
        if "extra ==" not in requirement:
            hashed.update(f"\0{name} {_version(name)}".encode())
    for name, value in sorted(os.environ.items()):
        if name.startswith(_ENVIRONMENT) and name not in _ELSEWHERE:
            hashed.update(f"\0{name}={value}".encode("utf-8", "surrogateescape"))
    return hashed.digest()


def run_key(concepts: tuple[Concept, ...], lexicons: Sequence[Path], checks: Checks) -> bytes:
    """Return what all pairs of a run have in common; raises StateError for a missing lexicon."""
    rules = (checks.select, checks.ignore, sorted((k, v.value) for k, v in checks.severity.items()))
    return digest(words_key(concepts, lexicons), repr(rules))


def words_key(concepts: tuple[Concept, ...], lexicons: Sequence[Path]) -> bytes:
    """Return what all that is found of words depends on; raises StateError for a missing lexicon."""
    return digest(program(), Termbase(concepts).digest, *(_bytes(path) for path in lexicons))


def outline_key(loaded: Iterable[Loaded], config: Config, asked: tuple[str | int, ...]) -> bytes:
    """Return what the pairing of a run's files depends on, beside them what the run was asked."""
    files = (
        repr(
            (item.uri, item.wanted.lang, item.wanted.parity.value, item.problem, item.said)
        ).encode()
        + hashlib.sha256(item.data).digest()
        for item in loaded
    )
    declared = [(pair.paths, pair.parity.value) for pair in config.pairs]
    said = repr((asked, declared, str(config.root)))
    lexicons = (_bytes(path) for path in config.lexicons)  # contents are compared with them
    return digest("outline", program(), said, *lexicons, *files)


def pair_key(
    run: bytes,
    pair: Pair,
    contents: Mapping[str, bytes],
    site: str,
    confirmed: PairConfirmed,
) -> bytes | None:
    """Return a pair's key, or None where the bytes of one of its files are not known.

    The pair's number in the run is no part of it. ``contents`` holds the hash of each file's
    bytes by uri, ``site`` what :func:`site_part` says of the pair.
    """
    uris = [uri for uri in (pair.source_uri, pair.target_uri) if uri is not None]
    if not all(uri in contents for uri in uris):
        return None
    said = (
        pair.source_uri,
        pair.target_uri,
        pair.source_lang,
        pair.target_lang,
        pair.parity.value,
        pair.found_by,
        pair.confidence,
    )
    return digest(
        run,
        repr(said),
        site,
        *(contents[uri] for uri in uris),
        repr(confirmed) if confirmed.units else "",
    )


def site_part(pair: Pair, facts: SiteFacts) -> str:
    """Return what the rest of the site says of a pair, as far as its result depends on it."""
    sides = ((pair.source, pair.source_lang), (pair.target, pair.target_lang))
    parts = [_of_site(document, lang, pair.id, facts) for document, lang in sides]
    return repr((bool(pair.units), parts))


def _of_site(document: Document | None, lang: str, pair: str, facts: SiteFacts) -> str:
    """Return what the other pages say of this one: who checks its blocks, where its links lead."""
    if document is None:
        return ""
    elsewhere = "".join("01"[facts.is_elsewhere(b, lang, pair)] for b in document.blocks)
    hrefs = [alternate.href for alternate in document.meta.alternates]
    hrefs += [link.href for link in document.meta.links]
    return repr((elsewhere, [_target(document, href, facts) for href in dict.fromkeys(hrefs)]))


def _target(document: Document, href: str, facts: SiteFacts) -> tuple[object, ...]:
    """Return what is known of the page that a link leads to."""
    uri = facts.find(document, href)
    neighbours = min(facts.folders.get(folder_of(href), 0), _NEIGHBOURS)
    if uri is None:
        return (None, neighbours)
    known = (facts.languages.get(uri), facts.partners.get(uri), facts.alternates.get(uri))
    return (uri, neighbours, *known)


def _files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                found += _files(Path(entry.path))
        elif not entry.name.startswith("."):
            found.append(Path(entry.path))
    return found


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StateError(f"cannot be read: {error.strerror}", str(path)) from error
