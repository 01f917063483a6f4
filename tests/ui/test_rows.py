from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ui import rows

Make = Callable[..., Any]


def test_hit_rows_have_what_the_measures_and_the_manual_promise(make_hit: Make) -> None:
    """The published fields of a hit are all there and are plain JSON."""
    row = json.loads(json.dumps(rows.hit_row(make_hit())))
    promised = {"board", "date", "number", "title", "case_numbers", "score", "quote", "page", "file"}
    assert promised <= row.keys()
    assert (row["kind"], row["case_numbers"], row["parts"]) == (
        "decision",
        ["HSN 301-2021"],
        {"mening": 0.5, "ord": 0.25},
    )


def test_answer_rows_carry_the_id_of_their_query(make_answer: Make, make_hit: Make) -> None:
    """A file of queries is answered by id, with the judgement that nothing answers."""
    row = rows.answer_row("q7", make_answer(make_hit(), no_match=True))
    assert (row["id"], row["no_match"], len(row["hits"])) == ("q7", True, 1)  # type: ignore[arg-type]


def test_event_rows_carry_links_with_evidence(make_event: Make, make_link: Make) -> None:
    """Every link of an event says its kind, its target, its evidence and how sure it is."""
    row = json.loads(json.dumps(rows.event_row(make_event(links=(make_link(),)))))
    link = row["links"][0]
    assert (link["kind"], link["to"], link["confidence"]) == ("cites-paragraph", "HSN 2021-03-18 § 14", 0.95)
    assert link["evidence"].startswith("enligt nämndens beslut")


def test_trace_rows_repeat_their_start_as_it_was_given(make_trace: Make, make_event: Make) -> None:
    """The start in the answer is the start in the file, to the letter."""
    row = rows.trace_row("  hsn 301-2021 ", make_trace(make_event()))
    assert row["start"] == "  hsn 301-2021 "


def test_every_column_of_the_tables_is_a_field_of_its_rows(make_hit: Make, make_event: Make) -> None:
    """A CSV column is never empty because its name is misspelt."""
    assert set(rows.HIT_COLUMNS) <= rows.hit_row(make_hit()).keys()
    assert set(rows.EVENT_COLUMNS) <= rows.event_row(make_event()).keys()
