"""Corrections: what people say that a protocol says, where the reader got it wrong.

Owns what can be corrected and how a correction changes a document. Always holds: pure; a correction applies whole or
raises CorrectionError with the cure. A text that is quoted can only become other words of the same paragraph, so that
every quote stands on its page. An act is known again by its words, not by its place in a list alone, for an improved
reader may list more. Leaves out where corrections are kept (`index.corrections.book`).

Fields, as the paragraph record names them or in Swedish: of a whole file (no §) ``organisation``, ``board``, ``date``;
of a paragraph ``title``, ``number``, ``board``, ``date``, ``case_numbers``, ``immediate``; of its acts
"decisions.1.outcome", "motions.2.movers", "assignments.1.due" and so on; "motions.2" alone takes that motion out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from index.corrections.values import parsed, reduced_date, wanted_kinds, written
from index.errors import CorrectionError
from index.items import FIELDS
from ingest.records import Document, Paragraph
from nlp.acts import Range

_SWEDISH = {
    "rubrik": "title",
    "nummer": "number",
    "nämnd": "board",
    "datum": "date",
    "diarienummer": "case_numbers",
    "omedelbar": "immediate",
    "beslut": "decisions",
    "yrkanden": "motions",
    "voteringar": "votes",
    "reservationer": "reservations",
    "anteckningar": "notes",
    "uppdrag": "assignments",
    "rapporter": "reports",
    "jäv": "recusals",
    "hänvisningar": "references",
}
_OF_FILE = ("organisation", "board", "date")
_OF_PARAGRAPH = ("title", "number", "board", "date", "case_numbers", "immediate")
_LISTS = frozenset(FIELDS.values())
_EXCERPT = 80


@dataclass(frozen=True, slots=True)
class FieldCorrection:
    """One correction: ``value`` is the new one as people write it.

    ``number`` is the § as it was called when it was corrected, None for the whole file; ``excerpt`` how the corrected
    act begins ("" for what is no act), ``was`` the value before, ``when`` an ISO moment.
    """

    file: str
    number: int | None
    field: str
    value: str
    who: str
    why: str
    when: str = ""
    excerpt: str = ""
    was: str = ""


def corrected(document: Document, corrections: Iterable[FieldCorrection]) -> tuple[Document, tuple[str, ...]]:
    """Return the document with its corrections, and a Swedish line for each that no longer finds its place."""
    astray = []
    for one in corrections:
        try:
            document = apply(document, one)
        except CorrectionError as error:
            astray.append(str(error))
    return document, tuple(astray)


def apply(document: Document, correction: FieldCorrection) -> Document:
    """Return the document with one correction. Raises CorrectionError."""
    if correction.number is None:
        return _file_corrected(document, correction)
    at = _place(document, correction)
    paragraphs = list(document.paragraphs)
    paragraphs[at] = _paragraph_corrected(paragraphs[at], correction)
    changed = replace(document, paragraphs=tuple(paragraphs))
    return _recounted(changed) if canonical(correction.field) == "number" else changed


def completed(document: Document, correction: FieldCorrection) -> FieldCorrection:
    """Return the correction with what it changes: the value before, and how the act begins. Raises CorrectionError."""
    name = canonical(correction.field)
    if correction.number is None:
        return replace(correction, field=name, was=written(getattr(document.meeting, _known(name, _OF_FILE))))
    paragraph = document.paragraphs[_place(document, correction)]
    kind, position, attribute = _address(name)
    if position is None:
        return replace(correction, field=name, was=written(_value_of(paragraph, kind)))
    act = getattr(paragraph.acts, kind)[_act_at(paragraph, kind, position, correction.excerpt)]
    was = written(getattr(act, attribute)) if attribute else words_of(paragraph, act)
    return replace(correction, field=name, excerpt=words_of(paragraph, act)[:_EXCERPT], was=was)


def canonical(field: str) -> str:
    """Return a field's name as the paragraph record has it."""
    head, dot, rest = field.strip().lower().partition(".")
    return f"{_SWEDISH.get(head, head)}{dot}{rest}"


def words_of(paragraph: Paragraph, act: Any) -> str:
    """Return the printed words of an act, pieces joined by blanks."""
    return " ".join(" ".join(paragraph.text[r.start : r.end].split()) for r in act.ranges)


def _file_corrected(document: Document, correction: FieldCorrection) -> Document:
    name = _known(canonical(correction.field), _OF_FILE)
    value = _scalar(name, correction)
    before = getattr(document.meeting, name)
    meeting = replace(document.meeting, **{name: value})
    paragraphs = document.paragraphs
    if name != "organisation":
        # a paragraph repeats its meeting's board and date, unless it was corrected by itself
        paragraphs = tuple(replace(p, **{name: value}) if getattr(p, name) == before else p for p in paragraphs)
    return replace(document, meeting=meeting, paragraphs=paragraphs)


def _paragraph_corrected(paragraph: Paragraph, correction: FieldCorrection) -> Paragraph:
    kind, position, attribute = _address(canonical(correction.field))
    if position is not None:
        return _act_corrected(paragraph, correction, (kind, position, attribute))
    value = _scalar(_known(kind, (*_OF_PARAGRAPH, *sorted(_LISTS))), correction)
    if kind == "immediate":
        return replace(paragraph, acts=replace(paragraph.acts, immediate=value))
    if kind == "title":
        place = find_words(paragraph.text, value)
        return replace(paragraph, title=value, title_ranges=(place,) if place else ())
    return replace(paragraph, **{kind: value})


