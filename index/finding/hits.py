"""From a ranked paragraph to a hit: the unit that answers best, its quote, and what people need to cite it.

Always holds: pure; the quote is verbatim text of the paragraph and its page is where its first character is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from index.dissent import outvoted
from index.finding.fusion import Ranked
from index.finding.phrases import marked_with, occurrences, quote_around
from index.naming import citation
from index.quote import Quote, best_quote
from index.results import Count, Hit, UnitKind
from index.stored import Glance, StoredParagraph, UnitPlace
from index.units import units_of
from nlp.acts import Acts, Person, Range
from nlp.analysis import matches, standing

# A unit with all of the query's words may be this much further away in meaning and still be the one that is shown.
_WORDS_WORTH = 0.03
_COMPARED = 6


def glance_at(stored: StoredParagraph) -> Glance:
    """Return what a hit shows of a paragraph that was read whole."""
    acts = stored.paragraph.acts
    return Glance(
        head=stored.head,
        text=stored.paragraph.text,
        page_starts=stored.page_starts,
        opening=units_of(stored.paragraph)[0].range,
        outcomes=outcomes_of(acts),
        against=tuple(person for one in acts.reservations for person in one.by),
        votes=votes_of(acts),
        outvoted=outvoted(acts),
    )


def hit_of(
    seen: Glance,
    ranked: Ranked,
    units: Sequence[tuple[UnitPlace, float]],
    weights: Mapping[str, float],
    phrases: Sequence[str] = (),
) -> Hit:
    """Return the hit; ``units`` are those of the paragraph that were found with their cosines, the best first.

    With ``phrases`` the quote has one of them, though it be printed beside every unit that was found.
    """
    text, head = seen.text, seen.head
    kind, place = _shown(text, units or [(UnitPlace(head.id, UnitKind.PARAGRAPH, seen.opening), 0.0)], weights)
    quote = best_quote(text, place, weights)
    if phrases and not any(next(occurrences(quote.text, phrase), None) for phrase in phrases):
        quote = _with_marks(quote_around(text, phrases, place), weights) or quote
    page = seen.page_at(quote.range.start)
    return Hit(
        paragraph_id=head.id,
        board=head.board,
        date=head.date,
        number=head.number,
        title=head.title,
        case_numbers=head.case_numbers,
        score=ranked.score,
        kind=kind,
        quote=quote.text,
        quote_range=quote.range,
        marked=marked_with(quote, phrases),
        page=page,
        file=head.file,
        document_id=head.document_id,
        citation=citation(head, page),
        outcomes=seen.outcomes,
        against=_named_once(seen.against),
        parts=ranked.parts,
        votes=seen.votes,
        outvoted=seen.outvoted,
    )


def outcomes_of(acts: Acts) -> tuple[str, ...]:
    """Return the outcomes of the decisions, each once, in printed order."""
    return tuple(dict.fromkeys(str(decision.outcome) for decision in acts.decisions))


def against_of(acts: Acts) -> tuple[str, ...]:
    """Return who reserved: "Anna Lind (C)", or a party where no name is printed; each once."""
    return _named_once(person for one in acts.reservations for person in one.by)


def _named_once(people: Iterable[Person]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(_named, people)))


def votes_of(acts: Acts) -> tuple[Count, ...]:
    """Return the votes whose figures are printed, in printed order."""
    return tuple(Count(one.yes, one.no, one.abstain) for one in acts.votes if one.yes is not None or one.no is not None)


def _with_marks(quote: Quote | None, weights: Mapping[str, float]) -> Quote | None:
    return None if quote is None else Quote(quote.text, quote.range, matches(quote.text, weights))


def _named(person: Person) -> str:
    if person.name and person.party:
        return f"{person.name} ({person.party})"
    return person.name or person.party or ""


def _shown(text: str, units: Sequence[tuple[UnitPlace, float]], weights: Mapping[str, float]) -> tuple[UnitKind, Range]:
    total = sum(weights.values()) or 1.0

    def worth(found: tuple[UnitPlace, float]) -> float:
        unit, cosine = found
        there = {stem for _, stem in standing(text[unit.range.start : unit.range.end], weights)}
        return cosine + _WORDS_WORTH * sum(weights[stem] for stem in sorted(there)) / total

    compared = units[:_COMPARED]
    unit, _ = max(compared, key=worth) if len(compared) > 1 else compared[0]
    return unit.kind, unit.range
