"""The command `protokollspar`: finds the command that was asked for and ends in words that people understand.

Owns exit codes: 0 all well, 1 something failed, 2 wrongly used, 130 interrupted. The commands themselves stand in
`ui/commands/`, one module each, and are imported only when they are used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click
from click.exceptions import NoArgsIsHelpError

from ui.swedish import SwedishGroup, usage_message

COMMANDS = {
    "ingest": ("ui.commands.ingest:ingest", "Läs in protokoll i biblioteket."),
    "search": ("ui.commands.search:search", "Sök paragrafer efter mening och ord."),
    "trace": ("ui.commands.trace:trace", "Följ ett ärende genom nämnderna."),
    "issues": ("ui.commands.issues:issues", "Lista ärendena med läge, tid och organ."),
    "link": ("ui.commands.link:link", "Bekräfta eller skilj kopplingen mellan två paragrafer."),
    "show": ("ui.commands.show:show", "Visa en paragraf fält för fält, med säkerhet."),
    "correct": ("ui.commands.correct:correct", "Rätta ett fält som lästes fel."),
    "assignments": ("ui.commands.assignments:assignments", "Visa uppdrag: vem fick vad, till när, och hur det gick."),
    "draft": ("ui.commands.draft:draft", "Pröva ett utkast mot vad som redan sagts och beslutats."),
    "review": (
        "ui.commands.review:review",
        "Gå igenom allt om en fråga: döm, och se hur mycket som är kvar.",
    ),
    "saved": ("ui.commands.saved:saved", "Spara sökningar, lista dem och ta bort dem."),
    "alerts": ("ui.commands.alerts:alerts", "Visa vad sparade sökningar funnit sedan sist."),
    "positions": ("ui.commands.positions:positions", "Visa var partierna stod, år för år, med orden bakom."),
    "reservations": (
        "ui.commands.reservations:reservations",
        "Visa reservationer och yttranden med sina argument.",
    ),
    "statistics": (
        "ui.commands.statistics:statistics",
        "Räkna möten, beslut, yrkanden, reservationer per organ och år.",
    ),
    "export": ("ui.commands.export:export", "Skriv ut bibliotekets uppgifter som jsonl, csv eller xlsx."),
    "check": ("ui.commands.check:check", "Pröva om biblioteket är helt."),
    "serve": ("ui.commands.serve:serve", "Visa webbsidan, för den här datorn eller för andra."),
    "user": ("ui.commands.user:user", "Bestäm vilka som får logga in på webbsidan."),
    "demo": ("ui.commands.demo:demo", "Läs in exempelsamlingen och visa den."),
}

EXIT_FAILED, EXIT_USAGE, EXIT_INTERRUPTED = 1, 2, 130


@click.group(cls=SwedishGroup, lazy=COMMANDS, context_settings={"max_content_width": 100})
@click.version_option(None, "--version", package_name="protokollspar", message="%(version)s", help="Visa versionen.")
def protokollspar() -> None:
    """Sök i protokoll efter mening och följ ärenden genom nämnderna, helt på den egna datorn."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; ``arguments`` default to those of the process."""
    try:
        result = protokollspar.main(args=arguments, prog_name="protokollspar", standalone_mode=False)
        sys.stdout.flush()
    except NoArgsIsHelpError as error:
        return _say(error.format_message(), EXIT_USAGE)
    except click.UsageError as error:
        return _say(f"{usage_message(error)}\n{_where_help_is(error)}", EXIT_USAGE)
    except click.ClickException as error:
        return _say(error.format_message(), EXIT_FAILED)
    except (click.Abort, KeyboardInterrupt):
        return _say("Avbrutet.", EXIT_INTERRUPTED)
    except BrokenPipeError:
        return _leave_pipe()
    return result if isinstance(result, int) else 0


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    sys.exit(run())


def _say(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code


def _where_help_is(error: click.UsageError) -> str:
    path = error.ctx.command_path if error.ctx else "protokollspar"
    return f"Hjälp: {path} --help"


def _leave_pipe() -> int:
    # The reader of our output has left (`| head`): point stdout elsewhere, or the interpreter complains on its way out.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return EXIT_FAILED


if __name__ == "__main__":
    main()
