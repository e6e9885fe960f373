"""Read French documents full of abbreviations, and say what they mean.

Only names stand here; `docs/guide.md` shows how they are used.
"""

__version__ = "0.1.0"

__all__ = ["__version__"]
