"""The direction of dependencies between rooms, and what the wheel holds."""

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "pipeline" / "kielipari"

# Each room with the rooms it may import from; a room may always import from itself.
BASE = {"model", "errors"}
LANGUAGES = BASE | {"config", "languages"}
VALUES = LANGUAGES | {"values"}
READING = VALUES | {"ingest", "segment", "align", "terms", "site"}
CHECKS = READING | {"checks"}
AUDIT = CHECKS | {"context", "audit", "gather"}
RUN = AUDIT | {"confirming", "docs", "gates", "run", "session", "setup", "state"}
MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "config": BASE,
    "languages": BASE,
    "values": BASE | {"languages"},
    "ingest": VALUES,
    "segment": VALUES,
    "align": VALUES | {"segment"},
    "terms": VALUES,
    "site": VALUES | {"ingest", "align"},
    "checks": READING,
    "context": CHECKS,
    "audit": CHECKS | {"context"},
    "gather": CHECKS,
    "state": AUDIT,
    "gates": CHECKS,
    "run": RUN,
    "session": RUN,
    "confirming": RUN,
    "setup": AUDIT,
    "docs": set(),
    "bilingual": RUN,
    "report": RUN,
    "integrations": RUN,
    "annotate": RUN | {"report"},
    "cli": RUN | {"annotate", "bilingual", "report", "integrations"},
}
EVERYWHERE = {"__init__", "__main__"}  # the version, and the way in


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names = [node.module or ""]
            if node.module == "kielipari":
                names = [f"kielipari.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        rooms |= {name.split(".")[1] for name in names if name.startswith("kielipari.")}
    return {
        room for room in rooms if (PACKAGE / room).is_dir() or (PACKAGE / f"{room}.py").exists()
    }


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_dependencies_point_one_way(path: Path) -> None:
    room = room_of(path)
    if room in EVERYWHERE:
        return
    assert room in MAY_IMPORT, f"{room} is a new room: say here what it may import"
    assert imported_rooms(path) - {room} <= MAY_IMPORT[room]


def test_every_room_of_the_table_exists() -> None:
    rooms = {room_of(path) for path in MODULES} - EVERYWHERE
    assert rooms == set(MAY_IMPORT)


def test_the_wheel_holds_kielipari_alone(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    (info,) = (top for top in tops if top.endswith(".dist-info"))
    assert tops == {"kielipari", info}
    assert "kielipari/py.typed" in names
    assert not (ROOT / "pipeline" / "__init__.py").exists()
    data = [p for p in PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    assert {p.relative_to(PACKAGE.parent).as_posix() for p in data} <= set(names)


def test_a_wrong_source_root_stops_the_build(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / "src" / "kielipari").mkdir(parents=True)
    built = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", tmp_path],
        check=False,
        capture_output=True,
        text=True,
    )
    assert built.returncode != 0
    assert "pipeline/kielipari/__init__.py" in built.stdout + built.stderr


def test_the_command_line_answers_at_once() -> None:
    code = (
        "import sys; from kielipari.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'simplemma', 'lxml', 'langdetect', 'numpy', 'babel', 'rich', 'jinja2'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "audit" in done.stdout
    assert done.stdout.strip().endswith("HEAVY []")
