"""Examples of rules that need a site or a file's comments are read as such; every rule has both."""

from pathlib import Path

import pytest

from kielipari.checks import RULES
from kielipari.checks.base import Example, Rule
from kielipari.config import Config
from kielipari.run import Request, run

ON_A_SITE = {"D101", "W103", "W104", "W106"}
IN_A_FILE = {"D106", "C103"}  # a PO entry: comments and msgid, then msgstr
CASES = [
    (rule, example, is_bad)
    for rule in RULES
    if rule.code in ON_A_SITE | IN_A_FILE
    for is_bad in (True, False)
    for example in (rule.bad if is_bad else rule.good)
]
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: sv\\n"\n\n'
# Another page of the site, in both languages: the museum's shop.
SHOP = {
    "fi": "<h1>Kauppa</h1><p>Museokaupassa myydään kirjoja ja kortteja.</p>",
    "sv": "<h1>Butiken</h1><p>I museibutiken säljs böcker och kort.</p>",
}


def write_site(example: Example, folder: Path) -> None:
    for lang, text in (("fi", example.source), ("sv", example.target)):
        (folder / lang).mkdir()
        for name, body in (("museo", text), ("kauppa", SHOP[lang])):
            if body:
                page = f'<!doctype html><html lang="{lang}"><title></title>{body}</html>'
                (folder / lang / f"{name}.html").write_text(page, encoding="utf-8")


def write_file(example: Example, folder: Path) -> None:
    text = f"{HEADER}{example.source}\n{example.target}\n"
    (folder / "sv.po").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("rule", "example", "is_bad"), CASES, ids=lambda v: v.code if isinstance(v, Rule) else ""
)
def test_examples_are_what_they_are_said_to_be(
    rule: Rule, example: Example, *, is_bad: bool, tmp_path: Path
) -> None:
    (write_site if rule.code in ON_A_SITE else write_file)(example, tmp_path)
    report = run(Request(Config(root=tmp_path), (str(tmp_path),), use_cache=False))
    assert not report.problems
    assert (rule.slug in {finding.rule for finding in report.findings}) is is_bad


def test_every_rule_has_a_bad_and_a_good_example() -> None:
    assert not [rule.code for rule in RULES if not rule.bad or not rule.good]
