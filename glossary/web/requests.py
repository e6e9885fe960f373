"""Read what a client sent, and refuse early what is no text at all."""

import json
from urllib.parse import unquote_to_bytes

from flask import Flask, request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from glossary.errors import TooLarge
from glossary.web.language import translate

# A book of a thousand pages has some two million characters; annotating them
# takes about two seconds. In JSON they fit into five megabytes.
MAX_BODY = 5_000_000


def install(app: Flask) -> None:
    """Refuse oversized bodies and addresses that are no UTF-8."""
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    app.config["MAX_FORM_MEMORY_SIZE"] = MAX_BODY
    app.before_request(refuse_broken_address)


def refuse_broken_address() -> None:
    """Raise BadRequest where the query string is not UTF-8."""
    try:
        unquote_to_bytes(request.query_string).decode("utf-8")
    except UnicodeDecodeError:
        raise BadRequest(translate("The address holds bytes that are not UTF-8.")) from None


def read_json() -> object:
    """Parse the body as JSON; raise BadRequest, UnsupportedMediaType or TooLarge."""
    if not request.is_json:
        raise UnsupportedMediaType(translate("Send the body as JSON, with Content-Type: application/json."))
    data = read_body()
    try:
        return json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadRequest(
            translate("The body is not UTF-8: byte {place} fits no character.").format(place=error.start)
        ) from None
    except RecursionError:
        raise BadRequest(translate("The body is nested too deeply.")) from None
    except ValueError as error:
        raise BadRequest(translate("The body is not JSON: {reason}.").format(reason=error)) from None


def read_body() -> bytes:
    """Give the whole body, or raise TooLarge."""
    if (request.content_length or 0) > MAX_BODY:
        raise TooLarge(translate("The body"), limit=MAX_BODY, unit=translate("bytes"))
    return request.get_data()
