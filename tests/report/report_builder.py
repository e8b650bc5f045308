"""Builds reports by hand: pages of sentences, beads between them, findings."""

from collections.abc import Mapping
from itertools import count

from kielipari.model import (
    Anchor,
    Block,
    BlockKind,
    Checked,
    Finding,
    Message,
    Origin,
    Outcome,
    PairResult,
    PlacedHit,
    Problem,
    Region,
    Relation,
    Report,
    Segment,
    Severity,
    Side,
    SourceMap,
    TermCount,
    Unit,
)


class Page:
    """One language version: blocks made of sentences, each block on a line of its own."""

    def __init__(self, uri: str, lang: str) -> None:
        self.uri, self.lang = uri, lang
        self.blocks: list[Block] = []
        self.segments: dict[str, Segment] = {}

    def add(
        self,
        name: str,
        kind: BlockKind,
        *sentences: str,
        level: int = 0,
        region: Region = Region.MAIN,
    ) -> "Page":
        text = " ".join(sentences)
        line = 10 + 2 * len(self.blocks)
        block = Block(
            name,
            kind,
            text,
            self.lang,
            level,
            source_map=SourceMap.of(Anchor(0, line, 5)),
            region=region,
        )
        self.blocks.append(block)
        start = 0
        for number, sentence in enumerate(sentences):
            self.segments[f"{name}.{number}"] = Segment(block, start, start + len(sentence))
            start += len(sentence) + 1
        return self

    def side(self, ref: str, form: str | None = None) -> Side:
        """The place of a form within a segment; the whole segment without one."""
        segment = self.segments[ref]
        start = segment.text.index(form) if form else 0
        end = start + len(form) if form else len(segment.text)
        line, column = segment.place(start)
        return Side(self.uri, line, column, self.lang, segment.text, start, end)

    def hits(self, words: Mapping[str, tuple[str, tuple[str, ...]]]) -> tuple[PlacedHit, ...]:
        """Every mention of a form; ``words``: form → concept, equivalents."""
        return tuple(
            PlacedHit(block.id, at, at + len(form), concept, equivalents)
            for block in self.blocks
            for form, (concept, equivalents) in words.items()
            if (at := block.text.find(form)) >= 0
        )


class Site:
    """Collects pairs and findings into a report."""

    def __init__(self) -> None:
        self.pairs: list[PairResult] = []
        self.findings: list[Finding] = []
        self.numbers = count(1)

    def pair(  # noqa: PLR0913 - a pair has that many parts
        self,
        source: Page | None,
        target: Page | None,
        beads: str = "",
        *,
        relation: Relation | None = Relation.TRANSLATION,
        coverage: float | None = None,
        terms: tuple[TermCount, ...] = (),
        hits: tuple[tuple[str, tuple[PlacedHit, ...]], ...] = (),
        origin: Origin = Origin.ALIGNED,
        keys: tuple[str, ...] = (),
    ) -> str:
        """Add a pair; ``beads``: ``"a.0-x.0 b.0+b.1-y.0 c.0- -z.0"``."""
        identity = f"p{len(self.pairs) + 1}"
        units = []
        for index, bead in enumerate(beads.split()):
            left, right = bead.split("-", 1)
            units.append(
                Unit(
                    str(index),
                    tuple(source.segments[ref] for ref in left.split("+") if ref and source),
                    tuple(target.segments[ref] for ref in right.split("+") if ref and target),
                    origin=origin,
                    key=keys[index] if keys else None,
                )
            )
        self.pairs.append(
            PairResult(
                identity,
                source.uri if source else None,
                target.uri if target else None,
                relation,
                coverage,
                tuple(units),
                terms,
                source_lang="fi",
                target_lang="sv",
                source_blocks=tuple(source.blocks) if source else (),
                target_blocks=tuple(target.blocks) if target else (),
                hits=hits,
            )
        )
        return identity

    def find(  # noqa: PLR0913 - a finding has that many parts
        self,
        pair: str,
        rule: str,
        severity: Severity,
        source: Side | None = None,
        target: Side | None = None,
        *,
        suggestion: Message | None = None,
        concept: str | None = None,
        **args: str | float | tuple[str, ...],
    ) -> None:
        number = next(self.numbers)
        self.findings.append(
            Finding(
                rule,
                severity,
                Message.of(rule, **args),
                source,
                target,
                f"evidence {number}",
                suggestion,
                f"{number:016x}",
                pair,
                concept=concept,
            )
        )

    def report(
        self, problems: tuple[Problem, ...] = (), baseline: Mapping[int, str] | None = None
    ) -> Report:
        counted = {
            rule: {
                Outcome.VIOLATED: sum(finding.rule == rule for finding in self.findings),
                Outcome.SATISFIED: 12,
            }
            for rule in sorted({finding.rule for finding in self.findings})
        }
        return Report(
            "0.1.0",
            Checked(
                documents=2 * len(self.pairs) - 1,
                pairs=len(self.pairs),
                units=sum(len(pair.units) for pair in self.pairs),
                terms=37,
                rules=counted,
            ),
            tuple(self.pairs),
            tuple(self.findings),
            problems,
            baseline or {},
        )
