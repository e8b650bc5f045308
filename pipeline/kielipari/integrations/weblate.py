"""A check for Weblate's ``CHECK_LIST``: terms of its glossary, in any inflected form.

Weblate's own ``check_glossary`` looks for a term as it is written in the glossary
(WeblateOrg/weblate#1297). This one finds it inflected and inside compounds, on both sides. Only
Weblate imports this module; ``kielipari explain weblate`` tells how to set it up.
"""

import time
from collections.abc import Iterable
from typing import Any

from django.utils.html import escape, format_html, format_html_join
from weblate.checks.base import TargetCheck

from kielipari.integrations.strings import Entry, is_supported, judge
from kielipari.model import Finding

_SECONDS = 60.0
"""How long the entries of a glossary are kept: a changed term counts from then on."""


class KielipariTermCheck(TargetCheck):  # type: ignore[misc]  # Weblate's classes are not typed
    """The source has a term of the glossary, and the translation does not use its counterpart."""

    check_id = "kielipari_terms"
    name = "Term not used"
    description = "The translation does not use the agreed terms, in any inflected form."
    default_disabled = True

    def __init__(self) -> None:
        """Start without entries."""
        super().__init__()
        self._entries: dict[tuple[Any, ...], tuple[float, tuple[Entry, ...]]] = {}

    def check_single(self, source: str, target: str, unit: Any) -> bool:  # noqa: ANN401 Weblate's
        """Tell whether one string of a unit fails."""
        return bool(self.findings(source, target, unit))

    def findings(self, source: str, target: str, unit: Any) -> tuple[Finding, ...]:  # noqa: ANN401
        """Return what is wrong with one string; nothing for languages that are not known."""
        one, other = _languages(unit)
        if not is_supported(one, other):
            return ()
        return judge(source, target, self._glossary(unit), one, other)

    def get_description(self, check_obj: Any) -> Any:  # noqa: ANN401 Weblate's own types
        """Say which terms are meant: “hakemus → ansökan”."""
        unit = check_obj.unit
        sources, targets = unit.get_source_plurals(), unit.get_target_plurals()
        rows: dict[tuple[str, str], None] = {}
        for index, target in enumerate(targets):
            source = sources[min(index, len(sources) - 1)]
            rows |= dict.fromkeys(self._rows(source, target, unit))
        if not rows:
            return super().get_description(check_obj)
        return format_html(
            escape("The agreed terms are not used: {}"),
            format_html_join(", ", "{} → {}", tuple(rows)),
        )

    def _rows(self, source: str, target: str, unit: Any) -> Iterable[tuple[str, str]]:  # noqa: ANN401
        for finding in self.findings(source, target, unit):
            args = finding.message.mapping()
            terms = args.get("terms", ())
            words = terms if isinstance(terms, tuple) else (terms,)
            yield str(args.get("form", "")), " / ".join(str(word) for word in words)

    def _glossary(self, unit: Any) -> tuple[Entry, ...]:  # noqa: ANN401 Weblate's
        """Return the entries of the project's glossaries for the unit's languages."""
        component, language = unit.translation.component, unit.translation.language
        key = (component.project.pk, component.source_language.pk, language.pk)
        now = time.monotonic()
        kept = self._entries.get(key)
        if kept is None or now - kept[0] > _SECONDS:
            kept = (now, tuple(_entries(component, language)))
            self._entries[key] = kept
        return kept[1]


def _entries(component: Any, language: Any) -> Iterable[Entry]:  # noqa: ANN401 Weblate's
    from weblate.glossary.models import (  # noqa: PLC0415 Weblate's models load after its checks
        get_glossary_units,
    )

    units = get_glossary_units(component.project, component.source_language, language)
    for term in units:
        flags = term.all_flags
        target = term.source if "read-only" in flags else term.target
        if target:
            yield Entry(term.source, target, forbidden="forbidden" in flags)


def _languages(unit: Any) -> tuple[str, str]:  # noqa: ANN401 Weblate's
    component = unit.translation.component
    return _primary(component.source_language.code), _primary(unit.translation.language.code)


def _primary(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].lower()
