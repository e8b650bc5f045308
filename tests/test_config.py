"""The configuration: what it gives, and how it refuses what it does not know."""

from pathlib import Path

import pytest

from kielipari import config
from kielipari.errors import ConfigError
from kielipari.model import Parity, Severity

FULL = """
source = "fi"
targets = ["sv"]
glossary = ["glossary/termit.csv"]
fail-on = "warning"

[[content]]
path = "sivut/{lang}/*.html"
parity = "abridged"

[checks]
ignore = ["S102"]
severity = { W104 = "error" }

[[pair]]
fi = "sivut/fi/kaupungit.html"
sv = "sivut/sv/stader.html"
parity = "pointer"

[[ignore]]
fingerprint = "0123456789abcdef"
reason = "the event was renamed on purpose"
"""


def write(folder: Path, text: str, name: str = "kielipari.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_is_read(tmp_path: Path) -> None:
    found = config.read(write(tmp_path, FULL))
    assert found.glossary == (tmp_path / "glossary/termit.csv",)
    assert found.fail_on == "warning"
    assert found.content[0].parity is Parity.ABRIDGED
    assert found.checks.severity == {"W104": Severity.ERROR}
    assert found.pairs[0].path("sv") == "sivut/sv/stader.html"
    assert found.pairs[0].parity is Parity.POINTER
    assert found.ignores[0].reason.startswith("the event")


def test_it_is_found_from_a_folder_below(tmp_path: Path) -> None:
    write(tmp_path, '[tool.kielipari]\nfail-on = "never"\n', "pyproject.toml")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert config.load(below).fail_on == "never"


def test_a_pyproject_of_others_does_not_count(tmp_path: Path) -> None:
    write(tmp_path, 'fail-on = "info"\n')
    below = tmp_path / "package"
    below.mkdir()
    write(below, '[project]\nname = "other"\n', "pyproject.toml")
    assert config.load(below).fail_on == "info"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("glosary = []", "did you mean “glossary”"),
        ('fail-on = "always"', "must be one of error, warning, info, never"),
        ("glossary = [1]", "must be a list of strings"),
        ("[checks]\nselekt = []", "[checks] unknown key “selekt”; did you mean “select”"),
        ('[checks.severity]\nV101 = "bad"', "must be one of error, warning, info"),
        ('[[pair]]\nfi = "a.html"', "names only one file"),
        ('[[ignore]]\nreason = "because"', "ignores everything"),
        ('[[ignore]]\nrule = "V101"', "needs “reason”"),
        ('content = "a"', "must be an array of tables, written [[content]]"),
        ("source =", "is not valid TOML"),
    ],
)
def test_a_mistake_is_told_in_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as error:
        config.read(path)
    assert said in str(error.value)
    assert error.value.path == str(path)
