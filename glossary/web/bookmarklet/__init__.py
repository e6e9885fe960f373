"""Build the bookmark that explains the sigles of any page, for this server's address."""

from glossary.web.bookmarklet.address import Bookmark, build, build_small, meanings, module

__all__ = ["Bookmark", "build", "build_small", "meanings", "module"]
