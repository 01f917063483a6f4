"""What a decision makes of an earlier assignment: prolonged, extended, taken back, or closed.

Told by the printed verb beside the word "uppdrag": "Uppdraget förlängs till den 30 juni 2025", "att återta uppdraget
från § 40". A seat that somebody leaves ("uppdraget som ersättare") is no such assignment. Which assignment is meant is
kept where the point cites its paragraph, and is otherwise left to those who know the whole issue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.acts import AssignmentChange, ChangeKind, Decision, Outcome, ParagraphReference
from nlp.due import due_date
from nlp.references import read_references

_TASK = r"\b\w*uppdrag(?:et|en|ets)?\b(?! som\b)"
# "Uppdraget … återtas", "att upphäva uppdraget", "dra tillbaka uppdraget"
_WITHDRAWN = (
    rf"{_TASK}[^.]{{0,160}}?\b(?:återtas|återkallas|dras tillbaka|upphävs|upphör|utgår|tas bort|stryks)\b"
    r"|\b(?:återta|återkalla|upphäva|återtar|återkallar|upphäver|dra tillbaka|drar tillbaka)\b[^.]{0,100}?" + _TASK
)
# "Uppdraget förlängs", "tiden för redovisning av uppdraget flyttas fram", "beviljas förlängd tid för uppdraget"
_PROLONGED = (
    rf"{_TASK}[^.]{{0,160}}?\b(?:förläng(?:s|as)|flyttas fram|senareläggs|skjuts (?:upp|fram)|ges anstånd)\b"
    r"|\b(?:förlänga|förlänger|förlängd|senarelägga|flytta fram|skjuta (?:upp|fram)|anstånd|förlängning)\b"
    rf"[^.]{{0,120}}?{_TASK}"
    rf"|\b(?:tid(?:en|sfristen|splanen)?|slutdatum|redovisningsdatum)\b[^.]{{0,80}}?{_TASK}[^.]{{0,80}}?"
    r"\b(?:ändras|flyttas|förlängs)\b"
)
# "Uppdraget utökas till att även omfatta", "att komplettera uppdraget med"
_EXTENDED = (
    rf"{_TASK}[^.]{{0,100}}?\b(?:utökas|utvidgas|kompletteras|breddas|ändras)\b"
    rf"|\b(?:utöka|utvidga|komplettera|bredda|utökar|utvidgar|kompletterar)\b[^.]{{0,60}}?{_TASK}"
)
# "uppdraget avslutas", "uppdraget förklaras slutfört", "att avsluta uppdraget"
_CLOSED = (
    rf"{_TASK}[^.]{{0,160}}?\b(?:avslutas|slutförs|(?:förklaras?|anses?|är|har)(?: \w+){{0,2}} (?:fullgjor[td]"
    rf"|besvara[td]|avsluta[td]|slutför[td])\w*)(?!\w)|\b(?:avsluta|avslutar|förklara[r]?)\b[^.]{{0,100}}?{_TASK}"
)
_CHANGES = (
    (ChangeKind.WITHDRAWN, re.compile(_WITHDRAWN, re.IGNORECASE)),
    (ChangeKind.PROLONGED, re.compile(_PROLONGED, re.IGNORECASE)),
    (ChangeKind.EXTENDED, re.compile(_EXTENDED, re.IGNORECASE)),
    (ChangeKind.CLOSED, re.compile(_CLOSED, re.IGNORECASE)),
)


_NOTHING_CHANGES = (Outcome.REJECTED, Outcome.REMITTED, Outcome.TABLED)


def read_changes(decisions: Sequence[Decision], *, board: str | None, date: str | None) -> tuple[AssignmentChange, ...]:
    """Return what the decision points make of earlier assignments; ranges are those of the points."""
    return tuple(change for decision in decisions if (change := _change(decision, board, date)))


def _change(decision: Decision, board: str | None, date: str | None) -> AssignmentChange | None:
    if decision.outcome in _NOTHING_CHANGES or "uppdrag" not in decision.text.lower():
        return None
    kind = next((kind for kind, pattern in _CHANGES if pattern.search(decision.text)), None)
    if kind is None:
        return None
    cited = next(
        (r for r in read_references(decision.text, board=board, date=date) if isinstance(r, ParagraphReference)), None
    )
    return AssignmentChange(
        kind=kind,
        text=decision.text,
        due=due_date(decision.text) if kind is ChangeKind.PROLONGED else None,
        board=cited.board if cited else None,
        date=cited.date if cited else None,
        number=cited.number if cited else None,
        ranges=decision.ranges,
    )
