"""Open the command line: find the command, run it, turn errors into sentences."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import click

from glossary.cli.base import DONE, MISUSE
from glossary.errors import GlossaryError, InvalidInput

# A name, the module that holds the command of the same name, and one line of help.
COMMANDS = {
    "annotate": ("annotate", "Annotate a document with the meanings of its acronyms."),
    "backup": ("backups", "Write a verified copy of the database."),
    "batch": ("batch", "Annotate many texts, one JSON line each."),
    "check": ("check", "Check a term file; exit 1 when there is something to mend."),
    "collection": ("collections", "List the lists outside the glossary, or switch one on or off."),
    "export": ("terms", "Write the glossary into a file."),
    "find": ("find", "Look up a form, or words of a full form."),
    "import": ("terms", "Add the terms of a file to the glossary, all or nothing."),
    "jargon": ("jargon", "Tell what readers of a document will not understand; exit 1 on findings."),
    "release": ("releases", "Freeze the glossary under a name, or list the releases."),
    "restore": ("backups", "Put a verified copy in the place of the database."),
    "serve": ("serve", "Serve the pages and the REST interface."),
    "sheet": ("sheet", "List the sigles of documents with their meanings, on one sheet."),
    "token": ("tokens", "Create, list and revoke the tokens of editors."),
}


class Door(click.Group):
    """Load each command when it is asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Name every command, sorted."""
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import the module of a command; None where there is no such command."""
        if name not in COMMANDS:
            return None
        module = import_module(f"glossary.cli.{COMMANDS[name][0]}")
        command: click.Command = getattr(module, f"{name}_command")
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in sorted(COMMANDS.items())])


@click.command(cls=Door, name="glossary", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="en-clair", message="%(version)s")
def door() -> None:
    """Look up French administrative acronyms and read documents with them."""


def main(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit code: 0 done, 1 findings, 2 misuse or bad input."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code; errors are told on standard error."""
    try:
        with _told():
            code = door.main(arguments, prog_name="glossary", standalone_mode=False)
            sys.stdout.flush()
            return code if isinstance(code, int) else DONE
    except _Told as told:
        return told.code


class _Told(Exception):
    """Carry the exit code of an error that was told."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@contextmanager
def _told() -> Iterator[None]:
    """Turn every error into lines on standard error and an exit code."""
    try:
        yield
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "glossary"
        raise _tell(f"{error.format_message().rstrip('.')}; try «{command} --help»") from None
    except click.ClickException as error:
        raise _tell(error.format_message()) from None
    except InvalidInput as error:
        raise _tell(*(str(problem) for problem in error.problems)) from None
    except GlossaryError as error:
        raise _tell(str(error)) from None
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise _Told(DONE) from None
    except OSError as error:
        raise _tell(f"{error.filename or 'input or output'}: {error.strerror or error}") from None
    except (click.Abort, KeyboardInterrupt):
        raise _tell("interrupted") from None
    except Exception as error:
        if os.environ.get("GLOSSARY_DEBUG"):
            raise
        name = type(error).__name__
        raise _tell(f"internal error ({name}: {error}); set GLOSSARY_DEBUG=1 to see where") from None


def _tell(*lines: str) -> _Told:
    for line in lines:
        # Whatever a file holds must not be able to steer the terminal.
        shown = "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in line)
        click.echo(f"Error: {shown}", err=True)
    return _Told(MISUSE)