def _act_corrected(paragraph: Paragraph, correction: FieldCorrection, address: tuple[str, int, str]) -> Paragraph:
    kind, position, attribute = address
    acts = list(getattr(paragraph.acts, kind))
    at = _act_at(paragraph, kind, position, correction.excerpt)
    if not attribute:
        if correction.value.strip():
            raise CorrectionError(f"{_named(correction)}: skriv vilket fält som ska rättas, {kind}.{position}.FÄLT.")
        del acts[at]
    else:
        acts[at] = _changed(paragraph, acts[at], attribute, correction)
    listed: dict[str, Any] = {kind: tuple(acts)}
    return replace(paragraph, acts=replace(paragraph.acts, **listed))


def _changed(paragraph: Paragraph, act: Any, attribute: str, correction: FieldCorrection) -> Any:
    kinds = wanted_kinds(act)
    _known(attribute, tuple(kinds), correction)
    value = _read(lambda: parsed(kinds[attribute], correction.value), correction)
    if attribute != "text":
        return replace(act, **{attribute: value})
    place = find_words(paragraph.text, value)
    if place is None:
        raise CorrectionError(
            f"{_named(correction)}: texten står inte i paragrafen. "
            "Skriv den som den är tryckt, så att citatet går att visa."
        )
    return replace(act, text=value, ranges=(place,))


def find_words(text: str, words: str) -> Range | None:
    """Return where ``words`` stand in ``text``, white space aside; None where they do not."""
    starts: list[int] = []
    bare: list[str] = []
    for at, letter in enumerate(text):
        if not letter.isspace():
            starts.append(at)
            bare.append(letter)
    wanted = "".join(words.split())
    found = "".join(bare).find(wanted) if wanted else -1
    return None if found < 0 else Range(starts[found], starts[found + len(wanted) - 1] + 1)


def _scalar(name: str, correction: FieldCorrection) -> Any:
    """Return the new value of a field of a file or paragraph."""
    text = correction.value.strip()
    if name in _LISTS:
        raise CorrectionError(f"{_named(correction)}: skriv vilken i ordningen, till exempel {name}.1.")
    if name == "date":
        return _read(lambda: reduced_date(text), correction)
    kinds: dict[str, Any] = {"number": int, "immediate": bool, "case_numbers": tuple[str, ...], "title": str}
    return _read(lambda: parsed(kinds.get(name, str | None), text), correction)


def _read(read: Callable[[], Any], correction: FieldCorrection) -> Any:
    try:
        return read()
    except ValueError as error:
        raise CorrectionError(f'{_named(correction)}: "{correction.value}" går inte. {error}') from error


def _address(name: str) -> tuple[str, int | None, str]:
    """Return list, position (from 1) and field of "decisions.1.outcome"; no position for a field of the paragraph."""
    head, *rest = name.split(".", 2)
    if not rest or head not in _LISTS:
        return name, None, ""
    position, attribute = rest[0], rest[1] if len(rest) > 1 else ""
    if not position.isdecimal() or int(position) < 1:
        raise CorrectionError(f'"{name}": efter {head} står vilken i ordningen, från 1: {head}.1')
    return head, int(position), attribute


def _act_at(paragraph: Paragraph, kind: str, position: int, excerpt: str) -> int:
    """Return which act is meant: the one at the position where its words agree, else the one with those words."""
    acts = getattr(paragraph.acts, kind)
    fitting = [n for n, act in enumerate(acts) if words_of(paragraph, act).startswith(excerpt)]
    if position - 1 in fitting:
        return position - 1
    if not excerpt or len(fitting) != 1:
        raise CorrectionError(
            f"§ {paragraph.number}: {kind}.{position} finns inte (det finns {len(acts)}). "
            "Se paragrafen med protokollspar show."
        )
    return fitting[0]


def _place(document: Document, correction: FieldCorrection) -> int:
    found = [n for n, paragraph in enumerate(document.paragraphs) if paragraph.number == correction.number]
    if len(found) != 1:
        raise CorrectionError(f"{_named(correction)}: {document.file} har {len(found)} paragrafer med det numret.")
    return found[0]


def _value_of(paragraph: Paragraph, name: str) -> Any:
    _known(name, _OF_PARAGRAPH)
    return paragraph.acts.immediate if name == "immediate" else getattr(paragraph, name)


def _known(name: str, names: Sequence[str], correction: FieldCorrection | None = None) -> str:
    if name not in names:
        where = f"{_named(correction)}: " if correction else ""
        raise CorrectionError(f'{where}fältet "{name}" kan inte rättas. Det går med: {", ".join(names)}.')
    return name


def _named(correction: FieldCorrection) -> str:
    number = "" if correction.number is None else f" § {correction.number}"
    return f"{correction.file}{number}, {correction.field}"


def _recounted(document: Document) -> Document:
    from ingest.reader import missing  # noqa: PLC0415  (only a corrected number needs the readers)

    printed = (document.meeting.number_first, document.meeting.number_last)
    return replace(
        document, missing_numbers=missing([p.number for p in document.paragraphs if p.number is not None], printed)
    )
