"""The whole of ``kielipari init``."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kielipari import config
from kielipari.errors import UsageError
from kielipari.setup.survey import Survey, survey
from kielipari.setup.write import write

_MOST_NOTES = 5  # and pairs; the rest is counted


def begin(folder: Path, languages: tuple[str, str]) -> tuple[str, ...]:
    """Survey a folder, write its configuration, and return what to say of it, line by line.

    Raises UsageError where there is a configuration already, or nothing in both languages.
    """
    if not folder.is_dir():
        raise UsageError("there is no such folder", str(folder))
    there = config.find(folder.resolve())
    if there is not None and there.parent == folder.resolve():
        raise UsageError("is there already, and it is not overwritten; edit it", str(there))
    found = survey(folder, languages)
    if not found:
        one, other = languages
        raise UsageError(
            f"no texts in both {one} and {other} were found below here; name the languages in the "
            f"paths (as in site/{one}/ and site/{other}/), or write {config.FILE_NAME} by hand",
            str(folder),
        )
    path = folder / config.FILE_NAME
    text = write(found, languages)
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)  # half of a configuration is none
        raise UsageError(f"cannot be written: {error.strerror}", str(path)) from error
    config.read(path)  # what was written is understood
    return tuple(_said(found, path))


def _said(found: Survey, path: Path) -> Iterator[str]:
    yield "Found:"
    for pattern, number in found.patterns:
        yield f"  {number} {_pairs(number)} of language versions in {pattern}"
    for name in found.bilingual:
        yield f"  a bilingual file, {name}"
    yield from _listed("by their names", found.named)
    yield from _listed("by their contents", found.pairs)
    for name in found.glossaries:
        yield f"  a glossary, {name}"
    if found.alone:
        yield (
            f"  without a counterpart of the same name: {', '.join(found.alone[:_MOST_NOTES])}"
            + (
                f" and {len(found.alone) - _MOST_NOTES} more"
                if len(found.alone) > _MOST_NOTES
                else ""
            )
        )
    for note in found.notes[:_MOST_NOTES]:
        yield f"  {note}"
    if len(found.notes) > _MOST_NOTES:
        yield f"  … and {len(found.notes) - _MOST_NOTES} more files could not be read"
    yield f"Wrote {path}. Next: kielipari check"


def _listed(how: str, pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    for one, other in pairs[:_MOST_NOTES]:
        yield f"  {how}: {one} and {other}"
    if len(pairs) > _MOST_NOTES:
        more = len(pairs) - _MOST_NOTES
        yield f"  … and {more} more {_pairs(more)} {how}"


def _pairs(number: int) -> str:
    return "pair" if number == 1 else "pairs"
