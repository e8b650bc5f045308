"""The project's own corpus: the audit finds each planted defect, and nothing else."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from kielipari import config, run
from kielipari.checks import find_rule
from kielipari.model import Finding, PairResult, Report

ROOT = Path(__file__).parent.parent
MANIFEST = tomllib.loads((ROOT / "corpus" / "manifest.toml").read_text(encoding="utf-8"))


@lru_cache
def report() -> Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return run.run(run.Request(config=config.load(ROOT)))


def fits(finding: Finding, defect: dict[str, Any]) -> bool:
    side = finding.target if defect["side"] == "target" else finding.source
    return (
        side is not None
        and find_rule(finding.rule).code == defect["rule"]
        and side.path == defect["path"]
        and defect["text"] in side.text
    )


def said(finding: Finding) -> str:
    side = finding.target or finding.source
    assert side is not None
    return f"{find_rule(finding.rule).code} {side.path}:{side.line} {side.text!r}"


@pytest.mark.parametrize("defect", MANIFEST["defect"], ids=lambda d: f"{d['rule']} {d['path']}")
def test_each_planted_defect_is_found_once(defect: dict[str, Any]) -> None:
    found = [finding for finding in report().findings if fits(finding, defect)]
    assert len(found) == 1, [said(f) for f in report().findings]


def test_nothing_else_is_found() -> None:
    surplus = [
        said(finding)
        for finding in report().findings
        if not any(fits(finding, defect) for defect in MANIFEST["defect"])
    ]
    assert surplus == []


@pytest.mark.parametrize("pair", MANIFEST["pair"], ids=lambda p: p["fi"])
def test_each_pair_is_found_for_what_it_is(pair: dict[str, str]) -> None:
    results: dict[str | None, PairResult] = {r.source_uri: r for r in report().pairs}
    assert results[pair["fi"]].target_uri == pair["sv"]
    relation = results[pair["fi"]].relation
    assert relation is not None
    assert relation.value == pair["relation"]


def test_every_file_was_read() -> None:
    assert report().problems == ()
    files = [p for p in (ROOT / "corpus").rglob("*") if p.suffix in {".html", ".md", ".txt", ".po"}]
    assert report().checked.documents == len(files)
