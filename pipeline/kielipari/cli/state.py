"""``kielipari baseline``, ``confirm``, ``ignore`` and ``init``: what is kept between runs."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kielipari.cli import options
from kielipari.cli.check import INTERRUPTED, hold
from kielipari.cli.completing import FILE
from kielipari.errors import UsageError

if TYPE_CHECKING:
    from kielipari.session import Session

_SHELLS = ("bash", "zsh", "fish")
_ABOUT_REPORTS = {
    *("formats", "output", "fail_on", "min_coverage", "max_untranslated", "since"),
    *("locale", "verbose", "no_color"),
}


@click.group(epilog="Example: kielipari baseline create")
def baseline() -> None:
    """Keep known findings, so that a run fails on new ones alone.

    The baseline is .kielipari-baseline.json in the working directory, or --baseline FILE. Commit
    it, and run `kielipari check --baseline .kielipari-baseline.json` in CI.
    """


@baseline.command(epilog="Example: kielipari baseline create")
@click.argument("paths", nargs=-1, type=FILE, metavar="[PATH…]")
@click.option("--force", is_flag=True, help="Replace a baseline that is there.")
@options.run_options
def create(paths: tuple[str, ...], *, force: bool, **given: Any) -> int:  # noqa: ANN401 options
    """Write every finding of now into a new baseline."""
    from kielipari.state import baseline as baselines  # noqa: PLC0415 keeps --help quick

    if given["since"] is not None:
        raise UsageError("a new baseline is of everything; leave --since out")
    file = _file(given)
    if file.exists() and not force:
        raise UsageError(
            "exists already; “kielipari baseline update” takes out what is fixed, and --force "
            "begins anew",
            str(file),
        )
    held, _ = hold(paths, {**given, "baseline": None})
    if held.interrupted:
        return _not_written(file)
    known = baselines.known(held.report)
    baselines.save(known, file)
    click.echo(f"wrote {file}: {_findings(len(known))}", err=True)
    return _read_all(held)


@baseline.command(
    short_help="Take out what is fixed; add what is new only if told to.",
    epilog="Example: kielipari baseline update",
)
@click.argument("paths", nargs=-1, type=FILE, metavar="[PATH…]")
@click.option("--allow-growth", is_flag=True, help="Add new findings too.")
@options.run_options
def update(paths: tuple[str, ...], *, allow_growth: bool, **given: Any) -> int:  # noqa: ANN401 options
    """Take out what is fixed; new findings are added only with --allow-growth."""
    from kielipari.state import baseline as baselines  # noqa: PLC0415 keeps --help quick

    file = _file(given)
    before = baselines.load(file)
    held, _ = hold(paths, {**given, "baseline": str(file)})
    if held.interrupted:
        return _not_written(file)
    after = baselines.updated(before, held.report, grow=allow_growth)
    new = sum(state == "new" for state in held.report.baseline.values())
    fixed = len(held.report.fixed)
    baselines.save(after, file)
    said = f"wrote {file}: {_findings(len(after))}, {fixed} fixed"
    if allow_growth:
        click.echo(f"{said}, {new} added", err=True)
        return _read_all(held)
    click.echo(said, err=True)
    if new:
        click.echo(
            f"kielipari: {_findings(new)} not added, being new: mend them, or give --allow-growth",
            err=True,
        )
        return _read_all(held) or 1
    return _read_all(held)


@baseline.command(epilog="Example: kielipari baseline show sivut/sv")
@click.argument("paths", nargs=-1, type=FILE, metavar="[PATH…]")
@click.option("--baseline", "file", type=FILE, metavar="FILE", help="Baseline to show.")
def show(paths: tuple[str, ...], file: str | None) -> None:
    """List the known findings, and count them by rule."""
    from kielipari.state import baseline as baselines  # noqa: PLC0415 keeps --help quick

    found = baselines.load(_file({"baseline": file}))
    wanted = [entry for entry in found if not paths or _is_below(entry.path, paths)]
    for entry in wanted:
        click.echo(f"{entry.path}: {entry.rule}  {_short(entry.text)}  ({entry.fingerprint})")
    for rule, number in Counter(entry.rule for entry in wanted).most_common():
        click.echo(f"{number:6}  {rule}")
    click.echo(_findings(len(wanted)))


@click.command(epilog="Example: kielipari confirm sivut/sv/ohjelma.html")
@click.argument("paths", nargs=-1, required=True, type=FILE, metavar="PATH…")
@options.glossary_option
@options.language_options
@click.option(
    "--config", "configs", multiple=True, type=FILE, metavar="FILE", help="Configuration to use."
)
@click.option("--no-cache", is_flag=True, help="Neither read nor write the cache.")
def confirm(paths: tuple[str, ...], **given: Any) -> int:  # noqa: ANN401 click's options by name
    """Say that these translations match their sources as of now.

    When a source changes later and its translation does not, that is reported (D106). Of a pair
    that the configuration knows, either file is enough. What is known stands in
    .kielipari-confirmed.json beside the configuration; commit it.
    """
    from kielipari import confirming  # noqa: PLC0415 keeps --help quick

    requests = options.requests(paths, {**given, "select": (), "ignore": (), "jobs": 1})
    status = 0
    for request in requests:
        done = confirming.confirm(request)
        units, pairs = _counted(done.units, "unit"), _counted(done.pairs, "pair")
        click.echo(f"wrote {options.shown(done.file)}: {units} in {pairs}", err=True)
        for problem in done.problems:
            click.echo(f"kielipari: {problem.path}: {problem.message}", err=True)
            status = 2
    return status


@click.command(epilog='Example: kielipari ignore 3f2a9c0d11e45b67 --reason "The old name is meant"')
@click.argument("fingerprint", metavar="FINGERPRINT")
@click.option("--reason", required=True, metavar="TEXT", help="Why; it stands in every report.")
@click.option(
    "--config", "config_file", type=FILE, metavar="FILE", help="Configuration to add it to."
)
def ignore(fingerprint: str, reason: str, config_file: str | None) -> int:
    """Silence one finding, with a reason, in the configuration."""
    from kielipari.state import ignoring  # noqa: PLC0415 keeps --help quick

    path = ignoring.add(fingerprint, reason, Path(config_file) if config_file else None)
    click.echo(f"added to {options.shown(path)}", err=True)
    return 0


@click.command(
    short_help="Look what is here in both languages; write a kielipari.toml.",
    epilog="Example: kielipari init",
)
@click.argument("folder", default=".", type=FILE, metavar="[FOLDER]")
@options.language_options
def init(folder: str, source_lang: str | None, target_lang: str | None) -> int:
    """Look what is here in both languages, and write a first kielipari.toml."""
    from kielipari.setup.begin import begin  # noqa: PLC0415 keeps --help quick

    for line in begin(Path(folder), (source_lang or "fi", target_lang or "sv")):
        click.echo(line)
    return 0


@click.command(
    short_help="Print what completes commands and options in a shell.",
    epilog="""\b
