"""What a check sees of a unit: both sides, each analysed once and only as far as somebody asks.

A side may hold several segments (an alignment bead 2-1). Its ``text`` joins them by a space, and
:meth:`SideView.span` leads from an offset in it back to the segment.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import overload

from kielipari.checks import icu
from kielipari.checks.analysers import Analysers
from kielipari.checks.base import Span
from kielipari.checks.lazy import lazy, told
from kielipari.checks.runner import normalise
from kielipari.checks.typical import Typical
from kielipari.languages.base import Language, Token
from kielipari.languages.denial import denial
from kielipari.languages.glance import Glance
from kielipari.languages.identify import Identified
from kielipari.languages.text import runs_of_letters
from kielipari.model import (
    Document,
    InlineKind,
    Parity,
    Relation,
    Segment,
    TermHit,
    Unit,
    texts_of,
)
from kielipari.site.survey import SiteFacts
from kielipari.values import Value
from kielipari.values.compare import Comparison, compare
from kielipari.values.evidence import SideText

_FORGOTTEN = (
    "prose",
    "lower",
    "runs",
    "words",
    "normal",
    "tokens",
    "values",
    "glance",
    "identified",
)
# Tags, and placeholders with the ending that Finnish hangs on to one: %(brand)silla.
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]*>"
    r"|(?:[$#]?\{\{?\s?[\w.$-]{1,60}\s?\}?\}|%\([\w.-]{1,60}\)[A-Za-z])(?::?[^\W\d_]{1,8}(?![^\W\d_]))?"
)
_SIGNS = re.compile(r"[<{%@$!#]")
_SET_APART = frozenset({InlineKind.QUOTATION, InlineKind.CODE, InlineKind.PLACEHOLDER})


def primary(lang: str) -> str:
    """Return the primary subtag of a BCP 47 language tag, in lower case."""
    return lang.replace("_", "-").split("-")[0].lower()


class SideView:
    """One side of a unit."""

    def __init__(self, segments: tuple[Segment, ...], lang: str, analysers: Analysers) -> None:
        """Join the segments' texts; nothing is analysed yet."""
        self.segments = segments
        self.lang = lang
        self._analysers = analysers
        self.text = segments[0].text if len(segments) == 1 else " ".join(s.text for s in segments)

    def __bool__(self) -> bool:
        return bool(self.text) and not self.text.isspace()

    @lazy
    def language(self) -> Language:
        """The language the side ought to be in."""
        return self._analysers.language(self.lang)

    def _read(self) -> Mapping[str, object]:
        """Read the text as far as nearly every check asks."""
        prose = text = self.text
        has_signs = _SIGNS.search(text) is not None
        if has_signs:
            if icu.is_complex(text):
                prose = icu.without_syntax(text)
            prose = _MARKUP.sub(lambda found: " " * len(found.group()), prose)
        lower = prose.lower()
        runs = runs_of_letters(lower)
        return {
            "has_signs": has_signs,
            "prose": prose,
            "lower": lower,
            "runs": runs,
            "words": frozenset(runs),
        }

    has_signs = told[bool](_read)
    """Whether the text has a sign that placeholders and tags are written with."""
    prose = told[str](_read)
    """The text with spaces in the place of tags, placeholders and ICU's syntax: no language.

    Offsets are those of ``text``.
    """
    lower = told[str](_read)
    """The prose in lower case."""
    runs = told[list[str]](_read)
    """The runs of letters in the prose, in lower case and in their order."""
    words = told[frozenset[str]](_read)
    """The runs of letters as a set: cheap evidence of what may be there."""

    @lazy
    def tokens(self) -> tuple[Token, ...]:
        """Words and punctuation marks, offsets in ``text``."""
        return self.language.tokenize(self.prose)

    @lazy
    def may_deny(self) -> bool:
        """Whether a word of the text negates a clause; False where nothing is known of that."""
        known = denial(self.lang)
        return known is not None and not known.signs.isdisjoint(self.words)

    @lazy
    def normal(self) -> str:
        """The text with white space, case and compatibility forms folded."""
        return normalise(self.text)

    @lazy
    def hits(self) -> tuple[TermHit, ...]:
        """Mentions of glossary terms, offsets in ``text``, longest match first won."""
        analysers = self._analysers
        if analysers.hits_in is None:
            return analysers.hits(self.prose, self.lang)
        return analysers.hits_in(self.prose, self.lang, self.words)

    def hits_of(self, lang: str) -> tuple[TermHit, ...]:
        """Mentions of another language's terms, left in this side's text, and of its names."""
        return self._analysers.borrowed(self.prose, self.words, self.lang, lang)

    @lazy
    def values(self) -> tuple[Value, ...]:
        """Numbers, dates, times, amounts, contacts and references, offsets in ``text``."""
        return self._analysers.values(self.text, self.lang, self.words)

    @lazy
    def glance(self) -> Glance | None:
        """How many words the language that is due knows, and which others know."""
        look = self._analysers.glance
        return look(self.prose, self.lang, self.words) if look is not None else None

    @lazy
    def identified(self) -> Identified:
        """Which language the text is really in, and how sure that is."""
        seen = self.glance
        if seen is not None and seen.is_plain:
            return seen.identified()
        return self._analysers.identify(self.prose)

    def forget(self) -> None:
        """Drop what was analysed but the hits, so that a large file does not keep it all."""
        for name in _FORGOTTEN:
            self.__dict__.pop(name, None)

    def is_foreign(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` stands in a passage that the markup sets apart.

        That is a quotation, code, a placeholder, or a span that declares another language.
        """
        span = self.span(start, end)
        first, last = span.segment.start + span.start, span.segment.start + span.end
        return any(
            inline.start < last
            and first < inline.end
            and (
                inline.kind in _SET_APART
                or (inline.lang is not None and primary(inline.lang) != self.lang)
            )
            for inline in span.segment.block.inlines
        )

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Return the span of ``text[start:end]`` within the segment that ``start`` falls in."""
        if end is None:
            end = len(self.text)
        first, segment, length = 0, self.segments[0], self.segments[0].end - self.segments[0].start
        for following in self.segments[1:]:
            if first + length >= start:
                break
            first += length + 1
            segment, length = following, following.end - following.start
        return Span(segment, min(start - first, length), max(0, min(end - first, length)))


class UnitView:
    """A unit as a check sees it."""

    def __init__(  # noqa: PLR0913 what a unit is judged by comes from several places
        self,
        unit: Unit,
        source_lang: str,
        target_lang: str,
        analysers: Analysers,
        *,
        is_stale: bool | None = None,
        typical: Typical | None = None,
    ) -> None:
        """Wrap both sides; ``is_stale`` is None where the unit was never confirmed.

        ``typical`` is what is usual in the pair that the unit belongs to. A unit whose sides both
        have text, so that they can be compared, ``is_paired``.
        """
        self.typical = typical or Typical()
        self.unit = unit
        self.is_stale = is_stale
        self.source = SideView(unit.source, source_lang, analysers)
        self.target = SideView(unit.target, target_lang, analysers)
        self.is_paired = bool(self.source) and bool(self.target)
        self.analysers = analysers

    def forget(self) -> None:
        """Drop what was analysed but the hits of both sides; it is found again if asked for."""
        self.source.forget()
        self.target.forget()
        self.__dict__.pop("comparison", None)

    @lazy
    def comparison(self) -> Comparison:
        """What comparing the values of both sides found."""
        source, target = self.source, self.target
        return compare(
            SideText(source.text, source.lang, source.values),
            SideText(target.text, target.lang, target.values),
        )


class Views(Sequence[UnitView]):
    """The units of a pair as checks see them, made when asked for: a large file does not hold all."""

    def __init__(
        self,
        units: Sequence[Unit],
        make: Callable[[Unit, bool | None], UnitView],
        stale: Iterable[bool | None],
    ) -> None:
        """Take the units, what makes a view of one, and whether each is known to be stale."""
        self._units = units
        self._make = make
        self._stale = tuple(stale)

    def __len__(self) -> int:
        return len(self._units)

    @overload
    def __getitem__(self, index: int) -> UnitView: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[UnitView]: ...

    def __getitem__(self, index: int | slice) -> UnitView | Sequence[UnitView]:
        if isinstance(index, slice):
            return Views(self._units[index], self._make, self._stale[index])
        return self._make(self._units[index], self._stale[index])

    def __iter__(self) -> Iterator[UnitView]:
        return map(self._make, self._units, self._stale)

    def having(self, tells: Callable[[str, str], bool]) -> Iterator[UnitView]:
        """Yield the units whose two texts tell something; the others are not even made."""
        texts = enumerate(texts_of(self._units))
        return (self[place] for place, (source, target) in texts if tells(source, target))


@dataclass(frozen=True, slots=True)
class PairView:
    """A pair of documents as a check sees it: its units in order, and how the two sides stand."""

    units: Sequence[UnitView]
    relation: Relation | None
    parity: Parity
    analysers: Analysers
    source: Document | None = None
    target: Document | None = None
    source_lang: str = ""
    target_lang: str = ""
    is_bitext: bool = False
    facts: SiteFacts = field(default_factory=SiteFacts)

    def having(self, tells: Callable[[str, str], bool]) -> Iterator[UnitView]:
        """Yield the units whose two texts tell something without any analysis."""
        if isinstance(self.units, Views):
            return self.units.having(tells)
        return (view for view in self.units if tells(view.source.text, view.target.text))
