"""Turn what pydantic says about a request into the sentences of this house."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from glossary.errors import GlossaryError, InvalidInput, Problem, TooLarge
from glossary.web.language import N_, translate

# A field with room for so many characters takes a whole text: over its limit
# the request is too large, not mistaken.
WHOLE_TEXT = 100_000
# How pydantic names a fault, and what a person is told; the placeholders are
# pydantic's own.
SENTENCES = {
    "missing": N_("is required"),
    "extra_forbidden": N_("is unknown here; see /docs for the names"),
    "string_type": N_("must be a text"),
    "string_unicode": N_("holds half a character (a lone surrogate); send the text as valid Unicode"),
    "string_too_short": N_("must not be empty"),
    "string_too_long": N_("must not be longer than {max_length} characters"),
    "string_pattern_mismatch": N_("is not written as expected; see /docs"),
    "literal_error": N_("must be one of {expected}"),
    "enum": N_("must be one of {expected}"),
    "int_parsing": N_("must be a whole number"),
    "int_type": N_("must be a whole number"),
    "int_from_float": N_("must be a whole number"),
    "greater_than_equal": N_("must be {ge} or more"),
    "less_than_equal": N_("must be {le} or less"),
    "bool_parsing": N_("must be true or false"),
    "bool_type": N_("must be true or false"),
    "list_type": N_("must be a list"),
    "too_long": N_("must not have more than {max_length} entries"),
    "model_type": N_("must be a JSON object"),
    "model_attributes_type": N_("must be a JSON object"),
}


def from_validation(error: ValidationError) -> GlossaryError:
    """Collect every complaint of pydantic, in the reader's language."""
    items = error.errors(include_url=False)
    for item in items:
        limit = item.get("ctx", {}).get("max_length", 0)
        if item["type"] == "string_too_long" and limit >= WHOLE_TEXT:
            return TooLarge(str(item["loc"][-1]), limit=limit, unit=N_("characters"))
    return InvalidInput([_problem(item) for item in items])


def _problem(item: ErrorDetails) -> Problem:
    place = ".".join(str(part) for part in item["loc"])
    value = item["input"]
    shown = "" if isinstance(value, dict | list) or value is None else str(value)
    return Problem(place, _sentence(item), shown[:80])


def _sentence(item: ErrorDetails) -> str:
    context = item.get("ctx", {})
    if item["type"] == "value_error":
        return translate(str(context.get("error", item["msg"])))
    known = SENTENCES.get(item["type"])
    return translate(known).format(**context) if known else item["msg"]
