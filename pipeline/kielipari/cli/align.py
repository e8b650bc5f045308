"""``kielipari align``, the beads of two texts by themselves, and ``kielipari learn``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kielipari.cli import options
from kielipari.cli.completing import FILE
from kielipari.cli.output import emit, save
from kielipari.errors import InputError, KielipariError, UsageError
from kielipari.model import Relation

if TYPE_CHECKING:
    from kielipari.align import Resources
    from kielipari.align.formats import AlignedTexts
    from kielipari.run import Request

_COLUMNS = 3
_TELLING = 2000  # code points that tell a file's language


@click.command(
    short_help="Align two texts: what belongs together, and what stands alone.",
    epilog="""\b
Examples:
  kielipari align sivu.fi.html sivu.sv.html --format tmx -o sivu.tmx
  kielipari align fi.txt sv.txt --lines
  kielipari align --lines --pairs list.tsv -o beads/""",
)
@click.argument("files", nargs=-1, type=FILE, metavar="[FI SV]")
@click.option("--lines", is_flag=True, help="Every input line is a segment.")
@click.option(
    "--pairs",
    type=FILE,
    metavar="LIST",
    help="Many pairs in one run: a line for each with Finnish file, tab, Swedish file, tab, name.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["tsv", "json", "tmx", "xliff", "po"]),
    help="Default: what the output's name says, else tsv.",
)
@click.option(
    "-o", "--output", type=FILE, metavar="FILE", help="File to write; with --pairs, a folder."
)
@options.glossary_option
@options.language_options
def align(  # noqa: PLR0913, PLR0917 click passes every option
    files: tuple[str, ...],
    pairs: str | None,
    format_: str | None,
    output: str | None,
    glossary: tuple[str, ...],
    source_lang: str | None,
    target_lang: str | None,
    *,
    lines: bool,
) -> int:
    """Align two texts: which segments belong together, and what has no counterpart.

    With --lines --format tsv, prints a bead a line: Finnish line numbers, a tab, Swedish line
    numbers, a tab, score. Numbers count from 0; an empty field means no counterpart.
    """
    from kielipari.align import formats  # noqa: PLC0415 keeps --help quick

    request = options.request(files, glossary, source_lang=source_lang, target_lang=target_lang)
    if pairs is not None:
        return _many(pairs, request, format_, output, lines=lines)
    if len(files) != 2:  # noqa: PLR2004 a pair is two
        raise UsageError("name two files, the Finnish and the Swedish one, or a list with --pairs")
    name = format_ or (formats.format_of(Path(output)) if output else "tsv")
    first, second = (Path(file) for file in files)
    written = _rendered(name, _texts(first, second, request, None, lines=lines), lines=lines)
    if output:
        save(written, Path(output))
    else:
        emit(written)
    return 0


@click.command(
    epilog="""\b
