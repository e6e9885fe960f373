"""Change a few bytes of a file, as damage and malice do."""

import random

from glossary.documents.edits import Edit
from glossary.documents.package import Package


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Change a few bytes of a part, as XML, or of the file itself."""
    if not data.startswith(b"PK") or chance.random() < 0.3:
        return _changed(data, chance)
    package = Package(data)
    name = chance.choice([name for name in package.names if name.endswith((".xml", ".rels"))])
    part = package.part(name)
    return package.write([Edit(name, 0, _changed(part, chance), part)])


def _changed(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed))
        kind = chance.randrange(4)
        if kind == 0:
            changed[at] = chance.randrange(256)
        elif kind == 1:
            del changed[at : at + chance.randrange(1, 60)]
        elif kind == 2:
            stretch = changed[at : at + chance.randrange(1, 200)]
            place = chance.randrange(len(changed))
            changed[place:place] = stretch
        else:
            changed[at] ^= 1 << chance.randrange(8)
        if not changed:
            return b""
    return bytes(changed)
