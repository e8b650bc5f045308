"""Real localisation files: every finding was read, and nearly every error is one."""

import json
from collections import Counter
from pathlib import Path

import pytest
from judged_locales import FALSE, REAL, RUNS, is_in

from kielipari.cli import main

LOCALES = Path(__file__).parents[3] / "shared" / "data" / "locales"


def findings(run: str, folder: Path) -> list[tuple[str, str, str]]:
    """Return severity, code and key (in gettext files the line) of what is found in a run."""
    words = [str(LOCALES / word) if "/" in word else word for word in RUNS[run]]
    out = folder / f"{run}.json"
    with pytest.raises(SystemExit):
        main(["check", *words, "--no-cache", "--format", "json", "-o", str(out)])
    report = json.loads(out.read_text(encoding="utf-8"))
    assert not report["errors"]
    found = []
    for each in report["findings"]:
        side = each["target"] or each["source"]
        key = str(side["line"]) if RUNS[run][0].endswith(".po") else each["unit"] or "-"
        found.append((each["severity"], each["code"], key))
    return found


def test_findings_in_localisation_files_are_real(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not LOCALES.is_dir():
        pytest.skip("the shared development data is not here")
    monkeypatch.chdir(tmp_path)  # no configuration, and so no glossary
    real, false = Counter[str](), Counter[str]()
    for run in RUNS:
        for severity, code, key in findings(run, tmp_path):
            if severity == "info":
                continue
            is_real = is_in(REAL, run, code, key)
            (real if is_real else false)[severity] += 1
            if not is_real and not is_in(FALSE, run, code, key):
                print("not judged yet:", run, code, key)
    for severity in ("error", "warning"):
        precision = real[severity] / (real[severity] + false[severity])
        print(f"{severity}: {real[severity]} real, {false[severity]} false, {precision:.3f}")
        assert precision >= (0.93 if severity == "error" else 0.85)
    assert real["error"] >= 64
    assert real["warning"] >= 34
