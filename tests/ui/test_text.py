from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from index.results import FileFailure, Finding, IngestReport
from ui import text

Make = Callable[..., Any]


def test_ingest_report_tells_everything_that_was_read_and_what_was_not() -> None:
    """Files, pages, items, gaps, unreadable pages and failures with their reason all stand in the report."""
    report = IngestReport(
        files_read=2,
        files_skipped=1,
        pages=40,
        paragraphs=31,
        items={"decision": 50, "vote": 2},
        missing_numbers=(("a.pdf", (7, 8, 9, 12)),),
        unreadable_pages=(("b.pdf", 3, "Sidan är inskannad."),),
        failures=(FileFailure("c.pdf", "Filen är krypterad."),),
        seconds=80.0,
        same_content=(("d.pdf", "a.pdf"),),
    )
    said = text.ingest_report(report)
    for expected in (
        "Läste 2 filer (40 sidor) på 1 min 20 s (0,5 sidor/s): 31 paragrafer.",
        "1 fil fanns redan i biblioteket.",
        "50  beslut",
        "2  omröstningar",
        "a.pdf: § 7–9, 12",
        "b.pdf, sida 3: Sidan är inskannad.",
        "c.pdf: Filen är krypterad.",
        "d.pdf: läst som a.pdf",
    ):
        assert expected in said


def test_a_run_that_was_stopped_says_what_is_left() -> None:
    """Who stopped a run learns how much was not read."""
    assert "Avbruten: 3 filer lästes inte." in text.ingest_report(IngestReport(1, 0, 2, 2, files_left=3))
    assert "Avbruten" not in text.ingest_report(IngestReport(1, 0, 2, 2))


def test_a_long_list_in_the_report_ends_with_how_many_more() -> None:
    """A thousand gaps do not drown the report; it says where the rest is to be seen."""
    gaps = tuple((f"{n}.pdf", (1,)) for n in range(20))
    said = text.ingest_report(IngestReport(20, 0, 20, 20, missing_numbers=gaps))
    assert "… och 8 till (protokollspar check visar alla)" in said


def test_trace_prints_events_with_their_evidence(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """Each event carries why it belongs there, and what lies outside the library is listed."""
    outside = make_link(to="RF 2019-11-20 § 4", to_id=None)
    said = text.trace(
        make_trace(make_event(paragraph_id="0123456789abcdef-9", links=(make_link(),)), outside=(outside,))
    )
    assert "1 händelse i tidsordning" in said
    assert "→ Hänvisar till HSN 2021-03-18 § 14: ”enligt nämndens beslut den 18 mars 2021, § 14” (sida 4)" in said
    assert "Utanför biblioteket:" in said
    assert "RF 2019-11-20 § 4" in said


def test_a_doubtful_trace_says_so_first(make_trace: Make, make_event: Make) -> None:
    """A start that nothing answers is doubted before anything is shown."""
    said = text.trace(replace(make_trace(make_event()), no_match=True))
    assert said.startswith("Inget svarar på ”HSN 301-2021”.")


def test_what_lies_outside_is_named_once(make_trace: Make, make_event: Make, make_link: Make) -> None:
    """A paragraph that is missing and named often stands once, with how often."""
    link = make_link(to="RF 2019-11-20 § 4", to_id=None, from_id="0123456789abcdef-3")
    said = text.trace(make_trace(make_event(), outside=(link, replace(link, evidence="se § 4"))))
    assert said.count("RF 2019-11-20 § 4") == 1
    assert "(HSN 2021-03-18 § 14, sida 4), och på 1 ställe till" in said.replace("Hälso- och sjukvårdsnämnden", "HSN")


def test_an_empty_trace_names_its_start(make_trace: Make) -> None:
    """The reader sees what was looked for."""
    assert "Inget ärende hittades från ”HSN 301-2021”." in text.trace(make_trace())


def test_findings_come_with_their_cure() -> None:
    """A finding without a cure helps nobody; a whole library says so."""
    assert text.findings([]) == "Biblioteket är helt."
    said = text.findings([Finding("En vektor saknas.", "a.pdf § 4", "Kör protokollspar ingest igen.")])
    assert "a.pdf § 4: En vektor saknas." in said
    assert "Gör så här: Kör protokollspar ingest igen." in said
