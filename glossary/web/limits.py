"""Slow a flood of proposals down without remembering who sent what.

An address is never kept: it is hashed with a salt that only this process
knows, counted in memory, and forgotten with the salt at the end of the hour.
"""

import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address

WINDOW = 3600  # seconds
# So many addresses in an hour are no readers; memory ends here.
MAX_ADDRESSES = 20_000
# Whoever has an IPv6 address has the whole network of 64 bits.
IPV6_HOST_BITS = 64


class Limiter:
    """Count requests by address for an hour, then forget them all."""

    def __init__(self, most: int, *, now: Callable[[], float] = time.monotonic) -> None:
        """Let `most` requests of an address through in each window."""
        self._most = most
        self._now = now
        self._lock = threading.Lock()
        self._end = 0.0
        self._salt = b""
        self._counts: Counter[bytes] = Counter()

    def wait(self, address: str) -> int:
        """Count one more request; give the seconds to wait, 0 where it may pass."""
        with self._lock:
            now = self._now()
            if now >= self._end:
                self._end, self._salt = now + WINDOW, secrets.token_bytes(16)
                self._counts.clear()
            place = blake2b(network_of(address).encode(), key=self._salt, digest_size=8).digest()
            is_full = len(self._counts) >= MAX_ADDRESSES and place not in self._counts
            if is_full or self._counts[place] >= self._most:
                return max(1, round(self._end - now))
            self._counts[place] += 1
            return 0


def network_of(address: str) -> str:
    """Give what one person holds: an IPv4 address, or the network of an IPv6 one.

    >>> network_of("192.0.2.7"), network_of("2001:db8::1") == network_of("2001:db8::2")
    ('192.0.2.7', True)
    """
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or int(found) >> IPV6_HOST_BITS)
    return str(found)
