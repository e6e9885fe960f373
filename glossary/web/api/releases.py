"""List the numbered releases, and freeze the glossary under a name."""

from flask import Response

from glossary.web import edit_presenters, editing
from glossary.web.answers import answer
from glossary.web.base import base
from glossary.web.language import N_
from glossary.web.operations import Operation


def list_releases() -> Response:
    """Answer every release, the newest first."""
    return answer(edit_presenters.present_releases(base().store.releases.all()))


def freeze_release(body: editing.ReleaseBody, editor: str) -> Response:
    """Freeze the glossary as it is; a release is never changed."""
    release = base().store.releases.freeze(body.name, by=editor, note=body.note)
    return answer(edit_presenters.present_release(release), status=201)


OPERATIONS = (
    Operation(
        method="GET",
        path="/api/v1/releases",
        view=list_releases,
        summary=N_("List the releases of the glossary, the newest first"),
        answer=editing.Releases,
    ),
    Operation(
        method="POST",
        path="/api/v1/releases",
        view=freeze_release,
        summary=N_("Freeze the glossary under a name"),
        body=editing.ReleaseBody,
        answer=editing.Release,
        status=201,
        errors=(400, 401, 403, 409, 413, 415, 422),
        needs_token=True,
    ),
)
