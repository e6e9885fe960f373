"""Stand in for the confined process: take a request and never answer."""

import sys

from glossary.documents import confined
from glossary.documents.frames import receive

if __name__ == "__main__":
    confined._confine(int(sys.argv[1]), int(sys.argv[2]))
    receive(sys.stdin.buffer)
    while True:
        pass
