"""Searching, and what explains it."""

from __future__ import annotations

from index.results import Answer, Chip
from ui import answers, rows
from ui.api.answers.desk import Desk, coverage_row
from ui.api.asked import ExplainAsked, PageAsked, SearchAsked, WhyAsked
from ui.api.models.finding import Explained, SearchAnswer, SimilarAnswer, WhyAnswer


def search(desk: Desk, asked: SearchAsked) -> SearchAnswer:
    """Answer a search."""
    found = desk.library.search(asked.query(facets=asked.facets))
    return SearchAnswer.model_validate(
        {
            "query": asked.q,
            "chips": [_chip_row(chip) for chip in found.chips],
            "suggestion": found.suggestion,
            "no_match": found.no_match,
            "message": _message(found),
            "facets": answers.facets_row(found.facets),
            **_hits(desk, found),
        }
    )


def similar(desk: Desk, paragraph: str, asked: PageAsked) -> SimilarAnswer:
    """Return what says the like of a paragraph."""
    paragraph_id = desk.library.find_paragraph(paragraph)
    found = desk.library.similar(paragraph_id, asked.limit, asked.offset)
    return SimilarAnswer.model_validate({"paragraph_id": paragraph_id, **_hits(desk, found)})


def why(desk: Desk, asked: WhyAsked) -> WhyAnswer:
    """Account for one hit."""
    paragraph_id = desk.library.find_paragraph(asked.paragraph)
    found = desk.library.why(asked.query(), paragraph_id)
    return WhyAnswer.model_validate({"paragraph_id": paragraph_id, **answers.why_row(found)})


def explain(desk: Desk, asked: ExplainAsked) -> Explained:
    """Tell how a query is understood; what is wrong with it is a part like the others."""
    chips = desk.library.explain(asked.q)
    return Explained.model_validate({"query": asked.q, "chips": [_chip_row(chip) for chip in chips]})


def _hits(desk: Desk, found: Answer) -> dict[str, object]:
    return {
        "total": found.total,
        "offset": found.query.offset,
        "limit": found.query.limit,
        "hits": desk.cited([rows.hit_row(hit) for hit in found.hits]),
        "coverage": coverage_row(found.coverage),
    }


def _message(found: Answer) -> str | None:
    if not found.hits:
        return answers.nothing_found(found)
    return f"{answers.NOTHING_ANSWERS}." if found.no_match else None


def _chip_row(chip: Chip) -> dict[str, object]:
    return {"label": chip.label, "span": rows.range_row(chip.span), "without": chip.without}
