"""Tokens → blocks: what a reader sees, hears or meets of a page."""

from collections.abc import Mapping

from kielipari.ingest.html import elements
from kielipari.ingest.html.blocks import BlockList, Standing
from kielipari.ingest.html.head import HeadFacts
from kielipari.ingest.html.regions import names_language_list, region_of
from kielipari.ingest.html.stack import Frame, LinkText, OpenElements
from kielipari.ingest.html.tokenizer import Attribute, attributes, pieces_of
from kielipari.ingest.languages import primary
from kielipari.ingest.linebreaks import ends_line
from kielipari.ingest.source import Source, TextBuilder
from kielipari.ingest.suppress import extra_entries
from kielipari.model import BlockKind, InlineKind, Place, Region

_NO_ATTRIBUTES: Mapping[str, Attribute] = {}
_GENERIC = frozenset({"body", "div", "form", "head", "html", "main", "ol", "table", "tbody", "ul"})
_JOINED_LINES = frozenset(
    {BlockKind.HEADING, BlockKind.LABEL, BlockKind.BUTTON, BlockKind.TITLE, BlockKind.CODE}
)
_LONGEST_SAVED = 4000  # code points of a browser's comment on where a page comes from
_ONCE = frozenset({"html", "head", "body"})
_BUTTON_TYPES = frozenset({"submit", "button", "reset"})
_SPOKEN = (("aria-label", BlockKind.ARIA_LABEL), ("title", BlockKind.ARIA_LABEL))


