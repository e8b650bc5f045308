"""``kielipari check`` and ``kielipari audit``."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kielipari.cli import options, progress, site
from kielipari.cli.completing import FILE
from kielipari.cli.output import write_reports
from kielipari.errors import StateError, UsageError

if TYPE_CHECKING:
    from kielipari.annotate import Written
    from kielipari.gates import Gate
    from kielipari.session import Session

INTERRUPTED = 130


@click.command(
    short_help="Check bilingual files, pairs of files, or what is configured.",
    epilog="""\b
Examples:
  kielipari check sv.po -g glossary/
  kielipari check sivu.fi.html sivu.sv.html
  kielipari check --annotate sv.po                findings as comments in the file
  kielipari check --format sarif=out.sarif        what the configuration names""",
)
@click.argument("paths", nargs=-1, type=FILE, metavar="[PATH…|-]")
@options.run_options
@options.annotate_option
def check(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 click's options by name
    """Check bilingual files, pairs of files, or what the configuration names."""
    return _run(paths, given, pages=False)


@click.command(
    epilog="""\b
Examples:
  kielipari audit fi.html sv.html
  kielipari audit site/ -g glossary/ --format html=report.html
  kielipari audit https://www.example.fi --format html=report.html
  kielipari audit crawl.warc.gz
  kielipari audit                                 what the configuration names""",
    short_help="Pair, align and check two documents or a whole site.",
)
@click.argument("paths", nargs=-1, type=FILE, metavar="[PATH|ADDRESS]…")
@options.run_options
@options.annotate_option
@site.site_options
def audit(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 click's options by name
    """Pair two documents or the pages of a site, align them, and report on the whole.

    A site is a folder of saved pages, a web archive (WARC), a sitemap, or an address, which is
    crawled (pip install 'kielipari[crawl]'). Two addresses are two pages.

    Beside the findings of `check` it says how the two versions of a page stand to each other,
    how much of the content has a counterpart, and which terms each side uses.
    """
    return _run(paths, given, pages=True)


def _run(paths: tuple[str, ...], given: dict[str, Any], *, pages: bool) -> int:
    options.outputs(given["formats"], given["output"])  # complain before the work, not after
    if given["annotate"] and given["since"] is not None:
        raise UsageError("--annotate takes away what is mended; leave --since out to see it all")
    held, gates = hold(paths, given)
    if given["annotate"] and not held.interrupted:
        held = _annotated(held, given)
    forgotten: StateError | None = None
    if given.get("history") and not held.interrupted:
        try:
            given["trend"] = site.remember(held.report, given)
        except StateError as error:  # the work is done; its report is not to be lost
            forgotten = error
    write_reports(held.report, given, pages=pages)
    if forgotten is not None:
        raise forgotten
    return _status(held, gates)


def hold(paths: tuple[str, ...], given: dict[str, Any]) -> "tuple[Session, tuple[Gate, ...]]":
    """Run what the command line asks for, with the gates of each configuration."""
    from kielipari import session  # noqa: PLC0415 keeps --help quick
    from kielipari.state import baseline  # noqa: PLC0415 the same

    requests = options.requests(paths, given)
    if "max_pages" in given:
        requests = site.with_site(requests, given)
    gates = tuple(options.gate(given, request.config) for request in requests)
    file = given["baseline"]
    known = session.Known(
        findings=baseline.load(Path(file)) if file is not None else None, since=given["since"]
    )
    with progress.shown(given["locale"] or "en", quiet=given["quiet"]) as shown:
        held = session.hold(requests, known, shown)
    return held, gates


def _annotated(held: "Session", given: dict[str, Any]) -> "Session":
    """Write the findings into the files and tell what was written; raises UsageError."""
    from kielipari.annotate import annotate  # noqa: PLC0415 keeps --help quick

    contents: dict[str, bytes] = {}
    for part in held.parts:
        contents.update(part.examined.gathered.contents)
    done = annotate(held.report, contents, given["locale"] or "en")
    if not done.files and len(done.report.problems) == len(held.report.problems):
        raise UsageError(
            "--annotate writes into PO and XLIFF files, and none was checked; leave it out"
        )
    said = [f"{file.path}: {_changes(file)}" for file in done.files]
    unplaced = sum(file.unplaced for file in done.files)
    if unplaced:
        said.append(f"about no entry, and so in the report only: {unplaced}")
    if done.others:
        said.append(f"neither PO nor XLIFF, and so left as they are: {', '.join(done.others)}")
    for line in () if given["quiet"] else said:
        click.echo(f"kielipari: {line}", err=True)
    return replace(held, report=done.report)


def _changes(file: "Written") -> str:
    """Say what was done to a file."""
    comments = f"{file.comments} comment{'' if file.comments == 1 else 's'}"
    if not file.is_changed:
        return f"{comments}, as before" if file.comments else "nothing to comment on"
    before = f" in place of {file.before}" if file.before else ""
    return f"{comments} written{before}"


def _status(held: "Session", gates: "tuple[Gate, ...]") -> int:
    """Say why the run failed where no finding does, and return the exit code."""
    if held.interrupted:
        return INTERRUPTED
    failed = False
    for part, gate in zip(held.parts, gates, strict=False):
        reasons = gate.reasons(part.examined.report.pairs)
        path = part.examined.request.config.path
        where = f"{options.shown(path)}: " if path is not None and len(gates) > 1 else ""
        for reason in reasons:
            click.echo(f"kielipari: {where}{reason}", err=True)
        failed = failed or bool(reasons) or held.failing(part, gate)
    return 2 if held.report.problems else int(failed)


COMMANDS = (check, audit)
