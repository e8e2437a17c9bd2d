"""The application: a group that knows its commands by their files and imports only the one that runs."""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from newscli import __version__, registry
from newscli.cli import commands
from newscli.cli.diagnostics import say
from newscli.cli.spread import spread
from newscli.errors import Exit, QueryError

ALIASES = {"ls": "list", "cat": "show", "search": "grep"}
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
ABOUT = """Look into collections of news articles: list, show, grep, stats.

Name files or folders; without any, NEWSCLI_CORPUS or the current folder is meant."""
EXAMPLES = """\
newscli list news                       what there is, newest first
newscli show kpsntwq                    one article, by the letters in front of it
newscli grep -i 'night train' news      the paragraphs that match
newscli stats news                      the corpus at a glance
newscli export news > news.jsonl        whole records"""


class Command(TyperCommand):
    """A command whose options are listed under the headings that they name, and whose examples stay as written."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            if record := parameter.get_help_record(ctx):
                plain = "Arguments" if parameter.param_type_name == "argument" else "Options"
                heading = getattr(parameter, "rich_help_panel", None) or plain
                sections.setdefault(heading, []).append(record)
        for heading in sorted(sections, key=lambda name: (name != "Arguments", name != "Options")):
            with formatter.section(heading):
                formatter.write_dl(sections[heading])

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        _write_examples(self.epilog or "", formatter)


class Lazy(TyperGroup):
    """Commands by name, each loaded when it is used; `ls`, `cat` and `search` are hidden names of three of them."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(registry.names(commands))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        name = ALIASES.get(cmd_name, cmd_name)
        return command(name) if name in registry.names(commands) else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        known = registry.names(commands)
        if args and args[0] not in (*known, *ALIASES) and not args[0].startswith("-"):
            from newscli.query.fields import unknown

            raise QueryError(unknown("command", args[0], list(known)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, registry.load(commands, name).SUMMARY) for name in registry.names(commands)])

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        _write_examples(self.epilog or "", formatter)


def _write_examples(examples: str, formatter: Any) -> None:
    if examples:
        with formatter.section("Examples"):
            formatter.write("".join(f"  {line}\n" for line in examples.splitlines()))


def command(name: str) -> Any:
    """One subcommand, from its module."""
    module = registry.load(commands, name)
    own = _typer()
    own.command(
        name,
        cls=Command,
        help=module.__doc__,
        short_help=module.SUMMARY,
        epilog=module.EXAMPLES,
        context_settings=CONTEXT,
    )(spread(module.run))
    built = typer.main.get_command(own)
    built.name = name
    return built


def _typer(**settings: Any) -> typer.Typer:
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, **settings)


def application() -> Any:
    app = typer.Typer(
        cls=Lazy,
        help=ABOUT,
        epilog=EXAMPLES,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        context_settings=CONTEXT,
    )

    @app.callback(invoke_without_command=True)
    def newscli(
        context: typer.Context,
        version: bool = typer.Option(False, "--version", "-V", help="Show the version and exit."),
    ) -> int:
        if version:
            typer.echo(f"newscli {__version__}")
        elif context.invoked_subcommand is None:
            typer.echo(context.get_help())
        return Exit.OK

    return typer.main.get_command(app)


def run(arguments: list[str]) -> int:
    """Run one command line; returns the exit status of what ran."""
    from typer.exceptions import TyperException

    try:
        status = application().main(arguments, prog_name="newscli", standalone_mode=False)
    except typer.Abort:
        return Exit.INTERRUPTED
    except TyperException as error:
        context = getattr(error, "ctx", None)
        path = context.command_path if context else " ".join(["newscli", *arguments[:1]])
        say(f"{error.format_message()} (see {path} --help)")
        return Exit.TROUBLE
    return int(status or 0)
