"""The answer to a query for the terminal and for tables: how it was understood, hits, counts, accounts. Pure.

Always holds: whoever sees no hit sees why (nothing was asked, the filters let nothing through, nothing has the words);
whoever sees hits that do not answer is told so.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.results import Answer, Facet, FacetName, Hit, Why
from ui import words

WIDTH = 100
NOTHING_ANSWERS = "Inget i biblioteket svarar på frågan. Det här ligger närmast"
_MOST_VALUES = 12
_PARTS = {
    "meaning": "mening",
    "words": "ord",
    "named": "utpekad",
    "matter": "samma ärende",
    "length": "längd",
    "standing": "återkommande punkt",
    "tabled": "bordlagd",
}
FACETS: Mapping[FacetName, str] = {
    FacetName.BOARD: "Organ",
    FacetName.YEAR: "År",
    FacetName.PARTY: "Parti",
    FacetName.KIND: "Slag",
    FacetName.OUTCOME: "Utfall",
}
"""What the facets are called."""


def text(found: Answer, whys: Sequence[Why] = ()) -> str:
    """Return hits as numbered text; above them how the query was understood, beneath them what was searched."""
    accounts = {why.paragraph_id: why for why in whys}
    first = found.query.offset + 1
    parts = [*_heading(found)]
    parts += [_hit(rank, hit, accounts.get(hit.paragraph_id)) for rank, hit in enumerate(found.hits, start=first)]
    parts += [_facet(facet) for facet in found.facets if facet.counts]
    parts.append(words.coverage(found.coverage))
    return "\n\n".join(parts)


def nothing_found(found: Answer) -> str:
    """Return why there is no hit, and what to do about it."""
    if not found.coverage.documents:
        return "Biblioteket är tomt. Läs in protokoll med protokollspar ingest."
    if not found.coverage.searched:
        return "Inga paragrafer passar filtren. Ta bort något av dem."
    if not found.query.text.strip() and not found.total:
        return "Ingen träff. Skriv vad du söker."
    if found.query.offset and found.total:
        return f"Inga fler träffar: det finns {words.count(found.total, 'träff', 'träffar')}."
    return "Ingen träff."


def facets_row(facets: Iterable[Facet]) -> dict[str, dict[str, int]]:
    """Return facets as plain values."""
    return {str(facet.name): dict(facet.counts) for facet in facets}


def why_row(why: Why) -> dict[str, object]:
    """Return the account of a hit as plain values."""
    return {
        "score": round(why.score, 6),
        "parts": {name: round(value, 6) for name, value in why.parts},
        "kind": why.kind and str(why.kind),
        "cosine": round(why.cosine, 6),
        "carried": {word: round(value, 6) for word, value in why.carried},
        "met": {word: round(value, 4) for word, value in why.met},
        "missing": list(why.missing),
    }


def flat(answers: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Yield one row a hit of many answers; an answer without hits keeps one row."""
    for answer in answers:
        head = {name: answer[name] for name in ("id", "query", "no_match")}
        hits = answer["hits"]
        if not isinstance(hits, list) or not hits:
            yield head
            continue
        for rank, hit in enumerate(hits, start=1):
            yield {**head, "rank": rank, **hit}


def part_told(name: str) -> str:
    """Return what a part of a score is called in Swedish."""
    return _PARTS.get(name, name)


def value_told(name: FacetName, value: str) -> str:
    """Return a facet's value in Swedish."""
    if name is FacetName.KIND:
        return words.unit_kind(value)
    return words.outcome(value) if name is FacetName.OUTCOME else value


def _heading(found: Answer) -> Iterator[str]:
    if len(found.chips) > 1 or any(not chip.label.startswith("Ord:") for chip in found.chips):
        yield f"Förstått som: {' · '.join(chip.label for chip in found.chips)}"
    if found.suggestion:
        yield f"Menade du: {found.suggestion}?"
    if not found.hits:
        yield nothing_found(found)
    elif found.no_match:
        yield f"{NOTHING_ANSWERS}:"
    elif found.total > len(found.hits):
        last = found.query.offset + len(found.hits)
        yield f"Träff {found.query.offset + 1}–{last} av {words.number(found.total)}"


def _hit(rank: int, hit: Hit, why: Why | None) -> str:
    head = f"{rank:>2}. {words.paragraph_name(hit)}  {hit.title}"
    lines = [*_indented(f"{words.unit_kind(hit.kind)}: ”{hit.quote}”"), *_indented(words.facts(hit))]
    lines += _indented(f"{hit.file}, sida {hit.page}")
    if why is not None:
        lines += _indented(_account(why))
    return "\n".join([head, *lines])


def _account(why: Why) -> str:
    """Return the sum that the score is, and the words behind it."""
    if not why.parts:
        return "Varför: har orden, men nåddes inte av rangordningen."
    signed = (
        f"{'-' if value < 0 else '+'} {part_told(name)} {words.decimal(abs(value), 4)}" for name, value in why.parts
    )
    told = [f"Varför: {words.decimal(why.score, 4)} = {' '.join(signed).removeprefix('+ ')}"]
    carried = [f"{word} {words.decimal(value, 3)}" for word, value in why.carried if value > 0][:5]
    if carried:
        told.append(f"meningen ({words.decimal(why.cosine, 3)}) bärs av {', '.join(carried)}")
    if why.met:
        told.append(f"orden finns: {', '.join(word for word, _ in why.met)}")
    if why.missing:
        told.append(f"orden saknas: {', '.join(why.missing)}")
    return "; ".join(told)


def _facet(facet: Facet) -> str:
    shown = [f"{value_told(facet.name, value)} {words.number(count)}" for value, count in facet.counts[:_MOST_VALUES]]
    more = f" … och {len(facet.counts) - _MOST_VALUES} till" if len(facet.counts) > _MOST_VALUES else ""
    return "\n".join(_indented(f"{FACETS[facet.name]}: {', '.join(shown)}{more}", ""))


def _indented(line: str, by: str = "    ") -> list[str]:
    return textwrap.wrap(line, WIDTH, initial_indent=by, subsequent_indent="    ")
