"""From the parts of a query to what is asked, and to what people are told that it was taken for.

Always holds: pure; every part but the empty one becomes a restriction, words, or a chip that says what it is; nothing
that is asked beside the text is lost. Whether a word beside a date or § is a board is decided by the boards handed in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from index.boards import BoardName, resolve
from index.errors import UnknownFilterError
from index.query.language import unnamed, without
from index.query.parts import Fault, Named, Nothing, ParsedQuery, Part, Phrase, Restriction, Without, Words, printed
from index.query.words import KINDS, OUTCOMES, Field
from index.results import ActKind, Chip, Query, UnitKind
from nlp.boards import BOARD, nominative
from nlp.dates import MONTHS

_Value = TypeVar("_Value")
_YEAR_FIRST, _YEAR_LAST = 1000, 9999
_LABELS = {
    Field.BOARD: "Organ",
    Field.ORGANISATION: "Organisation",
    Field.PARTY: "Parti",
    Field.PERSON: "Person",
    Field.KIND: "Typ",
    Field.OUTCOME: "Utfall",
    Field.RECIPIENT: "Mottagare",
    Field.YEAR: "År",
    Field.SINCE: "Från och med",
    Field.UNTIL: "Till och med",
    Field.DATE: "Datum",
    Field.CASE: "Diarienummer",
    Field.NUMBER: "Paragraf",
    Field.DOCUMENT: "Dokument",
}
_DATES = frozenset({Field.SINCE, Field.UNTIL, Field.DATE})


def settled(parsed: ParsedQuery, boards: Callable[[], Sequence[BoardName]]) -> ParsedQuery:
    """Return the parts as they are meant where these are the boards: what names no paragraph of theirs is words."""
    parts: list[Part] = []
    for part in parsed.parts:
        parts += unnamed(part) if isinstance(part, Named) and _is_words(part, boards) else (part,)
    return ParsedQuery(tuple(parts))


def spellings(board: str, boards: Sequence[BoardName]) -> tuple[str, ...]:
    """Return the spellings of the board that is called so ("kommunstyrelsens" too), () when there is none."""
    for name in (board, nominative(board)):
        try:
            return resolve(name, boards)
        except UnknownFilterError:
            continue
    return ()


def name_in(parsed: ParsedQuery) -> Named | None:
    """Return the part that names paragraphs, if one does."""
    return next((part for part in parsed.parts if isinstance(part, Named)), None)


def asked(query: Query, parsed: ParsedQuery) -> Query:
    """Return ``query`` with its text taken apart: what is left as ``text`` are the words that are searched for."""
    parts = parsed.parts
    values = {field: _values(parts, field) for field in Field}
    kinds = [KINDS[value] for value in values[Field.KIND]]
    phrases = tuple(part.text for part in parts if isinstance(part, Phrase))
    return replace(
        query,
        text=" ".join(part.text for part in parts if isinstance(part, Words | Phrase)),
        boards=_joined(query.boards, values[Field.BOARD]),
        years=_narrowed(query.years, values[Field.YEAR]),
        parties=_joined(query.parties, values[Field.PARTY]),
        kinds=_joined(query.kinds, [kind for kind in kinds if isinstance(kind, UnitKind)]),
        acts=_joined(query.acts, [kind for kind in kinds if isinstance(kind, ActKind)]),
        organisations=_joined(query.organisations, values[Field.ORGANISATION]),
        people=_joined(query.people, values[Field.PERSON]),
        outcomes=_joined(query.outcomes, [str(OUTCOMES[value]) for value in values[Field.OUTCOME]]),
        recipients=_joined(query.recipients, values[Field.RECIPIENT]),
        case_numbers=_joined(query.case_numbers, values[Field.CASE]),
        numbers=_joined(query.numbers, [int(value) for value in values[Field.NUMBER]]),
        documents=_joined(query.documents, values[Field.DOCUMENT]),
        dates=_joined(query.dates, values[Field.DATE]),
        since=max(filter(None, (query.since, *values[Field.SINCE])), default=None),
        until=min(filter(None, (query.until, *values[Field.UNTIL])), default=None, key=_latest_day),
        phrases=_joined(query.phrases, phrases),
        without=_joined(query.without, [part.text for part in parts if isinstance(part, Without) and not part.exact]),
        without_phrases=_joined(
            query.without_phrases, [part.text for part in parts if isinstance(part, Without) and part.exact]
        ),
    )


def chips(text: str, parsed: ParsedQuery) -> tuple[Chip, ...]:
    """Return what each part of ``text`` was taken for, in the order in which they were typed."""
    told = [(part, _label(part)) for part in parsed.parts if not isinstance(part, Nothing)]
    return tuple(Chip(label, part.span, without(text, part.span)) for part, label in told)


def _is_words(part: Named, boards: Callable[[], Sequence[BoardName]]) -> bool:
    """Whether what looks like a name is plain words: what stands beside date or § is no board, nor looks like one."""
    if not part.board or spellings(part.board, boards()):
        return False
    return part.number is None or re.fullmatch(BOARD, nominative(part.board)) is None


def _values(parts: Iterable[Part], field: Field) -> list[str]:
    return [value for part in parts if isinstance(part, Restriction) and part.field is field for value in part.values]


def _joined(chosen: tuple[_Value, ...], typed: Iterable[_Value]) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys((*chosen, *typed)))


def _narrowed(chosen: tuple[int, int] | None, typed: Iterable[str]) -> tuple[int, int] | None:
    """Return the years that lie in every span; a span that ends before it begins holds none."""
    spans = [chosen, *map(_years, typed)]
    held = [span for span in spans if span is not None]
    return (max(first for first, _ in held), min(last for _, last in held)) if held else None


def _years(value: str) -> tuple[int, int]:
    first, dash, last = value.partition("-")
    return int(first or _YEAR_FIRST), int((last or _YEAR_LAST) if dash else first)


def _latest_day(date: str) -> str:
    return f"{date}-99-99"[: len("2024-11-21")]


def _label(part: Part) -> str:
    name, value = "Ord", printed(part)
    match part:
        case Phrase():
            name, value = "Exakt fras", f"”{part.text}”"
        case Without():
            name, value = "Inte", f"”{part.text}”" if part.exact else part.text
        case Restriction():
            name, value = _LABELS[part.field], " eller ".join(_told(part.field, one) for one in part.values)
        case Named():
            name = _named(part)
        case Fault():
            name = "Förstås inte"
        case Words() | Nothing():
            pass
    return f"{name}: {value}"


def _named(part: Named) -> str:
    if part.case is not None:
        return "Diarienummer"
    if part.number is not None:
        return "Paragraf"
    return "Sammanträde" if part.board else "Datum"


def _told(field: Field, value: str) -> str:
    """Return a value as people say it: "2022–2024", "21 november 2024"."""
    if field is Field.YEAR:
        return _told_years(*value.partition("-"))
    if field in _DATES:
        parts = [int(part) for part in value.split("-")]
        named = [str(parts[0]), *(MONTHS[month - 1] for month in parts[1:2]), *map(str, parts[2:3])]
        return " ".join(reversed(named))
    return f"§ {value}" if field is Field.NUMBER else value


def _told_years(first: str, dash: str, last: str) -> str:
    if not dash:
        return first
    if first and last:
        return f"{first}–{last}"
    return f"från {first}" if first else f"till {last}"
