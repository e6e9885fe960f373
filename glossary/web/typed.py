"""Read what people type into the fields of a form."""

import re

# Non-breaking spaces belong to French typography and stay as they are.
_BREAKS = re.compile(r"[ \t\r\n]+")


def one_line(text: str) -> str:
    """Join the lines of a field, and drop the space at its ends.

    >>> one_line(" Le comité\\r\\n du siège ")
    'Le comité du siège'
    """
    return _BREAKS.sub(" ", text).strip(" ")
