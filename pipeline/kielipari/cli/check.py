"""``kielipari check`` and ``kielipari audit``."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kielipari.cli import options
from kielipari.errors import UsageError

if TYPE_CHECKING:
    from kielipari.model import Report
    from kielipari.run import Progress

_WIDTH = 100  # columns of a report that goes to a file or a mail
_MAX_WIDTH = 120


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

    wanted = options.outputs(given["formats"], given["output"])
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
    for output in wanted:
        _write(report, output, given, pages=pages)
    return run.exit_code(report, given["fail_on"] or request.config.fail_on)


def _write(report: "Report", output: options.Output, given: dict[str, Any], *, pages: bool) -> None:
    from kielipari import report as reports  # noqa: PLC0415 keeps --help quick

    terminal = output.file is None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, _MAX_WIDTH) if terminal else _WIDTH
    rendered = reports.render(
        output.format,
        report,
        reports.RenderOptions(
            color=output.file is None and options.use_color(no_color=given["no_color"]),
            width=width,
            locale=given["locale"] or "en",
            verbose=given["verbose"],
            audit=pages,
        ),
    )
    if output.file is not None:
        _save(rendered, Path(output.file))
        if not given["quiet"]:
            click.echo(f"wrote {output.file}", err=True)
    elif not (given["quiet"] and output.format == "text" and not report.findings):
        click.get_binary_stream("stdout").write(rendered)


def _save(data: bytes, path: Path) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", str(path)) from error


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
