"""Fields of a paragraph as people correct them: their names, what they hold now, and how a new value is written.

Pure. The addresses of fields are those of `index.corrections.fields` ("decisions.1.outcome"); of a whole file they
begin with "fil.".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from index.corrections.values import parsed, wanted_kinds, written
from index.items import FIELDS
from index.library import StoredParagraph
from ui import words
from ui.speech import t, term

OF_PARAGRAPH = ("title", "number", "board", "date", "case_numbers", "immediate")
ADDRESSES = ("title", "number", "case_numbers", "immediate", "board", "date", "organisation")
"""The fields of a paragraph's head, in the order in which they are shown."""
OF_FILE = ("fil.organisation", "fil.board", "fil.date")
REMOVE = "bort"
"""Stands in place of a field of an act where the whole act is to be taken out."""
_LONG = frozenset({"text", "title"})


@dataclass(frozen=True, slots=True)
class Fixable:
    """A field that can be corrected: its address, its name for people, its value as people write it.

    ``choices`` are the values that there are, each with its word; () where the value is free. ``hint`` tells how a free
    value is written.
    """

    address: str
    name: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    long: bool = False


def fixable(stored: StoredParagraph, address: str, organisation: str | None) -> Fixable | None:
    """Return the field of a paragraph at an address, None where there is none that people can correct."""
    if address in OF_FILE:
        held: Mapping[str, Any] = {
            "fil.organisation": organisation,
            "fil.board": stored.head.board,
            "fil.date": stored.head.date,
        }
        return Fixable(address, named(address), written(held[address]), hint=_hint(address))
    if address in OF_PARAGRAPH:
        return _of_paragraph(stored, address)
    kind, position, attribute = _parts(address)
    acts = getattr(stored.paragraph.acts, kind, ()) if kind in _KINDS else ()
    if not 1 <= position <= len(acts):
        return None
    act = acts[position - 1]
    if attribute == REMOVE:
        return Fixable(address, named(address), "")
    if attribute not in wanted_kinds(act):
        return None
    return _of_act(address, attribute, act)


def of_act(kind: str, position: int, act: Any) -> list[tuple[str, str]]:
    """Return the addresses of what can be corrected in an act, each with its name; taking it out comes last."""
    base = f"{kind}.{position}"
    return [
        *((f"{base}.{name}", attribute(name, kind)) for name in wanted_kinds(act) if _shown(name)),
        (f"{base}.{REMOVE}", t("Ta bort")),
    ]


def named(address: str) -> str:
    """Return how people call the field at an address: "Beslut 1, utfall"."""
    if address in OF_FILE or address in ("organisation", "board", "date"):
        whole = {"organisation": t("Organisation"), "board": t("Organ"), "date": t("Datum")}
        return whole[address.removeprefix("fil.")]
    kind, position, name = _parts(address)
    if kind not in _KINDS:
        return attribute(address, "")
    act = f"{act_name(kind)} {position}"
    return act if name in ("", REMOVE) else f"{act}, {attribute(name, kind).lower()}"


def act_name(kind: str) -> str:
    """Return what one act of a list is called."""
    return {
        "decisions": t("Beslut"),
        "motions": t("Yrkande"),
        "votes": t("Omröstning"),
        "reservations": t("Reservation"),
        "notes": t("Anteckning"),
        "assignments": term("Uppdrag", "utfall"),
        "reports": t("Återrapport"),
        "recusals": t("Jäv"),
        "references": t("Hänvisning i texten"),
        "procedure": t("Steg i beslutsgången"),
        "not_participating": t("Deltar inte i beslutet"),
        "documents": t("Nämnd handling"),
        "assignment_changes": t("Ändrat uppdrag"),
        "goals": t("Mål"),
        "demands": t("Krav"),
        "milestones": t("Milstolpe"),
        "activities": t("Delaktivitet"),
        "offices": t("Ansvarig"),
        "definitions": t("Definition"),
        "recommendations": t("Rekommendation"),
    }.get(kind, kind)


def attribute(name: str, kind: str) -> str:
    """Return what a field of a paragraph or of an act is called."""
    if name == "kind" and kind == "offices":
        return t("Roll")
    return {
        "title": t("Rubrik"),
        "number": t("Paragrafnummer"),
        "organisation": t("Organisation"),
        "board": t("Organ"),
        "date": t("Datum"),
        "case_numbers": t("Diarienummer"),
        "immediate": t("Omedelbar justering"),
        "text": t("Text"),
        "outcome": t("Utfall"),
        "kind": t("Slag"),
        "movers": t("Vem som yrkar"),
        "by": t("Vem"),
        "person": t("Person"),
        "recipient": t("Mottagare"),
        "due": t("Senast"),
        "due_words": t("Tid, som den är tryckt"),
        "yes": t("Antal ja"),
        "no": t("Antal nej"),
        "abstain": t("Antal som avstår"),
        "yes_means": t("Ja betyder"),
        "no_means": t("Nej betyder"),
        "casting": t("Ordförandens utslagsröst"),
        "closed": t("Uppdraget avslutat"),
        "case_number": t("Diarienummer"),
        "found": t("Ordföranden finner"),
        "proposals": t("Förslag"),
        "parts": t("Delar"),
        "name": t("Namn"),
    }.get(name, name)