Example:
  kielipari learn muisti.jsonl -o sanasto.npz
  then in the configuration: lexicons = ["sanasto.npz"]"""
)
@click.argument("aligned", nargs=-1, required=True, type=FILE, metavar="ALIGNED…")
@click.option(
    "-o", "--output", required=True, type=FILE, metavar="FILE", help="The lexicon to write."
)
@click.option("--about", default="", help="Provenance and licence, kept in the file.")
@options.language_options
def learn(
    aligned: tuple[str, ...],
    output: str,
    about: str,
    source_lang: str | None,
    target_lang: str | None,
) -> None:
    """Learn a translation lexicon from your own aligned texts.

    Reads JSON lines ({"fi": …, "sv": …} or [document, fi, sv]) and TSV, also .xz and .gz. The
    configuration names the lexicon; an audit itself learns nothing.
    """
    from kielipari.align.aligned import read_aligned  # noqa: PLC0415 keeps --help quick
    from kielipari.align.learn import learn_lexicon  # noqa: PLC0415 the same
    from kielipari.align.lexicon_file import dump  # noqa: PLC0415 the same

    languages = options.request((), (), source_lang=source_lang, target_lang=target_lang).languages
    pieces = read_aligned([Path(path) for path in aligned], *languages)
    lexicon = learn_lexicon(pieces, *languages, about)
    save(dump(lexicon), Path(output))
    click.echo(f"wrote {output}: {len(lexicon.links)} translations", err=True)


def _many(
    listed: str, request: "Request", format_: str | None, output: str | None, *, lines: bool
) -> int:
    from kielipari.align import formats  # noqa: PLC0415 keeps --help quick

    if output is None:
        raise UsageError("--pairs writes many files; name a folder for them with -o")
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot be made: {error.strerror}", output) from error
    resources = _resources(request)
    status = 0
    for number, row in enumerate(_read_lines(Path(listed)), 1):
        if not row.strip():
            continue
        cells = row.split("\t")
        if len(cells) != _COLUMNS:
            raise UsageError("needs two files and a name, with tabs between", f"{listed}:{number}")
        path = folder / cells[2]
        if format_ or path.suffix.lower().lstrip(".") not in formats.FORMATS:
            path = folder / f"{cells[2].removesuffix(f'.{format_}')}.{format_ or 'tsv'}"
        name = format_ or formats.format_of(path)
        try:
            texts = _texts(Path(cells[0]), Path(cells[1]), request, resources, lines=lines)
        except KielipariError as error:
            click.echo(f"kielipari: {error.path or cells[0]}: {error.message}", err=True)
            status = 2
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        save(_rendered(name, texts, lines=lines), path)
    return status


def _rendered(name: str, texts: "AlignedTexts", *, lines: bool) -> bytes:
    from kielipari.align import formats  # noqa: PLC0415 keeps --help quick

    if lines and name == "tsv":
        return formats.line_beads(texts.alignment).encode()
    return formats.render(name, texts).encode()


def _texts(
    first: Path, second: Path, request: "Request", resources: "Resources | None", *, lines: bool
) -> "AlignedTexts":
    from kielipari import align as aligner  # noqa: PLC0415 keeps --help quick
    from kielipari import bilingual  # noqa: PLC0415 the same
    from kielipari.align.formats import AlignedTexts  # noqa: PLC0415 the same

    languages = request.languages
    resources = resources or _resources(request)
    if lines:
        source, target = _read_lines(first), _read_lines(second)
        alignment = aligner.align_lines(source, target, resources, *languages)
        if alignment.relation is not Relation.TRANSLATION or source == target:
            _note_same_language((first, second), (source, target), languages)
        return AlignedTexts(alignment, source, target, *languages, str(first), str(second))
    pair, source_segments, target_segments = bilingual.segments(first, second, request)
    alignment = aligner.align_documents(source_segments, target_segments, resources)
    return AlignedTexts(
        alignment,
        [segment.text for segment in source_segments],
        [segment.text for segment in target_segments],
        *languages,
        pair.source_uri or "",
        pair.target_uri or "",
    )


def _note_same_language(
    paths: tuple[Path, Path], texts: tuple[list[str], list[str]], languages: tuple[str, str]
) -> None:
    """Say where both files seem to be in one language; documents are refused then, lines go on."""
    from kielipari.languages.identify import identify  # noqa: PLC0415 keeps --help quick

    first, second = (identify("\n".join(lines)[:_TELLING], languages).lang for lines in texts)
    if first is not None and first == second:
        click.echo(
            f"kielipari: {paths[0]} and {paths[1]} seem to be in the same language ({first}); "
            "give two language versions of one text",
            err=True,
        )


def _read_lines(path: Path) -> list[str]:
    from kielipari import ingest  # noqa: PLC0415 keeps --help quick
    from kielipari.ingest.decode import decode  # noqa: PLC0415 the same

    text = decode(ingest.load(path), str(path)).text
    if not text:
        raise InputError("is empty; give a text with a segment a line", str(path))
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def _resources(request: "Request") -> "Resources":
    from kielipari import align as aligner  # noqa: PLC0415 keeps --help quick
    from kielipari.run import load_concepts  # noqa: PLC0415 the same

    return aligner.load_resources(
        *request.languages, lexicons=request.config.lexicons, concepts=load_concepts(request)
    )


COMMANDS: tuple[click.Command, ...] = (align, learn)
