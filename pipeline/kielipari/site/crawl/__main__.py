"""The crawling process: reads a job from standard input, writes the archive, tells how far it is."""

import logging
import sys
from urllib.parse import urlsplit
from urllib.request import getproxies

from scrapy import signals
from scrapy.crawler import CrawlerProcess

from kielipari.site.crawl.job import Job, parse
from kielipari.site.crawl.middleware import PERMITTED, PROXIES
from kielipari.site.crawl.spider import PageSpider

_LONGEST_DELAY = 30.0  # seconds; a robots.txt that asks for more is not meant for an audit


def settings(job: Job) -> dict[str, object]:
    """Return Scrapy's settings for a job."""
    options = job.options
    return {
        "KIELIPARI_JOB": job,
        PERMITTED: options.allow_private,
        PROXIES: [urlsplit(proxy).hostname or "" for proxy in getproxies().values()],
        "USER_AGENT": job.agent,
        "ROBOTSTXT_OBEY": True,
        "ROBOTSTXT_USER_AGENT": "Kielipari",
        "DOWNLOAD_DELAY": options.delay,
        "CONCURRENT_REQUESTS": 8,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 2,
        "DOWNLOAD_TIMEOUT": options.timeout,
        "DOWNLOAD_MAXSIZE": options.page_bytes,
        "DOWNLOAD_WARNSIZE": 0,
        "CLOSESPIDER_TIMEOUT": options.seconds,
        "CLOSESPIDER_TIMEOUT_NO_ITEM": 0,
        "COOKIES_ENABLED": False,
        "REDIRECT_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "REFERER_ENABLED": False,
        "RETRY_TIMES": 1,
        "HTTPERROR_ALLOW_ALL": True,
        "DNS_RESOLVER": "kielipari.site.crawl.middleware.GuardedResolver",
        "DOWNLOADER_MIDDLEWARES": {"kielipari.site.crawl.middleware.GuardMiddleware": 50},
        "TELNETCONSOLE_ENABLED": False,
        "LOG_ENABLED": False,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.1",
            "Accept-Language": ", ".join(job.languages),
        },
    }


def main() -> int:
    """Crawl; return the exit code."""
    job = parse(sys.stdin.read())
    logging.disable(logging.CRITICAL)  # a log could hold a header
    process = CrawlerProcess(settings(job), install_root_handler=False)
    crawler = process.create_crawler(PageSpider)
    crawler.signals.connect(
        lambda robotparser: _slow_down(crawler, robotparser), signals.robots_parsed, weak=False
    )
    process.crawl(crawler, job=job)
    process.start()
    return 0 if crawler.spider is not None else 1


def _slow_down(crawler: object, robots: object) -> None:
    """Honour a Crawl-delay of robots.txt."""
    rules = getattr(robots, "rp", None)
    wanted = rules.crawl_delay("Kielipari") if rules is not None else None
    engine = getattr(crawler, "engine", None)
    if wanted and engine is not None:
        for slot in engine.downloader.slots.values():
            slot.delay = max(slot.delay, min(float(wanted), _LONGEST_DELAY))


if __name__ == "__main__":
    sys.exit(main())
