"""Bytes → text: which encoding a file is in, and which files are no text at all."""

import codecs
import re
from typing import NamedTuple

from kielipari.errors import EmptyInputError, InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"RIFF", "an image, a sound or a film"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an Office file of the old kind (.doc, .xls)"),
    (b"{\\rtf", "an RTF file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"SQLite format 3", "a database"),
    (b"\xde\x12\x04\x95", "a compiled message catalogue (.mo)"),
    (b"\x95\x04\x12\xde", "a compiled message catalogue (.mo)"),
)
_DECLARED = re.compile(
    rb"""(?:<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']"""
    rb"""|\bcharset=)([A-Za-z0-9_.:\-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 4096
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_MOST_CONTROL = 0.001
_LATIN = re.compile(r"[^\x00-\x7f]")
_USUAL = frozenset(
    "äöåÄÖÅéÉèÈüÜáÁàÀâêëíóôõøØæÆñçšŠžŽßðþ\u00a0«»–—‘’‚“”„…•·§°´©®™€£½¼¾²³±×µ¿¡ªº\u00ad¶"
)
_INSIDE = re.compile(r"[A-Za-z][„”†‡‰‹›¤¥¦¨¬¯¶¸÷][A-Za-z]")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)


_MOST_AT_ONCE = 1_000_000  # bytes


class Decoded(NamedTuple):
    """The text, the name of its encoding, and how many of its bytes could not be read."""

    text: str
    encoding: str
    damaged: int = 0


def decode(data: bytes, uri: str, *, encoding: str | None = None, lenient: bool = False) -> Decoded:
    """Return the text of a file.

    A byte order mark decides; else valid UTF-8 is UTF-8 (no other text with letters beyond
    ASCII is valid UTF-8 by chance); else the caller's ``encoding`` (an HTTP header), what the
    file declares, UTF-16 without a mark, and Windows-1252 in this order. ``lenient`` replaces
    unreadable bytes, as a browser does, where most of a file is UTF-8.

    Raises:
        EmptyInputError: there is nothing in the file.
        InputError: the file is no text, or no encoding fits.

    """
    if not data or data.isspace():
        raise EmptyInputError("the file is empty; give a file with text in it", uri)
    for mark, name, codec in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(codec), name)
            except UnicodeDecodeError as error:
                raise _damaged(data, uri, name, error.start) from None
    _refuse_binary(data, uri)
    position = 0
    try:
        text = data.decode("utf-8")
        if "\x00" not in text:
            return Decoded(text, "utf-8")
    except UnicodeDecodeError as error:
        position = error.start
    wide = _utf16(data)
    if wide is not None:
        return wide
    if b"\x00" in data:
        raise InputError(_NO_TEXT, uri)
    return _eight_bit(data, uri, position, encoding, lenient=lenient)


def is_plain_utf8(data: bytes) -> bool:
    """Whether :func:`decode` would read it as UTF-8 without a mark; it is not held as text for that."""
    if data.startswith(tuple(sign for sign, *_ in (*_BOMS, *_MAGIC))) or b"\x00" in data:
        return False
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _MOST_AT_ONCE):
            decoder.decode(data[start : start + _MOST_AT_ONCE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


_NO_TEXT = (
    "the file holds binary data, not text; give it as HTML, Markdown, text or a translation file"
)


def _refuse_binary(data: bytes, uri: str) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise InputError(
                f"the file is {name}, which is not read; save its text as HTML, "
                "Markdown, DOCX or plain text",
                uri,
            )


def _eight_bit(
    data: bytes, uri: str, position: int, given: str | None, *, lenient: bool
) -> Decoded:
    good = len(_MULTIBYTE.findall(data))
    bad = len(re.findall(rb"[\x80-\xff]", _MULTIBYTE.sub(b"", data)))
    if good > bad:
        if lenient:
            return Decoded(data.decode("utf-8", errors="replace"), "utf-8", bad)
        raise _damaged(data, uri, "utf-8", position)
    declared = _DECLARED.search(data, 0, _HEAD)
    names = [given or "", declared.group(1).decode("ascii") if declared else "", "cp1252"]
    for name in names:
        codec = _codec(name)
        if codec is None:
            continue
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if _is_plausible(text, strict=name == "cp1252"):
            return Decoded(text, codec)
    raise InputError(
        "the encoding cannot be told (it is neither UTF-8, UTF-16 nor "
        "Windows-1252); save the file as UTF-8",
        uri,
    )


def _codec(name: str) -> str | None:
    """Return Python's name of a text encoding, reading Latin-1 as browsers do, or None."""
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if codec.name in {"iso8859-1", "ascii", "cp1252"}:
        return "cp1252"
    is_text = getattr(codec, "_is_text_encoding", True)
    return None if codec.name.startswith("utf") or not is_text else codec.name


def _is_plausible(text: str, *, strict: bool) -> bool:
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        return False
    if not strict:
        return True
    beyond = _LATIN.findall(text)
    usual = sum(char in _USUAL for char in beyond)
    return usual * 10 >= len(beyond) * 9 and not _INSIDE.search(text)


def _utf16(data: bytes) -> Decoded | None:
    """Decode UTF-16 without a mark: every other byte of western text is zero."""
    head = data[:_HEAD]
    for codec, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if len(zeros) >= 2 and zeros.count(0) * 10 >= len(zeros) * 7:  # noqa: PLR2004 (two characters at least)
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                continue
            if not _CONTROL.search(text[:_HEAD]):
                return Decoded(text, codec)
    return None


def _damaged(data: bytes, uri: str, name: str, position: int) -> InputError:
    line = data.count(b"\n", 0, position) + 1
    return InputError(
        f"the file is {name.upper()} except for byte {position + 1}, on this line; "
        "save the whole file in one encoding, UTF-8",
        uri,
        line,
    )
