"""Reports to standard output and to files."""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kielipari.cli import options
from kielipari.errors import UsageError
from kielipari.state import files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kielipari.model import Report

_WIDTH = 100  # columns of a report that goes to a file or a mail
_MAX_WIDTH = 120


def write_reports(report: "Report", given: dict[str, Any], *, pages: bool) -> None:
    """Write every format that the command line asks for, files first.

    A file that cannot be written does not take the others along; each is told, the last one by
    the UsageError that is raised at the end.
    """
    failed: list[UsageError] = []
    wanted = options.outputs(given["formats"], given["output"])
    for output in sorted(wanted, key=lambda output: output.file is None):
        try:
            _write(report, output, given, pages=pages)
        except UsageError as error:
            failed.append(error)
    for other in failed[:-1]:
        click.echo(f"kielipari: {other.path}: {other.message}", err=True)
    if failed:
        raise failed[-1]


def _write(report: "Report", output: options.Output, given: dict[str, Any], *, pages: bool) -> None:
    from kielipari import report as reports  # noqa: PLC0415 keeps --help quick

    terminal = output.file is None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, _MAX_WIDTH) if terminal else _WIDTH
    wanted = reports.RenderOptions(
        color=output.file is None and options.use_color(no_color=given["no_color"]),
        width=width,
        locale=given["locale"] or "en",
        verbose=given["verbose"],
        audit=pages,
        trend=given.get("trend"),
    )
    if output.file is not None:
        _save_all(reports.files(output.format, report, _path(output.file), wanted), given)
        if missing := reports.left_out(output.format, report, wanted):
            click.echo(f"kielipari: {output.file}: {missing}", err=True)
    elif not (given["quiet"] and output.format == "text" and not report.findings):
        emit(reports.render(output.format, report, wanted))


def _path(file: str) -> str:
    """Return a file's path, with a slash at the end of a folder's."""
    return f"{file.rstrip('/')}/" if file.endswith(("/", os.sep)) or Path(file).is_dir() else file


def _save_all(written: "Mapping[str, bytes]", given: dict[str, Any]) -> None:
    """Write a report's files and say so, the one to open first by its name."""
    for name, data in written.items():
        save(data, Path(name), makes_folder=len(written) > 1)
    if given["quiet"]:
        return
    first, *others = written
    beside = ""
    if others:
        last = Path(others[-1]).name
        names = Path(others[0]).name + (f" … {last}" if len(others) > 1 else "")
        beside = f", and beside it what it links to, to be kept with it: {names}"
    click.echo(f"wrote {first}{beside}", err=True)


def emit(data: bytes) -> None:
    """Write to standard output as it is; whoever reads it (head, less) may stop early."""
    try:
        sys.stdout.flush()
        left = memoryview(data)
        while left:  # without a buffer (PYTHONUNBUFFERED) a write may end early
            left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # They have seen enough; the verdict stands.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def save(data: bytes, path: Path, *, makes_folder: bool = False) -> None:
    """Write a file; raises UsageError where that cannot be done, and leaves the old one whole."""
    try:
        if makes_folder:
            path.parent.mkdir(exist_ok=True)
        files.replace(data, path)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", str(path)) from error
