"""The words of the query language: filters and the values that some of them choose among.

Owns the lists, as data: for each filter the names people give it, for kinds and outcomes the words of the trade
(docs/glossary.md). Always holds: a word is understood in any case and without the dots and rings of å ä ö. Values that
depend on a library (boards, people …) are left to `index.query.settling`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from enum import StrEnum

from index.results import ActKind, UnitKind
from nlp.acts import Outcome


class Field(StrEnum):
    """A filter, by the name that it is printed with."""

    BOARD = "nämnd"
    ORGANISATION = "organisation"
    PARTY = "parti"
    PERSON = "person"
    KIND = "typ"
    OUTCOME = "utfall"
    RECIPIENT = "mottagare"
    YEAR = "år"
    SINCE = "från"
    UNTIL = "till"
    DATE = "datum"
    CASE = "dnr"
    NUMBER = "§"
    DOCUMENT = "dokument"


NAMES: Mapping[str, Field] = {
    **{str(field): field for field in Field},
    **dict.fromkeys(("organ", "nämnder", "styrelse", "instans"), Field.BOARD),
    **dict.fromkeys(("kommun", "region", "org"), Field.ORGANISATION),
    **dict.fromkeys(("partier", "grupp"), Field.PARTY),
    **dict.fromkeys(("personer", "namn", "ledamot", "politiker"), Field.PERSON),
    **dict.fromkeys(("slag", "sort", "typer"), Field.KIND),
    **dict.fromkeys(("beslutet", "resultat"), Field.OUTCOME),
    **dict.fromkeys(("uppdragstagare", "mott"), Field.RECIPIENT),
    **dict.fromkeys(("årtal",), Field.YEAR),
    **dict.fromkeys(("fom", "sedan"), Field.SINCE),
    **dict.fromkeys(("tom",), Field.UNTIL),
    **dict.fromkeys(("dag", "mötesdag"), Field.DATE),
    **dict.fromkeys(("diarienummer", "diarienr", "ärende", "ärendenummer", "ärendenr"), Field.CASE),
    **dict.fromkeys(("paragraf", "par"), Field.NUMBER),
    **dict.fromkeys(("fil",), Field.DOCUMENT),
}
"""What people call the filters."""

KINDS: Mapping[str, UnitKind | ActKind] = {
    "paragraf": UnitKind.PARAGRAPH,
    "text": UnitKind.PASSAGE,
    "beslut": UnitKind.DECISION,
    "yrkande": UnitKind.MOTION,
    "reservation": UnitKind.RESERVATION,
    "anteckning": UnitKind.NOTE,
    "protokollsanteckning": ActKind.PROTOCOL_NOTE,
    "särskilt yttrande": ActKind.STATEMENT,
    "uppdrag": UnitKind.ASSIGNMENT,
    "votering": ActKind.VOTE,
    "jäv": ActKind.RECUSAL,
    "deltar inte": ActKind.NOT_PARTICIPATING,
    "återrapport": ActKind.REPORT,
}
"""What ``typ:`` chooses among; the names are those that it is printed with."""

_KIND_NAMES: Mapping[str, str] = {
    **{name: name for name in KINDS},
    **dict.fromkeys(("paragrafer", "ärende"), "paragraf"),
    **dict.fromkeys(("löptext", "brödtext", "texter"), "text"),
    **dict.fromkeys(("besluten", "beslutspunkt", "decision"), "beslut"),
    **dict.fromkeys(("yrkanden", "ändringsyrkande", "tilläggsyrkande", "motion"), "yrkande"),
    **dict.fromkeys(("reservationer",), "reservation"),
    **dict.fromkeys(("anteckningar", "note"), "anteckning"),
    **dict.fromkeys(("protokollsanteckningar",), "protokollsanteckning"),
    **dict.fromkeys(("särskilda yttranden", "yttrande", "yttranden", "statement"), "särskilt yttrande"),
    **dict.fromkeys(("uppdragen", "assignment"), "uppdrag"),
    **dict.fromkeys(("voteringar", "omröstning", "omröstningar", "vote"), "votering"),
    **dict.fromkeys(("recusal",), "jäv"),
    **dict.fromkeys(("deltar inte i beslutet", "avstår"), "deltar inte"),
    **dict.fromkeys(
        ("återrapporter", "återrapportering", "återrapporteringar", "redovisning", "report"), "återrapport"
    ),
}

OUTCOMES: Mapping[str, Outcome] = {
    "bifall": Outcome.APPROVED,
    "avslag": Outcome.REJECTED,
    "återremiss": Outcome.REMITTED,
    "bordläggning": Outcome.TABLED,
    "antecknas": Outcome.NOTED,
    "besvarad": Outcome.ANSWERED,
    "uppdrag": Outcome.ASSIGNED,
    "val": Outcome.ELECTED,
    "annat": Outcome.OTHER,
}
"""What ``utfall:`` chooses among."""

_OUTCOME_NAMES: Mapping[str, str] = {
    **{name: name for name in OUTCOMES},
    **dict.fromkeys(
        ("bifallet", "bifallen", "bifölls", "godkänd", "antagen", "antas", "godkänns", "approved"), "bifall"
    ),
    **dict.fromkeys(("avslagen", "avslås", "avslogs", "avslaget", "rejected"), "avslag"),
    **dict.fromkeys(("återremitterad", "återremitterat", "återremitteras", "remiss", "remitted"), "återremiss"),
    **dict.fromkeys(("bordlagd", "bordlagt", "bordläggs", "tabled"), "bordläggning"),
    **dict.fromkeys(("anteckning", "antecknad", "till handlingarna", "noted"), "antecknas"),
    **dict.fromkeys(("besvarat", "besvaras", "besvarade", "answered"), "besvarad"),
    **dict.fromkeys(("assigned",), "uppdrag"),
    **dict.fromkeys(("vald", "utses", "väljs", "elected"), "val"),
    **dict.fromkeys(("övrigt", "other"), "annat"),
}

_UNDOTTED = str.maketrans("åäöé", "aaoe")
_NAMED = 3


def folded(text: str) -> str:
    """Return ``text`` as it is compared: lower case, without dots and rings, blanks made single."""
    return " ".join(text.casefold().translate(_UNDOTTED).split())


_FIELDS = {folded(name): field for name, field in NAMES.items()}
_CHOICES: Mapping[Field, Mapping[str, str]] = {
    Field.KIND: {folded(name): value for name, value in _KIND_NAMES.items()},
    Field.OUTCOME: {folded(name): value for name, value in _OUTCOME_NAMES.items()},
}
_LISTS: Mapping[Field, Iterable[str]] = {Field.KIND: KINDS, Field.OUTCOME: OUTCOMES}


def field_named(name: str) -> Field | None:
    """Return the filter that people call ``name``, None when it is no filter."""
    return _FIELDS.get(folded(name))


def choice(field: Field, value: str) -> str | None:
    """Return how ``value`` is printed among the choices of ``field``, None when it is not among them."""
    return _CHOICES[field].get(folded(value))


def no_such_field(name: str) -> str:
    """Return what is said of a filter that is none."""
    near = difflib.get_close_matches(folded(name), _FIELDS, n=6, cutoff=0.6)
    fields = list(dict.fromkeys(_FIELDS[one] for one in near))[:_NAMED]
    there = f"Närmast är: {', '.join(fields)}." if fields else f"Filtren är: {', '.join(Field)}."
    return f'Filtret "{name}:" finns inte. {there} Är det text: skriv ett mellanslag efter kolon.'


def no_such_choice(field: Field, value: str) -> str:
    """Return what is said of a value that is not among the choices of ``field``."""
    choices = _CHOICES[field]
    near = difflib.get_close_matches(folded(value), choices, n=6, cutoff=0.5)
    nearest = list(dict.fromkeys(choices[one] for one in near))[:_NAMED]
    there = f"Närmast är: {', '.join(nearest)}." if nearest else f"Välj bland: {', '.join(_LISTS[field])}."
    return f'{field}: "{value}" finns inte. {there}'
