"""How far a run is, on a terminal: one line that is gone when the report comes."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kielipari.run import Progress

_MINUTE = 60  # seconds


@contextmanager
def shown(locale: str, *, quiet: bool) -> Iterator["Progress"]:
    """Show a bar on a terminal; nothing in CI, in a pipe, or when asked to be quiet."""
    from kielipari.run import Progress  # noqa: PLC0415 keeps --help quick

    if quiet or not sys.stderr.isatty() or os.environ.get("CI"):
        yield Progress(note=_note)
        return
    from rich.console import Console  # noqa: PLC0415 only where there is a terminal
    from rich.progress import BarColumn, TextColumn  # noqa: PLC0415 the same
    from rich.progress import Progress as Bar  # noqa: PLC0415 the same

    from kielipari.report.messages import words  # noqa: PLC0415 the same

    say = words(locale).say
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[count]}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        bar.add_task(say("progress.reading"), total=None, count="")
        (task,) = bar.tasks

        def show(message: str, done: float, total: float | None = None) -> None:
            """Show what is done, and of how much."""
            if total is None:
                task.total = None  # there is more to come, perhaps after what was counted before
            bar.update(
                task.id,
                description=say(message),
                completed=done,
                total=total,
                count=counted(done, total, task.time_remaining),
            )

        yield Progress(
            preparing=lambda: show("progress.preparing", 0),
            reading=lambda _: show("progress.reading", task.completed + 1),
            auditing=lambda done, total: show("progress.auditing", done, total),
            note=_note,
        )


def counted(done: float, total: float | None, left: float | None) -> str:
    """Return how many there are of how many, and how long the rest may take (``left`` seconds)."""
    if total is None:
        return f"{done:.0f}" if done else ""
    count = f"{done:{len(f'{total:.0f}')}.0f}/{total:.0f}"
    if not left:
        return count
    minutes, seconds = divmod(round(left), _MINUTE)
    return f"{count}  {minutes}:{seconds:02}"


def _note(text: str) -> None:
    click.echo(f"kielipari: {text}", err=True)