class PageHandler:
    """Receives the tokens of a page; afterwards its attributes hold what was found."""

    def __init__(self, source: Source) -> None:
        """Begin outside of every element."""
        self._source = source
        self._text = source.text
        self._open = OpenElements()
        self._builder = TextBuilder(source)
        self._breaks = 0
        self._anchor_id: str | None = None
        self._link: LinkText | None = None
        self._json: list[str] | None = None
        self.blocks = BlockList(source)
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
        found: Mapping[str, Attribute] = _NO_ATTRIBUTES
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
            self._line_break(at)
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
                self._json.append(self._text[start:end])
            return
        text = self._text[start:end]
        if text.isspace():
            self._builder.space(start)
            if self._link is not None:
                self._link.parts.append(" ")
            return
        if frame.name == "head":
            self._leave_head()
        if self._breaks:
            self._settle_break(text.lstrip()[:1], self._open.top)
        if "&" in text:
            pieces = list(pieces_of(self._text, start, end))
            self._builder.pieces(pieces)
            text = "".join(read or self._text[a:b] for a, b, read in pieces)
        else:
            self._builder.literal(start, end)
        if self._link is not None:
            self._link.parts.append(text)

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
        if name not in elements.VOID and not (foreign and closed) and not self._open.is_full:
            self._open.push(Frame(name, parent))
        return not foreign

    def _leave_head(self) -> None:
        position = self._open.position("head")
        if position >= 0:
            self._close_down_to(position)

    def _push(self, frame: Frame, found: Mapping[str, Attribute], at: int) -> bool:
        name = frame.name
        outer = self._open.top
        is_foreign = outer.block.name in elements.FOREIGN
        if name in elements.FOREIGN or (is_foreign and outer.skip):
            frame.block = frame if name in elements.FOREIGN else outer.block
            frame.skip = True
        elif name in elements.BLOCKS and not frame.skip:
            self._flush()
            frame.become_block()
        if name in elements.SKIPPED or (found and _is_hidden(name, found)):
            self._begin_json(name, found)
            frame.skip = True
        self._open.push(frame)
        if frame.skip:
            return not is_foreign
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

    def _begin_json(self, name: str, found: Mapping[str, Attribute]) -> None:
        if name == "script" and "type" in found and "ld+json" in found["type"].raw.lower():
            self._json = []

    def _take_attributes(self, frame: Frame, outer: Frame, found: Mapping[str, Attribute]) -> None:
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
            if frame.block is frame and frame.name not in _GENERIC:
                frame.id = identifier.value
            if frame.name not in _GENERIC:
                self._anchor_id = identifier.value
        for name, kind in _SPOKEN:
            self._spoken(found.get(name), kind, frame, is_title=name == "title")
        if frame.name in ("textarea", "optgroup"):
            self._spoken(found.get("placeholder"), BlockKind.PLACEHOLDER, frame)
            self._spoken(found.get("label"), BlockKind.LABEL, frame)

    def _declare(self, found: Mapping[str, Attribute]) -> None:
        lang = found.get("lang") or found.get("xml:lang")
        if lang is not None and self.declared_lang is None:
            self.declared_lang = lang.value
            self.declared_at = self._source.place(lang.start)

    def _open_span(
        self, frame: Frame, outer: Frame, found: Mapping[str, Attribute], at: int
    ) -> None:
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
                self._link = frame.link
            else:
                kind = None
        if found and _is_kept_as_is(found):
            kind = InlineKind.CODE
        if kind is None and lang is not None:
            kind = InlineKind.SPAN
        if kind is not None and (kind is not InlineKind.SPAN or lang is not None):
            frame.mark = self._builder.open(kind, lang, href)

    def _void(self, name: str, found: Mapping[str, Attribute], parent: Frame, at: int) -> None:
        if name == "br":
            self._line_break(at)
        elif name == "hr":
            self._flush()
        elif name == "meta":
            described = self.facts.meta(found)
            if described is not None:
                kind, content = described
                lang = primary(self.declared_lang)
                self.blocks.add_attribute(content, Standing(kind, lang, Region.HEAD))
        elif name == "link":
            self.facts.link(found)
        elif name == "base" and "href" in found:
            self.extra.append(("base", found["href"].value))
        elif name == "frame":
            self.has_frames = True
        elif name in ("img", "area", "input", "embed") and not _is_hidden(name, found):
            self._spoken_void(name, found, Frame(name, parent))

    def _spoken_void(self, name: str, found: Mapping[str, Attribute], frame: Frame) -> None:
        if name == "input":
            self._flush()
            sort = found["type"].value.lower() if "type" in found else "text"
            if sort == "hidden":
                return
            if sort in _BUTTON_TYPES:
                self._spoken(found.get("value"), BlockKind.BUTTON, frame)
            self._spoken(found.get("placeholder"), BlockKind.PLACEHOLDER, frame)
        lang = found.get("lang")
        frame.lang = primary(lang.value) if lang is not None else frame.lang
        self._spoken(found.get("alt"), BlockKind.ALT, frame)
        if self._link is not None and "alt" in found:
            self._link.alt = found["alt"].value
        for attribute, kind in _SPOKEN:
            self._spoken(found.get(attribute), kind, frame, is_title=attribute == "title")

    def _spoken(
        self, attribute: Attribute | None, kind: BlockKind, frame: Frame, *, is_title: bool = False
    ) -> None:
        """Keep the text of an attribute that a reader or a screen reader meets."""
        if attribute is not None and attribute.raw:
            standing = Standing(kind, frame.lang, frame.region, is_title=is_title)
            self.blocks.add_attribute(attribute, standing)

    # ------------------------------------------------------------ texts

    def _line_break(self, at: int) -> None:
        if self._builder.length and not self._open.top.skip:
            self._breaks += 1
            self._builder.space(at)

    def _settle_break(self, first: str, frame: Frame) -> None:
        """End the text at two line breaks, or at one that ends what is said.

        In headings and buttons a break only serves the layout.
        """
        breaks, self._breaks = self._breaks, 0
        if frame.block.kind in _JOINED_LINES:
            return
        if breaks > 1 or ends_line(self._builder.last, first):
            self._flush()

    def _flush(self) -> None:
        """End the text that is being built."""
        self._breaks = 0
        if not self._builder.length:
            return
        owner = self._open.top.block
        built = self._builder.build()
        kind, level = owner.kind, owner.level
        item = owner.item
        if kind is BlockKind.LIST_ITEM and item is not None:
            if item.used:
                kind, level = BlockKind.PARAGRAPH, 0
            item.used = True
        identifier = (owner.id if not owner.used else None) or self._anchor_id
        owner.used = True
        self._anchor_id = None
        self.blocks.add(built, Standing(kind, owner.lang, owner.region, level, identifier))

    def _close_down_to(self, position: int) -> None:
        """Close the open elements from the innermost down to a position."""
        while len(self._open.frames) > max(position, 1):
            frame = self._open.top
            if frame.block is frame and not frame.skip:
                self._flush()
            self._open.pop()
            self._finish_span(frame)
            if frame.name == "script" and self._json is not None:
                self.facts.json_ld("".join(self._json))
                self._json = None

    def _finish_span(self, frame: Frame) -> None:
        if frame.mark is not None:
            self._builder.close(frame.mark)
            frame.mark = None
        if frame.link is not None:
            self.links.append(frame.link)
            if self._link is frame.link:
                self._link = None
            frame.link = None


def _is_hidden(name: str, found: Mapping[str, Attribute]) -> bool:
    if name in ("html", "body", "main"):
        return False  # hidden until a script has run
    if "hidden" in found and found["hidden"].raw.lower() != "until-found":
        return True
    if "aria-hidden" in found and found["aria-hidden"].raw.lower() == "true":
        return True
    return "style" in found and elements.HIDDEN_STYLE.search(found["style"].raw) is not None


def _is_kept_as_is(found: Mapping[str, Attribute]) -> bool:
    if "translate" in found and found["translate"].raw.lower() == "no":
        return True
    return "class" in found and "notranslate" in found["class"].raw.split()
