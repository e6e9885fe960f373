"""Write `docs/cli.md`: `python -m glossary.cli.reference`, or `make docs`.

The reference is the help that the commands print themselves, so that the two
cannot differ; a test says when the file is stale.
"""

from collections.abc import Iterator
from pathlib import Path

import click

from glossary.cli.door import COMMANDS, Door, door

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
WIDTH = 96
# What REST offers for the same; a command that is not here has no equivalent.
EQUIVALENTS = {
    "annotate": "`POST /api/v1/annotate`, `POST /api/v1/documents`",
    "export": "`GET /api/v1/export`",
    "find": "`GET /api/v1/lookup`",
    "jargon": "`POST /api/v1/jargon`",
}
HEAD = """# The command line

Made by `make docs` from the help of the commands; do not edit by hand.

Every command that needs the glossary takes `--db PATH`.
Without it the database is the one that `GLOSSARY_DB` names, else `glossary/glossary.db` in your data folder.
Before there is a database, `find`, `annotate`, `sheet`, `jargon` and `export` answer from the shipped glossary.

Exit codes: 0 done, 1 findings, 2 misuse or bad input.
Errors go to standard error as one plain sentence.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), "utf-8")


def page() -> str:
    """Give the whole reference as Markdown."""
    assert isinstance(door, Door)
    context = click.Context(door, info_name="glossary", **door.context_settings)
    sections = [HEAD]
    for name in sorted(COMMANDS):
        command = door.get_command(context, name)
        assert command is not None
        sections.append("\n".join(_section(command, name, context)))
    return "\n".join(sections)


def _section(command: click.Command, name: str, parent: click.Context) -> Iterator[str]:
    context = click.Context(
        command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH
    )
    yield f"## `{context.command_path}`\n"
    if equivalent := EQUIVALENTS.get(context.command_path.removeprefix("glossary ")):
        yield f"By REST: {equivalent}; see [api.md](api.md).\n"
    yield f"```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from _section(child, name, context)


if __name__ == "__main__":
    main()
