"""The report for a terminal, and for a mail when it is not coloured."""

from collections import Counter
from dataclasses import dataclass, field
from io import StringIO
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kielipari.model import PairResult, Parity, Relation, Report, Severity
from kielipari.report.excerpt import excerpt
from kielipari.report.messages import Words, words
from kielipari.report.options import RenderOptions
from kielipari.report.plain import encodable, plain
from kielipari.report.provenance import doubt, lag
from kielipari.report.summary import THE_RUN, checked, severities, unread, verdict
from kielipari.report.view import (
    Group,
    Item,
    PairKind,
    by_severity,
    code,
    groups,
    main_side,
    pair_kind,
)

_PER_PAIR: Final = 10
_IN_ALL: Final = 60
_CLEAN_PAIRS: Final = 20
_NARROWEST: Final = 40
_PLACE: Final = 6  # columns that a line and a column take at least
_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def render(report: Report, options: RenderOptions) -> bytes:
    """Write the report as UTF-8 text, wrapped at the options' width."""
    page = _Page(options)
    page.verdict(report)
    for group in groups(report):
        page.group(group, len(report.pairs))
    page.rest()
    page.problems(report)
    page.end(report)
    return encodable(page.text()).encode()


@dataclass
class _Page:
    """The text as it grows; ``shown`` counts the findings written in full."""

    options: RenderOptions
    shown: int = 0
    in_short: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words: Words = words(self.options.locale)
        self.width = max(self.options.width, _NARROWEST)
        self.console = Console(
            file=StringIO(),
            width=self.width,
            force_terminal=self.options.color,
            color_system="standard" if self.options.color else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            _environ={},
        )

    def text(self) -> str:
        """Return what has been written, without blanks at the ends of lines."""
        written: str = self.console.file.getvalue()  # type: ignore[attr-defined]  # a StringIO
        return "\n".join(line.rstrip() for line in written.rstrip().splitlines()) + "\n"

    def line(self, text: Text | str = "", indent: int = 0, hang: int | None = None) -> None:
        """Write a line; what does not fit goes on at ``hang`` columns."""
        content = Text(text) if isinstance(text, str) else text
        hang = indent if hang is None else hang
        first = content.wrap(self.console, self.width - indent)[0]
        rest = content[len(first) :] if len(first) < len(content) else Text()
        parts = [first, *(rest.wrap(self.console, self.width - hang) if rest.plain.strip() else ())]
        for number, part in enumerate(parts):
            self.console.print(Text(" " * (hang if number else indent)) + part, soft_wrap=True)

    def verdict(self, report: Report) -> None:
        """Write the first sentence."""
        worst = min((finding.severity.rank for finding in report.findings), default=None)
        style = "bold green" if worst is None else _STYLES[list(Severity)[worst]]
        self.line(Text(verdict(report, self.words), style=style))

    def group(self, group: Group, pairs: int) -> None:
        """Write a pair with its findings, or keep it for the short list at the end."""
        shows_clean = self.options.audit and (self.options.verbose or pairs <= _CLEAN_PAIRS)
        if not group.items and not shows_clean:
            return
        if not self.options.verbose and group.items and self.shown >= _IN_ALL:
            counted = severities(_count(group.items), self.words)
            self.in_short.append((_name(group, self.words), counted))
            return
        self.line()
        self._head(group)
        entries = self._entries(group.items)
        limit = len(entries) if self.options.verbose else _PER_PAIR
        chosen = set(sorted(range(len(entries)), key=lambda i: _rank(entries[i][0]))[:limit])
        both = group.pair is not None and pair_kind(group.pair) is not PairKind.FILE
        shown = [entry for number, entry in enumerate(entries) if number in chosen]
        if not both:  # one file, read from top to bottom
            shown.sort(key=lambda entry: _line(entry[0]))
        widest = max((len(_place(item, both=both)) for item, _ in shown), default=0)
        for item, places in shown:
            self._finding(item, places, max(widest, _PLACE), both=both)
        rest = [item for n, entry in enumerate(entries) if n not in chosen for item in entry[1]]
        self.shown += len(chosen)
        if rest:
            more = self.words.say("text.more", what=severities(_count(tuple(rest)), self.words))
            self.line(Text(more, style="dim"), 2)

    def _head(self, group: Group) -> None:
        if group.pair is None:
            self.line(Text(self.words.say("text.whole"), style="bold"))
            return
        pair = group.pair
        if pair_kind(pair) is PairKind.FILE:
            self._path("", pair.source_uri or pair.target_uri)
        else:
            self._path(pair.source_lang, pair.source_uri)
            self._path(pair.target_lang, pair.target_uri)
        if self.options.audit and pair.relation is not None:
            about = self.words.say(f"relation.{pair.relation}")
            if pair.parity is not Parity.FULL:
                about += f", {self.words.say(f'parity.{pair.parity}')}"
            if pair.coverage is not None and pair.relation is not Relation.UNRELATED:
                share = self.words.percent(pair.coverage)
                about += f"; {self.words.say('coverage.sentence', percent=share)}"
            self.line(Text(about, style="dim"), 2)
        if self.options.audit:
            for said in (lag(pair, self.words), doubt(pair, self.words)):
                if said:
                    self.line(Text(said, style="yellow"), 2)
            if pair.relation is Relation.COMPARABLE:
                self._terms(pair)

    def _path(self, lang: str, uri: str | None) -> None:
        missing = self.words.say(
            f"html.no-version.{lang}" if lang in {"fi", "sv"} else "html.no-version"
        )
        label = f"{lang}  " if lang else ""
        name = Text(plain(uri), style="bold") if uri else Text(f"– {missing}", style="dim")
        self.console.print(Text(label, style="dim") + name, soft_wrap=True)

    def _terms(self, pair: PairResult) -> None:
        both = [term for term in pair.terms if term.source and term.target]
        if both:
            table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
            table.add_column(self.words.say("terms.both"), overflow="fold")
            table.add_column(pair.source_lang, justify="right")
            table.add_column("", overflow="fold")
            table.add_column(pair.target_lang, justify="right")
            for term in both:
                table.add_row(
                    Text(plain(term.source_term or term.concept)),
                    str(term.source),
                    Text(plain(term.target_term)),
                    str(term.target),
                )
            self.console.print(Padding(table, (1, 0, 0, 2)))
        for lang, names in (
            (pair.source_lang, [t.source_term or t.concept for t in pair.terms if not t.target]),
            (pair.target_lang, [t.target_term or t.concept for t in pair.terms if not t.source]),
        ):
            if names:
                only = self.words.say("terms.only", language=lang)
                self.line(f"{only}: {plain(', '.join(names))}", 2, 4)

    def _entries(self, items: tuple[Item, ...]) -> list[tuple[Item, list[Item]]]:
        """Put findings that say exactly the same together, unless everything is wanted."""
        together: dict[object, list[Item]] = {}
        for item in items:
            said = self.words.message(item.finding.message, item.finding.rule)
            key = item.id if self.options.verbose else (item.finding.rule, said, item.baseline)
            together.setdefault(key, []).append(item)
        return [(same[0], same) for same in together.values()]

    def _finding(self, item: Item, same: list[Item], wide: int, *, both: bool) -> None:
        finding = item.finding
        style = _STYLES[finding.severity]
        place = _place(item, both=both)
        indent, hang = 2, 2 + wide + 2
        head = Text(place.ljust(wide) + "  ", style="dim")
        head += Text(self.words.say(f"severity.{finding.severity}"), style=style)
        head += Text(f" {code(finding.rule)}".rstrip() + f" {plain(finding.rule)}", style="dim")
        if item.baseline is not None:
            head += Text(f" ({self.words.say(f'baseline.{item.baseline}')})", style="dim")
        said = self.words.message(finding.message, finding.rule)
        self.line(head + Text("  " + said), indent, hang)
        for side in (finding.source, finding.target):
            if side is None or (side.text and plain(side.text) in said):
                continue
            shown = excerpt(side, self.width - hang - 4, style if self.options.color else None)
            self.line(Text(f"{side.lang}  ", style="dim") + shown, hang, hang + 4)
        if action := self.words.action(finding):
            self.line(Text(f"→ {action}", style="green"), hang, hang + 2)
        if len(same) > 1:
            places = tuple(_place(other, both=both) for other in same[1:])
            self.line(Text(self.words.say("text.also", places=places), style="dim"), hang)

    def rest(self) -> None:
        """Write the pairs that found no room in full, a line each."""
        if not self.in_short:
            return
        self.line()
        self.line(Text(self.words.say("text.rest"), style="bold"))
        for name, counted in self.in_short:
            self.console.print(Text(f"  {name}  ") + Text(counted, style="dim"), soft_wrap=True)

    def problems(self, report: Report) -> None:
        """Write what could not be read, and that the run was interrupted where it was."""
        if not report.problems:
            return
        self.line()
        if unread(report):
            self.line(Text(self.words.say("text.unread"), style="bold red"))
        for problem in report.problems:
            place = "" if problem.line is None else f":{problem.line}"
            where = "" if problem.path == THE_RUN else f"{problem.path}{place}: "
            self.line(plain(f"{where}{problem.message}"), 2, 4)

    def end(self, report: Report) -> None:
        """Write what was checked and what to type next."""
        if not report.pairs:
            return
        self.line()
        self.line(checked(report, self.words))
        if report.fixed:
            self.line(self.words.count("text.fixed", len(report.fixed)))
        if report.suppressed:
            self.line(self.words.count("text.suppressed", len(report.suppressed)))
        if unread(report):
            self.line(Text(self.words.say("hint.unread"), style="dim"))
        elif report.findings and self.options.audit:
            self.line(Text(self.words.say("hint.html"), style="dim"))
        elif report.findings:
            rule = Counter(finding.rule for finding in report.findings).most_common(1)[0][0]
            hint = self.words.say("hint.explain", rule=code(rule) or rule)
            self.line(Text(hint, style="dim"))


def _place(item: Item, *, both: bool) -> str:
    side = main_side(item.finding)
    if side is None:
        return "–"
    return f"{side.lang} {side.line}:{side.column}" if both else f"{side.line}:{side.column}"


def _line(item: Item) -> tuple[int, int]:
    side = main_side(item.finding)
    return (side.line, side.column) if side else (0, 0)


def _rank(item: Item) -> tuple[bool, int]:
    return item.is_known, item.finding.severity.rank


def _count(items: tuple[Item, ...]) -> dict[Severity, int]:
    return dict(by_severity(item.finding for item in items))


def _name(group: Group, voice: Words) -> str:
    if group.pair is None:
        return voice.say("text.whole")
    return plain(group.pair.target_uri or group.pair.source_uri or group.id)
