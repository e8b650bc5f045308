"""Weblate's check: against Weblate's own base classes where installed, else against a stand-in."""

# ruff: noqa: ANN401 - the objects of Weblate are not typed

import importlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

import pytest

from kielipari import docs

MODULE = "kielipari.integrations.weblate"


@dataclass
class Glossary:
    """What Weblate's database would hold."""

    units: list[Any] = field(default_factory=list)
    asked: int = 0

    def add(self, source: str, target: str, *flags: str) -> None:
        self.units.append(SimpleNamespace(source=source, target=target, all_flags=set(flags)))

    def __call__(self, *_: object) -> list[Any]:
        self.asked += 1
        return self.units


class StandIn:
    """The part of ``weblate.checks.base.TargetCheck`` (5.14) that a check relies on."""

    check_id = ""
    description = ""
    default_disabled = False

    def __init__(self) -> None:
        dashed = self.check_id.replace("_", "-")
        self.enable_string, self.ignore_string = dashed, f"ignore-{dashed}"

    def should_skip(self, unit: Any) -> bool:
        if self.ignore_string in unit.all_flags:
            return True
        return self.default_disabled and not unit.all_flags.has_any({self.enable_string})

    def check_target(self, sources: list[str], targets: list[str], unit: Any) -> bool:
        if not unit.state or self.should_skip(unit):
            return False
        return any(self.check_single(sources[-1], target, unit) for target in targets)

    def check_single(self, source: str, target: str, unit: Any) -> bool:
        raise NotImplementedError

    def get_description(self, _check: Any) -> str:
        return self.description


# Parts of Weblate that draw pictures and make backups; they need libraries of the system.
UNUSED = ("cairo", "gi", "gi.repository", "tesserocr", "borgbackup")


@cache
def real() -> bool:
    """Prepare Django for Weblate's check classes; no database is opened.

    To run it: pip install "psycopg[binary]", drf_spectacular_sidecar, what Weblate requires but
    the parts above, and Weblate itself with --no-deps, into an environment of its own.
    """
    if importlib.util.find_spec("weblate") is None:
        return False
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "weblate.settings_test")
    os.environ.setdefault("CI_DATABASE", "postgresql")
    absent = [n for n in UNUSED if "." not in n and importlib.util.find_spec(n) is None]
    sys.modules.update({n: MagicMock() for n in UNUSED if n.partition(".")[0] in absent})
    import django  # noqa: PLC0415 only with Weblate

    django.setup()
    return True


# What Weblate and its libraries warn of is theirs to mend.
REAL = pytest.param("real", marks=pytest.mark.filterwarnings("default"))


@pytest.fixture(params=[REAL, "stand-in"])
def glossary(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Glossary]:
    found = Glossary()
    if request.param == "real":
        if not real():
            pytest.skip("Weblate is not installed here")
        monkeypatch.setattr("weblate.glossary.models.get_glossary_units", found)
    else:
        html = ModuleType("django.utils.html")
        html.escape = str  # type: ignore[attr-defined]
        html.format_html = str.format  # type: ignore[attr-defined]
        html.format_html_join = lambda sep, form, rows: sep.join(  # type: ignore[attr-defined]
            form.format(*row) for row in rows
        )
        base = ModuleType("weblate.checks.base")
        base.TargetCheck = StandIn  # type: ignore[attr-defined]
        models = ModuleType("weblate.glossary.models")
        models.get_glossary_units = found  # type: ignore[attr-defined]
        for name in ("django", "django.utils", "weblate", "weblate.checks", "weblate.glossary"):
            monkeypatch.setitem(sys.modules, name, ModuleType(name))
        monkeypatch.setitem(sys.modules, "django.utils.html", html)
        monkeypatch.setitem(sys.modules, "weblate.checks.base", base)
        monkeypatch.setitem(sys.modules, "weblate.glossary.models", models)
    sys.modules.pop(MODULE, None)
    yield found
    sys.modules.pop(MODULE, None)


class Flags(set[str]):
    def has_any(self, wanted: set[str]) -> bool:
        return bool(self & wanted)


