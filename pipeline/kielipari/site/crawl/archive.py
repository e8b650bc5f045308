"""What a crawl fetched, as a web archive: other tools read it, and a crawl goes on from it."""

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kielipari.errors import InputError
from kielipari.site.warc import Response, responses

if TYPE_CHECKING:
    from typing import BinaryIO

# What the archive does without: secrets of a session, and how the body was packed on its way.
_DROPPED = frozenset(
    {"set-cookie", "content-encoding", "transfer-encoding", "content-length", "authorization"}
)


class Archive:
    """Writes responses to a file, each a record of its own that survives a crash after it."""

    def __init__(self, path: Path) -> None:
        """Append to the archive at ``path``, mended where it was broken off."""
        self.known = _mended(path)
        self._stream: BinaryIO = path.open("ab")
        self._writer = _writer(self._stream)

    def write(self, response: Response) -> None:
        """Add a response."""
        self._writer.write_record(_record(self._writer, response))
        self._stream.flush()

    def close(self) -> None:
        """Finish the file."""
        self._stream.close()


def _mended(path: Path) -> tuple[Response, ...]:
    """Return what an earlier crawl left; write it anew, without what was cut off at its end."""
    if not path.exists() or path.stat().st_size == 0:
        return ()
    try:
        kept = tuple(item for item in responses(path) if isinstance(item, Response))
    except InputError:
        kept = ()
    mended = path.with_name(path.name + ".part")
    with mended.open("wb") as stream:
        writer = _writer(stream)
        for response in kept:
            writer.write_record(_record(writer, response))
    mended.replace(path)
    return kept


def _writer(stream: "BinaryIO") -> Any:  # noqa: ANN401 warcio is untyped
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415 only where something is crawled

    return WARCWriter(stream, gzip=True)


def _record(writer: Any, response: Response) -> Any:  # noqa: ANN401 the same
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 the same

    headers = [(k, v) for k, v in response.headers if k.lower() not in _DROPPED]
    headers.append(("Content-Length", str(len(response.body))))
    return writer.create_warc_record(
        response.address,
        "response",
        payload=io.BytesIO(response.body),
        http_headers=StatusAndHeaders(f"{response.status} -", headers, protocol="HTTP/1.1"),
    )
