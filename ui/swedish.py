"""Click in Swedish: commands and groups whose help, and errors whose messages, are Swedish.

Owns the wording that click otherwise prints in English. Leaves out what a command does. Everything that the user typed
wrong ends as one Swedish line and exit code 2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click
from click.exceptions import NoSuchCommand


class SwedishCommand(click.Command):
    """A command whose help is printed in Swedish."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what click.Command takes."""
        kwargs.setdefault("options_metavar", "[FLAGGOR]")
        super().__init__(*args, **kwargs)
        self.allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and refuse what is left over in Swedish (click's own refusal is English)."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise click.UsageError(
                f"Det finns argument för mycket: {' '.join(rest)}. Sätt citattecken om flera ord.", ctx
            )
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option with a Swedish description."""
        return _swedish_help(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Swedish heading."""
        _write_options(self, ctx, formatter)


class SwedishGroup(click.Group):
    """A group that imports a command's module only when that command is asked for, and prints help in Swedish.

    ``commands`` maps a name to ("module:function", one line of help), so that the help of the group needs no import.
    """

    def __init__(self, *args: Any, lazy: dict[str, tuple[str, str]] | None = None, **kwargs: Any) -> None:
        """Take what click.Group takes, and the commands that are imported when needed."""
        kwargs.setdefault("options_metavar", "[FLAGGOR]")
        kwargs.setdefault("subcommand_metavar", "KOMMANDO [ARGUMENT]...")
        super().__init__(*args, **kwargs)
        self.lazy = lazy or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which people meet the commands."""
        return [*self.lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, importing its module."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        module, _, name = self.lazy[cmd_name][0].partition(":")
        command = getattr(import_module(module), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"{module}:{name} is no command")
        return command

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the help option with a Swedish description."""
        return _swedish_help(super().get_help_option(ctx))

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write options and commands under Swedish headings."""
        _write_options(self, ctx, formatter)
        with formatter.section("Kommandon"):
            formatter.write_dl([(name, text) for name, (_, text) in self.lazy.items()])


def _swedish_help(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Visa den här hjälpen."
    return option


def _write_usage(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), prefix="Användning: ")


def _write_options(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    options = (param for param in command.get_params(ctx) if isinstance(param, click.Option))
    records = [record for option in options if (record := option.get_help_record(ctx)) is not None]
    if records:
        with formatter.section("Flaggor"):
            formatter.write_dl([(names, _EXTRA.sub("", text)) for names, text in records])


# Click adds the span of a number as a formula: "[1<=x<=1000]".
_EXTRA = re.compile(r"\s*\[[^\]]*<=?x[^\]]*\]$|\s*\[x[<>][^\]]*\]$")


def usage_message(error: click.UsageError) -> str:
    """Return what the user typed wrong, and the cure, in Swedish."""
    for kind, worded in _WORDED:
        if isinstance(error, kind):
            return worded(error)
    return error.format_message()


def _missing(error: Any) -> str:
    return f"{_named(error.param)} saknas."


def _no_such_option(error: Any) -> str:
    near = _suggestion(error.possibilities)
    return f"Flaggan {error.option_name} finns inte.{near}"


def _no_such_command(error: NoSuchCommand) -> str:
    known = (
        error.ctx.command.list_commands(error.ctx) if error.ctx and isinstance(error.ctx.command, click.Group) else []
    )
    return f"Kommandot {error.command_name} finns inte.{_suggestion(get_close_matches(error.command_name, known))}"


def _bad_option(error: Any) -> str:
    return f"Flaggan {error.option_name} är fel använd: den saknar sitt värde eller fick ett för mycket."


def _bad_value(error: Any) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"{_named(error.param)}: välj något av {', '.join(map(str, kind.choices))}."
    if isinstance(kind, click.IntRange):
        return f"{_named(error.param)}: skriv ett heltal {_span(kind)}."
    if isinstance(kind, click.Path | click.File):
        return f"{_named(error.param)}: {_path_message(error.message)}"
    return f"{_named(error.param)}: {error.message}" if error.param else str(error.message)


def _path_message(english: str) -> str:
    name = english.split("'")[1] if english.count("'") > 1 else ""
    return f"{name} finns inte eller går inte att läsa."


def _span(kind: click.IntRange) -> str:
    if kind.max is None:
        return f"som är minst {kind.min}"
    return f"från {kind.min} till {kind.max}"


def _named(param: click.Parameter | None) -> str:
    if param is None:
        return "Något"
    if isinstance(param, click.Option):
        return f"Flaggan {max(param.opts, key=len)}"
    return f"Argumentet {param.human_readable_name}"


def _suggestion(names: Sequence[str] | None) -> str:
    return f" Menade du {' eller '.join(sorted(names))}?" if names else ""


# Most specific first: MissingParameter is a BadParameter.
_WORDED: tuple[tuple[type[click.UsageError], Callable[[Any], str]], ...] = (
    (click.MissingParameter, _missing),
    (click.NoSuchOption, _no_such_option),
    (click.BadOptionUsage, _bad_option),
    (click.BadParameter, _bad_value),
    (NoSuchCommand, _no_such_command),
)
