"""Look after the term base: what is wrong in it, and what will be.

Beyond one row's own rules, which the model keeps: rows against each other,
and the example sentences against the engine.
"""

from glossary.care.examine import REVERIFY_YEARS, examine
from glossary.care.examples import Example, Outcome, part_of, read_examples, try_examples
from glossary.care.known import Known, compare, read_known, write_known
from glossary.care.scores import Band, Score, reliability, score, sure_answers
from glossary.care.types import RULES, Remark, Rule

__all__ = [
    "REVERIFY_YEARS",
    "RULES",
    "Band",
    "Example",
    "Known",
    "Outcome",
    "Remark",
    "Rule",
    "Score",
    "compare",
    "examine",
    "part_of",
    "read_examples",
    "read_known",
    "reliability",
    "score",
    "sure_answers",
    "try_examples",
    "write_known",
]
