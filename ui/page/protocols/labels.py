"""Words of the view Protokoll for values of the records, in the language of the page."""

from __future__ import annotations

from collections.abc import Sequence

from index.meetings import Meeting
from index.naming import meeting_name
from ingest.records import DocumentKind, Role
from nlp.acts import Person
from ui import words
from ui.speech import t

SURE, LIKELY = 0.9, 0.75
"""From here on a reading is called sure, or likely; beneath it is called unsure."""


def document_kind(kind: DocumentKind) -> str:
    """Return what sort of document a file holds."""
    return {
        DocumentKind.PROTOCOL: t("Protokoll"),
        DocumentKind.EXTRACT: t("Protokollsutdrag"),
        DocumentKind.DIRECTIVE: t("Direktiv"),
        DocumentKind.REPORT: t("Rapport"),
    }.get(kind, t("Annat dokument"))


def role(value: Role) -> str:
    """Return in what capacity people attended, in the plural."""
    return {
        Role.MEMBER: t("Ledamöter"),
        Role.SERVING_SUBSTITUTE: t("Tjänstgörande ersättare"),
        Role.OTHER_SUBSTITUTE: t("Ej tjänstgörande ersättare"),
    }.get(value, t("Övriga"))


def sureness(sure: float) -> str:
    """Return how sure a reading is, in a word."""
    if sure >= SURE:
        return t("säker läsning")
    return t("trolig läsning") if sure >= LIKELY else t("osäker läsning")


def numbers(first: int | None, last: int | None) -> str:
    """Return "§ 3", "§§ 3–9", "" for none."""
    if first is None:
        return ""
    return f"§\N{NO-BREAK SPACE}{first}" if last in (None, first) else f"§§\N{NO-BREAK SPACE}{first}–{last}"


def several(found: Sequence[int]) -> str:
    """Return numbers with runs made short: "§§ 3–5, 9"."""
    runs: list[list[int]] = []
    for number in sorted(found):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    text = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"{'§' if len(found) == 1 else '§§'}\N{NO-BREAK SPACE}{text}"


def person(one: Person) -> str:
    """Return "Åsa Öberg (S)", or the party alone."""
    if one.name is None:
        return one.party or t("okänd")
    return f"{one.name} ({one.party})" if one.party else one.name


def meeting(one: Meeting) -> str:
    """Return "Socialnämnden 21 november 2024", the file's name where either is unknown."""
    named = one.row.board and one.date
    return f"{one.row.board} {words.date(one.date)}" if named else meeting_name(None, None, one.document.record.file)


def board(one: Meeting) -> str:
    """Return the name of the body, with its organisation where several have one of that name."""
    name = one.row.board or t("Organ framgår inte")
    return f"{name}, {one.row.organisation}" if one.row.organisation else name
