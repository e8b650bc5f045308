"""What 200,000 PO units take in memory, against what polib takes to hold them, each in its own process.

Both reading them and checking them from the start of the process to the report.
"""

import subprocess
import sys
from pathlib import Path

import pytest

UNITS = 200_000
PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
MOST = 1.5
TASKS = {
    "polib": "import polib; held = polib.pofile('sv.po')",
    "reading": "from kielipari import ingest; held = ingest.read(ingest.load('sv.po'), 'sv.po')",
    "checking": "from kielipari.cli import main; "
    "main(['check', 'sv.po', '--no-cache', '--output', 'report.txt'])",
}

pytestmark = pytest.mark.bench


def test_units_take_at_most_one_and_a_half_times_the_memory_of_polib(tmp_path: Path) -> None:
    with (tmp_path / "sv.po").open("w", encoding="utf-8") as file:
        file.write('msgid ""\nmsgstr "Language: sv\\n"\n')
        for n in range(UNITS):
            file.write(
                f'\n#: laki.c:{n}\nmsgctxt "kohta {n}"\n'
                f'msgid "Hakemuksessa {n} on ilmoitettava, mihin valtionavustusta käytetään."\n'
                f'msgstr "I ansökan {n} ska det anges vad statsunderstödet används till."\n'
            )
    peak = {}
    for name, task in TASKS.items():
        done = subprocess.run(
            [sys.executable, "-c", f"try:\n    {task}\nfinally:\n    {PEAK}"],
            cwd=tmp_path,
            check=True,
            capture_output=True,
            text=True,
        )
        peak[name] = int(done.stdout.splitlines()[-1])
    ratios = {name: peak[name] / peak["polib"] for name in ("reading", "checking")}
    shares = ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())
    print(f"\n{UNITS} units: {peak} MB at most; to one of polib's: {shares}")
    assert max(ratios.values()) <= MOST
    assert (tmp_path / "report.txt").exists()
