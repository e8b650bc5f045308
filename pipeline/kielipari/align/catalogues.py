"""Interface texts to learn from: the translation catalogues of installed packages, aligned.

A package that is translated carries a catalogue a language: gettext's ``locale/fi/…/django.po``
and ``locale/sv/…/django.po``, or JSON ``fi-….json`` and ``sv-….json``. Two entries of one key
translate each other where both are translated; their order is kept.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from kielipari.errors import EmptyInputError, KielipariError, StateError

__all__ = ["main", "read_catalogues"]

_Pieces = list[tuple[str, str]]
_Entries = dict[tuple[str, ...], tuple[str, str]]  # key: its text, and the text that it stands for
_FORMATS = (".po", ".mo", ".json")  # of a catalogue that is there twice, the first


def read_catalogues(package: str, langs: tuple[str, str]) -> Iterator[tuple[str, _Pieces]]:
    """Yield the name and the aligned texts of each catalogue that a package has in both languages.

    Raises :class:`StateError` where the package is not installed.
    """
    try:
        found = [_catalogues(distribution(package), lang) for lang in langs]
    except PackageNotFoundError as error:
        raise StateError(
            "This package is not installed; install what “learn” of pyproject.toml names.", package
        ) from error
    for name in sorted(found[0].keys() & found[1].keys()):
        yield f"{package}/{name}", _aligned(*(_read(side[name]) for side in found))


def _catalogues(package: Distribution, lang: str) -> dict[str, Path]:
    """Return a package's catalogues in a language, by their path without it."""
    in_path = re.compile(rf"(?:^|(?<=/)){lang}(_[A-Z]{{2}})?(?=/|-[0-9a-f]+\.json$)")
    found: dict[str, Path] = {}
    files = [file for file in package.files or () if file.suffix in _FORMATS]
    for file in sorted(files, key=lambda file: (_FORMATS.index(file.suffix), str(file))):
        here = in_path.search(str(file))
        if here:
            rest = str(file)[: here.start()] + re.sub(r"^-[0-9a-f]+", "", str(file)[here.end() :])
            found.setdefault(rest.removesuffix(file.suffix), Path(str(file.locate())))
    return found


def _read(path: Path) -> _Entries:
    """Read a catalogue; the text that an entry stands for is empty where the file does not say."""
    if path.suffix == ".json":
        entries = json.loads(path.read_text(encoding="utf-8"))
        return {(key,): (text, "") for key, text in entries.items()}
    import polib  # noqa: PLC0415 -- only where a catalogue is gettext's

    read = polib.pofile if path.suffix == ".po" else polib.mofile
    found: _Entries = {}
    for entry in read(str(path)).translated_entries():
        texts = [entry.msgstr] if entry.msgstr else [*entry.msgstr_plural.values()]
        originals = (entry.msgid, entry.msgid_plural)
        key = (entry.msgctxt or "", entry.msgid)
        found[key] = (texts[-1], originals[bool(entry.msgid_plural)])
    return found


def _aligned(source: _Entries, target: _Entries) -> _Pieces:
    """Pair what both catalogues translate; what only repeats the original tells nothing."""
    pieces = []
    for key, (text, original) in source.items():
        other = target.get(key, ("", ""))[0]
        left, right = " ".join(text.split()), " ".join(other.split())
        if left and right and left != right and original.strip() not in {text, other}:
            pieces.append((left, right))
    return pieces


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m kielipari.align.catalogues", description=__doc__
    )
    parser.add_argument("packages", nargs="+", help="names of installed packages")
    parser.add_argument("-o", "--output", type=Path, required=True, help="JSON lines to write")
    parser.add_argument("--source-lang", default="fi")
    parser.add_argument("--target-lang", default="sv")
    options = parser.parse_args(arguments)
    rows: list[str] = []
    try:
        for package in options.packages:
            count = len(rows)
            for name, pieces in read_catalogues(
                package, (options.source_lang, options.target_lang)
            ):
                rows += [json.dumps([name, *piece], ensure_ascii=False) for piece in pieces]
            if len(rows) == count:
                raise EmptyInputError("This package has no catalogue in both languages.", package)
            print(f"{package}: {len(rows) - count} aligned texts")  # noqa: T201 -- a command
    except KielipariError as error:
        print(f"{error.path or 'catalogues'}: {error}", file=sys.stderr)  # noqa: T201 -- a command
        return 2
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
