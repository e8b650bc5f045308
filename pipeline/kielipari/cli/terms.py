"""``kielipari term`` and ``kielipari glossary``."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kielipari.cli import options
from kielipari.cli.completing import FILE
from kielipari.cli.output import emit, save, write_reports
from kielipari.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kielipari.bilingual import Aligned
    from kielipari.run import Request
    from kielipari.terms.termbase import Termbase


@click.command(
    epilog="""\b
Example:
  kielipari term ekosysteemisopimuksissa -g glossary/"""
)
@click.argument("word", nargs=-1, required=True)
@options.glossary_option
@click.option("--no-examples", is_flag=True, help="Do not look for examples in the content.")
@click.option(
    "--lang",
    "locale",
    type=click.Choice(("en", "fi", "sv")),
    default="en",
    help="Language of the card.",
)
@click.option("--no-color", is_flag=True, help="No colours (NO_COLOR does the same).")
def term(
    word: tuple[str, ...],
    glossary: tuple[str, ...],
    locale: str,
    *,
    no_examples: bool,
    no_color: bool,
) -> None:
    """Look a term up, in any form and either language.

    Shows its equivalents by status, its definition and note, and examples from the configured
    content, both languages side by side.
    """
    from kielipari.report import term_card  # noqa: PLC0415 keeps --help quick
    from kielipari.terms.lookup import look_up  # noqa: PLC0415 the same

    if not any(part.strip() for part in word):
        raise UsageError("there is no word to look up; give one, in any form")
    request = options.request((), glossary)
    base = _termbase(request)
    has_content = bool(request.config.content or request.config.pairs) and not no_examples
    examples = _examples(request, base, " ".join(word)) if has_content else ()
    found = look_up(base, " ".join(word), examples, request.languages)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    card = term_card.render(found, locale, width)
    click.echo(card, nl=False, color=options.use_color(no_color=no_color))


@click.group()
def glossary() -> None:
    """Look after a glossary: lint, convert, extract candidates."""


@glossary.command(epilog="Example: kielipari glossary lint glossary/innokaupungit.csv")
@click.argument("paths", nargs=-1, type=FILE, metavar="[PATH…]")
@options.report_options
def lint(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 click's options by name
    """Find what a person should mend in a glossary."""
    from kielipari import gates, run  # noqa: PLC0415 keeps --help quick

    request = options.request(
        (),
        (*given["glossary"], *paths),
        source_lang=given["source_lang"],
        target_lang=given["target_lang"],
        select=given["select"],
        ignore=given["ignore"],
    )
    report = run.lint(_termbase(request), request)
    write_reports(report, given, pages=False)
    gate = gates.parse(given["fail_on"] or ("warning",))
    return 2 if report.problems else int(any(gate.stops(f) for f in report.findings))


@glossary.command(
    epilog="""\b
Example:
  kielipari glossary convert glossary/innokaupungit.csv terms.tbx"""
)
@click.argument("source", type=FILE, metavar="FROM")
@click.argument("target", type=FILE, metavar="TO")
def convert(source: str, target: str) -> None:
    """Write a glossary in another format: CSV, XLSX or TBX, by the name of the file."""
    from kielipari.terms import formats, termbase  # noqa: PLC0415 keeps --help quick

    written = formats.write(termbase.load([source]), Path(target).suffix)
    save(written, Path(target))
    click.echo(f"wrote {target}", err=True)


@glossary.command(
    epilog="""\b
Example:
  kielipari glossary extract corpus/press/fi/tiedote.txt corpus/press/sv/tiedote.txt -o new.csv"""
)
@click.argument("paths", nargs=-1, type=FILE, metavar="[FI SV]…")
@options.glossary_option
@options.language_options
@click.option("--limit", default=200, show_default=True, help="How many candidates at most.")
@click.option(
    "-o", "--output", type=FILE, metavar="FILE", help="File to write instead of printing."
)
def extract(  # noqa: PLR0913, PLR0917 click passes every option
    paths: tuple[str, ...],
    glossary: tuple[str, ...],
    source_lang: str | None,
    target_lang: str | None,
    limit: int,
    output: str | None,
) -> None:
    """Suggest term pairs that aligned texts use and the glossary lacks, as rows to append."""
    from kielipari.bilingual import aligned_texts  # noqa: PLC0415 keeps --help quick
    from kielipari.terms import extract as extraction  # noqa: PLC0415 the same

    request = options.request(paths, glossary, source_lang=source_lang, target_lang=target_lang)
    base = _termbase(request) if (request.glossary or request.config.glossary) else None
    candidates = extraction.extract(aligned_texts(request), base, request.languages, limit)
    written = extraction.to_csv(candidates, request.languages)
    if output:
        save(written, Path(output))
        click.echo(f"wrote {output}: {len(candidates)} candidates", err=True)
    else:
        emit(written)


def _termbase(request: "Request") -> "Termbase":
    from kielipari.terms import termbase  # noqa: PLC0415 keeps --help quick

    paths = request.glossary or request.config.glossary
    if not paths:
        raise UsageError("no glossary is configured; name one with -g")
    return termbase.load(paths)


def _examples(request: "Request", base: "Termbase", word: str) -> "Iterator[Aligned]":
    """Yield aligned texts of the pairs that mention the word's concept on both sides."""
    from kielipari.bilingual import aligned_texts, pair_text  # noqa: PLC0415 keeps --help quick
    from kielipari.terms.lookup import look_up  # noqa: PLC0415 the same
    from kielipari.terms.match import compile_matcher  # noqa: PLC0415 the same

    concepts = tuple(entry.concept for entry in look_up(base, word).entries)
    matchers = [compile_matcher(concepts, lang) for lang in request.languages]
    yield from aligned_texts(
        request,
        lambda pair: all(
            matcher.find(text) for matcher, text in zip(matchers, pair_text(pair), strict=True)
        ),
    )


COMMANDS: tuple[click.Command, ...] = (term, glossary)
