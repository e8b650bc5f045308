"""Options that several commands share, and what they add to the configuration."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kielipari.cli.completing import FILE, LEVEL, RULE, words
from kielipari.errors import UsageError
from kielipari.report.options import LOCALES

if TYPE_CHECKING:
    from kielipari.config import Config
    from kielipari.gates import Gate
    from kielipari.run import Request

_Command = TypeVar("_Command", bound=Callable[..., Any])

FORMATS = (
    "text",
    "json",
    "html",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "csv",
    "xlsx",
    "markdown",
)


@dataclass(frozen=True, slots=True)
class Output:
    """One report to write: its format and its file, None for standard output."""

    format: str
    file: str | None


def glossary_option(command: _Command) -> _Command:
    """Add ``-g/--glossary``."""
    return click.option(
        "-g",
        "--glossary",
        type=FILE,
        metavar="PATH",
        multiple=True,
        help="Glossary to use instead of the configured one; a folder means every glossary in "
        "it. May be repeated.",
    )(command)


def language_options(command: _Command) -> _Command:
    """Add ``--source-lang`` and ``--target-lang``."""
    for flag, side in (("--target-lang", "second"), ("--source-lang", "first")):
        command = click.option(flag, metavar="LANG", help=f"Language of the {side} side.")(command)
    return command


def report_options(command: _Command) -> _Command:
    """Add what ``check`` and ``audit`` share."""
    options = (
        click.option(
            "--format",
            "formats",
            multiple=True,
            type=words(*FORMATS),
            metavar="NAME[=FILE]",
            help=f"Report to write: {', '.join(FORMATS)}; html=FOLDER/ gets a page for every "
            "pair. May be repeated.",
        ),
        click.option("-o", "--output", type=FILE, metavar="FILE", help="File for a single format."),
        click.option(
            "--fail-on",
            multiple=True,
            type=LEVEL,
            metavar="LEVEL[,RULE…]",
            help="What makes the exit code 1: the lowest severity (error, warning, info, or never; "
            "default error), rules whatever their severity (V104), and not (-T106).",
        ),
        click.option(
            "--select", multiple=True, type=RULE, metavar="RULE", help="Run these rules only."
        ),
        click.option(
            "--ignore", multiple=True, type=RULE, metavar="RULE", help="Leave these rules out."
        ),
        click.option("--no-cache", is_flag=True, help="Neither read nor write the cache."),
        click.option(
            "--lang",
            "locale",
            type=click.Choice(sorted(LOCALES)),
            metavar="LANG",
            help=f"Language of the report: {', '.join(sorted(LOCALES))}.",
        ),
        click.option("-v", "--verbose", is_flag=True, help="Show every finding of every page."),
        click.option(
            "-q", "--quiet", is_flag=True, help="No progress, no report without findings."
        ),
        click.option("--no-color", is_flag=True, help="No colours (NO_COLOR does the same)."),
    )
    for option in reversed(options):
        command = option(command)
    return language_options(glossary_option(command))


def run_options(command: _Command) -> _Command:
    """Add what only a run over content has, on top of :func:`report_options`."""
    options = (
        click.option(
            "--config",
            "configs",
            multiple=True,
            type=FILE,
            metavar="FILE",
            help="Configuration to use instead of the nearest one. May be repeated: each is "
            "checked with its own.",
        ),
        click.option(
            "--baseline",
            type=FILE,
            metavar="FILE",
            help="Known findings: they are marked and make nothing fail.",
        ),
        click.option(
            "--since",
            metavar="REV",
            help="Tell only what concerns content and terms that git says have changed since.",
        ),
        click.option(
            "--min-coverage",
            type=float,
            metavar="SHARE",
            help="Fail where a smaller share of the source text has a counterpart, as in 0.95.",
        ),
        click.option(
            "--max-untranslated",
            type=int,
            metavar="N",
            help="Fail where more units than N have no translation, or the source copied over.",
        ),
        click.option(
            "-j",
            "--jobs",
            type=click.IntRange(min=1),
            default=1,
            show_default=True,
            metavar="N",
            help="Processes to spread the work over.",
        ),
    )
    command = report_options(command)
    for option in reversed(options):
        command = option(command)
    return command


def annotate_option(command: _Command) -> _Command:
    """Add ``--annotate``."""
    return click.option(
        "--annotate",
        is_flag=True,
        help="Write the findings into the checked PO and XLIFF files, as comments that the CAT "
        "tool shows; the next time they are replaced.",
    )(command)


def requests(paths: tuple[str, ...], given: Mapping[str, Any]) -> "tuple[Request, ...]":
    """Return one request for every configuration: those that are named, else the nearest of each path.

    A path below the working directory may have a nearer configuration than the working
    directory has; it is checked by that one.
    """
    from kielipari import config  # noqa: PLC0415 keeps --help quick

    named = [config.read(Path(name)) for name in given["configs"]]
    if len(named) > 1 and paths:
        raise UsageError("with several --config each names its own content; leave the paths out")
    if named:
        groups = [(found, paths) for found in named]
    elif paths:
        groups = _by_config(paths)
    else:
        groups = [(config.load(Path.cwd()), ())]
    return tuple(
        replace(
            request(
                mine,
                given["glossary"],
                source_lang=given["source_lang"],
                target_lang=given["target_lang"],
                select=given["select"],
                ignore=given["ignore"],
                no_cache=given["no_cache"],
                found=found,
            ),
            jobs=given["jobs"],
        )
        for found, mine in groups
    )


def gate(given: Mapping[str, Any], config: "Config") -> "Gate":
    """Join the command line's gates with the configured ones; raises UsageError."""
    from kielipari import gates  # noqa: PLC0415 keeps --help quick

    coverage, untranslated = given["min_coverage"], given["max_untranslated"]
    return gates.parse(
        given["fail_on"] or (config.fail_on,),
        min_coverage=config.min_coverage if coverage is None else coverage,
        max_untranslated=config.max_untranslated if untranslated is None else untranslated,
    )


