"""``kielipari match``: term hits by themselves."""

import json
from pathlib import Path

import click

from kielipari.cli import options
from kielipari.cli.completing import FILE
from kielipari.errors import UsageError


@click.command(
    short_help="Find the glossary's terms in a text, line by line.",
    epilog="""\b
Example:
  kielipari match teksti.txt --lang fi -g glossary/ --format jsonl""",
)
@click.argument("file", type=FILE, metavar="FILE")
@click.option("--lang", required=True, metavar="LANG", help="Language of the text.")
@options.glossary_option
@click.option(
    "--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", show_default=True
)
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
def match(file: str, lang: str, glossary: tuple[str, ...], format_: str, *, no_cache: bool) -> int:
    """Find the glossary's terms in a text, every input line on its own."""
    from kielipari import ingest, run  # noqa: PLC0415 keeps --help quick
    from kielipari.ingest.decode import decode  # noqa: PLC0415 the same
    from kielipari.terms.match import compile_matcher  # noqa: PLC0415 the same

    request = options.request((), glossary, no_cache=no_cache)
    concepts = run.load_concepts(request)
    if not concepts:
        raise UsageError("no glossary is configured; name one with -g")
    matcher = compile_matcher(concepts, lang, cache=not no_cache)
    path: Path | str = file if file == "-" else Path(file)
    text = decode(ingest.load(path), file).text
    for number, line in enumerate(text.splitlines(), 1):
        for hit in matcher.find(line):
            if format_ == "jsonl":
                row = {
                    "line": number,
                    "start": hit.start,
                    "end": hit.end,
                    "concept": hit.concept.id,
                    "term": hit.term.text,
                    "form": hit.form,
                    "how": hit.how.value,
                }
                click.echo(json.dumps(row, ensure_ascii=False))
            else:
                click.echo(
                    f"{number}:{hit.start + 1}  {hit.form}  → {hit.term.text}  ({hit.how.value})"
                )
    return 0


COMMANDS = (match,)
