"""The arguments of a library, read anew when it has changed.

Always holds: every quote is verbatim text of its paragraph; duplicates of a paragraph are left out; a motion is there
only where it argues. Leaves out who asks for which of them, and what is alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.arguments.values import Argued, Argument, ArgumentKind, Basis, Defended
from index.derived import Derived
from index.naming import citation
from index.stored import ItemKind, StoredParagraph
from nlp.acts import Acts, Motion, MotionKind, Note, Person, Range, Reservation
from nlp.claims import claims_of, sentences_of
from nlp.claims_topoi import TOPOI, tells, topoi_of

_NEEDED = (ItemKind.RESERVATION, ItemKind.NOTE, ItemKind.MOTION, ItemKind.DECISION)
_ACTS = (ItemKind.RESERVATION, ItemKind.NOTE, ItemKind.MOTION)


class AllArgued(Derived[tuple[Argued, ...]]):
    """Gives everything that is argued in the store's present generation, the earliest first."""

    def _renewed(self, held: object, generation: int) -> tuple[Argued, ...]:  # noqa: ARG002  (read whole)
        elected = {one.id: _attending(one.record.meeting.attendance) for one in self._store.documents()}
        shown = {head.id for head in self._store.heads() if head.duplicate_of is None}
        with_acts = {item.paragraph_id for item in self._store.items(_ACTS)} & shown
        found = [
            argued
            for stored in self._store.paragraphs(with_acts, _NEEDED)
            for argued in argued_in(stored, elected[stored.head.document_id])
        ]
        return tuple(sorted(found, key=lambda one: (one.date or "", one.board or "", one.number or 0, one.id)))


def _attending(attendance: Sequence[object]) -> frozenset[str]:
    return frozenset(getattr(one, "name", "").casefold() for one in attendance)


def argued_in(stored: StoredParagraph, attending: frozenset[str]) -> Iterator[Argued]:
    """Yield what is argued in one paragraph; ``attending`` are names on the attendance list, in lower case."""
    acts = stored.paragraph.acts
    listed: tuple[tuple[ItemKind, Sequence[Reservation | Note | Motion]], ...] = (
        (ItemKind.RESERVATION, acts.reservations),
        (ItemKind.NOTE, acts.notes),
        (ItemKind.MOTION, acts.motions),
    )
    for kind, those in listed:
        for position, act in enumerate(those):
            made = _argued(stored, act, f"{stored.head.id}-{kind}-{position + 1}", attending)
            if made.arguments or not isinstance(act, Motion):
                yield made


def _argued(stored: StoredParagraph, act: Reservation | Note | Motion, name: str, attending: frozenset[str]) -> Argued:
    head, text = stored.head, stored.paragraph.text
    place = Range(act.ranges[0].start, act.ranges[-1].end)
    page = stored.page_at(place.start)
    arguments = tuple(_arguments(stored, act.ranges))
    sentences = [text[one.start : one.end] for one in sentences_of(text, act.ranges)]
    reserves = isinstance(act, Reservation)
    return Argued(
        id=name,
        kind=_kind(act),
        by=tuple(_elected(act.movers if isinstance(act, Motion) else act.by, attending)),
        text=act.text,
        place=place,
        page=page,
        arguments=arguments,
        topoi=tuple(one.name for one in topoi_of(sentences)) if arguments else (),
        defends=tuple(_defended(stored, act)) if isinstance(act, Reservation) else (),
        against=tuple(one.text for one in stored.paragraph.acts.decisions) if reserves else (),
        paragraph_id=head.id,
        document_id=head.document_id,
        file=head.file,
        organisation=head.organisation,
        board=head.board,
        date=head.date,
        number=head.number,
        title=head.title,
        case_numbers=head.case_numbers,
        citation=citation(head, page),
    )


def _kind(act: Reservation | Note | Motion) -> ArgumentKind:
    if isinstance(act, Note):
        return ArgumentKind(act.kind)
    return ArgumentKind.RESERVATION if isinstance(act, Reservation) else ArgumentKind.MOTION


def _arguments(stored: StoredParagraph, ranges: Sequence[Range]) -> Iterator[Argument]:
    text = stored.paragraph.text
    for claim in claims_of(text, ranges):
        quote = text[claim.range.start : claim.range.end]
        topoi = tuple(name for name in TOPOI if tells(name, quote))
        yield Argument(quote, claim.range, stored.page_at(claim.range.start), claim.signs, topoi)


def _elected(people: Sequence[Person], attending: frozenset[str]) -> Iterator[Person]:
    """Yield who acts, without the name of anybody who is not known to be elected."""
    for person in people:
        if person.party or (person.name and person.name.casefold() in attending):
            yield person
        else:
            yield Person(None, None)


def _defended(stored: StoredParagraph, act: Reservation) -> Iterator[Defended]:
    acts = stored.paragraph.acts
    for basis, place in _stands_for(act, acts):
        motion = acts.motions[place]
        yield Defended(motion.text, basis, stored.page_at(motion.ranges[0].start))


def _stands_for(act: Reservation, acts: Acts) -> Iterator[tuple[Basis, int]]:
    """Yield the motions that it names, else those of the same people, else those of the same party."""
    if act.motions:
        yield from ((Basis.PRINTED, place) for place in act.motions)
        return
    people = {person for person in act.by if person.name}
    parties = {person.party for person in act.by if person.party}
    moved = [place for place, one in enumerate(acts.motions) if people & set(one.movers)]
    if moved:
        yield from ((Basis.MOVERS, place) for place in moved)
        return
    for place, one in enumerate(acts.motions):
        if one.kind is not MotionKind.APPROVE and parties & {person.party for person in one.movers}:
            yield Basis.PARTY, place
