"""Every key speaks three languages, and nothing that a check says makes the report fall over."""

import re
from importlib.resources import files
from pathlib import Path
from string import Formatter

import polib
import pytest

from kielipari.model import Finding, Message, Severity
from kielipari.report.catalogue import CATALOGUE
from kielipari.report.messages import Words

SHARED = Path(__file__).parents[3] / "shared"
DEFINED = {(key, template) for key, templates in CATALOGUE.items() for template in templates}


def placeholders(template: str) -> set[tuple[str, str]]:
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(template) if name}


def catalogue(locale: str) -> polib.POFile:
    path = files("kielipari.report").joinpath(f"locale/{locale}/LC_MESSAGES/kielipari.po")
    return polib.pofile(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("locale", ["fi", "sv"])
def test_every_sentence_is_translated_and_none_is_left_over(locale: str) -> None:
    entries = catalogue(locale)
    assert not entries.untranslated_entries()
    assert not entries.fuzzy_entries()
    assert {(entry.msgctxt, entry.msgid) for entry in entries} == DEFINED


@pytest.mark.parametrize("locale", ["fi", "sv"])
def test_translations_keep_the_arguments(locale: str) -> None:
    for entry in catalogue(locale):
        assert placeholders(entry.msgstr) == placeholders(entry.msgid), entry.msgctxt
        assert "“" not in entry.msgstr, "Finnish and Swedish quote with ”…”"


def test_every_rule_of_the_catalogue_has_words() -> None:
    if not (SHARED / "CHECKS.md").is_file():
        pytest.skip("the shared check list is not beside the repository")
    slugs = re.findall(
        r"^\| [A-Z]\d+ \| `([\w-]+)`", (SHARED / "CHECKS.md").read_text(), re.MULTILINE
    )
    assert slugs
    for slug in slugs:
        assert {slug, f"{slug}.title", f"{slug}.todo"} <= set(CATALOGUE), slug
        assert not placeholders(CATALOGUE[slug][-1]), f"{slug} needs a sentence without arguments"


def test_every_message_that_a_check_writes_is_in_the_catalogue() -> None:
    package = Path(str(files("kielipari")))
    keys = {
        key
        for path in sorted(package.joinpath("checks").glob("*.py"))
        for key in re.findall(r"Message\.of\(\s*\"([\w.-]+)\"", path.read_text(encoding="utf-8"))
    }
    assert keys
    assert not keys - set(CATALOGUE)


def test_every_rule_of_the_registry_has_words() -> None:
    from kielipari import checks  # noqa: PLC0415 - only this test loads the checks

    for rule in checks.RULES:
        assert {rule.slug, f"{rule.slug}.title", f"{rule.slug}.todo"} <= set(CATALOGUE), rule.slug


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", "“hakija”: the agreed Swedish is sökande or den sökande; the text says “kund”"),
        (
            "fi",
            "”hakija”: sovittu vastine (ruotsi) on sökande tai den sökande; tekstissä on ”kund”",
        ),
        (
            "sv",
            "”hakija”: på svenska är den överenskomna termen sökande eller den sökande; här står ”kund”",
        ),
    ],
)
def test_a_finding_speaks_the_report_s_language(locale: str, expected: str) -> None:
    message = Message.of(
        "term-not-used",
        form="hakija",
        language="sv",
        terms=("sökande", "den sökande"),
        instead="kund",
    )
    assert Words(locale).message(message) == expected


def test_the_sentence_shrinks_with_the_arguments() -> None:
    words = Words("en")
    assert (
        words.message(Message.of("missing-sentence", text="Tervetuloa."))
        == "Missing: “Tervetuloa.”"
    )
    assert words.message(Message.of("missing-sentence")) == "This sentence has no counterpart"
    assert words.message(Message.of("term-not-used", form="tuki", terms=())) == (
        "The agreed term is not used"
    )


def test_an_unknown_key_still_makes_a_sentence() -> None:
    message = Message.of("brand-new-defect", amount=3, form="x\x1b[31m")
    assert Words("en").message(message) == (
        "Brand new defect: check this place (amount 3, form x\ufffd[31m)"
    )
    assert Words("fi").message(Message.of("brand-new-defect")) == (
        "Brand new defect: tarkista tämä kohta"
    )


def test_a_variant_falls_back_to_its_rule() -> None:
    assert Words("en").message(Message.of("hreflang.odd-one", href="/sv/")) == (
        "The page’s language version /sv/ is not linked as it should be"
    )


def test_braces_in_a_text_are_text() -> None:
    words = Words("en")
    assert words.message(Message.of("missing-sentence", text="{0.__class__} {nimi}")) == (
        "Missing: “{0.__class__} {nimi}”"
    )


def test_what_to_do_comes_from_the_check_or_from_the_rule() -> None:
    def finding(suggestion: Message | None, rule: str = "number-mismatch") -> Finding:
        return Finding(rule, Severity.ERROR, Message.of(rule), None, None, "", suggestion, "")

    words = Words("sv")
    assert words.action(finding(None)) == "Kontrollera vilket som är rätt."
    assert words.action(finding(Message.of("use-term", term="avtal"))) == "Använd avtal."
    assert words.action(finding(None, "brand-new-defect")) == ""


def test_numbers_and_shares_are_written_as_the_language_does() -> None:
    assert Words("fi").message(
        Message.of("suspicious-length", source_length=2026, target_length=12)
    ) == ("12 merkkiä, lähtötekstissä 2026")
    assert Words("sv").percent(0.999) == "99\xa0%"
    assert Words("en").percent(1.0) == "100%"


def test_an_unknown_locale_is_english() -> None:
    assert Words("de").say("severity.error") == "error"
