"""Exhaustive reviews as text and as rows. Pure.

Always holds: an export says what it can be made again from: query, program, model, date, what the library held, and
who judged what when.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from index.results import Hit
from index.reviews.review import Judged, ReviewStatus
from ui import words

WIDTH = 100
COLUMNS = ("verdict", "who", "when", "citation", "board", "date", "number", "title", "kind", "quote", "page", "file")
HEAD_COLUMNS = (
    "review",
    "query",
    "started_by",
    "started",
    "exported",
    "program",
    "model",
    "documents",
    "paragraphs",
    "pool",
    "date_first",
    "date_last",
    "unreadable_pages",
    "yes",
    "no",
    "left_expected",
    "left_low",
    "left_high",
    "method",
)
METHOD = (
    "Rocchio över paragrafernas vektorer; kvarvarande uppskattas med logistisk regression av domarna, 90 % intervall"
)


def status(found: ReviewStatus) -> str:
    """Return how far a review is, with the estimate and how it is made."""
    review = found.review
    said = found.yes + found.no
    lines = [
        f"{review.name}: {review.text} (börjad av {review.who} {review.when[:10]})",
        f"Dömda: {words.number(said)} av {words.number(found.pool)} paragrafer, {found.yes} ja och {found.no} nej.",
    ]
    if found.left is None:
        lines.append("Hur många som är kvar kan sägas när minst ett ja och ett nej är satta.")
    else:
        lines.append(
            f"Relevanta kvar, uppskattat: {words.decimal(found.left.expected)} "
            f"(troligen {found.left.low}–{found.left.high}). {METHOD}."
        )
    if found.astray:
        lines.append(f"Domar om paragrafer utanför frågan eller biblioteket: {len(found.astray)}.")
    return "\n".join([*(line for each in lines for line in textwrap.wrap(each, WIDTH)), words.coverage(found.coverage)])


def hits(found: Sequence[Hit]) -> str:
    """Return what to judge next, each with the id to judge it by."""
    if not found:
        return "Allt är dömt."
    return "\n\n".join(
        "\n".join(
            [
                f"{hit.paragraph_id}  {hit.citation}",
                *textwrap.wrap(hit.title, WIDTH, initial_indent="    ", subsequent_indent="    "),
                *textwrap.wrap(f"”{hit.quote}”", WIDTH, initial_indent="    ", subsequent_indent="    "),
                f"    {hit.file}, sida {hit.page}",
            ]
        )
        for hit in found
    )


def head_row(found: ReviewStatus, program: str, when: str) -> dict[str, object]:
    """Return all that the review stands on, ``program`` its version and ``when`` it is exported."""
    left, covered = found.left, found.coverage
    return {
        "review": found.review.name,
        "query": found.review.text,
        "started_by": found.review.who,
        "started": found.review.when,
        "exported": when,
        "program": program,
        "model": found.model,
        "documents": covered.documents,
        "paragraphs": covered.paragraphs,
        "pool": found.pool,
        "date_first": covered.date_first,
        "date_last": covered.date_last,
        "unreadable_pages": covered.unreadable_pages,
        "yes": found.yes,
        "no": found.no,
        "left_expected": left and round(left.expected, 2),
        "left_low": left and left.low,
        "left_high": left and left.high,
        "method": METHOD,
    }


def rows(judged: Sequence[Judged]) -> Iterator[dict[str, object]]:
    """Yield one row a judgement, in the order in which they were made."""
    for one in judged:
        hit, said = one.hit, one.judgement
        yield {
            "verdict": str(said.verdict),
            "who": said.who,
            "when": said.when,
            "citation": hit.citation,
            "board": hit.board,
            "date": hit.date,
            "number": hit.number,
            "title": hit.title,
            "kind": str(hit.kind),
            "quote": hit.quote,
            "page": hit.page,
            "file": hit.file,
            "paragraph_id": hit.paragraph_id,
        }
