"""What an address says of language: ``/fi/…``, ``page.sv.html``, ``?lang=sv``, ``sv.example.org``."""

import re
from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path

from kielipari.site.addresses import host_of, is_web, path_of

_SPLIT = re.compile(r"([/\\._?=&-])")
_REGION = re.compile(r"r?([A-Za-z]{2})")  # the r is Android's: values-sv-rFI
_PLACEHOLDER = "{lang}"


def language_in_path(path: str, languages: Collection[str]) -> str | None:
    """Return the language that a path names, the last one if several, or None.

    A language stands as a whole piece between separators, in either case, with or without a
    region after it (``fi``, ``FI``, ``sv_FI``, ``fi-rFI``, ``/sv-fi/``): the FI of sv_FI is no
    language. Of a web address the path and the query count, then the first part of the host; its
    top domain says nothing (turku.fi).
    """
    found = [lang for _, lang in _pieces(path_of(path), languages) if lang]
    if found:
        return found[-1]
    first, _, rest = host_of(path).partition(".") if is_web(path) else ("", "", "")
    return first if first in languages and "." in rest else None


def neutral_path(path: str, languages: Collection[str]) -> str:
    """Return the path with every language in it replaced, so that versions become equal."""
    return "".join(_PLACEHOLDER if lang else piece for piece, lang in _pieces(path, languages))


def bare_path(path: str, languages: Collection[str]) -> str:
    """Return the path without folders named after a language: the main language often has none."""
    folders = neutral_path(path_of(path), languages).split("/")
    names = zip(path_of(path).split("/"), folders, strict=True)
    kept = [name for name, neutral in names if name and neutral != _PLACEHOLDER]
    return f"{host_of(path)}/{'/'.join(kept)}"


def path_for(pattern: str, lang: str) -> str:
    """Fill in the language of a configured pattern."""
    return pattern.replace(_PLACEHOLDER, lang)


def files_for(root: Path, pattern: str, lang: str) -> list[Path]:
    """Return the files below a folder that a configured pattern means in a language, in order.

    The language may have a region: ``{lang}`` stands for ``sv``, ``sv_FI`` and ``sv-FI`` alike.
    """
    plain = path_for(pattern, lang)
    found = {path for path in root.glob(plain) if path.is_file()}
    if has_language(pattern):
        wanted = plain.replace("**/", "*")
        for path in root.glob(path_for(pattern, f"{lang}[-_]*")):
            name = path.relative_to(root).as_posix()
            said = "".join(known or piece for piece, known in _pieces(name, (lang,)))
            if fnmatchcase(said, wanted) and path.is_file():
                found.add(path)
    return sorted(found)


def has_language(pattern: str) -> bool:
    """Whether a configured pattern says which files are each other's versions."""
    return _PLACEHOLDER in pattern


def _pieces(path: str, languages: Collection[str]) -> Iterator[tuple[str, str | None]]:
    """Cut a path at the languages in it; yield each piece with the language that it is, or None.

    A language and its region stay one piece.
    """
    parts = _SPLIT.split(path)  # every other one is a separator
    done = 0
    for at in [n for n in range(0, len(parts), 2) if parts[n].lower() in languages]:
        if at < done:
            continue  # the region of the language before
        if at > done:
            yield "".join(parts[done:at]), None
        done = at + (3 if _has_region(parts, at) else 1)
        yield "".join(parts[at:done]), parts[at].lower()
    yield "".join(parts[done:]), None


def _has_region(parts: list[str], at: int) -> bool:
    """Whether a region follows. In small letters (/sv-fi/) it has to end the name of a folder."""
    if at + 2 >= len(parts) or parts[at + 1] not in {"-", "_"}:
        return False
    region = _REGION.fullmatch(parts[at + 2])
    if region is None or not _is_locale(parts[at].lower(), region[1].upper()):
        return False
    is_folder = at + 3 < len(parts) and parts[at + 3] in {"/", "\\"}
    return region[1].isupper() or (is_folder and (at == 0 or parts[at - 1] in {"/", "\\"}))


@lru_cache(256)
def _is_locale(lang: str, region: str) -> bool:
    """Whether CLDR knows the language in that region, as it does sv_FI and not fi_SV."""
    from babel import localedata  # noqa: PLC0415 only where a path may have a region

    return localedata.exists(f"{lang}_{region}")
