"""The files of a run with comments in them, and the report with its lines as they stand then."""

import codecs
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kielipari.annotate import po, xliff
from kielipari.annotate.edits import Moves, Remark, applied
from kielipari.errors import InputError, StateError
from kielipari.gather import content_hash
from kielipari.ingest import load
from kielipari.ingest.decode import decode
from kielipari.ingest.detect import detect
from kielipari.ingest.source import Source
from kielipari.model import Finding, Problem, Report, Side
from kielipari.report.messages import Words, words
from kielipari.report.plain import plain
from kielipari.report.view import code, main_side
from kielipari.site.addresses import is_web
from kielipari.state.files import write_bytes

_FORMATS = ("po", "xliff")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What an eight-bit encoding may lack, in characters that it has.
_SIMPLER = str.maketrans({"→": "->", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-"})
_SILENCING = "kielipari-ignore"  # an excerpt must not silence anything


@dataclass(frozen=True, slots=True)
class Written:
    """A file that can hold comments: how many are in it now, and how many an earlier run wrote.

    ``unplaced`` findings are about the file, not about one of its entries.
    """

    path: str
    comments: int
    before: int
    unplaced: int
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Annotated:
    """What was written; the lines of ``report`` are those of the files as they are now.

    ``others`` are files of formats that hold no comments for translators.
    """

    report: Report
    files: tuple[Written, ...] = ()
    others: tuple[str, ...] = ()


def annotate(report: Report, contents: Mapping[str, bytes], locale: str = "en") -> Annotated:
    """Write every finding of a report into the file that it is about.

    ``contents`` are the hashes of the files as they were checked. A file that has changed since,
    or that cannot be written, becomes a problem of the report and stays as it is.
    """
    voice = words(locale)
    remarks: defaultdict[str, list[Remark]] = defaultdict(list)
    for finding in report.findings:
        side = main_side(finding)
        if side is not None:
            remarks[side.path].append(_remark(finding, side, voice))
    files: list[Written] = []
    others: list[str] = []
    problems: list[Problem] = []
    moved: dict[str, Moves] = {}
    for path in _paths(report):
        if path == "-" or is_web(path) or not Path(path).is_file():
            others.append(path)
            continue
        try:
            data = load(path)
            if detect(data, path) not in _FORMATS:
                others.append(path)
                continue
            _refuse_changed(path, data, contents)
            written, moved[path] = _write(path, data, remarks.get(path, ()))
        except (InputError, StateError) as error:
            problems.append(Problem(error.path or path, error.message, error.line))
            continue
        files.append(written)
    return Annotated(
        replace(_moved(report, moved), problems=(*report.problems, *problems)),
        tuple(files),
        tuple(others),
    )


def _refuse_changed(path: str, data: bytes, contents: Mapping[str, bytes]) -> None:
    """Raise InputError for a file that somebody saved meanwhile: the places are no longer right."""
    if contents.get(path) not in (None, content_hash(data)):
        raise InputError("has changed while it was checked; run again", path)


def _paths(report: Report) -> Iterable[str]:
    """Return the files that were checked, in the order of the report, each once."""
    uris = (uri for pair in report.pairs for uri in (pair.source_uri, pair.target_uri))
    return dict.fromkeys(uri for uri in uris if uri)


def _remark(finding: Finding, side: Side, voice: Words) -> Remark:
    rule = f"{finding.severity.value} {code(finding.rule)} {finding.rule}"
    said = [voice.message(finding.message, finding.rule), voice.action(finding)]
    text = plain(f"{rule}: {' → '.join(filter(None, said))} [{finding.fingerprint}]")
    return Remark(
        side.line,
        side.column,
        finding.severity,
        " ".join(text.replace(_SILENCING, _SILENCING.replace("-", " ")).split()),
        finding.target is not None,
    )


def _write(path: str, data: bytes, remarks: Iterable[Remark]) -> tuple[Written, Moves]:
    """Write a file anew where anything is to be changed; raises InputError and StateError."""
    mark, codec, text = _decoded(data, path)
    source = Source(text)
    if detect(data, path) == "xliff":
        errors = "xmlcharrefreplace"
        plan = xliff.plan(source, remarks, path)
    else:
        errors = "strict"
        fitting = [r._replace(text=_fitting(r.text, codec)) for r in remarks]
        plan = po.plan(source, fitting)
    annotated = applied(text, plan.edits)
    changed = mark + annotated.encode(codec, errors)
    if changed != data:
        write_bytes(changed, Path(path).resolve())
    written = Written(path, plan.comments, plan.before, plan.unplaced, changed != data)
    return written, Moves(source, plan.edits, Source(annotated))


def _decoded(data: bytes, path: str) -> tuple[bytes, str, str]:
    """Return byte order mark, codec and text, from which the very bytes can be made again."""
    mark, codec = next(((m, c) for m, c in _MARKS if data.startswith(m)), (b"", ""))
    codec = codec or decode(data, path).encoding
    body = data[len(mark) :]
    text = body.decode(codec)
    if text.encode(codec) != body:
        raise InputError("cannot be written back as it was; save it as UTF-8", path)
    return mark, codec, text


def _fitting(text: str, codec: str) -> str:
    """Return a text that an encoding can hold."""
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return text.translate(_SIMPLER).encode(codec, "replace").decode(codec)
    return text


def _moved(report: Report, moves: Mapping[str, Moves]) -> Report:
    """Let every finding stand where it now stands."""
    known: dict[int, Finding] = {}

    def now(finding: Finding) -> Finding:
        if id(finding) not in known:
            known[id(finding)] = replace(
                finding, source=_now(finding.source, moves), target=_now(finding.target, moves)
            )
        return known[id(finding)]

    return replace(
        report,
        findings=tuple(map(now, report.findings)),
        pairs=tuple(replace(p, findings=tuple(map(now, p.findings))) for p in report.pairs),
        suppressed=tuple(replace(s, finding=now(s.finding)) for s in report.suppressed),
    )


def _now(side: Side | None, moves: Mapping[str, Moves]) -> Side | None:
    if side is None or side.path not in moves:
        return side
    line, column = moves[side.path].now(side.line, side.column)
    return replace(side, line=line, column=column)
