"""Offer the glossary on the command line; see docs/cli.md.

A command parses its arguments, makes one call and prints. It is loaded when
it is called, so that a look-up does not wait for a server's libraries.
"""

from glossary.cli.door import main

__all__ = ["main"]
