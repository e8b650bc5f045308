"""Starts the crawling process, listens to it, and reads the archive it leaves."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from kielipari import __version__
from kielipari.errors import EmptyInputError, InputError, UsageError
from kielipari.model import Problem
from kielipari.site import warc
from kielipari.site.addresses import host_of
from kielipari.site.crawl.job import Job, dump, messages
from kielipari.site.crawl.options import CrawlOptions
from kielipari.site.fetched import Fetch

_AGENT = f"Kielipari/{__version__} (compares the language versions of a site for its publisher)"
_GRACE = 20  # seconds to end in, after Ctrl-C


def crawl(  # noqa: PLR0913 what a crawl may be told
    starts: Sequence[str],
    options: CrawlOptions,
    *,
    follow: bool = True,
    sitemaps: Sequence[str] = (),
    hosts: Sequence[str] = (),
    languages: Sequence[str] = ("fi", "sv"),
    progress: Callable[[str], None] = lambda _: None,
) -> Fetch:
    """Fetch the pages at ``starts`` and, where ``follow``, what they lead to on their hosts.

    Raises UsageError where Scrapy is not installed or an archive cannot be written, InputError
    where nothing at all could be fetched.
    """
    if find_spec("scrapy") is None:
        raise UsageError(
            "crawling a site needs Scrapy; install it with pip install 'kielipari[crawl]'"
        )
    starts = tuple(starts)
    hosts = tuple(dict.fromkeys((*hosts, *map(host_of, (*starts, *sitemaps)))))
    with tempfile.TemporaryDirectory(prefix="kielipari-") as folder:
        archive = (options.archive or Path(folder) / "crawl.warc.gz").absolute()
        _prepare(archive)
        job = Job(
            starts=starts,
            archive=archive,
            options=options,
            follow=follow,
            sitemaps=tuple(sitemaps),
            languages=tuple(languages),
            agent=_AGENT,
            hosts=hosts,
        )
        problems = _listen(job, progress)
        name = (*starts, *sitemaps)[0]
        try:
            fetched = warc.pages(archive, name)
        except (EmptyInputError, InputError):
            fetched = Fetch()
    if not fetched.pages:
        first = problems[0] if problems else Problem(name, "no page of HTML was found there")
        raise InputError(first.message, first.path)
    return replace(fetched, problems=(*problems, *fetched.problems))


def _prepare(archive: Path) -> None:
    try:
        archive.touch()
    except OSError as error:
        raise UsageError(
            f"the archive cannot be written: {error.strerror}", str(archive)
        ) from error


def _listen(job: Job, progress: Callable[[str], None]) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    command = [sys.executable, "-m", "kielipari.site.crawl"]
    with subprocess.Popen(  # noqa: S603 our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        encoding="utf-8",
    ) as process:  # fmt: skip
        assert process.stdin is not None  # noqa: S101 asked for as a pipe
        assert process.stdout is not None  # noqa: S101 the same
        try:
            process.stdin.write(dump(job))
            process.stdin.close()
            for message in messages(process.stdout):
                if message[0] == "page":
                    progress(message[1])
                elif message[0] == "problem":
                    problems.append(Problem(message[1], message[2]))
            status = process.wait()
        except KeyboardInterrupt:
            process.wait(_GRACE)  # it got the signal too, and finishes its archive
            raise
        # What it may have written there is not shown: it could hold a header.
        if status and not problems:
            problems.append(
                Problem(
                    job.starts[0] if job.starts else "", f"the crawl failed (exit code {status})"
                )
            )
    return tuple(problems)
