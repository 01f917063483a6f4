"""The acts of one paragraph, party by party. Pure.

Always holds: every act of the kinds that take a stand gives a value for each party behind it, and one without a party
for people whose party neither the act nor the attendance list tells; nothing is left out and nothing added. A quote is
verbatim text of the paragraph that names who acts wherever the act's own words do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.items import items_of, people_of
from index.naming import citation
from index.positions.values import PositionAct, PositionKind
from index.quote import LONGEST
from index.stored import Act, StoredParagraph
from nlp.acts import Motion, MotionKind, NonParticipation, Note, Person, Range, Recusal, Reservation, Vote
from nlp.windows import cut_at_words, sentences

PartyOf = Callable[[Person], tuple[str | None, bool]]
"""Tells the party of somebody who acts, and whether it is printed there."""

_MOVED: Mapping[MotionKind, PositionKind] = {
    MotionKind.APPROVE: PositionKind.MOVED_APPROVE,
    MotionKind.REJECT: PositionKind.MOVED_REJECT,
    MotionKind.REMIT: PositionKind.MOVED_REMIT,
    MotionKind.TABLE: PositionKind.MOVED_TABLE,
    MotionKind.AMEND: PositionKind.MOVED_AMEND,
    MotionKind.ADD: PositionKind.MOVED_ADD,
    MotionKind.OTHER: PositionKind.MOVED_OTHER,
}
_ARGUED = frozenset({PositionKind.RESERVED, PositionKind.NOTED, PositionKind.STATED})
_VOTED = {"yes": PositionKind.VOTED_YES, "no": PositionKind.VOTED_NO, "abstain": PositionKind.ABSTAINED}


@dataclass(frozen=True)
class _Done:
    """One thing done by some people, before it is told apart by party."""

    kind: PositionKind
    people: Sequence[Person]
    ranges: tuple[Range, ...]
    item: str
    meaning: str | None = None


def acts_in(
    stored: StoredParagraph, party_of: PartyOf, issue_id: str = "", only: Callable[[Person], bool] | None = None
) -> Iterator[PositionAct]:
    """Yield the acts of a paragraph in the order of its record, each party's by itself.

    With ``only`` those of some people alone; who else stands behind the same act is told all the same.
    """
    for kind, position, act in items_of(stored.paragraph.acts):
        for done in _done(act, f"{kind}-{position + 1}"):
            yield from _by_party(stored, done, party_of, issue_id, only)


def _done(act: Act, item: str) -> Iterator[_Done]:
    match act:
        case Motion():
            yield _Done(_MOVED[act.kind], act.movers, act.ranges, item)
        case Reservation():
            yield _Done(PositionKind.RESERVED, act.by, act.ranges, item)
        case Note():
            kind = PositionKind.STATED if act.kind == "statement" else PositionKind.NOTED
            yield _Done(kind, act.by, act.ranges, item)
        case Vote():
            yield from _votes(act, item)
        case Recusal():
            yield _Done(PositionKind.RECUSED, people_of(act), act.ranges, item)
        case NonParticipation():
            yield _Done(PositionKind.NOT_PARTICIPATING, people_of(act), act.ranges, item)
        case _:
            return


def _votes(vote: Vote, item: str) -> Iterator[_Done]:
    """Yield each choice with who made it; a choice whose voters are not printed has nobody."""
    means = {"yes": vote.yes_means, "no": vote.no_means, "abstain": None}
    counts = {"yes": vote.yes, "no": vote.no, "abstain": vote.abstain}
    for choice, kind in _VOTED.items():
        people = [Person(one.name, one.party) for one in vote.ballots if one.vote == choice]
        if people or counts[choice]:
            yield _Done(kind, people, vote.ranges, item, means[choice])


def _by_party(
    stored: StoredParagraph,
    done: _Done,
    party_of: PartyOf,
    issue_id: str,
    only: Callable[[Person], bool] | None,
) -> Iterator[PositionAct]:
    behind: dict[str | None, list[Person]] = {}
    printed: dict[str | None, bool] = {}
    for person in done.people:
        party, is_printed = party_of(person)
        behind.setdefault(party, []).append(person)
        printed[party] = printed.get(party, True) and is_printed
    parties = [party for party in behind if party is not None]
    # Members who vote alike act each for themselves.
    joint = () if done.kind in _VOTED.values() else parties
    for party, everybody in behind.items() or [(None, [])]:
        people = everybody if only is None else [person for person in everybody if only(person)]
        if people or only is None:
            together = tuple(one for one in joint if one != party)
            yield _act(stored, done, party, people, together, issue_id, party_printed=printed.get(party, True))


def _act(  # noqa: PLR0913 - one value of many fields
    stored: StoredParagraph,
    done: _Done,
    party: str | None,
    people: Sequence[Person],
    together: tuple[str, ...],
    issue_id: str,
    *,
    party_printed: bool,
) -> PositionAct:
    head, text = stored.head, stored.paragraph.text
    quote = _quote(text, done, people)
    page = stored.page_at(quote.start)
    return PositionAct(
        kind=done.kind,
        party=party,
        people=tuple(dict.fromkeys(one.name for one in people if one.name)),
        together=together,
        party_printed=party_printed,
        meaning=done.meaning,
        quote=text[quote.start : quote.end],
        quote_range=quote,
        places=done.ranges,
        page=page,
        item=done.item,
        paragraph_id=head.id,
        issue_id=issue_id,
        organisation=head.organisation,
        board=head.board,
        date=head.date,
        number=head.number,
        title=head.title,
        case_numbers=head.case_numbers,
        file=head.file,
        document_id=head.document_id,
        citation=citation(head, page),
    )


def _quote(text: str, done: _Done, people: Sequence[Person]) -> Range:
    """Return what to quote: the act's words around the first name that they print, else their beginning."""
    named = _first_named(text, done.ranges, people)
    if named is None:
        return _beginning(text, done.ranges[0]) if done.ranges else Range(0, 0)
    place, at = named
    if done.kind in _ARGUED:
        return _onwards(text, done.ranges, at)
    if place.end - place.start <= LONGEST:
        return place
    sentence = next((one for one in sentences(text, place) if one.start <= at < one.end), place)
    parts = cut_at_words(text, sentence, LONGEST)
    return next((part for part in parts if part.start <= at < part.end), _beginning(text, place))


def _onwards(text: str, ranges: Sequence[Range], at: int) -> Range:
    """Return the words from the line that holds ``at`` on: who dissents says why in the lines behind."""
    begun = next(n for n, one in enumerate(ranges) if one.start <= at < one.end)
    start = next((one.start for one in sentences(text, ranges[begun]) if one.start <= at < one.end), at)
    end = ranges[begun].end
    for following in ranges[begun + 1 :]:
        if text[end : following.start].strip():
            break
        end = following.end
    whole = Range(start, end)
    return next(cut_at_words(text, whole, LONGEST), whole)


def _first_named(text: str, ranges: Sequence[Range], people: Sequence[Person]) -> tuple[Range, int] | None:
    for person in people:
        sought = person.name or person.party
        pattern = re.compile(rf"(?<!\w){re.escape(sought)}(?!\w)" if sought else r"(?!)")
        for place in ranges:
            found = pattern.search(text, place.start, place.end)
            if found:
                return place, found.start()
    return None


def _beginning(text: str, place: Range) -> Range:
    first = next(iter(sentences(text, place)), place)
    return next(cut_at_words(text, first, LONGEST), first)
