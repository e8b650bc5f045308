"""Options of ``audit`` for whole sites: how to crawl, which pages belong together, history."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kielipari.cli.completing import FILE
from kielipari.errors import UsageError

if TYPE_CHECKING:
    from kielipari.model import Report, Trend
    from kielipari.run import Request
    from kielipari.site.crawl.options import CrawlOptions

_Command = TypeVar("_Command", bound=Callable[..., Any])


def site_options(command: _Command) -> _Command:
    """Add what only the audit of a site needs."""
    options = (
        click.option(
            "--pairs",
            "pairs_file",
            type=FILE, metavar="FILE",
            help="CSV of pages that belong together: first line “fi;sv”, then two addresses a line.",
        ),
        click.option(
            "--history", type=FILE, metavar="FILE", help="Keep each run's figures here (SQLite), show the trend."
        ),
        click.option(
            "--max-pages", type=click.IntRange(1), default=1000, show_default=True, metavar="N",
            help="Crawl at most so many pages.",
        ),
        click.option(
            "--max-depth", type=click.IntRange(0), default=15, show_default=True, metavar="N",
            help="Follow at most so many links from the start.",
        ),
        click.option(
            "--max-seconds", type=click.FloatRange(1), default=3600, show_default=True, metavar="S",
            help="Crawl at most so long.",
        ),
        click.option(
            "--delay", type=click.FloatRange(0), default=0.5, show_default=True, metavar="S",
            help="Wait so long between two requests; robots.txt may ask for more.",
        ),
        click.option(
            "--timeout", type=click.FloatRange(0.1), default=30, show_default=True, metavar="S",
            help="Wait so long for one page.",
        ),
        click.option(
            "--header", "headers", multiple=True, metavar="NAME: VALUE|@FILE",
            help="Header to send to the site, for staging or a login; @FILE has one a line. May be "
            "repeated. Never written anywhere.",
        ),
        click.option("--cookie", metavar="NAME=VALUE|@FILE", help="Cookie to send, likewise."),
        click.option(
            "--allow-private", is_flag=True,
            help="Crawl private and loopback addresses too (staging, intranet).",
        ),
        click.option(
            "--archive", type=FILE, metavar="FILE",
            help="Keep what is fetched as a web archive (WARC); a crawl that was broken off goes "
            "on from it.",
        ),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def with_site(requests: "tuple[Request, ...]", given: Mapping[str, Any]) -> "tuple[Request, ...]":
    """Add the options of :func:`site_options` to requests; raises UsageError and InputError."""
    options = crawl_options(given)
    pairs = _declared(given.get("pairs_file"))
    found = []
    for request in requests:
        config = request.config
        if pairs:
            content = config.content if request.paths else ()
            config = replace(config, pairs=(*pairs, *config.pairs), content=content)
        found.append(replace(request, config=config, crawl=options))
    return tuple(found)


def crawl_options(given: Mapping[str, Any]) -> "CrawlOptions":
    """Read how to crawl."""
    from kielipari.site.crawl.options import CrawlOptions, header  # noqa: PLC0415 keeps --help quick

    headers = [header(line) for text in given["headers"] for line in _lines(text, "--header")]
    if given["cookie"]:
        headers += [header(f"Cookie: {line}") for line in _lines(given["cookie"], "--cookie")]
    return CrawlOptions(
        pages=given["max_pages"],
        depth=given["max_depth"],
        seconds=given["max_seconds"],
        delay=given["delay"],
        timeout=given["timeout"],
        headers=tuple(headers),
        allow_private=given["allow_private"],
        archive=Path(given["archive"]) if given["archive"] else None,
    )


def remember(report: "Report", given: Mapping[str, Any]) -> "Trend":
    """Add the run to the history and say how it compares; raises StateError."""
    from datetime import UTC, datetime  # noqa: PLC0415 keeps --help quick

    from kielipari.report.view import coverage  # noqa: PLC0415 the same
    from kielipari.state import history  # noqa: PLC0415 the same

    file = Path(given["history"])
    trend = history.record(file, report, datetime.now(UTC), coverage(report))
    if len(trend.runs) > 1 and not given["quiet"]:
        click.echo(
            f"since {trend.runs[-2].at[:10]}: {len(trend.new)} new, {len(trend.fixed)} fixed, "
            f"{trend.still} still open",
            err=True,
        )
    return trend


def _lines(text: str, option: str) -> list[str]:
    """Return what is given, or the lines of the file that ``@FILE`` names."""
    if not text.startswith("@"):
        return [text]
    try:
        lines = Path(text[1:]).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the file of {option} cannot be read", text[1:]) from error
    return [line for line in lines if line.strip()]


def _declared(name: str | None) -> Any:  # noqa: ANN401 pairs of the configuration, loaded late
    if not name:
        return ()
    from kielipari.site import pairs_file  # noqa: PLC0415 keeps --help quick

    return pairs_file.read(Path(name))
