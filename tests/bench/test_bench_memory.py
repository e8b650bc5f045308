"""What 200,000 PO units take in memory, against what polib takes to hold them, each in its own process.

Both reading them and checking them from the start of the process to the report: short units made
up here, and units of law with this project's glossary.
"""

import subprocess
import sys
from pathlib import Path

import pytest

UNITS = 200_000
ROOT = Path(__file__).parents[2]
TRAIN = ROOT.parent / "shared" / "data" / "finlex" / "train.jsonl.xz"
WRITER = Path(__file__).with_name("check_files.py")
PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
MOST = 1.5
CHECK = (
    "from kielipari.cli import main; "
    "main(['check', 'sv.po', '--no-cache', '--fail-on', 'never', '--output', 'report.txt'{more}])"
)
TASKS = {
    "polib": "import polib; held = polib.pofile('sv.po')",
    "reading": "from kielipari import ingest; held = ingest.read(ingest.load('sv.po'), 'sv.po')",
}

pytestmark = pytest.mark.bench


def ratios(folder: Path, *words: str) -> dict[str, float]:
    """Measure every task on the folder's file; ``words`` are options of the check."""
    more = "".join(f", {word!r}" for word in words)
    peak = {}
    for name, task in {**TASKS, "checking": CHECK.format(more=more)}.items():
        done = subprocess.run(
            [sys.executable, "-c", f"try:\n    {task}\nfinally:\n    {PEAK}"],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
        peak[name] = int(done.stdout.splitlines()[-1])
    found = {name: peak[name] / peak["polib"] for name in ("reading", "checking")}
    shares = ", ".join(f"{name} {ratio:.2f}" for name, ratio in found.items())
    print(f"\n{UNITS} units: {peak} MB at most; to one of polib's: {shares}")
    return found


def test_short_units_take_at_most_one_and_a_half_times_the_memory_of_polib(tmp_path: Path) -> None:
    with (tmp_path / "sv.po").open("w", encoding="utf-8") as file:
        file.write('msgid ""\nmsgstr "Language: sv\\n"\n')
        for n in range(UNITS):
            file.write(
                f'\n#: laki.c:{n}\nmsgctxt "kohta {n}"\n'
                f'msgid "Hakemuksessa {n} on ilmoitettava, mihin valtionavustusta käytetään."\n'
                f'msgstr "I ansökan {n} ska det anges vad statsunderstödet används till."\n'
            )
    found = ratios(tmp_path)
    assert max(found.values()) <= MOST
    assert (tmp_path / "report.txt").exists()


@pytest.mark.skipif(not TRAIN.is_file(), reason="the shared data are not beside the repository")
def test_units_of_law_take_at_most_one_and_a_half_times_the_memory_of_polib(tmp_path: Path) -> None:
    writing = [sys.executable, str(WRITER), "write", str(tmp_path / "sv.po"), str(UNITS)]
    subprocess.run(writing, check=True, capture_output=True)
    found = ratios(tmp_path, "-g", str(ROOT / "glossary"))
    assert max(found.values()) <= MOST
    assert (tmp_path / "report.txt").exists()
