"""``kielipari term`` and ``kielipari glossary``."""

import click

COMMANDS: tuple[click.Command, ...] = ()
