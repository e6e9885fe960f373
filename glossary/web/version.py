"""Know which version is running."""

from importlib import metadata

try:
    VERSION = metadata.version("en-clair")
except metadata.PackageNotFoundError:  # run from a source tree that nobody installed
    VERSION = "0+source"
