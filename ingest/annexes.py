"""Reservations and statements whose text stands in an attachment of the file: "reserverar sig skriftligt, bilaga 3".

The attachment may stand behind any paragraph of the file, mostly behind the last. It is the one that bears the number
that the announcement names, else the only one that calls itself a reservation (a statement) and bears the name or the
party of those who announced it. Where two would fit none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.records import Attachment, Paragraph
from nlp.acts import Annex, Note, Person, Reservation

# "bilaga 3", "Bilaga nr 12", "se bilaga B"
_NUMBERED = re.compile(r"\bbilag(?:a|or)\s+(?:nr\s+)?(?P<number>\d{1,3}|[A-ZÅÄÖ])\b", re.IGNORECASE)
_IN_WRITING = re.compile(r"\bskriftlig|\bbilag|\bbiläg|\bbifoga", re.IGNORECASE)
_RESERVES = re.compile(r"\breserv", re.IGNORECASE)
_STATES = re.compile(r"\byttrande|\banteckning|\buttalande", re.IGNORECASE)
_ANNOUNCEMENT = 600
_OPENING = 300


def with_annexes(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Give reservations and notes the attachment that holds their text, where the file has it."""
    attachments = [attachment for paragraph in paragraphs for attachment in paragraph.attachments]
    return tuple(_with(paragraph, attachments) for paragraph in paragraphs) if attachments else tuple(paragraphs)


def _with(paragraph: Paragraph, attachments: Sequence[Attachment]) -> Paragraph:
    acts = paragraph.acts
    reservations = tuple(replace(r, annex=_annex(r, attachments)) for r in acts.reservations)
    notes = tuple(replace(n, annex=_annex(n, attachments)) for n in acts.notes)
    if reservations == acts.reservations and notes == acts.notes:
        return paragraph
    return replace(paragraph, acts=replace(acts, reservations=reservations, notes=notes))


def _annex(act: Reservation | Note, attachments: Sequence[Attachment]) -> Annex | None:
    announced = act.text[:_ANNOUNCEMENT]
    if not _IN_WRITING.search(announced):
        return None
    named = _NUMBERED.search(announced)
    fitting = [a for a in attachments if named and _bears(a, named["number"])]
    if not named:
        kind = _RESERVES if isinstance(act, Reservation) else _STATES
        fitting = [a for a in attachments if kind.search(_opening(a)) and any(_is_of(a, p) for p in act.by)]
    if len(fitting) != 1:
        return None
    (one,) = fitting
    return Annex(one.title, one.page_first, one.page_last, one.text)


def _opening(attachment: Attachment) -> str:
    return f"{attachment.title}\n{attachment.text[:_OPENING]}"


def _bears(attachment: Attachment, number: str) -> bool:
    found = _NUMBERED.search(_opening(attachment))
    return found is not None and found["number"].upper() == number.upper()


def _is_of(attachment: Attachment, person: Person) -> bool:
    """Whether an attachment opens or ends with this name, or with this party's letters."""
    ends = f"{_opening(attachment)}\n{attachment.text[-_OPENING:]}"
    if person.name:
        return person.name in ends
    return person.party is not None and re.search(rf"(?<![\w\-]){re.escape(person.party)}(?![\w\-])", ends) is not None
