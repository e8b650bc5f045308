"""Reports to standard output and to files."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kielipari.cli import options
from kielipari.errors import UsageError

if TYPE_CHECKING:
    from kielipari.model import Report

_WIDTH = 100  # columns of a report that goes to a file or a mail
_MAX_WIDTH = 120


def write_reports(report: "Report", given: dict[str, Any], *, pages: bool) -> None:
    """Write every format that the command line asks for, files first.

    A file that cannot be written does not take the others along: UsageError is raised at the end.
    """
    failed: UsageError | None = None
    wanted = options.outputs(given["formats"], given["output"])
    for output in sorted(wanted, key=lambda output: output.file is None):
        try:
            _write(report, output, given, pages=pages)
        except UsageError as error:
            failed = failed or error
    if failed is not None:
        raise failed


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
            trend=given.get("trend"),
        ),
    )
    if output.file is not None:
        save(rendered, Path(output.file))
        if not given["quiet"]:
            click.echo(f"wrote {output.file}", err=True)
    elif not (given["quiet"] and output.format == "text" and not report.findings):
        emit(rendered)


def emit(data: bytes) -> None:
    """Write to standard output as it is; whoever reads it (head, less) may stop early."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # They have seen enough; the verdict stands.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def save(data: bytes, path: Path) -> None:
    """Write a file; raises UsageError where that cannot be done."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", str(path)) from error
