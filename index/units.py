"""Units: the texts of a paragraph that are embedded and found by themselves.

Owns how a paragraph falls into units. Always holds: pure; a unit never crosses a section, its range is verbatim text
of the paragraph, and every paragraph has its PARAGRAPH unit. The title stands in front of each unit's text, because a
decision point ("Ärendet bordläggs.") means nothing without it. Leaves out lists that nobody searches by meaning
(documents, recipients, ballots, the chairman's propositions): the lexical index has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from index.results import UnitKind
from index.stored import Unit
from ingest.records import Paragraph, Section
from nlp.acts import Acts, Assignment, Decision, Motion, Note, Person, Range, Reservation, SectionKind
from nlp.boilerplate import is_boilerplate
from nlp.windows import blocks, passages

# About 300 tokens: well inside what the model reads, long enough to carry an argument (bench/search_quality.py).
LONGEST = 1_100
EXCERPT = 700

_OPENINGS = (SectionKind.SUMMARY, SectionKind.BACKGROUND, SectionKind.DECISION, SectionKind.PROPOSAL)
_UNSPOKEN = frozenset(
    {
        SectionKind.BASIS,
        SectionKind.DISPATCH,
        SectionKind.EARLIER,
        SectionKind.PROCEDURE,
        SectionKind.RECUSAL,
        SectionKind.VOTE,
    }
)

_Item = Decision | Motion | Reservation | Note | Assignment
_KINDS: tuple[tuple[type[_Item], UnitKind], ...] = (
    (Decision, UnitKind.DECISION),
    (Motion, UnitKind.MOTION),
    (Reservation, UnitKind.RESERVATION),
    (Note, UnitKind.NOTE),
    (Assignment, UnitKind.ASSIGNMENT),
)


def units_of(paragraph: Paragraph) -> tuple[Unit, ...]:
    """Return the units of ``paragraph`` in reading order by kind; the first is the PARAGRAPH unit."""
    return (_whole(paragraph), *_item_units(paragraph), *_passage_units(paragraph))


def _whole(paragraph: Paragraph) -> Unit:
    place = _opening(paragraph)
    text = "" if place is None else paragraph.text[place.start : place.end]
    shown = place or _title_place(paragraph)
    return Unit(UnitKind.PARAGRAPH, _titled(paragraph, text), shown, _parties(_actors(paragraph.acts)))


def _opening(paragraph: Paragraph) -> Range | None:
    """Return where the paragraph says what it is about: the start of its summary, else of its decision."""
    telling = [section for section in paragraph.sections if not _is_empty(paragraph, section)]
    ranked = [section for kind in _OPENINGS for section in telling if section.kind is kind]
    spoken = [section for section in telling if section.kind not in _UNSPOKEN]
    for section in (*ranked, *spoken):
        return next(passages(paragraph.text, blocks(paragraph.text, section.range), longest=EXCERPT), None)
    return None


def _is_empty(paragraph: Paragraph, section: Section) -> bool:
    return is_boilerplate(paragraph.text[section.range.start : section.range.end])


def _title_place(paragraph: Paragraph) -> Range:
    if paragraph.title_ranges:
        return Range(paragraph.title_ranges[0].start, paragraph.title_ranges[-1].end)
    return Range(0, min(len(paragraph.text), EXCERPT))


def _item_units(paragraph: Paragraph) -> Iterator[Unit]:
    for item in _items(paragraph.acts):
        kind = next(kind for cls, kind in _KINDS if isinstance(item, cls))
        parties = _parties(_people(item))
        for place in passages(paragraph.text, _joined(item.ranges), longest=LONGEST):
            text = paragraph.text[place.start : place.end]
            if not is_boilerplate(text):
                yield Unit(kind, _titled(paragraph, text), place, parties)


def _passage_units(paragraph: Paragraph) -> Iterator[Unit]:
    taken = [place for item in _items(paragraph.acts) for place in item.ranges]
    for section in paragraph.sections:
        if section.kind in _UNSPOKEN:
            continue
        free = [block for block in blocks(paragraph.text, section.range) if not _mostly_in(block, taken)]
        for place in passages(paragraph.text, free, longest=LONGEST):
            text = paragraph.text[place.start : place.end]
            if not is_boilerplate(text):
                yield Unit(UnitKind.PASSAGE, _titled(paragraph, text, _topic(paragraph, section)), place)


def _items(acts: Acts) -> tuple[_Item, ...]:
    return (*acts.decisions, *acts.motions, *acts.reservations, *acts.notes, *acts.assignments)


def _people(item: _Item) -> tuple[Person, ...]:
    if isinstance(item, Motion):
        return item.movers
    return item.by if isinstance(item, Reservation | Note) else ()


def _actors(acts: Acts) -> Iterator[Person]:
    for item in _items(acts):
        yield from _people(item)
    for recusal in acts.recusals:
        yield recusal.person


def _parties(people: Iterable[Person]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(person.party for person in people if person.party))


def _topic(paragraph: Paragraph, section: Section) -> str:
    """Return the heading of a document's section, which says what it is about; those of a § only say of what sort."""
    return section.heading if paragraph.number is None else ""


def _titled(paragraph: Paragraph, text: str, topic: str = "") -> str:
    return "\n".join(part for part in (paragraph.title, topic, text) if part)


def _joined(ranges: Sequence[Range]) -> Iterator[Range]:
    """Yield the ranges with those that touch made one."""
    current: Range | None = None
    for place in sorted(ranges):
        if current is not None and place.start <= current.end + 1:
            current = Range(current.start, max(current.end, place.end))
            continue
        if current is not None:
            yield current
        current = place
    if current is not None:
        yield current


def _mostly_in(block: Range, taken: Iterable[Range]) -> bool:
    inside = sum(max(0, min(block.end, place.end) - max(block.start, place.start)) for place in taken)
    return 2 * inside >= block.end - block.start
