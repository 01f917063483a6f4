"""Whatever the library can answer fits the models: values of every shape that its types allow, made by hypothesis."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from index.arguments import Argued, Echo
from index.drafts.values import DraftAnswer, Earlier
from index.ledger import AssignmentState
from index.library import Library, ShownParagraph
from index.positions import Alliances, PositionAct
from index.results import Coverage, Event, Hit, Issue, Trace, Why
from index.showing import FieldReading
from index.statistics import Statistics
from index.stored import Head
from ingest.document_contract import full_record
from ingest.records import Document, Paragraph
from nlp.acts import Outcome
from ui import answers, arguments, drafts, ledger, positions, record, rows
from ui.api.answers.desk import Desk, coverage_row
from ui.api.models import acts, base, counts, course, finding
from ui.api.models import drafts as draft_models
from ui.api.models.record import ParagraphRecord
from ui.statistics import tables

# Outcomes come out of the store as `Outcome`, though results name them as text.
_NONE = st.just(())
_OUTCOMES = st.lists(st.sampled_from(sorted(Outcome)), max_size=2).map(tuple)
st.register_type_strategy(Hit, st.builds(Hit, outcomes=_OUTCOMES))
st.register_type_strategy(Earlier, st.builds(Earlier, outcome=st.none() | st.sampled_from(sorted(Outcome))))
st.register_type_strategy(Event, st.builds(Event, outcomes=_OUTCOMES))

few = settings(max_examples=8, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))


class NoLibrary(Library):
    """Stands for a library that is never asked."""

    def __init__(self) -> None:
        """Open nothing."""


DESK = Desk(NoLibrary(), "http://127.0.0.1")


def cited(row: Any) -> Any:
    """Return rows with the addresses of their pages."""
    return DESK.cited(row)


def holds(model: type[base.Frozen], row: Any) -> None:
    """Fail where a row does not fit its model, or has a field that the model lacks."""
    made = model.model_validate(row)
    assert row.keys() <= made.model_dump(mode="json").keys()


@few
@given(
    st.builds(Document, paragraphs=_NONE),
    st.builds(Paragraph, spans=_NONE, attachments=_NONE),
    st.from_type(Head),
    st.lists(st.from_type(FieldReading), max_size=2),
)
def test_records_fit(document: Document, paragraph: Paragraph, head: Head, fields: list[FieldReading]) -> None:
    """A paragraph with any acts, and a document with any plans."""
    row = {**full_record(document, paragraph), "id": head.id, "fields": ()}
    own = {
        "document_id": head.document_id,
        "citation": "",
        "duplicate_of": head.duplicate_of,
        "text": paragraph.text,
        "kind": document.kind,
        "page": head.page_first,
        "page_url": "",
        "file_url": "",
    }
    holds(ParagraphRecord, {**row, **own})
    shown = ShownParagraph(head, {**row, **own}, ())
    assert record.shown_row(shown)["fields"] == []
    told = [{**asdict(field), "value": None} for field in fields]
    ParagraphRecord.model_validate({**row, **own, "fields": told})


@few
@given(st.from_type(Hit), st.from_type(Why), st.from_type(Coverage))
def test_what_searching_answers_fits(hit: Hit, why: Why, covered: Coverage) -> None:
    """Hits, accounts of them, and what was searched."""
    holds(finding.Hit, cited(rows.hit_row(hit)))
    holds(finding.WhyAnswer, {"paragraph_id": why.paragraph_id, **answers.why_row(why)})
    holds(base.Coverage, coverage_row(covered))


@few
@given(st.from_type(Trace), st.from_type(Issue))
def test_courses_fit(trace: Trace, issue: Issue) -> None:
    """Events with links, changes and standing; issues with their path."""
    boundary = asdict(trace.boundary) if trace.boundary else None
    row = {**cited(rows.trace_row("", trace)), "boundary": boundary, "coverage": coverage_row(trace.coverage)}
    holds(course.TraceAnswer, row)
    for event in row["events"]:
        holds(course.Event, event)
    holds(course.Issue, cited(rows.issue_row(issue)))


@few
@given(st.from_type(AssignmentState))
def test_assignments_fit(state: AssignmentState) -> None:
    """Rows of the ledger with everything that happened to them."""
    (row,) = ledger.rows([state], nested=True)
    holds(acts.AssignmentRow, cited(row))


@few
@given(st.from_type(Argued), st.from_type(Echo))
def test_arguments_fit(argued: Argued, echo: Echo) -> None:
    """Arguments, and acts without any; what is like a text."""
    for row in arguments.rows([argued]):
        holds(acts.ArgumentRow, cited(row))
    (row,) = arguments.echo_rows([echo])
    holds(acts.EchoRow, cited(row))


@few
@given(st.from_type(PositionAct), st.from_type(Alliances))
def test_positions_fit(act: PositionAct, together: Alliances) -> None:
    """Acts of parties, and pairs of them."""
    holds(acts.PositionAct, cited(positions.act_row(act, None)))
    for row in positions.nested_pair_rows(together, None):
        holds(acts.Alliance, cited(row))


@few
@given(st.from_type(DraftAnswer))
def test_drafts_fit(answer: DraftAnswer) -> None:
    """Demands with what was found for them."""
    for row in drafts.rows(answer):
        holds(draft_models.Demand, cited(row))


@few
@given(st.builds(Statistics, motions=_NONE, times=_NONE, covered=_NONE))
def test_counts_fit(found: Statistics) -> None:
    """Counts with what was counted."""
    for row in tables.long_rows(found):
        holds(counts.CountRow, row)
