"""The JSON Schema of the configuration says what the parser says."""

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kielipari import config
from kielipari.cli import main
from kielipari.errors import ConfigError

EVERYTHING = """
source = "fi"
targets = ["sv"]
glossary = "termit.csv"
lexicons = ["sanat.lexicon"]
fail-on = ["warning", "V104", "-T106"]
min-coverage = 0.95
max-untranslated = 0
site = "https://www.example.org"

[[content]]
path = "{lang}/*.html"
parity = "abridged"

[[pair]]
fi = "a.html"
sv = "b.html"
parity = "pointer"

[checks]
select = ["V", "T101"]
ignore = "S"
severity = { V104 = "error" }

[[ignore]]
reason = "so it is"
fingerprint = "0123456789abcdef"
rule = "V101"
path = "x/*"
text = "sana"
"""
WRONG = [
    "glosary = []",
    "glossary = [1]",
    "source = 1",
    'targets = [["sv"]]',
    'min-coverage = "95 %"',
    "min-coverage = 95",
    "min-coverage = true",
    "max-untranslated = -1",
    "max-untranslated = 1.5",
    "[checks]\nselekt = []",
    '[checks.severity]\nV101 = "bad"',
    '[[content]]\npath = ""',
    '[[content]]\nparity = "full"',
    '[[content]]\npath = "a"\nparity = "half"',
    '[[pair]]\nfi = "a.html"',
    '[[ignore]]\nreason = "because"',
    '[[ignore]]\nrule = "V101"',
    'content = "a"',
]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    path = Path(config.__file__).parent / "schema" / "config-1.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(found)
    return found


def test_everything_that_may_stand_there_does(schema: dict[str, Any]) -> None:
    table = tomllib.loads(EVERYTHING)
    jsonschema.validate(table, schema)
    found = config.parse(table, Path("kielipari.toml"))
    assert (found.fail_on, found.min_coverage, found.max_untranslated) == (
        *("warning,V104,-T106", 0.95),
        0,
    )
    assert set(table) == set(schema["properties"])
    for name in ("content", "ignore"):
        assert set(table[name][0]) == set(schema["properties"][name]["items"]["properties"])
    assert set(table["checks"]) == set(schema["properties"]["checks"]["properties"])


@pytest.mark.parametrize("text", WRONG)
def test_both_refuse_the_same(schema: dict[str, Any], text: str) -> None:
    table = tomllib.loads(text)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table, schema)
    with pytest.raises(ConfigError):
        config.parse(table, Path("kielipari.toml"))


def test_it_is_published(schema: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["schema", "config"])
    assert json.loads(capsys.readouterr().out) == schema


def test_this_project_keeps_to_it(schema: dict[str, Any]) -> None:
    project = Path(__file__).parent.parent / "pyproject.toml"
    table = tomllib.loads(project.read_text(encoding="utf-8"))["tool"]["kielipari"]
    jsonschema.validate(table, schema)
