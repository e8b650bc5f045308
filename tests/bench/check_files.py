"""What the benchmark of the checks does in processes of its own, one task each; prints JSON.

``speed``: the checks and pofilter in turns over the same law units, so that both see the same
machine. ``write``: the file with these. ``defects``: what both find of planted defects, and on the control.
"""

import json
import lzma
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
TRAIN = ROOT.parent / "shared" / "data" / "finlex" / "train.jsonl.xz"
BLOCK = 2_500  # units of a turn: what is reckoned once a file is not to weigh more than it does
WARMING = 20


def law(count: int) -> Iterator[tuple[str, str]]:
    """Yield pairs of law texts, from the beginning again where they run out."""
    while True:
        with lzma.open(TRAIN, "rt", encoding="utf-8") as lines:
            for line in lines:
                if not count:
                    return
                count -= 1
                _, finnish, swedish = json.loads(line)
                yield finnish.strip(), swedish.strip()


def write(path: str, count: str) -> int:
    """Write a PO file of so many law units, and return how many."""
    import polib  # noqa: PLC0415 only what the task needs

    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "sv"}
    for number, (finnish, swedish) in enumerate(law(int(count))):
        catalogue.append(polib.POEntry(msgctxt=str(number), msgid=finnish, msgstr=swedish))
    catalogue.save(path)
    return len(catalogue)


def _pofilter() -> Callable[[str, str], bool]:
    """Return translate-toolkit's standard checks: whether any of them fails."""
    from translate.filters import checks  # noqa: PLC0415 only what the task needs
    from translate.storage import po  # noqa: PLC0415 only what the task needs

    checker = checks.StandardChecker(checks.CheckerConfig(targetlanguage="sv"))

    def fails(source: str, target: str) -> bool:
        unit = po.pounit(source)
        unit.target = target
        return bool(checker.run_filters(unit))

    return fails


def speed(path: str) -> dict[str, float]:
    """Return seconds of processor time: start-up, the first and the second pass, pofilter's.

    The words are kept in the cache directory, as a run keeps them, for another process.
    """
    start = time.process_time()
    from kielipari import audit, config, context, gather, run  # noqa: PLC0415 only what the task needs
    from kielipari.state.words import KnownWords  # noqa: PLC0415 the same

    concepts = run.load_concepts(run.Request(config.load(ROOT)))
    found = gather.gather([path], config.Config(root=ROOT), source_lang="fi", target_lang="sv")
    (pair,) = found.pairs
    settings = context.Settings("fi", "sv", concepts=concepts, facts=found.facts)
    words = KnownWords(settings)
    judge = context.build(settings, words.memories)
    audit.audit_pair(replace(pair, units=pair.units[:WARMING]), judge)
    spent = {"start": time.process_time() - start}
    fails = _pofilter()
    texts = [(unit.source[0].text, unit.target[0].text) for unit in pair.units]
    for source, target in texts[:WARMING]:
        fails(source, target)
    for name in ("first", "second"):
        ours = theirs = 0.0
        for place in range(0, len(texts), BLOCK):
            start = time.process_time()
            audit.audit_pair(replace(pair, units=pair.units[place : place + BLOCK]), judge)
            middle = time.process_time()
            for source, target in texts[place : place + BLOCK]:
                fails(source, target)
            ours += middle - start
            theirs += time.process_time() - middle
        spent[name], spent[f"pofilter {name}"] = ours, theirs
    words.keep()
    return spent


def defects(name: str) -> dict[str, int]:
    """Return how many planted defects and how many control units each of the two reports."""
    sys.path.insert(0, str(ROOT / "tests" / "eval"))
    from test_defects import findings, planted, texts  # noqa: PLC0415 only what the task needs

    rows = list(planted(texts(name)))
    fails = _pofilter()
    ours = findings(rows)
    theirs = {index for index, row in enumerate(rows) if fails(row.source, row.target)}
    bad = {index for index, row in enumerate(rows) if row.kind}
    return {
        "planted": len(bad),
        "control": len(rows) - len(bad),
        "found": len(bad & ours.keys()),
        "false alarms": len(ours.keys() - bad),
        "pofilter found": len(bad & theirs),
        "pofilter false alarms": len(theirs - bad),
    }


if __name__ == "__main__":
    tasks: dict[str, Callable[..., object]] = {
        "write": write,
        "speed": speed,
        "defects": defects,
    }
    print(json.dumps(tasks[sys.argv[1]](*sys.argv[2:])))
