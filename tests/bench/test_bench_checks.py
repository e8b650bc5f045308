"""All checks against pofilter (translate-toolkit's standard checks), in one run.

Units a second over law in PO with the project's own glossary, on one core, start-up left out and
stated apart, with both backends for Finnish; planted defects found and false alarms. The goal is
twice pofilter's speed: it is reached with words met before, in the same run or an earlier one, and
not where words are met for the first time. What is asserted keeps what has been, and leaves room
for the machine. Run by ``make bench``.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = Path(__file__).with_name("check_files.py")
TRAIN = Path(__file__).parents[3] / "shared" / "data" / "finlex" / "train.jsonl.xz"
UNITS = 5_000
PASSES = {"libvoikko": (0.6, 1.5, 1.7), "pyvoikko": (0.45, 1.4, 1.6)}
"""Units a second to one of pofilter's: with words that nobody has met, with words that an earlier
run met, and with words met before in the same run."""
_NAMES = ("words never met", "met in an earlier run", "met before")

pytestmark = [
    pytest.mark.bench,
    pytest.mark.skipif(not TRAIN.exists(), reason="the shared data (../shared) is not here"),
]


def _child(*words: str, backend: str = "", **variables: str) -> dict[str, float]:
    environment = {**os.environ, **variables}
    if backend:
        environment["KIELIPARI_VOIKKO"] = backend
    done = subprocess.run(
        [sys.executable, str(CHILD), *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode and "KIELIPARI_VOIKKO" in done.stderr:
        pytest.skip(f"{backend} is not on this machine")
    assert done.returncode == 0, done.stderr
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("backend", ["libvoikko", "pyvoikko"])
def test_units_a_second(backend: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "law.po"
    _child("write", str(path), str(UNITS))
    task, cache = ("speed", str(path)), str(tmp_path / "cache")
    _child(*task, backend=backend, KIELIPARI_CACHE_DIR=cache)  # compiles glossaries and lexicons
    for file in (tmp_path / "cache").glob("words-*"):
        file.unlink()
    runs = [_child(*task, backend=backend, KIELIPARI_CACHE_DIR=cache) for _ in range(2)]
    spent = [(runs[0], "first"), (runs[1], "first"), (runs[1], "second")]
    ratios = [run[f"pofilter {which}"] / run[which] for run, which in spent]
    with capsys.disabled():
        print(f"\n{backend}: {UNITS} law units, start-up {runs[1]['start']:.1f} s")
        for name, (run, which), ratio in zip(_NAMES, spent, ratios, strict=True):
            print(
                f"  {name:<22} {UNITS / run[which]:>6.0f} units/s,"
                f" pofilter {UNITS / run[f'pofilter {which}']:>6.0f}, ratio {ratio:.2f}"
            )
    for ratio, least in zip(ratios, PASSES[backend], strict=True):
        assert ratio >= least


@pytest.mark.parametrize("name", ["law", "news"])
def test_defects_and_false_alarms(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = _child("defects", name)
    with capsys.disabled():
        print(f"\n{name}: {found['planted']} planted, {found['control']} sound units")
        for who in ("", "pofilter "):
            shares = (
                found[f"{who}found"] / found["planted"],
                found[f"{who}false alarms"] / found["control"],
            )
            print(f"  {who or 'kielipari ':<10} found {shares[0]:.1%}, alarms {shares[1]:.2%}")
    assert found["found"] > found["pofilter found"]
    assert found["false alarms"] < found["pofilter false alarms"] / 4
