"""What the crawling process is told, and what it tells: JSON on its standard input and output.

Nothing of it stands on a command line, where other users of the machine could read it.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kielipari.site.crawl.options import CrawlOptions


@dataclass(frozen=True, slots=True)
class Job:
    """The addresses to begin with; ``follow`` whether links lead on from there."""

    starts: tuple[str, ...]
    archive: Path
    options: CrawlOptions
    follow: bool = True
    sitemaps: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("fi", "sv")
    agent: str = "Kielipari"
    hosts: tuple[str, ...] = field(default=())


def dump(job: Job) -> str:
    """Return the job as JSON."""
    return json.dumps(asdict(job), default=str)


def parse(text: str) -> Job:
    """Read a job again."""
    data = json.loads(text)
    options = data.pop("options")
    options.pop("archive")
    options["headers"] = tuple((name, value) for name, value in options["headers"])
    lists = {k: tuple(v) for k, v in data.items() if isinstance(v, list)}
    return Job(
        **{**data, **lists, "archive": Path(data["archive"]), "options": CrawlOptions(**options)}
    )


def tell(kind: str, *values: str) -> None:
    """Write a message of the crawling process."""
    sys.stdout.write(json.dumps([kind, *values], ensure_ascii=False) + "\n")
    sys.stdout.flush()


def messages(lines: Iterable[str]) -> Iterable[tuple[str, ...]]:
    """Read the messages; a line that is none is passed over."""
    for text in lines:
        if text.startswith("["):
            try:
                yield tuple(str(value) for value in json.loads(text))
            except ValueError:
                continue
