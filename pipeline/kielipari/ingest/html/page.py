"""Tokens → blocks: what a reader sees, hears or meets of a page."""

from kielipari.ingest.catalogues.json_catalogue import text_of
from kielipari.ingest.html import elements, spoken
from kielipari.ingest.html.blocks import BlockList, Standing
from kielipari.ingest.html.head import HeadFacts
from kielipari.ingest.html.json_ld import described
from kielipari.ingest.html.regions import names_language_list, region_of
from kielipari.ingest.html.stack import Frame, LinkText, OpenElements
from kielipari.ingest.html.texts import RunningText
from kielipari.ingest.html.tokenizer import Attribute, attributes
from kielipari.ingest.languages import primary
from kielipari.ingest.source import Source
from kielipari.ingest.suppress import extra_entries
from kielipari.model import BlockKind, InlineKind, Place, Region

_NO_ATTRIBUTES: spoken.Attributes = {}
_LONGEST_SAVED = 4000  # code points of a browser's comment on where a page comes from
_ONCE = frozenset({"html", "head", "body"})


class PageHandler:
    """Receives the tokens of a page; afterwards its attributes hold what was found."""

    def __init__(self, source: Source) -> None:
        """Begin outside of every element."""
        self._source = source
        self._text = source.text
        self._open = OpenElements()
        self._json: list[tuple[int, int]] | None = None
        self.blocks = BlockList(source)
        self._running = RunningText(source, self.blocks)
        self.facts = HeadFacts(source)
        self.links: list[LinkText] = []
        self.extra: list[tuple[str, str]] = []
        self.declared_lang: str | None = None
        self.declared_at = Place(1, 1)
        self.has_frames = False

    # ------------------------------------------------------------ tokens

    def start(self, name: str, attributes_at: tuple[int, int], at: int) -> bool:
        """Take a start tag; False for a raw text element in SVG or MathML, where it is not one."""
        for ended, shelter in elements.IMPLIED_ENDS.get(name, ()):
            position = self._open.implied(ended, shelter)
            if position >= 0:
                self._close_down_to(position)
        parent = self._open.top
        if parent.region is Region.HEAD and name not in elements.HEAD_ONLY and not parent.skip:
            self._leave_head()
            parent = self._open.top
        if parent.skip and name not in elements.BLOCKS and name not in elements.SKIPPED:
            return self._start_skipped(name, parent, attributes_at)
        found: spoken.Attributes = _NO_ATTRIBUTES
        if attributes_at[0] < attributes_at[1]:
            found = attributes(self._text, attributes_at)
        if name in elements.VOID:
            if not parent.skip:
                self._void(name, found, parent, at)
            return True
        if name in _ONCE and self._open.position(name if name != "head" else "body") >= 0:
            self._declare(found)
            return True
        if self._open.is_full:
            self._close_down_to(len(self._open.frames) - 1)
            parent = self._open.top
        return self._push(Frame(name, parent), found, at)

    def end(self, name: str, at: int) -> None:
        """Take an end tag; one that closes nothing is passed over, as in a browser."""
        if name == "br":
            self._running.line_break(at)
        if name in ("body", "html"):
            self._flush()
            return
        position = self._open.ended(name)
        if position > 0:
            self._close_down_to(position)
        elif name == "p":
            self._flush()
        elif (frame := self._open.forget(name)) is not None:
            self._finish_span(frame)

    def text(self, start: int, end: int) -> None:
        """Take text."""
        frame = self._open.top
        if frame.skip:
            if self._json is not None:
                self._json.append((start, end))
            elif frame.name == "title" and frame.kind is BlockKind.ALT:
                said = Attribute(self._text[start:end], start, end)
                spoken.keep(self.blocks, said, BlockKind.ALT, frame)
            return
        if frame.name == "head" and not self._text[start:end].isspace():
            self._leave_head()
            frame = self._open.top
        self._running.add(start, end, frame.block)

    def comment(self, start: int, end: int) -> None:
        """Take a comment: it may ask for silence, or tell where a browser saved the page from."""
        self.extra.extend(extra_entries(self._source, start, end))
        saved = elements.SAVED_FROM.search(self._text, start, min(end, start + _LONGEST_SAVED))
        if saved is not None:
            self.extra.append(("address", saved.group(1)))

    def finish(self) -> None:
        """Close what is still open at the end of the file."""
        self._close_down_to(1)
        self._flush()

    # ------------------------------------------------------------ start tags

    def _start_skipped(self, name: str, parent: Frame, attributes_at: tuple[int, int]) -> bool:
        foreign = parent.name in elements.FOREIGN or parent.block.name in elements.FOREIGN
        closed = self._text[attributes_at[1] - 1] == "/"
        if name == "track" and parent.kind is BlockKind.ALT:
            label = attributes(self._text, attributes_at).get("label")
            spoken.keep(self.blocks, label, BlockKind.LABEL, parent)
        if name not in elements.VOID and not (foreign and closed) and not self._open.is_full:
            self._open.push(Frame(name, parent))
        return not foreign

    def _leave_head(self) -> None:
        position = self._open.position("head")
        if position >= 0:
            self._close_down_to(position)

    def _push(self, frame: Frame, found: spoken.Attributes, at: int) -> bool:
        name = frame.name
        outer = self._open.top
        is_foreign = outer.block.name in elements.FOREIGN
        if name in elements.FOREIGN or (is_foreign and outer.skip):
            frame.block = frame if name in elements.FOREIGN else outer.block
            frame.skip = True
        elif name in elements.BLOCKS and not frame.skip:
            self._flush()
            frame.become_block()
        hidden = (frame.skip and outer.skip) or (bool(found) and spoken.is_hidden(name, found))
        if not hidden and name in elements.SKIPPED:
            self._begin_skipped(frame, found)
        frame.skip = frame.skip or hidden or name in elements.SKIPPED
        self._open.push(frame)
        if frame.skip:
            return not is_foreign
        if frame.block is not frame:
            self._running.begin_inline()
        if name == "frameset":
            self.has_frames = True
        if found:
            self._take_attributes(frame, outer, found)
        elif name in elements.REGION_ELEMENTS:
            frame.region = region_of(frame, outer, found)
        if name == "title":
            frame.region = Region.HEAD
        self._open_span(frame, outer, found, at)
        return True

    def _begin_skipped(self, frame: Frame, found: spoken.Attributes) -> None:
        """Take what names an element whose content is not read."""
        if frame.name in elements.WITH_SPOKEN_PARTS:
            frame.kind = BlockKind.ALT  # handed down to its title or its tracks
        if found:
            self._begin_json(frame.name, found)
            spoken.keep_names(self.blocks, found, frame)

    def _begin_json(self, name: str, found: spoken.Attributes) -> None:
        if name == "script" and "type" in found and "ld+json" in found["type"].raw.lower():
            self._json = []

    def _take_attributes(self, frame: Frame, outer: Frame, found: spoken.Attributes) -> None:
        lang = found.get("lang") or found.get("xml:lang")
        if lang is not None:
            frame.lang = primary(lang.value)
        if frame.name in ("html", "body"):
            self._declare(found)
        if frame.block is frame:
            frame.region = region_of(frame, outer, found)
        frame.in_language_list = frame.in_language_list or names_language_list(frame.name, found)
        role = found["role"].raw.lower() if "role" in found else ""
        if role in ("button", "heading") and frame.name not in elements.KINDS:
            self._flush()
            frame.block = frame
            frame.kind = BlockKind.BUTTON if role == "button" else BlockKind.HEADING
            level = found["aria-level"].value if "aria-level" in found else "2"
            frame.level = int(level) if role == "heading" and level in "123456" else 0
        identifier = found.get("id") or (found.get("name") if frame.name == "a" else None)
        if identifier is not None and identifier.value:
            if frame.block is frame and frame.name not in elements.GENERIC:
                frame.id = identifier.value
            if frame.block is not frame or frame.name in elements.NAMING:
                self._running.anchor_id = identifier.value
        spoken.keep_names(self.blocks, found, frame)
        if frame.name in ("textarea", "optgroup"):
            spoken.keep(self.blocks, found.get("placeholder"), BlockKind.PLACEHOLDER, frame)
            spoken.keep(self.blocks, found.get("label"), BlockKind.LABEL, frame)

    def _declare(self, found: spoken.Attributes) -> None:
        lang = found.get("lang") or found.get("xml:lang")
        if lang is not None and self.declared_lang is None:
            self.declared_lang = lang.value
            self.declared_at = self._source.place(lang.start)

    def _open_span(self, frame: Frame, outer: Frame, found: spoken.Attributes, at: int) -> None:
        name = frame.name
        kind = elements.INLINES.get(name)
        href = None
        is_block = frame.block is frame
        lang = frame.lang if not is_block and frame.lang != outer.lang else None
        if name == "a":
            if "href" in found:
                href = found["href"].value
                declared = found.get("hreflang") or found.get("lang")
                frame.link = LinkText(href, at, declared.value if declared else None, frame)
                self._running.link = frame.link
            else:
                kind = None
        if found and spoken.is_kept_as_is(found):
            kind = InlineKind.CODE
        if kind is None and lang is not None:
            kind = InlineKind.SPAN
        if kind is not None and (kind is not InlineKind.SPAN or lang is not None):
            frame.mark = self._running.open(kind, lang, href)

    def _void(self, name: str, found: spoken.Attributes, parent: Frame, at: int) -> None:
        if name == "br":
            self._running.line_break(at)
        elif name == "hr":
            self._flush()
        elif name == "meta":
            told = self.facts.meta(found)
            if told is not None:
                kind, content, is_repeat = told
                lang = primary(self.declared_lang)
                standing = Standing(kind, lang, Region.HEAD, is_repeat=is_repeat)
                self.blocks.add_attribute(content, standing)
        elif name in ("link", "base"):
            self.facts.link(name, found)
        elif name == "frame":
            self.has_frames = True
        elif name in ("img", "area", "input", "embed") and not spoken.is_hidden(name, found):
            if name == "input":
                self._flush()
            spoken.keep_all(self.blocks, name, found, Frame(name, parent))
            if self._running.link is not None and "alt" in found:
                self._running.link.alt = found["alt"].value

    # ------------------------------------------------------------ ends

    def _flush(self) -> None:
        """End the text that is being built."""
        self._running.flush(self._open.top.block)

    def _close_down_to(self, position: int) -> None:
        """Close the open elements from the innermost down to a position."""
        while len(self._open.frames) > max(position, 1):
            frame = self._open.top
            if frame.block is frame and not frame.skip:
                self._flush()
            self._open.pop()
            self._finish_span(frame)
            if frame.block is not frame and not frame.skip:
                self._running.end_inline()
            if frame.name == "script" and self._json is not None:
                self._finish_json(self._json)
                self._json = None

    def _finish_json(self, spans: list[tuple[int, int]]) -> None:
        """Take what JSON-LD says, unless it only repeats what stands on the page."""
        if not spans:
            return
        said = described(self._text, spans[0][0], spans[-1][1])
        if said.modified is not None:
            self.facts.changed(said.modified)
        lang = primary(self.declared_lang)
        for kind, start, end in said.texts:
            built = text_of(self._source, (start, end))
            self.blocks.add(built, Standing(kind, lang, Region.HEAD, is_repeat=True))

    def _finish_span(self, frame: Frame) -> None:
        if frame.mark is not None:
            self._running.close(frame.mark)
            frame.mark = None
        if frame.link is not None:
            self.links.append(frame.link)
            if self._running.link is frame.link:
                self._running.link = None
            frame.link = None
