"""``kielipari rules``, ``explain`` and ``schema``: what the tool knows of itself."""

from importlib import resources

import click

from kielipari.errors import UsageError


@click.command()
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


@click.command(epilog="Example: kielipari explain number-mismatch")
@click.argument("rule")
def explain(rule: str) -> None:
    """Say what a rule finds, why it matters, and how to mend it, with examples."""
    from kielipari.checks import find_rule  # noqa: PLC0415 keeps --help quick
    from kielipari.checks.page import explain as page  # noqa: PLC0415 the same

    click.echo(page(find_rule(rule)), nl=False)


@click.command()
@click.argument("name", type=click.Choice(["report"]))
def schema(name: str) -> None:
    """Print the JSON Schema of the report."""
    folder = resources.files("kielipari.report") / "schema"
    found = folder / f"{name}-1.json"
    if not found.is_file():
        raise UsageError(f"there is no schema of {name}")
    click.echo(found.read_text(encoding="utf-8"), nl=False)


COMMANDS: tuple[click.Command, ...] = (rules, explain, schema)
