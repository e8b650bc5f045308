"""The catalogue: one explicit, ordered tuple of rules. Files are by theme."""

import difflib
from collections.abc import Iterable

from kielipari.checks import (
    adequacy,
    counterparts,
    glossary,
    language,
    markup,
    meaning,
    missing,
    mixture,
    names,
    pages,
    renderings,
    repeats,
    stale,
    structure,
    suppressions,
    terms,
    translation,
    truncation,
    usage,
    values,
    web,
)
from kielipari.checks.base import Maturity, Rule
from kielipari.checks.runner import Active
from kielipari.config import Checks
from kielipari.errors import UsageError

__all__ = ["RULES", "find_rule", "named", "select_rules"]

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *terms.RULES,
            *names.RULES,
            *translation.RULES,
            *language.RULES,
            *pages.RULES,
            *stale.RULES,
            *suppressions.RULES,
            *meaning.RULES,
            *glossary.RULES,
            *values.RULES,
            *mixture.RULES,
            *renderings.RULES,
            *repeats.RULES,
            *usage.RULES,
            *web.RULES,
            *counterparts.RULES,
            *adequacy.RULES,
            *truncation.RULES,
            *missing.RULES,
            *structure.RULES,
            *markup.RULES,
        ),
        key=lambda rule: ("TNUDVSCMWG".index(rule.code[0]), rule.code),
    )
)

_BY_NAME = {name: rule for rule in RULES for name in (rule.slug, rule.code, rule.code.lower())}


def find_rule(name: str) -> Rule:
    """Return a rule by code or slug; raises UsageError with the nearest name for an unknown one."""
    rule = _BY_NAME.get(name) or _BY_NAME.get(name.lower())
    if rule is None:
        near = difflib.get_close_matches(name, _BY_NAME, n=1)
        hint = f"did you mean {near[0]}?" if near else "“kielipari rules” lists them"
        raise UsageError(f"there is no rule “{name}”; {hint}")
    return rule


def select_rules(checks: Checks) -> Active:
    """Return the rules that the configuration leaves, with their severities.

    A selection of codes may be a prefix: ``V`` is every rule on values. Raises UsageError for a
    name that fits no rule.
    """
    selected = set(_named(checks.select)) if checks.select else set(RULES)
    selected -= set(_named(checks.ignore))
    usual = {Maturity.STABLE, Maturity.PREVIEW}
    return Active(
        rules=tuple(rule for rule in RULES if rule in selected and rule.maturity in usual),
        severity={find_rule(name).slug: level for name, level in checks.severity.items()},
    )


def named(name: str) -> tuple[Rule, ...]:
    """Return the rules that a code, the beginning of codes, or a slug means; raises UsageError."""
    family = tuple(rule for rule in RULES if name and rule.code.startswith(name.upper()))
    return family or (find_rule(name),)


def _named(names: Iterable[str]) -> Iterable[Rule]:
    for name in names:
        yield from named(name)
