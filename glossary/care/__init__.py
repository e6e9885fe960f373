"""Look after the term base: what is wrong in it, and what will be.

Beyond one row's own rules, which the model keeps: rows against each other,
and the example sentences against the engine.
"""

from glossary.care.examine import examine
from glossary.care.examples import Example, Failure, read_examples, try_examples
from glossary.care.types import RULES, Remark, Rule

__all__ = ["RULES", "Example", "Failure", "Remark", "Rule", "examine", "read_examples", "try_examples"]