Examples:
  eval "$(kielipari completion bash)"                          in ~/.bashrc
  eval "$(kielipari completion zsh)"                           in ~/.zshrc
  kielipari completion fish > ~/.config/fish/completions/kielipari.fish""",
)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that completes commands and options in a shell."""
    from click.shell_completion import get_completion_class  # noqa: PLC0415 keeps --help quick

    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(f"there is no completion for {shell}")
    root = context.find_root().command
    click.echo(kind(root, {}, "kielipari", "_KIELIPARI_COMPLETE").source())


def _file(given: dict[str, Any]) -> Path:
    from kielipari.state.baseline import FILE_NAME  # noqa: PLC0415 keeps --help quick

    return Path(given["baseline"] or FILE_NAME)


def _read_all(held: "Session") -> int:
    for problem in held.report.problems:
        click.echo(f"kielipari: {problem.path}: {problem.message}", err=True)
    return 2 if held.report.problems else 0


def _not_written(file: Path) -> int:
    click.echo(f"kielipari: interrupted; {file} was not written", err=True)
    return INTERRUPTED


def _findings(number: int) -> str:
    return _counted(number, "finding")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _short(text: str, width: int = 60) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= width else folded[: width - 1] + "…"


def _is_below(path: str, folders: tuple[str, ...]) -> bool:
    return any(Path(path) == Path(f) or Path(f) in Path(path).parents for f in folders)


# They take every option of check, so that the same line serves both; no report is written here.
for _option in (*create.params, *update.params):
    if isinstance(_option, click.Option) and _option.name in _ABOUT_REPORTS:
        _option.hidden = True
    elif isinstance(_option, click.Option) and _option.name == "baseline":
        _option.help = "The baseline, where it is not .kielipari-baseline.json."

COMMANDS: tuple[click.Command, ...] = (baseline, confirm, ignore, init, completion)
