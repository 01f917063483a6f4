"""The words of the view Reservationer: kinds of acts, what they mean, and what a conclusion rests on. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from index.arguments import Argued, Argument, ArgumentKind, Echo
from index.arguments.values import Basis
from ui import arguments, words
from ui.speech import t

KINDS: Mapping[ArgumentKind, str] = {
    ArgumentKind.RESERVATION: "Reservation",
    ArgumentKind.NOTE: "Protokollsanteckning",
    ArgumentKind.STATEMENT: "Särskilt yttrande",
    ArgumentKind.MOTION: "Yrkande med skäl",
}
MANY: Mapping[ArgumentKind, str] = {
    ArgumentKind.RESERVATION: "Reservationer",
    ArgumentKind.NOTE: "Protokollsanteckningar",
    ArgumentKind.STATEMENT: "Särskilda yttranden",
    ArgumentKind.MOTION: "Yrkanden med skäl",
}
COUNTED: Mapping[ArgumentKind, tuple[str, str]] = {
    ArgumentKind.RESERVATION: ("reservation", "reservationer"),
    ArgumentKind.NOTE: ("protokollsanteckning", "protokollsanteckningar"),
    ArgumentKind.STATEMENT: ("särskilt yttrande", "särskilda yttranden"),
    ArgumentKind.MOTION: ("yrkande med skäl", "yrkanden med skäl"),
}
"""What one and several are called after their number."""
MEANINGS: Mapping[ArgumentKind, str] = {
    ArgumentKind.RESERVATION: "Den som var med och beslutade låter skriva in att den är emot beslutet.",
    ArgumentKind.NOTE: "En kommentar till protokollet. Den säger inte att någon är emot.",
    ArgumentKind.STATEMENT: "En förklaring av hur någon ser på saken. Den säger inte att någon är emot.",
    ArgumentKind.MOTION: "Ett förslag till beslut där skälen står i protokollet.",
}
TONES: Mapping[ArgumentKind, str] = {
    ArgumentKind.RESERVATION: "dissent",
    ArgumentKind.NOTE: "plain",
    ArgumentKind.STATEMENT: "plain",
    ArgumentKind.MOTION: "task",
}
"""Kind → the tone of its colour; the word always stands beside it."""
BASES: Mapping[Basis, str] = {
    Basis.PRINTED: "det anges i reservationen",
    Basis.MOVERS: "programmets slutsats: samma personer yrkade det",
    Basis.PARTY: "programmets slutsats: samma parti yrkade det",
}


def by(one: Argued) -> str:
    """Return who is behind an act, as a sentence lists them."""
    told = (each.party if each.party and not each.name else arguments.person(each) for each in one.by)
    return words.listed(list(told)) or t("Ingen nämns vid namn")


def parties(one: Argued) -> str:
    """Return the parties behind an act, "" where none is printed."""
    return words.listed(one.parties)


def meeting(one: Argued) -> str:
    """Return how people name the paragraph of an act."""
    if one.board is None or one.date is None:
        return f"{one.file} § {one.number}" if one.number is not None else one.file
    number = f" § {one.number}" if one.number is not None else ""
    return f"{one.board} {words.date(one.date)}{number}"


def signs(one: Argument) -> str:
    """Return why a sentence is held to be an argument: "krav, värdering"."""
    return ", ".join(t(arguments.SIGNS[sign]) for sign in one.signs)


def basis(value: Basis) -> str:
    """Return what joins a reservation to a motion."""
    return t(BASES[value])


def likeness(echo: Echo) -> str:
    """Return how near an argument is and what that rests on."""
    parts = [t("betydelse {tal}", tal=words.decimal(echo.likeness, 2))]
    if echo.shared:
        parts.append(t("gemensamma ord: {ord}", ord=", ".join(echo.shared)))
    if echo.lines:
        parts.append(t("samma slags argument"))
    return t("Närhet {tal} – {grund}.", tal=words.decimal(echo.nearness, 2), grund="; ".join(parts))
