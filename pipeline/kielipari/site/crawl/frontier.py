"""Which of the addresses that a crawl meets are worth asking for."""

import re
from collections import Counter
from collections.abc import Collection
from urllib.parse import parse_qsl, urldefrag, urlsplit

_FILES = re.compile(
    r"\.(?:7z|avi|bmp|css|csv|dmg|docx?|eot|epub|exe|flv|gif|gz|ico|ics|iso|jpe?g|js|json|m4a|m4v|"
    r"map|mov|mp3|mp4|mpe?g|msi|odp|ods|odt|ogg|otf|pdf|png|pptx?|ps|rar|rss|rtf|svg|swf|tar|tgz|"
    r"tiff?|ttf|txt|wav|webm|webp|wmv|woff2?|xlsx?|xml|zip)$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_LONGEST = 2000
_DEEPEST = 25  # folders; a link that is wrong relative to itself grows without end
_REPEATED = 3  # the same folder name so often in one address
# Folders named after these hold a language version; "no", "it" or "is" may be words.
_LANGUAGES = frozenset({"ar", "de", "en", "es", "et", "fi", "fr", "ru", "so", "sv", "uk", "zh"})


class Frontier:
    """Knows what was seen, and which patterns of addresses go on without end."""

    def __init__(self, languages: Collection[str], most_alike: int) -> None:
        """Take at most ``most_alike`` addresses that differ in their numbers alone."""
        self._others = _LANGUAGES - set(languages)
        self._most_alike = most_alike
        self._seen: set[str] = set()
        self._waiting: set[str] = set()
        self._alike: Counter[str] = Counter()
        self.endless: Counter[str] = Counter()
        self.lists: set[str] = set()

    def skip(self, address: str) -> None:
        """Never take this address: it is of another language, or known already."""
        self._seen.add(urldefrag(address).url)

    def is_waiting(self, address: str) -> bool:
        """Whether an address was taken and has not been asked for yet."""
        return urldefrag(address).url in self._waiting

    def sent(self, address: str) -> bool:
        """Note that an address is asked for now; False where that was done before."""
        if address not in self._waiting:
            return False
        self._waiting.discard(address)
        return True

    def take(self, address: str) -> str | None:
        """Return the address to ask for, None where it was seen or is no page of ours."""
        address = urldefrag(address).url
        if address in self._seen:
            return None
        self._seen.add(address)
        try:
            split = urlsplit(address)
        except ValueError:
            return None
        folders = [piece for piece in split.path.split("/") if piece]
        if (
            len(address) > _LONGEST
            or len(folders) > _DEEPEST
            or _FILES.search(split.path)
            or (folders and folders[0].lower() in self._others)
            or max(Counter(folders).values(), default=0) > _REPEATED
        ):
            return None
        pattern = _DIGITS.sub("#", split.path)
        names = sorted(name for name, _ in parse_qsl(split.query, keep_blank_values=True))
        if names:
            pattern += "?" + "&".join(names)
        if names or "#" in pattern:
            self._alike[pattern] += 1
            if self._alike[pattern] > self._most_alike:
                self.endless[f"{split.netloc}{pattern}"] += 1
                return None
        self._waiting.add(address)
        return address
