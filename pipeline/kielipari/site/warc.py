"""Web archives (WARC, ISO 28500) as crawlers make them: the pages of responses, redirects, sitemaps."""

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kielipari.errors import EmptyInputError, InputError
from kielipari.ingest import MOST_BYTES
from kielipari.model import Problem
from kielipari.site.addresses import is_web, join, normal
from kielipari.site.fetched import HTML, XML, Fetch, Fetched, with_sitemap
from kielipari.site.said import Said, of_headers
from kielipari.site.sitemap import Entry, is_sitemap, read

if TYPE_CHECKING:
    from collections.abc import Callable

_NAME = re.compile(r"\.warc(?:\.gz)?$", re.IGNORECASE)
_REDIRECTS = frozenset({"301", "302", "303", "307", "308"})
_MOST_HOPS = 20
_BLANK = re.compile(rb"\s*+")


def is_archive(name: str) -> bool:
    """Whether a file is a web archive, by its name."""
    return _NAME.search(name) is not None


@dataclass(frozen=True, slots=True)
class Response:
    """A response as an archive keeps it; the body is unpacked."""

    address: str
    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def kind(self) -> str:
        """The media type without its parameters."""
        return self.header("content-type").partition(";")[0].strip().lower()

    def header(self, name: str) -> str:
        """Return the value of a header, empty where there is none."""
        return next((v for k, v in self.headers if k.lower() == name), "")


def responses(path: Path) -> list[Response | Problem]:
    """Return the responses of an archive in its order, and what could not be read of it.

    Raises InputError where the file is missing or no archive.
    """
    with redirect_stderr(io.StringIO()):  # warcio prints there what we tell in a sentence
        return list(_responses(path))


def _responses(path: Path) -> Iterator[Response | Problem]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 only for archives
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415 the same

    try:
        with path.open("rb") as stream:
            count = 0
            try:
                for record in ArchiveIterator(stream):
                    count += 1
                    if record.rec_type in {"response", "resource"}:
                        yield from _response(record)
            except ArchiveLoadFailed as error:
                if not count:
                    said = str(error).splitlines()[0] if str(error) else "unknown format"
                    raise InputError(
                        f"is no web archive that can be read ({said})", str(path)
                    ) from error
                yield _cut(path, count)
            except (EOFError, ValueError, OSError) as error:
                if not count:
                    raise InputError(
                        f"is no web archive that can be read ({error})", str(path)
                    ) from error
                yield _cut(path, count)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", str(path)) from error


def pages(path: Path, name: str) -> Fetch:
    """Return the pages of an archive; of several captures of a page the last one counts.

    Raises InputError where the file is no archive, EmptyInputError where it holds no page.
    """
    found: dict[str, Fetched] = {}
    moved: dict[str, str] = {}
    entries: list[Entry] = []
    problems: list[Problem] = []
    for item in responses(path):
        if isinstance(item, Problem):
            problems.append(replace(item, path=name))
        elif item.status in _REDIRECTS:
            moved[normal(item.address)] = join(item.address, item.header("location"))
        elif item.status.startswith("2") and item.kind in HTML:
            if _BLANK.fullmatch(item.body):
                problems.append(Problem(item.address, "the server sent an empty page"))
            else:
                found[normal(item.address)] = Fetched(
                    item.address, item.body, of_headers(item.headers)
                )
        elif item.status.startswith("2") and item.kind in XML and is_sitemap(item.body):
            try:
                entries += read(item.body, item.address).pages
            except InputError as error:
                problems.append(Problem(item.address, error.message))
    if not found and not problems:
        raise EmptyInputError("holds no page of HTML; give an archive of a site", name)
    aliases = _aliases(moved, found)
    told = (replace(p, said=p.said + Said(aliases=aliases.get(k, ()))) for k, p in found.items())
    return Fetch(tuple(with_sitemap(told, entries)), tuple(problems))


def _aliases(moved: dict[str, str], found: dict[str, Fetched]) -> dict[str, tuple[str, ...]]:
    """Return for each page the addresses whose redirects end there."""
    aliases: dict[str, tuple[str, ...]] = {}
    for start in moved:
        here = start
        for _ in range(_MOST_HOPS):
            if here in found or here not in moved:
                break
            here = normal(moved[here])
        if here in found and here != start:
            aliases[here] = (*aliases.get(here, ()), f"https:{start}")
    return aliases


def _response(record: Any) -> "Iterator[Response | Problem]":  # noqa: ANN401 warcio is untyped
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    address = address.strip("<>")
    if not is_web(address):
        return
    http = record.http_headers
    headers = tuple(http.headers) if http is not None else ()
    status = http.get_statuscode() if http is not None else "200"
    if record.rec_type == "resource":
        kind = record.rec_headers.get_header("Content-Type") or ""
        headers = (("content-type", kind),)
    response = Response(address, status, headers, b"")
    if response.kind not in (*HTML, *XML) and status not in _REDIRECTS:
        return
    try:
        read_some: Callable[[int], bytes] = record.content_stream().read
        body = b"".join(_chunks(read_some))
        record.raw_stream.read()
        if getattr(record.raw_stream, "limit", 0) > 0:
            yield Problem(address, "the archive is cut off in the middle of this page")
            return
    except Exception as error:  # noqa: BLE001 packed bodies break in many ways; it is one page
        yield Problem(address, f"its body in the archive is damaged ({type(error).__name__})")
        return
    if len(body) > MOST_BYTES:
        yield Problem(address, f"the page is larger than {MOST_BYTES // 1024**2} MB")
        return
    yield replace(response, body=body)


def _chunks(read_some: "Callable[[int], bytes]") -> Iterator[bytes]:
    size = 0
    while size <= MOST_BYTES and (chunk := read_some(1 << 20)):
        size += len(chunk)
        yield chunk


def _cut(path: Path, count: int) -> Problem:
    return Problem(
        str(path), f"the archive is cut off or damaged after {count} records; the rest is not read"
    )
