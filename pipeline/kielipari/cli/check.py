"""``kielipari check`` and ``kielipari audit``."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from kielipari.cli import options
from kielipari.cli.output import write_reports

if TYPE_CHECKING:
    from kielipari.run import Progress


@click.command(
    epilog="""\b
Examples:
  kielipari check sv.po -g glossary/
  kielipari check sivu.fi.html sivu.sv.html
  kielipari check --format sarif=out.sarif        what the configuration names"""
)
@click.argument("paths", nargs=-1, metavar="[PATH…|-]")
@options.report_options
def check(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 click's options by name
    """Check bilingual files, pairs of files, or what the configuration names."""
    return _run(paths, given, pages=False)


@click.command(
    epilog="""\b
Examples:
  kielipari audit fi.html sv.html
  kielipari audit site/ -g glossary/ --format html=report.html
  kielipari audit                                 what the configuration names"""
)
@click.argument("paths", nargs=-1, metavar="[PATH] [PATH]")
@options.report_options
def audit(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 click's options by name
    """Pair two documents or a folder of pages, align them, and report on the whole.

    Beside the findings of `check` it says how the two versions of a page stand to each other,
    how much of the content has a counterpart, and which terms each side uses.
    """
    return _run(paths, given, pages=True)


def _run(paths: tuple[str, ...], given: dict[str, Any], *, pages: bool) -> int:
    from kielipari import run  # noqa: PLC0415 keeps --help quick

    options.outputs(given["formats"], given["output"])  # complain before the work, not after
    request = options.request(
        paths,
        given["glossary"],
        source_lang=given["source_lang"],
        target_lang=given["target_lang"],
        select=given["select"],
        ignore=given["ignore"],
        no_cache=given["no_cache"],
    )
    with _progress(quiet=given["quiet"]) as progress:
        report = run.run(request, progress)
    write_reports(report, given, pages=pages)
    return run.exit_code(report, given["fail_on"] or request.config.fail_on)


@contextmanager
def _progress(*, quiet: bool) -> Iterator["Progress"]:
    """Show a bar on a terminal; nothing in CI, in a pipe, or when asked to be quiet."""
    from kielipari.run import Progress  # noqa: PLC0415 keeps --help quick

    if quiet or not sys.stderr.isatty() or os.environ.get("CI"):
        yield Progress()
        return
    from rich.console import Console  # noqa: PLC0415 only where there is a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415 the same
    from rich.progress import Progress as Bar  # noqa: PLC0415 the same

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield Progress(
            reading=lambda _: bar.update(task, advance=1),
            auditing=lambda done, total: bar.update(
                task, description="auditing", completed=done, total=total
            ),
        )


COMMANDS = (check, audit)
