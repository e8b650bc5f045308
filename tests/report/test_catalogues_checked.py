"""The catalogues of the reports are read by our own checks, as those of any program."""

from pathlib import Path

import pytest

from kielipari.cli import main

LOCALES = Path(__file__).parents[2] / "pipeline" / "kielipari" / "report" / "locale"


@pytest.mark.parametrize("locale", ["fi", "sv"])
def test_catalogues_pass_the_check(locale: str, capfd: pytest.CaptureFixture[str]) -> None:
    path = LOCALES / locale / "LC_MESSAGES" / "kielipari.po"
    options = ("--source-lang", "en", "--target-lang", locale, "--fail-on", "warning", "--no-cache")
    with pytest.raises(SystemExit) as left:
        main(["check", *options, str(path)])
    assert left.value.code == 0, capfd.readouterr().out
