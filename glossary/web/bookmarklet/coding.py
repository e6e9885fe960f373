"""Write code and data so that they survive in the address of a bookmark.

The address of a bookmark is a URL: browsers drop line breaks in it, end the
path at `?` and `#`, and write every sign outside ASCII in three or more. The
signs used here stay one sign each in Chromium and in Firefox.
"""

import json
import re
import zlib

# The signs from `(` to `~` without `?`, which ends a path, and the backslash.
DIGITS = "".join(chr(code) for code in range(40, 127) if chr(code) not in "?\\")

_SPECIAL = re.compile(r"[%?#\x00-\x1f]")
_LATIN = re.compile(r"\\u00([89a-f][0-9a-f])")


def encode(data: bytes) -> str:
    """Deflate bytes and write them in base 85, after the number of bytes of padding."""
    packed = zlib.compress(data, 9)
    padding = -len(packed) % 4
    packed += bytes(padding)
    groups = (int.from_bytes(packed[at : at + 4], "big") for at in range(0, len(packed), 4))
    return str(padding) + "".join(map(_group, groups))


def _group(number: int) -> str:
    signs = []
    for _ in range(5):
        number, digit = divmod(number, 85)
        signs.append(DIGITS[digit])
    return "".join(reversed(signs))


def script_value(value: object) -> str:
    """Write a value as JavaScript in ASCII; accented letters take four signs.

    >>> print(script_value({"a": "été"}))
    {"a":"\\xe9t\\xe9"}
    """
    return _LATIN.sub(r"\\x\1", json.dumps(value, separators=(",", ":")))


def script_address(code: str) -> str:
    """Write code as a `javascript:` address.

    >>> script_address("a ? 1 : 2 % 3")
    'javascript:a %3F 1 : 2 %25 3'
    """
    return "javascript:" + _SPECIAL.sub(lambda match: f"%{ord(match[0]):02X}", code)
