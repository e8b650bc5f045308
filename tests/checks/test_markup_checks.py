"""The checks on placeholders, tags, plurals and typography."""

import re

import pytest

from kielipari.checks import icu, markup
from kielipari.checks.analysers import Analysers
from kielipari.checks.base import Example, Rule, Violation
from kielipari.checks.view import UnitView
from kielipari.languages import get
from kielipari.languages.identify import identify
from kielipari.model import Block, BlockKind, Inline, InlineKind, Origin, Outcome, Segment, Unit
from kielipari.values import extract

RULES = markup.RULES
ANALYSERS = Analysers(get, lambda _text, _lang: (), extract, identify)


def view(  # noqa: PLR0913 - what a unit may have
    source: str,
    target: str,
    languages: tuple[str, str] = ("fi", "sv"),
    *,
    flags: tuple[str, ...] = (),
    plural: int | None = None,
    origin: Origin = Origin.ENTRY,
    inlines: tuple[Inline, ...] = (),
) -> UnitView:
    def side(text: str) -> tuple[Segment, ...]:
        return (Segment(Block("b", BlockKind.ENTRY, text, inlines=inlines), 0, len(text)),)

    unit = Unit("1", side(source), side(target), origin=origin, flags=flags, plural=plural)
    return UnitView(unit, *languages, ANALYSERS)


def codes(seen: UnitView) -> list[str]:
    return [rule.code for rule in RULES for v in rule.check(seen) if isinstance(v, Violation)]


def name(value: object) -> str:
    return value.code if isinstance(value, Rule) else getattr(value, "target", "")[:40]


@pytest.mark.parametrize(("rule", "example"), [(r, e) for r in RULES for e in r.bad], ids=name)
def test_one_defect_is_one_finding(rule: Rule, example: Example) -> None:
    languages = (example.source_lang, example.target_lang)
    assert codes(view(example.source, example.target, languages)) == [rule.code]


@pytest.mark.parametrize(("rule", "example"), [(r, e) for r in RULES for e in r.good], ids=name)
def test_good_text_is_silent(rule: Rule, example: Example) -> None:
    languages = (example.source_lang, example.target_lang)
    assert codes(view(example.source, example.target, languages)) == [], rule.code


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("%s poisti %s", "%s raderade %s"),
        ("%1$s ja %2$d", "%2$d och %1$s"),
        ("{} / {}", "{} av {}"),
        ("Hei ${nimi}", "Hej ${nimi}"),
        ("Käytössä 50 %:n alennus", "Med 50 % rabatt"),
        ("100 % suomalaista", "100 % inhemskt"),
        ("Näkyy @käyttäjälle", "Syns för @käyttäjälle"),
        ("{date, date, short}", "{date, date, long}"),
        ("$t(common.yes) {{count}}", "{{count}} $t(common.yes)"),
        ("Sallittu: %(a)s, %(b)s", "%(b)s, %(a)s: tillåtet"),
    ],
)
def test_placeholders_that_agree(source: str, target: str) -> None:
    assert codes(view(source, target)) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("%s (%d)", "%d (%s)"),
        ("{{count}} kpl", "{count} st."),
        ("%{nimi}", "%{namn}"),
        ("Hei !nimi", "Hej !namn"),
        ("Hei %nimi", "Hej %namn"),
        ("{user.name}", "{user.namn}"),
        ("%@ kutsuu", "%d inbjuder"),
        ("Voit", "Du kan {nimi}"),
    ],
)
def test_placeholders_that_differ(source: str, target: str) -> None:
    assert codes(view(source, target)) == ["M101"]


def test_the_entrys_own_flags_decide() -> None:
    pair = "Nosta 5 %s", "Höj 5"
    assert codes(view(*pair, flags=("no-python-format",))) == []
    assert codes(view("Nimi %s", "Namn", flags=("python-format",))) == ["M101"]


def test_a_singular_need_not_say_the_number() -> None:
    assert codes(view("%d tiedosto", "En fil", plural=0)) == []
    assert codes(view("%d tiedostoa", "Filer", plural=1)) == ["M101"]


def test_a_plural_form_too_many() -> None:
    assert codes(view("%d tiedostoa", "%d filer", plural=2)) == ["M103"]


def test_several_messages_hold_in_one() -> None:
    nested = "{a, select, x {{n, plural, one {# {b}} other {# {c}}}} other {{d}}}"
    assert icu.names(icu.parse(nested)) == {"a", "b", "c", "d", "n"}
    assert icu.names(icu.parse("It''s '{quoted}' {real}")) == {"real"}
    with pytest.raises(icu.IcuError):
        icu.parse("{a, plural, one {x}}")


def test_tags_of_a_page_are_read_away() -> None:
    emphasis = (Inline(InlineKind.EMPHASIS, 0, 3),)
    seen = view("Uusi tuki", "Nytt stöd", origin=Origin.ALIGNED, inlines=emphasis)
    (tag_rule,) = (rule for rule in RULES if rule.code == "M102")
    assert list(tag_rule.check(seen)) == [Outcome.CANNOT_TELL]


@pytest.mark.parametrize(
    "target", ["Läs <b>mer", "Läs mer</b>", "Läs <b>mer</i>", "Läs </b>mer<b>", "Läs <b>mer</b"]
)
def test_broken_tags(target: str) -> None:
    assert codes(view("Lue <b>lisää</b>", target)) == ["M102"]


def test_quotation_marks_by_the_language() -> None:
    assert codes(view("”Kyllä”", "„Ja“")) == ["M104"]
    assert codes(view("”Kyllä”", "“Yes”", ("fi", "en"))) == []


def test_ten_thousand_placeholders_are_read() -> None:
    text = " ".join(f"{{p{i}}}" for i in range(10_000))
    assert codes(view(text, text)) == []
    assert codes(view(text, text.replace("{p77}", "{q77}"))) == ["M101"]


def test_icu_syntax_is_no_prose() -> None:
    text = "{n, plural, offset:1 =0 {ei yhtään} one {yksi {kind}} other {# viestiä}} yhteensä"
    prose = view(text, text).source.prose
    assert len(prose) == len(text)
    assert re.findall(r"\w+", prose) == ["ei", "yhtään", "yksi", "viestiä", "yhteensä"]
