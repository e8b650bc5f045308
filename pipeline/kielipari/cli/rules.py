"""``kielipari rules``, ``explain`` and ``schema``: what the tool knows of itself."""

from importlib import resources

import click

from kielipari.cli.completing import PAGE
from kielipari.errors import UsageError


@click.command(epilog="Example: kielipari rules | grep warning")
@click.option("--markdown", is_flag=True, help="The whole catalogue as one Markdown document.")
def rules(*, markdown: bool) -> None:
    """List every rule with its code, severity and what it finds."""
    from kielipari.checks import RULES  # noqa: PLC0415 keeps --help quick
    from kielipari.checks.page import catalogue  # noqa: PLC0415 the same

    if markdown:
        click.echo(catalogue(RULES), nl=False)
        return
    width = max(len(rule.slug) for rule in RULES)
    for rule in RULES:
        click.echo(f"{rule.code}  {rule.slug:<{width}}  {rule.severity.value:<7}  {rule.what}")


@click.command(
    short_help="Say what a rule finds, why it matters, and how to mend it.",
    epilog="""\b
Examples:
  kielipari explain number-mismatch
  kielipari explain adding            how to add Kielipari to a repository""",
)
@click.argument("name", type=PAGE, metavar="RULE|PAGE")
def explain(name: str) -> None:
    """Say what a rule finds, why it matters, and how to mend it, with examples.

    Given the name of a page, show that page: adding, baseline, weblate, rules.
    """
    from kielipari import docs  # noqa: PLC0415 keeps --help quick

    shown = docs.page(name)
    if shown is None:
        from kielipari.checks import find_rule  # noqa: PLC0415 keeps --help quick
        from kielipari.checks.page import explain as page  # noqa: PLC0415 the same

        shown = page(find_rule(name))
    click.echo(shown, nl=False)


@click.command(epilog="Example: kielipari schema config > kielipari.schema.json")
@click.argument("name", type=click.Choice(["config", "report"]))
def schema(name: str) -> None:
    """Print the JSON Schema of the configuration or of the report."""
    folder = resources.files("kielipari.report" if name == "report" else "kielipari") / "schema"
    found = folder / f"{name}-1.json"
    if not found.is_file():
        raise UsageError(f"there is no schema of {name}")
    click.echo(found.read_text(encoding="utf-8"), nl=False)


COMMANDS: tuple[click.Command, ...] = (rules, explain, schema)
