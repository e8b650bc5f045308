"""V101–V108: all rules on values, those that compare them and those on how they are written."""

from kielipari.checks import value_forms, value_mismatch
from kielipari.checks.base import Rule

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = tuple(
    sorted((*value_mismatch.RULES, *value_forms.RULES), key=lambda rule: rule.code)
)