def unit(source: str, target: str, *flags: str, language: str = "sv", state: int = 20) -> Any:
    plural = SimpleNamespace(number=2, formula="n != 1")
    component = SimpleNamespace(
        project=SimpleNamespace(pk=1),
        source_language=SimpleNamespace(pk=1, code="fi", plural=plural),
    )
    return SimpleNamespace(
        translation=SimpleNamespace(
            component=component, language=SimpleNamespace(pk=2, code=language), plural=plural
        ),
        all_flags=Flags(flags or {"kielipari-terms"}),
        state=state,
        readonly=False,
        check_cache={},
        get_source_plurals=lambda: [source],
        get_target_plurals=lambda: [target],
    )


def check() -> Any:
    return importlib.import_module(MODULE).KielipariTermCheck()


def fails(source: str, target: str, *flags: str, **more: Any) -> bool:
    found: bool = check().check_target([source], [target], unit(source, target, *flags, **more))
    return found


def test_a_term_in_any_form(glossary: Glossary) -> None:
    glossary.add("hakemus", "ansökan")
    assert fails("Täydennä hakemuksesi ajoissa.", "Komplettera din anhållan i tid.")
    assert not fails("Täydennä hakemuksesi ajoissa.", "Komplettera din ansökan i tid.")
    assert not fails("Hakemukset käsitellään.", "Ansökningarna behandlas.")
    assert not fails("Tule mukaan.", "Kom med.")


def test_any_of_several_translations_will_do_and_forbidden_ones_will_not(
    glossary: Glossary,
) -> None:
    glossary.add("etuus", "förmån")
    glossary.add("etuus", "bidrag")
    glossary.add("hyvinvointialue", "välfärdsområde")
    glossary.add("hyvinvointialue", "vårdlandskap", "forbidden")
    assert not fails("Etuuksista päätetään.", "Man beslutar om bidragen.")
    assert fails("Hyvinvointialueella on päätösvalta.", "Vårdlandskapet har beslutanderätt.")
    assert not fails("Hyvinvointialueella on valta.", "Välfärdsområdet har makten.")


def test_read_only_terms_stay_as_they_are(glossary: Glossary) -> None:
    glossary.add("Suomi.fi", "", "read-only")
    assert not fails("Avaa Suomi.fi.", "Öppna Suomi.fi.")


def test_it_runs_only_where_it_is_switched_on(glossary: Glossary) -> None:
    glossary.add("hakemus", "ansökan")
    texts = ("Hakemus puuttuu.", "Anhållan saknas.")
    assert fails(*texts)
    assert not fails(*texts, "other-flag")
    assert not fails(*texts, "kielipari-terms", "ignore-kielipari-terms")
    assert not fails(*texts, state=0), "untranslated"


def test_other_languages_are_left_alone(glossary: Glossary) -> None:
    glossary.add("hakemus", "Antrag")
    assert not fails("Hakemus puuttuu.", "Das Gesuch fehlt.", language="de")
    assert glossary.asked == 0


def test_regional_codes_are_understood(glossary: Glossary) -> None:
    glossary.add("hakemus", "ansökan")
    assert fails("Hakemus puuttuu.", "Anhållan saknas.", language="sv_FI")


def test_the_description_names_the_terms(glossary: Glossary) -> None:
    glossary.add("hakemus", "ansökan")
    found = check()
    bad = SimpleNamespace(unit=unit("Hakemukset puuttuvat.", "Anhållandena saknas."))
    assert "Hakemukset → ansökan" in str(found.get_description(bad))
    good = SimpleNamespace(unit=unit("Hakemus puuttuu.", "Ansökan saknas."))
    assert str(found.get_description(good)) == found.description


@pytest.mark.filterwarnings("default")
def test_the_recipe_puts_it_on_the_list_of_checks() -> None:
    page = docs.page("weblate") or ""
    named = f"{MODULE}.KielipariTermCheck"
    assert f"WEBLATE_ADD_CHECK={named}" in page
    assert f'    "{named}",' in page
    if not real():
        pytest.skip("Weblate is not installed here")
    from django.test import override_settings  # noqa: PLC0415 only with Weblate
    from weblate.checks.models import ChecksLoader  # noqa: PLC0415 the same

    with override_settings(CHECK_LIST=["weblate.checks.same.SameCheck", named]):
        assert list(ChecksLoader().target) == ["same", "kielipari_terms"]


def test_the_glossary_is_not_read_for_every_string(glossary: Glossary) -> None:
    glossary.add("hakemus", "ansökan")
    found = check()
    for _ in range(3):
        found.check_single("Hakemus puuttuu.", "Ansökan saknas.", unit("a", "b"))
    assert glossary.asked == 1