def value_from(address: str, value: str) -> str:
    """Return a value of the form as the library reads it: what takes an act out is empty."""
    return "" if address.endswith(f".{REMOVE}") else value


def library_address(address: str) -> str:
    """Return an address as the library knows it."""
    return address.removesuffix(f".{REMOVE}")


_KINDS = frozenset(FIELDS.values())
_CODED = frozenset({"kind", "role"})
_YES_OR_NO = frozenset({"immediate", "casting", "closed"})
_HIDDEN = frozenset({"due_derived"})


def _shown(name: str) -> bool:
    """Whether people correct a field: what is only worked out from another is not theirs to write."""
    return name not in _HIDDEN


def _parts(address: str) -> tuple[str, int, str]:
    kind, _, rest = address.partition(".")
    position, _, name = rest.partition(".")
    return kind, int(position) if position.isascii() and position.isdecimal() else 0, name


def _of_paragraph(stored: StoredParagraph, name: str) -> Fixable:
    paragraph = stored.paragraph
    value = paragraph.acts.immediate if name == "immediate" else getattr(paragraph, name)
    choices = _yes_or_no() if name == "immediate" else ()
    return Fixable(name, named(name), written(value), choices, _hint(name), long=name in _LONG)


def _of_act(address: str, name: str, act: Any) -> Fixable:
    kind = wanted_kinds(act)[name]
    value = written(getattr(act, name))
    return Fixable(address, named(address), value, _choices(kind, name), _hint(name), long=name in _LONG)


def _choices(kind: Any, name: str) -> tuple[tuple[str, str], ...]:
    """Return the values of a field that has only some."""
    if kind is bool:
        return _yes_or_no()
    values: list[str] = []
    if isinstance(kind, type) and issubclass(kind, Enum):
        values = [str(member.value) for member in kind]
    if get_origin(kind) is Literal:
        values = [str(value) for value in get_args(kind)]
    word = words.outcome if name == "outcome" else value_name
    return tuple((value, word(value)) for value in values if _reads(kind, value))


def value_name(value: str) -> str:
    """Return the word for a value of the records that is none of an outcome."""
    return {
        "approve": t("Bifall"),
        "reject": t("Avslag"),
        "remit": t("Återremiss"),
        "table": t("Bordläggning"),
        "amend": t("Ändring"),
        "add": t("Tillägg"),
        "other": t("Annat"),
        "note": t("Protokollsanteckning"),
        "statement": t("Särskilt yttrande"),
        "prolonged": t("Förlängt"),
        "extended": t("Utökat"),
        "withdrawn": t("Återtaget"),
        "closed": t("Avslutat"),
        "owner": t("Ägare"),
        "leader": t("Ledare"),
        "author": t("Författare"),
        "order": t("Propositionsordning"),
        "main": t("Huvudförslag"),
        "counter": t("Motförslag"),
        "put": t("Proposition ställs"),
        "division": t("Omröstning begärs"),
    }.get(value, value)


def value_told(address: str, value: str) -> str:
    """Return a value of the field at an address as people say it, and not by its code: "Återremiss"."""
    name = _parts(address)[2] or address
    if name == "outcome":
        return words.outcome(value)
    if name in _CODED:
        return value_name(value)
    return t(value) if name in _YES_OR_NO else value


def _reads(kind: Any, value: str) -> bool:
    return parsed(kind, value) is not None


def _yes_or_no() -> tuple[tuple[str, str], ...]:
    return (("ja", t("ja")), ("nej", t("nej")))


def _hint(name: str) -> str:
    return {
        "text": t("Skriv orden som de är tryckta i paragrafen, så att citatet går att visa."),
        "movers": t("Skriv namn och parti, flera med semikolon: Åsa Öberg (S); (SD)"),
        "by": t("Skriv namn och parti, flera med semikolon: Åsa Öberg (S); (SD)"),
        "person": t("Skriv namn och parti: Åsa Öberg (S)"),
        "date": t("Skriv datumet som 2024-11-21, 2024-11 eller 2024; ett streck om det inte framgår."),
        "fil.date": t("Skriv datumet som 2024-11-21, 2024-11 eller 2024; ett streck om det inte framgår."),
        "due": t("Skriv datumet som 2024-11-21, 2024-11 eller 2024; ett streck om det inte framgår."),
        "case_numbers": t("Skriv flera med semikolon."),
    }.get(name, "")
