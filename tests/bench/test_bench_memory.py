"""What 200,000 PO units take in memory, against what polib takes to hold them, each in its own process."""

import subprocess
import sys
from pathlib import Path

import pytest

UNITS = 200_000
PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
HOLDERS = {
    "polib": "import polib; held = polib.pofile('sv.po')",
    "Kielipari": "from kielipari import ingest; held = ingest.read(ingest.load('sv.po'), 'sv.po')",
}

pytestmark = pytest.mark.bench


def test_units_are_held_in_one_and_a_half_times_the_memory_of_polib(tmp_path: Path) -> None:
    with (tmp_path / "sv.po").open("w", encoding="utf-8") as file:
        file.write('msgid ""\nmsgstr "Language: sv\\n"\n')
        for n in range(UNITS):
            file.write(
                f'\n#: laki.c:{n}\nmsgctxt "kohta {n}"\n'
                f'msgid "Hakemuksessa {n} on ilmoitettava, mihin valtionavustusta käytetään."\n'
                f'msgstr "I ansökan {n} ska det anges vad statsunderstödet används till."\n'
            )
    peak = {}
    for name, held in HOLDERS.items():
        done = subprocess.run(
            [sys.executable, "-c", f"{held}\n{PEAK}"],
            cwd=tmp_path,
            check=True,
            capture_output=True,
            text=True,
        )
        peak[name] = int(done.stdout)
    ratio = peak["Kielipari"] / peak["polib"]
    print(f"\n{UNITS} units: {peak} MB at most, ratio {ratio:.2f}")
    assert ratio <= 1.5