def _by_config(paths: tuple[str, ...]) -> "list[tuple[Config, tuple[str, ...]]]":
    from kielipari import config  # noqa: PLC0415 keeps --help quick

    here = Path.cwd()
    groups: dict[Path | None, list[str]] = {}
    for name in paths:
        folder = Path(name).resolve()
        folder = folder if folder.is_dir() else folder.parent
        inside = name != "-" and folder.is_relative_to(here.resolve())
        groups.setdefault(config.find(folder if inside else here), []).append(name)
    return [
        (config.load(here) if path is None else config.read(path), tuple(names))
        for path, names in groups.items()
    ]


def request(  # noqa: PLR0913 it joins what the command line gives
    paths: tuple[str, ...],
    glossary: tuple[str, ...],
    *,
    source_lang: str | None = None,
    target_lang: str | None = None,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    no_cache: bool = False,
    found: "Config | None" = None,
) -> "Request":
    """Join the command line with a configuration, by default the working directory's nearest."""
    from kielipari import config  # noqa: PLC0415 keeps --help quick
    from kielipari.run import Request  # noqa: PLC0415 the same

    found = found or config.load(Path.cwd())
    checks = replace(
        found.checks,
        select=split(select) or found.checks.select,
        ignore=(*found.checks.ignore, *split(ignore)),
    )
    return Request(
        config=replace(found, checks=checks),
        paths=paths,
        glossary=tuple(Path(path) for path in glossary) if glossary else None,
        source_lang=source_lang,
        target_lang=target_lang,
        use_cache=not no_cache,
    )


def split(values: tuple[str, ...]) -> tuple[str, ...]:
    """Allow ``--select V,T101`` beside repeated options."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def outputs(formats: tuple[str, ...], output: str | None) -> tuple[Output, ...]:
    """Read ``NAME[=FILE]``; raises UsageError for an unknown format or two on one output."""
    found = []
    for spec in formats or ("text",):
        name, _, file = spec.partition("=")
        if name not in FORMATS:
            raise UsageError(f"there is no format “{name}”; choose from {', '.join(FORMATS)}")
        found.append(Output(name, file or None))
    if output is not None:
        if len(found) != 1 or found[0].file is not None:
            raise UsageError("--output is for a single format; write --format NAME=FILE for each")
        found = [Output(found[0].format, output)]
    if sum(item.file is None for item in found) > 1:
        raise UsageError("only one format can go to standard output; give the others a file")
    return tuple(found)


def shown(path: Path) -> str:
    """Return a path as a person in the working directory would write it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def use_color(*, no_color: bool) -> bool:
    """Whether standard output is a terminal that wants colours (no-color.org)."""
    forced = bool(os.environ.get("FORCE_COLOR"))
    if no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return forced or sys.stdout.isatty()
