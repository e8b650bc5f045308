"""The inline tokens of a block of Markdown → text with its marks, found again in the content.

markdown-it-py gives no offsets for inline tokens, but each of them says how it was written; so
the content is walked along with the tokens.
"""

import re
from collections.abc import Callable, Iterator

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from kielipari.ingest.builder import Mark, TextBuilder
from kielipari.ingest.html.elements import INLINES
from kielipari.ingest.html.tokenizer import attributes
from kielipari.ingest.languages import primary
from kielipari.ingest.linebreaks import ends_line
from kielipari.ingest.markdown.located import Located
from kielipari.ingest.source import Mapped, Source
from kielipari.model import InlineKind

_BREAK = re.compile(r"(?<![ \t])[ \t]*+\\?\n[ \t]*+")
_SPACES = re.compile(r"[ \t\n]*+")
_LABEL = re.compile(r"\[(?:[^\[\]\\]|\\.)*+\]", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^[^\]\n]*+\]")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)([^>]*+)>")
_MARKS = {
    "em_open": InlineKind.EMPHASIS,
    "strong_open": InlineKind.EMPHASIS,
    "s_open": InlineKind.SPAN,
}


class InlineWalk:
    """Walks the tokens of one block along its content."""

    def __init__(self, source: Source, located: Located) -> None:
        """Begin at the start of the content."""
        self._source = source
        self._located = located
        self._content = located.content
        self._position = 0
        self._builder = TextBuilder(source)
        self._open: list[Mark | None] = []
        self._tags: list[tuple[str, Mark]] = []
        self._break = False
        self.finished: list[Mapped] = []
        self.links: list[tuple[str, int, str]] = []
        self.images: list[Mapped] = []
        self._link_at: list[tuple[str, int, int]] = []
        self._steps: dict[str, Callable[[Token], None]] = {
            "text": self._text,
            "text_special": self._special,
            "softbreak": self._soft_break,
            "hardbreak": self._hard_break,
            "code_inline": self._code,
            "html_inline": self._html,
            "image": self._image,
            "footnote_ref": self._footnote,
            "link_open": self._link_open,
            "link_close": self._link_close,
        }

    def run(self, tokens: list[Token]) -> None:
        """Walk; afterwards ``finished`` holds the texts, cut where a line break ends one."""
        for token in tokens:
            step = self._steps.get(token.type)
            if step is not None:
                step(token)
            elif token.nesting:
                self._mark(token)
        self._finish()

    # ------------------------------------------------------------ steps

    def _text(self, token: Token) -> None:
        text = token.content
        if not text:
            return
        if not self._content.startswith(text, self._position):
            found = self._content.find(text, self._position)
            if found < 0:
                self._builder.replace(text, self._located.at(self._position))
                return
            self._position = found
        self._take(self._position, self._position + len(text))
        self._position += len(text)

    def _special(self, token: Token) -> None:
        self._settle_break(token.content[:1])
        self._builder.replace(token.content, self._located.at(self._position))
        self._position += len(token.markup)

    def _soft_break(self, _token: Token) -> None:
        self._builder.space(self._located.at(self._position))
        self._position = self._after(_BREAK)

    def _hard_break(self, token: Token) -> None:
        self._soft_break(token)
        self._break = True

    def _code(self, token: Token) -> None:
        start = self._position + len(token.markup)
        end = start
        while (end := self._content.find(token.markup, end)) >= 0:
            stop = end + len(token.markup)
            while self._content.startswith("`", stop):
                stop += 1
            if stop - end == len(token.markup):
                break
            end = stop
        end = end if end >= 0 else len(self._content)
        self._settle_break("`")
        mark = self._builder.open(InlineKind.CODE)
        self._take(start, end)
        self._builder.close(mark)
        self._position = end + len(token.markup)

    def _html(self, token: Token) -> None:
        start = self._position
        self._position += len(token.content)
        tag = _TAG.match(token.content)
        if tag is None:
            return
        name = tag.group(2).lower()
        if name == "br":
            self._builder.space(self._located.at(start))
            self._break = True
        elif tag.group(1):
            for number in range(len(self._tags) - 1, -1, -1):
                if self._tags[number][0] == name:
                    self._builder.close(self._tags.pop(number)[1])
                    break
        else:
            found = attributes(token.content, tag.span(3))
            lang = primary(found["lang"].value) if "lang" in found else None
            kind = INLINES.get(name, InlineKind.SPAN)
            if "translate" in found and found["translate"].value == "no":
                kind = InlineKind.CODE
            if kind is not InlineKind.SPAN or lang:
                href = found["href"].value if "href" in found else None
                self._tags.append((name, self._builder.open(kind, lang, href)))

    def _image(self, token: Token) -> None:
        label = self._position + 2
        if token.content:
            walk = InlineWalk(self._source, self._part(label, token.content))
            walk.run(token.children or [])
            self.images.extend(walk.finished)
        self._position = self._after_link(label + len(token.content))

    def _footnote(self, _token: Token) -> None:
        self._position = self._after(_FOOTNOTE)

    def _link_open(self, token: Token) -> None:
        href = str(token.attrGet("href") or "")
        self._settle_break("[")
        self._open.append(self._builder.open(InlineKind.LINK, None, href))
        self._link_at.append((href, self._located.at(self._position), self._builder.piece_count))
        self._position += 1

    def _link_close(self, token: Token) -> None:
        mark = self._open.pop() if self._open else None
        if mark is not None:
            self._builder.close(mark)
        href, at, start = self._link_at.pop()
        self.links.append((href, at, self._builder.text_since(start)))
        if token.markup == "autolink":
            self._position += 1
        else:
            self._position = self._after_link(self._position)

    def _mark(self, token: Token) -> None:
        if token.nesting > 0:
            kind = _MARKS.get(token.type)
            if kind is not None:
                self._settle_break("*")
            self._open.append(self._builder.open(kind) if kind else None)
        elif self._open:
            mark = self._open.pop()
            if mark is not None:
                self._builder.close(mark)
        self._position += len(token.markup)

    # ------------------------------------------------------------ helpers

    def _take(self, start: int, end: int) -> None:
        self._settle_break(self._content[start:end].lstrip()[:1])
        for file_start, file_end in self._located.cut(start, end):
            self._builder.literal(file_start, file_end)

    def _settle_break(self, first: str) -> None:
        if self._break:
            self._break = False
            if ends_line(self._builder.last, first):
                self._finish()

    def _finish(self) -> None:
        if self._builder.length:
            self.finished.append(self._builder.build())

    def _after(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self._content, self._position)
        return found.end() if found else self._position

    def _part(self, start: int, content: str) -> Located:
        stretches = []
        offset = start
        for file_start, file_end in self._located.cut(start, start + len(content)):
            stretches.append((offset - start, file_start))
            offset += file_end - file_start
        return Located(content, stretches)

    def _after_link(self, position: int) -> int:
        """Return where a link or an image ends whose label ends at ``position``."""
        content = self._content
        position += 1
        if content.startswith("(", position):
            for end in self._inline_target(position + 1):
                return end
        label = _LABEL.match(content, position)
        return label.end() if label else position

    def _inline_target(self, position: int) -> Iterator[int]:
        content = self._content
        position = _end(_SPACES, content, position)
        destination = parseLinkDestination(content, position, len(content))
        if destination.ok:
            position = _end(_SPACES, content, destination.pos)
            title = parseLinkTitle(content, position, len(content))
            if title.ok:
                position = _end(_SPACES, content, title.pos)
        if content.startswith(")", position):
            yield position + 1


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position
