"""The table form, one term a row, that CSV and XLSX share."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from kielipari.errors import GlossaryError
from kielipari.model import Concept, Term, TermStatus
from kielipari.terms import codes
from kielipari.terms.termbase import Issue, Termbase

COLUMNS = (
    "concept",
    "lang",
    "term",
    "status",
    "pos",
    "domain",
    "definition",
    "note",
    "source",
)
MATCH = "match"
"""A further column, written where a term needs it only."""
REQUIRED = COLUMNS[:3]
_KNOWN = (*COLUMNS, MATCH)
LONGEST_TERM = 1000
"""Code points; above that a cell holds a text and no term, or a quotation mark is missing."""


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class Row(NamedTuple):
    """A row's cells as text, and the line it starts on."""

    line: int
    cells: Sequence[str]


def concepts_of(rows: Iterable[Row], uri: str) -> Termbase:
    """Read a header row and the terms below it.

    Rows of one concept may stand apart; the concept keeps the place of the first. The header
    may come again, where one file was appended to another.

    Raises:
        GlossaryError: a required column or cell is missing, a language code or status is wrong,
            or a row has more cells than the header.

    """
    iterator = iter(rows)
    header = next((row for row in iterator if any(cell.strip() for cell in row.cells)), None)
    if header is None:
        raise GlossaryError(f"the glossary is empty; its first row names {_names(COLUMNS)}", uri)
    columns, issues = _header(header, uri)
    builder = _Builder(uri, issues)
    for row in iterator:
        if any(cell.strip() for cell in row.cells) and not _is_same(row, header):
            builder.add(_by_column(columns, row, uri), row.line)
    return builder.termbase()


def rows_of(termbase: Termbase) -> Iterator[tuple[str, ...]]:
    """Yield the header and a row for each term.

    What a concept says for all its terms (from TBX or SKOS) goes to its first row.
    """
    needs_match = any(term.match for concept in termbase.concepts for term in concept.terms)
    yield _KNOWN if needs_match else COLUMNS
    for concept in termbase.concepts:
        for index, term in enumerate(concept.terms):
            shared = concept if index == 0 else None
            yield (
                concept.id,
                term.locale or term.lang,
                term.text,
                term.status.value,
                term.pos,
                concept.domain,
                _with(shared.definition if shared else "", term.definition),
                _with(shared.note if shared else "", term.note),
                _with(shared.source if shared else "", term.source),
                *((term.match,) if needs_match else ()),
            )


def _with(shared: str, own: str) -> str:
    return f"{shared}\n{own}" if shared and own else shared or own


def _names(columns: Iterable[str]) -> str:
    return ", ".join(columns)


def _header(row: Row, uri: str) -> tuple[list[str | None], list[Issue]]:
    """Return the column of each cell, None for one that is not read."""
    names = [cell.strip().casefold() for cell in row.cells]
    while names and not names[-1]:
        names.pop()
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise GlossaryError(
            f"the first row must name the columns {_names(REQUIRED)} and may name "
            f"{_names(_KNOWN[3:])}; not found: {_names(missing)} "
            f"(there: {_names(names)[:200]}); each row holds one term in one language",
            uri,
            row.line,
        )
    issues = []
    for name in names:
        if name in _KNOWN:
            if names.count(name) > 1:
                raise GlossaryError(f'there are two columns "{name}"', uri, row.line)
            continue
        close = get_close_matches(name, _KNOWN, n=1, cutoff=0.8)
        if close and close[0] not in names:
            raise GlossaryError(
                f'the column "{name}" is not known; write "{close[0]}"', uri, row.line
            )
        issues.append(Issue("ignored-column", uri, row.line, detail=name))
    return [name if name in _KNOWN else None for name in names], issues


def _is_same(row: Row, header: Row) -> bool:
    return row.cells == header.cells or [c.strip().casefold() for c in row.cells[:3]] == [*REQUIRED]


