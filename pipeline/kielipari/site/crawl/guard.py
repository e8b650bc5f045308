"""Where a crawl may go: http and https, the hosts it was given, no private network."""

from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

from kielipari.site.addresses import host_of

_LOCAL = ("localhost", "local", "internal", "lan", "home.arpa")
_MAPPED = ("64:ff9b::", "2002:")


@dataclass(frozen=True, slots=True)
class Guard:
    """Says why an address must not be asked for, or None."""

    hosts: Collection[str]
    allow_private: bool = False

    def refusal(self, address: str) -> str | None:
        """Return the reason as the end of a sentence; None for an address that is allowed."""
        try:
            split = urlsplit(address)
            host = split.hostname or ""
        except ValueError:
            return "is no address that makes sense"
        if split.scheme.lower() not in {"http", "https"}:
            return "is not of http or https"
        if split.username or split.password:
            return "holds a user name or password; give it as --header instead"
        if host_of(address) not in self.hosts:
            return f"is on another host, {host}; give its address too if it belongs to the site"
        if not self.allow_private and _is_private_name(host):
            return "is on a private or local network; --allow-private permits that"
        return None


def is_private(address: str) -> bool:
    """Whether an IP address is anything but a public one: private, loopback, link-local."""
    try:
        found: IPv4Address | IPv6Address = ip_address(address.strip("[]").partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            found = found.ipv4_mapped
        elif str(found).startswith(_MAPPED):
            return True  # an IPv4 address in disguise, which no public site needs
    return not found.is_global or found.is_multicast


def _is_private_name(host: str) -> bool:
    host = host.rstrip(".").lower()
    if is_private(host) or ("." not in host and ":" not in host):
        return True
    if host.replace(".", "").isdigit() or host.startswith("0x"):
        return is_private(host) or not _is_dotted(host)  # 2130706433 is 127.0.0.1 to a socket
    return any(host == name or host.endswith(f".{name}") for name in _LOCAL)


def _is_dotted(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
