"""The command line: parse → run → report → exit code; no logic of its own.

Commands import what they need when they run, so that ``kielipari --help`` answers at once.
"""

import os
import sys
from typing import Any

import click

from kielipari.cli import align, check, inspect, rules, state, terms
from kielipari.errors import KielipariError
from kielipari.state.collector import collect_seldom

__all__ = ["cli", "main"]

_INTERRUPTED = 130
_EPILOG = """\b
Examples:
  kielipari check sv.po -g glossary/            a translation file against a term list
  kielipari audit sivu.fi.html sida.sv.html     two versions of one page
  kielipari audit site/ --format html=report.html
  kielipari term ekosysteemisopimuksissa -g glossary/

Exit codes: 0 nothing to mend, 1 findings, 2 something could not be read or was asked wrongly."""


@click.group(
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="kielipari", message="kielipari %(version)s")
def cli() -> None:
    """Read Finnish and Swedish texts that ought to say the same thing, and tell what differs."""


for _command in (
    *check.COMMANDS,
    *align.COMMANDS,
    *inspect.COMMANDS,
    *terms.COMMANDS,
    *state.COMMANDS,
    *rules.COMMANDS,
):
    cli.add_command(_command)


def main(args: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code; no traceback for a user's mistake."""
    # Our matrices are small: threads of NumPy's library only wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    collect_seldom()
    try:
        status = cli.main(args=args, standalone_mode=False)
    except KielipariError as error:
        click.echo(f"kielipari: {_located(error)}", err=True)
        status = 2
    except click.exceptions.Abort:
        click.echo("kielipari: interrupted", err=True)
        status = _INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        status = 2
    except click.ClickException as error:
        click.echo(f"kielipari: {_usage(error)}", err=True)
        status = 2
    except BrokenPipeError:
        # Whoever read our output (head, less) has seen enough.
        _close_output()
        status = 0
    except OSError as error:  # where no file is named it is the output, on a full disk
        what = error.filename or "standard output: cannot be written"
        click.echo(f"kielipari: {what}: {error.strerror}", err=True)
        _close_output()
        status = 2
    sys.exit(_status(status))


def _close_output() -> None:
    """Let what is left of the output go nowhere, so that Python does not complain on leaving."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _status(value: Any) -> int:  # noqa: ANN401 a command returns its exit code, or nothing
    return value if isinstance(value, int) else 0


def _usage(error: click.ClickException) -> str:
    """Say in one sentence what was asked wrongly, and where to look it up."""
    said = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    return f"{said}; see “{context.command_path} --help”" if context is not None else said


def _located(error: KielipariError) -> str:
    if error.path is None:
        return error.message
    line = f":{error.line}" if error.line is not None else ""
    return f"{error.path}{line}: {error.message}"