def _by_column(columns: list[str | None], row: Row, uri: str) -> dict[str, str]:
    if any(cell.strip() for cell in row.cells[len(columns) :]):
        raise GlossaryError(
            f"the row has {len(row.cells)} cells and the header {len(columns)}; "
            "put quotation marks around text that holds the separator",
            uri,
            row.line,
        )
    cells = {name: cell for name, cell in zip(columns, row.cells, strict=False) if name}
    for name, cell in cells.items():
        control = _CONTROL.search(cell)
        if control:
            raise GlossaryError(
                f'the cell "{name}" holds a control character (U+{ord(control[0]):04X}); delete it',
                uri,
                row.line,
            )
    return cells


def _tidy(cell: str) -> str:
    """Compose letters (NFC) and fold line ends; what stands in the cell stays as written."""
    lines = unicodedata.normalize("NFC", cell).strip().splitlines()
    return "\n".join(line.strip() for line in lines)


class _Builder:
    """Gathers rows into concepts."""

    def __init__(self, uri: str, issues: list[Issue]) -> None:
        self.uri = uri
        self.issues = issues
        self.terms: dict[str, list[Term]] = {}
        self.domains: dict[str, list[str]] = {}
        self.sami: dict[str, int] = {}

    def add(self, raw: dict[str, str], line: int) -> None:
        cells = {name: _tidy(cell) for name, cell in raw.items()}
        for name in REQUIRED:
            if not cells.get(name):
                raise GlossaryError(
                    f'the cell "{name}" is empty; every row needs {_names(REQUIRED)}',
                    self.uri,
                    line,
                )
        key = cells["concept"]
        term = self._term(cells, line)
        if raw["term"] != raw["term"].strip():
            self.issues.append(Issue("outer-space", self.uri, line, key, term.lang, term.text))
        if cells["lang"].casefold() == "se":
            self.sami.setdefault(key, line)
        known = self.terms.setdefault(key, [])
        if any(_same_row(term, other) for other in known):
            detail = self.uri
            issue = Issue("duplicate-row", self.uri, line, key, term.lang, term.text, detail)
            self.issues.append(issue)
        else:
            known.append(term)
        domain = cells.get("domain", "")
        domains = self.domains.setdefault(key, [])
        if domain and domain not in domains:
            domains.append(domain)
            if len(domains) > 1:
                detail = "; ".join(domains)
                issue = Issue("several-domains", self.uri, line, key, term.lang, term.text, detail)
                self.issues.append(issue)

    def _term(self, cells: dict[str, str], line: int) -> Term:
        text = cells["term"]
        if len(text) > LONGEST_TERM:
            raise GlossaryError(
                f"the term has {len(text)} characters; a term is a word or a phrase "
                "(is a quotation mark missing?), and what explains it goes to definition",
                self.uri,
                line,
            )
        try:
            return Term(
                text,
                codes.language(cells["lang"]),
                codes.status(cells.get("status", "")),
                codes.part_of_speech(cells.get("pos", "")),
                cells.get("definition", ""),
                cells.get("note", ""),
                cells.get("source", ""),
                line,
                codes.locale(cells["lang"]),
                self.uri,
                codes.matching(cells.get(MATCH, "")),
            )
        except ValueError as error:
            raise GlossaryError(str(error), self.uri, line) from None

    def termbase(self) -> Termbase:
        for key, line in self.sami.items():
            if not any(term.lang == "sv" for term in self.terms[key]):
                raise GlossaryError(
                    f'"se" is Northern Sámi, and "{key}" has no Swedish term; '
                    'write "sv" for Swedish ("sme" if Northern Sámi is meant)',
                    self.uri,
                    line,
                )
        concepts = tuple(
            Concept(key, tuple(terms), domain="; ".join(self.domains[key]))
            for key, terms in self.terms.items()
        )
        return Termbase(concepts, (self.uri,), tuple(self.issues))


def _same_row(first: Term, second: Term) -> bool:
    return _content(first) == _content(second)


def _content(term: Term) -> tuple[str | TermStatus, ...]:
    return (
        term.text,
        term.lang,
        term.status,
        term.pos,
        term.definition,
        term.note,
        term.source,
        term.locale,
        term.match,
    )
